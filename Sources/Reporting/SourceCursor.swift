import Ingest

/// Finds lines and columns of one file's source offsets that mostly lie near each other. From one offset to the next it
/// counts only what lies between, so that a file of a single long line takes linear time.
struct SourceCursor {
  struct Place: Equatable {
    /// 1-based.
    var line: Int
    /// 1-based, in code points.
    var column: Int
  }

  private let source: [UInt8]
  private let lines: LineTable
  private var offset: Int
  private var place = Place(line: 1, column: 1)
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

  mutating func place(of wanted: Int) -> Place {
    let wanted = min(wanted, source.count)
    let isLastLine = place.line == lines.lineCount
    if wanted < lineRange.start || wanted > lineRange.end || (wanted == lineRange.end && !isLastLine) {
      let line = lines.line(holding: wanted)
      lineRange = lines.range(ofLine: line)
      place = Place(line: line, column: 1)
      offset = lineRange.start
      isASCII = hasOnlyASCII(lineRange)
    } else if wanted < offset, wanted - lineRange.start < offset - wanted {
      place.column = 1
      offset = lineRange.start
    }
    // The byte order mark lies before the first line.
    let target = max(wanted, lineRange.start)
    if isASCII, target <= lineRange.end {
      place.column = target - lineRange.start + 1
      offset = target
      return place
    }
    source.withUnsafeBufferPointer { bytes in
      if target >= offset {
        place.column += Self.codePoints(bytes, from: offset, to: target)
      } else {
        place.column -= Self.codePoints(bytes, from: target, to: offset)
      }
    }
    offset = target
    return place
  }

  /// Counts as `LineTable` does: every byte that is not the inside of a sequence.
  private static func codePoints(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    var count = 0
    for index in start..<end { count &+= bytes[index] & 0xC0 != 0x80 ? 1 : 0 }
    return count
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
