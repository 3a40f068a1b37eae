import Ingest
import Judgment
import Knowledge

/// The JSON of GitLab's Code Quality report: an array of findings.
///
/// GitLab compares the fingerprints of two branches, and takes equal ones for one finding: they hold the path, the rule,
/// the words and the ordinal of equal words, and no line.
struct GitLabReporter: Reporter {
  private let knowledge: KnowledgeBase

  init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
  }

  func begin(to output: inout [UInt8]) { output.append("[\n") }

  func write(_ checked: CheckedDocument, to output: inout [UInt8], drain: Drain?) -> Tally {
    let path = ReportPath.relative(checked.document.path)
    let pathHash = Fingerprints.hash(path)
    var isFirst = true
    for finding in ReportedFindings(checked, knowledge: knowledge) where finding.standing == .reported {
      if output.count >= 1 << 17 { drain?(&output) }
      output.append(isFirst ? "{\"description\":" : ",\n{\"description\":")
      isFirst = false
      output.append(json: finding.summary)
      output.append(",\"check_name\":")
      output.append(json: finding.rule.id)
      output.append(",\"fingerprint\":\"")
      output.append(hex: pathHash)
      output.append(hex: finding.fingerprint)
      output.append("\",\"severity\":\"")
      output.append(severity(finding.severity))
      output.append("\",\"location\":{\"path\":")
      output.append(json: path)
      output.append(",\"lines\":{\"begin\":")
      output.append(decimal: finding.place.start.line)
      output.append(",\"end\":")
      output.append(decimal: finding.place.end.line)
      output.append("}}}")
    }
    return Tally(checked)
  }

  var separator: StaticString { ",\n" }

  func end(_ tally: Tally, to output: inout [UInt8]) { output.append("\n]\n") }

  private func severity(_ severity: FindingRule.Severity) -> StaticString {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
