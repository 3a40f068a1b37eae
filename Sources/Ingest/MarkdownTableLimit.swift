/// Finds tables of Markdown that would take more memory than the file gives reason for.
///
/// The parser gives every row of a table as many cells as its head has, whether the row has them or not: a head with thousands of
/// columns over thousands of rows of one letter fills the memory.
struct MarkdownTableLimit {
  private let columns: Int
  private let missingCells: Int

  init(_ limits: ReadingLimits) {
    columns = limits.tableColumns
    missingCells = limits.missingTableCells
  }

  /// Offsets of a hyphen in the second line (`| --- | --- |`) of such tables; without it they are no tables.
  func excesses(in bytes: [UInt8]) -> [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      var found: [Int] = []
      var missing = 0
      // The columns of the table that the lines may belong to, and its hyphen.
      var table: (columns: Int, hyphen: Int, missing: Int)?
      var start = 0
      while start < bytes.count {
        let end = bytes.position(of: 0x0A, from: start, to: bytes.count)
        let line = Line(bytes, start, end)
        if let hyphen = line.hyphen {
          table = line.pipes >= columns + 2 ? nil : (line.pipes + 1, hyphen, 0)
          if table == nil { found.append(hyphen) }
        } else if line.isBlank {
          table = nil
        } else if var current = table {
          let lacking = max(0, current.columns - line.pipes - 1)
          current.missing += lacking
          missing += lacking
          table = current
          if missing > missingCells {
            found.append(current.hyphen)
            missing -= current.missing
            table = nil
          }
        }
        start = end + 1
      }
      return found
    }
  }

  /// What a line may be to a table.
  private struct Line {
    var pipes = 0
    /// A hyphen of it where it holds nothing but what stands in the second line of a table.
    var hyphen: Int?
    /// Nothing but marks of quotes.
    var isBlank = true

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
      var isDelimiter = true
      for place in start..<end {
        let byte = bytes[place]
        switch byte {
        case 0x7C: pipes += 1
        case 0x2D: if hyphen == nil { hyphen = place }
        case 0x3A, 0x3E, 0x2A, 0x2B: break
        default: if !isWhiteSpace(byte) { isDelimiter = false }
        }
        if !isWhiteSpace(byte), byte != 0x3E { isBlank = false }
      }
      if !isDelimiter || pipes == 0 { hyphen = nil }
    }
  }
}
