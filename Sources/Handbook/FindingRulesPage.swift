import Knowledge
import Reporting

/// What a check reports, how gravely, and why.
struct FindingRulesPage: BookPage {
  let book: Book
  var path: String { Place.findingRules }
  var title: String { "Finding rules" }

  func write(to html: inout HTMLWriter) {
    html.element("h1", title)
    html.element("p", ["class": "lead"]) { html in
      html.text(
        "What a check of a text reports. Words in braces are filled with those of the text or of the evidence. Examples show "
          + "the words that are reported ")
      html.element("mark", "marked")
      html.text(".")
    }
    for family in families {
      html.element("section", ["aria-labelledby": "family-\(family)"]) { html in
        html.element("h2", ["id": "family-\(family)"], Book.capitalized(family))
        let places = book.knowledge.findingRules.indices.filter {
          book.knowledge.findingRules[$0].family == family
        }
        for place in places.sorted(by: {
          book.knowledge.findingRules[$0].id < book.knowledge.findingRules[$1].id
        }) {
          write(place, &html)
        }
      }
    }
  }

  private var families: [String] { Set(book.knowledge.findingRules.map { String($0.family) }).sorted() }

  private func write(_ place: Int, _ html: inout HTMLWriter) {
    let rule = book.knowledge.findingRules[place]
    let fault = book.knowledge.regulation.faults.firstIndex { $0.finding == Int32(place) }
    let regulations = fault.map { fault in
      book.knowledge.regulation.rules.filter { $0.faults.contains(Int32(fault)) }
    }
    let examples = fault.map { book.knowledge.regulation.faults[$0] }
    html.element("article", ["class": "card", "id": Place.anchor(rule)]) { html in
      html.element("h3") { $0.element("code", rule.id) }
      html.element("p", ["class": "verdict"]) { html in
        html.element(
          "strong", ["class": "badge s-\(rule.severity.rawValue)"], Book.capitalized(rule.severity.rawValue))
        html.text(" \(Book.capitalized(rule.message)).")
      }
      html.element("p", rule.why)
      html.element("dl", ["class": "facts"]) { html in
        if !rule.suggestion.isEmpty {
          html.element("dt", "Instead")
          html.element("dd", rule.suggestion)
        }
        if !rule.agents.isEmpty {
          html.element("dt", "About")
          for agent in book.sorted(rule.agents) {
            html.element("dd") { $0.link(book.concept(agent).label, to: Place.concept(book.concept(agent))) }
          }
        }
        if let regulations, !regulations.isEmpty {
          html.element("dt", "Barred by")
          for regulation in regulations {
            html.element("dd") { html in
              html.link(regulation.id, to: Place.regulation(regulation))
              html.text(" (\(regulation.holdsIn.map { $0.uppercased() }.joined(separator: ", ")))")
            }
          }
        }
        write("Flags", rule.flags + (examples?.flags ?? []), &html)
        write("Passes", rule.passes + (examples?.passes ?? []), &html)
      }
      guard !rule.sources.isEmpty else { return }
      html.element("h4", rule.sources.count == 1 ? "Source" : "Sources")
      html.element("ul", ["class": "sources"]) { html in
        for source in rule.sources {
          html.element("li") { html in
            SourceEntry(book: book, place: Int(source)).writeCitation(to: &html)
          }
        }
      }
    }
  }

  private func write(_ label: String, _ examples: [String], _ html: inout HTMLWriter) {
    guard !examples.isEmpty else { return }
    html.element("dt", label)
    for example in examples { html.element("dd") { marked(example, &$0) } }
  }

  /// An example with the words between « and » marked.
  private func marked(_ example: String, _ html: inout HTMLWriter) {
    var rest = example[...]
    while let open = rest.firstIndex(of: "«"), let close = rest[open...].firstIndex(of: "»") {
      html.text(String(rest[..<open]))
      html.element("mark", String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    html.text(String(rest))
  }
}
