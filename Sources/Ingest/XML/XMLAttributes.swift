/// Attributes of an element, without `xmlns` declarations.
struct XMLAttributes {
  private var list: [(name: String, value: String)] = []

  init(of tag: XMLScanner.Tag, in scanner: XMLScanner) {
    scanner.forEachAttribute(of: tag) { prefix, name, value in
      if prefix != "xmlns", !(prefix.isEmpty && name == "xmlns") {
        list.append((name, scanner.decoded(value)))
      }
    }
  }

  /// The value of the first attribute of a name without its prefix, decoded.
  subscript(_ name: String) -> String? { list.first { $0.name == name }?.value }
}

extension XMLScanner {
  /// Hands over the prefix ("" for none), the name without it, and the place of the value without its quotes.
  func forEachAttribute(of tag: Tag, _ body: (String, String, ByteRange) -> Void) {
    var place = tag.name.end
    let end = tag.range.end
    while place < end {
      while place < end, isWhiteSpace(bytes[place]) || bytes[place] == 0x2F || bytes[place] == 0x3E {
        place += 1
      }
      let start = place
      var colon: Int?
      while place < end, bytes[place] != 0x3D, !isWhiteSpace(bytes[place]), bytes[place] != 0x3E {
        if bytes[place] == 0x3A, colon == nil { colon = place }
        place += 1
      }
      let nameEnd = place
      while place < end, bytes[place] != 0x22, bytes[place] != 0x27 { place += 1 }
      guard place < end else { return }
      let quote = bytes[place]
      let valueStart = place + 1
      place = valueStart
      while place < end, bytes[place] != quote { place += 1 }
      body(
        text(ByteRange(start, colon ?? start)), text(ByteRange(colon.map { $0 + 1 } ?? start, nameEnd)),
        ByteRange(valueStart, place))
      place += 1
    }
  }

  /// The name of an element without its prefix.
  func localName(of tag: Tag) -> String {
    text(ByteRange(colon(in: tag.name).map { $0 + 1 } ?? tag.name.start, tag.name.end))
  }

  /// The prefix of an element's name; "" where it has none.
  func prefix(of tag: Tag) -> String {
    text(ByteRange(tag.name.start, colon(in: tag.name) ?? tag.name.start))
  }

  private func colon(in name: ByteRange) -> Int? { bytes[name.start..<name.end].firstIndex(of: 0x3A) }

  private func text(_ range: ByteRange) -> String {
    String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }

  /// A run of text with its references decoded.
  func decoded(_ range: ByteRange) -> String {
    var result: [UInt8] = []
    forEachPiece(of: range) { piece, decoded in
      if let decoded { result += decoded } else { result += bytes[piece.start..<piece.end] }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Hands over a run of text piece by piece: bytes that stand for themselves, and references with what they stand for.
  func forEachPiece(of range: ByteRange, _ body: (ByteRange, [UInt8]?) -> Void) {
    var run = range.start
    var place = range.start
    while place < range.end {
      guard bytes[place] == 0x26, let found = CharacterReference(bytes, at: place, to: range.end),
        let decoded = found.decoded
      else {
        place += 1
        continue
      }
      if run < place { body(ByteRange(run, place), nil) }
      body(ByteRange(place, place + found.count), decoded)
      place += found.count
      run = place
    }
    if run < range.end { body(ByteRange(run, range.end), nil) }
  }
}
