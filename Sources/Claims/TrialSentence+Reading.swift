import Ingest
import Knowledge
import Linguistics

extension TrialSentence {
  /// What the sentence reports; nil where it reports nothing.
  func reading() -> DirectionReading? {
    guard var event = bestEvent() else { return readingOfValues() ?? readingOfSignificance() }
    if isWithinArms(event), let comparison = events.first(where: { takesUp($0, event) }) {
      event = comparison
    }
    // What stands far from the outcome is less likely said of it.
    var weight = bestOutcomeWeight - min(cost(of: event) / 8, 4)
    if arms.contains(where: { $0.side == .control }) { weight += 1 }
    if event.isSignificant || event.isDenied { weight += 1 }
    if event.isOccurrence { weight -= 3 }
    var nothing: DirectionReading { DirectionReading(direction: .noDifference, weight: weight + 8) }
    if event.isDenied, outcomes.isEmpty, pointsBack(to: event) {
      return DirectionReading(direction: .noDifference, weight: weight + 8, takesBack: true)
    }
    if event.isAbsence, let statistic = probability(of: event), statistic.isSignificant {
      // None in this arm, and the other one differs.
      return DirectionReading(direction: isFlipped(event) ? .increased : .decreased, weight: weight + 8)
    }
    if event.sign == 0 || isExcluded(event) || !question.comparesWithStart && overrules(event) {
      return nothing
    }
    let statistic = probability(of: event)
    if let statistic, !statistic.isSignificant, !event.isSignificant { return nothing }
    if event.isDoubted, statistic == nil { return nothing }
    if statistic == nil, !event.isSignificant, intervalHoldsNothing(near: event) { return nothing }
    if isWithinArms(event) { return DirectionReading(direction: .noDifference, weight: weight + 4) }
    if event.isOccurrence, arms.contains(where: { $0.side == .control }), let sign = signOfValues() {
      return DirectionReading(direction: sign > 0 ? .increased : .decreased, weight: weight + 8)
    }
    if var sign = event.sign {
      if isFlipped(event) {
        sign = -sign
      } else if isToldOfBoth(event), isLargerInTested() == false {
        sign = -sign
      }
      return DirectionReading(direction: sign > 0 ? .increased : .decreased, weight: weight + 8)
    }
    guard event.isSignificant || statistic != nil else {
      return DirectionReading(direction: .noDifference, weight: weight)
    }
    // A difference without a word for its direction: the values tell, else it went as the trial hoped.
    let namesBoth = arms.contains { $0.side == .tested } && arms.contains { $0.side == .control }
    let sign = (namesBoth ? signOfValues() : nil) ?? question.worth * (isFlipped(event) ? -1 : 1)
    return DirectionReading(direction: sign > 0 ? .increased : .decreased, weight: weight + 2)
  }

  /// A difference that is called significant, in words that the rules do not know: it went as the trial hoped.
  private func readingOfSignificance() -> DirectionReading? {
    guard !outcomes.isEmpty,
      let mark = marks.first(where: { $0.category == .sameness && $0.value == .significant })
    else { return nil }
    let place = Event(first: mark.first, end: mark.end, sign: question.worth, isComparison: true)
    let sign = question.worth * (isFlipped(place) ? -1 : 1)
    return DirectionReading(direction: sign > 0 ? .increased : .decreased, weight: bestOutcomeWeight + 1)
  }

