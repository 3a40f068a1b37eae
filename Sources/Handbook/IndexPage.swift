import Knowledge
import Reporting

/// The first page: what the book is, and all concepts by kind.
struct IndexPage: BookPage {
  let book: Book
  var path: String { Place.index }
  var title: String { "" }
  var isWide: Bool { true }

  private static let kinds: [Concept.Kind] = [
    .condition, .procedure, .device, .drug, .substance, .class, .quantity, .structure, .outcome,
  ]

  func write(to html: inout HTMLWriter) {
    let knowledge = book.knowledge
    html.element("h1", book.title)
    html.element("p", ["class": "lead"]) { html in
      html.text(
        "What published sources say about \(knowledge.concepts.count) conditions, treatments and other things: "
          + "\(knowledge.statements.count) statements and \(knowledge.definitions.count) definitions, each with a verdict, a "
          + "certainty, what may be said, and the sources it rests on (\(knowledge.sources.count) in all). ")
      html.link("How to read this handbook", to: Place.reading)
      html.text(".")
    }
    html.element("nav", ["aria-label": "Kinds", "class": "strip"]) { html in
      html.element("ul") { html in
        for (kind, concepts) in sections {
          html.element("li") { html in
            html.link(EvidenceWords.plural(kind), to: "#" + Place.anchor(kind))
            html.element("span", ["class": "count"], " \(concepts.count)")
          }
        }
      }
    }
    html.element("p") { html in
      html.text("Looking for a name, a brand or an abbreviation? ")
      html.link("The A–Z", to: Place.names)
      html.text(" has every name, other spellings included; your browser’s own search works in it.")
    }
    for (kind, concepts) in sections {
      html.element("section", ["aria-labelledby": Place.anchor(kind)]) { html in
        html.element("h2", ["id": Place.anchor(kind)], EvidenceWords.plural(kind))
        html.element("ul", ["class": "columns"]) { html in
          for concept in concepts {
            html.element("li") { html in
              html.link(book.concept(concept).label, to: Place.concept(book.concept(concept)))
            }
          }
        }
      }
    }
  }

  private var sections: [(Concept.Kind, [ConceptIndex])] {
    Self.kinds.compactMap { kind in
      let concepts = book.concepts.filter { book.concept($0).kind == kind }
      return concepts.isEmpty ? nil : (kind, concepts)
    }
  }
}
