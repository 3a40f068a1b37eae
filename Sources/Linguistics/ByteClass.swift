/// What a byte of UTF-8 text is to the tokenizer.
enum ByteClass: UInt8 {
  case space, letter, digit, punctuation
  /// Part of a character beyond ASCII.
  case high

  @inline(__always)
  static func of(_ byte: UInt8) -> ByteClass {
    if byte >= 0x80 { return .high }
    let lower = byte | 0x20
    if lower >= 0x61 && lower <= 0x7A { return .letter }
    if byte <= 0x20 || byte == 0x7F { return .space }
    if byte >= 0x30 && byte <= 0x39 { return .digit }
    return .punctuation
  }

  /// A letter, a digit or part of a character beyond ASCII.
  @inline(__always)
  static func isWordLike(_ byte: UInt8) -> Bool {
    let kind = of(byte)
    return kind == .letter || kind == .digit || kind == .high
  }
}

/// What a character beyond ASCII is to the tokenizer.
enum UnicodeMark: Equatable {
  case letter, space, hyphen
  /// Soft hyphen, zero-width space and the like: as if they were not there.
  case ignorable
  /// A punctuation mark or symbol, with its ASCII stand-in or 0.
  case mark(UInt8)

  /// The stand-in of a cross that marks something as wrong; no ASCII mark is a letter.
  static let cross: UInt8 = 0x58

  /// Reads the character at `position` (a lead byte beyond ASCII); never reads at or after `end`.
  static func at(_ text: Span<UInt8>, _ position: Int, _ end: Int) -> (UnicodeMark, length: Int) {
    let lead = text[position]
    if lead >= 0xF0 {
      // Emoji and rare scripts; a forbidding sign and a thumb that points down are crosses.
      let isCross =
        position + 3 < end && text[position + 1] == 0x9F
        && (text[position + 2] == 0x9A && text[position + 3] == 0xAB
          || text[position + 2] == 0x91 && text[position + 3] == 0x8E)
      return (.mark(isCross ? cross : 0), min(4, end - position))
    }
    if lead < 0xC0 { return (.letter, 1) }  // not reached in valid UTF-8
    if lead < 0xE0 {
      guard position + 1 < end else { return (.letter, 1) }
      let next = text[position + 1]
      guard lead == 0xC2 else {
        return (lead == 0xC3 && (next == 0x97 || next == 0xB7) ? .mark(0) : .letter, 2)
      }
      switch next {
      case 0xA0: return (.space, 2)
      case 0xAD: return (.ignorable, 2)
      case 0xAB, 0xBB: return (.mark(0x22), 2)
      case 0xB7: return (.mark(0x2A), 2)
      case 0xB5, 0xAA, 0xBA: return (.letter, 2)
      default: return (.mark(0), 2)
      }
    }
    guard position + 2 < end else { return (.letter, end - position) }
    let second = text[position + 1]
    let third = text[position + 2]
    if lead == 0xE2 && second == 0x80 {
      switch third {
      case 0x80...0x8A, 0xA8, 0xA9, 0xAF: return (.space, 3)
      case 0x8B...0x8F: return (.ignorable, 3)
      case 0x90, 0x91, 0x92, 0x93: return (.hyphen, 3)
      case 0x94, 0x95: return (.mark(0x2D), 3)
      case 0x98...0x9B: return (.mark(0x27), 3)
      case 0x9C...0x9F: return (.mark(0x22), 3)
      case 0xA2, 0xA3: return (.mark(0x2A), 3)
      case 0xA6: return (.mark(0x2E), 3)
      default: return (.mark(0), 3)
      }
    }
    if lead == 0xE2 && second == 0x81 {
      switch third {
      case 0x83: return (.mark(0x2A), 3)
      case 0x9F: return (.space, 3)
      case 0xA0...0xAF: return (.ignorable, 3)
      case 0xB0...0xBF: return (.mark(0), 3)  // superscripts
      default: break
      }
    }
    if lead == 0xE2 && second == 0x96 && third == 0xAA { return (.mark(0x2A), 3) }
    if lead == 0xE2 && second == 0x97 && (third == 0x8F || third == 0xA6) { return (.mark(0x2A), 3) }
    if lead == 0xE2 {
      switch (second, third) {
      // ✕ ✖ ✗ ✘, ❌, ☒ ☓, ⛔
      case (0x9C, 0x95...0x98), (0x9D, 0x8C), (0x98, 0x92...0x93), (0x9B, 0x94): return (.mark(cross), 3)
      default: break
      }
    }
    if lead == 0xE2 && second >= 0x82 && second <= 0xAF { return (.mark(0), 3) }  // currency, arrows, symbols
    if lead == 0xE3 && second == 0x80 && third <= 0x82 { return (third == 0x80 ? .space : .mark(0x2E), 3) }
    if lead == 0xEF && second == 0xBB && third == 0xBF { return (.ignorable, 3) }
    // Selectors of the look of the symbol before them.
    if lead == 0xEF && second == 0xB8 && third <= 0x8F { return (.ignorable, 3) }
    if lead == 0xEF && second == 0xBF && third == 0xBD { return (.mark(0), 3) }
    return (.letter, 3)
  }
}
