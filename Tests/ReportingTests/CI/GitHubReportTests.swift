import Judgment
import Knowledge
import Reporting
import Testing

@Suite struct GitHubReportTests {
  @Test func tenOfALevelAreShownAndErrorsComeFirst() throws {
    let warnings = try MadeUpFindings.check(
      String(repeating: "Brightol treats glare.\n\n", count: 7), path: "a.md")
    let errors = try MadeUpFindings.check(
      String(repeating: "Paleol treats gloom.\n\n", count: 13), path: "b.md")
    let lines = try Reports.write(.github, [warnings, errors, warnings]).split(separator: "\n")
    #expect(lines.prefix(10).allSatisfy { $0.hasPrefix("::error file=b.md,") })
    #expect(lines.dropFirst(10).prefix(10).allSatisfy { $0.hasPrefix("::warning file=a.md,") })
    #expect(
      lines.dropFirst(20).prefix(2) == [
        "3 more errors (GitHub shows 10 of each level)", "4 more warnings (GitHub shows 10 of each level)",
      ])
    #expect(lines.dropFirst(22).count == 1)
  }

  @Test func wordsOverSeveralLinesHaveNoColumns() throws {
    let log = try Reports.write(.github, [MadeUpFindings.check("Well: Paleol\ntreats gloom.\n")])
    let command = try #require(WorkflowCommandLine(log))
    #expect(command.properties["line"] == "1" && command.properties["endLine"] == "2")
    #expect(command.properties["col"] == nil && command.properties["endColumn"] == nil)
  }

  @Test func notesAreNotices() throws {
    var checked = try MadeUpFindings.check("Paleol treats gloom.")
    checked.judgment.findings[0].severity = .note
    let command = try #require(WorkflowCommandLine(Reports.write(.github, [checked])))
    #expect(command.name == "notice")
    #expect(command.properties["title"] == "contradiction/opposes-condition")
  }

  @Test func whatDoesNotCountIsNotShown() throws {
    let lines = try Reports.write(.github, [MadeUpFindings.standings()]).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::") } == 1)
  }
}
