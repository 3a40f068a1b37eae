import Knowledge
import Reporting

/// The statements that a concept takes part in.
struct ConceptEvidence {
  let book: Book
  let index: ConceptIndex

  /// On what it does.
  var by: [Int] { book.sorted(book.references.statements(by: index), by: \.target) }
  /// On what it does as a partner.
  var with: [Int] { book.sorted(book.references.statements(with: index), by: \.target) }
  /// On what is done to it.
  var on: [Int] { book.sorted(book.references.statements(on: index), by: \.intervention) }
  var inheritedBy: [CrossReferences.Inherited] { book.references.inheritedStatements(by: index) }
  var inheritedOn: [CrossReferences.Inherited] { book.references.inheritedStatements(on: index) }

  /// Fewer statements need no summary before them.
  private static let summaryFrom = 3

  /// A summary where there are several, then each in full.
  func write(_ places: [Int], _ html: inout HTMLWriter) {
    if places.count >= Self.summaryFrom {
      var table = Table("In short", ["Statement", "Verdict", "Certainty"])
      for place in places {
        let statement = book.knowledge.statements[place]
        table.add([
          { $0.link(short(statement), to: "#" + Place.anchor(statement)) },
          { EvidenceCard.badge(statement.verdict, of: statement.relation, &$0) },
          { certainty(statement.certainty, &$0) },
        ])
      }
      table.write(to: &html)
    }
    let card = EvidenceCard(book: book, page: index)
    for place in places { card.write(book.knowledge.statements[place], to: &html) }
  }

  /// What its classes have, with links to where it is told in full.
  func writeInherited(_ html: inout HTMLWriter) {
    html.element("p") { html in
      html.text(
        "These statements speak of a class of this entry. They hold for it as far as nothing nearer is known, and are told in "
          + "full at the class.")
    }
    write(inheritedBy, "Inherited: what its classes do", &html)
    write(inheritedOn, "Inherited: what is known of its classes as a target", &html)
  }

  private func write(_ list: [CrossReferences.Inherited], _ caption: String, _ html: inout HTMLWriter) {
    guard !list.isEmpty else { return }
    var table = Table(caption, ["Statement", "Verdict", "Certainty", "From the class"])
    for inherited in list {
      let statement = book.knowledge.statements[inherited.statement]
      let from = book.concept(inherited.from)
      table.add([
        {
          $0.link(
            Book.capitalized(StatementText(book: book).plain(statement)),
            to: Place.statement(statement, on: from))
        },
        { EvidenceCard.badge(statement.verdict, of: statement.relation, &$0) },
        { certainty(statement.certainty, &$0) },
        { $0.link(from.label, to: Place.concept(from)) },
      ])
    }
    table.write(to: &html)
  }

  /// Without the name of the page's own concept where it is plain.
  private func short(_ statement: EvidenceStatement) -> String {
    let plain = StatementText(book: book).plain(statement)
    guard statement.intervention == index, statement.partners.isEmpty else { return Book.capitalized(plain) }
    return String(plain.dropFirst(book.concept(index).label.count + 1))
  }

  private func certainty(_ certainty: EvidenceCertainty, _ html: inout HTMLWriter) {
    html.element("span", ["class": "circles", "aria-hidden": "true"], EvidenceWords.circles(certainty))
    html.text(" \(EvidenceWords.label(certainty))")
  }
}
