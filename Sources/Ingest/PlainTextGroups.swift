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
      } else if isOpen, let last = previous, continues(line, last, itemIndent, bytes) {
        result.extendLast(to: end)
      } else {
        result.add(
          .init(
            range: ByteRange(start, end), itemLevel: 0, isSingleLine: true, width: Int(line.width),
            underline: 0,
            isSetOff: isSetOff))
        itemIndent = nil
      }
      isOpen = true
      isSetOff = false
    }
    return result
  }

  private func continues(
    _ line: Line, _ last: Line, _ itemIndent: Int32?, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if let itemIndent, line.indent > itemIndent { return true }
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

  /// Where the text begins behind "- ", "* ", "+ ", "• ", "1. ", "12) " or "a) "; nil without such a bullet.
  private func textStart(behindBulletOf line: Line, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = Int(line.start)
    let end = Int(line.end)
    let byte = bytes[index]
    if byte == 0x2D || byte == 0x2A || byte == 0x2B {
      index += 1
    } else if byte == 0xE2, index + 2 < end, bytes[index + 1] == 0x80, bytes[index + 2] == 0xA2 {
      index += 3
    } else if isDigit(byte) {
      while index < end, isDigit(bytes[index]) { index += 1 }
      guard index - Int(line.start) <= 3, index < end, bytes[index] == 0x2E || bytes[index] == 0x29 else {
        return nil
      }
      index += 1
    } else if isLetter(byte), index + 1 < end, bytes[index + 1] == 0x29 {
      index += 2
    } else {
      return nil
    }
    guard index < end, isWhiteSpace(bytes[index]) else { return nil }
    while index < end, isWhiteSpace(bytes[index]) { index += 1 }
    return index < end ? index : nil
  }
}
