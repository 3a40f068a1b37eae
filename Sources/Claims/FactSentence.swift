import Ingest
import Knowledge
import Linguistics

/// The words of facts and limits in one sentence, and the amounts between them.
struct FactSentence {
  struct Hit {
    /// First token, and the one after the last.
    var first: Int32
    var end: Int32
    var word: FactWord
  }

  /// A number with what it counts.
  struct Amount {
    enum Measure { case time, millimetres, sessions, percent }
    /// First token, and the one after the last; of sessions and times the word that is counted included.
    var first: Int32
    var end: Int32
    var low: Double
    var high: Double
    var measure: Measure
  }

  let reader: SentenceReader
  private(set) var hits: [Hit] = []
  private(set) var amounts: [Amount] = []

  /// Looks up the words of the sentence at hand.
  init(_ reader: SentenceReader) {
    self.reader = reader
    let grammar = reader.grammar
    var found: [Hit] = []
    swap(&found, &reader.factHits)
    if !found.isEmpty { found.removeAll(keepingCapacity: true) }
    reader.scan.forEachPhrase(
      of: .facts, from: Int(reader.first), to: Int(reader.end), grammar, &reader.begunPhrases
    ) {
      hit in
      guard let word = grammar.cues[Int(hit.entry.index)].fact else { return }
      found.append(Hit(first: hit.first, end: hit.end, word: word))
    }
    hits = found
  }

  /// Whether a word stands in the sentence that can make a fact.
  var speaksOfFacts: Bool {
    holdsPercentage
      || hits.contains {
        guard case .word(let word) = $0.word else { return false }
        switch word {
        case .downtime, .away, .session, .series, .lasting, .permanent, .temporary, .returns, .apart, .every,
          .needle, .suited, .unsuited, .noDowntime, .useless, .harmless, .painless, .painful, .onset,
          .relapse:
          return true
        case .need, .result, .repeat, .about, .most, .least, .atOnce: return false
        }
      }
  }

  private var holdsPercentage: Bool {
    (reader.first..<reader.end).contains { place in
      let token = reader.scan.tokens[Int(place)]
      return token.kind == .number && reader.document.text[Int(token.end) - 1] == 0x25
    }
  }

  func has(_ word: FactWord.Word) -> Bool { hits.contains { $0.word == .word(word) } }

  /// The longest hit of the word that begins at a token.
  func hit(_ word: FactWord.Word, at token: Int32) -> Hit? {
    hits.first { $0.first == token && $0.word == .word(word) }
  }

  // MARK: Amounts

  /// Finds numbers with their units: "4 to 6 sessions", "about three months", "a week", "0.5 mm".
  mutating func findAmounts() {
    var token = reader.first
    while token < reader.end {
      // Every amount begins with a number or with a word of facts.
      if reader.scan.tokens[Int(token)].kind == .number || hits.contains(where: { $0.first == token }),
        let amount = amount(at: token)
      {
        amounts.append(amount)
        token = amount.end
      } else {
        token += 1
      }
    }
  }

  private func amount(at start: Int32) -> Amount? {
    if let hit = hit(.atOnce, at: start) {
      return Amount(first: start, end: hit.end, low: 0, high: 1, measure: .time)
    }
    if let days = unit(at: start)?.days, start > reader.first, isIndefinite(start - 1) {
      // "a week": the article stands before it.
      return bounded(
        Amount(first: start - 1, end: start + 1, low: days.rounded(.down), high: days, measure: .time))
    }
    guard var value = number(at: start) else { return nil }
    if let next = rangeEnd(after: value.end) {
      value.high = max(next.high, value.low)
      value.end = next.end
    }
    if value.isPercent {
      return Amount(first: start, end: value.end, low: value.low, high: value.high, measure: .percent)
    }
    if let unit = unit(at: value.end) {
      guard let days = unit.days else {
        return bounded(
          Amount(first: start, end: unit.end, low: value.low, high: value.high, measure: .millimetres))
      }
      return bounded(
        Amount(
          first: start, end: unit.end, low: value.low * days, high: value.high * days, measure: .time))
    }
    // Up to two words may qualify what is counted: "six monthly sessions".
    for skipped in 0...2 {
      let token = value.end + Int32(skipped)
      guard token < reader.end else { break }
      if let session = hit(.session, at: token) {
        return bounded(
          Amount(first: start, end: session.end, low: value.low, high: value.high, measure: .sessions))
      }
      guard reader.scan.tokens[Int(token)].kind == .word,
        reader.classes(token).isDisjoint(with: [.preposition, .coordinator, .determiner, .be, .infinitive])
      else { break }
    }
    // "a course of six".
    if start > reader.first, hits.contains(where: { $0.end == start && $0.word == .word(.series) }),
      value.end == reader.end || reader.mark(value.end) != 0
    {
      return Amount(first: start, end: value.end, low: value.low, high: value.high, measure: .sessions)
    }
    return nil
  }

  private func isIndefinite(_ token: Int32) -> Bool {
    let word = reader.scan.tokens[Int(token)]
    let length = word.end - word.start
    guard length <= 2, reader.classes(token).contains(.determiner) else { return false }
    return reader.document.text[Int(word.start)] | 0x20 == 0x61
  }

  private func number(at token: Int32) -> (low: Double, high: Double, end: Int32, isPercent: Bool)? {
    guard token < reader.end else { return nil }
    let item = reader.scan.tokens[Int(token)]
    if item.kind == .number {
      var whole = 0.0
      var scale = 0.0
      var isPercent = false
      for offset in Int(item.start)..<Int(item.end) {
        let byte = reader.document.text[offset]
        switch byte {
        case 0x30...0x39:
          whole = whole * 10 + Double(byte - 0x30)
          scale *= 10
        case 0x2E: scale = 1
        case 0x25: isPercent = true
        case 0x2C: continue
        default: return nil
        }
      }
      return (scale > 0 ? whole / scale : whole, scale > 0 ? whole / scale : whole, token + 1, isPercent)
    }
    for hit in hits where hit.first == token {
      if case .number(let low, let high) = hit.word { return (low, high, hit.end, false) }
    }
    return nil
  }

  /// "4-6", "4 to 6", "two or three": the second number.
  private func rangeEnd(after token: Int32) -> (high: Double, end: Int32)? {
    guard token < reader.end else { return nil }
    if reader.scan.tokens[Int(token)].flags.contains(.hyphenBefore), let second = number(at: token) {
      return (second.high, second.end)
    }
    let joins =
      reader.mark(token) == 0x2D || !reader.classes(token).isDisjoint(with: [.coordinator, .infinitive])
    guard joins, let second = number(at: token + 1) else { return nil }
    return (second.high, second.end)
  }

  private func unit(at token: Int32) -> (days: Double?, end: Int32)? {
    for hit in hits where hit.first == token {
      switch hit.word {
      case .time(let days): return (days, hit.end)
      case .millimetre: return (nil, hit.end)
      default: continue
      }
    }
    return nil
  }

  /// "up to six months", "at least four": one end is open.
  private func bounded(_ amount: Amount) -> Amount {
    var amount = amount
    for hit in hits where hit.end == amount.first {
      switch hit.word {
      case .word(.most): amount.low = 0
      case .word(.least): amount.high = .infinity
      default: continue
      }
      amount.first = hit.first
    }
    return amount
  }
}
