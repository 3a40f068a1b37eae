import Claims
import Knowledge

/// Whether an agent moves a quantity the way in which a condition already deviates.
///
/// A condition deviates in a quantity (low, absent or high); an intervention moves a quantity. A treatment is coherent when the
/// move opposes the deviation.
struct SignAlgebra: Sendable {
  let knowledge: KnowledgeBase

  /// What moves a quantity where, and why.
  struct Move: Equatable {
    var quantity: Int32
    var direction: Concept.Direction
    /// Place in `KnowledgeBase.sources`, or -1 where the words say it.
    var source: Int32
  }

  /// A move and the deviation that it would deepen.
  struct Conflict: Equatable {
    var move: Move
    var state: Concept.State
  }

  /// What the agent moves, by its own or an inherited effect, or by the words that make it.
  func moves(of agent: Participant) -> [Move] {
    if agent.movesQuantity >= 0, let direction = agent.moves {
      return [Move(quantity: agent.movesQuantity, direction: direction, source: -1)]
    }
    guard agent.concept >= 0 else { return [] }
    return knowledge.concepts[Int(agent.concept)].effects.map {
      Move(quantity: $0.quantity.rawValue, direction: $0.direction, source: $0.source)
    }
  }

  /// The deviation of a condition in a quantity.
  func state(of condition: Int32, in quantity: Int32) -> Concept.State? {
    guard condition >= 0 else { return nil }
    return knowledge.concepts[Int(condition)].states.first { $0.quantity.rawValue == quantity }?.state
  }

  /// The first move that goes the way the condition already deviates, where no move of the same agent opposes it.
  func conflict(_ moves: [Move], with condition: Int32) -> Conflict? {
    var found: Conflict?
    for move in moves {
      guard let state = state(of: condition, in: move.quantity) else { continue }
      if deepens(move.direction, state) {
        found = found ?? Conflict(move: move, state: state)
      } else if opposes(move.direction, state) {
        return nil
      }
    }
    return found
  }

  func deepens(_ direction: Concept.Direction, _ state: Concept.State) -> Bool {
    switch (direction, state) {
    case (.decreases, .low), (.decreases, .absent), (.increases, .high): true
    default: false
    }
  }

  func opposes(_ direction: Concept.Direction, _ state: Concept.State) -> Bool {
    switch (direction, state) {
    case (.increases, .low), (.increases, .absent), (.decreases, .high): true
    default: false
    }
  }

  /// A quantity in which two conditions deviate in opposite ways.
  func opposition(_ a: Int32, _ b: Int32) -> (quantity: Int32, a: Concept.State, b: Concept.State)? {
    for first in knowledge.concepts[Int(a)].states {
      guard let second = state(of: b, in: first.quantity.rawValue) else { continue }
      if isLow(first.state) && second == .high || first.state == .high && isLow(second) {
        return (first.quantity.rawValue, first.state, second)
      }
    }
    return nil
  }

  func isLow(_ state: Concept.State) -> Bool { state == .low || state == .absent }
}
