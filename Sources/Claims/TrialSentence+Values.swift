import Knowledge
import Linguistics

extension TrialSentence {
  /// What the values of the arms and their statistics say where no word does.
  func readingOfValues() -> DirectionReading? {
    guard !statistics.isEmpty else { return nil }
    let weight = outcomes.isEmpty ? 1 : 2 + min(outcomes.map(\.weight).max() ?? 0, 8) * 2
    let start = outcomes.first?.end ?? first
    let probabilities = statistics.filter { $0.kind == .probability }
    let probability = probabilities.first { $0.first >= start } ?? probabilities.first
    if let probability {
      guard probability.isSignificant else { return DirectionReading(direction: .noDifference, weight: weight) }
    } else if let interval = statistics.first(where: { $0.kind == .interval }) {
      let neutral = statistics.contains { $0.kind == .ratio } ? 1.0 : 0.0
      if interval.low <= neutral && interval.high >= neutral {
        return DirectionReading(direction: .noDifference, weight: weight)
      }
    }
    guard let sign = signOfValues() else { return nil }
    return DirectionReading(direction: sign > 0 ? .increased : .decreased, weight: weight)
  }

  /// Whether the value of the intervention is the higher one; nil where no two values can be told.
  func signOfValues() -> Int? {
    let values = mainValues()
    if values.count >= 2, values[0] != values[1] {
      let order = arms.first { $0.side != .every }?.side == .control ? -1 : 1
      return (values[0] > values[1] ? 1 : -1) * order
    }
    if let ratio = statistics.first(where: { $0.kind == .ratio }), ratio.low != 1 {
      return ratio.low > 1 ? 1 : -1
    }
    return nil
  }

  /// The first value of each arm behind the outcome, in the order of the text.
  private func mainValues() -> [Double] {
    var values: [(value: Double, isPercent: Bool)] = []
    var token = outcomes.first?.first ?? first
    while token < end {
      if let statistic = statistics.first(where: { $0.first <= token && token < $0.end }) {
        token = statistic.end
        continue
      }
      guard let number = numbers.number(at: token, before: end) else {
        token += 1
        continue
      }
      if isMain(token, number) { values.append((number.value, number.isPercent)) }
      token = max(number.end, token + 1)
    }
    let shares = values.filter(\.isPercent)
    return (shares.count >= 2 ? shares : values).map(\.value)
  }

  /// Whether the number is a value of the outcome: no deviation, time, label or number of people.
  private func isMain(_ token: Int32, _ number: NumberReader.Number) -> Bool {
    if token > first {
      let before = reader.scan.tokens[Int(token - 1)]
      // "± 1.2", "= 34", "95% CI", "group 2", "week 12"
      if before.kind == .punctuation, before.end - before.start == 2, before.mark == 0 { return false }
      if reader.mark(token - 1) == 0x3D || reader.mark(token - 1) == 0x2F { return false }
      if marks.contains(where: { $0.category == .arm && $0.value == .label && $0.end == token }) { return false }
      if arms.contains(where: { $0.first <= token && token < $0.end }) { return false }
    }
    if number.end < end, reader.mark(number.end) == 0x2F { return false }
    if marks.contains(where: { $0.category == .statistic && $0.first == number.end }) { return false }
    return true
  }
}
