import Claims

/// Where do the sentences of a text end?
package enum SentencesTask: EvaluationTask {
  package static let name = "sentences"
  package static let abstract = "Which sentences does a text consist of?"
  package static let discussion = """
    Each line: {"id": …, "text": …}. Label: the list of sentences, as strings or as [start, end] spans; answers are \
    strings, with "spans" beside them. An item is right where all sentences are the same but for white space; items with \
    "golden": true are counted by themselves, too. Boundaries are the ends of all sentences but the last. Items with \
    "rewrites": true, whose label is no division of their text, count only with --all. Main figure: share of right items.
    """
  package static let choices: EvaluationChoices = .rewritten

  package static func answer(_ item: EvaluationItem, by probe: TextProbe) -> SentencesAnswer {
    let spans = probe.sentences(of: item.document).map(item.points.points)
    return SentencesAnswer(sentences: spans.map(item.points.text), spans: spans)
  }

  package static func score(_ choices: EvaluationChoices) -> SentencesScore {
    SentencesScore(countsRewritten: choices.contains(.rewritten))
  }
}

/// The sentences of a text, and where they stand in it.
package struct SentencesAnswer: EvaluationAnswer {
  var sentences: [String]
  var spans: [CodePointRange]

  package var label: JSONValue { .array(sentences.map { .string($0) }) }
  package var details: [JSONValue.Member] { [JSONValue.Member("spans", .array(spans.map(\.json)))] }
}
