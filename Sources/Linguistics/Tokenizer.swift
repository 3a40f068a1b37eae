/// Splits clean text into tokens and looks each word up.
///
/// A word is a run of letters, digits and bytes beyond ASCII that are no punctuation. A hyphen between two words is no
/// token: the second one gets `hyphenBefore`, so that `skin-lightening` and `skin lightening` are the same two tokens. An
/// apostrophe inside a word belongs to it (`don't`), but for a final `'s`, which is a token of its own.
public struct Tokenizer: Sendable {
  public let words: WordTable

  public init(words: WordTable) {
    self.words = words
  }

  /// Appends the tokens of `text[range]` to `tokens`.
  public func tokenize(_ text: Span<UInt8>, from first: Int, to end: Int, into tokens: inout [Token]) {
    let slots = words.slots.span
    let entries = words.entries.span
    let known = words.bytes.span
    let mask = UInt32(slots.count - 1)
    precondition(first >= 0 && end <= text.count, "the range lies in the text")
    var position = first
    var pending: Token.Flags = .spaceBefore
    while position < end {
      let byte = text[position]
      // Letters and blanks are nearly everything: they are told first.
      if byte == 0x20 {
        pending.insert(.spaceBefore)
        position += 1
        continue
      }
      switch ByteClass.of(byte) {
      case .space:
        if byte == 0x0A || byte == 0x0D { pending.insert(.lineBreakBefore) }
        pending.insert(.spaceBefore)
        position += 1
        continue
      case .punctuation:
        if byte == 0x2D, joinsWords(text, at: position, length: 1, from: first, to: end) {
          pending = .hyphenBefore
          position += 1
          continue
        }
        tokens.append(
          Token(
            start: Int32(truncatingIfNeeded: position), end: Int32(truncatingIfNeeded: position + 1), word: 0,
            kind: .punctuation, flags: pending, mark: byte))
        pending = []
        position += 1
        continue
      case .high:
        let (mark, length) = UnicodeMark.at(text, position, end)
        switch mark {
        case .letter: break
        case .space:
          pending.insert(.spaceBefore)
          position += length
          continue
        case .ignorable:
          position += length
          continue
        case .hyphen:
          if joinsWords(text, at: position, length: length, from: first, to: end) {
            pending = .hyphenBefore
            position += length
            continue
          }
          tokens.append(punctuation(position, length, pending, 0x2D))
          pending = []
          position += length
          continue
        case .mark(let ascii):
          tokens.append(punctuation(position, length, pending, ascii))
          pending = []
          position += length
          continue
        }
      case .digit:
        let stop = endOfNumber(text, position, end)
        if stop > position {
          tokens.append(
            Token(
              start: Int32(truncatingIfNeeded: position), end: Int32(truncatingIfNeeded: stop), word: 0,
              kind: .number, flags: pending))
          tokens[tokens.count - 1].word = find(text, position, stop, slots, entries, known, mask)
          pending = []
          position = stop
          continue
        }
      case .letter: break
      }
      // A word: its hash is made while its end is sought.
      var hash = WordTable.seed
      var cursor = position
      var flags = pending
      var capitals = 0
      var letters = 0
      var plain = true
      if byte >= 0x41 && byte <= 0x5A { flags.insert(.capitalized) }
      scan: while cursor < end {
        // Nearly every byte is an ASCII letter: those in a loop of their own.
        let runStart = cursor
        while cursor < end {
          // In bounds: 0 <= first <= cursor < end <= text.count, as was asked above.
          let next = text[unchecked: cursor]
          guard (next | 0x20) &- 0x61 < 26 else { break }
          if next <= 0x5A { capitals += 1 }
          hash = WordTable.step(hash, next | 0x20)
          cursor += 1
        }
        letters += cursor - runStart
        guard cursor < end else { break }
        let next = text[cursor]
        if next == 0x20 { break }
        switch ByteClass.of(next) {
        case .letter: break
        case .digit:
          hash = WordTable.step(hash, next)
          cursor += 1
        case .high:
          let (mark, length) = UnicodeMark.at(text, cursor, end)
          switch mark {
          case .letter:
            for offset in cursor..<(cursor + length) { hash = WordTable.step(hash, text[offset]) }
            flags.insert(.nonASCII)
            cursor += length
          case .ignorable:
            plain = false
            cursor += length
          case .mark(0x27):
            guard let stop = apostropheInside(text, cursor, length, end) else { break scan }
            plain = false
            hash = WordTable.step(hash, 0x27)
            cursor = stop
          default: break scan
          }
        case .punctuation:
          guard next == 0x27, let stop = apostropheInside(text, cursor, 1, end) else { break scan }
          hash = WordTable.step(hash, 0x27)
          cursor = stop
        case .space: break scan
        }
      }
      if letters >= 2 && capitals == letters { flags.insert(.uppercase) }
      hash = WordTable.finish(hash)
      var word: Int32 = 0
      var slot = hash & mask
      while true {
        let number = slots[Int(slot)]
        if number == 0 { break }
        let entry = entries[Int(number) - 1]
        if entry.hash == hash, same(text, position, cursor, known, entry, plain) {
          word = entry.word
          break
        }
        slot = (slot &+ 1) & mask
      }
      tokens.append(
        Token(
          start: Int32(truncatingIfNeeded: position), end: Int32(truncatingIfNeeded: cursor), word: word,
          kind: .word, flags: flags))
      pending = []
      position = cursor
      if position < end, isApostrophe(text, position, end) != 0 {
        position = possessive(text, position, end, into: &tokens, slots, entries, known, mask)
      }
    }
  }

  private func punctuation(_ position: Int, _ length: Int, _ flags: Token.Flags, _ mark: UInt8) -> Token {
    Token(
      start: Int32(truncatingIfNeeded: position), end: Int32(truncatingIfNeeded: position + length), word: 0,
      kind: .punctuation, flags: flags, mark: mark)
  }

