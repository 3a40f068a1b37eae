internal import CCmarkGFM
internal import Locking

/// Reads Markdown (CommonMark with tables, strikethrough and bare links) with cmark-gfm.
///
/// The parser tells the structure and on which lines a block stands. Its columns are wrong on lazy
/// continuation lines, behind escaped pipes and in bare links, so every inline is found again in the source
/// of its block.
struct MarkdownReader {
  let builder: DocumentBuilder

  private static let extensions: [String] = {
    cmark_gfm_core_extensions_ensure_registered()
    return ["table", "strikethrough", "autolink"]
  }()

  /// cmark-gfm writes the marks of its extensions into tables that all parsers share, for as long as one of
  /// them reads inlines: two at once lose marks.
  /// The lock alone matters; the thread sanitizer takes an empty value for the object that holds it.
  private static let inlineTables = Locked(0)

  /// Reads the whole source and ends its last block.
  func read() throws(IngestError) {
    let source = builder.source
    let start = MarkdownFrontMatter.end(in: source.bytes, from: source.start)
    let names = Self.extensions.filter { name in
      name != "autolink" || !Self.makesLinksCostly(source.bytes[start...])
    }
    guard let parser = cmark_parser_new(CMARK_OPT_SOURCEPOS) else { throw .parserUnavailable(.markdown) }
    defer { cmark_parser_free(parser) }
    for name in names {
      if let syntax = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, syntax)
      }
    }
    source.bytes[start...].withUnsafeBytes { bytes in
      cmark_parser_feed(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let root = Self.inlineTables.withLock({ _ in cmark_parser_finish(parser) }) else {
      throw .parserUnavailable(.markdown)
    }
    defer { cmark_node_free(root) }
    try walk(root, MarkdownLines(source, from: start))
  }

  /// Whether bare links would take more memory than the file gives reason for: for each `@` of a line, up to a thousand of them,
  /// the parser copies what is left of it.
  private static func makesLinksCostly(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var copied = 0
      var start = 0
      while start < bytes.count {
        let end = bytes.position(of: 0x0A, from: start, to: bytes.count)
        var addresses = 0
        var place = bytes.position(of: 0x40, from: start, to: end)
        while place < end, addresses < 1_000 {
          addresses += 1
          place = bytes.position(of: 0x40, from: place + 1, to: end)
        }
        copied += addresses * (end - start)
        start = end + 1
      }
      return copied > 32 << 20
    }
  }

  private func walk(_ root: OpaquePointer, _ lines: MarkdownLines) throws(IngestError) {
    guard let iterator = cmark_iter_new(root) else { throw .parserUnavailable(.markdown) }
    defer { cmark_iter_free(iterator) }
    var containers = MarkdownContainers()
    var inlines: MarkdownInlines?
    // What is left of the cells of a row, the next one last.
    var cells: [SourceView] = []
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      let isEntered = event == CMARK_EVENT_ENTER
      let type = MarkdownNode(node)
      if type.isInline {
        if isEntered { inlines?.enter(type, node) } else { inlines?.leave(type) }
        continue
      }
      switch type {
      case .paragraph, .heading, .tableCell:
        if isEntered {
          if type == .tableCell { place(node) }
          let (kind, level) = containers.block(for: type, node)
          builder.begin(kind, level: level)
          let view: SourceView
          if type == .tableCell {
            if cmark_node_previous(node) == nil, let row = cmark_node_parent(node) {
              cells = lines.cells(ofRow: row, containers).reversed()
            }
            view = cells.popLast() ?? lines.noCell
          } else {
            view = lines.leaf(node, containers, isHeading: type == .heading)
          }
          inlines = MarkdownInlines(view: view, builder: builder, first: cmark_node_first_child(node))
        } else {
          inlines = nil
          builder.end()
        }
      case .htmlBlock: try HTMLReader(view: lines.html(node, containers), builder: builder).read()
      default: containers.update(type, isEntered)
      }
    }
  }
}

extension MarkdownReader {
  /// Tells the builder where a cell stands.
  private func place(_ cell: OpaquePointer) {
    if cmark_node_previous(cell) == nil, let row = cmark_node_parent(cell) {
      if cmark_node_previous(row) == nil {
        builder.end()
        builder.table(.endTable)
        builder.table(.beginTable)
      }
      builder.table(.beginRow)
    }
    builder.table(.beginCell)
  }
}

/// The kinds of node that matter here.
enum MarkdownNode {
  case paragraph, heading, tableCell, htmlBlock, quote, list, item, otherBlock
  case text, softBreak, lineBreak, code, html, emphasis, strong, strikethrough, link, image, otherInline

  init(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH: self = .paragraph
    case CMARK_NODE_HEADING: self = .heading
    case CMARK_NODE_HTML_BLOCK: self = .htmlBlock
    case CMARK_NODE_BLOCK_QUOTE: self = .quote
    case CMARK_NODE_LIST: self = .list
    case CMARK_NODE_ITEM: self = .item
    case CMARK_NODE_TEXT: self = .text
    case CMARK_NODE_SOFTBREAK: self = .softBreak
    case CMARK_NODE_LINEBREAK: self = .lineBreak
    case CMARK_NODE_CODE: self = .code
    case CMARK_NODE_HTML_INLINE: self = .html
    case CMARK_NODE_EMPH: self = .emphasis
    case CMARK_NODE_STRONG: self = .strong
    case CMARK_NODE_LINK: self = .link
    case CMARK_NODE_IMAGE: self = .image
    default:
      // Types of extensions are numbered at run time; their names are fixed.
      switch cmark_node_get_type_string(node).map({ String(cString: $0) }) {
      case "table_cell": self = .tableCell
      case "strikethrough": self = .strikethrough
      default:
        let isInline = cmark_node_get_type(node).rawValue & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(0xC000)
        self = isInline ? .otherInline : .otherBlock
      }
    }
  }

  var isInline: Bool {
    switch self {
    case .paragraph, .heading, .tableCell, .htmlBlock, .quote, .list, .item, .otherBlock: false
    default: true
    }
  }
}

/// The quotes and lists around a block.
struct MarkdownContainers {
  private(set) var quotes = 0
  private var lists = 0
  private var kinds: [Block.Kind] = []

  mutating func update(_ type: MarkdownNode, _ isEntered: Bool) {
    let step = isEntered ? 1 : -1
    switch type {
    case .quote: quotes += step
    case .list:
      lists += step
      return
    case .item: break
    default: return
    }
    if isEntered { kinds.append(type == .quote ? .quote : .listItem) } else { kinds.removeLast() }
  }

  /// The kind and level of a block that holds inlines.
  func block(for type: MarkdownNode, _ node: OpaquePointer) -> (Block.Kind, Int) {
    switch type {
    case .heading: return (.heading, Int(cmark_node_get_heading_level(node)))
    case .tableCell: return (.tableCell, 0)
    default:
      let kind = kinds.last ?? .paragraph
      return (kind, kind == .listItem ? lists : 0)
    }
  }
}
