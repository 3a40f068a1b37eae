import Knowledge
import Linguistics

extension TrialSentence {
  /// A value of the outcome in one arm.
  struct Value {
    var first: Int32
    var end: Int32
    var value: Double
    /// The share that stands in brackets behind a count, or the value itself where it is a share.
    var percent: Double?
  }

  /// What the values of the arms and their statistics say where no word does.
  func readingOfValues() -> DirectionReading? {
    let weight = bestOutcomeWeight + (outcomes.isEmpty ? 0 : 4)
    func reading(_ direction: ReportedDirection) -> DirectionReading {
      DirectionReading(direction: direction, weight: weight)
    }
    if statistics.isEmpty, let row = probabilityOfRow() {
      return reading(!row.isSignificant ? .noDifference : question.worth > 0 ? .increased : .decreased)
    }
    let start = outcomes.first?.end ?? first
    let probabilities = statistics.filter { $0.kind == .probability }
    let intervals = statistics.filter { $0.kind == .interval }
    let isRatio = statistics.contains { $0.kind == .ratio }
    let values = mainValues()
    if let probability = probabilities.first(where: { $0.first >= start }) ?? probabilities.first {
      guard probability.isSignificant else { return reading(.noDifference) }
    } else if isRatio, let interval = intervals.first {
      if interval.low <= 1 && interval.high >= 1 { return reading(.noDifference) }
    } else if intervals.count >= 2 {
      // An interval of each arm.
      if intervals[0].low <= intervals[1].high && intervals[1].low <= intervals[0].high {
        return reading(.noDifference)
      }
    } else if values.count >= 2,
      !marks.contains(where: { $0.category == .statistic && $0.value == .difference })
    {
      // The interval of one value.
      guard isFarApart(values) else { return reading(.noDifference) }
    } else if let interval = intervals.first {
      if interval.low <= 0 && interval.high >= 0 { return reading(.noDifference) }
    } else {
      guard isFarApart(values) else { return nil }
    }
    let hope = probabilities.isEmpty ? nil : question.worth
    guard let sign = signOfValues() ?? hope else { return nil }
    return reading(sign > 0 ? .increased : .decreased)
  }

  /// The probability at the end of a table's row: numbers, and one below 1 that is the last.
  private func probabilityOfRow() -> TrialStatistic? {
    var count = 0
    var words = 0
    var last: TrialStatistic?
    var token = first
    while token < end {
      if let number = numbers.number(at: token, before: end) {
        count += 1
        let isProbability =
          number.value >= 0 && number.value < 1 && !number.isPercent && reader.mark(token) != 0x2D
        last =
          isProbability
          ? TrialStatistic(
            kind: .probability, first: token, end: number.end, low: number.value, high: number.value)
          : nil
        token = number.end
      } else {
        if reader.scan.tokens[Int(token)].kind == .word { words += 1 }
        token += 1
      }
    }
    return count >= 3 && count * 2 > words ? last : nil
  }

  /// Whether a change told of both arms with its size in each was the larger one in the intervention; nil where it is not
  /// told so.
  func isLargerInTested() -> Bool? {
    // "from 12 to 9": states, no sizes.
    if marks.contains(where: { $0.value == .from && numbers.number(at: $0.end, before: end) != nil }) {
      return nil
    }
    guard let (one, other) = pairOfValues(), arms.contains(where: { $0.side == .tested }),
      arms.contains(where: { $0.side == .control })
    else { return nil }
    let size = abs(one.percent ?? one.value)
    let otherSize = abs(other.percent ?? other.value)
    return size == otherSize ? nil : (size > otherSize) != beginsWithControl(one, other)
  }

  /// Whether two shares without any statistic are so far apart that they are reported as different.
  private func isFarApart(_ values: [Value]) -> Bool {
    guard values.count >= 2, let one = values[0].percent, let other = values[1].percent else { return false }
    return max(one, other) >= 1.5 * min(one, other)
  }

  /// Whether the value of the intervention is the higher one; nil where no two values can be told.
  func signOfValues() -> Int? {
    if let (tested, control) = parallelValues(), tested.value != control.value {
      return tested.value > control.value ? 1 : -1
    }
    let ratio = statistics.first { $0.kind == .ratio && $0.low != 1 }
    if let (one, other) = pairOfValues() {
      var low = one.value
      var high = other.value
      if let share = one.percent, let otherShare = other.percent { (low, high) = (share, otherShare) }
      // A reduction of -3 is larger than one of -1.
      if question.direction < 0, low < 0, high < 0 { (low, high) = (-low, -high) }
      let isPlain = one.percent != nil || ratio == nil || question.isDuration || question.worth > 0
      if low != high, isPlain { return (low > high ? 1 : -1) * (beginsWithControl(one, other) ? -1 : 1) }
    }
    if ratio == nil, let difference = statistics.first(where: { $0.kind == .difference && $0.low != 0 }) {
      return difference.low > 0 ? 1 : -1
    }
    guard let ratio else { return nil }
    // A hazard below 1 is a longer survival.
    let isOfHarm = ratio.isHazard && (question.isDuration || question.worth > 0)
    return (ratio.low > 1) != isOfHarm ? 1 : -1
  }

  /// The two values that are held against each other, else the first two.
  private func pairOfValues() -> (Value, Value)? {
    let values = mainValues()
    guard values.count >= 2 else { return nil }
    for (one, other) in zip(values, values.dropFirst())
    where other.first - one.end <= 16 && (compares(one.end, other.first) || reader.mark(one.end) == 0x2C) {
      return (one, other)
    }
    return (values[0], values[1])
  }

