import Ingest
import Judgment
import Reporting
import Testing

@Suite struct SARIFReportTests {
  static let all = ReportOptions(version: "1.2.3", sarifIncludesSuppressed: true)

  func log(_ documents: [CheckedDocument], _ options: ReportOptions = Reports.options) throws -> JSONValue {
    try .parse(Reports.write(.sarif, documents, options: options))
  }

  func results(_ log: JSONValue) -> [JSONValue] { log["runs"].list[0]["results"].list }

  @Test func followsTheProfile() throws {
    let clean = try MadeUpFindings.check("Good morning.", path: "clean.md")
    let documents = try [
      clean, MadeUpRules.check(MadeUpRules.draft), clean, MadeUpFindings.hostileDocument(),
      MadeUpFindings.standings(), MadeUpFindings.check("", path: "../empty.txt"),
    ]
    for part in [[], [clean], documents, documents.reversed()] {
      #expect(SARIFProfile.faults(of: try log(part)) == [])
      #expect(SARIFProfile.faults(of: try log(part, Self.all)) == [])
    }
    #expect(SARIFProfile.faults(of: try log([], ReportOptions())) == [])
  }

  @Test func whatDoesNotCountIsLeftOutUnlessAskedFor() throws {
    let document = try MadeUpFindings.standings()
    let reported = results(try log([document]))
    #expect(reported.count == 1 && reported[0]["suppressions"] == .null)
    let everything = results(try log([document], Self.all))
    #expect(everything.map { $0["suppressions"].list.count } == [0, 1, 1, 1, 1])
    let suppressions = everything.flatMap { $0["suppressions"].list }
    #expect(suppressions.map { $0["kind"].text } == ["inSource", "external", "external", "external"])
    #expect(
      suppressions.map { $0["justification"].text } == [
        "a quotation (until 2027-01-01)", "approved: REF-1 (UK)", "listed in the baseline",
        "not touched by the changes",
      ])
  }

  @Test func fingerprintsOutliveMovesAndTellTwinsApart() throws {
    func fingerprints(_ text: String) throws -> [String] {
      results(try log([MadeUpFindings.check(text)])).compactMap {
        $0["partialFingerprints"]["claimHash/v1"].text
      }
    }
    let first = try fingerprints("Paleol treats gloom.\n\nPaleol treats gloom.\n")
    #expect(Set(first).count == 2)
    #expect(try fingerprints("Good morning.\n\n\nPaleol treats gloom.\n\nPaleol treats gloom.\n") == first)
  }

  @Test func otherPlacesAreRelatedLocations() throws {
    var document = try MadeUpFindings.check("Paleol treats gloom. Brightol \u{1F600} treats glare.")
    document.judgment.findings = Array(document.judgment.findings.prefix(1))
    document.judgment.findings[0].related = [
      Finding.Related(range: ByteRange(21, 35), message: "here"),
      Finding.Related(
        range: ByteRange(0, 0), message: "there",
        elsewhere: Finding.Elsewhere(
          path: "./other file.md", range: ByteRange(10, 14),
          start: SourcePosition(line: 2, column: 3, utf16Column: 4, byteColumn: 6),
          end: SourcePosition(line: 2, column: 5, utf16Column: 8, byteColumn: 10))),
    ]
    let related = results(try log([document]))[0]["relatedLocations"].list
    #expect(related.map { $0["message"]["text"].text } == ["here", "there"])
    let places = related.map { $0["physicalLocation"] }
    #expect(
      places.map { $0["artifactLocation"]["uri"].text } == ["draft.md", "other%20file.md"])
    #expect(places.map { $0["region"]["startColumn"].int } == [22, 4])
    #expect(places.map { $0["region"]["endColumn"].int } == [34, 8])
    #expect(places.map { $0["region"]["byteOffset"].int } == [21, 10])
  }

  @Test(arguments: [
    (DocumentFormat.plainText, "Paleol treats gloom.", "may treat <it>", true),
    (.markdown, "Paleol treats gloom.", "may treat", true),
    (.markdown, "Paleol treats gloom.", "may *treat*", false),
    (.markdown, "Paleol **treats** gloom.", "may treat", false),
    (.html, "<p>Paleol treats gloom.</p>", "may treat", true),
    (.html, "<p>Paleol tre&#97;ts gloom.</p>", "may treat", false),
    (.html, "<p>Paleol treats gloom.</p>", "may &lt; treat", false),
  ])
  func aFixIsThereWhereItIsSafe(format: DocumentFormat, source: String, text: String, isSafe: Bool) throws {
    var document = try MadeUpRules.check(source, as: format)
    try #require(document.judgment.findings.count == 1)
    document.judgment.findings[0].fix = Finding.Fix(range: document.judgment.findings[0].range, text: text)
    let fixes = results(try log([document]))[0]["fixes"].list
    let suggestions = try JSONValue.parse(Reports.write(.rdjsonl, [document]))["suggestions"].list
    #expect(fixes.count == (isSafe ? 1 : 0) && suggestions.count == fixes.count)
    guard isSafe else { return }
    let replacement = fixes[0]["artifactChanges"].list[0]["replacements"].list[0]
    #expect(replacement["insertedContent"]["text"].text == text && suggestions[0]["text"].text == text)
    let region = replacement["deletedRegion"]
    let range = region["byteOffset"].int..<region["byteOffset"].int + region["byteLength"].int
    #expect(String(decoding: Array(source.utf8)[range], as: UTF8.self) == "Paleol treats gloom")
    let start = suggestions[0]["range"]["start"]["column"].int
    #expect(start == region["startColumn"].int)
  }

  @Test func aFileThatWasGivenTwiceIsOneArtifact() throws {
    let document = try MadeUpFindings.check()
    let run = try log([document, document])["runs"].list[0]
    #expect(run["artifacts"].list.count == 1 && run["results"].list.count == 6)
  }
}