  /// Whether a hyphen stands between two characters of words, without space.
  private func joinsWords(_ text: Span<UInt8>, at position: Int, length: Int, from first: Int, to end: Int)
    -> Bool
  {
    guard position > first, position + length < end else { return false }
    return ByteClass.isWordLike(text[position - 1]) && ByteClass.isWordLike(text[position + length])
  }

  /// The end of a number that starts here, or the start itself where letters follow and it is a word (`5fu`, `2nd`).
  private func endOfNumber(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var cursor = start
    while cursor < end {
      let byte = text[cursor]
      if ByteClass.of(byte) == .digit {
        cursor += 1
      } else if byte == 0x2E || byte == 0x2C, cursor + 1 < end, ByteClass.of(text[cursor + 1]) == .digit {
        cursor += 1
      } else if ByteClass.of(byte) == .letter {
        return start
      } else if byte == 0x25 {  // a percent sign belongs to its number
        return cursor + 1
      } else {
        break
      }
    }
    return cursor
  }

  /// Length of the apostrophe here, 0 if there is none.
  private func isApostrophe(_ text: Span<UInt8>, _ position: Int, _ end: Int) -> Int {
    let byte = text[position]
    if byte == 0x27 { return 1 }
    if byte == 0xE2, position + 2 < end, text[position + 1] == 0x80, text[position + 2] == 0x99 { return 3 }
    return 0
  }

  /// The offset after an apostrophe that belongs to the word: letters follow, and they are not a final `s`.
  private func apostropheInside(_ text: Span<UInt8>, _ position: Int, _ length: Int, _ end: Int) -> Int? {
    let next = position + length
    guard isApostrophe(text, position, end) == length, next < end, ByteClass.of(text[next]) == .letter
    else { return nil }
    let isFinalS =
      text[next] | 0x20 == 0x73 && (next + 1 >= end || !ByteClass.isWordLike(text[next + 1]))
    return isFinalS ? nil : next
  }

  /// Appends `'s` as a token where it stands here; returns the offset to go on from.
  private func possessive(
    _ text: Span<UInt8>, _ position: Int, _ end: Int, into tokens: inout [Token], _ slots: Span<UInt32>,
    _ entries: Span<WordTable.Entry>, _ known: Span<UInt8>, _ mask: UInt32
  ) -> Int {
    let length = isApostrophe(text, position, end)
    let next = position + length
    guard next < end, text[next] | 0x20 == 0x73, next + 1 >= end || !ByteClass.isWordLike(text[next + 1])
    else { return position }
    tokens.append(
      Token(
        start: Int32(truncatingIfNeeded: position), end: Int32(truncatingIfNeeded: next + 1),
        word: possessiveWord(slots, entries, known, mask), kind: .word, flags: []))
    return next + 1
  }

  private func possessiveWord(
    _ slots: Span<UInt32>, _ entries: Span<WordTable.Entry>, _ known: Span<UInt8>, _ mask: UInt32
  ) -> Int32 {
    let hash = WordTable.finish(WordTable.step(WordTable.step(WordTable.seed, 0x27), 0x73))
    var slot = hash & mask
    while slots[Int(slot)] != 0 {
      let entry = entries[Int(slots[Int(slot)]) - 1]
      if entry.hash == hash, entry.length == 2, known[Int(entry.offset)] == 0x27 { return entry.word }
      slot = (slot &+ 1) & mask
    }
    return 0
  }

  /// Looks a run without letters up (a number that is part of a name).
  private func find(
    _ text: Span<UInt8>, _ start: Int, _ stop: Int, _ slots: Span<UInt32>, _ entries: Span<WordTable.Entry>,
    _ known: Span<UInt8>, _ mask: UInt32
  ) -> Int32 {
    var hash = WordTable.seed
    for offset in start..<stop { hash = WordTable.step(hash, text[offset]) }
    hash = WordTable.finish(hash)
    var slot = hash & mask
    while slots[Int(slot)] != 0 {
      let entry = entries[Int(slots[Int(slot)]) - 1]
      if entry.hash == hash, same(text, start, stop, known, entry, true) { return entry.word }
      slot = (slot &+ 1) & mask
    }
    return 0
  }

  /// Whether the bytes of a word, folded, are those of an entry. A `plain` word has no byte to leave out or to replace.
  private func same(
    _ text: Span<UInt8>, _ start: Int, _ stop: Int, _ known: Span<UInt8>, _ entry: WordTable.Entry,
    _ plain: Bool
  ) -> Bool {
    var place = Int(entry.offset)
    let limit = place + Int(entry.length)
    if plain {
      let length = stop - start
      guard length == Int(entry.length) else { return false }
      precondition(start >= 0 && stop <= text.count && limit <= known.count, "the word lies in the text")
      for offset in 0..<length {
        // In bounds: offset < length, start + length is stop, place + length is limit, and both were asked just now.
        let byte = text[unchecked: start + offset]
        if known[unchecked: place + offset] != (byte &- 0x41 < 26 ? byte | 0x20 : byte) { return false }
      }
      return true
    }
    var cursor = start
    while cursor < stop {
      var byte = text[cursor]
      if byte >= 0x41 && byte <= 0x5A {
        byte |= 0x20
      } else if byte >= 0x80 {
        let (mark, length) = UnicodeMark.at(text, cursor, stop)
        if mark == .ignorable {
          cursor += length
          continue
        }
        if mark == .mark(0x27) {
          byte = 0x27
          cursor += length - 1
        }
      }
      if place >= limit || known[place] != byte { return false }
      place += 1
      cursor += 1
    }
    return place == limit
  }
}
