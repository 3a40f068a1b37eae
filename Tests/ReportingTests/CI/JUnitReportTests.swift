import Ingest
import Judgment
import Knowledge
import Reporting
import Testing

@Suite struct JUnitReportTests {
  func suites(
    _ documents: [CheckedDocument], _ options: ReportOptions = ReportOptions()
  ) throws -> [XMLTree.Element] {
    try #require(XMLTree(Reports.write(.junit, documents, options: options))?.root).all("testsuite")
  }

  @Test func casesAreCountedAndNamedOnce() throws {
    let documents = try [
      MadeUpFindings.check(), MadeUpFindings.standings(), MadeUpRules.check(MadeUpRules.draft, path: "b.md"),
      MadeUpFindings.check("", path: "empty.txt"),
    ]
    let suites = try suites(documents)
    #expect(suites.count == documents.count)
    for suite in suites {
      let cases = suite.all("testcase")
      #expect(suite["tests"] == "\(cases.count)")
      #expect(suite["failures"] == "\(suite.all("failure").count)")
      #expect(suite["skipped"] == "\(suite.all("skipped").count)")
      #expect(Set(cases.compactMap { $0["name"] }).count == cases.count)
      for item in cases { #expect(item.children.count <= 1, "one failure a case") }
    }
  }

  @Test func aJudgedClaimWithoutFindingPasses() throws {
    let cases = try suites([MadeUpFindings.check()])[0].all("testcase")
    #expect(cases.map(\.children.count) == [1, 1, 1, 0])
    #expect(cases.last?["name"] == "draft.md:1:66 claim: Brightol may treat gloom")
    #expect(cases.allSatisfy { $0["file"] == "draft.md" && $0["classname"] == "draft.md" })
  }

  @Test func whatDoesNotBreakTheGateIsPassedOver() throws {
    let checked = try MadeUpFindings.check()
    let all = try suites([checked])[0]
    let graver = try suites([checked], ReportOptions(failsAt: .error))[0]
    let none = try suites([checked], ReportOptions(failsAt: nil))[0]
    let errors = checked.judgment.findings.count { $0.severity == .error }
    #expect(errors > 0 && errors < checked.judgment.findings.count)
    #expect(all.all("failure").count == checked.judgment.findings.count)
    #expect(graver.all("failure").count == errors && none.all("failure").isEmpty)
    #expect(graver.all("skipped").count == checked.judgment.findings.count - errors)
    #expect(
      none.all("skipped").allSatisfy { $0["message"]?.contains("does not break the gate") == true })
  }

  @Test func whatOneRuleSaysOfOnePlaceIsOneFailure() throws {
    var checked = try MadeUpFindings.check("Paleol treats gloom.")
    var other = checked.judgment.findings[0]
    other.message = "another message"
    other.severity = .note
    checked.judgment.findings.append(other)
    let cases = try suites([checked])[0].all("testcase")
    #expect(cases.count == 1)
    let failure = try #require(cases[0].children.first)
    #expect(failure["type"] == "error")
    #expect(failure["message"]?.hasSuffix("too little of it already; another message") == true)
    #expect(failure.text.contains("draft.md:1:1: note: another message [contradiction/opposes-condition]"))
  }

  /// A name shows the first words only.
  @Test func equalNamesGetAnOrdinal() throws {
    var checked = try MadeUpFindings.check("Paleol treats gloom. " + String(repeating: "a ", count: 60))
    let first = checked.judgment.findings[0]
    checked.judgment.findings = [100, 102, 104].map { end in
      var finding = first
      finding.range = ByteRange(first.range.start, end)
      return finding
    }
    let names = try suites([checked])[0].all("testcase").compactMap { $0["name"] }
    #expect(names.count == 3 && names[1] == names[0] + " (2)" && names[2] == names[0] + " (3)")
  }

  @Test func whatDoesNotCountIsSkipped() throws {
    let suite = try suites([MadeUpFindings.standings()])[0]
    #expect(
      suite.all("skipped").map { $0["message"] } == [
        "suppressed: a quotation (until 2027-01-01)", "approved: REF-1 (UK)",
        "listed in the baseline", "not touched by the changes",
      ])
    #expect(suite["failures"] == "1")
  }
}
