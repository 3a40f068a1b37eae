import Ingest

/// How names stand in the sentences of messages.
enum EnglishName {
  /// Whether a name takes a verb in the plural ("peels", but not "psoriasis").
  static func isPlural(_ name: String) -> Bool {
    guard name.utf8.last == 0x73, let before = name.utf8.dropLast().last else { return false }
    return before != 0x73 && before != 0x69 && before != 0x75  // -ss, -is, -us
  }

  /// The words of a text, every run of white space as one space.
  static func words(_ range: ByteRange, in document: Document) -> String {
    let bytes = document.text[range.start..<range.end]
    guard bytes.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var single: [UInt8] = []
    for byte in bytes {
      let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
      if !isSpace {
        single.append(byte)
      } else if single.last != 0x20 {
        single.append(0x20)
      }
    }
    return String(decoding: single, as: UTF8.self)
  }
}
