internal import CCmarkGFM

/// Cuts the source of a Markdown block out of its lines, without the marks of quotes and lists around it.
struct MarkdownLines {
  private let source: SourceText
  /// Offset of each line, and the end of the file behind the last.
  private let starts: [Int]

  init(_ source: SourceText, from start: Int) {
    self.source = source
    var starts = [start]
    var index = start
    while index < source.bytes.count {
      let byte = source.bytes[index]
      index += 1
      if byte == 0x0A || (byte == 0x0D && (index == source.bytes.count || source.bytes[index] != 0x0A)) {
        starts.append(index)
      }
    }
    starts.append(source.bytes.count)
    self.starts = starts
  }

  /// The lines of a paragraph or heading.
  func leaf(_ node: OpaquePointer, _ containers: MarkdownContainers, isHeading: Bool) -> SourceView {
    var first = Int(cmark_node_get_start_line(node))
    var last = max(first, Int(cmark_node_get_end_line(node)))
    var column = Int(cmark_node_get_start_column(node))
    if first == 0, let table = cmark_node_next(node), let header = cmark_node_first_child(table) {
      // Of a paragraph right above a table the parser forgets the place: it is where the table's is said to be.
      first = Int(cmark_node_get_start_line(table))
      column = Int(cmark_node_get_start_column(table))
      last = max(first, headerLine(of: header, from: first, containers) - 1)
    }
    var offsets = lineOffsets(first, last, column, containers)
    if isHeading {
      // The marks of `## Heading`; an underlined heading never begins with one.
      let marks = offsets.prefix { source.bytes[$0] == 0x23 }.count
      let blanks = offsets.dropFirst(marks).prefix { source.bytes[$0] == 0x20 || source.bytes[$0] == 0x09 }
        .count
      if marks > 0, marks <= 6, blanks > 0 { offsets.removeFirst(marks + blanks) }
    }
    return SourceView(source, offsets: offsets)
  }

  /// The lines of an HTML block.
  func html(_ node: OpaquePointer, _ containers: MarkdownContainers) -> SourceView {
    let first = Int(cmark_node_get_start_line(node))
    var lineCount = 0
    if let literal = cmark_node_get_literal(node) {
      var index = 0
      while literal[index] != 0 {
        if literal[index] == 0x0A { lineCount += 1 }
        index += 1
      }
    }
    let last = max(first, min(Int(cmark_node_get_end_line(node)), first + max(0, lineCount - 1)))
    return SourceView(
      source, offsets: lineOffsets(first, last, Int(cmark_node_get_start_column(node)), containers))
  }

  /// A cell of a table: its part of the row, where a backslash before a pipe is dropped.
  func cell(_ node: OpaquePointer, _ containers: MarkdownContainers) -> SourceView {
    guard let row = cmark_node_parent(node) else { return SourceView(source, offsets: []) }
    let first = Int(cmark_node_get_start_line(row))
    let isHeader = cmark_node_previous(row) == nil
    let line = isHeader ? headerLine(of: row, from: first, containers) : first
    let range =
      isHeader ? self.row(line, ofTableFrom: first, row, containers) : contents(ofLine: line, containers)
    guard let range else { return SourceView(source, offsets: []) }
    var index = 0
    var sibling = cmark_node_previous(node)
    while let previous = sibling {
      index += 1
      sibling = cmark_node_previous(previous)
    }
    return SourceView(source, offsets: cellOffsets(index, in: range))
  }

  // MARK: Lines

  /// The offsets of the bytes of some lines, counted from 1, with their line ends.
  /// - Parameter column: where the text begins in the first line, counted from 1 in bytes.
  private func lineOffsets(_ first: Int, _ last: Int, _ column: Int, _ containers: MarkdownContainers)
    -> [Int]
  {
    var offsets: [Int] = []
    guard first >= 1, first < starts.count else { return offsets }
    let end = starts[min(last, starts.count - 1)]
    offsets.append(contentsOf: min(starts[first - 1] + max(0, column - 1), starts[first])..<starts[first])
    guard last > first else { return offsets }
    for line in first + 1...last where line < starts.count {
      guard let range = contents(ofLine: line, containers) else { continue }
      offsets.append(contentsOf: range.lowerBound..<min(starts[line], end))
    }
    return offsets
  }

