/// Finds where sentences end among the tokens of one block.
///
/// A sentence ends after `.`, `!` or `?`, with the quotes, brackets and reference numbers that close there, when something
/// follows that can begin a sentence. A full stop after an abbreviation, an initial or a list number ends none; a line
/// break alone ends none. The items of a list that runs on within its block are sentences of their own. What is longer than any
/// sentence that people write is cut into pieces.
public struct SentenceSplitter: Sendable {
  /// Classes by word number.
  private let classes: [WordClasses]

  public init(classes: [WordClasses]) {
    self.classes = classes
  }

  /// Calls `body` with the first token and the one after the last of each sentence in `tokens[first..<end]`.
  /// - Parameter limit: tokens of the longest sentence.
  /// - Returns: the tokens at which what is longer was cut, most often none.
  @discardableResult
  public func split(
    _ tokens: borrowing [Token], from first: Int, to end: Int, text: Span<UInt8>, limit: Int,
    _ body: (Int, Int) -> Void
  ) -> [Int] {
    var cuts: [Int] = []
    findStops(tokens, from: first, to: end, text: text) { start, end in
      var start = start
      while end - start > limit {
        let cut = Self.cut(tokens, from: start, limit)
        body(start, cut)
        cuts.append(cut)
        start = cut
      }
      body(start, end)
    }
    return cuts
  }

  /// Where a sentence that is too long is cut: behind the last comma or semicolon of the second half of what is allowed, else
  /// where the limit is.
  private static func cut(_ tokens: borrowing [Token], from start: Int, _ limit: Int) -> Int {
    for index in (start + limit / 2..<start + limit).reversed()
    where tokens[index].mark == 0x2C || tokens[index].mark == 0x3B {
      return index + 1
    }
    return start + limit
  }

  private func findStops(
    _ tokens: borrowing [Token], from first: Int, to end: Int, text: Span<UInt8>, _ body: (Int, Int) -> Void
  ) {
    guard first < end else { return }
    var start = first
    var index = first
    var item = numberOfItem(endingAt: Int(tokens[first].start), in: text)
    while index < end {
      let token = tokens[index]
      guard token.kind == .punctuation else {
        index += 1
        continue
      }
      switch token.mark {
      case 0x2E, 0x21, 0x3F: break
      case 0x29:
        if let mark = itemMark(tokens, closing: index, start: start, end: end, item: item, text: text) {
          if mark.first > start { body(start, mark.first) }
          (start, item) = (mark.first, mark.number)
        }
        index += 1
        continue
      case 0x2A where isBullet(token):
        if index > start { body(start, index) }
        start = index
        index += 1
        continue
      default:
        index += 1
        continue
      }
      if token.mark == 0x2E,
        let mark = itemMark(tokens, closing: index, start: start, end: end, item: item, text: text)
      {
        if mark.first > start { body(start, mark.first) }
        (start, item, index) = (mark.first, mark.number, mark.after)
        continue
      }
      let stop = Stop(tokens, at: index, end: end, text: text)
      // Marks that nothing stands before belong to what follows: "… and then", "(!)", "[...]".
      if index == start || opensBracket(tokens[index - 1]) {
        index = stop.after
        continue
      }
      if stop.after >= end { break }
      if stop.isFollowedByOmission, startsWithCapital(tokens[stop.after]) {
        body(start, index + 1)
        start = index + 1
      } else if let after = sentenceEnd(tokens, stop, start: start, end: end, text: text) {
        body(start, after)
        start = after
        index = after
        continue
      }
      index = stop.after
    }
    if start < end { body(start, end) }
  }

