internal import CLibXML2

/// Reads HTML with libxml2's push parser and finds the source of every event.
///
/// The parser's own position (bytes consumed) stands now before and now behind what it reports, so it is a
/// hint only: `cursor` is the end of the last thing placed, and text is laid beside the source from there on.
final class HTMLReader {
  private let view: SourceView
  private let aligner: TextAligner
  private let structure: HTMLStructure
  private var parser: htmlParserCtxtPtr?
  /// Place in the view where the parser was started.
  private var parserStart = 0
  /// Place in the view up to which everything is accounted for.
  private var cursor = 0

  init(view: SourceView, builder: DocumentBuilder) {
    self.view = view
    aligner = TextAligner(view: view, syntax: .html)
    structure = HTMLStructure(view: view, aligner: aligner, builder: builder)
  }

  /// Reads the whole view and ends its last block.
  func read() throws(IngestError) {
    XMLParsing.begin()
    while true {
      skipStrayEndTags()
      guard cursor < view.count else { break }
      let start = cursor
      try parse(from: start)
      // The parser stops for good behind `</html>`; people write on.
      if cursor >= view.count || isUnfinishedTag(at: cursor) { break }
      if cursor == start { cursor += 1 }
    }
    structure.finish(at: cursor)
  }

  /// Reads from a place of the view until the parser stops, and moves the cursor there.
  private func parse(from start: Int) throws(IngestError) {
    var handler = Self.handler()
    let user = Unmanaged.passUnretained(self).toOpaque()
    guard let parser = htmlCreatePushParserCtxt(&handler, user, nil, 0, nil, XML_CHAR_ENCODING_NONE) else {
      throw .parserUnavailable(.html)
    }
    self.parser = parser
    parserStart = start
    defer {
      self.parser = nil
      if let tree = parser.pointee.myDoc { xmlFreeDoc(tree) }
      htmlFreeParserCtxt(parser)
    }
    htmlCtxtUseOptions(parser, XMLParsing.htmlOptions)
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
    withExtendedLifetime(self) {
      view.bytes.withUnsafeBytes { bytes in
        guard let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
        var offset = start
        while offset < bytes.count, parser.pointee.instate != XML_PARSER_EOF {
          let count = min(Self.chunk, bytes.count - offset)
          htmlParseChunk(parser, base + offset, Int32(count), 0)
          offset += count
        }
        if parser.pointee.instate != XML_PARSER_EOF { htmlParseChunk(parser, nil, 0, 1) }
      }
    }
    skipToParser()
  }

  /// End tags before anything was opened: the parser would take them for the end of the page.
  private func skipStrayEndTags() {
    while true {
      var place = cursor
      while place < view.count, isWhiteSpace(view.bytes[place]) { place += 1 }
      guard place + 2 < view.count, view.bytes[place] == 0x3C, view.bytes[place + 1] == 0x2F,
        isLetter(view.bytes[place + 2]), let close = firstPlace(of: 0x3E, from: place, to: view.count)
      else { return }
      cursor = close + 1
    }
  }

  private func isUnfinishedTag(at place: Int) -> Bool {
    view.bytes[place] == 0x3C && firstPlace(of: 0x3E, from: place, to: view.count) == nil
  }

  /// Bytes given to the parser at once.
  private static let chunk = 1 << 16

