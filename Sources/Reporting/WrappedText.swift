/// Lines of a text of limited width, broken at spaces.
struct WrappedText {
  struct Line: Equatable {
    var text: [UInt8] = []
    var columns = 0
    /// For each column whether it is marked; empty where nothing of the text is.
    var marks: [Bool] = []

    @inline(__always)
    mutating func append(_ scalar: Unicode.Scalar, width: Int, isMarked: Bool?) {
      if scalar.isASCII {
        text.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
      columns += width
      if let isMarked { for _ in 0..<width { marks.append(isMarked) } }
    }

    mutating func append(_ other: Line) {
      text += other.text
      columns += other.columns
      marks += other.marks
    }

    mutating func removeAll() {
      text.removeAll(keepingCapacity: true)
      columns = 0
      marks.removeAll(keepingCapacity: true)
    }
  }

  private(set) var lines: [Line] = []
  private let width: Int
  private var line = Line()
  private var word = Line()
  /// The space before the word, and whether it is marked.
  private var gap: (isOpen: Bool, isMarked: Bool) = (false, false)

  /// - Parameters:
  ///   - marked: offsets into the UTF-8 of the text.
  init(_ text: String, width: Int, marked: Range<Int> = 0..<0) {
    self.width = max(width, 20)
    var offset = 0
    for scalar in text.unicodeScalars {
      let isMarked = marked.isEmpty ? nil : marked.contains(offset)
      append(TerminalText.shown(scalar), isMarked: isMarked)
      offset += UTF8.width(scalar)
    }
    endWord()
    if !line.text.isEmpty || lines.isEmpty { lines.append(line) }
  }

  private mutating func append(_ scalar: Unicode.Scalar, isMarked: Bool?) {
    if scalar == " " {
      endWord()
      // A run of white space is one space; none stands at the start of a line.
      if !gap.isOpen, !line.text.isEmpty { gap = (true, isMarked ?? false) }
      return
    }
    let columns = TerminalText.width(of: scalar)
    if word.columns + columns > width { endWord() }
    word.append(scalar, width: columns, isMarked: isMarked)
  }

  private mutating func endWord() {
    guard !word.text.isEmpty else { return }
    if !line.text.isEmpty, line.columns + (gap.isOpen ? 1 : 0) + word.columns > width {
      lines.append(line)
      line.removeAll()
    } else if gap.isOpen {
      // A mark goes over the space between two marked words only.
      let isBetween = word.marks.first != false && line.marks.last != false
      line.append(" ", width: 1, isMarked: line.marks.isEmpty ? nil : gap.isMarked && isBetween)
    }
    line.append(word)
    word.removeAll()
    gap.isOpen = false
  }
}
