/// The marks of list items that run on within one block: "1. Cleanse 2. Tone", "a) Cleanse b) Tone", "• Cleanse • Tone".
extension SentenceSplitter {
  struct ItemMark {
    /// The first token of the mark.
    var first: Int
    /// The token behind the mark.
    var after: Int
    /// The item's number among those of its style; see `itemNumber`.
    var number: Int
  }

  /// The mark of an item that the `.` or `)` at `index` belongs to: at the start of a sentence any, within one
  /// only that of the next item, with a capital behind it.
  func itemMark(
    _ tokens: borrowing [Token], closing index: Int, start: Int, end: Int, item: Int, text: Span<UInt8>
  ) -> ItemMark? {
    guard index > start, !tokens[index].flags.contains(.spaceBefore),
      let number = itemNumber(tokens[index - 1], text)
        ?? (isRomanNumber(tokens[index - 1], text) ? Self.noItem : nil)
    else { return nil }
    var after = index + 1
    if after < end, tokens[index].mark == 0x2E, tokens[after].mark == 0x29,
      !tokens[after].flags.contains(.spaceBefore)
    {
      after += 1
    }
    guard after < end, tokens[after].flags.contains(.spaceBefore) else { return nil }
    var first = index - 1
    if first > start, tokens[first - 1].mark == 0x28, !tokens[first].flags.contains(.spaceBefore) {
      first -= 1
    }
    if first == start || first == start + 1 && tokens[start].mark == 0x2A {
      return ItemMark(first: start, after: after, number: number)
    }
    guard number == item + 1, tokens[first].flags.contains(.spaceBefore), startsWithCapital(tokens[after]),
      endsItem(tokens[first - 1]), !isInitial(tokens, at: index - 1, start: start)
    else { return nil }
    return ItemMark(first: first, after: after, number: number)
  }

  /// Whether a token can be the last of an item: no comma, and no word that another one must follow.
  private func endsItem(_ token: Token) -> Bool {
    switch token.mark {
    case 0x2C, 0x3A, 0x26, 0x2F: false  // , : & /
    default: classes(of: token).isDisjoint(with: [.coordinator, .preposition, .determiner, .be, .title])
    }
  }

  /// Whether a letter stands among other initials or behind a name: "J. K. Smith", "A. Smith B. Jones".
  private func isInitial(_ tokens: borrowing [Token], at index: Int, start: Int) -> Bool {
    guard startsWithCapital(tokens[index]), tokens[index + 1].mark == 0x2E else { return false }
    if startsWithCapital(tokens[index - 1]) { return true }
    return tokens[index - 1].mark == 0x2E && index - 2 >= start && startsWithCapital(tokens[index - 2])
      && tokens[index - 2].end - tokens[index - 2].start == 1
  }

  /// "b." or "ii)" with a capital behind it.
  func isItemMark(_ tokens: borrowing [Token], at index: Int, end: Int, text: Span<UInt8>) -> Bool {
    guard index + 2 < end, tokens[index + 1].mark == 0x2E || tokens[index + 1].mark == 0x29,
      !tokens[index + 1].flags.contains(.spaceBefore), tokens[index + 2].flags.contains(.spaceBefore),
      startsWithCapital(tokens[index + 2])
    else { return false }
    return itemNumber(tokens[index], text) != nil || isRomanNumber(tokens[index], text)
  }

  /// Up to 39.
  private func isRomanNumber(_ token: Token, _ text: Span<UInt8>) -> Bool {
    guard token.kind == .word, token.end - token.start <= 6 else { return false }
    for offset in Int(token.start)..<Int(token.end) {
      let byte = text[offset] | 0x20
      guard byte == 0x69 || byte == 0x76 || byte == 0x78 else { return false }  // i v x
    }
    return true
  }

  /// A sign made for items; an asterisk has other uses.
  func isBullet(_ token: Token) -> Bool {
    token.mark == 0x2A && token.end - token.start == 3 && token.flags.contains(.spaceBefore)
  }

  /// A number such that that of the next item is one more: of up to three digits, or a letter's code and a thousand.
  private func itemNumber(_ token: Token, _ text: Span<UInt8>) -> Int? {
    switch token.kind {
    case .number: itemNumber(from: Int(token.start), to: Int(token.end), in: text)
    case .word where token.end - token.start == 1:
      itemNumber(from: Int(token.start), to: Int(token.end), in: text)
    default: nil
    }
  }

  private func itemNumber(from start: Int, to end: Int, in text: Span<UInt8>) -> Int? {
    guard end > start, end - start <= 3 else { return nil }
    if end - start == 1, ByteClass.of(text[start]) == .letter { return 1000 + Int(text[start]) }
    var number = 0
    for offset in start..<end {
      guard ByteClass.of(text[offset]) == .digit else { return nil }
      number = number * 10 + Int(text[offset] - 0x30)
    }
    return number
  }

  /// A number that no item follows.
  private static let noItem = -2

  /// The number of the item whose mark stands before the block that begins at `start`, in the same line; else `noItem`.
  func numberOfItem(endingAt start: Int, in text: Span<UInt8>) -> Int {
    var end = start
    while end > 0, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
    let markEnd = end
    while end > 0, text[end - 1] == 0x2E || text[end - 1] == 0x29 { end -= 1 }
    guard end < markEnd, markEnd < start else { return Self.noItem }
    var first = end
    while first > 0, end - first < 4, ByteClass.isWordLike(text[first - 1]) { first -= 1 }
    return itemNumber(from: first, to: end, in: text) ?? Self.noItem
  }
}
