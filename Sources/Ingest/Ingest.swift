/// Reads files into documents: the first stage.
public enum Ingest {
  /// Files above this size in bytes are refused unless another limit is asked for: a draft is never that long, and the parsers of
  /// other people's making need not see it.
  public static let sizeLimit = 64 << 20
  /// The highest limit that can be asked for, in bytes. Parsers count in 32 bits and grow their buffers ahead.
  public static let greatestSizeLimit = 256 << 20

  /// Reads one file.
  ///
  /// No text is refused: of text, Markdown and HTML any bytes can be read. Bytes that are not of the encoding, and NUL,
  /// become U+FFFD in the clean text, with a note at the first of them; positions stay exact. The work and the memory are
  /// linear in the size of ordinary files.
  /// - Parameters:
  ///   - path: kept for reports; nothing is read from it.
  ///   - bytes: the file as it is, with its byte order mark if it has one.
  /// - Throws: `IngestError.tooLarge` above the limit of the options; `IngestError.unreadable` for a container, an XML or
  ///   a PDF file that is none or is damaged; `IngestError.parserUnavailable` when a C library cannot make its parser,
  ///   which means that memory is exhausted.
  public static func document(
    path: String, format: DocumentFormat, bytes: [UInt8], options: IngestOptions = IngestOptions()
  ) throws(IngestError) -> Document {
    let limit = min(options.limits.fileSize, greatestSizeLimit)
    guard bytes.count <= limit else { throw .tooLarge(size: bytes.count, limit: limit) }
    var document = try read(path, format, bytes, options)
    document.limits = options.limits
    return document
  }

  private static func read(
    _ path: String, _ format: DocumentFormat, _ bytes: [UInt8], _ options: IngestOptions
  ) throws(IngestError) -> Document {
    switch format {
    case .docx:
      var reader = WordReader(bytes, options: options)
      return try reader.document(path: path)
    case .pdf:
      return try PDFReader(bytes, options: options).document(path: path)
    case .plainText, .markdown, .html, .jats: break
    }
    let isMarkup = format == .html || format == .jats
    let decoded = DecodedFile(bytes, isMarkup: isMarkup, asked: options.encoding)
    let source = SourceText(
      decoded, holdsTags: format == .html || format == .markdown, holdsTables: format == .markdown,
      limits: options.limits)
    if format == .plainText { return PlainTextReader(source: source, options: options).document(path: path) }
    let builder = DocumentBuilder(source: source, options: options)
    switch format {
    case .markdown: try MarkdownReader(builder: builder).read()
    case .jats: try JATSReader(builder: builder).read()
    default: try HTMLReader(view: SourceView(source, from: source.start), builder: builder).read()
    }
    return builder.document(path: path, format: format)
  }

  /// Reads a text that another program has taken out of a PDF file.
  ///
  /// - Parameter text: in UTF-8, a form feed behind each page.
  /// - Throws: `IngestError.tooLarge` above the limit of the options.
  public static func document(
    path: String, text: [UInt8], extraction: SourceFile.Extraction, options: IngestOptions = IngestOptions()
  ) throws(IngestError) -> Document {
    let limit = min(options.limits.fileSize, greatestSizeLimit)
    guard text.count <= limit else { throw .tooLarge(size: text.count, limit: limit) }
    var document = PDFReader.document(path: path, text: text, extraction: extraction, options: options)
    document.limits = options.limits
    return document
  }

  /// The format that a file's name tells by its extension, in any case; nil for others.
  public static func format(ofFileNamed name: String) -> DocumentFormat? {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "txt", "text": return .plainText
    case "md", "markdown": return .markdown
    case "html", "htm", "xhtml": return .html
    case "docx", "docm": return .docx
    case "nxml", "jats", "xml": return .jats
    case "pdf": return .pdf
    default: return nil
    }
  }

  /// The format of a file that is found in a directory, not named: `.xml` may be anything there, and what begins with `~$`
  /// is a lock of Word's.
  public static func format(ofFileFound name: String) -> DocumentFormat? {
    let isUnclear = name.hasPrefix("~$") || name.lowercased().hasSuffix(".xml")
    return isUnclear ? nil : format(ofFileNamed: name)
  }

  /// Endings of files that can be read, for messages.
  public static let fileTypes = ".txt, .md, .html, .docx, .pdf, .nxml or .xml (JATS)"
  /// Endings that directories are searched for, for messages.
  public static let directoryFileTypes = ".txt, .md, .html, .docx, .pdf or .nxml"
}

/// Why a file could not be read.
public enum IngestError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Sizes in bytes.
  case tooLarge(size: Int, limit: Int)
  case parserUnavailable(DocumentFormat)
  /// Why, in one sentence without a full stop, and what to do.
  case unreadable(String)

  public var description: String {
    switch self {
    case .tooLarge(let size, let limit):
      "the file has \(size) bytes, more than the limit of \(limit); split it, or raise the limit with --max-file-size"
    case .parserUnavailable(let format):
      "no parser could be made for \(format.rawValue); is memory exhausted?"
    case .unreadable(let reason): reason
    }
  }
}
