import Judgment
import Knowledge

/// The annotated text of each document with claims, findings and evidence.
struct XMLReporter: Reporter {
  let knowledge: KnowledgeBase
  let options: ReportOptions
  func begin(to output: inout [UInt8]) {}
  func write(_ checked: CheckedDocument, to output: inout [UInt8]) -> Tally { Tally(checked) }
  var separator: StaticString { "" }
  func end(_ tally: Tally, to output: inout [UInt8]) {}
}
