import Ingest
import Judgment
import Knowledge

/// The JSON lines of reviewdog's diagnostic format: one diagnostic a line, columns in bytes of UTF-8, ends exclusive.
struct RDJSONLinesReporter: Reporter {
  private let knowledge: KnowledgeBase

  init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
  }

  func begin(to output: inout [UInt8]) {}

  func write(_ checked: CheckedDocument, to output: inout [UInt8], drain: Drain?) -> Tally {
    let path = ReportPath.relative(checked.document.path)
    for finding in ReportedFindings(checked, knowledge: knowledge) where finding.standing == .reported {
      if output.count >= 1 << 17 { drain?(&output) }
      // Readers before the format knew related places refuse a line that has them: the message names them.
      output.append("{\"message\":")
      output.append(json: finding.summary)
      output.append(",\"location\":{\"path\":")
      output.append(json: path)
      append(finding.place, to: &output)
      output.append("},\"severity\":\"")
      output.append(severity(finding.severity))
      output.append("\",\"source\":{\"name\":\"assay\"},\"code\":{\"value\":")
      output.append(json: finding.rule.id)
      output.append("}")
      if let fix = finding.fix {
        output.append(",\"suggestions\":[{\"text\":")
        output.append(json: fix.text)
        append(fix.place, to: &output)
        output.append("}]")
      }
      output.append("}\n")
    }
    return Tally(checked)
  }

  var separator: StaticString { "" }

  func end(_ tally: Tally, to output: inout [UInt8]) {}

  private func append(_ place: SourcePlace, to output: inout [UInt8]) {
    output.append(",\"range\":{\"start\":{\"line\":")
    output.append(decimal: place.start.line)
    output.append(",\"column\":")
    output.append(decimal: place.start.byteColumn)
    output.append("},\"end\":{\"line\":")
    output.append(decimal: place.end.line)
    output.append(",\"column\":")
    output.append(decimal: place.end.byteColumn)
    output.append("}}")
  }

  private func severity(_ severity: FindingRule.Severity) -> StaticString {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .note: "INFO"
    }
  }
}