  /// Events go to the reader whose address is the user data; nothing else is handled, so no tree is built.
  private static func handler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.startElement = { user, name, attributes in
      HTMLReader.reader(user)?.startElement(name, HTMLAttributes(list: attributes))
    }
    handler.endElement = { user, name in HTMLReader.reader(user)?.endElement(name) }
    handler.characters = { user, text, count in HTMLReader.reader(user)?.characters(text, count) }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = { user, _, _ in HTMLReader.reader(user)?.skipToParser() }
    handler.comment = { user, _ in HTMLReader.reader(user)?.comment() }
    handler.processingInstruction = { user, _, _ in HTMLReader.reader(user)?.skipToParser() }
    handler.internalSubset = { user, _, _, _ in HTMLReader.reader(user)?.skipToParser() }
    return handler
  }

  private static func reader(_ user: UnsafeMutableRawPointer?) -> HTMLReader? {
    user.map { Unmanaged<HTMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Where the parser says it stands, kept within what is not yet accounted for.
  private var parserPlace: Int {
    guard let input = parser?.pointee.input?.pointee, let current = input.cur, let base = input.base else {
      return cursor
    }
    return min(max(cursor, parserStart + Int(input.consumed) + (current - base)), view.count)
  }

  private func skipToParser() { cursor = parserPlace }

  // MARK: Events

  private func startElement(_ name: UnsafePointer<UInt8>?, _ attributes: HTMLAttributes) {
    guard let name = Self.bytes(of: name) else { return }
    var tag: HTMLTag?
    if let start = placeOfTag(name) {
      let close = placeOfTagEnd(from: max(start + 1, parserPlace))
      tag = HTMLTag(start: start, end: close)
      cursor = close
    }
    structure.open(TagName(name), attributes, tag, at: cursor)
  }

  private func endElement(_ name: UnsafePointer<UInt8>?) {
    guard let name = Self.bytes(of: name) else { return }
    let place = parserPlace
    let tagName = TagName(name)
    if let found = firstPlace(of: 0x3C, from: cursor, to: place), found + 1 < place,
      view.bytes[found + 1] == 0x2F
    {
      // An end tag, this element's or one that ends it as well.
      if found == cursor || view.bytes[place - 1] == 0x3E { cursor = place }
    }
    structure.close(tagName, at: cursor)
  }

  private func comment() {
    let place = parserPlace
    let start = firstPlace(of: 0x3C, from: cursor, to: place) ?? cursor
    cursor = place
    structure.comment(from: start, to: place)
  }

  private func characters(_ text: UnsafePointer<UInt8>?, _ count: Int32) {
    guard let text, count > 0 else { return }
    let piece = UnsafeBufferPointer(start: text, count: Int(count))
    structure.text(piece) { piece, clean in place(piece, into: &clean) }
  }

  // MARK: Alignment

  /// Finds a piece of text in the source, appends it to clean text, and moves the cursor behind it.
  private func place(_ piece: UnsafeBufferPointer<UInt8>, into clean: inout CleanText) {
    let hint = parserPlace
    // `<` is text where no name follows; it is not at a tag that the parser dropped.
    let mayStandHere = piece[0] != 0x3C || cursor >= hint - piece.count
    if mayStandHere, let end = aligner.place(piece, at: cursor, into: &clean) {
      cursor = end
      return
    }
    for start in [hint - piece.count, hint] where start >= cursor && view.holds(piece, at: start) {
      if let end = aligner.place(piece, at: start, into: &clean) {
        cursor = end
        return
      }
    }
    var start = cursor
    var attempts = 64
    while start < hint, attempts > 0 {
      if view.bytes[start] == piece[0] || view.bytes[start] == 0x26 {
        attempts -= 1
        if let end = aligner.place(piece, at: start, into: &clean) {
          cursor = end
          return
        }
      }
      start += 1
    }
    // The parser made the text up of bytes that it could not read: it leads to what lies between, or to where the parser
    // stands.
    let end = max(cursor, hint)
    clean.append(
      piece,
      for: end > cursor
        ? view.sourceRange(cursor, end)
        : view.sourceRange(min(end, max(0, view.count - 1)), min(end + 1, view.count)))
    cursor = end
  }

  /// Where the tag that the parser has just read begins; nil if it made the element up.
  private func placeOfTag(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
    let limit = parserPlace
    var start = cursor
    while let place = firstPlace(of: 0x3C, from: start, to: limit) {
      let nameEnd = place + 1 + name.count
      if nameEnd <= view.count,
        view.bytes[place + 1..<nameEnd].elementsEqual(name, by: { lowerCase($0) == lowerCase($1) }),
        nameEnd == view.count || !isNameByte(view.bytes[nameEnd])
      {
        return place
      }
      start = place + 1
    }
    return nil
  }

  private func placeOfTagEnd(from start: Int) -> Int {
    var place = start
    if place < view.count, view.bytes[place] == 0x2F { place += 1 }
    if place < view.count, view.bytes[place] == 0x3E { return place + 1 }
    return min(start, view.count)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == 0x2D || byte == 0x5F || byte == 0x3A || byte == 0x2E
  }

  private func firstPlace(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    guard start < end else { return nil }
    let found = view.bytes.withUnsafeBufferPointer { $0.position(of: byte, from: start, to: end) }
    return found < end ? found : nil
  }

  private static func bytes(of name: UnsafePointer<UInt8>?) -> UnsafeBufferPointer<UInt8>? {
    guard let name else { return nil }
    var count = 0
    while name[count] != 0 { count += 1 }
    return UnsafeBufferPointer(start: name, count: count)
  }
}
