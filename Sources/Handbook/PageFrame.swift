import Knowledge

/// A page of the book.
protocol BookPage {
  var book: Book { get }
  /// Below the book's directory.
  var path: String { get }
  /// Of the window, before the title of the book.
  var title: String { get }
  /// Whether it is a list that wants the breadth of the window.
  var isWide: Bool { get }
  /// Writes what stands between the head and the foot, beginning with the only heading of the first level.
  func write(to html: inout HTMLWriter)
}

extension BookPage {
  var isWide: Bool { false }
}

/// What is round every page: head, navigation, foot.
struct PageFrame {
  let book: Book

  /// Nothing but the book's own style sheet is loaded, and nothing runs. A book that is opened from a disk is no origin of its
  /// own to some browsers, so the scheme is named.
  private static let policy =
    "default-src 'none'; style-src 'self' file:; base-uri 'none'; form-action 'none'"

  private var chapters: [(name: String, path: String)] {
    let regulations = book.knowledge.regulation.rules.isEmpty ? [] : [("Regulation", Place.regulations)]
    return [("Contents", Place.index), ("A–Z", Place.names), ("Sources", Place.sources)]
      + [("Findings", Place.findingRules)] + regulations
      + [("How to read", Place.reading), ("About", Place.pack)]
  }

  func write(_ page: some BookPage) -> [UInt8] {
    let isBelow = page.path.contains("/")
    var html = HTMLWriter(root: isBelow ? "../" : "")
    html.doctype()
    html.element("html", ["lang": language]) { html in
      html.element("head") { head(page, &$0) }
      html.element("body", page.isWide ? ["class": "wide"] : [:]) { html in
        html.element("a", ["class": "skip", "href": "#main"], "Skip to the text")
        html.element("header", ["class": "site"]) { navigation(page, &$0) }
        html.element("main", ["id": "main"]) { page.write(to: &$0) }
        html.element("footer", ["class": "site"]) { foot(&$0) }
      }
    }
    return html.bytes
  }

  private var language: String { book.knowledge.packs.first?.language ?? "en" }

  private func head(_ page: some BookPage, _ html: inout HTMLWriter) {
    html.void("meta", ["charset": "utf-8"])
    html.void("meta", ["http-equiv": "Content-Security-Policy", "content": Self.policy])
    html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    html.void("meta", ["name": "color-scheme", "content": "light dark"])
    html.void("meta", ["name": "referrer", "content": "no-referrer"])
    html.void("meta", ["name": "generator", "content": "assay \(book.version)"])
    html.element("title", page.title.isEmpty ? book.title : "\(page.title) · \(book.title)")
    html.void("link", ["rel": "stylesheet", "href": html.root + Place.styleSheet])
  }

  private func navigation(_ page: some BookPage, _ html: inout HTMLWriter) {
    html.element("p", ["class": "book"]) { $0.link(book.title, to: Place.index) }
    html.element("nav", ["aria-label": "Handbook"]) { html in
      html.element("ul") { html in
        for (name, path) in chapters {
          html.element("li") { html in
            if path == page.path {
              html.element("a", ["href": html.root + path, "aria-current": "page"], name)
            } else {
              html.link(name, to: path)
            }
          }
        }
      }
    }
  }

  private func foot(_ html: inout HTMLWriter) {
    for pack in book.knowledge.packs { html.element("p", pack.about) }
    let versions = book.knowledge.packs.map { "\($0.id) \($0.version), reviewed \($0.reviewed)" }
    html.element("p") { html in
      html.text("Rules: \(versions.joined(separator: "; ")) (SHA-256 ")
      html.element("code", String(book.knowledge.sha256.prefix(12)))
      html.text("…). Reviews held against \(book.day). Written by assay \(book.version).")
    }
  }
}
