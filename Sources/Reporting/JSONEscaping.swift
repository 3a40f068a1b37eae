/// The one way of texts into JSON.
extension ByteSink {
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
    guard hasSpecial(text) else { return append(contentsOf: text) }
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

  /// Whether any byte may need an escape. Eight at a time, by the borrows of a subtraction: nearly every text has none.
  private func hasSpecial(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(text)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = 0
    while index + 8 <= raw.count {
      // In bounds: index + 8 is at most the count.
      let block = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let quote = block ^ (ones &* 0x22)
      let slash = block ^ (ones &* 0x5C)
      let delete = block ^ (ones &* 0x7F)
      let lead = block ^ (ones &* 0xC2)
      // The high bit of a byte is set where it is below 0x20, or zero after the comparison.
      var found = (block &- ones &* 0x20) & ~block
      found |= (quote &- ones) & ~quote
      found |= (slash &- ones) & ~slash
      found |= (delete &- ones) & ~delete
      found |= (lead &- ones) & ~lead
      if found & (ones &* 0x80) != 0 { return true }
      index += 8
    }
    while index < raw.count {
      let byte = raw[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2 { return true }
      index += 1
    }
    return false
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
