/// Holds statements and definitions against the concepts and against each other, and makes them into the model's values.
struct EvidenceChecker {
  let drafts: RuleDrafts
  let index: RecordIndex
  let taxonomy: Taxonomy
  let concepts: ConceptChecker
  let faults: FaultCollector

  func statements() -> [EvidenceStatement] {
    let harms = drafts.packs.compactMap { pack in
      pack.harmClass.flatMap { index.concept($0, in: pack.place.path) }
    }
    var said: [String: StatementDraft] = [:]
    return drafts.statements.compactMap { draft in
      guard let statement = resolve(draft) else { return nil }
      checkVerdict(draft, statement, harms)
      let partners = draft.partners.map(\.text).sorted().joined(separator: "+")
      let key = [draft.intervention.text, partners, draft.relation.rawValue, draft.target.text]
        .joined(separator: " ")
      if let known = said[key] {
        let how = known.judged.verdict == draft.judged.verdict ? "say the same" : "disagree"
        faults.report(
          draft.place.path, draft.id.at, "the statements '\(known.id.text)' and '\(draft.id.text)' \(how)",
          "both judge one claim; the first is in \(known.place.path):\(known.place.at.line); make them one")
        return nil
      }
      said[key] = draft
      return statement
    }
  }

  private func resolve(_ draft: StatementDraft) -> EvidenceStatement? {
    let path = draft.place.path
    let sources = self.sources(draft.judged, draft.id.text, path)
    let intervention = index.concept(draft.intervention, in: path)
    let target = index.concept(draft.target, in: path)
    let partners = draft.partners.compactMap { index.concept($0, in: path) }
    for reference in [draft.intervention] + draft.partners {
      guard let place = index.concepts[reference.text] else { continue }
      let kind = drafts.concepts[place].kind
      if !kind.isIntervention, draft.relation != .precaution || kind != .condition {
        faults.report(
          path, reference.at, "'\(reference.text)' is a \(kind.rawValue), no intervention",
          "name an intervention, or make this a definition")
      }
    }
    if let same = draft.partners.first(where: { $0.text == draft.intervention.text }) {
      faults.report(
        path, same.at, "'\(draft.id.text)' has '\(same.text)' with itself", "remove it from 'with'")
    }
    guard let intervention, let target, partners.count == draft.partners.count, !sources.isEmpty
    else { return nil }
    return EvidenceStatement(
      id: draft.id.text, intervention: ConceptIndex(intervention),
      partners: partners.map { ConceptIndex($0) },
      relation: draft.relation, target: ConceptIndex(target), verdict: draft.judged.verdict,
      certainty: draft.judged.certainty, sources: sources, note: draft.judged.note,
      maySay: draft.judged.maySay, reviewed: draft.judged.reviewed.text, place: draft.place.rulePlace)
  }

  func sources(_ judged: VerdictDraft, _ id: String, _ path: String) -> [Int32] {
    sources(judged.sources, id, path)
  }

  /// The places of cited sources; unknown and repeated ones are reported.
  func sources(_ references: [PlacedText], _ id: String, _ path: String) -> [Int32] {
    var result: [Int32] = []
    for reference in references {
      guard let source = index.source(reference, in: path) else { continue }
      let place = Int32(truncatingIfNeeded: source)
      if result.contains(place) {
        faults.report(path, reference.at, "'\(id)' cites '\(reference.text)' twice", "remove one")
      } else {
        result.append(place)
      }
    }
    return result
  }

  private func checkVerdict(_ draft: StatementDraft, _ statement: EvidenceStatement, _ harms: [Int]) {
    let target = statement.target.int
    let isSupported = statement.verdict == .supported
    func fault(_ problem: String, _ remedy: String) {
      faults.report(draft.place.path, draft.id.at, "'\(draft.id.text)' \(problem)", remedy)
    }
    switch statement.relation {
    case .contraindicated, .worsens:
      if isSupported {
        fault(
          "is supported, but \(statement.relation.rawValue) is harmful where it is documented",
          "write 'verdict: harmful'")
      }
    case .causes:
      if isSupported, harms.contains(where: { $0 == target || taxonomy.isA(target, $0) }) {
        fault("is supported, but a documented harm is harmful", "write 'verdict: harmful'")
      }
    case .increases, .decreases, .noEffect:
      guard statement.partners.isEmpty, Taxonomy.family(drafts.concepts[target].kind) == .quantity else {
        return
      }
      let agent = statement.intervention.int
      let lineage = [agent] + taxonomy.ancestors[agent].map(\.concept.int)
      let known = lineage.flatMap { concepts.effects[$0] }.filter { $0.quantity == statement.target }
      let hasEffect = known.contains { $0.direction.rawValue == statement.relation.rawValue }
      let effect = "\(statement.relation.rawValue) '\(draft.target.text)'"
      if isSupported && !hasEffect {
        fault(
          "is supported, but '\(draft.intervention.text)' has no effect that \(effect)",
          "add the effect or correct the verdict")
      }
      if hasEffect, statement.verdict == .refuted || statement.verdict == .insufficient {
        fault(
          "is \(statement.verdict.rawValue), but '\(draft.intervention.text)' has an effect that \(effect)",
          "remove the effect or correct the verdict")
      }
    case .precaution:
      if !isSupported {
        fault(
          "is \(statement.verdict.rawValue), but only what is called for is a precaution",
          "write 'verdict: supported' or remove it")
      }
    case .treats, .prevents: break
    }
  }

  func definitions() -> [Definition] {
    drafts.definitions.compactMap { draft in
      let path = draft.place.path
      let sources = self.sources(draft.judged, draft.id.text, path)
      let concept = index.concept(draft.concept, in: path)
      let quantity = index.concept(draft.quantity, in: path)
      guard let concept, let quantity, !sources.isEmpty else { return nil }
      guard drafts.concepts[concept].kind == .condition else {
        faults.report(
          path, draft.concept.at,
          "'\(draft.concept.text)' is a \(drafts.concepts[concept].kind.rawValue), no condition",
          "a definition defines a condition")
        return nil
      }
      guard Taxonomy.family(drafts.concepts[quantity].kind) == .quantity else {
        faults.report(
          path, draft.quantity.at,
          "'\(draft.quantity.text)' is a \(drafts.concepts[quantity].kind.rawValue), no quantity or structure",
          "name a quantity or structure")
        return nil
      }
      checkState(draft, concept, ConceptIndex(quantity))
      return Definition(
        id: draft.id.text, concept: ConceptIndex(concept), quantity: ConceptIndex(quantity),
        direction: draft.direction, verdict: draft.judged.verdict, certainty: draft.judged.certainty,
        sources: sources, note: draft.judged.note, maySay: draft.judged.maySay,
        reviewed: draft.judged.reviewed.text, place: draft.place.rulePlace)
    }
  }

  private func checkState(_ draft: DefinitionDraft, _ concept: Int, _ quantity: ConceptIndex) {
    let state = concepts.states[concept].first { $0.quantity == quantity }?.state
    let agrees =
      switch draft.direction {
      case .decreases: state == .low || state == .absent
      case .increases: state == .high
      case .either: state == .disordered
      case .noEffect: state == nil
      }
    if agrees || draft.judged.verdict == .mixed && state == .disordered { return }
    faults.report(
      draft.place.path, draft.id.at,
      "'\(draft.id.text)' says that '\(draft.quantity.text)' \(draft.direction.rawValue), but the state of "
        + "'\(draft.concept.text)' says \(state?.rawValue ?? "nothing")",
      "correct the direction, or the state of the concept")
  }
}
