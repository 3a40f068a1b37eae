import Ingest
import Knowledge

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

  /// A file that was not checked, whatever else there is to show.
  static func append(_ problem: RunProblem, to output: inout [UInt8]) {
    output.append("::error file=")
    append(ReportPath.relative(problem.path), isProperty: true, to: &output)
    output.append(",title=not checked::")
    append(problem.message, isProperty: false, to: &output)
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
