/// The encodings of text that can be read.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// Also what `ISO-8859-1` and `US-ASCII` mean on the web (WHATWG Encoding Standard, "Names and labels").
  case windows1252 = "windows-1252"

  /// The encoding that a name stands for, in any case; `utf-16` is little-endian, as on the web. Nil for others.
  public init?(named name: String) {
    switch name.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "utf-16", "utf-16le", "utf16", "utf16le", "ucs-2", "unicode": self = .utf16LittleEndian
    case "utf-16be", "utf16be": self = .utf16BigEndian
    case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1",
      "l1",
      "us-ascii", "ascii", "ansi_x3.4-1968":
      self = .windows1252
    default: return nil
    }
  }

  /// Names to put into a message.
  public static let names = "utf-8, utf-16, utf-16le, utf-16be, windows-1252 or iso-8859-1"

  /// The encoding that a byte order mark tells, and the length of the mark.
  package static func mark(of bytes: [UInt8]) -> (encoding: TextEncoding, count: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// The encoding of markup in UTF-16 without a mark, known by its first character, `<`.
  static func ofUnmarkedMarkup(_ bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: [0x3C, 0x00]) { return .utf16LittleEndian }
    if bytes.starts(with: [0x00, 0x3C]) { return .utf16BigEndian }
    return nil
  }
}

/// What a page or an XML file says of its own encoding.
enum DeclaredEncoding {
  /// Bytes in which a declaration has to stand (HTML standard, "prescan a byte stream").
  private static let horizon = 1024

  /// The name that `<?xml … encoding="…"?>`, `<meta charset="…">` or `<meta … content="…; charset=…">` gives, as it is
  /// written; nil where there is none.
  static func name(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(horizon).map(lowerCase)
    if head.starts(with: Array("<?xml".utf8)), let end = find("?>", in: head, from: 0),
      let key = find("encoding", in: head, from: 0), key < end
    {
      return value(in: head, after: key + 8)
    }
    var place = 0
    while let tag = find("<meta", in: head, from: place) {
      let end = head[tag...].firstIndex(of: 0x3E) ?? head.count
      if let key = find("charset", in: head, from: tag), key < end {
        return value(in: head, after: key + 7)
      }
      place = tag + 5
    }
    return nil
  }

  /// What stands behind an equals sign, with or without quotes.
  private static func value(in head: [UInt8], after key: Int) -> String? {
    var place = key
    while place < head.count, isWhiteSpace(head[place]) || head[place] == 0x3D { place += 1 }
    if place < head.count, head[place] == 0x22 || head[place] == 0x27 { place += 1 }
    let start = place
    while place < head.count,
      isLetter(head[place]) || isDigit(head[place]) || [0x2D, 0x5F, 0x2E].contains(head[place])
    {
      place += 1
    }
    return start < place ? String(decoding: head[start..<place], as: UTF8.self) : nil
  }

  private static func find(_ text: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
    let count = text.utf8CodeUnitCount
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: count)
    guard bytes.count >= count + start else { return nil }
    return (start...(bytes.count - count)).first { bytes[$0..<$0 + count].elementsEqual(wanted) }
  }
}
