internal import CCmarkGFM

/// Follows the inlines of one block through its source: passes over marks, keeps text.
struct MarkdownInlines {
  private struct Link {
    var target: String
    var title: String
    var isImage: Bool
    /// Begins with a bracket; else it is an address that stands for itself.
    var isBracketed: Bool
    /// Place in the view.
    var start: Int
    /// Offset into the clean text.
    var cleanStart: Int
  }

  private let view: SourceView
  private let aligner: TextAligner
  private let builder: DocumentBuilder
  /// Place in the view up to which everything is accounted for.
  private var cursor = 0
  private var links: [Link] = []
  /// Text that is not seen in its place: of pictures, which is lifted, and of bare addresses, which is
  /// dropped.
  private var aside = CleanText()
  private var imageDepth = 0
  private var isInBareLink = false
  /// Name of the element whose text is dropped.
  private var droppedElement: TagName?
  /// Attempts left to find text that is not where it should be; keeps hostile input linear.
  private var attempts = 4_096

  init(view: SourceView, builder: DocumentBuilder, first: OpaquePointer?) {
    self.view = view
    self.builder = builder
    aligner = TextAligner(view: view, syntax: .markdown)
    if let first { skipDefinitions(before: first) }
  }

  // MARK: Events

  mutating func enter(_ type: MarkdownNode, _ node: OpaquePointer) {
    switch type {
    case .text: text(Self.literal(node))
    case .softBreak, .lineBreak: lineBreak()
    case .code: code()
    case .html: html(Self.literal(node))
    case .emphasis: skip(upTo: 1, of: [0x2A, 0x5F])
    case .strong: skip(upTo: 2, of: [0x2A, 0x5F])
    case .strikethrough: skip(upTo: 2, of: [0x7E])
    case .link, .image: openLink(node, isImage: type == .image)
    default: break
    }
  }

  mutating func leave(_ type: MarkdownNode) {
    switch type {
    case .emphasis: skip(upTo: 1, of: [0x2A, 0x5F])
    case .strong: skip(upTo: 2, of: [0x2A, 0x5F])
    case .strikethrough: skip(upTo: 2, of: [0x7E])
    case .link, .image: closeLink()
    default: break
    }
  }

  // MARK: Text

  /// Runs a change on the text that is being written: the document's, or the one set aside.
  private mutating func write<Result>(_ change: (inout CleanText) -> Result) -> Result {
    if imageDepth > 0 || isInBareLink { return change(&aside) }
    if droppedElement != nil {
      var dropped = CleanText()
      return change(&dropped)
    }
    return change(&builder.clean)
  }

  private mutating func text(_ literal: UnsafeBufferPointer<UInt8>) {
    var literal = literal
    if cursor > 0, view.bytes[cursor - 1] == 0x0A || view.bytes[cursor - 1] == 0x0D {
      // Behind a backslash at a line's end the parser keeps the indentation, which the view lacks.
      let blanks = literal.prefix { $0 == 0x20 || $0 == 0x09 }.count
      literal = UnsafeBufferPointer(rebasing: literal.dropFirst(blanks))
    }
    guard !literal.isEmpty else { return }
    let aligner = aligner
    var start = cursor
    while start < view.count {
      if let end = write({ aligner.place(literal, at: start, into: &$0) }) {
        cursor = end
        return
      }
      start += 1
      // Somewhere behind marks that were not foreseen.
      while start < view.count, view.bytes[start] != literal[0], view.bytes[start] != 0x26,
        view.bytes[start] != 0x5C
      {
        start += 1
      }
      guard attempts > 0 else { break }
      attempts -= 1
    }
    let range = view.sourceRange(cursor, cursor)
    write { $0.append(literal, for: range) }
  }

  private mutating func lineBreak() {
    while cursor < view.count, view.bytes[cursor] != 0x0A, view.bytes[cursor] != 0x0D { cursor += 1 }
    let start = cursor
    if cursor < view.count, view.bytes[cursor] == 0x0D { cursor += 1 }
    if cursor < view.count, view.bytes[cursor] == 0x0A { cursor += 1 }
    let (view, end) = (view, cursor)
    if start == end {
      write { $0.append([0x0A], for: view.sourceRange(start, end)) }
    } else {
      write { view.copy(start, end, to: &$0) }
    }
  }

  private mutating func code() {
    skip { $0 == 0x60 }
    let start = cursor
    while cursor < view.count, view.bytes[cursor] == 0x60 { cursor += 1 }
    let marks = cursor - start
    var place = cursor
    while place < view.count {
      let runStart = place
      while place < view.count, view.bytes[place] == 0x60 { place += 1 }
      if place - runStart == marks { break }
      if place == runStart { place += 1 }
    }
    cursor = place
    let range = view.sourceRange(start, cursor)
    write { $0.append([0x20], for: range) }
  }

