import Claims
import Knowledge

/// What a text itself says that agents do to quantities: "papaya, a bleaching agent", "lemon juice lightens the skin". An agent
/// that the rules know no effect of is held to what the text says of it.
struct SaidMoves {
  private var moves: [Int32: [SignAlgebra.Move]] = [:]

  /// What was said before of the agent.
  func moves(of agent: Int32) -> [SignAlgebra.Move] { moves[agent] ?? [] }

  /// Remembers what a claim that is put forward says of its agent.
  mutating func note(_ claim: Claim, knowledge: KnowledgeBase, rules: RuleBook) {
    let agent = claim.agent.concept
    guard agent >= 0, knowledge.concepts[Int(agent)].kind.isIntervention, claim.target.concept >= 0,
      knowledge.concepts[Int(agent)].effects.isEmpty
    else { return }
    let kind = knowledge.concepts[Int(claim.target.concept)].kind
    if claim.flags.contains(.definitional), kind.isIntervention {
      for effect in knowledge.concepts[Int(claim.target.concept)].effects {
        add(
          SignAlgebra.Move(quantity: effect.quantity.rawValue, direction: effect.direction, source: -1),
          to: agent)
      }
      return
    }
    guard kind == .quantity else { return }
    switch claim.relation {
    case .increases:
      add(SignAlgebra.Move(quantity: claim.target.concept, direction: .increases, source: -1), to: agent)
    case .decreases:
      add(SignAlgebra.Move(quantity: claim.target.concept, direction: .decreases, source: -1), to: agent)
    case .other where claim.frame >= 0:
      guard let quantity = rules.quantity(of: claim.frame),
        let direction = knowledge.frames[Int(claim.frame)].movesDirection
      else { return }
      add(SignAlgebra.Move(quantity: quantity, direction: direction, source: -1), to: agent)
    default: break
    }
  }

  private mutating func add(_ move: SignAlgebra.Move, to agent: Int32) {
    if !moves[agent, default: []].contains(move) { moves[agent, default: []].append(move) }
  }
}
