import Knowledge
import Reporting

/// A statement or definition in full: verdict, certainty, what is known, what may be said, sources.
struct EvidenceCard {
  let book: Book
  /// The concept whose page it stands on.
  let page: ConceptIndex

  func write(_ statement: EvidenceStatement, to html: inout HTMLWriter) {
    html.element("article", ["class": "card", "id": Place.anchor(statement)]) { html in
      html.element("h3") { html in
        html.text("“")
        StatementText(book: book).write(statement, on: page, to: &html)
        html.text("”")
      }
      html.element("p", ["class": "verdict"]) { html in
        Self.badge(statement.verdict, of: statement.relation, &html)
        html.text(
          " \(Book.capitalized(EvidenceWords.meaning(statement.verdict, of: statement.relation))). ")
        Self.certainty(statement.certainty, &html)
      }
      rest(
        note: statement.note, maySay: statement.maySay, sources: statement.sources,
        reviewed: statement.reviewed, id: statement.id, place: statement.place, &html)
    }
  }

  func write(_ definition: Definition, to html: inout HTMLWriter) {
    let quantity = book.concept(definition.quantity)
    html.element("article", ["class": "card", "id": Place.anchor(definition)]) { html in
      html.element("h3") { html in
        html.text("By definition ")
        html.link(quantity.label, to: Place.concept(quantity))
        let verb = Book.isPlural(quantity.label) ? "are" : "is"
        html.text(" \(verb) \(EvidenceWords.adjective(definition.direction))")
      }
      html.element("p", ["class": "verdict"]) { html in
        Self.badge(definition.verdict, of: .increases, &html)
        html.text(" \(Book.capitalized(EvidenceWords.meaning(definition.verdict, of: .increases))). ")
        Self.certainty(definition.certainty, &html)
      }
      rest(
        note: definition.note, maySay: definition.maySay, sources: definition.sources,
        reviewed: definition.reviewed, id: definition.id, place: definition.place, &html)
    }
  }

  /// A verdict as a word on a ground of its colour.
  static func badge(
    _ verdict: EvidenceStatement.Verdict, of relation: EvidenceStatement.Relation, _ html: inout HTMLWriter
  ) {
    html.element(
      "strong", ["class": "badge v-\(verdict.rawValue)"], EvidenceWords.label(verdict, of: relation))
  }

  static func certainty(_ certainty: EvidenceCertainty, _ html: inout HTMLWriter) {
    html.element("span", ["class": "certainty"]) { html in
      html.element("span", ["class": "circles", "aria-hidden": "true"], EvidenceWords.circles(certainty))
      html.text(" ")
      html.element(
        "a", ["href": html.root + Place.reading + "#certainty"],
        "\(EvidenceWords.label(certainty)) certainty")
    }
  }

  private func rest(
    note: String, maySay: String, sources: [Int32], reviewed: String, id: String, place: RulePlace,
    _ html: inout HTMLWriter
  ) {
    html.element("p", note)
    html.element("p", ["class": "may"]) { html in
      html.element("strong", "May be said:")
      html.text(" “\(maySay)”")
    }
    html.element("h4", sources.count == 1 ? "Source" : "Sources")
    html.element("ul", ["class": "sources"]) { html in
      for source in sources {
        html.element("li") { html in
          SourceEntry(book: book, place: Int(source)).writeCitation(to: &html)
        }
      }
    }
    html.element("p", ["class": "meta"]) { html in
      html.text("Last reviewed ")
      html.element("time", ["datetime": reviewed], reviewed)
      if book.freshness.isOutdated(reviewed, at: place) {
        html.text(" ")
        html.element("strong", ["class": "overdue"], "review overdue on \(book.day)")
      }
      html.text(" · ")
      html.element("code", id)
    }
  }
}
