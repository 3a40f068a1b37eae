/// What follows the text of a link: `](address "title")`, `][label]`, `][]` or only `]`.
struct MarkdownLinkTail {
  /// Place behind it.
  private(set) var end: Int
  /// Place of the title within its quotes.
  private(set) var title: Range<Int>?

  /// - Parameter start: place of the closing bracket. A label behind it belongs to the link: `[a]` before a
  ///   label that
  ///   is not defined makes no link.
  init(_ bytes: [UInt8], at start: Int) {
    end = start
    guard start < bytes.count, bytes[start] == 0x5D else { return }
    end = start + 1
    guard end < bytes.count else { return }
    if bytes[end] == 0x28 {
      parseAddress(bytes, at: end + 1)
    } else if bytes[end] == 0x5B {
      if let close = Self.closingBracket(bytes, from: end + 1) { end = close + 1 }
    }
  }

  /// Reads `address "title")`; leaves `end` alone if that is not what stands there.
  private mutating func parseAddress(_ bytes: [UInt8], at start: Int) {
    var index = Self.skipBlanks(bytes, start)
    if index < bytes.count, bytes[index] == 0x3C {
      index += 1
      while index < bytes.count, bytes[index] != 0x3E { index += bytes[index] == 0x5C ? 2 : 1 }
      index += 1
    } else {
      var depth = 0
      while index < bytes.count, !isWhiteSpace(bytes[index]) {
        if bytes[index] == 0x5C, index + 1 < bytes.count, isMark(bytes[index + 1]) {
          index += 2
          continue
        }
        if bytes[index] == 0x28 { depth += 1 }
        if bytes[index] == 0x29 {
          if depth == 0 { break }
          depth -= 1
        }
        index += 1
      }
    }
    index = Self.skipBlanks(bytes, index)
    var found: Range<Int>?
    if index < bytes.count, let close = Self.closingQuote(bytes[index]) {
      let titleStart = index + 1
      index = titleStart
      while index < bytes.count, bytes[index] != close { index += bytes[index] == 0x5C ? 2 : 1 }
      guard index < bytes.count else { return }
      found = titleStart..<index
      index = Self.skipBlanks(bytes, index + 1)
    }
    guard index < bytes.count, bytes[index] == 0x29 else { return }
    end = index + 1
    title = found
  }

  private static func closingQuote(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x22, 0x27: byte
    case 0x28: 0x29
    default: nil
    }
  }

  private static func skipBlanks(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < bytes.count, isWhiteSpace(bytes[index]) { index += 1 }
    return index
  }

  private static func closingBracket(_ bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == 0x5D { return index }
      if bytes[index] == 0x5B { return nil }
      index += bytes[index] == 0x5C ? 2 : 1
    }
    return nil
  }

  /// Whether a link definition (`[label]: address`) begins at a place.
  static func isDefinition(_ bytes: [UInt8], at start: Int) -> Bool {
    guard start < bytes.count, bytes[start] == 0x5B, let close = closingBracket(bytes, from: start + 1) else {
      return false
    }
    return close + 1 < bytes.count && bytes[close + 1] == 0x3A
  }
}
