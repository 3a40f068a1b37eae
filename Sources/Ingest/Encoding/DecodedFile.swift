/// A file of text in UTF-8, whatever its own encoding was.
struct DecodedFile {
  /// The file as it was read.
  let file: [UInt8]
  /// Its text: the file itself in UTF-8, valid or not; else decoded, without a byte order mark.
  let source: [UInt8]
  let encoding: TextEncoding
  /// The way back from `source`; nil where it is the file.
  let origin: SourceOrigin?
  let notes: [IngestNote]

  /// Tells the encoding by the byte order mark, else by what the user says, else by what the file declares.
  /// - Parameters:
  ///   - isMarkup: whether the file may declare its encoding.
  ///   - asked: what the user says.
  init(_ file: [UInt8], isMarkup: Bool, asked: TextEncoding?) {
    self.file = file
    var notes: [IngestNote] = []
    let mark = TextEncoding.mark(of: file)
    if let mark {
      encoding = mark.encoding
      if let asked, !asked.isSameFamily(as: mark.encoding) {
        notes.append(
          IngestNote(
            offset: 0,
            message:
              "read as \(mark.encoding.rawValue), as its byte order mark says, not as \(asked.rawValue)"))
      }
    } else {
      encoding = asked ?? (isMarkup ? Self.declared(in: file, &notes) : nil) ?? .utf8
    }
    switch encoding {
    case .utf8:
      source = file
      origin = nil
    case .windows1252:
      (source, origin) = Windows1252.decode(file)
    case .utf16LittleEndian, .utf16BigEndian:
      let decoded = UTF16Decoding(file, isBigEndian: encoding == .utf16BigEndian).decode(
        from: mark?.count ?? 0)
      source = decoded.source
      origin = decoded.origin
      if let first = decoded.damage.first {
        let more = decoded.damage.count == 1 ? "" : ", the first of \(decoded.damage.count) places"
        notes.append(
          IngestNote(offset: first, message: "bytes that are not UTF-16, read as U+FFFD\(more)"))
      }
    }
    self.notes = notes
  }

  private static func declared(in file: [UInt8], _ notes: inout [IngestNote]) -> TextEncoding? {
    if let encoding = TextEncoding.ofUnmarkedMarkup(file) { return encoding }
    guard let name = DeclaredEncoding.name(in: file) else { return nil }
    let isASCII = file.allSatisfy { $0 < 0x80 }
    guard let encoding = TextEncoding(named: name) else {
      if !isASCII {
        notes.append(
          IngestNote(
            offset: 0,
            message: "declared as '\(name)', which cannot be read, and taken for UTF-8; save it as UTF-8"))
      }
      return nil
    }
    // What can be read byte by byte is not UTF-16; and text that is mostly valid UTF-8 beyond ASCII is nothing else.
    guard encoding == .windows1252, !isASCII else { return nil }
    if isRatherUTF8(file) {
      notes.append(IngestNote(offset: 0, message: "declared as '\(name)', but it is UTF-8 and read as such"))
      return nil
    }
    return encoding
  }
}

extension DecodedFile {
  /// Whether there are more letters beyond ASCII that are right in UTF-8 than bytes that are wrong in it.
  private static func isRatherUTF8(_ file: [UInt8]) -> Bool {
    var right = 0
    var wrong = 0
    var decoder = UTF8()
    var bytes = file.makeIterator()
    while true {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar): if scalar.value >= 0x80 { right += 1 }
      case .error: wrong += 1
      case .emptyInput: return right > wrong
      }
    }
  }
}

extension TextEncoding {
  fileprivate func isSameFamily(as other: TextEncoding) -> Bool {
    self == other || (rawValue.hasPrefix("UTF-16") && other.rawValue.hasPrefix("UTF-16"))
  }
}
