import Ingest
import Judgment
import Knowledge

/// The XML of Checkstyle: an element for each file and one for each finding in it. Columns count code points; the format
/// has no ends.
struct CheckstyleReporter: Reporter {
  private let knowledge: KnowledgeBase
  private let options: ReportOptions

  init(knowledge: KnowledgeBase, options: ReportOptions) {
    self.knowledge = knowledge
    self.options = options
  }

  func begin(to output: inout [UInt8]) {
    var xml = XMLBytes()
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.open("checkstyle")
    xml.attribute("version", options.version)
    xml.endTag()
    output += xml.bytes
  }

  func write(_ checked: CheckedDocument, to output: inout [UInt8], drain: Drain?) -> Tally {
    var xml = XMLBytes()
    swap(&xml.bytes, &output)
    xml.open("file", at: 1)
    xml.attribute("name", ReportPath.relative(checked.document.path))
    xml.endTag()
    for finding in ReportedFindings(checked, knowledge: knowledge) where finding.standing == .reported {
      if xml.bytes.count >= 1 << 17 { drain?(&xml.bytes) }
      xml.open("error", at: 2)
      xml.attribute("line", finding.place.start.line)
      xml.attribute("column", finding.place.start.column)
      xml.attribute("severity", finding.severity == .note ? "info" : finding.severity.rawValue)
      xml.attribute("message", finding.summary)
      xml.attribute("source", finding.rule.id)
      xml.endEmptyTag()
    }
    xml.close("file", at: 1)
    swap(&xml.bytes, &output)
    return Tally(checked)
  }

  var separator: StaticString { "" }

  func end(_ tally: Tally, to output: inout [UInt8]) { output.append("\n</checkstyle>\n") }
}
