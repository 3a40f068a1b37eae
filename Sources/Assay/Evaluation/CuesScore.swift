import Claims

/// Scores the kinds of cues that a text holds and, if asked, the scopes of the cues.
package struct CuesScore: EvaluationScore {
  private let countsScopes: Bool
  private var agreements: [AssertionCue.Kind: Agreement] = [:]
  private var scopes: [AssertionCue.Kind: ScopeAgreement] = [:]
  private var right = 0
  private var count = 0

  init(countsScopes: Bool) { self.countsScopes = countsScopes }

  package mutating func add(_ answer: CuesAnswer, to item: EvaluationItem, gold: JSONValue)
    throws(EvaluationFault)
    -> EvaluationComparison?
  {
    let wanted = try Self.kinds(of: gold)
    var comparison = EvaluationComparison(
      isRight: wanted == answer.kinds, gold: gold, given: answer.label)
    // Read before anything is counted: a line with a fault counts nowhere.
    var goldCues: [CuesAnswer.Cue]?
    if countsScopes, let cues = item["cues"] { goldCues = try Self.cues(cues, of: item) }
    for kind in AssertionCue.Kind.allCases {
      agreements[kind, default: Agreement()].count(
        gold: wanted.contains(kind), given: answer.kinds.contains(kind))
    }
    count += 1
    if comparison.isRight { right += 1 }
    if let goldCues {
      var areExact = true
      for cue in goldCues {
        let match = ScopeAgreement.match(cue, in: answer.cues)
        scopes[cue.kind, default: ScopeAgreement()].count(cue, match: match)
        areExact = areExact && match?.scope == cue.scope
      }
      comparison.isRight = comparison.isRight && areExact
      comparison.gold = .array(goldCues.map(\.json))
      comparison.given = .array(answer.cues.map(\.json))
    }
    return comparison
  }

  private static func kinds(of gold: JSONValue) throws(EvaluationFault) -> Set<AssertionCue.Kind> {
    let kinds = gold.array?.map { $0.string.flatMap(AssertionCue.Kind.init(rawValue:)) }
    guard let kinds, !kinds.contains(nil) else {
      let names = AssertionCue.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw EvaluationFault(problem: "the label is none of this task", remedy: "write a list out of \(names)")
    }
    return Set(kinds.compactMap { $0 })
  }

  private static func cues(_ value: JSONValue, of item: EvaluationItem) throws(EvaluationFault) -> [CuesAnswer
    .Cue]
  {
    var cues: [CuesAnswer.Cue] = []
    for cue in value.array ?? [value] {
      guard let kind = cue["type"]?.string.flatMap(AssertionCue.Kind.init(rawValue:)),
        let parts = cue["cue"]?.array, !parts.isEmpty, let scope = cue["scope"]
      else {
        throw EvaluationFault(
          problem: "an entry of 'cues' is not complete",
          remedy: "write {\"type\": …, \"cue\": [[start, end]], \"scope\": [start, end]}")
      }
      var ranges: [CodePointRange] = []
      for part in parts { ranges.append(try item.range(part, in: "cue")) }
      cues.append(CuesAnswer.Cue(kind: kind, parts: ranges, scope: try item.range(scope, in: "scope")))
    }
    return cues
  }

  package var figures: EvaluationFigures {
    var figures = EvaluationFigures()
    let kinds = AssertionCue.Kind.allCases
    let rows = kinds.map { (name: $0.rawValue, agreements[$0] ?? Agreement()) }
    figures.addTable(of: "kind", rows, counting: "items")
    if countsScopes {
      figures.addTable(
        header: ["scopes", "cues", "found", "exact", "of all", "of found"],
        kinds.map { [$0.rawValue] + (scopes[$0] ?? ScopeAgreement()).cells })
    }
    figures.add("accuracy", right, of: count)
    let macro = mean(rows.map(\.1.f1))
    figures.add("macro F1", macro)
    figures.setMain("macro F1", macro)
    return figures
  }
}
