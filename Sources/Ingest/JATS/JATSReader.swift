/// Reads articles in the Journal Article Tag Suite: title, abstract, text, captions, tables, notes and references.
///
/// libxml2 judges whether the file is well-formed; positions are those of the file itself. A number that cites an entry of
/// the references is a link to it.
final class JATSReader {
  private let builder: DocumentBuilder
  private var scanner: XMLScanner
  private var elements: [Element] = []
  private var hasArticle = false

  private struct Element {
    var name: String
    var role: JATSRole
    /// What text in it makes.
    var kind: Block.Kind
    var level: Int
    var sectionDepth: Int
    var listDepth: Int
    /// In an entry of the references, where elements follow each other without a space between them.
    var isCitation: Bool
    /// Text of a front matter's own is not read: only what is asked for in it.
    var isRead: Bool
    /// Where a link began in the clean text, and its target.
    var linkStart = 0
    var target: String?
  }

  init(builder: DocumentBuilder) {
    self.builder = builder
    scanner = XMLScanner(builder.source.bytes, from: builder.source.start)
  }

  /// - Throws: `IngestError.unreadable` for what is not well-formed, and for other XML.
  func read() throws(IngestError) {
    if let fault = XMLCheck.fault(in: builder.source.bytes, depth: builder.options.limits.xmlDepth) {
      throw .unreadable(
        "the XML is not well-formed at line \(fault.line), column \(fault.column): \(fault.message); mend it there"
      )
    }
    var root: String?
    while let event = scanner.next() {
      switch event {
      case .open(let tag):
        if root == nil { root = scanner.localName(of: tag) }
        open(tag)
      case .close: close()
      case .text(let range): text(range, isDecoded: false)
      case .characterData(let range): text(range, isDecoded: true)
      case .comment(let range): comment(range)
      }
    }
    while !elements.isEmpty { close() }
    builder.end()
    guard hasArticle else {
      throw .unreadable(
        "this XML is no JATS article, its root element is '\(root ?? "")'; only articles with the root 'article' are read"
      )
    }
  }

  // MARK: Elements

  private func open(_ tag: XMLScanner.Tag) {
    let name = scanner.localName(of: tag)
    if name == "article" { hasArticle = true }
    let role = role(of: name)
    switch role {
    case .skipped:
      if name == "sub-article" || name == "response" {
        builder.addNote("a '\(name)' is not read; check it as an article of its own", at: tag.range.start)
      }
      return skip()
    case .opaque:
      if builder.isInBlock { builder.clean.append([0x20], for: tag.range) }
      return skip()
    case .note where builder.isInBlock: return liftNote()
    default: break
    }
    var element =
      elements.last
      ?? Element(
        name: "", role: .container, kind: .paragraph, level: 0, sectionDepth: 0, listDepth: 0,
        isCitation: false,
        isRead: true)
    element.name = name
    element.role = role
    element.target = nil
    apply(role, to: &element, tag)
    switch name {
    case "table": builder.table(.beginTable)
    case "tr": builder.table(.beginRow)
    case "td", "th": builder.table(.beginCell)
    default: break
    }
    elements.append(element)
  }

  private func role(of name: String) -> JATSRole {
    let role = JATSRole.of(name)
    // In an entry of the references all is running text.
    guard elements.last?.isCitation == true else { return role }
    switch role {
    case .crossReference, .link, .identifier: return role
    case .skipped: return name == "label" || name == "object-id" ? .skipped : .inline
    default: return .inline
    }
  }

