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

/// One annotation as a line of the log.
enum WorkflowCommand {
  /// Appends the command with its line feed. Columns count code points; they are left out where the words go over
  /// several lines, since annotations have them on one line only.
  static func append(_ finding: ReportedFinding, _ path: String, to output: inout [UInt8]) {
    output.append("::")
    output.append(name(finding.severity))
    output.append(" file=")
    append(path, isProperty: true, to: &output)
    output.append(",line=")
    output.append(decimal: finding.place.start.line)
    output.append(",endLine=")
    output.append(decimal: finding.place.end.line)
    if finding.place.start.line == finding.place.end.line {
      output.append(",col=")
      output.append(decimal: finding.place.start.column)
      output.append(",endColumn=")
      output.append(decimal: finding.place.end.column)
    }
    output.append(",title=")
    append(finding.rule.id, isProperty: true, to: &output)
    output.append("::")
    append(finding.summary, isProperty: false, to: &output)
    output.append("\n")
  }

  private static func name(_ severity: FindingRule.Severity) -> StaticString {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// What would end a property or the command is percent-encoded, so that nothing of a draft begins a line of its own.
  private static func append(_ text: String, isProperty: Bool, to output: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": output.append("%25")
      case "\r": output.append("%0D")
      case "\n": output.append("%0A")
      case ":" where isProperty: output.append("%3A")
      case "," where isProperty: output.append("%2C")
      default:
        let shown = TerminalText.shown(scalar)
        output.append(contentsOf: UTF8.encode(shown) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}
