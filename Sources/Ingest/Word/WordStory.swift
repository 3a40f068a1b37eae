/// Reads the paragraphs of a part: the main text, or the notes.
///
/// Tracked changes are taken as accepted. Left out are comments, field codes, hidden text, prompts of forms that nobody has
/// filled in, and the fallback of what newer versions of Word draw.
struct WordStory {
  /// Paragraphs in the order of the text; of notes each with the note's name.
  private(set) var paragraphs: [(note: String?, paragraph: WordParagraph)] = []

  private let part: WordPackage.Part
  private let number: Int
  private let styles: WordStyles
  private var scanner: XMLScanner
  private var namespaces = XMLNamespaces()
  private var open: [WordParagraph] = []
  /// Paragraphs whose marks were deleted, waiting for what they are joined to.
  private var joining: WordParagraph?
  private var note: String?
  /// Open cells, for the main text and for each text box in it.
  private var cellDepths = [0]
  private var tables = TablePlaces()
  private var propertyDepth = 0
  private var runDepth = 0
  private var isHidden = false
  private var isPlaceholder: [Bool] = []
  private var isInText = false
  private var fields: [Field] = []

  private struct Field {
    var code = ""
    var isCode = true
    var start: Int?
  }

  /// - Parameters:
  ///   - number: the place of the part in the map of the whole document.
  init(_ part: WordPackage.Part, number: Int, styles: WordStyles) {
    self.part = part
    self.number = number
    self.styles = styles
    scanner = XMLScanner(part.xml, from: TextEncoding.mark(of: part.xml)?.count ?? 0)
    read()
  }

  private static let properties: Set<String> = [
    "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "sdtPr", "tblGrid", "tblPrEx", "pPrChange", "rPrChange",
  ]

  private mutating func read() {
    while let event = scanner.next() {
      switch event {
      case .open(let tag): openElement(tag)
      case .close: closeElement()
      case .text(let range): if isInText { append(range, isDecoded: false) }
      case .characterData(let range): if isInText { append(range, isDecoded: true) }
      case .comment: break
      }
    }
    if let last = joining { deliver(last) }
  }

  /// Names of the open elements, "" for those of other vocabularies.
  private var names: [String] = []

  private mutating func openElement(_ tag: XMLScanner.Tag) {
    namespaces.open(tag, in: scanner)
    let namespace = namespaces[scanner.prefix(of: tag)] ?? ""
    let local = scanner.localName(of: tag)
    let isWord =
      namespace.hasSuffix("/wordprocessingml/2006/main") || namespace.hasSuffix("/wordprocessingml/main")
    if Self.isLeftOut(local, isWord: isWord, namespace)
      || (isWord && local == "sdtContent" && isPlaceholder.last == true)
    {
      skip(tag)
      return
    }
    names.append(isWord ? local : "")
    if isWord {
      openWordElement(local, tag)
    } else if local == "docPr", !open.isEmpty {
      appendAlternativeText(tag)
    } else if local == "t", namespace.hasSuffix("/math") {
      isInText = !open.isEmpty && propertyDepth == 0
    }
  }

  private static func isLeftOut(_ local: String, isWord: Bool, _ namespace: String) -> Bool {
    guard isWord else { return local == "Fallback" && namespace.hasSuffix("markup-compatibility/2006") }
    return local == "moveFrom" || local == "delText" || local == "delInstrText"
  }

  /// Passes over an element with all it holds.
  private mutating func skip(_ tag: XMLScanner.Tag) {
    var depth = 1
    while depth > 0, let event = scanner.next() {
      switch event {
      case .open: depth += 1
      case .close: depth -= 1
      default: break
      }
    }
    namespaces.close()
  }

