import Claims
import Ingest
import Knowledge

extension DerivationStep {
  /// The step in words: what was found, and why it holds. Both are plain text.
  public func words(
    knowledge: KnowledgeBase, checked: CheckedDocument
  ) -> (step: String, because: String) {
    func label(_ concept: Int32) -> String { concept >= 0 ? knowledge.concepts[Int(concept)].label : "the agent" }
    func move(_ direction: Concept.Direction) -> String {
      switch direction {
      case .increases: "raises"
      case .decreases: "lowers"
      case .noEffect: "does not change"
      }
    }
    switch self {
    case .frame(let index):
      let frame = knowledge.frames[Int(index)]
      return ("read as: \(frame.means)", "frame \(frame.id)")
    case .cue(let place):
      let record = checked.reading.cues[Int(place)]
      let cue = knowledge.cues[Int(record.cue)]
      let words = String(decoding: checked.document.text[record.range.start..<record.range.end], as: UTF8.self)
      return ("\"\(words)\" \(cue.means)", "cue \(cue.id)")
    case .reference(let concept): return ("the words mean \(label(concept))", "the nearest mention before that fits")
    case .topic(let concept): return ("it is about \(label(concept))", "the heading, or most of the document, is")
    case .effect(let concept, let quantity, let direction, let source):
      let because = source >= 0 ? "source \(knowledge.sources[Int(source)].id)" : "concept \(knowledge.concepts[Int(concept)].id)"
      return ("\(label(concept)) \(move(direction)) \(label(quantity))", because)
    case .movedByWords(let quantity, let direction):
      return ("it \(move(direction)) \(label(quantity))", "the words say so")
    case .state(let concept, let quantity, let state):
      return ("in \(label(concept)) \(label(quantity)) is \(state.rawValue)", "concept \(knowledge.concepts[Int(concept)].id)")
    case .namedState(let quantity, let state):
      return ("\(label(quantity)) is said to be \(state.rawValue)", "the words say so")
    case .notAKind(let agent, let other):
      return ("\(label(agent)) is no kind of \(label(other))", "neither belongs to the other in the vocabulary")
    case .sameSign: return ("the agent moves it further the way it already deviates", "sign of move and deviation are the same")
    case .statement(let index, let agentSteps, let targetSteps):
      let statement = knowledge.statements[Int(index)]
      let distance =
        agentSteps + targetSteps == 0
        ? "it speaks of just this pair" : "the nearest statement, \(agentSteps) and \(targetSteps) steps of is-a away"
      return (
        "evidence \(statement.id): \(statement.verdict.rawValue), \(statement.certainty.rawValue) certainty", distance
      )
    case .definition(let index):
      let definition = knowledge.definitions[Int(index)]
      return ("\(definition.maySay)", "definition \(definition.id)")
    case .wording(let strength, let certainty):
      return ("the wording is \(strength.rawValue), the certainty \(certainty.rawValue)", "GRADE wording scale")
    case .notClaimed: return ("the text does not put it forward", "it is denied, asked, conditional or left open")
    case .uncovered: return ("no statement covers it", "looked up with all classes of agent and target")
    }
  }
}