  /// Whether the first of two values is the comparator's.
  private func beginsWithControl(_ one: Value, _ other: Value) -> Bool {
    let sides = arms.filter { $0.side != .every }
    // "12 in A and 15 in B", "A 12, B 15": the arm between two values belongs to the first unless something parts them.
    if let between = sides.first(where: { $0.first >= one.end && $0.end <= other.first }) {
      if !isParted(one.end, between.first) { return between.side == .control }
      return between.side == .tested
    }
    let before = sides.filter { $0.end <= one.first }
    if let last = before.last {
      // "in A and B were 12 and 15"
      if let first = before.last(where: { $0.side != last.side }), last.first - first.end <= 8 {
        return first.side == .control
      }
      return last.side == .control
    }
    if let behind = sides.first(where: { $0.first >= other.end }) {
      if sides.contains(where: { $0.first > behind.first && $0.side != behind.side }) {
        return behind.side == .control
      }
      return behind.side == .tested
    }
    return false
  }

  /// Whether a comma, "and" or a word of comparison stands between.
  private func isParted(_ from: Int32, _ to: Int32) -> Bool {
    guard from < to else { return false }
    return (from..<to).contains { reader.mark($0) == 0x2C || reader.mark($0) == 0x3B } || compares(from, to)
  }

  /// The values behind the outcome in the order of the text, each with the share in brackets behind it.
  func mainValues() -> [Value] {
    var values: [Value] = []
    var token = outcomes.first?.first ?? first
    var depth = 0
    // Where the bracket was opened that holds a remark on the last value.
    var remark = 0
    while token < end {
      if let statistic = statistics.first(where: { $0.first <= token && token < $0.end }) {
        token = statistic.end
        continue
      }
      let mark = reader.mark(token)
      if mark == 0x28 || mark == 0x5B {
        depth += 1
        if remark == 0, let last = values.last, token - last.end <= 4, !compares(last.end, token) {
          remark = depth
        }
      }
      if mark == 0x29 || mark == 0x5D {
        if remark == depth { remark = 0 }
        depth = max(0, depth - 1)
      }
      guard let number = numbers.number(at: token, before: end) else {
        token += 1
        continue
      }
      let share = share(of: number)
      let percent = number.isPercent ? number.value : share?.percent
      let stop = share?.end ?? number.end
      if remark > 0 {
        if let percent, values[values.count - 1].percent == nil { values[values.count - 1].percent = percent }
      } else if isMain(token, number) {
        values.append(Value(first: token, end: stop, value: number.value, percent: percent))
      }
      token = max(stop, token + 1)
    }
    let shares = values.filter { $0.percent != nil }
    return shares.count >= 2 ? shares : values
  }

  /// "12/40", "12 of 40": a count of people as a share of all, in percent, with the token after it.
  private func share(of number: NumberReader.Number) -> (percent: Double, end: Int32)? {
    guard number.end + 1 < end,
      reader.mark(number.end) == 0x2F || reader.classes(number.end).contains(.genitive),
      let total = numbers.number(at: number.end + 1, before: end), total.value >= number.value,
      total.value > 1
    else { return nil }
    return (100 * number.value / total.value, total.end)
  }

  /// Whether a word of comparison, or one that joins, stands between.
  private func compares(_ from: Int32, _ to: Int32) -> Bool {
    (from..<to).contains { token in
      reader.classes(token).contains(.coordinator)
        || marks.contains { $0.category == .comparison && $0.first <= token && token < $0.end }
    }
  }

  private func isTimeUnit(_ token: Int32) -> Bool {
    marks.contains { $0.category == .measure && $0.value == .time && $0.first == token }
  }

  /// Whether the number is a value of the outcome: no deviation, time, label or number of people.
  private func isMain(_ token: Int32, _ number: NumberReader.Number) -> Bool {
    if token > first {
      let before = reader.scan.tokens[Int(token - 1)]
      // "± 1.2", "+/- 1.2", "= 34", "95% CI", "group 2"
      if before.kind == .punctuation, before.end - before.start == 2, before.mark == 0 { return false }
      if reader.mark(token - 1) == 0x3D || reader.mark(token - 1) == 0x2F { return false }
      if marks.contains(where: { $0.category == .arm && $0.value == .label && $0.end == token }) {
        return false
      }
      if arms.contains(where: { $0.first <= token && token < $0.end }) { return false }
      if isOutcome(token) || isHyphenated(token) { return false }
      if reader.mark(token) == 0x2D, before.kind == .number,
        !reader.scan.tokens[Int(token)].flags.contains(.spaceBefore)
      {
        return false
      }
      if reader.mark(token - 1) == 0x2D, token - 2 >= first, reader.mark(token - 2) == 0x2F { return false }
      // "12 of 50", "week 12"
      if reader.classes(token - 1).contains(.genitive), token - 2 >= first,
        reader.scan.tokens[Int(token - 2)].kind == .number
      {
        return false
      }
      if isTimeUnit(token - 1) || marks.contains(where: { $0.value == .point && $0.end == token }) {
        return false
      }
      if number.end < end, isTimeUnit(number.end), !question.isDuration { return false }
    }
    if marks.contains(where: { $0.category == .statistic && $0.first == number.end }) { return false }
    return true
  }
}
