import Testing

@testable import Assay

@Suite struct JSONLineTests {
  private func read(_ line: String) throws -> JSONValue { try JSONLineReader.read(line.utf8) }

  private func written(_ value: JSONValue) -> String {
    var bytes: [UInt8] = []
    value.write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    #"{"id": 12345678901234567890123, "a": [1.50, -0, 2e+9, true, false, null, {}, []]}"#,
    #"{"text": "a \"quoted\" \\ word\n\t, é — 😀"}"#,
  ]) func givesBackWhatItRead(line: String) throws {
    #expect(written(try read(line)) == line)
  }

  @Test func readsEscapes() throws {
    #expect(try read(#""\u00e9\/\ud83d\ude00""#) == .string("é/😀"))
  }

  /// A lone half counts as one code point in the programs that make such files.
  @Test(arguments: [#""a\ud83db""#, #""a\ude00b""#, #""a\ud83d\u0041""#])
  func halvesOfPairsStayOneCodePoint(line: String) throws {
    let text = try #require(try read(line).string)
    #expect(text.unicodeScalars.count == 3)
    #expect(text.hasPrefix("a\u{FFFD}"))
  }

  @Test func escapesWhatATerminalWouldObey() {
    #expect(written(.string("a\u{1B}[2J\u{9B}")) == #""a\u001b[2J\u009b""#)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var line: String
    var column: Int
    var testDescription: String { line }
  }

  @Test(arguments: [
    Fault(line: "", column: 1),
    Fault(line: "nul", column: 1),
    Fault(line: #"{"id" 1}"#, column: 7),
    Fault(line: #"{"é😀": 1, }"#, column: 11),
    Fault(line: #"{"id": 1} x"#, column: 11),
    Fault(line: #"{"id": "a}"#, column: 8),
    Fault(line: #"["\x"]"#, column: 4),
    Fault(line: #"["\u12g4"]"#, column: 7),
    Fault(line: "[\"a\tb\"]", column: 4),
    Fault(line: "[01]", column: 3),
    Fault(line: "[1.]", column: 4),
    Fault(line: "[NaN]", column: 2),
  ]) func faultsHaveTheirColumn(fault: Fault) {
    let error = #expect(throws: EvaluationFault.self) { try read(fault.line) }
    #expect(error?.column == fault.column, "\(String(describing: error))")
  }

  @Test func refusesDeepNestingAndBrokenUTF8() {
    #expect(throws: EvaluationFault.self) {
      try read(String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000))
    }
    #expect(throws: EvaluationFault.self) { try JSONLineReader.read([0x22, 0xFF, 0x22]) }
  }
}
