import Knowledge

/// Agents that move a quantity and conditions that deviate in it, as the rules have them.
struct Vocabulary {
  let knowledge: KnowledgeBase
  private let quantity: ConceptIndex

  /// - Parameter quantity: id of the concept.
  init(_ knowledge: KnowledgeBase, quantity: String) {
    self.knowledge = knowledge
    self.quantity = ConceptIndex(knowledge.concepts.firstIndex { $0.id == quantity } ?? -1)
  }

  func agents(that direction: Concept.Direction) -> [ConceptIndex] {
    places { concept in
      concept.kind.isIntervention
        && concept.effects.contains { $0.quantity == quantity && $0.direction == direction }
    }
  }

  func conditions(with states: Concept.State...) -> [ConceptIndex] {
    places { concept in
      concept.kind == .condition && !isHarm(concept)
        && concept.states.contains { $0.quantity == quantity && states.contains($0.state) }
    }
  }

  /// A sample of the pairs, the same in every run, without those whose use a curated statement supports or whose agent also
  /// moves a quantity the right way.
  func pairs(_ agents: [ConceptIndex], _ conditions: [ConceptIndex]) -> [(String, String)] {
    var result: [(String, String)] = []
    for (i, agent) in agents.enumerated() {
      for (j, condition) in conditions.enumerated() where (i + j) % 5 == 0 {
        guard !isSupported(agent, condition), !isMixed(agent, condition) else { continue }
        result.append((knowledge.concepts[agent.int].label, knowledge.concepts[condition.int].label))
      }
    }
    return result
  }

  private func places(_ accepts: (Concept) -> Bool) -> [ConceptIndex] {
    knowledge.concepts.indices.filter { place in
      let concept = knowledge.concepts[place]
      return !concept.label.contains("(") && accepts(concept)
    }.map { ConceptIndex($0) }
  }

  private func isHarm(_ concept: Concept) -> Bool {
    concept.ancestors.contains { knowledge.concepts[$0.concept.int].id == "adverse-effect" }
  }

  private func isKind(_ concept: ConceptIndex, of other: ConceptIndex) -> Bool {
    concept == other || knowledge.concepts[concept.int].ancestors.contains { $0.concept == other }
  }

  private func isSupported(_ agent: ConceptIndex, _ condition: ConceptIndex) -> Bool {
    knowledge.statements.contains { statement in
      (statement.relation == .treats || statement.relation == .prevents)
        && (statement.verdict == .supported
          || (statement.verdict == .mixed && statement.intervention == agent))
        && isKind(agent, of: statement.intervention) && isKind(condition, of: statement.target)
    }
  }

  /// Whether the agent moves another quantity against the way in which the condition deviates.
  private func isMixed(_ agent: ConceptIndex, _ condition: ConceptIndex) -> Bool {
    knowledge.concepts[agent.int].effects.contains { effect in
      knowledge.concepts[condition.int].states.contains { state in
        state.quantity == effect.quantity && state.quantity != quantity
          && (effect.direction == .increases && (state.state == .low || state.state == .absent)
            || effect.direction == .decreases && state.state == .high)
      }
    }
  }
}
