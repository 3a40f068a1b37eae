import Knowledge
import Linguistics

extension SentenceReader {
  /// What the sentence reports of an outcome under an intervention against a comparator; nil where it reports nothing.
  func reportedDirection(_ question: TrialQuestion) -> DirectionReading? {
    TrialSentence(self, question).reading()
  }
}

/// What one sentence reports, with how much it has to do with the question.
struct DirectionReading {
  var direction: ReportedDirection
  /// Higher where more of the outcome is named and more is said of it.
  var weight: Int
}

extension TrialSentence {
  func reading() -> DirectionReading? {
    guard let event = bestEvent() else { return readingOfValues() }
    var weight = 2 + bestOutcomeWeight * 2
    if arms.contains(where: { $0.side == .control }) { weight += 1 }
    if event.isSignificant || event.isDenied { weight += 1 }
    if event.sign == 0 || overrules(event) || isExcluded(event) {
      return DirectionReading(direction: .noDifference, weight: weight)
    }
    let statistic = probability(of: event)
    if let statistic, !statistic.isSignificant, !event.isSignificant {
      return DirectionReading(direction: .noDifference, weight: weight)
    }
    if statistic == nil, !event.isSignificant, intervalHoldsNothing(near: event) {
      return DirectionReading(direction: .noDifference, weight: weight)
    }
    if isWithinArms(event) { return DirectionReading(direction: .noDifference, weight: weight - 1) }
    guard var sign = event.sign else {
      if event.isSignificant || statistic != nil {
        let sign = signOfValues() ?? question.worth * (isFlipped(event) ? -1 : 1)
        return DirectionReading(direction: sign > 0 ? .increased : .decreased, weight: weight)
      }
      return DirectionReading(direction: .noDifference, weight: weight - 1)
    }
    if isFlipped(event) { sign = -sign }
    return DirectionReading(direction: sign > 0 ? .increased : .decreased, weight: weight)
  }

  private var bestOutcomeWeight: Int { min(outcomes.map(\.weight).max() ?? 0, 8) }

  // MARK: Which event

  private func bestEvent() -> Event? {
    var best: Event?
    var bestCost = Int.max
    for event in events {
      let cost = cost(of: event)
      if cost < bestCost { (best, bestCost) = (event, cost) }
    }
    return best
  }

  private func cost(of event: Event) -> Int {
    var cost = 0
    if outcomes.isEmpty {
      cost = Int(event.first - first) / 4
    } else {
      cost = outcomes.map { distance(from: $0, to: event) }.min() ?? 0
    }
    if event.sign == nil { cost += 8 }
    let segment = segment(event.first)
    let controlElsewhere = arms.contains { $0.side == .control }
    if controlElsewhere, !arms.contains(where: { $0.side == .control && self.segment($0.first) == segment }) {
      cost += 4
    }
    return cost
  }

  private func distance(from outcome: OutcomePlace, to event: Event) -> Int {
    let gap: Range<Int32>
    if event.end <= outcome.first {
      gap = event.end..<outcome.first
    } else if outcome.end <= event.first {
      gap = outcome.end..<event.first
    } else {
      return 0
    }
    var cost = 0
    var depth = 0
    for token in gap {
      let mark = reader.mark(token)
      if mark == 0x28 || mark == 0x5B { depth += 1 }
      if mark == 0x29 || mark == 0x5D { depth -= 1 }
      // What stands in brackets does not part an outcome from its event.
      if depth == 0, reader.scan.tokens[Int(token)].kind == .word { cost += 1 }
    }
    cost += events.count { $0.first >= gap.lowerBound && $0.end <= gap.upperBound } * 6
    if segment(event.first) != segment(outcome.first) {
      cost += 10 * Int(abs(segment(event.first) - segment(outcome.first)))
    }
    return cost
  }

  // MARK: What takes an event back

  /// "… but the difference was not significant": a later statement without a subject of its own.
  private func overrules(_ event: Event) -> Bool {
    for later in events where later.isDenied && later.first >= event.end {
      let segment = segment(later.first)
      guard segment != self.segment(event.first) else { continue }
      var hasOwnSubject = false
      for token in first..<later.first where self.segment(token) == segment && isContent(token) {
        let isKnown = marks.contains { $0.first <= token && token < $0.end }
        let isAdverb = reader.classes(token).contains(.adverb) || reader.classes(token).contains(.connector)
        if !isKnown, !isAdverb, reader.scan.tokens[Int(token)].kind == .word, !isPlainOfReports(token) {
          hasOwnSubject = true
        }
      }
      if !hasOwnSubject { return true }
    }
    return false
  }

  private func isPlainOfReports(_ token: Int32) -> Bool {
    for place in reader.hitRange {
      let hit = reader.scan.hits[place]
      guard hit.first <= token, token < hit.end, hit.entry.kind == .cue else { continue }
      if reader.grammar.cues[Int(hit.entry.index)].category == .measure { return true }
    }
    return false
  }

  /// "in B but not in A": what is said is not said of the arm asked for.
  private func isExcluded(_ event: Event) -> Bool {
    for mark in marks where mark.category == .negation && setsAside(mark) {
      if arms.contains(where: { $0.side == .tested && $0.first >= mark.end && $0.first - mark.end <= 3 }) {
        return true
      }
    }
    return false
  }

  /// A change in every arm, told without comparing them.
  private func isWithinArms(_ event: Event) -> Bool {
    guard !event.isComparison, !question.comparesWithStart else { return false }
    let near = arms.filter { segment($0.first) == segment(event.first) }
    return near.contains { $0.side == .every } && !near.contains { $0.side != .every }
  }

  // MARK: Statistics

  private func probability(of event: Event) -> TrialStatistic? {
    let all = statistics.filter { $0.kind == .probability }
    guard !all.isEmpty else { return nil }
    for outcome in outcomes {
      if let own = all.first(where: { $0.first >= outcome.end && $0.first - outcome.end <= 2 }) { return own }
    }
    let nearest = outcomes.min { distance(from: $0, to: event) < distance(from: $1, to: event) }
    let anchor = max(event.end, nearest?.end ?? 0)
    let own = all.filter { segment($0.first) == segment(event.first) }
    if let after = own.first(where: { $0.first >= anchor }) { return after }
    if let after = own.first(where: { $0.first >= event.first }) { return after }
    if let last = own.last { return last }
    return all.first { $0.first >= anchor }
  }

  /// Whether the interval of confidence nearest to the event holds the value of no difference.
  private func intervalHoldsNothing(near event: Event) -> Bool {
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
  private func isFlipped(_ event: Event) -> Bool {
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
