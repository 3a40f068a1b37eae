import Knowledge

/// What a cue is to the reading of facts and limits.
enum FactWord: Sendable, Equatable {
  case word(Word)
  /// A number in words, or a span of them ("a few").
  case number(low: Double, high: Double)
  /// Days.
  case time(Double)
  case millimetre
  case limit(Limit.Kind)

  enum Word: String, Sendable {
    case downtime, away, session, need, series, lasting, result, permanent, temporary, returns, apart, every,
      `repeat`, needle, suited, unsuited, about, most, least,
      useless, harmless, painless, painful, onset, relapse
    case atOnce = "at-once"
    case noDowntime = "no-downtime"
  }

  var isTime: Bool {
    if case .time = self { return true }
    return false
  }

  /// Nil for a cue of another category.
  init?(_ cue: Cue) {
    switch cue.category {
    case .fact:
      guard let word = Word(rawValue: cue.value) else { return nil }
      self = .word(word)
    case .number:
      let ends = cue.value.split(separator: "-").compactMap { Double($0) }
      guard let low = ends.first, let high = ends.last else { return nil }
      self = .number(low: low, high: high)
    case .unit:
      if cue.value == "mm" {
        self = .millimetre
      } else {
        guard let days = Double(cue.value) else { return nil }
        self = .time(days)
      }
    case .limit:
      switch cue.value {
      case "contrast": self = .limit(.contrast)
      case "rebuttal": self = .limit(.rebuttal)
      case "dispute": self = .limit(.dispute)
      default: self = .limit(.circumstance)
      }
    default: return nil
    }
  }
}
