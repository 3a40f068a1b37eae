/// A text made safe for parsers: valid UTF-8 without NUL, and still every byte at its place.
struct SourceText {
  /// Where it came from.
  let file: SourceFile
  /// The text as it was read.
  let original: [UInt8]
  /// As long as `original` and equal to it outside `damage`, where commas stand: a mark that has no meaning
  /// in any format. Shares storage with `original` if there is no damage.
  let bytes: [UInt8]
  /// Runs of bytes that are no UTF-8 or NUL, the `<` of refused tags and a hyphen of refused tables, each of which becomes one
  /// U+FFFD; sorted, without overlap.
  let damage: [ByteRange]
  /// Offset of the first byte behind the byte order mark.
  let start: Int
  let notes: [IngestNote]

  /// - Parameters:
  ///   - holdsTags: whether a parser of HTML will read it, which tags beyond `HTMLTagLimit` must not reach: their `<` counts as
  ///     damage, so that they are text.
  ///   - holdsTables: whether a parser of Markdown will read it, which tables beyond `MarkdownTableLimit` must not reach: a
  ///     hyphen of each counts as damage.
  init(
    _ decoded: DecodedFile, holdsTags: Bool = false, holdsTables: Bool = false,
    extraction: SourceFile.Extraction? = nil, pages: [Int] = [], limits: ReadingLimits = ReadingLimits()
  ) {
    let original = decoded.source
    self.original = original
    file = SourceFile(
      bytes: decoded.file, encoding: decoded.encoding, origin: decoded.origin, extraction: extraction,
      pages: pages)
    start = original.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let invalid = Self.invalidRuns(in: original)
    let zeros = Self.zeros(in: original)
    let excesses = holdsTags ? HTMLTagLimit.excesses(in: original, over: limits.tagAttributes) : []
    let tables = holdsTables ? MarkdownTableLimit(limits).excesses(in: original) : []
    let others = zeros + (excesses + tables).map { ByteRange($0, $0 + 1) }
    damage = others.isEmpty ? invalid : (invalid + others).sorted { $0.start < $1.start }
    var notes = decoded.notes
    if let first = invalid.first {
      let more = invalid.count == 1 ? "" : ", the first of \(invalid.count) places"
      notes.append(
        IngestNote(
          offset: first.start,
          message:
            "bytes that are not UTF-8, read as U+FFFD\(more); if the text is in another encoding, name it with --encoding"
        ))
    }
    if let first = zeros.first {
      let more = zeros.count == 1 ? "" : ", the first of \(zeros.count)"
      notes.append(IngestNote(offset: first.start, message: "a NUL byte, read as U+FFFD\(more)"))
    }
    for offset in excesses {
      let message = "a tag with more than \(limits.tagAttributes) attributes, read as text"
      notes.append(IngestNote(offset: offset, message: message))
    }
    for offset in tables {
      let message =
        "a table with more than \(limits.tableColumns) columns, or with too many cells left out, read as text"
      notes.append(IngestNote(offset: offset, message: message))
    }
    self.notes = notes.sorted { $0.offset < $1.offset }
    var bytes = original
    for run in damage {
      for offset in run.start..<run.end { bytes[offset] = 0x2C }
    }
    self.bytes = bytes
  }

  /// The index of the first damaged run that ends behind an offset.
  func firstDamage(endingAfter offset: Int) -> Int {
    var low = 0
    var high = damage.count
    while low < high {
      let middle = (low + high) / 2
      if damage[middle].end > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func invalidRuns(in bytes: [UInt8]) -> [ByteRange] {
    var runs: [ByteRange] = []
    let span = bytes.span
    var start = 0
    while start < span.count {
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: span.extracting(start..<span.count))
        return runs
      } catch {
        let end = max(error.byteOffsets.upperBound, error.byteOffsets.lowerBound + 1)
        runs.append(ByteRange(start + error.byteOffsets.lowerBound, start + end))
        start += end
      }
    }
    return runs
  }

  private static func zeros(in bytes: [UInt8]) -> [ByteRange] {
    bytes.withUnsafeBufferPointer { buffer in
      var runs: [ByteRange] = []
      var offset = buffer.position(of: 0, from: 0, to: buffer.count)
      while offset < buffer.count {
        runs.append(ByteRange(offset, offset + 1))
        offset = buffer.position(of: 0, from: offset + 1, to: buffer.count)
      }
      return runs
    }
  }
}
