/// Gathers blocks, links and comments while a reader walks a file in source order.
final class DocumentBuilder {
  let source: SourceText
  let options: IngestOptions
  var clean = CleanText()
  private var blocks: [Block] = []
  private var links: [Link] = []
  private var comments: [Comment] = []
  private var open: Block?
  private var tables = TablePlaces()
  private var heads = TableHeads()
  /// Of the open block, where it is a cell: its row and column.
  private var cell: TablePlaces.Cell?
  private var lifted: [(kind: Block.Kind, text: CleanText)] = []
  /// Where in the clean text elements with an id begin.
  private var anchors: [String: Int] = [:]
  private var notes: [IngestNote] = []

  init(source: SourceText, options: IngestOptions) {
    self.source = source
    self.options = options
  }

  var isInBlock: Bool { open != nil }

  /// Begins a block where the text now ends, after ending the one that is open.
  func begin(_ kind: Block.Kind, level: Int = 0) {
    end()
    open = Block(kind: kind, level: level, range: ByteRange(clean.count, clean.count))
    cell = kind == .tableCell ? tables.current : nil
  }

  /// Tells that a table, a row or a cell begins or a table ends, so that cells know the head of their column.
  func table(_ step: TablePlaces.Step) { tables.take(step) }

  /// Ends the open block without the white space around it; nothing but white space makes no block. What was
  /// lifted out of it follows.
  func end() {
    if let block = open {
      open = nil
      let cell = self.cell
      self.cell = nil
      add(block, to: clean.count, cell)
    }
    guard !lifted.isEmpty else { return }
    let waiting = lifted
    lifted = []
    for (kind, text) in waiting {
      let start = clean.count
      clean.append(text)
      add(Block(kind: kind, level: 0, range: ByteRange(start, start)), to: clean.count)
    }
  }

  private func add(_ block: Block, to end: Int, _ cell: TablePlaces.Cell? = nil) {
    var block = block
    block.range = clean.trimmed(ByteRange(block.range.start, end))
    if !block.range.isEmpty {
      if let cell { block.header = heads.head(of: cell, at: blocks.count) }
      blocks.append(block)
    }
    if clean.count > 0 { clean.appendSeparator() }
  }

  /// Keeps text that stands in an attribute until the open block has ended, then makes it a block of its own.
  func lift(_ kind: Block.Kind, _ text: CleanText) {
    lifted.append((kind, text))
    if open == nil { end() }
  }

  /// Records a link over the clean text; one around nothing but white space is dropped.
  func addLink(over range: ByteRange, to target: String) {
    let range = clean.trimmed(range)
    if !range.isEmpty { links.append(Link(range: range, target: target)) }
  }

  /// Records a link that stands for itself: its address is no text, a blank holds its place.
  func addBareLink(for source: ByteRange, to target: String) {
    let start = clean.count
    clean.append([0x20], for: source)
    links.append(Link(range: ByteRange(start, clean.count), target: target))
  }

  func addComment(_ text: String, at range: ByteRange) {
    comments.append(Comment(clean: clean.count, range: range, text: text))
  }

  /// Notes that links of the form `#id` lead here: to the block that begins where the clean text now ends, or that is open.
  func addAnchor(_ id: String) {
    if anchors[id] == nil { anchors[id] = clean.count }
  }

  /// - Parameter offset: into the source.
  func addNote(_ message: String, at offset: Int) {
    notes.append(IngestNote(offset: offset, message: message))
  }

  func document(path: String, format: DocumentFormat) -> Document {
    end()
    links.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    markReferences(in: &blocks, of: clean.bytes, headings: options.referenceHeadings)
    resolveLinks()
    return Document(
      path: path, format: format, source: source.original, file: source.file, text: clean.bytes,
      blocks: blocks,
      links: links,
      notes: (source.notes + notes).sorted { $0.offset < $1.offset }, comments: comments,
      segments: clean.segments)
  }

  /// Tells the links that lead to an entry of the references.
  private func resolveLinks() {
    guard !anchors.isEmpty else { return }
    for index in links.indices where links[index].target.utf8.first == UInt8(ascii: "#") {
      guard let anchor = anchors[String(links[index].target.dropFirst())] else { continue }
      // The first block that ends behind the anchor.
      var low = 0
      var high = blocks.count
      while low < high {
        let middle = (low + high) / 2
        if blocks[middle].range.end > anchor { high = middle } else { low = middle + 1 }
      }
      if low < blocks.count, blocks[low].kind == .reference { links[index].reference = low }
    }
  }
}

extension CleanText {
  /// A range without the white space, no-break spaces included, at both its ends.
  func trimmed(_ range: ByteRange) -> ByteRange { Self.trimmed(range, of: bytes) }

  static func trimmed(_ range: ByteRange, of bytes: [UInt8]) -> ByteRange {
    var start = range.start
    var end = range.end
    while start < end {
      if isWhiteSpace(bytes[start]) {
        start += 1
      } else if start + 1 < end, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      if isWhiteSpace(bytes[end - 1]) {
        end -= 1
      } else if end - 1 > start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return ByteRange(start, end)
  }
}
