import Knowledge
import Reporting

/// The states and effects of a concept, and for a quantity who has them.
struct ConceptBiology {
  let book: Book
  let index: ConceptIndex

  private var concept: Concept { book.concept(index) }

  // MARK: Of conditions and interventions

  func states(_ html: inout HTMLWriter) {
    var table = Table(
      "How quantities of the body stand in it", ["Quantity", "In this condition", "Known from"])
    for state in concept.states {
      table.add([
        { link(state.quantity, &$0) },
        { $0.text(EvidenceWords.adjective(state.state)) },
        { html in
          if let origin = book.references.origin(of: state, in: concept) {
            inherited(from: origin, &html)
          } else {
            definitionLinks(state.quantity, &html)
          }
        },
      ])
    }
    table.write(to: &html)
  }

  /// The definitions of the condition are where its own state is sourced.
  private func definitionLinks(_ quantity: ConceptIndex, _ html: inout HTMLWriter) {
    let definitions = book.references.definitions(of: index).map { book.knowledge.definitions[$0] }
    guard let definition = definitions.first(where: { $0.quantity == quantity }) ?? definitions.first else {
      return html.text("this entry; no definition with sources yet")
    }
    html.link("definition", to: "#" + Place.anchor(definition))
  }

  func effects(_ html: inout HTMLWriter) {
    html.element(
      "p",
      "What it does to quantities of the body in general. Whether that helps anybody is said by statements.")
    let hasInherited = concept.effects.contains { book.references.origin(of: $0, in: concept) != nil }
    var table = Table(
      "What it does to quantities of the body", ["Effect", "Source"] + (hasInherited ? ["Known from"] : []))
    for effect in concept.effects {
      var cells: [(inout HTMLWriter) -> Void] = [
        { html in
          html.text(Book.capitalized(EvidenceWords.verb(effect.direction)) + " ")
          link(effect.quantity, &html)
        },
        { source(effect.source, &$0) },
      ]
      if hasInherited {
        cells.append { html in
          if let origin = book.references.origin(of: effect, in: concept) {
            inherited(from: origin, &html)
          } else {
            html.text("this entry")
          }
        }
      }
      table.add(cells)
    }
    table.write(to: &html)
  }

  // MARK: Of quantities

  /// Interventions with an effect of their own on the quantity.
  var movers: [(concept: ConceptIndex, effect: Concept.Effect)] {
    book.concepts.compactMap { other in
      let concept = book.concept(other)
      guard let effect = concept.effects.first(where: { $0.quantity == index }),
        book.references.origin(of: effect, in: concept) == nil
      else { return nil }
      return (other, effect)
    }
  }

  /// Conditions with a state of their own in the quantity.
  var deviating: [(concept: ConceptIndex, state: Concept.State)] {
    book.concepts.compactMap { other in
      let concept = book.concept(other)
      guard let state = concept.states.first(where: { $0.quantity == index }),
        book.references.origin(of: state, in: concept) == nil
      else { return nil }
      return (other, state.state)
    }
  }

  func writeMovers(_ html: inout HTMLWriter) {
    var table = Table("What has an effect on it in general", ["Intervention", "Effect", "Source"])
    for direction in Concept.Direction.allCases {
      for mover in movers where mover.effect.direction == direction {
        table.add([
          { link(mover.concept, &$0) },
          { $0.text("\(EvidenceWords.verb(direction)) it") },
          { source(mover.effect.source, &$0) },
        ])
      }
    }
    table.write(to: &html)
  }

  func writeDeviating(_ html: inout HTMLWriter) {
    var table = Table("Conditions in which it is not as usual", ["Condition", "There it is"])
    for state in Concept.State.allCases {
      for condition in deviating where condition.state == state {
        table.add([{ link(condition.concept, &$0) }, { $0.text(EvidenceWords.adjective(state)) }])
      }
    }
    table.write(to: &html)
  }

  // MARK: Cells

  private func link(_ other: ConceptIndex, _ html: inout HTMLWriter) {
    html.link(book.concept(other).label, to: Place.concept(book.concept(other)))
  }

  private func source(_ place: Int32, _ html: inout HTMLWriter) {
    guard place >= 0 else { return html.text("none") }
    let source = book.knowledge.sources[Int(place)]
    html.link(SourceName.short(source), to: Place.source(source))
  }

  private func inherited(from origin: ConceptIndex, _ html: inout HTMLWriter) {
    html.element("span", ["class": "inherited"], "its class")
    html.text(" ")
    link(origin, &html)
  }
}
