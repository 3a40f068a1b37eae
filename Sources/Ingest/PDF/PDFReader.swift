/// Reads PDF files through pdftotext of poppler-utils, in its reading order. The source text is what it gives; a form feed
/// ends a page.
struct PDFReader {
  private let file: [UInt8]
  private let options: IngestOptions

  init(_ file: [UInt8], options: IngestOptions) {
    self.file = file
    self.options = options
  }

  /// - Throws: `IngestError.unreadable` where pdftotext is missing, refuses the file, or takes too long.
  func document(path: String) throws(IngestError) -> Document {
    guard file.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil else {
      throw .unreadable("this is no PDF file; is its name right?")
    }
    let text = try PDFText.extract(file, limit: options.limits.unpackedSize)
    var hash = SHA256()
    hash.update(file)
    let extraction = SourceFile.Extraction(tool: text.tool, byteCount: file.count, sha256: hash.finish())
    return Self.document(path: path, text: text.bytes, extraction: extraction, options: options)
  }

  /// The document of a text that was taken out before.
  static func document(
    path: String, text: [UInt8], extraction: SourceFile.Extraction, options: IngestOptions
  ) -> Document {
    var pages = [0]
    for (offset, byte) in text.enumerated() where byte == 0x0C && offset + 1 < text.count {
      pages.append(offset + 1)
    }
    let source = SourceText(
      DecodedFile(text, isMarkup: false, asked: .utf8), extraction: extraction, pages: pages)
    return PlainTextReader(source: source, options: options).document(path: path, format: .pdf)
  }
}
