/// Holds the records of `regulation/` against the others and makes them ready.
struct RegulationChecker {
  let drafts: RegulationDrafts
  let index: RecordIndex
  let evidence: EvidenceChecker
  /// Finding rules by id.
  let findings: [String: Int32]
  /// Values that cues of wording and approval have.
  let wordings: Set<String>
  let faults: FaultCollector

  /// Wordings that need no cue: a price, and evidence that nobody can look up.
  static let builtInWordings: Set<String> = ["price", "vague-source"]

  func regulation() -> Regulation {
    var result = Regulation()
    result.unnamedMayBe = drafts.unnamedMayBe
    result.passes = drafts.passes
    result.products = drafts.products.map { draft in
      ProductRecord(
        product: draft.product, mayBe: draft.mayBe, kinds: draft.kinds,
        concepts: concepts(draft.concepts, draft.path), words: draft.words)
    }
    result.exceptions = drafts.exceptions.map(exception)
    var places: [String: Int32] = [:]
    for draft in drafts.faults {
      guard let finding = findings[draft.id.text] else { continue }
      var fault = draft.fault
      fault.finding = finding
      fault.explainedBy = draft.explainedBy.compactMap { self.finding($0, draft.place.path) }
      fault.when = draft.when.map { condition($0, draft.place.path) }
      fault.unless = draft.unless.map(exception)
      places[draft.id.text] = Int32(result.faults.count)
      result.faults.append(fault)
    }
    result.rules = drafts.rules.map { draft in rule(draft, places) }
    let barred = Set(result.rules.flatMap(\.faults))
    for draft in drafts.faults {
      guard let place = places[draft.id.text], !barred.contains(place) else { continue }
      faults.warn(
        draft.place.path, draft.id.at, "no rule bars the fault '\(draft.id.text)'",
        "name it under 'faults' of a jurisdiction's rule, or remove it")
    }
    return result
  }

  private func rule(_ draft: RegulationDrafts.RuleDraft, _ places: [String: Int32]) -> RegulationRule {
    var rule = draft.rule
    rule.sources = evidence.sources(draft.sources, draft.id.text, draft.place.path)
    rule.faults = draft.faults.compactMap { text in
      if let place = places["\(RegulationFault.family)/\(text.text)"] { return place }
      let known = places.keys.map { String($0.drop { $0 != "/" }.dropFirst()) }
      faults.report(
        draft.place.path, text.at, "no fault '\(text.text)'",
        Suggestion.remedy(for: text.text, among: known) ?? "add it under faults/, or correct the id")
      return nil
    }
    return rule
  }

  private func finding(_ id: PlacedText, _ path: String) -> Int32? {
    if let place = findings[id.text] { return place }
    faults.report(
      path, id.at, "no finding rule '\(id.text)'",
      Suggestion.remedy(for: id.text, among: findings.keys) ?? "correct the id")
    return nil
  }

  private func condition(_ draft: RegulationDrafts.ConditionDraft, _ path: String)
    -> RegulationFault.Condition
  {
    var condition = draft.condition
    condition.wording = wording(draft.wording, path)
    condition.with = wording(draft.with, path)
    condition.agents = concepts(draft.agents, path)
    condition.mentions = concepts(draft.mentions, path)
    condition.claim?.targets = concepts(draft.targets, path)
    return condition
  }

  private func exception(_ draft: RegulationDrafts.ExceptionDraft) -> RegulationFault.Exception {
    var exception = draft.exception
    exception.wording = wording(draft.wording, draft.path)
    exception.agents = concepts(draft.agents, draft.path)
    exception.mentions = concepts(draft.mentions, draft.path)
    exception.evidence = concepts(draft.evidence, draft.path)
    return exception
  }

  private func wording(_ values: [PlacedText], _ path: String) -> [String] {
    let known = wordings.union(Self.builtInWordings)
    for value in values where !known.contains(value.text) {
      faults.report(
        path, value.at, "no cue of wording has the value '\(value.text)'",
        Suggestion.remedy(for: value.text, among: known) ?? "add it to the cues of wording")
    }
    return values.map(\.text)
  }

  /// Concepts by id; "@list" stands for a list of the products' file.
  private func concepts(_ ids: [PlacedText], _ path: String) -> [ConceptIndex] {
    ids.flatMap { id -> [ConceptIndex] in
      guard id.text.hasPrefix("@") else {
        return index.concept(id, in: path).map { [ConceptIndex($0)] } ?? []
      }
      let name = String(id.text.dropFirst())
      guard let members = drafts.groups[name] else {
        faults.report(
          path, id.at, "no list '\(id.text)'",
          Suggestion.remedy(for: name, among: drafts.groups.keys) ?? "add it under 'groups' of products.yaml")
        return []
      }
      return members.compactMap { index.concept($0, in: drafts.groupsPath).map { ConceptIndex($0) } }
    }
  }
}
