import Knowledge
import Reporting

/// Puts records of the rules into words, with their citations.
public struct RuleExplanation: Sendable {
  private let catalog: RuleCatalog
  private var knowledge: KnowledgeBase { catalog.knowledge }

  public init(catalog: RuleCatalog) {
    self.catalog = catalog
  }

  /// Some lines on a record, each with its line end.
  public func text(_ record: RuleCatalog.Record) -> String {
    var lines = Lines()
    switch record.kind {
    case .concept: explain(knowledge.concepts[record.index], ConceptIndex(record.index), &lines)
    case .source: explain(knowledge.sources[record.index], record.index, &lines)
    case .statement: explain(knowledge.statements[record.index], &lines)
    case .definition: explain(knowledge.definitions[record.index], &lines)
    case .cue: explain(knowledge.cues[record.index], &lines)
    case .frame: explain(knowledge.frames[record.index], &lines)
    case .finding: explain(knowledge.findingRules[record.index], &lines)
    }
    return lines.text
  }

  /// Titles and labelled lines.
  private struct Lines {
    var text = ""

    mutating func title(_ kind: RecordKind, _ id: String, _ name: String) {
      text += "\(kind.rawValue) \(id)\n  \(name)\n"
    }

    mutating func add(_ label: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      text += "  \(label): \(value)\n"
    }

    mutating func add(_ label: String, _ values: [String]) {
      guard !values.isEmpty else { return }
      text += "  \(label):\n" + values.map { "    - \($0)\n" }.joined()
    }

    mutating func place(_ place: RulePlace) { text += "  written in: \(place.path):\(place.line)\n" }
  }

  private func name(_ concept: ConceptIndex) -> String {
    let concept = knowledge.concepts[concept.int]
    return "\(concept.label) (\(concept.id))"
  }

  private func citations(_ sources: [Int32]) -> [String] {
    sources.map { place in
      let source = knowledge.sources[Int(place)]
      return "\(Citation.text(source)) (\(source.id))"
    }
  }

  private func words(_ certainty: EvidenceCertainty) -> String {
    certainty == .veryLow ? "very low" : certainty.rawValue
  }

  // MARK: Records

  private func explain(_ concept: Concept, _ index: ConceptIndex, _ lines: inout Lines) {
    lines.title(.concept, concept.id, "\(concept.label) (\(concept.kind.rawValue))")
    lines.add("also written", concept.synonyms.joined(separator: ", "))
    lines.add("also written, in context", concept.needsContext.joined(separator: ", "))
    lines.add("is a", concept.ancestors.map { name($0.concept) }.joined(separator: ", "))
    let kinds = knowledge.concepts.filter { $0.parents.contains(index) }
    lines.add("kinds", kinds.map { "\($0.label) (\($0.id))" }.joined(separator: ", "))
    lines.add("states", concept.states.map { "\(name($0.quantity)) is \($0.state.rawValue)" })
    lines.add(
      "effects",
      concept.effects.map { effect in
        let source = effect.source >= 0 ? " [\(knowledge.sources[Int(effect.source)].id)]" : ""
        return "\(effect.direction.rawValue): \(name(effect.quantity))\(source)"
      })
    lines.add(
      "definitions", knowledge.definitions.filter { $0.concept == index }.map { "\($0.id): \($0.maySay)" })
    lines.add(
      "statements",
      catalog.records.lazy.filter { $0.kind == .statement }.filter { record in
        let statement = knowledge.statements[record.index]
        return statement.intervention == index || statement.target == index
          || statement.partners.contains(index)
      }.map { "\($0.id): \($0.summary)" })
    lines.place(concept.place)
  }

  private func explain(_ source: Source, _ index: Int, _ lines: inout Lines) {
    lines.title(.source, source.id, Citation.text(source))
    let participants = source.participants.map { ", \($0) participants" } ?? ""
    lines.add("design", source.design.rawValue + participants)
    lines.add("found", source.finding)
    lines.add("DOI", source.doi)
    lines.add("PMID", source.pmid)
    lines.add("address", source.url)
    lines.add("read at", source.seenAt)
    lines.add("part of", source.partOf)
    let users = knowledge.statements.filter { $0.sources.contains(Int32(index)) }.map(\.id)
    lines.add("bears", (users + knowledge.definitions.filter { $0.sources.contains(Int32(index)) }.map(\.id)))
    lines.place(source.place)
  }

  private func explain(_ statement: EvidenceStatement, _ lines: inout Lines) {
    let agents = ([statement.intervention] + statement.partners).map(name).joined(separator: " + ")
    lines.title(
      .statement, statement.id, "\(agents) \(statement.relation.rawValue) \(name(statement.target))")
    lines.add("verdict", "\(statement.verdict.rawValue), \(words(statement.certainty)) certainty (GRADE)")
    lines.add("what is known", statement.note)
    lines.add("may be said", statement.maySay)
    lines.add("reviewed", statement.reviewed)
    lines.add("sources", citations(statement.sources))
    lines.place(statement.place)
  }

  private func explain(_ definition: Definition, _ lines: inout Lines) {
    lines.title(.definition, definition.id, name(definition.concept))
    lines.add("quantity", "\(definition.direction.rawValue): \(name(definition.quantity))")
    lines.add("certainty", words(definition.certainty))
    lines.add("what is known", definition.note)
    lines.add("may be said", definition.maySay)
    lines.add("reviewed", definition.reviewed)
    lines.add("sources", citations(definition.sources))
    lines.place(definition.place)
  }

  private func explain(_ cue: Cue, _ lines: inout Lines) {
    let value = cue.value.isEmpty ? "" : " (\(cue.value))"
    lines.title(.cue, cue.id, "\(cue.category.rawValue)\(value), acts on: \(cue.scope.rawValue)")
    lines.add("means", cue.means)
    lines.add("words", cue.forms.joined(separator: ", "))
    lines.add("examples", cue.examples)
    lines.place(cue.place)
  }

  private func explain(_ frame: Frame, _ lines: inout Lines) {
    lines.title(.frame, frame.id, "\(frame.shape.rawValue), \(frame.effect.rawValue)")
    lines.add("means", frame.means)
    lines.add("words", frame.words.joined(separator: ", "))
    lines.add("before the target", frame.targetLinks.joined(separator: ", "))
    lines.add("before the agent", frame.agentLinks.joined(separator: ", "))
    if let direction = frame.movesDirection {
      lines.add("moves", "\(direction.rawValue): \(frame.movesQuantity)")
    }
    lines.add("strength", frame.strength)
    lines.add("examples", frame.examples)
    lines.place(frame.place)
  }

  private func explain(_ rule: FindingRule, _ lines: inout Lines) {
    lines.title(.finding, rule.id, rule.message)
    lines.add("severity", rule.severity.rawValue)
    lines.add("why", rule.why)
    lines.add("instead", rule.suggestion)
    lines.add("flags", rule.flags)
    lines.add("passes", rule.passes)
    lines.add("sources", citations(rule.sources))
    lines.place(rule.place)
  }
}
