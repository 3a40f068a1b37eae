import Claims
import Ingest

/// Does the text deny a phrase?
package enum NegationTask: EvaluationTask {
  package static let name = "negation"
  package static let abstract = "Is a phrase affirmed or negated in its text?"
  package static let discussion = """
    Each line: {"id": …, "text": …, "concept": "a phrase of the text", "span": [start, end]}. Without the span the \
    concept is looked for in the text, whatever its case and white space; one that is not there is Affirmed. Labels: \
    Affirmed, Negated. Main figure: F1 of Negated.
    """
  package static let questionFields = ["concept", "span"]
  private static let affirmed = "Affirmed"
  private static let negated = "Negated"

  package static func answer(_ item: EvaluationItem, by probe: TextProbe) throws(EvaluationFault)
    -> LabelAnswer
  {
    let concept = try item.string("concept")
    var place: CodePointRange?
    if let span = item["span"] {
      place = try item.range(span, in: "span")
    } else if let concept {
      place = PhraseSearch(item.points).find(concept)
    } else {
      throw EvaluationFault(
        problem: "there is neither 'concept' nor 'span'", remedy: "give the phrase that the question is about"
      )
    }
    let isNegated = place.map { probe.isNegated(item.points.bytes($0), in: item.document) } ?? false
    return LabelAnswer(value: isNegated ? negated : affirmed)
  }

  package static func score(_ choices: EvaluationChoices) -> LabelScore {
    LabelScore(labels: [affirmed, negated], main: .f1(of: negated))
  }
}

/// How firmly does the text tie a cause to an effect?
package enum CausalityTask: EvaluationTask {
  package static let name = "causality"
  package static let abstract = "How firmly does a text tie a cause to an effect?"
  package static let discussion = """
    Each line: {"id": …, "text": …}. Labels: none, correlational ("is linked to"), conditional ("may lead to"), causal \
    ("leads to"). Main figure: macro F1.
    """

  package static func answer(_ item: EvaluationItem, by probe: TextProbe) -> LabelAnswer {
    LabelAnswer(value: probe.causality(of: item.document).rawValue)
  }

  package static func score(_ choices: EvaluationChoices) -> LabelScore {
    LabelScore(labels: Claim.Causality.allCases.map(\.rawValue))
  }
}

/// What does the text tell its readers to do?
package enum AdviceTask: EvaluationTask {
  package static let name = "advice"
  package static let abstract = "How firmly does a text advise its readers?"
  package static let discussion = """
    Each line: {"id": …, "text": …}. Labels: none, weak ("may be considered"), strong ("should be offered"). Main \
    figure: macro F1.
    """

  package static func answer(_ item: EvaluationItem, by probe: TextProbe) -> LabelAnswer {
    LabelAnswer(value: probe.advice(in: item.document).rawValue)
  }

  package static func score(_ choices: EvaluationChoices) -> LabelScore {
    LabelScore(labels: Claim.Advice.allCases.map(\.rawValue))
  }
}

/// What does a report of a trial say of an outcome?
package enum DirectionTask: EvaluationTask {
  package static let name = "direction"
  package static let abstract = "What does a report say of an outcome under one intervention against another?"
  package static let discussion = """
    Each line: {"id": …, "text": …, "intervention": …, "comparator": …, "outcome": …}; the three need not stand in the \
    text in these words. Labels: increased, decreased, no_difference. Main figure: macro F1.
    """
  package static let questionFields = ["intervention", "comparator", "outcome"]

  package static func answer(_ item: EvaluationItem, by probe: TextProbe) throws(EvaluationFault)
    -> LabelAnswer
  {
    let direction = probe.direction(
      in: item.document, of: try item.string("outcome") ?? "",
      intervention: try item.string("intervention") ?? "", comparator: try item.string("comparator") ?? "")
    return LabelAnswer(value: direction.rawValue)
  }

  package static func score(_ choices: EvaluationChoices) -> LabelScore {
    LabelScore(labels: ReportedDirection.allCases.map(\.rawValue))
  }
}
