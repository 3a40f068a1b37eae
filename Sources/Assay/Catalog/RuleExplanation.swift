import Knowledge
import Reporting

/// Puts records of the rules into words, with their citations and with what refers to them.
public struct RuleExplanation: Sendable {
  let catalog: RuleCatalog
  let references: CrossReferences
  var knowledge: KnowledgeBase { catalog.knowledge }

  public init(catalog: RuleCatalog) {
    self.catalog = catalog
    references = CrossReferences(knowledge: catalog.knowledge)
  }

  /// Everything that an id or the name of a concept stands for: records, verdicts, families and so on.
  public func details(of text: String) -> [RecordDetails] {
    let exact = terms(text) + catalog.records(withID: text).map(details)
    return exact.isEmpty ? catalog.concepts(named: text).map(details) : exact
  }

  /// The ids and terms that a mistyped one was most likely meant to be, the nearest first.
  public func suggestions(for text: String) -> [String] { catalog.suggestions(for: text, with: termNames) }

  /// A record in full.
  public func details(_ record: RuleCatalog.Record) -> RecordDetails {
    switch record.kind {
    case .concept: concept(ConceptIndex(record.index))
    case .source: source(record.index)
    case .statement: statement(knowledge.statements[record.index])
    case .definition: definition(knowledge.definitions[record.index])
    case .cue: cue(knowledge.cues[record.index])
    case .frame: frame(knowledge.frames[record.index])
    case .finding: finding(record.index)
    case .regulation: regulation(knowledge.regulation.rules[record.index])
    case .pack: pack(knowledge.packs[record.index])
    }
  }

  // MARK: Mentions of other records

  func name(_ concept: ConceptIndex) -> String {
    let concept = knowledge.concepts[concept.int]
    return "\(concept.label) (\(concept.id))"
  }

  func mention(_ concept: ConceptIndex) -> RecordDetails.Mention {
    let id = knowledge.concepts[concept.int].id
    return .init(name(concept), ("id", id), ("label", knowledge.concepts[concept.int].label))
  }

  func mentions(_ concepts: some Sequence<ConceptIndex>) -> RecordDetails.Value {
    .mentions(concepts.map(mention))
  }

  /// The statements at some places, in the order of their ids.
  func mentions(statements places: [Int]) -> RecordDetails.Value {
    .mentions(
      places.map { knowledge.statements[$0] }.sorted { $0.id < $1.id }.map { statement in
        .init("\(statement.id): \(sentence(statement))", members(statement)[0], members(statement)[1])
      })
  }

  func members(_ statement: EvidenceStatement) -> [(String, String)] {
    [("id", statement.id), ("summary", sentence(statement))]
  }

  /// Who does what to what, with the verdict.
  func sentence(_ statement: EvidenceStatement) -> String {
    func label(_ concept: ConceptIndex) -> String { knowledge.concepts[concept.int].label }
    let agents = ([statement.intervention] + statement.partners).map(label).joined(separator: " + ")
    return "\(agents) \(statement.relation.rawValue) \(label(statement.target)): "
      + "\(statement.verdict.rawValue), \(EvidenceWords.label(statement.certainty))"
  }

  func citations(_ sources: [Int32]) -> RecordDetails.Value {
    .mentions(
      sources.map { place in
        let source = knowledge.sources[Int(place)]
        let citation = Citation.text(source)
        return .init(
          "\(citation) (\(source.id), \(EvidenceWords.name(source.design)))", ("id", source.id),
          ("design", source.design.rawValue), ("citation", citation))
      })
  }
}
