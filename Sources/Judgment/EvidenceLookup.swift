import Claims
import Knowledge

/// Finds the evidence statements that speak most closely of an intervention and a target.
///
/// A statement speaks of a claim where its intervention is the claim's agent or a class of it, its target the claim's target
/// or a class of that, and all its partners are among the claim's partners or classes of them. The members of a combination
/// are equals: "A with B" is found from "B with A". Of several statements the nearest counts, by these in turn:
///
/// 1. the one that names more of the claim's partners (a statement on the combination before one on its parts);
/// 2. the smaller distance: the is-a steps of the agent, of the target and of the partners, added up. A step of the one
///    counts as much as a step of the other, and statements on every treatment, or on everything that is treated, lie
///    farther away than any class;
/// 3. the one on the claim's own relation before one on a neighbouring relation.
///
/// Those that are equal in all three are as near as each other, and where they disagree the evidence is mixed. A statement
/// on a class therefore never speaks against a nearer one, and the order of the rules has no influence.
struct EvidenceLookup: Sendable {
  private let concepts: [Concept]
  private let statements: [EvidenceStatement]
  /// Statements of each pair of intervention and target.
  private let byPair: [UInt64: [Int32]]
  /// The class of all interventions, for claims whose agent is not known; -1 where no pack has it.
  private let anyAgent: Int32
  /// The class of all that is treated, for statements on everything an agent is offered for; -1 where no pack has it.
  private let anyTarget: Int32

  /// A statement and how far it lies from a claim.
  struct Near: Equatable {
    var statement: Int32
    /// Steps of is-a from the claim's agent, and from its partners, up to those of the statement.
    var agentSteps: Int32
    var targetSteps: Int32

    /// Whether it speaks of just what the claim speaks of.
    var isExact: Bool { agentSteps == 0 && targetSteps == 0 }
  }

  struct Match: Equatable {
    /// Of several that are as near the least certain one, which promises least.
    var nearest: Near
    /// The others that are as near; most often none.
    var equals: [Near] = []

    var statement: Int32 { nearest.statement }
  }

  /// The steps to a statement on every treatment, or on everything that is treated: more than to any class.
  static let universalSteps: Int32 = 1000

  init(knowledge: KnowledgeBase) {
    concepts = knowledge.concepts
    statements = knowledge.statements
    var pairs: [UInt64: [Int32]] = [:]
    for index in statements.indices {
      pairs[
        Self.key(statements[index].intervention.rawValue, statements[index].target.rawValue), default: []
      ].append(Int32(index))
    }
    byPair = pairs
    anyAgent = knowledge.concepts.firstIndex { $0.id == "any-skin-treatment" }.map(Int32.init) ?? -1
    anyTarget = knowledge.concepts.firstIndex { $0.id == "any-skin-condition" }.map(Int32.init) ?? -1
  }

