import Knowledge
import Reporting

/// Everything that the rules say of one concept.
struct ConceptPage: BookPage {
  let book: Book
  let index: ConceptIndex

  var concept: Concept { book.concept(index) }
  var path: String { Place.concept(concept) }
  var title: String { Book.capitalized(concept.label) }

  /// A chapter of the page.
  private struct Section {
    var anchor: String
    var heading: String
    var count: Int
    var write: (inout HTMLWriter) -> Void
  }

  func write(to html: inout HTMLWriter) {
    let sections = self.sections
    html.element("nav", ["aria-label": "Kind", "class": "crumbs"]) { html in
      html.link(
        EvidenceWords.plural(concept.kind), to: Place.index + "#" + Place.anchor(concept.kind))
    }
    html.element("h1", title)
    names(&html)
    if sections.count > 1 { contents(sections, &html) }
    if sections.isEmpty {
      html.element(
        "p", ["class": "empty"],
        "The rules know this word and say nothing of it: it serves to read texts. That is neither approval nor doubt."
      )
    }
    for section in sections {
      html.element("section", ["aria-labelledby": section.anchor]) { html in
        html.element("h2", ["id": section.anchor], section.heading)
        section.write(&html)
      }
    }
    html.element("p", ["class": "meta"]) { html in
      html.element("code", concept.id)
      html.text(" · written in ")
      html.element("code", "\(concept.place.path):\(concept.place.line)")
    }
  }

  private var sections: [Section] {
    var sections: [Section] = []
    func add(_ anchor: String, _ heading: String, _ count: Int, _ write: @escaping (inout HTMLWriter) -> Void)
    {
      if count > 0 { sections.append(Section(anchor: anchor, heading: heading, count: count, write: write)) }
    }
    let evidence = ConceptEvidence(book: book, index: index)
    let biology = ConceptBiology(book: book, index: index)
    let members = book.sorted(book.references.members(of: index))
    add("classes", "Classes and members", concept.parents.count + members.count) { classes(members, &$0) }
    add("states", "What it means in the body", concept.states.count) { biology.states(&$0) }
    let definitions = book.references.definitions(of: index)
    add("definitions", definitions.count == 1 ? "Definition" : "Definitions", definitions.count) { html in
      for place in definitions {
        EvidenceCard(book: book, page: index).write(book.knowledge.definitions[place], to: &html)
      }
    }
    add("effects", "Effects in general", concept.effects.count) { biology.effects(&$0) }
    add("moved-by", "What moves it", biology.movers.count) { biology.writeMovers(&$0) }
    add("deviates-in", "Conditions that it deviates in", biology.deviating.count) {
      biology.writeDeviating(&$0)
    }
    add("does", "Statements on what it does", evidence.by.count) { evidence.write(evidence.by, &$0) }
    add("combined", "Statements on what it does with others", evidence.with.count) {
      evidence.write(evidence.with, &$0)
    }
    add("done-for", onHeading, evidence.on.count) { evidence.write(evidence.on, &$0) }
    let inherited = evidence.inheritedBy.count + evidence.inheritedOn.count
    add("inherited", "From its classes", inherited) { evidence.writeInherited(&$0) }
    return sections
  }

  private var onHeading: String {
    switch concept.kind {
    case .condition: "Statements on what is offered for it, or causes it"
    case .quantity, .structure: "Statements on what changes it"
    default: "Statements on what leads to it"
    }
  }

  // MARK: Head

  private func names(_ html: inout HTMLWriter) {
    html.element("dl", ["class": "facts"]) { html in
      html.element("dt", "Kind")
      html.element("dd", EvidenceWords.name(concept.kind))
      if !concept.synonyms.isEmpty {
        html.element("dt", "Also written")
        html.element("dd", concept.synonyms.joined(separator: "; "))
      }
      if !concept.needsContext.isEmpty {
        html.element("dt", "In context also")
        html.element("dd", concept.needsContext.joined(separator: "; "))
      }
    }
  }

  private func contents(_ sections: [Section], _ html: inout HTMLWriter) {
    html.element("nav", ["aria-label": "On this page", "class": "strip page"]) { html in
      html.element("ul") { html in
        for section in sections {
          html.element("li") { html in
            html.link(section.heading, to: "#" + section.anchor)
            html.element("span", ["class": "count"], " \(section.count)")
          }
        }
      }
    }
  }

  private func classes(_ members: [ConceptIndex], _ html: inout HTMLWriter) {
    if !concept.parents.isEmpty {
      html.element("p") { html in
        html.text("Belongs to ")
        links(concept.parents, &html)
        let further = concept.ancestors.map(\.concept).filter { !concept.parents.contains($0) }
        if !further.isEmpty {
          html.text(", and so to ")
          links(further, &html)
        }
        html.text(". What holds for a class holds for its members unless they have a statement of their own.")
      }
    }
    guard !members.isEmpty else { return }
    html.element("h3", "Members")
    html.element("ul", ["class": "columns"]) { html in
      for member in members {
        html.element("li") { $0.link(book.concept(member).label, to: Place.concept(book.concept(member))) }
      }
    }
  }

  private func links(_ concepts: [ConceptIndex], _ html: inout HTMLWriter) {
    for (place, concept) in concepts.enumerated() {
      if place > 0 { html.text(place + 1 == concepts.count ? " and " : ", ") }
      html.link(book.concept(concept).label, to: Place.concept(book.concept(concept)))
    }
  }
}
