import Knowledge
import Reporting

/// Every name of every concept, from A to Z, as the index at the end of a book has them.
struct NamesPage: BookPage {
  let book: Book
  var path: String { Place.names }
  var title: String { "A–Z" }
  var isWide: Bool { true }

  private struct Name {
    var key: AlphabeticalKey
    var name: String
    var concept: ConceptIndex
    var isLabel: Bool
    var needsContext: Bool
  }

  func write(to html: inout HTMLWriter) {
    let letters = self.letters
    html.element("h1", "A–Z")
    html.element("p", ["class": "lead"]) { html in
      html.text(
        "Every name that a text may use, with the concept that it is read as. Names marked ")
      html.element("em", "in context")
      html.text(" count only where the text speaks of the concept, or of its class, elsewhere too.")
    }
    html.element("nav", ["aria-label": "Letters", "class": "strip letters"]) { html in
      html.element("ul") { html in
        for (letter, _) in letters {
          html.element("li") { $0.link(heading(letter), to: "#" + anchor(letter)) }
        }
      }
    }
    for (letter, names) in letters {
      html.element("section", ["aria-labelledby": anchor(letter)]) { html in
        html.element("h2", ["id": anchor(letter)], heading(letter))
        html.element("ul", ["class": "columns names"]) { html in
          for name in names { html.element("li") { write(name, &$0) } }
        }
      }
    }
  }

  private func write(_ name: Name, _ html: inout HTMLWriter) {
    let concept = book.concept(name.concept)
    if name.isLabel {
      html.element("strong") { $0.link(name.name, to: Place.concept(concept)) }
      return
    }
    html.text(name.name)
    if name.needsContext { html.element("em", ["class": "context"], " in context") }
    html.text(" → ")
    html.link(concept.label, to: Place.concept(concept))
  }

  private var letters: [(letter: Character, names: [Name])] {
    var names: [Name] = []
    for (index, concept) in book.knowledge.concepts.enumerated() {
      func add(_ name: String, isLabel: Bool = false, needsContext: Bool = false) {
        let key = AlphabeticalKey(name, id: concept.id)
        names.append(
          Name(
            key: key, name: name, concept: ConceptIndex(index), isLabel: isLabel, needsContext: needsContext))
      }
      add(concept.label, isLabel: true)
      // A synonym that differs from the label in capitals only says nothing new to a reader.
      let label = concept.label.lowercased()
      for synonym in concept.synonyms where synonym.lowercased() != label { add(synonym) }
      for form in concept.needsContext { add(form, needsContext: true) }
    }
    names.sort { ($0.key, $0.isLabel ? 0 : 1) < ($1.key, $1.isLabel ? 0 : 1) }
    let groups = Dictionary(grouping: names, by: \.key.letter)
    return groups.keys.sorted().map { ($0, groups[$0] ?? []) }
  }

  private func heading(_ letter: Character) -> String { letter == "#" ? "0–9" : String(letter) }
  private func anchor(_ letter: Character) -> String {
    letter == "#" ? "letter-0" : "letter-\(letter.lowercased())"
  }
}
