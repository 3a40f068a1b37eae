import Ingest

/// Finds lines and columns of one file's source offsets that mostly lie near each other. From one offset to the next it
/// counts only what lies between, so that a file of a single long line takes linear time.
struct SourceCursor {
  private let source: [UInt8]
  private let lines: LineTable
  private var offset: Int
  private var place = SourcePosition(startOfLine: 1)
  private var lineRange: ByteRange
  /// The line has no byte beyond ASCII: a column is an offset.
  private var isASCII = false

  init(_ document: Document) {
    source = document.source
    lines = document.makeLineTable()
    lineRange = lines.range(ofLine: 1)
    offset = lineRange.start
    isASCII = hasOnlyASCII(lineRange)
  }

  private func hasOnlyASCII(_ range: ByteRange) -> Bool {
    source.withUnsafeBufferPointer { bytes in
      var all: UInt8 = 0
      for index in range.start..<range.end { all |= bytes[index] }
      return all < 0x80
    }
  }

  mutating func place(of wanted: Int) -> SourcePosition {
    let wanted = min(wanted, source.count)
    let isLastLine = place.line == lines.lineCount
    if wanted < lineRange.start || wanted > lineRange.end || (wanted == lineRange.end && !isLastLine) {
      let line = lines.line(holding: wanted)
      lineRange = lines.range(ofLine: line)
      place = SourcePosition(startOfLine: line)
      offset = lineRange.start
      isASCII = hasOnlyASCII(lineRange)
    } else if wanted < offset, wanted - lineRange.start < offset - wanted {
      place = SourcePosition(startOfLine: place.line)
      offset = lineRange.start
    }
    // The byte order mark lies before the first line.
    let target = max(wanted, lineRange.start)
    place.byteColumn = target - lineRange.start + 1
    if isASCII, target <= lineRange.end {
      place.column = place.byteColumn
      place.utf16Column = place.byteColumn
      offset = target
      return place
    }
    let (codePoints, pairs) = source.withUnsafeBufferPointer { bytes in
      Self.count(bytes, from: min(offset, target), to: max(offset, target))
    }
    let sign = target >= offset ? 1 : -1
    place.column += sign * codePoints
    place.utf16Column += sign * (codePoints + pairs)
    offset = target
    return place
  }

  /// Counts as `LineTable` does: every byte that is not the inside of a sequence is a code point, and the first byte of
  /// four makes a pair of UTF-16.
  private static func count(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> (codePoints: Int, pairs: Int) {
    var codePoints = 0
    var pairs = 0
    for index in start..<end {
      codePoints &+= bytes[index] & 0xC0 != 0x80 ? 1 : 0
      pairs &+= bytes[index] >= 0xF0 ? 1 : 0
    }
    return (codePoints, pairs)
  }
}

extension LineTable {
  /// The line that a source offset lies in.
  fileprivate func line(holding offset: Int) -> Int {
    var low = 1
    var high = lineCount
    while low < high {
      let middle = (low + high + 1) / 2
      if range(ofLine: middle).start <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
