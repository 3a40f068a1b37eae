import Knowledge
import Linguistics

/// Lists that run in parallel: "A, B and C were 1, 2 and 3, respectively".
extension TrialSentence {
  /// The values of the intervention and the comparator where arms and values stand in two lists; nil where they do not.
  func parallelValues() -> (tested: Value, control: Value)? {
    guard let close = marks.last(where: { $0.value == .respectively })?.first else { return nil }
    var run: [Value] = []
    for value in mainValues().reversed() where value.first < close {
      if let next = run.first, next.first - value.end > 8 { break }
      run.insert(value, at: 0)
    }
    guard run.count >= 2, let start = run.first?.first, let stop = run.last?.end,
      let tested = arms.first(where: { $0.side == .tested && ($0.end <= start || $0.first >= stop) }),
      let control = arms.first(where: { $0.side == .control && ($0.end <= start || $0.first >= stop) }),
      (tested.end <= start) == (control.end <= start)
    else { return nil }
    let (one, other) = tested.first < control.first ? (tested, control) : (control, tested)
    guard other.first - one.end <= 12 else { return nil }
    let place = itemsBefore(one.first)
    let second = place + separators(from: one.end, to: other.first)
    guard second > place, second < run.count else { return nil }
    return one.side == .tested ? (run[place], run[second]) : (run[second], run[place])
  }

  /// The probability of the outcome where outcomes and probabilities stand in two lists.
  func parallelProbability() -> TrialStatistic? {
    guard let close = marks.last(where: { $0.value == .respectively })?.first else { return nil }
    var run: [TrialStatistic] = []
    for statistic in statistics.reversed() where statistic.kind == .probability && statistic.end <= close {
      if let next = run.first, next.first - statistic.end > 4 { break }
      run.insert(statistic, at: 0)
    }
    guard run.count >= 2, let outcome = outcomes.last(where: { $0.end <= run[0].first }) else { return nil }
    let place = itemsBefore(outcome.first)
    // One item is no list: the probabilities belong to something else.
    guard place < run.count, place > 0 || separatorFollows(outcome.end) else { return nil }
    return run[place]
  }

  /// How many items of its list stand before a token.
  private func itemsBefore(_ token: Int32) -> Int {
    var place = token - 1
    var count = 0
    var length = 0
    while place >= first, length <= 5 {
      let item = reader.scan.tokens[Int(place)]
      if isSeparator(place) {
        if !isSeparator(place + 1) { count += 1 }
        length = 0
      } else if item.kind != .word || reader.verb(place) != .none
        || events.contains(where: { $0.first == place })
        || !reader.classes(place).isDisjoint(with: [.preposition, .subordinator])
      {
        break
      } else {
        length += 1
      }
      place -= 1
    }
    // The words before the last separator were no item.
    if length == 0, count > 0 { count -= 1 }
    return count
  }

  private func separators(from start: Int32, to stop: Int32) -> Int {
    (start..<max(start, stop)).count { isSeparator($0) && !isSeparator($0 + 1) }
  }

  private func separatorFollows(_ token: Int32) -> Bool {
    (token..<min(token + 3, end)).contains { isSeparator($0) }
  }

  private func isSeparator(_ token: Int32) -> Bool {
    guard token >= first, token < end else { return false }
    return reader.mark(token) == 0x2C || reader.classes(token).contains(.coordinator)
  }
}
