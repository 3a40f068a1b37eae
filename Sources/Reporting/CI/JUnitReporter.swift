import Judgment
import Knowledge

/// JUnit's XML as GitLab and Jenkins read it: a suite for each file, a case for each rule and place. A judged claim that no
/// finding speaks of is a case that passes.
struct JUnitReporter: Reporter {
  private let knowledge: KnowledgeBase

  init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
  }

  func begin(to output: inout [UInt8]) {
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"assay\">")
  }

  func write(_ checked: CheckedDocument, to output: inout [UInt8], drain: Drain?) -> Tally {
    JUnitSuite(checked, knowledge: knowledge).write(to: &output, drain: drain)
    return Tally(checked)
  }

  var separator: StaticString { "" }

  func end(_ tally: Tally, to output: inout [UInt8]) { output.append("\n</testsuites>\n") }
}