  private func apply(_ role: JATSRole, to element: inout Element, _ tag: XMLScanner.Tag) {
    switch role {
    case .inline: if element.isCitation, builder.isInBlock { separate(at: tag.range) }
    case .container:
      builder.end()
      if element.name == "article-meta" || element.name == "front" || element.name == "front-stub" {
        element.isRead = false
      }
      if element.name == "body" || element.name == "back" || element.name == "p"
        || element.name == "title-group"
      {
        element.isRead = true
      }
    case .section:
      builder.end()
      element.isRead = true
      element.sectionDepth += 1
      (element.kind, element.level) = (.paragraph, 0)
    case .text(let kind):
      builder.end()
      let isInCaption = element.kind == .caption && kind != .alternativeText
      (element.kind, element.level) = (isInCaption ? (kind == .tableCell ? .tableCell : .caption) : kind, 0)
      if element.kind == .listItem { element.level = max(1, element.listDepth) }
      if element.kind == .heading { element.level = 2 }
    case .title:
      builder.end()
      if element.kind != .caption {
        (element.kind, element.level) = (.heading, min(element.sectionDepth + 1, 6))
      }
    case .articleTitle:
      builder.end()
      (element.kind, element.level) = (.title, 0)
    case .list:
      builder.end()
      element.listDepth += 1
    case .reference:
      builder.end()
      (element.kind, element.level, element.isCitation, element.isRead) = (.reference, 0, true, true)
      builder.begin(.reference)
      if let id = XMLAttributes(of: tag, in: scanner)["id"] { builder.addAnchor(id) }
    case .note:
      builder.end()
      (element.kind, element.level) = (.footnote, 0)
    case .crossReference:
      let attributes = XMLAttributes(of: tag, in: scanner)
      if attributes["ref-type"] == "bibr", let id = attributes["rid"]?.split(separator: " ").first {
        element.target = "#\(id)"
      }
      element.linkStart = builder.clean.count
    case .link:
      element.target = XMLAttributes(of: tag, in: scanner)["href"]
      element.linkStart = builder.clean.count
    case .identifier:
      if builder.isInBlock { separate(at: tag.range) }
      element.linkStart = builder.clean.count
      switch XMLAttributes(of: tag, in: scanner)["pub-id-type"] {
      case "doi": element.target = "https://doi.org/"
      case "pmid": element.target = "https://pubmed.ncbi.nlm.nih.gov/"
      default: break
      }
    case .lineBreak: if builder.isInBlock { builder.clean.append([0x0A], for: tag.range) }
    case .opaque, .skipped: break
    }
  }

  private func close() {
    guard let element = elements.popLast() else { return }
    switch element.role {
    case .inline, .lineBreak, .opaque, .skipped: break
    case .crossReference, .link, .identifier: closeLink(element)
    default: builder.end()
    }
    if element.name == "table" { builder.table(.endTable) }
  }

  private func closeLink(_ element: Element) {
    guard var target = element.target, builder.isInBlock, builder.clean.count > element.linkStart else {
      return
    }
    let range = ByteRange(element.linkStart, builder.clean.count)
    if case .identifier = element.role {
      target += String(decoding: builder.clean.bytes[range.start..<range.end], as: UTF8.self)
    }
    builder.addLink(over: range, to: target)
  }

  /// Passes over the rest of the element whose start tag was just read.
  private func skip() {
    var depth = 1
    while depth > 0, let event = scanner.next() {
      switch event {
      case .open: depth += 1
      case .close: depth -= 1
      default: break
      }
    }
  }

  /// Keeps a note in running text until the block around it has ended.
  private func liftNote() {
    var clean = CleanText()
    var depth = 1
    while depth > 0, let event = scanner.next() {
      switch event {
      case .open(let tag):
        depth += 1
        if scanner.localName(of: tag) == "p", clean.count > 0 { clean.append([0x20], for: tag.range) }
      case .close: depth -= 1
      case .text(let range): append(range, isDecoded: false, to: &clean)
      case .characterData(let range): append(range, isDecoded: true, to: &clean)
      case .comment: break
      }
    }
    builder.lift(.footnote, clean)
  }

  // MARK: Text

  private func text(_ range: ByteRange, isDecoded: Bool) {
    guard let element = elements.last, element.isRead else { return }
    let isBlank = builder.source.bytes[range.start..<range.end].allSatisfy(isWhiteSpace)
    guard builder.isInBlock || !isBlank else { return }
    if !builder.isInBlock { builder.begin(element.kind, level: element.level) }
    append(range, isDecoded: isDecoded, to: &builder.clean)
  }

  private func append(_ range: ByteRange, isDecoded: Bool, to clean: inout CleanText) {
    guard !isDecoded else { return clean.append(builder.source, from: range.start, to: range.end) }
    scanner.forEachPiece(of: range) { piece, decoded in
      if let decoded {
        clean.append(decoded, for: piece)
      } else {
        clean.append(builder.source, from: piece.start, to: piece.end)
      }
    }
  }

  /// A space between two elements that follow each other without any text between them.
  private func separate(at tag: ByteRange) {
    guard let last = builder.clean.bytes.last, !isWhiteSpace(last), tag.start > 0,
      builder.source.bytes[tag.start - 1] == 0x3E
    else { return }
    builder.clean.append([0x20], for: tag)
  }

  private func comment(_ range: ByteRange) {
    let inner = builder.source.bytes[range.start..<range.end].dropFirst(4).dropLast(3)
    builder.addComment(String(decoding: inner, as: UTF8.self), at: range)
  }
}
