import Knowledge

/// Which records of the rules are wanted. What is nil asks for nothing; all that is given has to hold.
public struct RecordFilter: Sendable {
  public var kind: RecordKind?
  /// Of statements and definitions.
  public var verdict: EvidenceStatement.Verdict?
  public var certainty: EvidenceCertainty?
  /// Of statements.
  public var relation: EvidenceStatement.Relation?
  /// A concept that the record speaks of, on whichever side; its members count too.
  public var about: ConceptIndex?
  /// Statements and definitions whose last review is earlier.
  public var reviewedBefore: ReviewDate?
  /// Of sources.
  public var design: Source.Design?
  /// A text that the id or the summary holds, in any case.
  public var text: String?

  public init() {}

  /// The options that are given, as the command line names them, with the kinds of record that have what they ask for.
  private var asked: [(option: String, kinds: [RecordKind])] {
    var asked: [(String, [RecordKind])] = []
    if verdict != nil { asked.append(("--verdict", [.statement, .definition])) }
    if certainty != nil { asked.append(("--certainty", [.statement, .definition])) }
    if relation != nil { asked.append(("--relation", [.statement])) }
    if reviewedBefore != nil { asked.append(("--reviewed-before", [.statement, .definition])) }
    if design != nil { asked.append(("--design", [.source])) }
    if about != nil { asked.append(("--about", [.concept, .source, .statement, .definition, .finding])) }
    return asked
  }

  /// Why no record can ever pass, as a sentence; nil where some may.
  public var contradiction: String? {
    func names(_ kinds: [RecordKind]) -> String { kinds.map(\.plural).joined(separator: " and ") }
    for (option, kinds) in asked {
      if let kind, !kinds.contains(kind) {
        return "\(option) is of \(names(kinds)); \(kind.plural) have none."
      }
    }
    for (option, kinds) in asked {
      for (other, otherKinds) in asked where !kinds.contains(where: otherKinds.contains) {
        return "\(option) is of \(names(kinds)) and \(other) of \(names(otherKinds)): no record has both."
      }
    }
    return nil
  }

  /// The records that pass, by kind and then by id.
  public func records(of catalog: RuleCatalog) -> [RuleCatalog.Record] {
    let knowledge = catalog.knowledge
    let kinds = RecordKind.allCases.filter { candidate in
      (kind == nil || kind == candidate) && asked.allSatisfy { $0.kinds.contains(candidate) }
    }
    let topic = about.map { Topic($0, knowledge) }
    let wanted = text?.lowercased()
    let passing = catalog.records.filter { record in
      guard kinds.contains(record.kind), passes(record, knowledge) else { return false }
      if let topic, !topic.holds(record, knowledge) { return false }
      guard let wanted else { return true }
      return record.id.contains(wanted) || record.summary.lowercased().contains(wanted)
    }
    return kinds.flatMap { kind in passing.filter { $0.kind == kind }.sorted { $0.id < $1.id } }
  }

  private func passes(_ record: RuleCatalog.Record, _ knowledge: KnowledgeBase) -> Bool {
    switch record.kind {
    case .statement:
      let statement = knowledge.statements[record.index]
      return (relation == nil || relation == statement.relation)
        && passes(statement.verdict, statement.certainty, statement.reviewed)
    case .definition:
      let definition = knowledge.definitions[record.index]
      return passes(definition.verdict, definition.certainty, definition.reviewed)
    case .source: return design == nil || design == knowledge.sources[record.index].design
    case .concept, .cue, .frame, .finding, .regulation, .pack: return true
    }
  }

  private func passes(
    _ verdict: EvidenceStatement.Verdict, _ certainty: EvidenceCertainty, _ reviewed: String
  ) -> Bool {
    if let wanted = self.verdict, wanted != verdict { return false }
    if let wanted = self.certainty, wanted != certainty { return false }
    guard let reviewedBefore else { return true }
    return ReviewDate(reviewed).map { $0 < reviewedBefore } ?? false
  }
}

/// What speaks of a concept or a member of it.
private struct Topic {
  private let family: Set<ConceptIndex>
  private let references: CrossReferences

  init(_ concept: ConceptIndex, _ knowledge: KnowledgeBase) {
    references = CrossReferences(knowledge: knowledge)
    family = references.family(of: concept)
  }

  func holds(_ record: RuleCatalog.Record, _ knowledge: KnowledgeBase) -> Bool {
    switch record.kind {
    case .concept: return family.contains(ConceptIndex(record.index))
    case .statement: return holds(knowledge.statements[record.index])
    case .definition: return holds(knowledge.definitions[record.index])
    case .finding: return knowledge.findingRules[record.index].agents.contains(where: family.contains)
    case .source:
      let users = references.users(ofSource: record.index)
      return users.statements.contains { holds(knowledge.statements[$0]) }
        || users.definitions.contains { holds(knowledge.definitions[$0]) }
        || users.concepts.contains(where: family.contains)
    case .cue, .frame, .regulation, .pack: return false
    }
  }

  private func holds(_ statement: EvidenceStatement) -> Bool {
    family.contains(statement.intervention) || family.contains(statement.target)
      || statement.partners.contains(where: family.contains)
  }

  private func holds(_ definition: Definition) -> Bool {
    family.contains(definition.concept) || family.contains(definition.quantity)
  }
}
