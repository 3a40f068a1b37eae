import Assay
import Foundation
import Ingest
import Judgment
import Knowledge
import Reporting
import Testing

/// Hostile words in every part of a finding, and a hostile name of the file, come out of each format as they went in.
@Suite struct HostileReportTests {
  static let text = MadeUpFindings.hostile
  static let path = String(MadeUpFindings.hostilePath.dropFirst(2))
  /// What XML can hold of a text.
  static func inXML(_ text: String) -> String { XMLTree.allowed(Array(text.utf8)) }
  /// What a log shows of a text.
  static func inLog(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x01, 0x1B, 0x202E, 0x7F: shown.append("\u{FFFD}")
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }
  static let summary =
    "\(text). Instead: \(text) (see \(path):7:2)"

  @Test func sarifKeepsIt() throws {
    let run = try JSONValue.parse(
      Reports.write(.sarif, [MadeUpFindings.hostileDocument()]))["runs"].list[0]
    #expect(run["results"].list.count == 2)
    for result in run["results"].list {
      let shown = result["message"]["text"].text?.replacing("{{", with: "{").replacing("}}", with: "}")
        .replacing("\\](", with: "](")
      #expect(shown == "\(Self.text). Instead: \(Self.text)")
      let location = result["locations"].list[0]["physicalLocation"]["artifactLocation"]
      #expect(location["uri"].text?.removingPercentEncoding == Self.path)
    }
  }

  @Test func gitlabKeepsIt() throws {
    let findings = try JSONValue.parse(Reports.write(.gitlab, [MadeUpFindings.hostileDocument()])).list
    #expect(findings.map { $0["description"].text } == [Self.summary, Self.summary])
    #expect(findings.map { $0["location"]["path"].text } == [Self.path, Self.path])
  }

  @Test func rdjsonlKeepsIt() throws {
    let lines = try Reports.write(.rdjsonl, [MadeUpFindings.hostileDocument()]).split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines {
      let value = try JSONValue.parse(String(line))
      #expect(value["message"].text == Self.summary && value["location"]["path"].text == Self.path)
    }
  }

  @Test func checkstyleKeepsWhatXMLCanHold() throws {
    let root = try #require(
      XMLTree(Reports.write(.checkstyle, [MadeUpFindings.hostileDocument()]))?.root)
    #expect(root.all("file").map { $0["name"] } == [Self.inXML(Self.path)])
    let message = Self.inXML(Self.summary)
    #expect(root.all("error").map { $0["message"] } == [message, message])
  }

  @Test func junitKeepsWhatXMLCanHold() throws {
    let root = try #require(XMLTree(Reports.write(.junit, [MadeUpFindings.hostileDocument()]))?.root)
    #expect(root.all("testsuite").map { $0["name"] } == [Self.inXML(Self.path)])
    for failure in root.all("failure") {
      #expect(failure["message"] == Self.inXML(Self.text))
      #expect(failure.text.contains("instead: " + Self.inXML(Self.text)))
    }
    var document = try MadeUpFindings.hostileDocument()
    document.judgment.findings[0].standing = .suppressed(reason: Self.text, until: nil)
    let suppressed = try #require(XMLTree(Reports.write(.junit, [document]))?.root)
    #expect(suppressed.all("skipped").map { $0["message"] } == ["suppressed: " + Self.inXML(Self.text)])
  }

  /// Each format is read back by a parser of its kind, whatever the draft, its name and its findings hold.
  @Test(arguments: Format.allCases) func everyFormatStaysWhatItIs(format: Format) throws {
    var documents = [try MadeUpFindings.hostileDocument()]
    for (kind, text) in [
      (DocumentFormat.markdown, "# \(Self.text)\n\n"), (.html, "<p title=\"\(Self.text)\">"),
    ] {
      let bytes = Array("\(text)Paleol treats gloom \(Self.text). [x](javascript:alert(1))".utf8) + [0xFF, 0]
      documents.append(
        try MadeUpRules.checker().check(path: kind.rawValue + Self.path, format: kind, bytes: bytes))
    }
    let report = try Reports.write(format, documents, options: ReportOptions(isVerbose: true))
    switch format {
    case .json, .sarif, .gitlab, .annotations, .csl: _ = try JSONValue.parse(report)
    case .jsonl, .rdjsonl:
      for line in report.split(separator: "\n") { _ = try JSONValue.parse(String(line)) }
    case .xml, .junit, .checkstyle, .bioc: #expect(XMLTree(report) != nil)
    case .html: HTMLReportTests.expectNothingActive(try HTMLReportTests.tree(documents))
    case .github:
      let commands = report.split(separator: "\n").filter { $0.hasPrefix("::") }
      #expect(commands.allSatisfy { WorkflowCommandLine(String($0)) != nil && !$0.hasPrefix("::set-output") })
    case .text: #expect(!report.split(separator: "\n").contains { $0.hasPrefix("::") })
    }
  }

  @Test func githubReadsNoCommandInIt() throws {
    let log = try Reports.write(.github, [MadeUpFindings.hostileDocument()])
    let lines = log.split(whereSeparator: \.isNewline)
    #expect(lines.count == 3, "two commands and a line of figures")
    for (line, name) in zip(lines, ["error", "warning"]) {
      let command = try #require(WorkflowCommandLine(String(line)))
      #expect(command.name == name)
      #expect(command.properties["file"] == Self.inLog(Self.path))
      #expect(command.data == Self.inLog(Self.summary))
    }
    #expect(!lines[2].contains("::"))
  }

  @Test func theSummaryHasOneRowAFinding() throws {
    let options = ReportOptions(collectsSummary: true)
    let reporter = Format.github.reporter(knowledge: try MadeUpRules.checker().knowledge, options: options)
    var log: [UInt8] = []
    let tally = reporter.write(try MadeUpFindings.hostileDocument(), to: &log)
    let markdown = String(decoding: SummaryTable.markdown(tally), as: UTF8.self)
    let rows = markdown.split(separator: "\n").filter { $0.hasPrefix("| ") }
    #expect(rows.count == 4)
    for row in rows {
      #expect(row.replacing("\\|", with: "").count { $0 == "|" } == 6, "five cells: \(row)")
      for word in ["<b>", "](http", "@me", "``` ", "::"] where !row.hasPrefix("| ---") {
        #expect(!row.replacing("\\]", with: "").contains(word), "\(word) in \(row)")
      }
    }
  }
}
