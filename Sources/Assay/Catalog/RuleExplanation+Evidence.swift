import Knowledge
import Reporting

/// Concepts, and what is known of them.
extension RuleExplanation {
  func concept(_ index: ConceptIndex) -> RecordDetails {
    let concept = knowledge.concepts[index.int]
    var details = RecordDetails("concept", concept.id, "\(concept.label) (\(concept.kind.rawValue))")
    details.add("synonyms", "also written", .words(concept.synonyms))
    details.add("needsContext", "also written, in context", .words(concept.needsContext))
    details.add("classes", "is a", mentions(concept.ancestors.map(\.concept)))
    details.add("members", "kinds", mentions(references.members(of: index)))
    details.add("states", "states", .mentions(concept.states.map { state($0, of: concept) }))
    details.add("effects", "effects", .mentions(concept.effects.map { effect($0, of: concept) }))
    details.add(
      "definitions", "definitions",
      .mentions(
        references.definitions(of: index).map { place in
          let definition = knowledge.definitions[place]
          return .init(
            "\(definition.id): \(definition.maySay)", ("id", definition.id), ("maySay", definition.maySay))
        }))
    details.add("does", "what it does", mentions(statements: references.statements(by: index)))
    details.add("doesWithOthers", "with others", mentions(statements: references.statements(with: index)))
    details.add("doneToIt", "what is done to it", mentions(statements: references.statements(on: index)))
    details.add(
      "inheritedDoes", "from its classes, what it does", mentions(references.inheritedStatements(by: index)))
    details.add(
      "inheritedDoneToIt", "from its classes, what is done to it",
      mentions(references.inheritedStatements(on: index)))
    details.add(place: concept.place)
    return details
  }

  private func state(_ state: Concept.Deviation, of concept: Concept) -> RecordDetails.Mention {
    let origin = references.origin(of: state, in: concept)
    let from = origin.map { ", from its class \(name($0))" } ?? ""
    return .init(
      "\(name(state.quantity)) is \(state.state.rawValue)\(from)",
      ("quantity", knowledge.concepts[state.quantity.int].id), ("state", state.state.rawValue),
      ("from", origin.map { knowledge.concepts[$0.int].id } ?? concept.id))
  }

  private func effect(_ effect: Concept.Effect, of concept: Concept) -> RecordDetails.Mention {
    let origin = references.origin(of: effect, in: concept)
    let from = origin.map { ", from its class \(name($0))" } ?? ""
    let source = effect.source >= 0 ? knowledge.sources[Int(effect.source)].id : ""
    return .init(
      "\(effect.direction.rawValue): \(name(effect.quantity))" + (source.isEmpty ? "" : " [\(source)]")
        + from,
      ("quantity", knowledge.concepts[effect.quantity.int].id), ("direction", effect.direction.rawValue),
      ("source", source), ("from", origin.map { knowledge.concepts[$0.int].id } ?? concept.id))
  }

  private func mentions(_ inherited: [CrossReferences.Inherited]) -> RecordDetails.Value {
    .mentions(
      inherited.map { inherited in
        let statement = knowledge.statements[inherited.statement]
        let from = knowledge.concepts[inherited.from.int].id
        return .init(
          "\(statement.id): \(sentence(statement)) (from \(from))", ("id", statement.id),
          ("summary", sentence(statement)), ("from", from))
      })
  }

  func source(_ place: Int) -> RecordDetails {
    let source = knowledge.sources[place]
    var details = RecordDetails("source", source.id, Citation.text(source))
    details.add(
      "design", "design", term: source.design.rawValue, meaning: EvidenceWords.name(source.design))
    if let participants = source.participants { details.add("n", "participants", .number(Int(participants))) }
    details.add("finding", "found", source.finding)
    details.add("doi", "DOI", source.doi)
    details.add("pmid", "PMID", source.pmid)
    details.add("url", "address", source.url)
    details.add("seenAt", "read at", source.seenAt)
    details.add("partOf", "part of", source.partOf)
    let users = references.users(ofSource: place)
    details.add("statements", "cited by statements", mentions(statements: users.statements))
    details.add(
      "definitions", "cited by definitions", .words(users.definitions.map { knowledge.definitions[$0].id }))
    details.add("effects", "cited for effects of", mentions(users.concepts))
    details.add(
      "findings", "cited by finding rules", .words(users.findingRules.map { knowledge.findingRules[$0].id }))
    details.add(
      "regulations", "cited by regulations",
      .words(users.regulationRules.map { knowledge.regulation.rules[$0].id }))
    details.add("parts", "further extracts", .words(users.parts.map { knowledge.sources[$0].id }))
    if users.isEmpty { details.add("use", "cited by", "nothing yet") }
    details.add(place: source.place)
    return details
  }

  func statement(_ statement: EvidenceStatement) -> RecordDetails {
    let agents = ([statement.intervention] + statement.partners).map(name).joined(separator: " + ")
    var details = RecordDetails(
      "statement", statement.id,
      "\(agents) \(EvidenceWords.verb(statement.relation)) \(name(statement.target))")
    func id(_ concept: ConceptIndex) -> String { knowledge.concepts[concept.int].id }
    details.add(
      member: "interventions", .words(([statement.intervention] + statement.partners).map(id)))
    details.add(member: "relation", .text(statement.relation.rawValue))
    details.add(member: "target", .text(id(statement.target)))
    details.add(
      "verdict", "verdict", term: statement.verdict.rawValue,
      meaning: "\(statement.verdict.rawValue): "
        + EvidenceWords.meaning(statement.verdict, of: statement.relation))
    judged(
      &details, statement.certainty, statement.note, statement.maySay, statement.reviewed, statement.sources,
      statement.place)
    return details
  }

  func definition(_ definition: Definition) -> RecordDetails {
    var details = RecordDetails("definition", definition.id, name(definition.concept))
    details.add(member: "concept", .text(knowledge.concepts[definition.concept.int].id))
    details.add(member: "direction", .text(definition.direction.rawValue))
    details.add(
      "quantity", "quantity", term: knowledge.concepts[definition.quantity.int].id,
      meaning:
        "\(name(definition.quantity)) is by definition \(EvidenceWords.adjective(definition.direction))")
    details.add("verdict", "verdict", definition.verdict.rawValue)
    judged(
      &details, definition.certainty, definition.note, definition.maySay, definition.reviewed,
      definition.sources, definition.place)
    return details
  }

  private func judged(
    _ details: inout RecordDetails, _ certainty: EvidenceCertainty, _ note: String, _ maySay: String,
    _ reviewed: String, _ sources: [Int32], _ place: RulePlace
  ) {
    details.add(
      "certainty", "certainty", term: certainty.rawValue,
      meaning: "\(EvidenceWords.label(certainty)) (GRADE): \(EvidenceWords.meaning(certainty))")
    details.add("note", "what is known", note)
    details.add("maySay", "may be said", maySay)
    details.add("reviewed", "reviewed", reviewed)
    details.add("sources", "sources", citations(sources))
    details.add(place: place)
  }
}
