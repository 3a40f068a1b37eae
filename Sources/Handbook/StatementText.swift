import Knowledge
import Reporting

/// A statement as the sentence that its verdict judges.
struct StatementText {
  let book: Book

  func plain(_ statement: EvidenceStatement) -> String {
    agents(statement).map { book.concept($0).label }.joined(separator: " with ") + " "
      + verb(statement) + " " + book.concept(statement.target).label
  }

  /// The sentence with links, but for the concept whose page it stands on.
  func write(_ statement: EvidenceStatement, on page: ConceptIndex?, to html: inout HTMLWriter) {
    for (index, agent) in agents(statement).enumerated() {
      if index > 0 { html.text(index == 1 ? " with " : " and ") }
      name(agent, isFirst: index == 0, page, &html)
    }
    html.text(" \(verb(statement)) ")
    name(statement.target, isFirst: false, page, &html)
  }

  private func agents(_ statement: EvidenceStatement) -> [ConceptIndex] {
    [statement.intervention] + statement.partners
  }

  private func verb(_ statement: EvidenceStatement) -> String {
    EvidenceWords.verb(
      statement.relation, ofSeveral: Book.isPlural(book.concept(statement.intervention).label))
  }

  private func name(_ index: ConceptIndex, isFirst: Bool, _ page: ConceptIndex?, _ html: inout HTMLWriter) {
    let concept = book.concept(index)
    let label = isFirst ? Book.capitalized(concept.label) : concept.label
    if index == page { html.text(label) } else { html.link(label, to: Place.concept(concept)) }
  }
}
