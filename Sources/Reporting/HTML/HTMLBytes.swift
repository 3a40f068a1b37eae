/// HTML in the making, as UTF-8 that is well-formed XML too.
///
/// Tags are literals of this target; everything else goes through one escaping function.
struct HTMLBytes {
  var bytes: [UInt8] = []

  mutating func append(_ literal: StaticString) { bytes.append(literal) }

  mutating func append(decimal value: Int) { bytes.append(decimal: value) }

  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { append(escaped: $0) }
  }

  mutating func text(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { append(escaped: $0) }
  }

  /// An element without attributes that holds text only.
  mutating func element(_ start: StaticString, _ text: String, _ end: StaticString) {
    append(start)
    self.text(text)
    append(end)
  }

  /// A link to the web that leaves no trace of the report, or the text alone where the address is none to link to.
  mutating func link(_ text: String, to address: String) {
    guard WebAddress.isSafe(address) else { return self.text(text) }
    element("<a class=\"out\" rel=\"noreferrer noopener\" href=\"", address, "\">")
    self.text(text)
    append("</a>")
  }

  /// Appends valid UTF-8 as it may stand between tags and in attributes. Control characters and those that turn the
  /// direction of writing become U+FFFD: neither HTML nor a reader has a use for them. White space becomes a space, save
  /// the line feed.
  mutating func append(escaped text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      guard Self.isSpecial(byte) else {
        index += 1
        continue
      }
      var length = 1
      let replacement: StaticString
      switch byte {
      case 0x0A:
        index += 1
        continue
      case 0x09, 0x0D: replacement = " "
      case 0x22: replacement = "&quot;"
      case 0x26: replacement = "&amp;"
      case 0x27: replacement = "&#39;"
      case 0x3C: replacement = "&lt;"
      case 0x3E: replacement = "&gt;"
      case 0xC2, 0xD8, 0xE2, 0xEF:
        length = Self.unshownLength(text, at: index)
        guard length > 0 else {
          index += 1
          continue
        }
        replacement = "\u{FFFD}"
      default: replacement = "\u{FFFD}"
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      bytes.append(replacement)
      index += length
      start = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    if byte < 0x20 { return true }
    switch byte {
    case 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF: return true
    default: return false
    }
  }

  /// The bytes of the character at a place that is not to be shown; 0 where it is.
  private static func unshownLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    guard index + 1 < text.count else { return 0 }
    let second = text[index + 1]
    switch text[index] {
    // U+0080 to U+009F; U+061C.
    case 0xC2: return second < 0xA0 ? 2 : 0
    case 0xD8: return second == 0x9C ? 2 : 0
    default: break
    }
    guard index + 2 < text.count else { return 0 }
    switch (text[index], second, text[index + 2]) {
    // U+200E, U+200F, U+2028 to U+202E; U+2066 to U+2069.
    case (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xA8...0xAE), (0xE2, 0x81, 0xA6...0xA9): return 3
    // U+FEFF; U+FFFE, U+FFFF.
    case (0xEF, 0xBB, 0xBF), (0xEF, 0xBF, 0xBE...0xBF): return 3
    default: return 0
    }
  }
}