  /// The token after the sentence that `stop` ends, nil where it ends none.
  private func sentenceEnd(
    _ tokens: borrowing [Token], _ stop: Stop, start: Int, end: Int, text: Span<UInt8>
  ) -> Int? {
    let next = stop.after
    guard tokens[next].flags.contains(.spaceBefore) else {
      if let after = endOfReferences(tokens, behind: stop, end: end, text: text),
        begins(tokens, at: after, end: end, text: text), tokens[after].kind != .number
      {
        return after
      }
      return lacksSpace(tokens, behind: stop, end: end, text: text) ? next : nil
    }
    if stop.dots == 3, isFirstPerson(tokens[next], text) { return nil }
    if stop.dots > 0, holds(tokens, stop, start: start, text: text) { return nil }
    return begins(tokens, at: next, end: end, text: text) ? next : nil
  }

  /// Whether the token at `index` can be the first of a sentence.
  private func begins(_ tokens: borrowing [Token], at index: Int, end: Int, text: Span<UInt8>) -> Bool {
    let token = tokens[index]
    guard token.flags.contains(.spaceBefore) else { return false }
    switch token.kind {
    case .word:
      return startsWithCapital(token) || token.flags.contains(.nonASCII)
        || isSymbol(tokens, at: index, end: end, text: text)
        || isItemMark(tokens, at: index, end: end, text: text)
    case .number: return true
    case .punctuation:
      // A quote, a bracket, a bullet, a dash: the token behind it decides.
      guard index + 1 < end else { return true }
      let next = tokens[index + 1]
      switch token.mark {
      case 0x5B: return !isReferenceOfEndedSentence(tokens, at: index, end: end)
      case 0x28:
        return next.kind != .word || startsWithCapital(next)
          || isItemMark(tokens, at: index + 1, end: end, text: text)
      case 0x22, 0x27, 0x2A, 0x2D, 0x5F, 0: return next.kind != .word || startsWithCapital(next)
      default: return false
      }
    }
  }

  /// Whether a mark of reference stands before the stop of its sentence: "(… or not?) [45]."
  private func isReferenceOfEndedSentence(_ tokens: borrowing [Token], at bracket: Int, end: Int) -> Bool {
    var index = bracket + 1
    while index < end, index < bracket + 12, tokens[index].mark != 0x5D { index += 1 }
    return index + 1 < end && tokens[index].mark == 0x5D && tokens[index + 1].mark == 0x2E
      && !tokens[index + 1].flags.contains(.spaceBefore)
  }

  // MARK: Words and marks

  func classes(of token: Token) -> WordClasses { classes[Int(token.word)] }

  /// Whether a word, with a capital behind an abbreviation, is likelier the first of a sentence than part of a name.
  func opensSentence(_ token: Token) -> Bool {
    token.kind == .word && token.flags.contains(.capitalized)
      && classes(of: token).isDisjoint(with: [.properName])
      && !classes(of: token).isDisjoint(with: Self.openers)
  }

  private static let openers: WordClasses = [
    .determiner, .pronoun, .connector, .subordinator, .question, .preposition, .opener,
  ]

  func startsWithCapital(_ token: Token) -> Bool {
    token.kind == .word && token.flags.contains(.capitalized)
  }

  /// A symbol that keeps its small first letter at the start of a sentence: "p53", "mRNA", "c-fos".
  func isSymbol(_ tokens: borrowing [Token], at index: Int, end: Int, text: Span<UInt8>) -> Bool {
    let token = tokens[index]
    guard token.kind == .word else { return false }
    if token.end - token.start == 1 {
      return index + 1 < end && tokens[index + 1].flags.contains(.hyphenBefore)
    }
    for offset in (Int(token.start) + 1)..<Int(token.end) {
      let byte = text[offset]
      if byte &- 0x41 < 26 || byte &- 0x30 < 10 { return true }
    }
    return false
  }

  /// "I", which has its capital anywhere.
  private func isFirstPerson(_ token: Token, _ text: Span<UInt8>) -> Bool {
    token.kind == .word && text[Int(token.start)] == 0x49
      && (token.end - token.start == 1 || text[Int(token.start) + 1] == 0x27
        || text[Int(token.start) + 1] == 0xE2)
  }

  private func opensBracket(_ token: Token) -> Bool { token.mark == 0x28 || token.mark == 0x5B }
}
