/// How much of what a file may hold; beyond it the file is refused, or a part of it is read otherwise and noted.
///
/// What no draft of anybody's has, so that a file made for the purpose costs little. `docs/limits.md` lists them for users.
public struct ReadingLimits: Sendable, Equatable {
  /// Bytes of a file; never more than `Ingest.greatestSizeLimit`.
  public var fileSize = Ingest.sizeLimit
  /// Bytes of the parts of a DOCX file that are read, unpacked, and of the text of a PDF file.
  public var unpackedSize = 64 << 20
  /// Entries of an archive.
  public var archiveEntries = 10_000
  /// Elements of XML inside each other; the parser itself stops at 256.
  public var xmlDepth = 256
  /// Columns of a table of Markdown.
  public var tableColumns = 512
  /// Cells that rows of Markdown's tables lack, of all tables of a file together.
  public var missingTableCells = 100_000
  /// Attributes of a tag of HTML.
  public var tagAttributes = 512
  /// Words and marks of a sentence: reading looks from words of a sentence to others of it, so that its work grows with the
  /// square of this number.
  public var sentenceTokens = 256

  public init() {}
}
