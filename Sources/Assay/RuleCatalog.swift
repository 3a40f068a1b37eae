import Knowledge

/// The kinds of record that rules are made of.
public enum RecordKind: String, CaseIterable, Sendable {
  case concept, source, statement, definition, cue, frame, finding
}

/// All records of a knowledge base by their ids.
public struct RuleCatalog: Sendable {
  /// A record, by where it stands.
  public struct Record: Equatable, Sendable {
    public var kind: RecordKind
    public var id: String
    /// What it is, in one line.
    public var summary: String
    /// Place in the knowledge base's array of its kind.
    public var index: Int
  }

  public let knowledge: KnowledgeBase
  /// By kind, in the order of the rules.
  public let records: [Record]

  public init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    var records: [Record] = []
    func add(_ kind: RecordKind, _ index: Int, _ id: String, _ summary: String) {
      records.append(Record(kind: kind, id: id, summary: summary, index: index))
    }
    func label(_ concept: ConceptIndex) -> String { knowledge.concepts[concept.int].label }
    for (index, concept) in knowledge.concepts.enumerated() {
      add(.concept, index, concept.id, "\(concept.label) (\(concept.kind.rawValue))")
    }
    for (index, source) in knowledge.sources.enumerated() { add(.source, index, source.id, source.title) }
    for (index, statement) in knowledge.statements.enumerated() {
      let agents = ([statement.intervention] + statement.partners).map(label).joined(separator: " + ")
      add(
        .statement, index, statement.id,
        "\(agents) \(statement.relation.rawValue) \(label(statement.target)): "
          + "\(statement.verdict.rawValue), \(statement.certainty.rawValue)")
    }
    for (index, definition) in knowledge.definitions.enumerated() {
      add(.definition, index, definition.id, definition.maySay)
    }
    for (index, cue) in knowledge.cues.enumerated() {
      add(.cue, index, cue.id, "\(cue.category.rawValue): \(cue.means)")
    }
    for (index, frame) in knowledge.frames.enumerated() {
      add(.frame, index, frame.id, "\(frame.shape.rawValue): \(frame.means)")
    }
    for (index, rule) in knowledge.findingRules.enumerated() {
      add(.finding, index, rule.id, "\(rule.severity.rawValue): \(rule.message)")
    }
    self.records = records
  }

  /// The records with an id; several where kinds share it.
  public func records(withID id: String) -> [Record] { records.filter { $0.id == id } }

  /// The id that a mistyped one was most likely meant to be.
  public func nearest(to id: String) -> String? { Suggestion.nearest(to: id, among: records.lazy.map(\.id)) }
}
