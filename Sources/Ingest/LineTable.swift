/// A place in a file as people count: lines and columns from 1.
public struct SourcePosition: Hashable, Sendable {
  public var line: Int
  /// Counts code points. The byte order mark counts as none.
  public var column: Int
  /// Counts UTF-16 code units.
  public var utf16Column: Int
  /// Counts bytes of UTF-8.
  public var byteColumn: Int

  public init(line: Int, column: Int, utf16Column: Int, byteColumn: Int) {
    self.line = line
    self.column = column
    self.utf16Column = utf16Column
    self.byteColumn = byteColumn
  }

  /// The start of a line.
  public init(startOfLine line: Int) {
    self.init(line: line, column: 1, utf16Column: 1, byteColumn: 1)
  }
}

/// Finds lines and columns of source offsets. LF, CR LF and a lone CR end a line.
///
/// Building it looks at each byte once, through `memchr`; make one per file, when the first position is
/// wanted.
public struct LineTable: Sendable {
  private let source: [UInt8]
  /// Offset of the first byte of each line; the first one is behind the byte order mark.
  private var starts: [UInt32]
  private let isASCII: Bool

  /// - Parameter source: less than 4 GiB.
  public init(_ source: [UInt8]) {
    precondition(source.count < Int(UInt32.max), "a line table counts bytes in 32 bits")
    self.source = source
    let first = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var starts = [UInt32(first)]
    isASCII = source.withUnsafeBufferPointer { bytes in
      var seen: UInt8 = 0
      for byte in bytes { seen |= byte }
      let end = bytes.count
      var lineFeed = bytes.position(of: 0x0A, from: 0, to: end)
      var carriageReturn = bytes.position(of: 0x0D, from: 0, to: end)
      while lineFeed < end || carriageReturn < end {
        if lineFeed < carriageReturn {
          starts.append(UInt32(lineFeed + 1))
        } else {
          if carriageReturn + 1 != lineFeed { starts.append(UInt32(carriageReturn + 1)) }
          carriageReturn = bytes.position(of: 0x0D, from: carriageReturn + 1, to: end)
          continue
        }
        lineFeed = bytes.position(of: 0x0A, from: lineFeed + 1, to: end)
      }
      return seen < 0x80
    }
    self.starts = starts
  }

  /// How many lines there are; a line end at the end of the file begins one more, empty line.
  public var lineCount: Int { starts.count }

  /// The bytes of a line with its line end.
  /// - Parameter line: from 1 to `lineCount`.
  public func range(ofLine line: Int) -> ByteRange {
    precondition(line >= 1 && line <= starts.count, "lines count from 1 to lineCount")
    let start = Int(starts[line - 1])
    return ByteRange(start, line < starts.count ? Int(starts[line]) : Swift.max(start, source.count))
  }

  /// The position of a source offset; one behind the end of the file gives the end. Bisects the lines, then
  /// counts from the start of the line. Bytes that are no UTF-8 count as code points unless they look like
  /// the inside of one.
  public func position(of offset: Int) -> SourcePosition {
    let offset = Swift.min(offset, source.count)
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    let line = Swift.max(low, 1)
    let start = Int(starts[line - 1])
    guard offset > start else { return SourcePosition(startOfLine: line) }
    let byteColumn = offset - start + 1
    guard !isASCII else {
      return SourcePosition(
        line: line, column: byteColumn, utf16Column: byteColumn, byteColumn: byteColumn)
    }
    var column = 1
    var pairs = 0
    source.withUnsafeBufferPointer { bytes in
      for index in start..<offset {
        column &+= bytes[index] & 0xC0 != 0x80 ? 1 : 0
        pairs &+= bytes[index] >= 0xF0 ? 1 : 0
      }
    }
    return SourcePosition(
      line: line, column: column, utf16Column: column + pairs, byteColumn: byteColumn)
  }
}

extension Document {
  /// Makes the table of the source's lines: keep it while positions of this file are wanted.
  public func makeLineTable() -> LineTable { LineTable(source) }
}
