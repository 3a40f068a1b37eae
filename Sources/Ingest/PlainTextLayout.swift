/// The lines of a plain text and the column at which its author's editor broke them, if it did.
struct PlainTextLayout {
  /// A line without its line end and the white space around its text.
  struct Line {
    var start: Int32
    var end: Int32
    /// Blanks before the text.
    var indent: Int32
    /// Code points with the indentation; `beyondWrapping` for lines that no editor breaks.
    var width: Int32

    var isBlank: Bool { start == end }
  }

  static let beyondWrapping: Int32 = 1_000
  /// No editor's wrap width is smaller or larger, in columns.
  private static let plausibleWidths = 45...120
  /// Lines of one wrapped text differ in width by less than a long word.
  private static let raggedness = 12

  private(set) var lines: [Line] = []
  /// Columns; nil if line ends end paragraphs.
  private(set) var wrapWidth: Int?

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isASCII: Bool) {
    var start = start
    while start < bytes.count {
      let lineFeed = bytes.position(of: 0x0A, from: start, to: bytes.count)
      addLines(bytes, from: start, to: lineFeed, isASCII: isASCII)
      start = lineFeed + 1
    }
    wrapWidth = Self.wrapWidth(of: lines, in: bytes)
  }

  /// Adds what stands between two line feeds: one line, or several where lone carriage returns end lines.
  private mutating func addLines(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, isASCII: Bool
  ) {
    var start = start
    while true {
      let stop = bytes.position(of: 0x0D, from: start, to: end)
      addLine(bytes, from: start, to: stop, isASCII: isASCII)
      start = stop + 1
      if start >= end { return }
    }
  }

  private mutating func addLine(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, isASCII: Bool
  ) {
    var first = start
    var last = end
    while first < last, isWhiteSpace(bytes[first]) { first += 1 }
    while last > first, isWhiteSpace(bytes[last - 1]) { last -= 1 }
    let count = last - start
    var width = Self.beyondWrapping
    if count <= 4 * Self.plausibleWidths.upperBound {
      width = Int32(isASCII ? count : bytes.codePoints(from: start, to: last))
    }
    lines.append(
      Line(start: Int32(first), end: Int32(last), indent: Int32(first - start), width: width))
  }

  /// The widest line of a text in which several lines that run on end near the same plausible column, most of them in
  /// the middle of a sentence, and hardly any go beyond.
  private static func wrapWidth(of lines: [Line], in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var widths = [Int](repeating: 0, count: plausibleWidths.upperBound + 1)
    var sentenceEnds = widths
    var beyond = 0
    var running = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isBlank && !next.isBlank {
      running += 1
      let width = Int(line.width)
      guard width <= plausibleWidths.upperBound else {
        beyond += 1
        continue
      }
      widths[width] += 1
      let last = bytes[Int(line.end) - 1]
      if last == 0x2E || last == 0x21 || last == 0x3F { sentenceEnds[width] += 1 }
    }
    guard beyond * 20 <= running else { return nil }
    let enough = max(3, running / 8)
    for width in plausibleWidths.reversed() where widths[width] > 0 {
      let near = (width - raggedness + 1)...width
      let count = widths[near].reduce(0, +)
      if count >= enough, sentenceEnds[near].reduce(0, +) * 2 < count { return width }
    }
    return nil
  }

  /// Whether text runs on over a line's end: because the next line begins with a small letter, or because the
  /// line had no room for the first word of the next one.
  func runsOn(from line: Line, to next: Line, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(next.start)
    let end = Int(next.end)
    if beginsWithSmallLetter(bytes, start, end) { return true }
    guard let wrapWidth else { return false }
    var wordEnd = start
    let horizon = min(end, start + wrapWidth * 4)
    while wordEnd < horizon, !isWhiteSpace(bytes[wordEnd]) { wordEnd += 1 }
    return Int(line.width) + 1 + bytes.codePoints(from: start, to: wordEnd) > wrapWidth
  }

  /// Whether no editor would have broken a line there.
  func isShort(_ line: Line) -> Bool { Int(line.width) < Self.plausibleWidths.lowerBound }

  func beginsWithSmallLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let byte = bytes[start]
    if byte >= 0x61 && byte <= 0x7A { return true }
    return byte == 0xC3 && start + 1 < end && bytes[start + 1] >= 0x9F && bytes[start + 1] != 0xB7
  }
}
