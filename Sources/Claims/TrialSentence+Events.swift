import Knowledge
import Linguistics

extension TrialSentence {
  /// Makes one event of each statement: the words of degree and change that belong together, with what denies them.
  mutating func findEvents() {
    var plain: [Event] = []
    for mark in marks {
      guard Self.saysResult(mark.category), counts(mark) else { continue }
      var event = Event(first: mark.first, end: mark.end, sign: nil)
      switch mark.value {
      case .up: event.sign = 1
      case .down: event.sign = -1
      case .fast: event.sign = question.isDuration ? -1 : 1
      case .slow: event.sign = question.isDuration ? 1 : -1
      case .better:
        event.sign = question.worth
        event.isEvaluation = true
      case .worse:
        event.sign = -question.worth
        event.isEvaluation = true
      case .same:
        event.sign = 0
        event.isDenied = true
      case .insignificant:
        event.sign = 0
        event.isDenied = true
        event.isDoubted = true
      case .differs: event.sign = nil
      default: continue
      }
      if mark.category == .change || mark.category == .evaluation, isNameOfOutcome(mark) {
        // "a reduction in X" where the reduction was asked for: it came about.
        event.sign = mark.category == .change ? event.sign.map { $0 * question.direction } : 1
        event.isEvaluation = false
        event.isOccurrence = true
      }
      event.isComparison = mark.category == .degree || mark.category == .sameness
      if event.isComparison, let last = plain.last, compose(last, event, mark) {
        plain[plain.count - 1] = composed(last, event, mark)
        continue
      }
      if let last = plain.last, let sign = last.sign, event.sign != nil, mark.category != .sameness,
        !last.isDoubted,
        last.isComparison ? isBound(last.end, event.first, within: 2) : isMeans(last, event)
      {
        // "greater reduction", "less frequent", "equally effective", "effective in reducing"
        plain[plain.count - 1].sign =
          (last.isEvaluation ? sign * question.worth : sign) * (event.sign ?? 1)
        plain[plain.count - 1].end = event.end
        plain[plain.count - 1].isEvaluation = event.isEvaluation
        continue
      }
      plain.append(event)
    }
    events = plain
    for place in events.indices { weigh(place) }
    // "tended to be lower": the trend is in what follows it.
    let doubted = events.filter { $0.isDoubted && $0.sign != 0 }
    events.removeAll { trend in
      trend.sign == 0 && trend.isDoubted
        && doubted.contains { $0.first >= trend.end && $0.first - trend.end <= 5 }
    }
    addDeniedSignificance()
    addDeniedOutcomes()
    events.sort { $0.first < $1.first }
  }

  /// Whether the word says a result here: it does not where it is part of the outcome's name or of a number.
  private func counts(_ mark: Mark) -> Bool {
    if isNameOfOutcome(mark) {
      // Its own name, unless nothing else is said of it.
      let others = marks.contains {
        Self.saysResult($0.category) && $0.value != .significant && !isNameOfOutcome($0)
      }
      if others { return false }
    }
    // "the fast group"
    if mark.category == .degree, mark.end - mark.first == 1,
      arms.contains(where: { $0.first <= mark.first && mark.first < $0.end && !$0.isGeneric })
    {
      return false
    }
    // "drug-induced", "reduced-dose": parts of names.
    if mark.category == .change, isHyphenated(mark.first) || isHyphenated(mark.end) { return false }
    // "more than 0.05", "less than 5%"
    if mark.category == .degree, numbers.number(at: mark.end + 1, before: end) != nil,
      marks.contains(where: { $0.category == .comparison && $0.first == mark.end })
    {
      return false
    }
    return true
  }

  private func isNameOfOutcome(_ mark: Mark) -> Bool {
    guard mark.category != .sameness else { return false }
    return outcomes.contains {
      $0.first <= mark.first && mark.first < $0.end
        && ($0.end - $0.first > 1 || question.outcome.words.count { !$0.isMeasure } == 1)
    }
  }

  /// "effective in reducing", "better at preventing": the second word says what the first one is good for.
  private func isMeans(_ last: Event, _ event: Event) -> Bool {
    last.isEvaluation && !event.isEvaluation && isBound(last.end, event.first, within: 2)
      && event.first > last.end
  }

  /// Whether two places stand in one statement with at most `limit` plain words between.
  private func isBound(_ from: Int32, _ to: Int32, within limit: Int32) -> Bool {
    guard to >= from, to - from <= limit, segment(from) == segment(to) else { return false }
    for token in from..<to {
      if reader.scan.tokens[Int(token)].kind == .punctuation { return false }
      if reader.classes(token).contains(.coordinator) { return false }
    }
    return true
  }

  /// Whether a word of degree says how much what was said before changed: "decreased less", "the increase was smaller".
  private func compose(_ last: Event, _ event: Event, _ mark: Mark) -> Bool {
    guard mark.category == .degree, let sign = last.sign, sign != 0, event.sign != nil, !last.isComparison,
      segment(last.first) == segment(event.first)
    else { return false }
    if isBound(last.end, event.first, within: 3) { return true }
    // "The increase in X was smaller": a noun with a verb of being between.
    guard event.first - last.end <= 20, !isFinite(last.first) else { return false }
    let between = last.end..<event.first
    return between.contains { reader.classes($0).contains(.be) }
      && !between.contains { reader.classes($0).contains(.coordinator) && reader.verb($0 + 1) == .finite }
  }

  private func composed(_ last: Event, _ event: Event, _ mark: Mark) -> Event {
    var result = last
    result.end = event.end
    result.isComparison = true
    switch mark.value {
    case .down, .slow: result.sign = last.sign.map { -$0 }
    default: break
    }
    return result
  }

