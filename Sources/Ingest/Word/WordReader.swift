/// Reads DOCX files. The source text has a line for each paragraph, first those of the main text with what is anchored in
/// them, then footnotes and endnotes; columns are characters of the paragraph.
struct WordReader {
  private let file: [UInt8]
  private let options: IngestOptions
  private var source: [UInt8] = []
  private var origin = SourceOrigin()
  private var blocks: [Block] = []
  private var heads = TableHeads()
  private var links: [Link] = []
  /// Links to notes: place in `links` and the note's name.
  private var marks: [(link: Int, note: String)] = []
  /// The first block of each note that cites.
  private var citing: [String: Int] = [:]

  init(_ file: [UInt8], options: IngestOptions) {
    self.file = file
    self.options = options
  }

  /// - Throws: `IngestError.unreadable` for what is no Word document, or one that is damaged.
  mutating func document(path: String) throws(IngestError) -> Document {
    let package: WordPackage
    do throws(ZipArchive.Fault) {
      package = try WordPackage(file, limits: options.limits)
    } catch {
      throw .unreadable(error.message)
    }
    let main = story(package.document, package.styles)
    let notes = [package.footnotes, package.endnotes].compactMap { $0 }.map { story($0, package.styles) }
    let citingNotes = Set(
      notes.flatMap { story in
        story.paragraphs.compactMap { $0.note != nil && Self.cites($0.paragraph) ? $0.note : nil }
      })
    for (_, paragraph) in main.paragraphs { add(paragraph, citingNotes) }
    markReferences(in: &blocks, of: source, headings: options.referenceHeadings)
    for story in notes {
      for (note, paragraph) in story.paragraphs {
        guard let note else { continue }
        let isCiting = citingNotes.contains(note)
        let before = blocks.count
        add(paragraph, citingNotes, as: isCiting ? .reference : .footnote)
        if isCiting, blocks.count > before, citing[note] == nil { citing[note] = before }
      }
    }
    for (link, note) in marks { links[link].reference = citing[note] }
    links.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    let whole = Document.Segment(
      clean: 0, cleanCount: source.count, source: 0, sourceCount: source.count, isVerbatim: true)
    return Document(
      path: path, format: .docx, source: source, file: SourceFile(bytes: file, encoding: nil, origin: origin),
      text: source, blocks: blocks, links: links, notes: [], comments: [],
      segments: source.isEmpty ? [] : [whole])
  }

  private mutating func story(_ part: WordPackage.Part, _ styles: WordStyles) -> WordStory {
    WordStory(part, number: origin.addPart(part.name), styles: styles)
  }

  /// - Parameter kind: what it is, unless it says so itself; nil: what its style makes of it.
  private mutating func add(_ paragraph: WordParagraph, _ citing: Set<String>, as kind: Block.Kind? = nil) {
    let start = source.count
    source += paragraph.text
    origin.append(paragraph.origin.runs, at: start)
    let range = CleanText.trimmed(ByteRange(start, source.count), of: source)
    if !range.isEmpty, let (kind, level) = Self.place(of: paragraph, asked: kind) {
      var block = Block(kind: kind, level: level, range: range)
      if kind == .tableCell, let cell = paragraph.cell {
        block.header = heads.head(of: cell, at: blocks.count)
      }
      blocks.append(block)
      for link in paragraph.links {
        links.append(Link(range: shifted(link.range, by: start), target: link.target))
      }
      for mark in paragraph.marks where citing.contains(mark.note) {
        marks.append((links.count, mark.note))
        links.append(Link(range: shifted(mark.range, by: start), target: "#\(mark.note)"))
      }
    }
    source.append(0x0A)
    for anchored in paragraph.anchored { add(anchored, citing, as: kind) }
  }

  private func shifted(_ range: ByteRange, by offset: Int) -> ByteRange {
    ByteRange(range.start + offset, range.end + offset)
  }

  /// The kind and level of a paragraph's block; nil for what repeats other text.
  private static func place(of paragraph: WordParagraph, asked: Block.Kind?) -> (Block.Kind, Int)? {
    if let kind = paragraph.kind ?? asked { return (kind, 0) }
    switch paragraph.role {
    case .contents: return nil
    case .title: return (.title, 0)
    case .heading(let level): return (.heading, level)
    case .reference: return (.reference, 0)
    case .caption: return (.caption, 0)
    case .quote: return (.quote, 0)
    case .listItem: return (.listItem, max(paragraph.listLevel, 1))
    case .body:
      if paragraph.isInCell { return (.tableCell, 0) }
      return paragraph.listLevel > 0 ? (.listItem, paragraph.listLevel) : (.paragraph, 0)
    }
  }

  /// Whether a note names a publication: by a link, an address, an identifier, or a year.
  private static func cites(_ note: WordParagraph) -> Bool {
    if !note.links.isEmpty { return true }
    let text = String(decoding: note.text, as: UTF8.self).lowercased()
    if ["doi", "pmid", "http://", "https://", "www."].contains(where: { text.contains($0) }) { return true }
    var digits = 0
    var year = 0
    for byte in note.text + [0x20] {
      if isDigit(byte) {
        digits += 1
        year = digits <= 4 ? year * 10 + Int(byte - 0x30) : 0
      } else {
        if digits == 4, (1900...2099).contains(year) { return true }
        digits = 0
        year = 0
      }
    }
    return false
  }
}
