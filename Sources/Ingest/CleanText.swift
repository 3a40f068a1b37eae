/// Clean text in the making, with its way back to the source. All text goes through here, which keeps the
/// law: a verbatim run is copied from the source itself, never from what a parser reported.
struct CleanText {
  private(set) var bytes: [UInt8] = []
  private(set) var segments: [Document.Segment] = []

  var count: Int { bytes.count }

  /// Appends source bytes as they are; damaged ones become U+FFFD.
  mutating func append(_ source: SourceText, from start: Int, to end: Int) {
    var position = start
    if !source.damage.isEmpty {
      var index = source.firstDamage(endingAfter: start)
      while index < source.damage.count, source.damage[index].start < end {
        let bad = source.damage[index]
        let from = max(bad.start, position)
        appendVerbatim(source, from: position, to: from)
        position = min(bad.end, end)
        append([0xEF, 0xBF, 0xBD], for: ByteRange(from, position))
        index += 1
      }
    }
    appendVerbatim(source, from: position, to: end)
  }

  private mutating func appendVerbatim(_ source: SourceText, from start: Int, to end: Int) {
    guard start < end else { return }
    if let last = segments.indices.last, segments[last].isVerbatim, segments[last].cleanEnd == bytes.count,
      segments[last].source + segments[last].sourceCount == start
    {
      segments[last].cleanCount += end - start
      segments[last].sourceCount += end - start
    } else {
      segments.append(
        Document.Segment(
          clean: bytes.count, cleanCount: end - start, source: start, sourceCount: end - start,
          isVerbatim: true))
    }
    bytes.append(contentsOf: source.bytes[start..<end])
  }

  /// Appends bytes that stand for a run of the source as a whole.
  mutating func append(_ decoded: some Collection<UInt8>, for source: ByteRange) {
    guard !decoded.isEmpty else { return }
    segments.append(
      Document.Segment(
        clean: bytes.count, cleanCount: decoded.count, source: source.start, sourceCount: source.count,
        isVerbatim: false))
    bytes.append(contentsOf: decoded)
  }

  /// Appends a line end that belongs to no block and to no source bytes.
  mutating func appendSeparator() { bytes.append(0x0A) }

  /// Appends finished text with its way to the source.
  mutating func append(_ other: CleanText) {
    let offset = bytes.count
    bytes.append(contentsOf: other.bytes)
    for var segment in other.segments {
      segment.clean += offset
      segments.append(segment)
    }
  }

  /// A state to return to when an attempt to place text fails.
  struct Mark {
    fileprivate let count: Int
    fileprivate let segmentCount: Int
    fileprivate let last: Document.Segment?
  }

  var mark: Mark { Mark(count: bytes.count, segmentCount: segments.count, last: segments.last) }

  mutating func rollBack(to mark: Mark) {
    bytes.removeLast(bytes.count - mark.count)
    segments.removeLast(segments.count - mark.segmentCount)
    if let last = mark.last { segments[segments.count - 1] = last }
  }
}
