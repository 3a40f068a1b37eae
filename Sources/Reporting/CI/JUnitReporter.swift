import Judgment
import Knowledge

/// JUnit's XML as GitLab and Jenkins read it: a suite for each file, a case for each rule and place. A judged claim that no
/// finding speaks of is a case that passes; a finding that does not break the gate is one that was passed over; a file that
/// could not be checked is one with an error.
struct JUnitReporter: Reporter {
  private let knowledge: KnowledgeBase
  private let options: ReportOptions

  init(knowledge: KnowledgeBase, options: ReportOptions) {
    self.knowledge = knowledge
    self.options = options
  }

  func begin(to output: inout [UInt8]) {
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"assay\">")
  }

  func write(_ checked: CheckedDocument, to output: inout [UInt8], drain: Drain?) -> Tally {
    JUnitSuite(checked, knowledge: knowledge, failsAt: options.failsAt).write(to: &output, drain: drain)
    return Tally(checked)
  }

  var separator: StaticString { "" }

  func end(_ tally: Tally, to output: inout [UInt8]) {
    var xml = XMLBytes()
    swap(&xml.bytes, &output)
    for problem in tally.problems {
      let path = ReportPath.relative(problem.path)
      xml.open("testsuite", at: 1)
      xml.attribute("name", path)
      xml.attribute("tests", 1)
      xml.attribute("failures", 0)
      xml.attribute("errors", 1)
      xml.attribute("skipped", 0)
      xml.endTag()
      xml.open("testcase", at: 2)
      xml.attribute("classname", path)
      xml.attribute("name", "\(path) is checked")
      xml.attribute("file", path)
      xml.endTag()
      xml.open("error", at: 3)
      xml.attribute("message", problem.message)
      xml.endEmptyTag()
      xml.close("testcase", at: 2)
      xml.close("testsuite", at: 1)
    }
    xml.append("\n</testsuites>\n")
    swap(&xml.bytes, &output)
  }
}