  private mutating func html(_ literal: UnsafeBufferPointer<UInt8>) {
    var start = cursor
    while start < view.count, !view.holds(literal, at: start) { start += 1 }
    guard start < view.count else { return }
    cursor = start + literal.count
    let range = view.sourceRange(start, cursor)
    if literal.starts(with: "<!--".utf8) {
      let inner = literal.dropFirst(4).dropLast(3)
      builder.addComment(String(decoding: inner, as: UTF8.self), at: range)
      return
    }
    let isEnd = literal.count > 1 && literal[1] == 0x2F
    let nameStart = isEnd ? 2 : 1
    var nameEnd = nameStart
    while nameEnd < literal.count, isLetter(literal[nameEnd]) || isDigit(literal[nameEnd]) { nameEnd += 1 }
    let name = TagName(UnsafeBufferPointer(rebasing: literal[nameStart..<nameEnd]))
    let role = HTMLRole.byName[name] ?? .inline
    if isEnd {
      if droppedElement == name { droppedElement = nil }
    } else if droppedElement == nil {
      switch role {
      case .lineBreak: write { $0.append([0x0A], for: range) }
      case .code, .dropped, .skipped: droppedElement = literal.suffix(2).first == 0x2F ? nil : name
      case .image: liftAlternative(HTMLTag(start: start, end: cursor))
      default: break
      }
    }
  }

  /// Makes a block of the alternative text of `<img>` within a line.
  private func liftAlternative(_ tag: HTMLTag) {
    guard let value = tag.value(of: "alt", in: view.bytes) else { return }
    var clean = CleanText()
    aligner.decode(value, into: &clean)
    builder.lift(.alternativeText, clean)
  }

  // MARK: Links

  private mutating func openLink(_ node: OpaquePointer, isImage: Bool) {
    let mark: [UInt8] = isImage ? [0x21, 0x5B] : [0x5B]
    let isBracketed = view.bytes[min(cursor, view.count)...].starts(with: mark)
    links.append(
      Link(
        target: String(cString: cmark_node_get_url(node)), title: String(cString: cmark_node_get_title(node)),
        isImage: isImage, isBracketed: isBracketed || isImage, start: cursor, cleanStart: builder.clean.count)
    )
    if isBracketed { cursor += mark.count }
    if isImage {
      imageDepth += 1
    } else if !isBracketed {
      if cursor < view.count, view.bytes[cursor] == 0x3C { cursor += 1 }
      isInBareLink = imageDepth == 0
    }
  }

  private mutating func closeLink() {
    guard let link = links.popLast() else { return }
    if !link.isBracketed {
      if isInBareLink { aside = CleanText() }
      isInBareLink = false
      if view.bytes[min(link.start, view.count)...].first == 0x3C { skip(upTo: 1, of: [0x3E]) }
      guard imageDepth == 0, droppedElement == nil else { return }
      builder.addBareLink(for: view.sourceRange(link.start, cursor), to: link.target)
      return
    }
    skip { $0 == 0x5D }
    let tail = MarkdownLinkTail(view.bytes, at: cursor)
    cursor = tail.end
    if link.isImage {
      imageDepth -= 1
      if imageDepth == 0 {
        builder.lift(.alternativeText, aside)
        aside = CleanText()
      }
    } else if imageDepth == 0 {
      builder.addLink(over: ByteRange(link.cleanStart, builder.clean.count), to: link.target)
    }
    if let place = tail.title, imageDepth == 0 { liftTitle(link.title, at: place) }
  }

  private func liftTitle(_ title: String, at place: Range<Int>) {
    var clean = CleanText()
    let bytes = Array(title.utf8)
    let end = bytes.withUnsafeBufferPointer { aligner.place($0, at: place.lowerBound, into: &clean) }
    if end != place.upperBound {
      clean = CleanText()
      clean.append(bytes, for: view.sourceRange(place.lowerBound, place.upperBound))
    }
    builder.lift(.alternativeText, clean)
  }

  // MARK: Marks

  /// Passes over a few marks of one kind, if they stand at the cursor.
  private mutating func skip(upTo count: Int, of marks: [UInt8]) {
    guard cursor < view.count, marks.contains(view.bytes[cursor]) else { return }
    let mark = view.bytes[cursor]
    let end = min(cursor + count, view.count)
    while cursor < end, view.bytes[cursor] == mark { cursor += 1 }
  }

  /// Passes over everything before a byte; stays if there is none.
  private mutating func skip(to isWanted: (UInt8) -> Bool) {
    if let place = view.bytes[min(cursor, view.count)...].firstIndex(where: isWanted) { cursor = place }
  }

  /// Passes over link definitions that stood before the text of a paragraph: the parser counts them to its
  /// lines.
  private mutating func skipDefinitions(before first: OpaquePointer) {
    guard view.bytes.first == 0x5B else { return }
    let isText = MarkdownNode(first) == .text
    let literal = isText ? Self.literal(first) : UnsafeBufferPointer(start: nil, count: 0)
    var start = 0
    while start < view.count {
      var scratch = CleanText()
      if isText {
        if aligner.place(literal, at: start, into: &scratch) != nil { break }
      } else if !MarkdownLinkTail.isDefinition(view.bytes, at: start) {
        break
      }
      let rest = view.bytes[start...]
      guard let lineEnd = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return }
      start = lineEnd + 1
      if view.bytes[lineEnd] == 0x0D, start < view.count, view.bytes[start] == 0x0A { start += 1 }
    }
    if start < view.count { cursor = start }
  }

  private static func literal(_ node: OpaquePointer) -> UnsafeBufferPointer<UInt8> {
    guard let literal = cmark_node_get_literal(node) else { return UnsafeBufferPointer(start: nil, count: 0) }
    let start = UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self)
    var count = 0
    while start[count] != 0 { count += 1 }
    return UnsafeBufferPointer(start: start, count: count)
  }
}
