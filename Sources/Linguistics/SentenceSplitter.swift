/// Finds where sentences end among the tokens of one block.
///
/// A sentence ends after `.`, `!` or `?`, with the quotes, brackets and reference numbers that close there, when something
/// follows that can begin a sentence. A full stop after an abbreviation, an initial or a list number ends none; a line
/// break alone ends none. The items of a list that runs on within its block are sentences of their own.
public struct SentenceSplitter: Sendable {
  /// Classes by word number.
  private let classes: [WordClasses]

  public init(classes: [WordClasses]) {
    self.classes = classes
  }

  /// Calls `body` with the first token and the one after the last of each sentence in `tokens[first..<end]`.
  public func split(
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

  /// The token after the numbers of references that follow a stop without space ("shown.12,13 Then", "shown.[4] Then");
  /// nil where none follow, and where the number belongs to what stands before the stop ("Fig.2").
  private func endOfReferences(
    _ tokens: borrowing [Token], behind stop: Stop, end: Int, text: Span<UInt8>
  ) -> Int? {
    let before = tokens[stop.first - 1]
    switch before.kind {
    case .word:
      guard before.end - before.start > 1,
        classes(of: before).isDisjoint(with: [.abbreviation, .numberAbbreviation])
      else { return nil }
    case .number: guard text[Int(before.end) - 1] == 0x25 else { return nil }
    case .punctuation: break
    }
    var index = stop.after
    var hasNumber = false
    while index < end, !tokens[index].flags.contains(.spaceBefore) {
      let token = tokens[index]
      switch token.kind {
      case .number: hasNumber = true
      case .word: return nil
      case .punctuation:
        if isSuperscript(token, text) {
          hasNumber = true
        } else if token.mark != 0x2C && token.mark != 0x2D && token.mark != 0x5B && token.mark != 0x5D {
          return nil
        }
      }
      index += 1
    }
    return hasNumber && index < end ? index : nil
  }

  /// Whether a new sentence follows a stop whose space was forgotten ("It fades.Then it goes"). Names with points in
  /// them, addresses and files look like it, but for their other marks.
  private func lacksSpace(
    _ tokens: borrowing [Token], behind stop: Stop, end: Int, text: Span<UInt8>
  ) -> Bool {
    let before = tokens[stop.first - 1]
    let next = tokens[stop.after]
    guard stop.after == stop.first + 1, next.kind == .word, next.flags.contains(.capitalized),
      !next.flags.contains(.uppercase), next.end - next.start > 1 || opensSentence(next)
    else { return false }
    switch before.kind {
    case .word:
      guard before.end - before.start > 1, !before.flags.contains(.uppercase),
        classes(of: before).isDisjoint(with: [.abbreviation, .numberAbbreviation])
      else { return false }
    case .number: break
    case .punctuation: return false
    }
    if stop.first > 1, !before.flags.contains(.spaceBefore), joinsName(tokens[stop.first - 2].mark) {
      return false
    }
    let behind = stop.after + 1
    guard behind < end, !tokens[behind].flags.contains(.spaceBefore) else { return true }
    switch tokens[behind].mark {
    case 0x2E: return behind + 1 < end && tokens[behind + 1].flags.contains(.spaceBefore)
    case let mark: return !joinsName(mark)
    }
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

  private func isSuperscript(_ token: Token, _ text: Span<UInt8>) -> Bool {
    let start = Int(token.start)
    switch token.end - token.start {
    case 2:
      let byte = text[start + 1]
      return text[start] == 0xC2 && (byte == 0xB9 || byte == 0xB2 || byte == 0xB3)
    case 3: return text[start] == 0xE2 && text[start + 1] == 0x81 && text[start + 2] >= 0xB0
    default: return false
    }
  }

  private func opensBracket(_ token: Token) -> Bool { token.mark == 0x28 || token.mark == 0x5B }

  /// `.` `@` `/` `_` `=` `\`: what holds the parts of addresses and files together.
  private func joinsName(_ mark: UInt8) -> Bool {
    switch mark {
    case 0x2E, 0x40, 0x2F, 0x5F, 0x3D, 0x5C: true
    default: false
    }
  }
}
