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
  /// partners, and then before all others; a condition of its own before its class.
  func find(
    agent: Int32, partners: [Int32], target: Int32, includingAnyAgent: Bool = false,
    accepts: (EvidenceStatement.Relation) -> Bool
  ) -> Match? {
    guard target >= 0 else { return nil }
    var best: Match?
    var bestRank = Int32.max
    func consider(_ agent: Int32, _ agentSteps: Int32, _ target: Int32, _ targetSteps: Int32) {
      guard let candidates = byPair[Self.key(agent, target)] else { return }
      for index in candidates {
        guard accepts(knowledge.statements[Int(index)].relation) else { continue }
        var rank = agentSteps * 4 + targetSteps * 5
        if !knowledge.statements[Int(index)].partners.isEmpty {
          guard knowledge.statements[Int(index)].partners.allSatisfy({ has($0.rawValue, among: partners) })
          else {
            continue
          }
          rank -= 100
        } else if !partners.isEmpty {
          rank += 1
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

  /// Whether a concept, or a kind of it, is among the claim's partners.
  private func has(_ concept: Int32, among partners: [Int32]) -> Bool {
    partners.contains { partner in
      partner == concept
        || (partner >= 0
          && knowledge.concepts[Int(partner)].ancestors.contains { $0.concept.rawValue == concept })
    }
  }
}
