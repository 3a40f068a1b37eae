import Ingest
import Judgment
import Knowledge

/// Workflow commands of GitHub Actions, which become annotations of a pull request.
///
/// GitHub shows ten annotations of each level and drops the rest without a word: the gravest and first ten of each level
/// are written, at the end of the run, and how many there are more.
struct GitHubReporter: Reporter {
  private let knowledge: KnowledgeBase
  private let options: ReportOptions

  init(knowledge: KnowledgeBase, options: ReportOptions) {
    self.knowledge = knowledge
    self.options = options
  }

  func begin(to output: inout [UInt8]) {}

  func write(_ checked: CheckedDocument, to output: inout [UInt8], drain: Drain?) -> Tally {
    var tally = Tally(checked)
    let path = ReportPath.relative(checked.document.path)
    for finding in ReportedFindings(checked, knowledge: knowledge) where finding.standing == .reported {
      tally.commands.add(finding.severity) { WorkflowCommand.append(finding, path, to: &$0) }
      if options.collectsSummary { tally.summaryRows.add { SummaryTable.append(finding, path, to: &$0) } }
    }
    return tally
  }

  var separator: StaticString { "" }

  func end(_ tally: Tally, to output: inout [UInt8]) {
    for problem in tally.problems {
      WorkflowCommand.append(problem, to: &output)
    }
    for severity in FindingRule.Severity.allCases.reversed() {
      for command in tally.commands[severity] { output += command }
    }
    for severity in FindingRule.Severity.allCases.reversed() {
      let more = tally.count(of: severity) - tally.commands[severity].count
      guard more > 0 else { continue }
      output.append(text: TextReporter.count(more, "more \(severity.rawValue)", "more \(severity.rawValue)s"))
      output.append(text: " (GitHub shows \(WorkflowCommands.limit) of each level)\n")
    }
    output.append(text: TextReporter.summary(tally))
    output.append("\n")
  }
}
