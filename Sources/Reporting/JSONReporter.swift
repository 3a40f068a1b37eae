import Judgment
import Knowledge

/// One JSON object for all documents, followed by the evidence that they rest on.
struct JSONReporter: Reporter {
  private let tables: JSONTables
  private let head: [UInt8]

  init(knowledge: KnowledgeBase, options: ReportOptions) {
    tables = JSONTables(knowledge: knowledge)
    head = Self.head(knowledge: knowledge, options: options)
  }

  func begin(to output: inout [UInt8]) {
    output.append("{")
    output.append(contentsOf: head)
    output.append(",\"documents\":[\n")
  }

  func write(_ checked: CheckedDocument, to output: inout [UInt8], drain: Drain?) -> Tally {
    var tally = Tally(checked)
    tally.collectEvidence(of: checked, knowledge: tables.knowledge)
    output.append("{")
    var document = JSONDocument(checked, tables: tables, drain: drain)
    document.appendMembers(to: &output)
    output.append("}")
    return tally
  }

  var separator: StaticString { ",\n" }

  func end(_ tally: Tally, to output: inout [UInt8]) {
    output.append("\n],")
    if !tally.problems.isEmpty {
      output.append("\"problems\":[")
      for (index, problem) in tally.problems.enumerated() {
        output.append(index == 0 ? "\n{\"path\":" : ",\n{\"path\":")
        output.append(json: problem.path)
        output.append(",\"message\":")
        output.append(json: problem.message)
        output.append("}")
      }
      output.append("\n],")
    }
    tables.appendEvidence(tally, to: &output)
    output.append("}\n")
  }

  /// The members that every JSON report begins with, without a brace: versions of the schema, the tool and the rules.
  static func head(knowledge: KnowledgeBase, options: ReportOptions) -> [UInt8] {
    var head: [UInt8] = []
    head.append("\"schemaVersion\":1,\"tool\":{\"name\":\"assay\",\"version\":")
    head.append(json: options.version)
    head.append("},\"rules\":{\"version\":")
    head.append(json: knowledge.packs.map(\.version).joined(separator: "+"))
    head.append(",\"sha256\":")
    head.append(json: knowledge.sha256)
    head.append("}")
    return head
  }
}
