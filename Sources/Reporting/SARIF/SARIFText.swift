/// Texts of SARIF messages.
extension ByteSink {
  /// Appends a message string with its quotes. Braces are doubled, since they mark placeholders (SARIF 2.1.0, 3.11.5),
  /// and what a draft wrote as a link does not become one (3.11.6).
  mutating func append(sarif text: String) {
    var escaped: [UInt8] = []
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x7B, 0x7D: escaped.append(byte)
      case 0x28 where previous == 0x5D:
        escaped.removeLast()
        escaped.append(0x5C)
        escaped.append(0x5D)
      default: break
      }
      escaped.append(byte)
      previous = byte
    }
    escaped.withUnsafeBufferPointer { append(json: $0) }
  }
}
