import Knowledge
import Reporting

/// What became of the examples of a set of rules.
public struct RuleTestReport: Equatable, Sendable {
  /// Records with examples: finding rules, frames, cues, statements, each in the order of the rules.
  public var records: [RecordOutcome] = []

  public init() {}

  public var held: Int { total(\.held) }
  public var failed: Int { total(\.failed) }
  public var skipped: Int { total(\.skipped) }

  private func total(_ count: (RecordOutcome) -> Int) -> Int { records.reduce(0) { $0 + count($1) } }

  // MARK: Text

  /// One line for each record, below it one for each example that fails or is skipped; totals at the end.
  public var text: String {
    var text = ""
    for record in records {
      text += "\(record.kind.rawValue) \(record.id): \(record.held) of \(record.run) hold"
      text += record.skipped > 0 ? ", \(record.skipped) skipped\n" : "\n"
      for example in record.examples { text += Self.line(example) ?? "" }
    }
    for kind in RecordKind.allCases {
      let ofKind = records.filter { $0.kind == kind }
      guard !ofKind.isEmpty else { continue }
      text += "\(kind.rawValue): " + Self.totals(ofKind) + "\n"
    }
    return text + "all: " + Self.totals(records) + "\n"
  }

  private static func line(_ example: ExampleOutcome) -> String? {
    let place = "  \(example.place.path):\(example.place.line):\(example.place.column): "
    switch example.result {
    case .holds: return nil
    case .skipped(let reason): return "\(place)skipped: \(reason)\n"
    case .fails(let expected, let found):
      let generated = example.isGenerated ? " (generated)" : ""
      return "\(place)error: “\(example.text)”\(generated): expected \(expected); found \(found)\n"
    }
  }

  private static func totals(_ records: [RecordOutcome]) -> String {
    let run = records.reduce(0) { $0 + $1.run }
    let held = records.reduce(0) { $0 + $1.held }
    let skipped = records.reduce(0) { $0 + $1.skipped }
    return
      "\(held) of \(run) examples of \(records.count) \(records.count == 1 ? "record" : "records") hold, \(run - held) fail, \(skipped) skipped"
  }

  // MARK: JSON

  /// One object: every record with every example, and the totals.
  public var json: [UInt8] {
    var output: [UInt8] = []
    func literal(_ text: String) { output += Array(text.utf8) }
    func string(_ key: String, _ value: String) {
      literal("\"\(key)\":")
      JSONText.append(value, to: &output)
    }
    literal("{\"schemaVersion\":1,\"records\":[")
    for (index, record) in records.enumerated() {
      literal(index > 0 ? ",\n{" : "\n{")
      string("kind", record.kind.rawValue)
      literal(",")
      string("id", record.id)
      literal(
        ",\"held\":\(record.held),\"failed\":\(record.failed),\"skipped\":\(record.skipped),\"examples\":[")
      for (index, example) in record.examples.enumerated() {
        literal(index > 0 ? ",{" : "{")
        string("text", example.text)
        literal(",")
        string("path", example.place.path)
        literal(",\"line\":\(example.place.line),\"column\":\(example.place.column),")
        literal("\"generated\":\(example.isGenerated),")
        switch example.result {
        case .holds: string("result", "holds")
        case .skipped(let reason):
          string("result", "skipped")
          literal(",")
          string("reason", reason)
        case .fails(let expected, let found):
          string("result", "fails")
          literal(",")
          string("expected", expected)
          literal(",")
          string("found", found)
        }
        literal("}")
      }
      literal("]}")
    }
    literal("\n],\"totals\":{\"held\":\(held),\"failed\":\(failed),\"skipped\":\(skipped)}}\n")
    return output
  }
}
