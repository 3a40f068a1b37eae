import Judgment
import Knowledge

/// One line for each document: a JSON object that stands on its own, with the evidence that the document rests on, so
/// that lines may be sorted, split and joined.
struct JSONLinesReporter: Reporter {
  private let tables: JSONTables
  private let head: [UInt8]

  init(knowledge: KnowledgeBase, options: ReportOptions) {
    tables = JSONTables(knowledge: knowledge)
    head = JSONReporter.head(knowledge: knowledge, options: options)
  }

  func begin(to output: inout [UInt8]) {}

  func write(_ checked: CheckedDocument, to output: inout [UInt8], drain: Drain?) -> Tally {
    var tally = Tally(checked)
    tally.collectEvidence(of: checked, knowledge: tables.knowledge)
    output.append("{")
    output.append(contentsOf: head)
    output.append(",")
    var document = JSONDocument(checked, tables: tables, drain: drain)
    document.appendMembers(to: &output)
    output.append(",")
    tables.appendEvidence(tally, to: &output)
    output.append("}\n")
    return tally
  }

  var separator: StaticString { "" }

  func end(_ tally: Tally, to output: inout [UInt8]) {}
}
