import Claims
import Judgment
import Knowledge

/// The ids of a knowledge base as JSON strings with their quotes, made once for a report.
struct JSONTables: Sendable {
  let knowledge: KnowledgeBase
  let concepts: JSONFragments
  let statements: JSONFragments
  let definitions: JSONFragments
  let sources: JSONFragments
  let findingRules: JSONFragments
  let regulations: JSONFragments
  /// Derivation steps that say the same wherever they stand: of each frame what follows `{"step":"`, of each cue what
  /// follows the words of the text.
  let frameSteps: JSONFragments
  let cueSteps: JSONFragments

  init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    concepts = JSONFragments(knowledge.concepts.lazy.map(\.id))
    statements = JSONFragments(knowledge.statements.lazy.map(\.id))
    definitions = JSONFragments(knowledge.definitions.lazy.map(\.id))
    sources = JSONFragments(knowledge.sources.lazy.map(\.id))
    findingRules = JSONFragments(knowledge.findingRules.lazy.map(\.id))
    regulations = JSONFragments(knowledge.regulation.rules.lazy.map(\.id))
    let steps = StepText(knowledge: knowledge)
    frameSteps = JSONFragments(steps: knowledge.frames.indices) { index, step, because in
      steps.appendFrame(Int32(index), step: &step, because: &because)
    }
    cueSteps = JSONFragments(steps: knowledge.cues.indices) { index, step, because in
      steps.appendCue(Int32(index), step: &step, because: &because)
    }
  }
}

/// JSON strings, one behind the other.
struct JSONFragments: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  init(_ texts: some Sequence<String>) {
    for text in texts {
      bytes.append(json: text)
      ends.append(bytes.count)
    }
  }

  /// The ends of step objects: the rest of the step's text, the reason and the closing brace.
  init(steps places: Range<Int>, _ words: (Int, inout [UInt8], inout [UInt8]) -> Void) {
    for place in places {
      var step: [UInt8] = []
      var because: [UInt8] = []
      words(place, &step, &because)
      step.withUnsafeBufferPointer { bytes.append(escapedForJSON: $0) }
      bytes.append("\",\"because\":\"")
      because.withUnsafeBufferPointer { bytes.append(escapedForJSON: $0) }
      bytes.append("\"}")
      ends.append(bytes.count)
    }
  }

  /// Appends the string at a place.
  func append(_ place: Int, to output: inout some ByteSink) {
    bytes.withUnsafeBufferPointer {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[ends[place]..<ends[place + 1]]))
    }
  }
}
