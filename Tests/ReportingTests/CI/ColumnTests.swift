import Ingest
import Judgment
import Reporting
import Testing

/// Each format counts columns in units of its own: the words cut out by them are the words of the finding.
@Suite struct ColumnTests {
  static let words = "Paleol treats gloom"
  static let lines = [
    "Good morning.",
    "Caf\u{E9} \u{2014} \u{1F600} \u{1F469}\u{200D}\u{1F52C}: Paleol treats gloom \u{1F600} now.",
  ]
  static let texts = [
    lines.joined(separator: "\n\n"), "\u{FEFF}" + lines[1] + "\r\n", lines.joined(separator: "\r\r"),
  ]

  /// A piece of a line, by columns from 1 of a unit; the end is exclusive.
  enum Unit {
    case codePoint, utf16, byte

    func slice(_ line: String, _ start: Int, _ end: Int) -> String {
      switch self {
      case .codePoint:
        String(String.UnicodeScalarView(Array(line.unicodeScalars)[start - 1..<end - 1]))
      case .utf16: String(decoding: Array(line.utf16)[start - 1..<end - 1], as: UTF16.self)
      case .byte: String(decoding: Array(line.utf8)[start - 1..<end - 1], as: UTF8.self)
      }
    }
  }

  func report(_ format: Format, _ text: String) throws -> String {
    let checked = try MadeUpRules.check(text, as: .plainText, path: "draft.txt")
    try #require(checked.judgment.findings.count == 1)
    return try Reports.write(format, [checked])
  }

  /// The number of the line that holds the words.
  func line(in text: String) -> Int { text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.count * 2 - 1 }

  @Test(arguments: texts) func sarifCountsUTF16AndBytes(text: String) throws {
    let run = try JSONValue.parse(report(.sarif, text))["runs"].list[0]
    #expect(run["columnKind"].text == "utf16CodeUnits")
    let region = run["results"].list[0]["locations"].list[0]["physicalLocation"]["region"]
    #expect(region["startLine"].int == line(in: text) && region["endLine"].int == line(in: text))
    #expect(
      Unit.utf16.slice(Self.lines[1], region["startColumn"].int, region["endColumn"].int) == Self.words)
    let start = region["byteOffset"].int
    let bytes = Array(text.utf8)[start..<start + region["byteLength"].int]
    #expect(String(decoding: bytes, as: UTF8.self) == Self.words)
  }

  @Test(arguments: texts) func rdjsonlCountsBytes(text: String) throws {
    let range = try JSONValue.parse(report(.rdjsonl, text))["location"]["range"]
    #expect(range["start"]["line"].int == line(in: text) && range["end"]["line"].int == line(in: text))
    #expect(
      Unit.byte.slice(Self.lines[1], range["start"]["column"].int, range["end"]["column"].int) == Self.words)
  }

  @Test(arguments: texts) func githubCountsCodePoints(text: String) throws {
    let command = try #require(WorkflowCommandLine(report(.github, text)))
    let start = try #require(command.properties["col"].flatMap { Int($0) })
    let end = try #require(command.properties["endColumn"].flatMap { Int($0) })
    #expect(Unit.codePoint.slice(Self.lines[1], start, end) == Self.words)
    #expect(command.properties["line"] == "\(line(in: text))")
  }

  @Test(arguments: texts) func checkstyleAndJUnitCountCodePoints(text: String) throws {
    let error = try #require(XMLTree(report(.checkstyle, text))?.root?.all("error").first)
    let column = try #require(error["column"].flatMap { Int($0) })
    let end = Self.lines[1].unicodeScalars.count + 1
    #expect(Unit.codePoint.slice(Self.lines[1], column, end).hasPrefix(Self.words))
    #expect(error["line"] == "\(line(in: text))")
    let item = try #require(XMLTree(report(.junit, text))?.root?.all("testcase").first)
    #expect(item["name"]?.hasPrefix("draft.txt:\(line(in: text)):\(column) ") == true)
  }

  @Test(arguments: texts) func gitlabHasLines(text: String) throws {
    let lines = try JSONValue.parse(report(.gitlab, text)).list[0]["location"]["lines"]
    #expect(lines["begin"].int == line(in: text) && lines["end"].int == line(in: text))
  }
}
