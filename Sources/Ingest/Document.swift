/// A text to be checked: its source bytes, the clean text that a reader sees, and the way from one to the
/// other.
///
/// Source positions grow with clean positions, except where the text of an attribute (`alt`, `title`) is
/// lifted out of a running block: it stands as a block of its own behind that block.
public struct Document: Sendable {
  /// The name the user gave; shown in reports.
  public let path: String
  public let format: DocumentFormat
  /// The text as it was read, which lines and columns count in, without decoding of marks, tags and escapes: the file
  /// itself where this is UTF-8, its text in UTF-8 where it is not; of a DOCX file a line for each paragraph.
  public let source: [UInt8]
  /// The bytes of the file, which ranges in reports count in; see `filePlace(of:)`.
  public let file: SourceFile
  /// The text a reader sees, valid UTF-8, without marks, tags and escapes. Shares its storage with `source`
  /// for plain text. Bytes outside `blocks` (separators, skipped parts) are never read by later stages.
  public let text: [UInt8]
  /// Headings, paragraphs, list items, table cells and so on in the order of `text`; they never overlap.
  public let blocks: [Block]
  /// Hyperlinks in the order of `text`.
  public let links: [Link]
  /// What went wrong or was left out while reading, in source order.
  public internal(set) var notes: [IngestNote]
  /// What it was held to.
  public internal(set) var limits = ReadingLimits()
  /// Comments of HTML and Markdown in source order; not part of the text.
  public let comments: [Comment]
  /// From clean text to source, sorted by `clean`, without overlap, covering every byte of every block.
  let segments: [Segment]

  /// A run of clean text and the source bytes it stands for.
  struct Segment: Equatable, Sendable {
    /// Offset into the clean text.
    var clean: Int
    var cleanCount: Int
    /// Offset into the source.
    var source: Int
    var sourceCount: Int
    /// Byte for byte the same; else the run stands for its source bytes as a whole (`&eacute;` for é).
    var isVerbatim: Bool
  }
}

/// The kinds of file that can be read.
public enum DocumentFormat: String, CaseIterable, Sendable {
  case plainText = "text"
  case markdown
  case html
  /// Word's own format, ISO/IEC 29500.
  case docx
  /// The Journal Article Tag Suite, ANSI/NISO Z39.96.
  case jats
  case pdf

  /// Formats that any bytes can be read as; the others refuse what is damaged.
  public static let lenient: [DocumentFormat] = [.plainText, .markdown, .html]
}

/// A stretch of text that stands on its own: no sentence crosses its border.
public struct Block: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case title, heading, paragraph, listItem, tableCell, caption, quote, button
    /// Alternative text of a picture, `title` attributes.
    case alternativeText
    /// The description of a page for search engines (`<meta name="description">`).
    case description
    /// An entry of a reference list; read for citations, no place for claims.
    case reference
    case footnote
  }
  public var kind: Kind
  /// Of a heading 1 (top) to 6; of a list item its nesting from 1; else 0.
  public var level: Int
  /// Bytes of the clean text.
  public var range: ByteRange
  /// Of a cell of a table the place in `Document.blocks` of the cell at the head of its column; nil in the first row, and where
  /// that cell is empty.
  public var header: Int?

  public init(kind: Kind, level: Int, range: ByteRange) {
    self.kind = kind
    self.level = level
    self.range = range
  }
}

/// A hyperlink over a piece of the clean text.
public struct Link: Equatable, Sendable {
  /// Bytes of the clean text.
  public var range: ByteRange
  public var target: String
  /// The place in `Document.blocks` of the entry of a reference list, or the footnote, that it leads to.
  public var reference: Int?

  public init(range: ByteRange, target: String, reference: Int? = nil) {
    self.range = range
    self.target = target
    self.reference = reference
  }
}

/// A comment (`<!-- … -->`), which readers do not see.
public struct Comment: Equatable, Sendable {
  /// Offset into the clean text of where it stood.
  public var clean: Int
  /// Bytes of the source, with the marks.
  public var range: ByteRange
  /// What stands between the marks.
  public var text: String

  public init(clean: Int, range: ByteRange, text: String) {
    self.clean = clean
    self.range = range
    self.text = text
  }
}

/// Something a user should know about how a file was read; never a reason to stop.
public struct IngestNote: Equatable, Sendable {
  /// Offset into the source.
  public var offset: Int
  public var message: String

  public init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }
}

extension Document {
  /// The document with a note on what later stages left out, at an offset into the clean text.
  public func noting(_ message: String, at offset: Int) -> Document {
    var document = self
    let place = sourceRange(of: ByteRange(offset, min(offset + 1, text.count))).start
    let index = notes.firstIndex { $0.offset > place } ?? notes.endIndex
    document.notes.insert(IngestNote(offset: place, message: message), at: index)
    return document
  }
}
