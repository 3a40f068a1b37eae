import Knowledge
import Reporting

/// The legend of the book.
struct ReadingPage: BookPage {
  let book: Book
  var path: String { Place.reading }
  var title: String { "How to read this handbook" }

  func write(to html: inout HTMLWriter) {
    html.element("h1", title)
    html.element(
      "p", ["class": "lead"],
      "A statement reads “intervention – relation – target”. It stands in quotation marks because it is what somebody may claim; "
        + "the verdict beneath it says whether sources bear the claim out.")
    chapter("verdicts", "Verdicts", &html, verdicts)
    chapter("certainty", "Certainty (GRADE)", &html, certainties)
    chapter("may-say", "What may be said", &html) { html in
      html.element(
        "p",
        "Each statement ends with a sentence that its evidence bears and that a writer can use: no stronger than the certainty "
          + "allows, and with the limits that matter for safety.")
    }
    chapter("classes", "Classes and what comes from them", &html) { html in
      html.element(
        "p",
        "Entries belong to classes. What is known of a class holds for its members "
          + "until something nearer is known. Such statements, effects and states are marked as coming from the class, and are "
          + "told in full there. The most specific statement speaks: with partners before without, the entry before its class."
      )
    }
    chapter("effects", "Effects, states and definitions", &html) { html in
      html.element(
        "p",
        "An effect says which way an intervention moves a quantity of the body in general; a state says how the quantity stands "
          + "in a condition; a definition gives the sources of the state. An effect is no promise: what pushes a quantity further "
          + "the way in which it already deviates cannot treat the condition, but what pushes it back need not help."
      )
    }
    chapter("sources", "Sources", &html) { html in
      html.element(
        "p",
        "Each source is told with its design, its year and what it found, in our own words. A title in square brackets is a "
          + "description: the text that was read did not show the title.")
    }
    chapter("reviews", "Reviews", &html) { html in
      html.element("p") { html in
        html.text("Each record bears the day of its last review. ")
        for pack in book.knowledge.packs {
          html.text(
            "In the pack \(pack.id) a review holds for \(pack.maximumAgeYears) years. ")
        }
        html.text(
          "This book holds reviews against \(book.day); those that have passed are marked as overdue.")
      }
    }
  }

  private func chapter(
    _ anchor: String, _ heading: String, _ html: inout HTMLWriter, _ body: (inout HTMLWriter) -> Void
  ) {
    html.element("section", ["aria-labelledby": anchor]) { html in
      html.element("h2", ["id": anchor], heading)
      body(&html)
    }
  }

  private func verdicts(_ html: inout HTMLWriter) {
    var table = Table("Verdicts and what they say of a statement", ["Verdict", "It means that"])
    let rows: [(EvidenceStatement.Verdict, EvidenceStatement.Relation)] = [
      (.supported, .treats), (.mixed, .treats), (.insufficient, .treats), (.refuted, .treats),
      (.harmful, .treats), (.harmful, .causes), (.harmful, .contraindicated),
    ]
    for (verdict, relation) in rows {
      table.add([
        { EvidenceCard.badge(verdict, of: relation, &$0) },
        { $0.text(EvidenceWords.meaning(verdict, of: relation)) },
      ])
    }
    table.write(to: &html)
  }

  private func certainties(_ html: inout HTMLWriter) {
    html.element(
      "p",
      "The certainty is that of the whole body of evidence on one statement, after GRADE. It says how sure the verdict is, not how "
        + "large an effect is: a refuted statement can be refuted with high certainty.")
    var table = Table("Certainty and wording", ["Certainty", "What it means", "How it may be worded"])
    for certainty in EvidenceCertainty.allCases {
      table.add([
        { html in
          html.element("span", ["class": "circles", "aria-hidden": "true"], EvidenceWords.circles(certainty))
          html.text(" " + Book.capitalized(EvidenceWords.label(certainty)))
        },
        { $0.text(EvidenceWords.meaning(certainty)) },
        { $0.text(EvidenceWords.wording(certainty)) },
      ])
    }
    table.write(to: &html)
  }
}
