/// What stands right behind a stop, without white space: numbers of references, or a sentence whose space was forgotten.
extension SentenceSplitter {
  /// The token after the numbers of references that follow a stop without space ("shown.12,13 Then", "shown.[4] Then");
  /// nil where none follow, and where the number belongs to what stands before the stop ("Fig.2").
  func endOfReferences(
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
  func lacksSpace(
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
    case 0x2E: return behind + 1 >= end || tokens[behind + 1].flags.contains(.spaceBefore)
    case let mark: return !joinsName(mark)
    }
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

  /// `.` `@` `/` `_` `=` `\`: what holds the parts of addresses and files together.
  private func joinsName(_ mark: UInt8) -> Bool {
    switch mark {
    case 0x2E, 0x40, 0x2F, 0x5F, 0x3D, 0x5C: true
    default: false
    }
  }
}