  /// Whether the word stands as a verb rather than as the noun of a subject.
  private func isFinite(_ token: Int32) -> Bool {
    if token > first {
      let before = reader.classes(token - 1)
      if !before.isDisjoint(with: [.be, .auxiliary, .modal]) { return true }
    }
    return reader.classes(token).contains(.verbPast) && !reader.isNounPosition(token)
  }

  /// Sees what denies an event, and what says that it is more than chance.
  private mutating func weigh(_ place: Int) {
    let event = events[place]
    for mark in marks {
      switch mark.category {
      case .sameness where mark.value == .significant:
        if segment(mark.first) == segment(event.first),
          mark.end <= event.first && event.first - mark.end <= 3
            || mark.first >= event.end && mark.first - event.end <= 3
            || mark.first >= event.first && mark.end <= event.end
        {
          events[place].isSignificant = true
        }
      case .sameness where mark.value == .insignificant:
        // "(NS)" behind what was compared
        let follows =
          mark.first >= event.end && depths[Int(mark.first - first)] > depths[Int(event.first - first)]
          && !events.contains { $0.first >= event.end && $0.end <= mark.first }
        if follows || mark.first < event.first && event.first - mark.end <= 5,
          segment(mark.first) == segment(event.first)
        {
          events[place].isDoubted = true
        }
      default: break
      }
    }
    events[place].looksAhead = looksAhead(event)
    if isDenied(from: event.first, to: event.end) {
      events[place].sign = event.isDenied ? nil : 0
      events[place].isDenied = !event.isDenied
    }
  }

  /// Whether an event is said of the words behind it: an adjective or noun before them, a verb before its object.
  private func looksAhead(_ event: Event) -> Bool {
    guard event.end < end else { return false }
    let next = reader.scan.tokens[Int(event.end)]
    guard next.kind != .punctuation else { return false }
    let kind = reader.classes(event.end)
    if kind.contains(.genitive) { return true }
    if marks.contains(where: { $0.first == event.end && ($0.category == .comparison || $0.value == .against) }
    ) {
      return false
    }
    if event.first > first, isPredicate(event.first) { return false }
    if kind.contains(.preposition) {
      return !event.isComparison && !isFinite(event.first) && !kind.contains(.agentLink)
    }
    if !kind.isDisjoint(with: [.be, .auxiliary, .modal, .coordinator, .subordinator, .relative]) {
      return false
    }
    return true
  }

  /// Whether a form of "be" stands before, with nothing but adverbs between.
  private func isPredicate(_ token: Int32) -> Bool {
    var place = token - 1
    while place >= first, place >= token - 4 {
      let kind = reader.classes(place)
      if kind.contains(.be) { return true }
      guard
        kind.contains(.adverb)
          || marks.contains(where: { $0.value == .significant && $0.first <= place && place < $0.end })
      else { return false }
      place -= 1
    }
    return false
  }

  /// Whether a negation acts on the words.
  private func isDenied(from start: Int32, to stop: Int32) -> Bool {
    for mark in marks where mark.category == .negation {
      if mark.first >= start && mark.end <= stop { return true }
      if mark.first <= start, mark.end >= stop { return true }
      guard mark.end <= start || mark.first < start, segment(mark.first) == segment(start),
        start - mark.end <= 9
      else { continue }
      if setsAside(mark) { continue }
      // "without" and "lack of" deny the next noun only.
      if mark.scope == .phrase,
        (mark.end..<start).contains(where: { reader.verb($0) != .none }) || start - mark.end > 4
      {
        continue
      }
      if marks.contains(where: { $0.category == .pseudo && $0.first <= mark.first && $0.end >= mark.end }) {
        continue
      }
      return true
    }
    return false
  }

  /// "in A but not in B": the negation sets an arm aside and denies nothing else.
  func setsAside(_ mark: Mark) -> Bool {
    guard mark.scope != .phrase, mark.end - mark.first == 1, mark.first > first, mark.end < end else {
      return false
    }
    let before = mark.first - 1
    guard reader.mark(before) == 0x2C || !reader.classes(before).isDisjoint(with: [.coordinator]) else {
      return false
    }
    return !reader.classes(mark.end).isDisjoint(with: [.preposition, .determiner])
      || arms.contains { $0.first == mark.end }
  }

  /// "did not reach significance", "not significant": no word of difference stands near.
  private mutating func addDeniedSignificance() {
    for mark in marks where mark.category == .sameness && mark.value == .significant {
      guard isDenied(from: mark.first, to: mark.end) else { continue }
      if events.contains(where: { $0.isDenied && abs($0.first - mark.first) <= 4 }) { continue }
      // "this reduction was not significant"
      if let place = events.lastIndex(where: { $0.end <= mark.first }), mark.first - events[place].end <= 6,
        segment(events[place].first) == segment(mark.first), !isJoined(events[place].end, mark.first)
      {
        events[place].sign = 0
        events[place].isDenied = true
        continue
      }
      events.append(Event(first: mark.first, end: mark.end, sign: 0, isDenied: true, isComparison: true))
    }
  }

  private func isJoined(_ from: Int32, _ to: Int32) -> Bool {
    (from..<to).contains { reader.classes($0).contains(.coordinator) || reader.mark($0) == 0x2C }
  }

  /// "There were no relapses": the outcome itself is denied.
  private mutating func addDeniedOutcomes() {
    for mark in marks where mark.category == .negation {
      guard
        let outcome = outcomes.first(where: { $0.first >= mark.end && $0.first - mark.end <= 2 }),
        segment(mark.first) == segment(outcome.first),
        !events.contains(where: { segment($0.first) == segment(mark.first) && $0.sign != nil })
      else { continue }
      events.append(
        Event(first: mark.first, end: mark.end, sign: 0, isDenied: true, isAbsence: true, looksAhead: true))
    }
  }
}
