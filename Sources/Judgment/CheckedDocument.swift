import Claims
import Ingest

/// A document with what was read in it and what was made of that: what reports are written from.
public struct CheckedDocument: Sendable {
  public let document: Document
  public let reading: DocumentReading
  public var judgment: Judgment
  /// What it was judged by beside its words.
  public let options: Judge.Options

  public init(
    document: Document, reading: DocumentReading, judgment: Judgment, options: Judge.Options = Judge.Options()
  ) {
    self.document = document
    self.reading = reading
    self.judgment = judgment
    self.options = options
  }

  /// Bytes of the source that a finding is about.
  public func sourceRange(of finding: Finding) -> ByteRange {
    finding.place ?? document.sourceRange(of: finding.range)
  }
}
