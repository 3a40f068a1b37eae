import Testing

@testable import Reporting

@Suite struct TerminalTextTests {
  func lines(_ text: String, width: Int, marked: String = "") -> [String] {
    let utf8 = Array(text.utf8)
    let wanted = Array(marked.utf8)
    var range = 0..<0
    if !wanted.isEmpty {
      for start in utf8.indices where utf8[start...].starts(with: wanted) {
        range = start..<(start + wanted.count)
        break
      }
    }
    return WrappedText(text, width: width, marked: range).lines.flatMap { line in
      let text = String(decoding: line.text, as: UTF8.self)
      guard line.marks.contains(true) else { return [text] }
      return [text, String(line.marks.map { $0 ? "^" : " " })]
    }
  }

  @Test func breaksAtSpacesAndMarksOnEveryLine() {
    #expect(
      lines("one two three four five six seven", width: 20, marked: "four five")
        == ["one two three four", "              ^^^^", "five six seven", "^^^^          "])
  }

  @Test func wideLettersTakeTwoColumnsAndCombiningMarksNone() {
    #expect(
      lines("日本 cafe\u{301} x", width: 40, marked: "cafe\u{301}") == ["日本 cafe\u{301} x", "     ^^^^  "])
    #expect(lines("😀 now", width: 40, marked: "😀") == ["😀 now", "^^    "])
  }

  @Test func longWordsAreCut() {
    #expect(lines(String(repeating: "x", count: 45), width: 20).map(\.count) == [20, 20, 5])
  }

  @Test func whiteSpaceRunsAreOneSpace() {
    #expect(lines("a \n\t b", width: 20, marked: "a \n\t b") == ["a b", "^^^"])
  }

  @Test func anEmptyTextIsOneLine() {
    #expect(lines("", width: 20) == [""])
  }
}
