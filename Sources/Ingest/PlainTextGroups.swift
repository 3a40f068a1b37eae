/// Lines of plain text that belong together, before it is told what they are.
struct PlainTextGroups {
  struct Group {
    /// Bytes of the text, without the bullet of an item.
    var range: ByteRange
    /// Nesting of a list item from 1; 0 for other text.
    var itemLevel: Int
    var isSingleLine: Bool
    /// Code points of a single line.
    var width: Int
    /// 1 for a line underlined by `===`, 2 by `---`; else 0.
    var underline: Int
    /// Stands at the start or behind a blank line.
    var isSetOff: Bool
  }

  private(set) var groups: [Group] = []

  mutating func add(_ group: Group) { groups.append(group) }

  mutating func extendLast(to end: Int) {
    groups[groups.count - 1].range.end = end
    groups[groups.count - 1].isSingleLine = false
  }

  mutating func underlineLast(level: Int) { groups[groups.count - 1].underline = level }
}

extension PlainTextLayout {
  /// Joins lines into groups in one pass.
  func groups(in bytes: UnsafeBufferPointer<UInt8>) -> PlainTextGroups {
    var result = PlainTextGroups()
    var isOpen = false
    var isSetOff = true
    var itemIndent: Int32?
    var startsSmall = false
    var previous: Line?
    for line in lines {
      defer { previous = line }
      if line.isBlank {
        isOpen = false
        isSetOff = true
        continue
      }
      if let mark = ruleMark(of: line, in: bytes) {
        if isOpen, itemIndent == nil, result.groups.last?.isSingleLine == true, mark == 0x3D || mark == 0x2D {
          result.underlineLast(level: mark == 0x3D ? 1 : 2)
        }
        isOpen = false
        continue
      }
      let start = Int(line.start)
      let end = Int(line.end)
      if let text = textStart(behindBulletOf: line, in: bytes) {
        let level = 1 + min(5, Int(line.indent) / 2)
        result.add(
          .init(
            range: ByteRange(text, end), itemLevel: level, isSingleLine: true, width: Int(line.width),
            underline: 0,
            isSetOff: isSetOff))
        itemIndent = line.indent
        startsSmall = false
      } else if isOpen, let last = previous,
        continues(line, last, itemIndent, bytes, startsSmall: startsSmall)
      {
        result.extendLast(to: end)
      } else {
        result.add(
          .init(
            range: ByteRange(start, end), itemLevel: 0, isSingleLine: true, width: Int(line.width),
            underline: 0,
            isSetOff: isSetOff))
        itemIndent = nil
        startsSmall = beginsWithSmallLetter(bytes, start, end)
      }
      isOpen = true
      isSetOff = false
    }
    return result
  }

  /// - Parameter startsSmall: The group begins with a small letter, as no sentence does: its lines, while they
  ///   are short, are entries of a list without bullets.
  private func continues(
    _ line: Line, _ last: Line, _ itemIndent: Int32?, _ bytes: UnsafeBufferPointer<UInt8>, startsSmall: Bool
  ) -> Bool {
    if let itemIndent, line.indent > itemIndent { return true }
    if startsSmall, line.indent == last.indent, isShort(last), isShort(line) { return false }
    return runsOn(from: last, to: line, in: bytes)
  }

  /// The mark of a line made of nothing but three or more equal marks.
  private func ruleMark(of line: Line, in bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
    let start = Int(line.start)
    let mark = bytes[start]
    guard Int(line.end) - start >= 3, mark == 0x3D || mark == 0x2D || mark == 0x2A || mark == 0x5F else {
      return nil
    }
    for index in start..<Int(line.end) where bytes[index] != mark { return nil }
    return mark
  }

  /// Where the text begins behind "- ", "* ", "+ ", "• ", "1. ", "12) ", "1.) ", "a) ", "a. " or "ii. "; nil
  /// without such a bullet.
  private func textStart(behindBulletOf line: Line, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = Int(line.start)
    let end = Int(line.end)
    let byte = bytes[index]
    var needsCapital = false
    if byte == 0x2D || byte == 0x2A || byte == 0x2B {
      index += 1
    } else if byte == 0xE2, index + 2 < end, isBullet(bytes[index + 1], bytes[index + 2]) {
      index += 3
    } else if isDigit(byte) || isLetter(byte) {
      index = isDigit(byte) ? endOfDigits(bytes, index, end) : endOfItemLetters(bytes, index, end)
      guard index > Int(line.start), index - Int(line.start) <= 4, index < end else { return nil }
      if bytes[index] == 0x2E, isDigit(byte) || byte >= 0x61 {
        // "b. The": a small letter with a stop marks an item only before a capital.
        needsCapital = !isDigit(byte)
        index += 1
        if index < end, bytes[index] == 0x29 { index += 1 }
      } else if bytes[index] == 0x29 {
        index += 1
      } else {
        return nil
      }
    } else {
      return nil
    }
    guard index < end, isWhiteSpace(bytes[index]) else { return nil }
    while index < end, isWhiteSpace(bytes[index]) { index += 1 }
    guard index < end, !needsCapital || bytes[index] &- 0x41 < 26 else { return nil }
    return index
  }

  /// • ⁃ ▪ ● ◦
  private func isBullet(_ second: UInt8, _ third: UInt8) -> Bool {
    switch (second, third) {
    case (0x80, 0xA2), (0x81, 0x83), (0x96, 0xAA), (0x97, 0x8F), (0x97, 0xA6): true
    default: false
    }
  }

  private func endOfDigits(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, isDigit(bytes[index]) { index += 1 }
    return index - start <= 3 ? index : start
  }

  /// The end of one letter or of a small Roman number up to 39 at `start`; `start` for another word.
  private func endOfItemLetters(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    var isRoman = true
    while index < end, index - start < 5, isLetter(bytes[index]) {
      isRoman = isRoman && (bytes[index] == 0x69 || bytes[index] == 0x76 || bytes[index] == 0x78)
      index += 1
    }
    return isRoman || index - start == 1 ? index : start
  }
}
