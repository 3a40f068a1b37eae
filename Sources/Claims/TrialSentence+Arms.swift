import Knowledge
import Linguistics

extension TrialSentence {
  // MARK: Statistics of an event

  /// The probability that belongs to an event and the outcome: the next behind both.
  func probability(of event: Event) -> TrialStatistic? {
    let all = statistics.filter { $0.kind == .probability }
    guard !all.isEmpty else { return nil }
    if let own = parallelProbability() { return own }
    for outcome in outcomes {
      if let own = all.first(where: { $0.first >= outcome.end && $0.first - outcome.end <= 2 }) { return own }
    }
    let own = all.filter { segment($0.first) == segment(event.first) }
    let behindOutcome =
      outcomes.filter { segment($0.first) == segment(event.first) }.map(\.end).min() ?? first
    let anchor = max(event.end, behindOutcome)
    if let after = own.first(where: { $0.first >= anchor }) { return after }
    if let after = own.first(where: { $0.first >= event.first }) { return after }
    if let last = own.last { return last }
    return all.first { $0.first >= anchor }
  }

  /// Whether the interval of confidence nearest to the event holds the value of no difference.
  func intervalHoldsNothing(near event: Event) -> Bool {
    guard
      let interval = statistics.first(where: {
        $0.kind == .interval && $0.first >= event.first && segment($0.first) == segment(event.first)
      })
    else { return false }
    let neutral = statistics.contains { $0.kind == .ratio && $0.first < interval.first } ? 1.0 : 0.0
    return interval.low < neutral && interval.high > neutral
  }

  // MARK: Whose value it is

  /// Whether what the event says is said of the comparator, so that it holds the other way round for the intervention.
  func isFlipped(_ event: Event) -> Bool {
    let segment = segment(event.first)
    let own = arms.filter {
      $0.side != .every && self.segment($0.first) == segment && depth($0.first) <= depth(event.first)
    }
    let candidates = own.isEmpty ? arms.filter { $0.side != .every } : own
    guard !candidates.isEmpty else { return false }
    for mark in marks where isComparison(mark) && self.segment(mark.first) == segment {
      let behind = candidates.filter { $0.first >= mark.end }
      if var reference = behind.first, reference.first - mark.end <= 12 {
        // "those treated with placebo": the arm's own word tells more than the general one.
        if reference.isGeneric, behind.count > 1, behind[1].first - reference.end <= 3 {
          reference = behind[1]
        }
        return reference.side == .tested
      }
      if let compared = candidates.last(where: { $0.end <= mark.first }) { return compared.side == .control }
      return false
    }
    // Without a comparison: the arm of the event.
    if !own.contains(where: { $0.side == .tested }), own.contains(where: { $0.side == .control }) {
      return true
    }
    // A change told of both arms goes the same way in both.
    if event.isComparison || event.isEvaluation, own.contains(where: { $0.side == .tested }),
      own.contains(where: { $0.side == .control })
    {
      // "A and B differed, and X was lower (3 vs 5)": the values follow the order of the arms.
      if let values = signOfValues(), let sign = event.sign { return values != sign }
      return own.min { gap($0, event) < gap($1, event) }?.side == .control
    }
    return false
  }

  /// Whether the mark holds up an arm for comparison: no values ("8 vs. 5"), and not the state before the trial.
  func isComparison(_ mark: Mark) -> Bool {
    guard mark.category == .comparison || mark.value == .against else { return false }
    var next = mark.end
    while next < end, reader.mark(next) == 0x2E { next += 1 }
    if numbers.number(at: next, before: end) != nil { return false }
    return !marks.contains { $0.value == .before && $0.first >= mark.end && $0.first - mark.end <= 2 }
  }

  private func depth(_ token: Int32) -> UInt8 { depths[Int(token - first)] }

  private func gap(_ arm: Arm, _ event: Event) -> Int32 {
    arm.end <= event.first ? event.first - arm.end : max(0, arm.first - event.end)
  }
}