  private mutating func openWordElement(_ name: String, _ tag: XMLScanner.Tag) {
    if Self.properties.contains(name) { propertyDepth += 1 }
    if propertyDepth > 0 {
      readProperty(name, tag)
      return
    }
    switch name {
    case "p":
      let isInCell = (cellDepths.last ?? 0) > 0
      open.append(WordParagraph(isInCell: isInCell, cell: isInCell ? tables.current : nil))
    case "r":
      runDepth += 1
      isHidden = false
    case "t": isInText = !open.isEmpty && !isHidden && fields.last?.isCode != true
    case "instrText": isInText = !fields.isEmpty
    case "tab", "br", "cr", "ptab": append(" ", for: tag)
    case "noBreakHyphen": append("\u{2011}", for: tag)
    case "softHyphen": append("\u{AD}", for: tag)
    case "tbl": tables.take(.beginTable)
    case "tr": tables.take(.beginRow)
    case "tc":
      cellDepths[cellDepths.count - 1] += 1
      tables.take(.beginCell)
    case "txbxContent": cellDepths.append(0)
    case "sdt": isPlaceholder.append(false)
    case "hyperlink": openLink(tag)
    case "fldSimple":
      fields.append(
        Field(
          code: XMLAttributes(of: tag, in: scanner)["instr"] ?? "", isCode: false,
          start: open.last?.text.count))
    case "fldChar": readFieldMark(tag)
    case "footnoteReference", "endnoteReference":
      appendMark(name == "footnoteReference" ? "footnote" : "endnote", tag)
    case "footnote", "endnote":
      let attributes = XMLAttributes(of: tag, in: scanner)
      let type = attributes["type"] ?? "normal"
      note = type == "normal" ? attributes["id"].map { "\(name)-\($0)" } : nil
    default: break
    }
  }

  private mutating func closeElement() {
    namespaces.close()
    guard let name = names.popLast() else { return }
    if Self.properties.contains(name) { propertyDepth -= 1 }
    guard propertyDepth == 0 else { return }
    switch name {
    case "p": closeParagraph()
    case "r":
      runDepth -= 1
      isHidden = false
    case "tbl": tables.take(.endTable)
    case "tc": cellDepths[cellDepths.count - 1] -= 1
    case "txbxContent": if cellDepths.count > 1 { cellDepths.removeLast() }
    case "sdt": _ = isPlaceholder.popLast()
    case "hyperlink", "fldSimple": closeField()
    case "footnote", "endnote": note = nil
    default: break
    }
    isInText = false
  }

  // MARK: Properties

  private mutating func readProperty(_ name: String, _ tag: XMLScanner.Tag) {
    let value = tag.isEmpty ? XMLAttributes(of: tag, in: scanner)["val"] : nil
    // What a change replaced says nothing of how the paragraph is now.
    guard !names.contains("pPrChange"), !names.contains("rPrChange") else { return }
    let isOn = value != "0" && value != "false" && value != "off"
    switch name {
    case "vanish": if runDepth > 0 { isHidden = isOn }
    case "showingPlcHdr": if isOn, let last = isPlaceholder.indices.last { isPlaceholder[last] = true }
    case "pPr" where !open.isEmpty: open[open.count - 1].role = styles.role(of: nil)
    case "pStyle" where !open.isEmpty: open[open.count - 1].role = styles.role(of: value)
    case "outlineLvl" where !open.isEmpty:
      if let level = value.flatMap({ Int($0) }), level < 9 {
        open[open.count - 1].role = .heading(min(level + 1, 6))
      }
    case "ilvl" where !open.isEmpty:
      open[open.count - 1].listLevel =
        max(open[open.count - 1].listLevel, 1) + (value.flatMap { Int($0) } ?? 0)
    case "numId" where !open.isEmpty:
      open[open.count - 1].listLevel = value == "0" ? 0 : max(open[open.count - 1].listLevel, 1)
    case "del" where !open.isEmpty && runDepth == 0 && names.contains("pPr"):
      open[open.count - 1].isJoinedToNext = true
    default: break
    }
  }

  // MARK: Text

