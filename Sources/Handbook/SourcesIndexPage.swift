import Knowledge
import Reporting

/// All sources in a line each.
struct SourcesIndexPage: BookPage {
  let book: Book
  var path: String { Place.sources }
  var title: String { "Sources" }

  func write(to html: inout HTMLWriter) {
    html.element("h1", "Sources")
    html.element(
      "p", ["class": "lead"],
      "Every publication that the rules rest on. Each was read, if often as an excerpt; what it found is told in our own words."
    )
    html.element("nav", ["aria-label": "Letters", "class": "strip letters"]) { html in
      html.element("ul") { html in
        for letter in book.sourceLetters {
          html.element("li") { $0.link(letter.uppercased(), to: Place.sources(letter: letter)) }
        }
      }
    }
    html.element("section", ["aria-labelledby": "designs"]) { html in
      html.element("h2", ["id": "designs"], "By design")
      var table = Table("How many sources there are of each design", ["Design", "Sources"])
      for design in Source.Design.allCases {
        let count = book.knowledge.sources.count { $0.design == design }
        guard count > 0 else { continue }
        table.add([
          { $0.text(Book.capitalized(EvidenceWords.name(design))) }, { $0.text(String(count)) },
        ])
      }
      table.write(to: &html)
    }
    for letter in book.sourceLetters {
      let anchor = "letter-\(letter)"
      html.element("section", ["aria-labelledby": anchor]) { html in
        html.element("h2", ["id": anchor], letter.uppercased())
        html.element("ul", ["class": "list"]) { html in
          for place in book.sources(letter: letter) {
            let source = book.knowledge.sources[place]
            html.element("li") { html in
              html.link(source.title, to: Place.source(source))
              html.text(" ")
              html.element("span", ["class": "count"], SourceName.short(source))
            }
          }
        }
      }
    }
  }
}

/// The sources whose ids begin with one letter, in full.
struct SourcesPage: BookPage {
  let book: Book
  let letter: Character
  var path: String { Place.sources(letter: letter) }
  var title: String { "Sources: \(letter.uppercased())" }

  func write(to html: inout HTMLWriter) {
    html.element("nav", ["aria-label": "All sources", "class": "crumbs"]) {
      $0.link("Sources", to: Place.sources)
    }
    html.element("h1", title)
    html.element("nav", ["aria-label": "Letters", "class": "strip letters"]) { html in
      html.element("ul") { html in
        for other in book.sourceLetters {
          html.element("li") { html in
            if other == letter {
              html.element("strong", other.uppercased())
            } else {
              html.link(other.uppercased(), to: Place.sources(letter: other))
            }
          }
        }
      }
    }
    html.element("h2", ["class": "quiet"], "Entries in the order of their ids")
    for place in book.sources(letter: letter) {
      SourceEntry(book: book, place: place).writeEntry(to: &html)
    }
  }
}

extension Book {
  /// Places of the sources whose ids begin with a letter, in the order of their ids.
  func sources(letter: Character) -> [Int] {
    knowledge.sources.indices.filter { knowledge.sources[$0].id.first == letter }
      .sorted { knowledge.sources[$0].id < knowledge.sources[$1].id }
  }
}