  var bestOutcomeWeight: Int { min(outcomes.map(\.weight).max() ?? 0, 8) }

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
      let best = outcomes.map(\.weight).max() ?? 0
      cost = outcomes.map { distance(from: $0, to: event) + 2 * (best - $0.weight) }.min() ?? 0
    }
    if event.sign == nil { cost += 8 }
    let segment = segment(event.first)
    let own = arms.filter { self.segment($0.first) == segment }
    if own.isEmpty, !arms.isEmpty { cost += 4 }
    if arms.contains(where: { $0.side == .control }), !own.contains(where: { $0.side == .control }) {
      cost += 4
    }
    // "Of similar patients, those given A had significantly more": likeness that is no result.
    if event.isDenied, !event.isSignificant,
      events.contains(where: {
        $0.isSignificant && $0.isComparison && $0.sign != nil && $0.sign != 0
          && self.segment($0.first) == segment
      })
    {
      cost += 8
    }
    // "unchanged in the control group" says nothing of the other arm.
    if event.isDenied, isOfControlOnly(event) { cost += 8 }
    return cost
  }

  /// Whether the statement of the event names the comparator alone and compares it with nothing.
  private func isOfControlOnly(_ event: Event) -> Bool {
    let own = arms.filter { segment($0.first) == segment(event.first) }
    return own.contains { $0.side == .control } && own.allSatisfy { $0.side == .control }
      && arms.contains { $0.side == .tested }
      && !marks.contains {
        ($0.category == .comparison || $0.value == .against) && segment($0.first) == segment(event.first)
      }
  }

  private func distance(from outcome: OutcomePlace, to event: Event) -> Int {
    let gap: Range<Int32>
    var cost = 0
    if event.end <= outcome.first {
      gap = event.end..<outcome.first
      if !event.looksAhead { cost += 5 }
    } else if outcome.end <= event.first {
      gap = outcome.end..<event.first
      if event.looksAhead { cost += 5 }
    } else {
      return 0
    }
    if segment(event.first) != segment(outcome.first), outcome.first < event.first, hasPronounSubject(event) {
      return cost + 3
    }
    var depth = 0
    for token in gap {
      let mark = reader.mark(token)
      if mark == 0x28 || mark == 0x5B { depth += 1 }
      if mark == 0x29 || mark == 0x5D { depth -= 1 }
      // What stands in brackets does not part an outcome from its event.
      if depth == 0, reader.scan.tokens[Int(token)].kind == .word { cost += 1 }
    }
    for other in events where other.first >= gap.lowerBound && other.end <= gap.upperBound {
      cost += other.sign == nil ? 1 : 6
    }
    return cost + 10 * Int(abs(segment(event.first) - segment(outcome.first)))
  }

  /// "but it was lower": the statement is about what was spoken of before.
  private func hasPronounSubject(_ event: Event) -> Bool {
    let segment = segment(event.first)
    for token in first..<event.first where self.segment(token) == segment {
      if isContent(token), !reader.classes(token).contains(.adverb),
        reader.classes(token).isDisjoint(with: [.connector])
      {
        return false
      }
      if reader.classes(token).contains(.pronoun), !reader.classes(token).contains(.person) { return true }
    }
    return false
  }

  // MARK: What takes an event back

  /// "… but the difference was not significant": a later statement without a subject of its own.
  private func overrules(_ event: Event) -> Bool {
    events.contains { later in
      guard later.isDenied, later.first >= event.end else { return false }
      if segment(later.first) == segment(event.first) {
        // "It improved with A and with B, without a difference between them."
        return !event.isComparison
          && arms.contains { $0.side == .every && $0.first >= later.end && $0.first - later.end <= 2 }
      }
      return !isOfControlOnly(later) && !isOfOneArm(later) && pointsBack(to: later)
    }
  }

  /// "whereas it did not change in the cream group": said of one arm, even where the arm is not known by its name.
  private func isOfOneArm(_ event: Event) -> Bool {
    let segment = segment(event.first)
    let compares = marks.contains { isComparison($0) && self.segment($0.first) == segment }
    return marks.contains { mark in
      guard mark.category == .arm, self.segment(mark.first) == segment else { return false }
      return mark.value == .contrast
        || !compares && mark.value == .label && mark.first >= event.end && !isPlural(mark.first)
    }
  }

  private func isPlural(_ token: Int32) -> Bool {
    let item = reader.scan.tokens[Int(token)]
    return reader.document.text[Int(item.end) - 1] | 0x20 == 0x73
  }

  /// "It rose in both groups, but the gain was larger with A": a later statement that compares what an event told of every arm.
  private func takesUp(_ later: Event, _ event: Event) -> Bool {
    later.first >= event.end && later.isComparison && later.sign != nil
      && segment(later.first) != segment(event.first)
      && pointsBack(to: later)
  }

  /// Whether nothing but words of reports stands before what the event denies: it has no subject of its own.
  private func pointsBack(to event: Event) -> Bool {
    let segment = segment(event.first)
    var stop = event.first
    for mark in marks
    where mark.category == .negation && mark.first < stop && self.segment(mark.first) == segment {
      stop = mark.first
    }
    for token in first..<stop where self.segment(token) == segment && isContent(token) {
      guard reader.scan.tokens[Int(token)].kind == .word else { continue }
      if marks.contains(where: { $0.first <= token && token < $0.end }) { continue }
      if !reader.classes(token).isDisjoint(with: [.adverb, .connector]) || isPlainOfReports(token) {
        continue
      }
      return false
    }
    return true
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

  /// A change told of both arms without a word of comparison.
  private func isToldOfBoth(_ event: Event) -> Bool {
    !event.isComparison && !question.comparesWithStart
      && !marks.contains { isComparison($0) && segment($0.first) == segment(event.first) }
  }

  /// A change in every arm, told without comparing them.
  private func isWithinArms(_ event: Event) -> Bool {
    guard !question.comparesWithStart else { return false }
    let near = arms.filter { segment($0.first) == segment(event.first) }
    if !event.isComparison, near.contains(where: { $0.side == .every }),
      !near.contains(where: { $0.side != .every })
    {
      return true
    }
    // "Both A and B improved it."
    guard
      let tested = near.first(where: { $0.side == .tested && $0.end <= event.first }),
      let control = near.first(where: { $0.side == .control && $0.end <= event.first })
    else { return false }
    let start = min(tested.first, control.first)
    let isBoth = marks.contains { $0.value == .both && $0.end <= start && start - $0.end <= 2 }
    guard isBoth || isToldOfBoth(event),
      !marks.contains(where: { $0.value == .between && $0.end <= start && start - $0.end <= 3 })
    else { return false }
    let between = min(tested.end, control.end)..<max(tested.first, control.first)
    let plain = between.filter { depths[Int($0 - first)] == 0 && reader.mark($0) != 0x29 }
    return plain.count <= 4 && plain.contains { reader.classes($0).contains(.coordinator) }
  }
}
