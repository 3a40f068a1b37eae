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
    } else if let interval = intervals.first {
      if interval.low <= 0 && interval.high >= 0 { return reading(.noDifference) }
    } else {
      guard isFarApart(values) else { return nil }
    }
    guard let sign = signOfValues() else { return nil }
    return reading(sign > 0 ? .increased : .decreased)
  }

  /// Whether two shares without any statistic are so far apart that they are reported as different.
  private func isFarApart(_ values: [Value]) -> Bool {
    guard values.count >= 2, let one = values[0].percent, let other = values[1].percent else { return false }
    return max(one, other) >= 1.5 * min(one, other)
  }

  /// Whether the value of the intervention is the higher one; nil where no two values can be told.
  func signOfValues() -> Int? {
    let values = mainValues()
    if values.count >= 2 {
      var one = values[0].value
      var other = values[1].value
      if let share = values[0].percent, let otherShare = values[1].percent { (one, other) = (share, otherShare) }
      if one != other { return (one > other ? 1 : -1) * (beginsWithControl(values[0], values[1]) ? -1 : 1) }
    }
    if let ratio = statistics.first(where: { $0.kind == .ratio }), ratio.low != 1 {
      return ratio.low > 1 ? 1 : -1
    }
    return nil
  }

  /// Whether the first of two values is the comparator's.
  private func beginsWithControl(_ one: Value, _ other: Value) -> Bool {
    let sides = arms.filter { $0.side != .every }
    guard let arm = sides.first else { return false }
    if sides.contains(where: { $0.side != arm.side }) { return arm.side == .control }
    // One arm is known: which of the values is its own?
    var isFirst = arm.first < one.first
    if arm.first >= one.end, arm.end <= other.first {
      let gap = one.end..<arm.first
      isFirst = !gap.contains { reader.classes($0).contains(.coordinator) || reader.mark($0) == 0x2C }
    }
    return (arm.side == .control) == isFirst
  }

  /// The values behind the outcome in the order of the text, each with the share in brackets behind it.
  private func mainValues() -> [Value] {
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
        if remark == 0, let last = values.last, token - last.end <= 4, !compares(last.end, token) { remark = depth }
      }
      if mark == 0x29 || mark == 0x5D {
        if remark == depth { remark = 0 }
        depth = max(0, depth - 1)
      }
      guard let number = numbers.number(at: token, before: end) else {
        token += 1
        continue
      }
      if remark > 0 {
        if number.isPercent, values[values.count - 1].percent == nil {
          values[values.count - 1].percent = number.value
        }
      } else if isMain(token, number) {
        values.append(
          Value(
            first: token, end: number.end, value: number.value, percent: number.isPercent ? number.value : nil))
      }
      token = max(number.end, token + 1)
    }
    let shares = values.filter { $0.percent != nil }
    return shares.count >= 2 ? shares : values
  }

  /// Whether a word of comparison, or one that joins, stands between.
  private func compares(_ from: Int32, _ to: Int32) -> Bool {
    (from..<to).contains { token in
      reader.classes(token).contains(.coordinator)
        || marks.contains { $0.category == .comparison && $0.first <= token && token < $0.end }
    }
  }

  /// Whether the number is a value of the outcome: no deviation, time, label or number of people.
  private func isMain(_ token: Int32, _ number: NumberReader.Number) -> Bool {
    if token > first {
      let before = reader.scan.tokens[Int(token - 1)]
      // "± 1.2", "= 34", "95% CI", "group 2"
      if before.kind == .punctuation, before.end - before.start == 2, before.mark == 0 { return false }
      if reader.mark(token - 1) == 0x3D || reader.mark(token - 1) == 0x2F { return false }
      if marks.contains(where: { $0.category == .arm && $0.value == .label && $0.end == token }) { return false }
      if arms.contains(where: { $0.first <= token && token < $0.end }) { return false }
      if isOutcome(token) || before.flags.contains(.hyphenBefore) { return false }
    }
    if number.end < end, reader.mark(number.end) == 0x2F { return false }
    if marks.contains(where: { $0.category == .statistic && $0.first == number.end }) { return false }
    return true
  }
}
