/// Reads plain text: paragraphs, headings and list items are told from line ends and blank lines.
struct PlainTextReader {
  let source: SourceText
  let options: IngestOptions

  func document(path: String, format: DocumentFormat = .plainText) -> Document {
    let (text, segments) = cleanText()
    let start = source.start
    var blocks = text.withUnsafeBufferPointer { bytes in
      PlainTextLayout(bytes, from: start, isASCII: source.start == 0 && isASCII(bytes)).groups(in: bytes)
    }.blocks(of: text, options: options)
    markReferences(in: &blocks, of: text, headings: options.referenceHeadings)
    return Document(
      path: path, format: format, source: source.original, file: source.file, text: text, blocks: blocks,
      links: [],
      notes: source.notes, comments: [], segments: segments)
  }

  /// The source itself, unless it holds bytes that cannot be read.
  private func cleanText() -> ([UInt8], [Document.Segment]) {
    if source.damage.isEmpty {
      let count = source.original.count
      let whole = Document.Segment(
        clean: 0, cleanCount: count, source: 0, sourceCount: count, isVerbatim: true)
      return (source.original, count == 0 ? [] : [whole])
    }
    var clean = CleanText()
    clean.append(source, from: 0, to: source.bytes.count)
    return (clean.bytes, clean.segments)
  }

  private func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var seen: UInt8 = 0
    for byte in bytes { seen |= byte }
    return seen < 0x80
  }
}
