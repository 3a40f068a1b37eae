import Foundation
import Testing

/// From a draft to a report to its verification.
@Suite struct ReportTests {
  static let draft = "😀 Kojic acid treats hypopigmentation.\n"

  /// Writes a report of the draft, changes it, and verifies it.
  func verify(_ change: (String) -> String = { $0 }) throws -> (result: Tool.Result, path: String) {
    let scratch = try Scratch()
    try scratch.write("a.md", Self.draft)
    let path = scratch.path + "/report.xml"
    let written = try Tool.run(
      [
        "report", scratch.path + "/a.md", "-o", path, "--timestamp", "2026-01-31T08:00:00Z", "--jurisdiction",
        "uk,us",
      ])
    try #require(written.code == 0 && written.output == "" && written.errors == "", "\(written.errors)")
    let report = try scratch.read("report.xml")
    #expect(report.contains("timestamp=\"2026-01-31T08:00:00Z\""))
    #expect(report.contains("<jurisdiction>uk</jurisdiction>"))
    let changed = change(report)
    try scratch.write("report.xml", changed)
    return (try Tool.run(["verify", path]), path)
  }

  @Test func aReportHolds() throws {
    let (result, path) = try verify()
    #expect(result.code == 0 && result.errors == "")
    #expect(result.output.hasPrefix("\(path): holds (1 document, "))
  }

  @Test func aChangedReportDoesNotHold() throws {
    let (result, path) = try verify { $0.replacing("<text>😀 Kojic", with: "<text>😀 Kojik") }
    #expect(result.code == 1 && result.errors == "")
    let lines = result.output.split(separator: "\n")
    #expect(!lines.isEmpty && lines.allSatisfy { $0.hasPrefix("\(path):") }, "\(result.output)")
    #expect(result.output.hasPrefix("\(path):12: the source has the SHA-256 "), "\(result.output)")
  }

  @Test func anExternalEntityIsNotRead() throws {
    let secret = try Scratch()
    try secret.write("secret", "do not tell")
    let (result, path) = try verify {
      $0.replacing(
        "?>\n<report",
        with: "?>\n<!DOCTYPE report [<!ENTITY x SYSTEM \"file://\(secret.path)/secret\">]>\n<report"
      ).replacing("<message>", with: "<message>&x;")
    }
    #expect(result.code == 2 && result.output == "")
    #expect(result.errors.contains("\(path): line 2: a document type declaration"), "\(result.errors)")
    #expect(!result.errors.contains("do not tell"))
  }

  @Test func standardInputIsADocument() throws {
    let result = try Tool.run(
      ["report", "-", "--stdin-path", "x.html"], input: "<p>Kojic acid treats melasma.</p>")
    #expect(result.code == 0 && result.output.contains("<document path=\"x.html\" format=\"html\""))
  }

  @Test func theSameDraftGivesTheSameBytes() throws {
    for format in ["xml", "bioc", "annotations", "csl"] {
      let runs = try (0..<2).map { _ in
        try Tool.run(["report", "-", "--format", format, "--stdin-path", "a.md"], input: Self.draft).output
      }
      #expect(runs[0] == runs[1] && !runs[0].isEmpty)
    }
  }

  @Test func unitsOfBioCAreChosen() throws {
    for (unit, offset) in [("characters", 2), ("bytes", 5)] {
      let result = try Tool.run(
        ["report", "-", "--format", "bioc", "--bioc-offsets", unit, "--stdin-path", "a.txt"],
        input: Self.draft)
      #expect(result.output.contains("<location offset=\"\(offset)\" length=\"10\"/><text>Kojic acid</text>"))
    }
  }
}