  private mutating func append(_ range: ByteRange, isDecoded: Bool) {
    guard let last = open.indices.last else { return }
    if names.last == "instrText" {
      if let field = fields.indices.last {
        fields[field].code +=
          isDecoded
          ? String(decoding: scanner.bytes[range.start..<range.end], as: UTF8.self) : scanner.decoded(range)
      }
    } else if isDecoded {
      open[last].append(scanner.bytes[range.start..<range.end], part: number)
    } else {
      open[last].append(textOf: scanner, range, part: number)
    }
  }

  private mutating func append(_ text: String, for tag: XMLScanner.Tag) {
    guard runDepth > 0, !isHidden, let last = open.indices.last else { return }
    open[last].append(Array(text.utf8), for: tag.range, part: number)
  }

  private mutating func appendMark(_ kind: String, _ tag: XMLScanner.Tag) {
    guard let last = open.indices.last, let id = XMLAttributes(of: tag, in: scanner)["id"] else { return }
    let start = open[last].text.count
    open[last].append([0x20], for: tag.range, part: number)
    open[last].marks.append((ByteRange(start, start + 1), "\(kind)-\(id)"))
  }

  private mutating func appendAlternativeText(_ tag: XMLScanner.Tag) {
    var text = WordParagraph(kind: .alternativeText)
    scanner.forEachAttribute(of: tag) { prefix, name, value in
      if prefix.isEmpty, name == "descr" { text.append(textOf: scanner, value, part: number) }
    }
    if !text.text.isEmpty { open[open.count - 1].anchored.append(text) }
  }

  // MARK: Links

  private mutating func openLink(_ tag: XMLScanner.Tag) {
    let attributes = XMLAttributes(of: tag, in: scanner)
    let target = attributes["id"].flatMap { part.targets[$0] } ?? attributes["anchor"].map { "#\($0)" }
    fields.append(
      Field(code: target.map { "HYPERLINK \"\($0)\"" } ?? "", isCode: false, start: open.last?.text.count))
  }

  private mutating func readFieldMark(_ tag: XMLScanner.Tag) {
    switch XMLAttributes(of: tag, in: scanner)["fldCharType"] {
    case "begin": fields.append(Field())
    case "separate":
      if let last = fields.indices.last {
        fields[last].isCode = false
        fields[last].start = open.last?.text.count
      }
    case "end": closeField()
    default: break
    }
  }

  private mutating func closeField() {
    guard let field = fields.popLast(), let last = open.indices.last else { return }
    // A field that began in a paragraph before is a link from the start of this one.
    let start = field.start ?? 0
    let end = open[last].text.count
    guard let target = Self.target(of: field.code), start < end else { return }
    open[last].links.append((ByteRange(start, end), target))
  }

  /// The address in a field code: `HYPERLINK "https://…"`.
  private static func target(of code: String) -> String? {
    let words = code.split(whereSeparator: \.isWhitespace)
    guard words.first?.uppercased() == "HYPERLINK" else { return nil }
    if let quote = code.firstIndex(of: "\"") {
      let rest = code[code.index(after: quote)...]
      let address = String(rest.prefix { $0 != "\"" })
      return words.dropFirst().first == "\\l" ? "#\(address)" : address
    }
    return words.dropFirst().first { !$0.hasPrefix("\\") }.map(String.init)
  }

  // MARK: Paragraphs

  private mutating func closeParagraph() {
    guard var paragraph = open.popLast() else { return }
    // Fields that go on beyond a paragraph begin anew in the next.
    for index in fields.indices where fields[index].start != nil { fields[index].start = 0 }
    if !open.isEmpty {
      open[open.count - 1].anchored.append(paragraph)
      return
    }
    if let before = joining {
      paragraph = before.joined(to: paragraph)
      joining = nil
    }
    if paragraph.isJoinedToNext { joining = paragraph } else { deliver(paragraph) }
  }

  private mutating func deliver(_ paragraph: WordParagraph) { paragraphs.append((note, paragraph)) }
}
