import Knowledge
import Linguistics

extension TrialSentence {
  // MARK: Statistics of an event

  /// The probability that belongs to an event and the outcome: the next behind both.
  func probability(of event: Event) -> TrialStatistic? {
    let all = statistics.filter { $0.kind == .probability }
    guard !all.isEmpty else { return nil }
    for outcome in outcomes {
      if let own = all.first(where: { $0.first >= outcome.end && $0.first - outcome.end <= 2 }) { return own }
    }
    let own = all.filter { segment($0.first) == segment(event.first) }
    let behindOutcome = outcomes.filter { segment($0.first) == segment(event.first) }.map(\.end).min() ?? first
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
    let own = arms.filter { $0.side != .every && self.segment($0.first) == segment }
    let candidates = own.isEmpty ? arms.filter { $0.side != .every } : own
    guard !candidates.isEmpty else { return false }
    for mark in marks where mark.category == .comparison && self.segment(mark.first) == segment {
      // "8 vs. 5" compares values.
      if mark.end < end, numbers.number(at: mark.end, before: end) != nil { continue }
      if let reference = candidates.first(where: { $0.first >= mark.end && $0.first - mark.end <= 12 }) {
        return reference.side == .tested
      }
    }
    // Without a comparison: the arm of the event.
    if !own.contains(where: { $0.side == .tested }), own.contains(where: { $0.side == .control }) {
      return true
    }
    if own.contains(where: { $0.side == .tested }), own.contains(where: { $0.side == .control }) {
      return own.min { gap($0, event) < gap($1, event) }?.side == .control
    }
    return false
  }

  private func gap(_ arm: Arm, _ event: Event) -> Int32 {
    arm.end <= event.first ? event.first - arm.end : max(0, arm.first - event.end)
  }
}
