import Claims

/// Does the text say that one thing treats or causes another?
package enum RelationTask: EvaluationTask {
  package static let name = "relation"
  package static let abstract = "Does a text say that one phrase treats, or causes, another?"
  package static let discussion = """
    Each line: {"id": …, "text": …, "term1": [start, end], "term2": [start, end]}; a term may also be the words \
    themselves, which are looked for in the text, or an object with a "span" or "text". The question goes from term1 to term2. \
    Label: {"treat": 0 or 1, "cause": 0 or 1}; a relation that a label leaves out is not scored there. Main figure: \
    macro F1.
    """
  package static let questionFields = ["term1", "term2"]

  package static func answer(_ item: EvaluationItem, by probe: TextProbe) throws(EvaluationFault)
    -> RelationAnswer
  {
    let first = try term("term1", of: item)
    let second = try term("term2", of: item)
    let search = PhraseSearch(item.points)
    // A place that is given comes first: words that are looked for leave it alone.
    var agent = first.place
    var target = second.place
    if agent == nil { agent = search.find(first.words, besides: target) }
    if target == nil { target = search.find(second.words, besides: agent) }
    guard let agent, let target else { return RelationAnswer(treats: false, causes: false) }
    let relation = probe.relation(
      in: item.document, from: item.points.bytes(agent), to: item.points.bytes(target))
    return RelationAnswer(treats: relation.treats, causes: relation.causes)
  }

  /// A place in the text, or words to be looked for.
  private static func term(_ field: String, of item: EvaluationItem) throws(EvaluationFault) -> (
    place: CodePointRange?, words: String
  ) {
    guard let value = item[field] else {
      throw EvaluationFault(
        problem: "there is no '\(field)'", remedy: "give its [start, end] in code points, or its words")
    }
    if let span = value["span"] { return (try item.range(span, in: field), "") }
    if let words = value.string ?? value["text"]?.string { return (nil, words) }
    return (try item.range(value, in: field), "")
  }

  package static func score(_ choices: EvaluationChoices) -> RelationScore { RelationScore() }
}

/// Whether one phrase is said to treat another, and whether it is said to cause it.
package struct RelationAnswer: EvaluationAnswer {
  static let relations = ["treat", "cause"]

  var treats: Bool
  var causes: Bool

  /// In the order of `relations`.
  var values: [Bool] { [treats, causes] }

  package var label: JSONValue {
    .object(zip(Self.relations, values).map { JSONValue.Member($0, JSONValue($1 ? 1 : 0)) })
  }
}

/// Scores each relation by itself.
package struct RelationScore: EvaluationScore {
  /// In the order of the relations.
  private var agreements = RelationAnswer.relations.map { _ in Agreement() }
  private var right = 0
  private var count = 0

  package mutating func add(_ answer: RelationAnswer, to item: EvaluationItem, gold: JSONValue)
    throws(EvaluationFault) -> EvaluationComparison?
  {
    let fault = EvaluationFault(
      problem: "the label is none of this task", remedy: "write {\"treat\": 0 or 1, \"cause\": 0 or 1}")
    var wanted: [Bool?] = []
    for relation in RelationAnswer.relations {
      guard let value = gold[relation], value != .null else {
        wanted.append(nil)
        continue
      }
      guard let truth = value.truth else { throw fault }
      wanted.append(truth)
    }
    if wanted.allSatisfy({ $0 == nil }) { throw fault }
    var isRight = true
    for (place, (wanted, given)) in zip(wanted, answer.values).enumerated() {
      guard let wanted else { continue }
      agreements[place].count(gold: wanted, given: given)
      isRight = isRight && wanted == given
    }
    count += 1
    if isRight { right += 1 }
    return EvaluationComparison(isRight: isRight, gold: gold, given: answer.label)
  }

  package var figures: EvaluationFigures {
    var figures = EvaluationFigures()
    figures.addTable(
      of: "relation", zip(RelationAnswer.relations, agreements).map { ($0, $1) }, counting: "items")
    figures.add("accuracy", right, of: count)
    let macro = mean(agreements.map(\.f1))
    figures.add("macro F1", macro)
    figures.setMain("macro F1", macro)
    return figures
  }
}
