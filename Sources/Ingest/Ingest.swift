/// Reads files into documents: the first stage.
public enum Ingest {
  /// Files above this size in bytes are refused unless another limit is asked for: a draft is never that long, and the parsers of
  /// other people's making need not see it.
  public static let sizeLimit = 64 << 20
  /// The highest limit that can be asked for, in bytes. Parsers count in 32 bits and grow their buffers ahead.
  public static let greatestSizeLimit = 256 << 20

  /// Reads one file.
  ///
  /// No content is refused. Bytes that are no UTF-8, and NUL, become U+FFFD in the clean text, with a note at
  /// the first of them; positions stay exact. The work and the memory are linear in the size of ordinary
  /// files.
  /// - Parameters:
  ///   - path: kept for reports; nothing is read from it.
  ///   - bytes: the file as it is, with its byte order mark if it has one.
  /// - Throws: `IngestError.tooLarge` above the limit of the options; `IngestError.parserUnavailable` when a C library
  ///   cannot
  ///   make its parser, which means that memory is exhausted.
  public static func document(
    path: String, format: DocumentFormat, bytes: [UInt8], options: IngestOptions = IngestOptions()
  ) throws(IngestError) -> Document {
    let limit = min(options.sizeLimit, greatestSizeLimit)
    guard bytes.count <= limit else { throw .tooLarge(size: bytes.count, limit: limit) }
    let source = SourceText(bytes, holdsTags: format != .plainText, holdsTables: format == .markdown)
    switch format {
    case .plainText:
      return PlainTextReader(source: source, options: options).document(path: path)
    case .markdown:
      let builder = DocumentBuilder(source: source, options: options)
      try MarkdownReader(builder: builder).read()
      return builder.document(path: path, format: format)
    case .html:
      let builder = DocumentBuilder(source: source, options: options)
      let view = SourceView(source, from: source.start)
      try HTMLReader(view: view, builder: builder).read()
      return builder.document(path: path, format: format)
    }
  }

  /// The format that a file's name tells by its extension, in any case; nil for others.
  public static func format(ofFileNamed name: String) -> DocumentFormat? {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "txt", "text": return .plainText
    case "md", "markdown": return .markdown
    case "html", "htm", "xhtml": return .html
    default: return nil
    }
  }
}

/// Why a file could not be read.
public enum IngestError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Sizes in bytes.
  case tooLarge(size: Int, limit: Int)
  case parserUnavailable(DocumentFormat)

  public var description: String {
    switch self {
    case .tooLarge(let size, let limit):
      "the file has \(size) bytes, more than the limit of \(limit); split it, or raise the limit with --max-file-size"
    case .parserUnavailable(let format):
      "no parser could be made for \(format.rawValue); is memory exhausted?"
    }
  }
}
