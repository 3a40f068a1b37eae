extension SentenceSplitter {
  /// A run of stops with the quotes and brackets that close behind it.
  struct Stop {
    var first: Int
    /// The token behind the run.
    var after: Int
    /// Points at the start of the run, three for an ellipsis sign; 0 where it starts with another mark.
    var dots: Int
    var closesBracket = false
    /// A stop, and then an omission of three points set apart: "It fades. . . . The rest".
    var isFollowedByOmission = false

    init(_ tokens: borrowing [Token], at first: Int, end: Int, text: Span<UInt8>) {
      self.first = first
      after = first + 1
      dots = Self.points(tokens[first], text)
      var setApart = 0
      if dots > 0 {
        while after < end, tokens[after].mark == 0x2E, !tokens[after].flags.contains(.lineBreakBefore) {
          dots += Self.points(tokens[after], text)
          if tokens[after].flags.contains(.spaceBefore) { setApart += 1 }
          after += 1
        }
      }
      isFollowedByOmission = dots == 4 && setApart == 3 && !tokens[first].flags.contains(.spaceBefore)
      while after < end, !tokens[after].flags.contains(.spaceBefore), Self.closes(tokens[after].mark) {
        if tokens[after].mark == 0x29 || tokens[after].mark == 0x5D { closesBracket = true }
        isFollowedByOmission = false
        after += 1
      }
    }

    private static func points(_ token: Token, _ text: Span<UInt8>) -> Int {
      guard token.mark == 0x2E else { return 0 }
      return text[Int(token.start)] == 0xE2 ? 3 : 1
    }

    /// `.` `!` `?` `"` `'` `)` `]`
    private static func closes(_ mark: UInt8) -> Bool {
      switch mark {
      case 0x2E, 0x21, 0x3F, 0x22, 0x27, 0x29, 0x5D: true
      default: false
      }
    }
  }

  /// Whether the full stop, which white space follows, belongs to an abbreviation or an initial.
  func holds(_ tokens: borrowing [Token], _ stop: Stop, start: Int, text: Span<UInt8>) -> Bool {
    let before = tokens[stop.first - 1]
    let next = tokens[stop.after]
    let isSmall =
      next.kind == .word && !startsWithCapital(next) && !next.flags.contains(.nonASCII)
    guard !tokens[stop.first].flags.contains(.spaceBefore), stop.dots == 1 else { return false }
    guard before.kind == .word else {
      // "N°. 7"
      return next.kind == .number && text[Int(before.start)] == 0xC2 && text[Int(before.start) + 1] == 0xB0
        && stop.first - 2 >= start && text[Int(tokens[stop.first - 2].start)] | 0x20 == 0x6E
        && tokens[stop.first - 2].end - tokens[stop.first - 2].start == 1
    }
    let kind = classes(of: before)
    let isLetter = before.end - before.start == 1 && text[Int(before.start)] < 0x80
    if stop.after > stop.first + 1 {
      // "(A Inc.) The": the bracket closes, the sentence does not.
      return stop.closesBracket && (isLetter || !kind.isDisjoint(with: [.abbreviation, .numberAbbreviation]))
    }
    if kind.contains(.numberAbbreviation), isNumber(next, text) { return true }
    if kind.contains(.title), startsWithCapital(next) { return true }
    if kind.contains(.closingAbbreviation), startsWithCapital(next) { return false }
    if kind.contains(.abbreviation) { return !opensSentence(next) }
    if isLetter { return isSmall || isInitial(tokens, stop, start: start, text: text) }
    return false
  }

  /// A number, or what stands for one: "2A", "S1", "IV", "A".
  private func isNumber(_ token: Token, _ text: Span<UInt8>) -> Bool {
    guard token.kind == .word else { return token.kind == .number }
    let length = token.end - token.start
    if text[Int(token.start)] &- 0x30 < 10 { return true }
    return token.flags.contains(.capitalized) && length <= 4 && !opensSentence(token)
      && (length == 1 || token.flags.contains(.uppercase) || text[Int(token.start) + 1] &- 0x30 < 10)
  }

  /// Whether the one letter before a stop is an initial ("J. Smith") or the end of an abbreviation of single letters
  /// ("e.g.", "U.S."), and not the last word of its sentence ("vitamin C. Topical forms").
  private func isInitial(_ tokens: borrowing [Token], _ stop: Stop, start: Int, text: Span<UInt8>) -> Bool {
    let letter = tokens[stop.first - 1]
    let next = tokens[stop.after]
    let isCapital = letter.flags.contains(.capitalized)
    if stop.first - 2 > start, tokens[stop.first - 2].mark == 0x2E, !letter.flags.contains(.spaceBefore) {
      let first = tokens[stop.first - 3]
      let initial = text[Int(first.start)] | 0x20
      let final = text[Int(letter.start)] | 0x20
      // "e.g.", "i.e."
      if !isCapital, initial == 0x65 && final == 0x67 || initial == 0x69 && final == 0x65 { return true }
      if !isCapital || (initial == 0x61 || initial == 0x70) && final == 0x6D {
        // "At 5 p.m. Mr. Smith left.": the phrase before the clause is no sentence.
        return isOpeningPhrase(tokens, from: start, to: stop.first)
      }
      return !opensSentence(next)
    }
    guard isCapital, !letter.flags.contains(.hyphenBefore), !opensSentence(next) else { return false }
    guard stop.first - 2 >= start else { return true }
    let previous = tokens[stop.first - 2]
    if previous.kind != .word || previous.flags.contains(.capitalized) { return true }
    // Behind a plain noun the letter is part of its name, unless more initials follow.
    return next.end - next.start == 1
      || !classes(of: previous).isDisjoint(with: [
        .preposition, .coordinator, .determiner, .subordinator, .finiteVerb, .be, .verbPast, .verbThird,
        .abbreviation, .title,
      ])
  }

  /// A preposition and a few words without a verb.
  private func isOpeningPhrase(_ tokens: borrowing [Token], from start: Int, to end: Int) -> Bool {
    guard end - start <= 10, classes(of: tokens[start]).contains(.preposition) else { return false }
    for index in start..<end
    where !classes(of: tokens[index]).isDisjoint(with: [
      .be, .auxiliary, .modal, .finiteVerb, .verbPast, .verbThird,
    ]) {
      return false
    }
    return true
  }
}
