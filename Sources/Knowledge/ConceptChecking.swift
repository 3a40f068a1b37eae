/// Holds the concepts against each other and makes them into `Concept`s with what they inherit.
struct ConceptChecker {
  let drafts: [ConceptDraft]
  let index: RecordIndex
  let taxonomy: Taxonomy
  let faults: FaultCollector
  private(set) var states: [[Concept.Deviation]] = []
  private(set) var effects: [[Concept.Effect]] = []

  init(_ drafts: [ConceptDraft], _ index: RecordIndex, _ taxonomy: Taxonomy, _ faults: FaultCollector) {
    self.drafts = drafts
    self.index = index
    self.taxonomy = taxonomy
    self.faults = faults
    states = drafts.map(ownStates)
    effects = drafts.map(ownEffects)
    for concept in drafts.indices { checkAgainstClasses(concept) }
  }

  func concepts() -> [Concept] {
    drafts.indices.map { place in
      let draft = drafts[place]
      return Concept(
        id: draft.id.text, kind: draft.kind, label: draft.label.text, synonyms: draft.synonyms.map(\.text),
        needsContext: draft.needsContext.map(\.text),
        parents: taxonomy.parents[place].map { ConceptIndex($0) },
        states: inherit(place, states, \.quantity, \.state),
        effects: inherit(place, effects, \.quantity, \.direction),
        ancestors: taxonomy.ancestors[place], place: draft.place.rulePlace)
    }
  }

  /// Its own records, then for each further quantity those of the nearest class; where equally near classes differ, of
  /// neither.
  private func inherit<Item, Value: Equatable>(
    _ concept: Int, _ table: [[Item]], _ quantity: KeyPath<Item, ConceptIndex>, _ value: KeyPath<Item, Value>
  ) -> [Item] {
    var result = table[concept]
    var settled = Set(result.map { $0[keyPath: quantity] })
    var rest = taxonomy.ancestors[concept][...]
    while let distance = rest.first?.distance {
      let level = rest.prefix { $0.distance == distance }
      rest = rest.dropFirst(level.count)
      let items = level.flatMap { table[$0.concept.int] }.filter { !settled.contains($0[keyPath: quantity]) }
      for item in items where settled.insert(item[keyPath: quantity]).inserted {
        let same = items.filter { $0[keyPath: quantity] == item[keyPath: quantity] }
        if same.allSatisfy({ $0[keyPath: value] == item[keyPath: value] }) { result.append(item) }
      }
    }
    return result
  }

  private func quantity(_ reference: PlacedText, _ draft: ConceptDraft) -> ConceptIndex? {
    guard let place = index.concept(reference, in: draft.place.path) else { return nil }
    guard Taxonomy.family(drafts[place].kind) == .quantity else {
      faults.report(
        draft.place.path, reference.at,
        "'\(reference.text)' is a \(drafts[place].kind.rawValue), no quantity or structure",
        "name a quantity or structure")
      return nil
    }
    return ConceptIndex(place)
  }

  private func ownStates(_ draft: ConceptDraft) -> [Concept.Deviation] {
    if draft.kind != .condition, let state = draft.states.first {
      faults.report(
        draft.place.path, state.quantity.at, "'\(draft.id.text)' has a state but is a \(draft.kind.rawValue)",
        "only conditions have a state")
      return []
    }
    return draft.states.compactMap { state in
      quantity(state.quantity, draft).map { Concept.Deviation(quantity: $0, state: state.state) }
    }
  }

  private func ownEffects(_ draft: ConceptDraft) -> [Concept.Effect] {
    if !draft.kind.isIntervention, draft.kind != .outcome, draft.kind != .quantity,
      let effect = draft.effects.first
    {
      faults.report(
        draft.place.path, effect.quantity.at,
        "'\(draft.id.text)' has effects but is a \(draft.kind.rawValue)",
        "only interventions have effects, outcomes that are a change of a quantity, and quantities that make another"
      )
      return []
    }
    var result: [Concept.Effect] = []
    for effect in draft.effects {
      let source = index.source(effect.source, in: draft.place.path)
      guard let quantity = quantity(effect.quantity, draft), let source else { continue }
      if result.contains(where: { $0.quantity == quantity }) {
        faults.report(
          draft.place.path, effect.quantity.at,
          "'\(draft.id.text)' has two effects on '\(effect.quantity.text)'", "keep one of them")
        continue
      }
      result.append(
        Concept.Effect(
          quantity: quantity, direction: effect.direction, source: Int32(truncatingIfNeeded: source)))
    }
    return result
  }

  private func checkAgainstClasses(_ concept: Int) {
    let draft = drafts[concept]
    for ancestor in taxonomy.ancestors[concept] {
      let parent = drafts[ancestor.concept.int].id.text
      for state in states[concept] {
        let other = states[ancestor.concept.int].first { $0.quantity == state.quantity }
        guard let other, other.state.opposes(state.state) else { continue }
        let name = drafts[state.quantity.int].id.text
        faults.report(
          draft.place.path, draft.states.first { $0.quantity.text == name }?.quantity.at ?? draft.place.at,
          "'\(draft.id.text)' has '\(name)' \(state.state.rawValue), but its class '\(parent)' has it "
            + other.state.rawValue,
          "correct one of them, or take it out of the class")
      }
      for effect in effects[concept] where effect.direction != .noEffect {
        let other = effects[ancestor.concept.int].first { $0.quantity == effect.quantity }
        guard let other, other.direction != .noEffect, other.direction != effect.direction else { continue }
        let name = drafts[effect.quantity.int].id.text
        faults.report(
          draft.place.path, draft.effects.first { $0.quantity.text == name }?.quantity.at ?? draft.place.at,
          "'\(draft.id.text)' \(effect.direction.rawValue) '\(name)', but its class '\(parent)' "
            + "\(other.direction.rawValue) it",
          "correct one of them, or take it out of the class")
      }
    }
  }
}