  private static func key(_ intervention: Int32, _ target: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: intervention)) << 32 | UInt64(UInt32(bitPattern: target))
  }

  /// The nearest statements whose relation passes `accepts`.
  ///
  /// - Parameters:
  ///   - prefers: the claim's own relation, where `accepts` lets others pass too.
  ///   - includingAnyAgent: whether what is said of every treatment counts where nothing is said of the agent.
  func find(
    agent: Int32, partners: [Int32], target: Int32, includingAnyAgent: Bool = false,
    prefers: EvidenceStatement.Relation? = nil, accepts: (EvidenceStatement.Relation) -> Bool
  ) -> Match? {
    guard target >= 0 else { return nil }
    var search = Search(prefers: prefers)
    func consider(
      _ agent: Int32, _ agentSteps: Int32, with partners: [Int32], onlyCombined: Bool, _ target: Int32,
      _ targetSteps: Int32
    ) {
      guard let candidates = byPair[Self.key(agent, target)] else { return }
      for index in candidates {
        let statement = statements[Int(index)]
        guard accepts(statement.relation), !onlyCombined || !statement.partners.isEmpty,
          let partnerSteps = steps(from: partners, to: statement.partners)
        else { continue }
        search.offer(
          Near(statement: index, agentSteps: agentSteps + partnerSteps, targetSteps: targetSteps),
          statement.relation, partners: statement.partners.count)
      }
    }
    func overTargets(_ agent: Int32, _ agentSteps: Int32, with partners: [Int32], onlyCombined: Bool) {
      consider(agent, agentSteps, with: partners, onlyCombined: onlyCombined, target, 0)
      for ancestor in concepts[Int(target)].ancestors {
        consider(
          agent, agentSteps, with: partners, onlyCombined: onlyCombined, ancestor.concept.rawValue,
          ancestor.distance)
      }
      if anyTarget >= 0 {
        consider(
          agent, agentSteps, with: partners, onlyCombined: onlyCombined, anyTarget, Self.universalSteps)
      }
    }
    func overAgents(_ agent: Int32, with partners: [Int32], onlyCombined: Bool) {
      guard agent >= 0 else { return }
      overTargets(agent, 0, with: partners, onlyCombined: onlyCombined)
      for ancestor in concepts[Int(agent)].ancestors {
        overTargets(
          ancestor.concept.rawValue, ancestor.distance, with: partners, onlyCombined: onlyCombined)
      }
    }
    overAgents(agent, with: partners, onlyCombined: false)
    for (index, partner) in partners.enumerated() {
      var others = partners
      others[index] = agent
      overAgents(partner, with: others, onlyCombined: true)
    }
    if search.isEmpty, includingAnyAgent, anyAgent >= 0,
      agent < 0 || concepts[Int(agent)].kind.isIntervention
    {
      overTargets(anyAgent, Self.universalSteps, with: [], onlyCombined: false)
    }
    return search.match(of: statements)
  }

  /// Every statement on just this pair, whatever its relation and partners.
  func exact(_ agent: Int32, _ target: Int32) -> [Int32] { byPair[Self.key(agent, target)] ?? [] }

  /// The is-a steps from a claim's partners to those of a statement; nil where one of these is not among them.
  private func steps(from partners: [Int32], to wanted: [ConceptIndex]) -> Int32? {
    var sum: Int32 = 0
    for concept in wanted {
      var nearest: Int32?
      for partner in partners where partner >= 0 {
        guard let steps = steps(from: partner, to: concept) else { continue }
        nearest = min(nearest ?? steps, steps)
      }
      guard let nearest else { return nil }
      sum += nearest
    }
    return sum
  }

  /// The is-a steps from a concept up to another; nil where it is no kind of it.
  func steps(from concept: Int32, to other: ConceptIndex) -> Int32? {
    if concept == other.rawValue { return 0 }
    guard concept >= 0 else { return nil }
    return concepts[Int(concept)].ancestors.first { $0.concept == other }?.distance
  }

  /// Keeps the nearest of the statements that are offered.
  private struct Search {
    let prefers: EvidenceStatement.Relation?
    private var best: [Near] = []
    private var bestRank = (unnamed: 0, distance: Int32(0), otherRelation: 0)

    init(prefers: EvidenceStatement.Relation?) { self.prefers = prefers }

    var isEmpty: Bool { best.isEmpty }

    /// Takes a statement with its relation and the number of its partners.
    mutating func offer(_ near: Near, _ relation: EvidenceStatement.Relation, partners: Int) {
      let rank = (
        unnamed: -partners,
        distance: near.agentSteps + near.targetSteps,
        otherRelation: prefers == nil || prefers == relation ? 0 : 1
      )
      if best.isEmpty || rank < bestRank {
        bestRank = rank
        best.removeAll(keepingCapacity: true)
        best.append(near)
      } else if rank == bestRank, !best.contains(where: { $0.statement == near.statement }) {
        best.append(near)
      }
    }

    func match(of statements: [EvidenceStatement]) -> Match? {
      guard best.count > 1 else { return best.first.map { Match(nearest: $0) } }
      let sorted = best.sorted {
        order(statements[Int($0.statement)]) < order(statements[Int($1.statement)])
      }
      return Match(nearest: sorted[0], equals: Array(sorted[1...]))
    }

    /// The least certain first, then by id, whatever the order of the rules.
    private func order(_ statement: EvidenceStatement) -> (Int, String) {
      let certainty: Int =
        switch statement.certainty {
        case .veryLow: 0
        case .low: 1
        case .moderate: 2
        case .high: 3
        }
      return (certainty, statement.id)
    }
  }
}
