import Knowledge

/// Records of the rules as a list: aligned columns for people, or JSON.
///
/// Records of one kind show what that kind is made of; of several kinds, what each is in a line.
public struct RecordTable: Sendable {
  private let knowledge: KnowledgeBase
  private let records: [RuleCatalog.Record]

  public init(_ records: [RuleCatalog.Record], of knowledge: KnowledgeBase) {
    self.records = records
    self.knowledge = knowledge
  }

  private typealias Cell = (name: String, value: JSONValue)

  // MARK: Text

  /// A heading and a line for each record; nothing where there is none.
  public var text: String {
    let rows = records.map { record in
      isOneKind ? cells(record) : summary(record)
    }
    guard let first = rows.first else { return "" }
    let head = first.map { $0.name.uppercased() }
    let lines = [head] + rows.map { row in row.map { Self.shown($0.value) } }
    let widths = head.indices.map { column in lines.map { $0[column].unicodeScalars.count }.max() ?? 0 }
    return lines.map { line in
      let cells = line.enumerated().map { column, cell in
        column + 1 == line.count
          ? cell : cell + String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }

  /// A cell on one line; a dash where there is nothing.
  private static func shown(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): text.isEmpty ? "-" : String(text.map { $0.isNewline ? " " : $0 })
    case .number(let digits): digits
    case .array(let values): values.isEmpty ? "-" : values.map(shown).joined(separator: ", ")
    case .null, .bool, .object: "-"
    }
  }

  // MARK: JSON

  /// One object, a record a line.
  public var json: String {
    JSONValue.text(
      ofRecords: records.map { record in
        let cells = [("kind", .string(record.kind.rawValue))] + cells(record)
        return .object(cells.map { JSONValue.Member($0.name, $0.value) })
      }, of: knowledge)
  }

  // MARK: Cells

  private var isOneKind: Bool { Set(records.map(\.kind)).count == 1 }

  private func summary(_ record: RuleCatalog.Record) -> [Cell] {
    [
      ("kind", .string(record.kind.rawValue)), ("id", .string(record.id)),
      ("summary", .string(record.summary)),
    ]
  }

  private func cells(_ record: RuleCatalog.Record) -> [Cell] {
    [("id", .string(record.id))] + details(record)
  }

  private func details(_ record: RuleCatalog.Record) -> [Cell] {
    switch record.kind {
    case .concept:
      let concept = knowledge.concepts[record.index]
      return [
        ("type", .string(concept.kind.rawValue)), ("classes", .strings(concept.parents.map(id))),
        ("label", .string(concept.label)),
      ]
    case .source:
      let source = knowledge.sources[record.index]
      return [
        ("design", .string(source.design.rawValue)),
        ("year", source.year.map { JSONValue(Int($0)) } ?? .null),
        ("n", source.participants.map { JSONValue(Int($0)) } ?? .null), ("title", .string(source.title)),
      ]
    case .statement:
      let statement = knowledge.statements[record.index]
      return [
        ("interventions", .strings(([statement.intervention] + statement.partners).map(id))),
        ("relation", .string(statement.relation.rawValue)), ("target", .string(id(statement.target))),
      ] + judged(statement.verdict, statement.certainty, statement.sources, statement.reviewed)
    case .definition:
      let definition = knowledge.definitions[record.index]
      return [
        ("concept", .string(id(definition.concept))), ("direction", .string(definition.direction.rawValue)),
        ("quantity", .string(id(definition.quantity))),
      ] + judged(definition.verdict, definition.certainty, definition.sources, definition.reviewed)
    case .cue:
      let cue = knowledge.cues[record.index]
      return [
        ("category", .string(cue.category.rawValue)), ("scope", .string(cue.scope.rawValue)),
        ("value", .string(cue.value)), ("means", .string(cue.means)),
      ]
    case .frame:
      let frame = knowledge.frames[record.index]
      return [
        ("shape", .string(frame.shape.rawValue)), ("effect", .string(frame.effect.rawValue)),
        ("means", .string(frame.means)),
      ]
    case .finding:
      let rule = knowledge.findingRules[record.index]
      return [
        ("severity", .string(rule.severity.rawValue)), ("rank", JSONValue(Int(rule.rank))),
        ("message", .string(rule.message)),
      ]
    case .regulation:
      let rule = knowledge.regulation.rules[record.index]
      return [
        ("jurisdictions", .strings(rule.holdsIn)), ("severity", .string(rule.severity.rawValue)),
        ("basis", .string(rule.basis.rawValue)), ("why", .string(rule.why)),
      ]
    case .pack:
      let pack = knowledge.packs[record.index]
      return [
        ("version", .string(pack.version)), ("reviewed", .string(pack.reviewed)),
        ("years", JSONValue(Int(pack.maximumAgeYears))), ("title", .string(pack.title)),
      ]
    }
  }

  private func judged(
    _ verdict: EvidenceStatement.Verdict, _ certainty: EvidenceCertainty, _ sources: [Int32],
    _ reviewed: String
  ) -> [Cell] {
    [
      ("verdict", .string(verdict.rawValue)), ("certainty", .string(certainty.rawValue)),
      ("reviewed", .string(reviewed)),
      ("sources", .strings(sources.map { knowledge.sources[Int($0)].id })),
    ]
  }

  private func id(_ concept: ConceptIndex) -> String { knowledge.concepts[concept.int].id }
}
