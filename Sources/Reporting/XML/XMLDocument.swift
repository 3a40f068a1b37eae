import Claims
import Ingest
import Judgment
import Knowledge

/// Writes one document: its source, its annotated text, what it claims and what was found.
///
/// Two texts are counted in. `sourceByte…`, `line` and `column` (from 1, in code points) are places of the file;
/// `textCodePoint…` and `textUTF16…` are places of the clean text, which is the text content of `body`. Ends are
/// exclusive.
struct XMLDocument {
  let checked: CheckedDocument
  let knowledge: KnowledgeBase
  let steps: StepText
  private let drain: Drain?
  private let offsets: TextOffsets
  private var cursor: SourceCursor
  var xml = XMLBytes()

  init(_ checked: CheckedDocument, knowledge: KnowledgeBase, drain: Drain?) {
    self.checked = checked
    self.knowledge = knowledge
    self.drain = drain
    steps = StepText(knowledge: knowledge)
    offsets = TextOffsets(checked.document.text)
    cursor = SourceCursor(checked.document)
  }

  var document: Document { checked.document }
  var reading: DocumentReading { checked.reading }

  mutating func write(to output: inout [UInt8]) {
    swap(&xml.bytes, &output)
    defer { swap(&xml.bytes, &output) }
    xml.open("document", at: 1)
    xml.attribute("path", document.path)
    xml.attribute("format", document.format.rawValue)
    xml.attribute("score", Int(checked.judgment.score))
    xml.attribute("wordCount", reading.wordCount)
    xml.endTag()
    appendSettings()
    XMLSource(file: document.file).append(to: &xml, drain: drain)
    appendBody()
    xml.open("claims", at: 2)
    xml.endTag()
    for index in reading.claims.indices where checked.judgment.claims[index].isListed { appendClaim(index) }
    xml.close("claims", at: 2)
    xml.open("findings", at: 2)
    xml.endTag()
    appendFindings()
    xml.close("findings", at: 2)
    xml.open("notes", at: 2)
    xml.endTag()
    for note in document.notes { append(note) }
    xml.close("notes", at: 2)
    xml.close("document", at: 1)
  }

  private mutating func appendSettings() {
    xml.open("settings", at: 2)
    if let product = checked.options.product { xml.attribute("product", product) }
    if let asOf = checked.options.asOf { xml.attribute("asOf", asOf) }
    xml.endTag()
    for jurisdiction in checked.options.jurisdictions { xml.element("jurisdiction", jurisdiction, at: 3) }
    xml.close("settings", at: 2)
  }

  mutating func drainIfLong() {
    guard xml.bytes.count >= 1 << 17, let drain else { return }
    drain(&xml.bytes)
  }

  // MARK: Places

  /// - Parameter range: of the source text; bytes of the file are written.
  mutating func attributes(sourceBytes range: ByteRange) { attributes(file: document.filePlace(of: range)) }

  mutating func attributes(file place: FilePlace) {
    if let part = place.part { xml.attribute("part", part) }
    xml.attribute("sourceByteStart", place.range.start)
    xml.attribute("sourceByteEnd", place.range.end)
  }

  mutating func attributes(lines range: ByteRange) {
    let start = cursor.place(of: range.start)
    let end = cursor.place(of: range.end)
    xml.attribute("line", start.line)
    xml.attribute("column", start.column)
    xml.attribute("endLine", end.line)
    xml.attribute("endColumn", end.column)
    if let page = document.page(of: range.start) { xml.attribute("page", page) }
  }

  mutating func attributes(text clean: ByteRange) {
    let start = offsets.at(clean.start)
    let end = offsets.at(clean.end)
    xml.attribute("textCodePointStart", start.codePoints)
    xml.attribute("textCodePointEnd", end.codePoints)
    xml.attribute("textUTF16Start", start.utf16)
    xml.attribute("textUTF16End", end.utf16)
  }

  /// Writes a place of the clean text with its words.
  mutating func appendSpan(_ clean: ByteRange, at level: Int) {
    let source = document.sourceRange(of: clean)
    xml.open("span", at: level)
    xml.attribute("of", XMLSpanText.text.rawValue)
    attributes(sourceBytes: source)
    attributes(lines: source)
    attributes(text: clean)
    xml.endTag()
    xml.open("exact")
    xml.endTag()
    append(text: clean)
    xml.close("exact")
    xml.close("span")
  }

  /// Writes a place of the source that is no part of the clean text, with its words.
  mutating func appendSpan(source range: ByteRange, at level: Int) {
    xml.open("span", at: level)
    xml.attribute("of", XMLSpanText.source.rawValue)
    attributes(sourceBytes: range)
    attributes(lines: range)
    xml.endTag()
    xml.open("exact")
    xml.endTag()
    xml.text(String(decoding: document.source[range.start..<range.end], as: UTF8.self))
    xml.close("exact")
    xml.close("span")
  }

  mutating func append(text range: ByteRange) {
    guard !range.isEmpty else { return }
    let text = document.text
    text.withUnsafeBufferPointer {
      xml.append(escaped: UnsafeBufferPointer(rebasing: $0[range.start..<range.end]))
    }
  }

  /// Writes an element that points to another one by its id.
  mutating func reference(_ name: StaticString, _ id: String, at level: Int) {
    xml.open(name, at: level)
    xml.attribute("ref", id)
    xml.endEmptyTag()
  }

  private mutating func append(_ note: IngestNote) {
    let place = cursor.place(of: note.offset)
    xml.open("note", at: 3)
    xml.attribute("sourceByte", document.filePlace(of: ByteRange(note.offset, note.offset)).range.start)
    xml.attribute("line", place.line)
    xml.attribute("column", place.column)
    xml.endTag()
    xml.text(note.message)
    xml.close("note")
  }
}

/// The text that a span's words are a piece of.
enum XMLSpanText: String, CaseIterable {
  /// The clean text.
  case text
  /// The file, where the place is no part of the clean text: a comment.
  case source
}
