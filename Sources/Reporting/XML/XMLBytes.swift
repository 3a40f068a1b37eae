/// XML in the making, as UTF-8.
///
/// Names are literals of this target; everything else goes through one escaping function. What XML 1.0 cannot hold is
/// written as a stand-in of the same length: a space for a control character, U+FFFD for U+FFFE and U+FFFF, so that
/// offsets hold in bytes, code points and UTF-16 alike. Carriage returns are written as references, for a raw one would
/// be read back as a line feed; so are the control characters that XML can hold, which a terminal would obey.
struct XMLBytes {
  var bytes: [UInt8] = []

  mutating func append(_ literal: StaticString) { bytes.append(literal) }

  /// Begins a start tag on a line of its own.
  mutating func open(_ name: StaticString, at level: Int) {
    bytes.append("\n")
    for _ in 0..<level { bytes.append("  ") }
    open(name)
  }

  /// Begins a start tag where the text stands.
  mutating func open(_ name: StaticString) {
    bytes.append("<")
    bytes.append(name)
  }

  mutating func endTag() { bytes.append(">") }
  mutating func endEmptyTag() { bytes.append("/>") }

  mutating func close(_ name: StaticString) {
    bytes.append("</")
    bytes.append(name)
    bytes.append(">")
  }

  mutating func close(_ name: StaticString, at level: Int) {
    bytes.append("\n")
    for _ in 0..<level { bytes.append("  ") }
    close(name)
  }

  mutating func attribute(_ name: StaticString, _ value: String) {
    begin(attribute: name)
    var value = value
    value.withUTF8 { append(escaped: $0, inAttribute: true) }
    bytes.append("\"")
  }

  mutating func attribute(_ name: StaticString, _ value: Int) {
    begin(attribute: name)
    bytes.append(decimal: value)
    bytes.append("\"")
  }

  private mutating func begin(attribute name: StaticString) {
    bytes.append(" ")
    bytes.append(name)
    bytes.append("=\"")
  }

  /// An element that holds text only, on a line of its own; none for an empty text.
  mutating func element(_ name: StaticString, _ text: String, at level: Int) {
    guard !text.isEmpty else { return }
    open(name, at: level)
    endTag()
    self.text(text)
    close(name)
  }

  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { append(escaped: $0) }
  }

  /// Appends valid UTF-8 as character data. In attributes, white space other than the space is written as a reference,
  /// for it would be read back as a space.
  mutating func append(escaped text: UnsafeBufferPointer<UInt8>, inAttribute: Bool = false) {
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      guard Self.isSpecial(byte) else {
        index += 1
        continue
      }
      if let (code, length) = Self.obeyed(text, at: index) {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        bytes.append("&#")
        bytes.append(decimal: code)
        bytes.append(";")
        index += length
        start = index
        continue
      }
      var length = 1
      var replacement: StaticString = ""
      switch byte {
      case 0x26: replacement = "&amp;"
      case 0x3C: replacement = "&lt;"
      case 0x3E: replacement = "&gt;"
      case 0x22 where inAttribute: replacement = "&quot;"
      case 0x0D: replacement = "&#13;"
      case 0x0A where inAttribute: replacement = "&#10;"
      case 0x09 where inAttribute: replacement = "&#9;"
      case 0x22, 0x0A, 0x09, 0xC2:
        index += 1
        continue
      case 0xEF:
        // U+FFFE and U+FFFF are no characters of XML.
        guard index + 2 < text.count, text[index + 1] == 0xBF, text[index + 2] >= 0xBE else {
          index += 1
          continue
        }
        length = 3
        replacement = "\u{FFFD}"
      default: replacement = " "
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
    case 0x22, 0x26, 0x3C, 0x3E, 0x7F, 0xC2, 0xEF: return true
    default: return false
    }
  }

  /// The control character at a place that XML may hold and a terminal would obey, DEL or U+0080 to U+009F, with its bytes.
  private static func obeyed(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (code: Int, length: Int)? {
    if text[index] == 0x7F { return (0x7F, 1) }
    guard text[index] == 0xC2, index + 1 < text.count, text[index + 1] < 0xA0 else { return nil }
    return (Int(text[index + 1]), 2)
  }

  /// Puts the stand-ins into text, as writing and reading back does.
  /// - Parameter text: valid UTF-8.
  static func putStandIns(into text: inout [UInt8]) {
    for index in text.indices {
      let byte = text[index]
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
        text[index] = 0x20
      } else if byte >= 0xBE, index >= 2, text[index - 1] == 0xBF, text[index - 2] == 0xEF {
        text[index] = 0xBD
      }
    }
  }

  /// Whether text comes back from an XML parser byte for byte: valid UTF-8 that needs no stand-in. A carriage return
  /// would come back only as long as nobody's editor touches the reference it is written as.
  static func holds(_ text: [UInt8]) -> Bool {
    guard (try? UTF8Span(validating: text.span)) != nil else { return false }
    for index in text.indices {
      let byte = text[index]
      if byte < 0x20, byte != 0x09, byte != 0x0A { return false }
      if byte >= 0xBE, index >= 2, text[index - 1] == 0xBF, text[index - 2] == 0xEF { return false }
    }
    return true
  }
}
