/// How many annotated cues were found, and for how many the scope was given exactly.
struct ScopeAgreement: Equatable {
  var gold = 0
  var found = 0
  var exact = 0

  /// The cue of the same kind that shares the most with an annotated one; of equals the one with the right scope, then the
  /// first.
  static func match(_ gold: CuesAnswer.Cue, in given: [CuesAnswer.Cue]) -> CuesAnswer.Cue? {
    var best: CuesAnswer.Cue?
    var bestOverlap = 0
    for cue in given where cue.kind == gold.kind {
      let overlap = cue.overlap(gold)
      guard overlap > 0 else { continue }
      let isAsGood = overlap == bestOverlap && cue.scope == gold.scope && best?.scope != gold.scope
      if overlap > bestOverlap || isAsGood {
        best = cue
        bestOverlap = overlap
      }
    }
    return best
  }

  mutating func count(_ cue: CuesAnswer.Cue, match: CuesAnswer.Cue?) {
    gold += 1
    if match != nil { found += 1 }
    if match?.scope == cue.scope { exact += 1 }
  }

  var cells: [String] {
    [String(gold), String(found), String(exact)]
      + [share(exact, of: gold), share(exact, of: found)].map(EvaluationFigures.text)
  }
}
