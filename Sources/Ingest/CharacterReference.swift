internal import CLibXML2

/// A character reference as it stands in a source: `&eacute;`, `&#233;`, `&#xE9;`.
struct CharacterReference {
  /// Bytes from the ampersand to the semicolon.
  var count: Int
  /// What it stands for in UTF-8; nil for a name that is not among those of HTML 4, and for no valid code
  /// point.
  var decoded: [UInt8]?
  var isNamed: Bool

  /// The longest name that HTML 5 knows, with the ampersand and semicolon.
  private static let longestName = 34

  /// Reads the reference at an ampersand; nil if there is none. A name wants its semicolon, a number may lack
  /// it.
  init?(_ bytes: [UInt8], at start: Int, to end: Int) {
    var index = start + 1
    guard index < end else { return nil }
    guard bytes[index] != 0x23 else {
      index += 1
      let isHexadecimal = index < end && bytes[index] | 0x20 == 0x78
      if isHexadecimal { index += 1 }
      let first = index
      var value: UInt32 = 0
      while index < end, let digit = Self.digit(bytes[index], isHexadecimal) {
        value = value > 0x10_FFFF ? value : value * (isHexadecimal ? 16 : 10) + digit
        index += 1
      }
      guard index > first else { return nil }
      if index < end, bytes[index] == 0x3B { index += 1 }
      count = index - start
      decoded = value == 0 ? nil : Unicode.Scalar(value).map { Array(String($0).utf8) }
      isNamed = false
      return
    }
    let horizon = min(end, start + Self.longestName)
    while index < horizon, isLetter(bytes[index]) || isDigit(bytes[index]) { index += 1 }
    guard index > start + 1, index < end, bytes[index] == 0x3B else { return nil }
    count = index + 1 - start
    isNamed = true
    let name = bytes[start + 1..<index] + [0]
    decoded = name.withUnsafeBufferPointer { name in
      guard let entity = htmlEntityLookup(name.baseAddress) else { return nil }
      return Unicode.Scalar(entity.pointee.value).map { Array(String($0).utf8) }
    }
  }

  private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    if isDigit(byte) { return UInt32(byte - 0x30) }
    let letter = byte | 0x20
    return isHexadecimal && letter >= 0x61 && letter <= 0x66 ? UInt32(letter - 0x61 + 10) : nil
  }
}
