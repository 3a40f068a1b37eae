import Judgment
import Reporting
import Testing

@Suite struct GitLabReportTests {
  func findings(_ documents: [CheckedDocument]) throws -> [JSONValue] {
    try JSONValue.parse(Reports.write(.gitlab, documents)).list
  }

  func fingerprints(_ documents: [CheckedDocument]) throws -> [String] {
    try findings(documents).compactMap { $0["fingerprint"].text }
  }

  @Test func fingerprintsAreUniqueOverFilesAndTwins() throws {
    let twins = String(repeating: "Paleol treats gloom.\n\n", count: 5)
    let all = try fingerprints([
      MadeUpFindings.check(twins, path: "a.md"), MadeUpFindings.check(twins, path: "b.md"),
    ])
    #expect(all.count == 10 && Set(all).count == 10)
  }

  @Test func fingerprintsOutliveLinesAbove() throws {
    let before = try fingerprints([MadeUpFindings.check()])
    let after = try fingerprints([MadeUpFindings.check("Good morning.\n\n\n" + MadeUpFindings.draft)])
    #expect(before == after && before.count == 3)
    let dotted = try fingerprints([MadeUpFindings.check(path: "./draft.md")])
    #expect(dotted == before)
  }

  @Test func hasWhatGitLabAsksFor() throws {
    for finding in try findings([MadeUpFindings.check(path: "./d/draft.md"), MadeUpFindings.standings()]) {
      #expect(finding["description"].text?.isEmpty == false)
      #expect(finding["check_name"].text?.contains("/") == true)
      #expect(["info", "minor", "major"].contains(finding["severity"].text))
      #expect(["d/draft.md", "draft.md"].contains(finding["location"]["path"].text))
      #expect(finding["location"]["lines"]["begin"].int >= 1)
    }
  }

  @Test func documentsWithoutFindingsLeaveNoGap() throws {
    let clean = try MadeUpFindings.check("Good morning.", path: "clean.md")
    let bad = try MadeUpFindings.check("Paleol treats gloom.")
    #expect(try findings([]).isEmpty)
    #expect(try findings([clean]).isEmpty)
    #expect(try findings([clean, bad, clean, clean, bad, clean]).count == 2)
    #expect(try findings([MadeUpFindings.standings()]).count == 1)
  }
}
