/// The one way of texts into JSON.
extension [UInt8] {
  /// Appends text as a JSON string with its quotes.
  mutating func append(json text: String) {
    var text = text
    text.withUTF8 { append(json: $0) }
  }

  /// Appends valid UTF-8 as a JSON string with its quotes.
  mutating func append(json text: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    append(escapedForJSON: text)
    append(UInt8(ascii: "\""))
  }

  /// Appends valid UTF-8 as the inside of a JSON string. Besides what JSON asks for, DEL and the control characters
  /// U+0080 to U+009F are escaped, which a terminal would obey.
  mutating func append(escapedForJSON text: UnsafeBufferPointer<UInt8>) {
    var isSpecial = false
    for byte in text {
      let found = byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2
      isSpecial = isSpecial || found
    }
    guard isSpecial else { return append(contentsOf: text) }
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2 else {
        index += 1
        continue
      }
      var code = byte
      var length = 1
      if byte == 0xC2 {
        guard index + 1 < text.count, text[index + 1] < 0xA0 else {
          index += 1
          continue
        }
        code = text[index + 1]
        length = 2
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      append(escape: code)
      index += length
      start = index
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  private mutating func append(escape code: UInt8) {
    append(UInt8(ascii: "\\"))
    switch code {
    case 0x22, 0x5C: append(code)
    case 0x08: append(UInt8(ascii: "b"))
    case 0x09: append(UInt8(ascii: "t"))
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0C: append(UInt8(ascii: "f"))
    case 0x0D: append(UInt8(ascii: "r"))
    default:
      append("u00")
      append(hexDigit: code >> 4)
      append(hexDigit: code & 15)
    }
  }

  mutating func append(hexDigit value: UInt8) {
    append(value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10)
  }
}
