import Claims
import Knowledge

/// Finds the evidence statement that speaks most closely of an intervention and a target.
struct EvidenceLookup: Sendable {
  private let knowledge: KnowledgeBase
  /// Statements of each pair of intervention and target.
  private let byPair: [UInt64: [Int32]]
  /// The class of all interventions, for claims whose agent is not known; -1 where no pack has it.
  private let anyAgent: Int32
  /// The class of all that is treated, for statements on everything an agent is offered for; -1 where no pack has it.
  private let anyTarget: Int32

  struct Match: Equatable {
    var statement: Int32
    var agentSteps: Int32
    var targetSteps: Int32
    /// Another statement as near that has another verdict, or -1.
    var rival: Int32 = -1
  }

  init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    var pairs: [UInt64: [Int32]] = [:]
    for (index, statement) in knowledge.statements.enumerated() {
      pairs[Self.key(statement.intervention.rawValue, statement.target.rawValue), default: []].append(
        Int32(index))
    }
    byPair = pairs
    anyAgent = knowledge.concepts.firstIndex { $0.id == "any-skin-treatment" }.map(Int32.init) ?? -1
    anyTarget = knowledge.concepts.firstIndex { $0.id == "any-skin-condition" }.map(Int32.init) ?? -1
  }

  private static func key(_ intervention: Int32, _ target: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: intervention)) << 32 | UInt64(UInt32(bitPattern: target))
  }

  /// The nearest statement whose relation passes `accepts`. Statements with partners count only where the claim has those
  /// partners, and then before all others, those with most of them first; a condition of its own before its class; of two on one pair the one that `prefers`
  /// names.
  func find(
    agent: Int32, partners: [Int32], target: Int32, includingAnyAgent: Bool = false,
    prefers preferred: EvidenceStatement.Relation? = nil,
    accepts: (EvidenceStatement.Relation) -> Bool
  ) -> Match? {
    guard target >= 0 else { return nil }
    var best: Match?
    var bestRank = Int32.max
    func consider(_ agent: Int32, _ agentSteps: Int32, _ target: Int32, _ targetSteps: Int32) {
      guard let candidates = byPair[Self.key(agent, target)] else { return }
      for index in candidates {
        guard accepts(knowledge.statements[Int(index)].relation) else { continue }
        var rank = (agentSteps * 4 + targetSteps * 5) * 2
        if let preferred, knowledge.statements[Int(index)].relation != preferred { rank += 1 }
        if !knowledge.statements[Int(index)].partners.isEmpty {
          guard let gain = partnerGain(of: knowledge.statements[Int(index)], partners) else { continue }
          rank -= gain
        } else if !partners.isEmpty {
          rank += 2
        }
        if rank < bestRank {
          bestRank = rank
          best = Match(statement: index, agentSteps: agentSteps, targetSteps: targetSteps)
        } else if rank == bestRank, let held = best,
          knowledge.statements[Int(held.statement)].verdict != knowledge.statements[Int(index)].verdict
        {
          best?.rival = index
        }
      }
    }
    func overTargets(_ agent: Int32, _ agentSteps: Int32) {
      consider(agent, agentSteps, target, 0)
      for ancestor in knowledge.concepts[Int(target)].ancestors {
        consider(agent, agentSteps, ancestor.concept.rawValue, ancestor.distance)
      }
      if anyTarget >= 0 { consider(agent, agentSteps, anyTarget, 9) }
    }
    if agent >= 0 {
      overTargets(agent, 0)
      for ancestor in knowledge.concepts[Int(agent)].ancestors {
        overTargets(ancestor.concept.rawValue, ancestor.distance)
      }
    }
    if best == nil, includingAnyAgent, anyAgent >= 0,
      agent < 0 || knowledge.concepts[Int(agent)].kind.isIntervention
    {
      overTargets(anyAgent, 9)
    }
    return best
  }

  /// How much nearer a statement is for its partners: the more of them the nearer, and the partner itself before its class.
  /// Nil where the claim lacks one.
  private func partnerGain(of statement: EvidenceStatement, _ partners: [Int32]) -> Int32? {
    var gain: Int32 = 0
    for concept in statement.partners {
      guard let steps = partners.compactMap({ steps(from: $0, to: concept) }).min() else { return nil }
      gain += 200 - steps * 2
    }
    return gain
  }

  /// The is-a steps from a concept to itself or to a class of it.
  private func steps(from concept: Int32, to other: ConceptIndex) -> Int32? {
    if concept == other.rawValue { return 0 }
    guard concept >= 0 else { return nil }
    return knowledge.concepts[Int(concept)].ancestors.first { $0.concept == other }?.distance
  }
}
