import Knowledge
import Linguistics

/// A number that a report gives for the weight of a difference.
struct TrialStatistic {
  enum Kind {
    /// The probability of the difference by chance.
    case probability
    /// One arm's value over the other's.
    case ratio
    /// One arm's value less the other's.
    case difference
    /// An interval of confidence.
    case interval
  }
  var kind: Kind
  /// Tokens.
  var first: Int32
  var end: Int32
  /// The value; of an interval its lower bound.
  var low: Double
  /// The upper bound of an interval, else the value.
  var high: Double
  /// The ratio is one of hazards.
  var isHazard = false
  /// How the value stands to the bound that is written.
  var relation = Relation.equal

  enum Relation { case below, equal, above }

  /// What counts as chance.
  static let level = 0.05

  /// Of a probability: whether the difference is more than chance.
  var isSignificant: Bool {
    switch relation {
    case .below: low <= Self.level
    // "P > .001" is a slip of the pen for "<".
    case .above: low < 0.01
    case .equal: low < Self.level
    }
  }
}

/// Reads numbers and statistics from the tokens of a sentence by their bytes.
struct NumberReader {
  let tokens: [Token]
  let text: [UInt8]

  /// A number as it is written: "12", "-0.5", ".036", "2·8", "1,200", "41%".
  struct Number {
    var value: Double
    /// The token after it.
    var end: Int32
    var isPercent: Bool
  }

  /// The number that begins at a token, or nil.
  func number(at start: Int32, before limit: Int32) -> Number? {
    guard start < limit else { return nil }
    var token = start
    var isNegative = false
    if isMinus(token), token + 1 < limit, !tokens[Int(token + 1)].flags.contains(.spaceBefore) {
      isNegative = true
      token += 1
    }
    let item = tokens[Int(token)]
    guard item.kind == .number || item.mark == 0x2E && isDigit(Int(item.end)) else { return nil }
    var value = 0.0
    var scale = 0.0
    var place = Int(item.start)
    scan: while place < text.count {
      let byte = text[place]
      switch byte {
      case 0x30...0x39:
        if scale == 0 {
          value = value * 10 + Double(byte - 0x30)
        } else {
          value += Double(byte - 0x30) * scale
          scale /= 10
        }
        place += 1
      case 0x2E where isDigit(place + 1) && scale == 0:
        scale = 0.1
        place += 1
      case 0xC2 where place + 1 < text.count && text[place + 1] == 0xB7 && isDigit(place + 2) && scale == 0:
        // A middle dot, as some journals print it.
        scale = 0.1
        place += 2
      case 0x2C where isGroup(place + 1) && scale == 0: place += 1
      default: break scan
      }
    }
    let isPercent = percentFollows(place)
    while token < limit, Int(tokens[Int(token)].start) < place { token += 1 }
    if isPercent, token < limit, mark(token) == 0x25 { token += 1 }
    return Number(value: isNegative ? -value : value, end: token, isPercent: isPercent)
  }

  private func mark(_ token: Int32) -> UInt8 { tokens[Int(token)].mark }

  /// A hyphen, a dash or a minus sign.
  private func isMinus(_ token: Int32) -> Bool {
    let item = tokens[Int(token)]
    if item.mark == 0x2D { return true }
    return item.kind == .punctuation && item.end - item.start == 3 && text[Int(item.start)] == 0xE2
      && text[Int(item.start) + 1] == 0x88 && text[Int(item.start) + 2] == 0x92
  }

  private func isDigit(_ place: Int) -> Bool {
    place < text.count && text[place] >= 0x30 && text[place] <= 0x39
  }

  /// Three digits that end there: a comma before them groups thousands.
  private func isGroup(_ place: Int) -> Bool {
    isDigit(place) && isDigit(place + 1) && isDigit(place + 2) && !isDigit(place + 3)
  }

  private func percentFollows(_ place: Int) -> Bool {
    var place = place
    while place < text.count, text[place] == 0x20 { place += 1 }
    return place < text.count && text[place] == 0x25
  }

  /// The probability behind "P": "P = .03", "p value < 0.001", "P value of 0.2".
  func probability(after mark: (first: Int32, end: Int32), before limit: Int32) -> TrialStatistic? {
    var token = mark.end
    var sign: UInt8 = 0
    var steps = 0
    while token < limit, steps < 5 {
      if let number = number(at: token, before: limit) {
        guard number.value <= 1, sign != 0 || steps > 0 else { return nil }
        return TrialStatistic(
          kind: .probability, first: mark.first, end: number.end, low: number.value, high: number.value,
          relation: sign == 0x3E ? .above : sign == 0x3C ? .below : .equal)
      }
      let item = tokens[Int(token)]
      if item.kind == .punctuation {
        if item.mark == 0x29 || item.mark == 0x3B { return nil }
        if item.mark == 0x3C || item.mark == 0x3E || item.mark == 0x3D { sign = item.mark }
        if item.end - item.start == 3, text[Int(item.start)] == 0xE2, text[Int(item.start) + 1] == 0x89 {
          // "≤" and "≥"
          sign = text[Int(item.start) + 2] == 0xA5 ? 0x3E : 0x3C
        }
      }
      token += 1
      steps += 1
    }
    return nil
  }

  /// The value behind "HR" or "OR".
  func ratio(after mark: (first: Int32, end: Int32), before limit: Int32) -> TrialStatistic? {
    var token = mark.end
    while token < limit, token < mark.end + 7 {
      if let number = number(at: token, before: limit) {
        if !number.isPercent {
          return TrialStatistic(
            kind: .ratio, first: mark.first, end: number.end, low: number.value, high: number.value)
        }
        token = number.end
      } else {
        token += 1
      }
    }
    return nil
  }

  /// The value behind "mean difference": with an equals sign or a colon, or in its own bracket.
  func difference(after mark: (first: Int32, end: Int32), before limit: Int32) -> TrialStatistic? {
    var token = mark.end
    while token < limit, token < mark.end + 4 {
      if let number = number(at: token, before: limit) {
        guard token > mark.end, !number.isPercent || number.value < 0 else { return nil }
        return TrialStatistic(
          kind: .difference, first: mark.first, end: number.end, low: number.value, high: number.value)
      }
      let item = tokens[Int(token)]
      guard
        item.mark == 0x3D || item.mark == 0x3A || item.mark == 0x2C || item.mark == 0x5B || item.mark == 0x28
          || item.mark == 0x29 || item.kind == .word && item.end - item.start <= 3
      else { return nil }
      token += 1
    }
    return nil
  }

  /// The bounds behind "CI": "0.5 to 0.9", "0.5-0.9", "[0.5, 0.9]", "-2.1 to -0.3".
  func interval(after mark: (first: Int32, end: Int32), before limit: Int32) -> TrialStatistic? {
    var token = mark.end
    var low: Double?
    while token < limit, token < mark.end + 9 {
      if let number = number(at: token, before: limit) {
        if let low {
          // In "0.5-0.9" the hyphen is no minus.
          let high = number.value < low ? abs(number.value) : number.value
          return TrialStatistic(kind: .interval, first: mark.first, end: number.end, low: low, high: high)
        }
        low = number.value
        token = number.end
      } else {
        token += 1
      }
    }
    return nil
  }
}