  /// A line behind the blanks and as many marks of quotes as there are around the block; a lazy line has
  /// fewer.
  private func contents(ofLine line: Int, _ containers: MarkdownContainers) -> Range<Int>? {
    guard line >= 1, line < starts.count else { return nil }
    var index = starts[line - 1]
    let end = starts[line]
    var quotes = containers.quotes
    while index < end {
      let byte = source.bytes[index]
      if byte == 0x3E, quotes > 0 {
        quotes -= 1
      } else if byte != 0x20 && byte != 0x09 {
        break
      }
      index += 1
    }
    return index..<end
  }

  // MARK: Tables

  /// The line of a table's header: a table can begin with lines of a paragraph. It stands before the first delimiter row
  /// (`| --- | :-: |`), and both have as many cells as the header has.
  private func headerLine(of header: OpaquePointer, from line: Int, _ containers: MarkdownContainers) -> Int {
    var cells = 0
    var cell = cmark_node_first_child(header)
    while let found = cell {
      cells += 1
      cell = cmark_node_next(found)
    }
    var candidate = line
    while candidate + 1 < starts.count, candidate < line + 1_000 {
      guard let next = contents(ofLine: candidate + 1, containers) else { break }
      if delimiters(in: next) == cells, let above = row(candidate, ofTableFrom: line, header, containers),
        self.cells(in: above) == cells
      {
        return candidate
      }
      candidate += 1
    }
    return line
  }

  /// A line of a table; marks of quotes and lists that stand before the table in its first line are left out.
  private func row(
    _ line: Int, ofTableFrom first: Int, _ header: OpaquePointer, _ containers: MarkdownContainers
  ) -> Range<Int>? {
    guard let range = contents(ofLine: line, containers), line == first, let table = cmark_node_parent(header)
    else { return contents(ofLine: line, containers) }
    let start = starts[line - 1] + max(0, Int(cmark_node_get_start_column(table)) - 1)
    return range.contains(start) ? start..<range.upperBound : range
  }

  /// How many cells a row has.
  private func cells(in line: Range<Int>) -> Int {
    let bytes = source.bytes
    var cells = 0
    var isInCell = false
    var index = line.lowerBound
    while index < line.upperBound {
      switch bytes[index] {
      case 0x7C:
        // An empty cell is one; before the first pipe there is none.
        if !isInCell, index > line.lowerBound { cells += 1 }
        isInCell = false
      case 0x5C where index + 1 < line.upperBound && isMark(bytes[index + 1]):
        if !isInCell { (cells, isInCell) = (cells + 1, true) }
        index += 1
      case let byte where !isWhiteSpace(byte):
        if !isInCell { (cells, isInCell) = (cells + 1, true) }
      default: break
      }
      index += 1
    }
    return cells
  }

  /// Where the first line begins that would make a table of more columns than a limit; nil where there is none.
  func delimiterRow(widerThan limit: Int) -> Int? {
    for (start, end) in zip(starts, starts.dropFirst()) where end - start > limit {
      let row = start + source.bytes[start..<end].prefix { $0 == 0x3E || $0 == 0x20 || $0 == 0x09 }.count
      if let count = delimiters(in: row..<end), count > limit { return start }
    }
    return nil
  }

  /// How many cells a delimiter row has; nil for other lines.
  private func delimiters(in line: Range<Int>) -> Int? {
    var cells = 0
    var isInCell = false
    for byte in source.bytes[line] {
      switch byte {
      case 0x2D: if !isInCell { (cells, isInCell) = (cells + 1, true) }
      case 0x7C: isInCell = false
      case 0x3A: break
      default: guard isWhiteSpace(byte) else { return nil }
      }
    }
    return cells > 0 ? cells : nil
  }

  private func cellOffsets(_ wanted: Int, in line: Range<Int>) -> [Int] {
    let bytes = source.bytes
    var start = line.lowerBound
    let end = line.upperBound
    if start < end, bytes[start] == 0x7C { start += 1 }
    var cell = 0
    var index = start
    while index < end {
      if bytes[index] == 0x5C, index + 1 < end, isMark(bytes[index + 1]) {
        index += 2
        continue
      }
      if bytes[index] == 0x7C {
        if cell == wanted { break }
        cell += 1
        start = index + 1
      }
      index += 1
    }
    guard cell == wanted else { return [] }
    var stop = min(index, end)
    while start < stop, isWhiteSpace(bytes[start]) { start += 1 }
    while stop > start, isWhiteSpace(bytes[stop - 1]) { stop -= 1 }
    return (start..<stop).filter { !(bytes[$0] == 0x5C && $0 + 1 < stop && bytes[$0 + 1] == 0x7C) }
  }
}
