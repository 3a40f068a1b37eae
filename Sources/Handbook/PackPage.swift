import Knowledge
import Reporting

/// What the book was made from, and what it does not cover.
struct PackPage: BookPage {
  let book: Book
  var path: String { Place.pack }
  var title: String { "About these rules" }

  func write(to html: inout HTMLWriter) {
    html.element("h1", title)
    for pack in book.knowledge.packs { write(pack, &html) }
    html.element("section", ["aria-labelledby": "figures"]) { html in
      html.element("h2", ["id": "figures"], "Verdicts and certainty")
      figures(&html)
    }
    html.element("section", ["aria-labelledby": "overdue"]) { html in
      html.element("h2", ["id": "overdue"], "Reviews that are overdue")
      overdue(&html)
    }
    html.element("section", ["aria-labelledby": "silent"]) { html in
      html.element("h2", ["id": "silent"], "Entries without statements")
      silent(&html)
    }
    html.element("p", ["class": "meta"]) { html in
      html.text("SHA-256 of the rules: ")
      html.element("code", book.knowledge.sha256)
    }
  }

  private func write(_ pack: Pack, _ html: inout HTMLWriter) {
    let anchor = "pack-\(pack.id)"
    html.element("section", ["aria-labelledby": anchor]) { html in
      html.element("h2", ["id": anchor], pack.title)
      html.element("p", pack.about)
      html.element("dl", ["class": "facts"]) { html in
        for (name, value) in [
          ("Pack", pack.id), ("Version", pack.version), ("Reviewed", pack.reviewed),
          ("A review holds", pack.maximumAgeYears == 1 ? "1 year" : "\(pack.maximumAgeYears) years"),
          ("Language", pack.language),
        ] {
          html.element("dt", name)
          html.element("dd", value)
        }
      }
    }
  }

  private func figures(_ html: inout HTMLWriter) {
    var table = Table(
      "Statements by verdict and certainty",
      ["Verdict"] + EvidenceCertainty.allCases.map { Book.capitalized(EvidenceWords.label($0)) } + ["All"])
    for verdict in EvidenceStatement.Verdict.allCases {
      let statements = book.knowledge.statements.filter { $0.verdict == verdict }
      var cells: [(inout HTMLWriter) -> Void] = [{ EvidenceCard.badge(verdict, of: .treats, &$0) }]
      for certainty in EvidenceCertainty.allCases {
        let count = statements.count { $0.certainty == certainty }
        cells.append { $0.text(String(count)) }
      }
      cells.append { $0.text(String(statements.count)) }
      table.add(cells)
    }
    table.write(to: &html)
  }

  private func overdue(_ html: inout HTMLWriter) {
    let statements = book.knowledge.statements.filter { book.freshness.isOutdated($0.reviewed, at: $0.place) }
    let definitions = book.knowledge.definitions.filter {
      book.freshness.isOutdated($0.reviewed, at: $0.place)
    }
    guard !statements.isEmpty || !definitions.isEmpty else {
      return html.element("p", "None on \(book.day).")
    }
    html.element(
      "p",
      "On \(book.day) the reviews of \(count(statements.count, "statement")) and "
        + "\(count(definitions.count, "definition")) have passed:")
    html.element("ul", ["class": "list"]) { html in
      for statement in statements.sorted(by: { $0.id < $1.id }) {
        html.element("li") { html in
          html.link(
            Book.capitalized(StatementText(book: book).plain(statement)),
            to: Place.statement(statement, on: book.concept(statement.intervention)))
          html.element("span", ["class": "count"], " \(statement.reviewed)")
        }
      }
      for definition in definitions.sorted(by: { $0.id < $1.id }) {
        let concept = book.concept(definition.concept)
        html.element("li") { html in
          html.link("Definition of \(concept.label)", to: Place.definition(definition, of: concept))
          html.element("span", ["class": "count"], " \(definition.reviewed)")
        }
      }
    }
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// Interventions and conditions that no statement names, nor one of a class of theirs.
  private func silent(_ html: inout HTMLWriter) {
    let references = book.references
    let silent = book.concepts.filter { index in
      let concept = book.concept(index)
      guard concept.kind.isIntervention || concept.kind == .condition else { return false }
      let all = [index] + concept.ancestors.map(\.concept)
      return all.allSatisfy {
        references.statements(by: $0).isEmpty && references.statements(on: $0).isEmpty
          && references.statements(with: $0).isEmpty
      }
    }
    guard !silent.isEmpty else { return html.element("p", "None.") }
    html.element(
      "p",
      "The rules know the names of these conditions and interventions, and no statement speaks of them or of a class of theirs. "
        + "Silence is neither approval nor doubt.")
    html.element("ul", ["class": "columns"]) { html in
      for index in silent {
        html.element("li") { $0.link(book.concept(index).label, to: Place.concept(book.concept(index))) }
      }
    }
  }
}
