import Knowledge

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
    for (index, rule) in knowledge.regulation.rules.enumerated() {
      add(.regulation, index, rule.id, "\(rule.holdsIn.joined(separator: ", ")): \(rule.why)")
    }
    for (index, pack) in knowledge.packs.enumerated() { add(.pack, index, pack.id, pack.title) }
    self.records = records
  }

  /// The records with an id; several where kinds share it.
  public func records(withID id: String) -> [Record] { records.filter { $0.id == id } }

  /// The concepts that have a name: a label, a synonym or a form that needs context, in any case.
  public func concepts(named name: String) -> [Record] {
    let name = name.lowercased()
    return records.filter { record in
      guard record.kind == .concept else { return false }
      let concept = knowledge.concepts[record.index]
      return concept.label.lowercased() == name
        || (concept.synonyms + concept.needsContext).contains { $0.lowercased() == name }
    }
  }

  /// The concept of an id or a name, where it is one only.
  public func concept(_ text: String) -> ConceptIndex? {
    if let place = knowledge.concepts.firstIndex(where: { $0.id == text }) { return ConceptIndex(place) }
    let named = concepts(named: text)
    return named.count == 1 ? named.first.map { ConceptIndex($0.index) } : nil
  }

  /// The ids that a mistyped one was most likely meant to be, the nearest first; where none is near, that of the concept with
  /// the nearest name.
  /// - Parameters:
  ///   - kind: of records; nil: any.
  ///   - others: what else may have been meant.
  public func suggestions(for text: String, of kind: RecordKind? = nil, with others: [String] = [])
    -> [String]
  {
    let text = text.lowercased()
    let ids = records.filter { kind == nil || $0.kind == kind }.map(\.id)
    let near = Suggestion.near(to: text, among: ids + others, limit: 3)
    guard near.isEmpty else { return near }
    let names = knowledge.concepts.flatMap { concept in
      ([concept.label] + concept.synonyms).map { (name: $0.lowercased(), id: concept.id) }
    }
    guard let name = Suggestion.nearest(to: text, among: names.lazy.map(\.name)) else { return [] }
    return names.first { $0.name == name }.map { [$0.id] } ?? []
  }
}
