import Claims
import Ingest
import Knowledge

/// Puts derivation steps into words, as plain UTF-8 appended to a buffer: every format of report says the same.
public struct StepText: Sendable {
  private let knowledge: KnowledgeBase

  public init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
  }

  // MARK: What was found

  /// Appends what a step found.
  public func appendStep(_ step: DerivationStep, of checked: CheckedDocument, to output: inout [UInt8]) {
    switch step {
    case .frame(let index):
      var because: [UInt8] = []
      appendFrame(index, step: &output, because: &because)
    case .cue(let place):
      let record = checked.reading.cues[Int(place)]
      output.add("\"")
      appendWords(record.range, of: checked.document, to: &output)
      var because: [UInt8] = []
      appendCue(record.cue, step: &output, because: &because)
    case .reference(let concept): output.add("the words mean ", label(concept))
    case .topic(let concept): output.add("it is about ", label(concept))
    case .effect(let concept, let quantity, let direction, _):
      output.add(label(concept), verb(direction), label(quantity))
    case .movedByWords(let quantity, let direction): output.add("it", verb(direction), label(quantity))
    case .state(let concept, let quantity, let state):
      output.add("in ", label(concept), " ")
      output.add(label(quantity), " is ", state.rawValue)
    case .namedState(let quantity, let state): output.add(label(quantity), " is said to be ", state.rawValue)
    case .notAKind(let agent, let other): output.add(label(agent), " is no kind of ", label(other))
    case .sameSign: output.add("the agent moves it further the way it already deviates")
    case .statement(let index, _, _):
      let statement = knowledge.statements[Int(index)]
      output.add("evidence ", statement.id, ": ")
      output.add(statement.verdict.rawValue, ", ", statement.certainty.rawValue)
      output.add(" certainty")
    case .definition(let index): output.add(knowledge.definitions[Int(index)].maySay)
    case .wording(let wording, _, let limit):
      output.add("the words go as far as ", description(of: wording))
      output.add(", the evidence bears ", description(of: limit))
    case .comparedWith(let concept): output.add("it is held up against ", label(concept))
    case .notClaimed: output.add("the text does not put it forward")
    case .uncovered: output.add("no statement covers it")
    }
  }

  /// Appends both halves of a frame's step.
  public func appendFrame(_ frame: Int32, step: inout [UInt8], because: inout [UInt8]) {
    step.add("read as: ", knowledge.frames[Int(frame)].means)
    because.add("frame ", knowledge.frames[Int(frame)].id)
  }

  /// Appends what follows the words of a cue in its step, and the reason.
  public func appendCue(_ cue: Int32, step: inout [UInt8], because: inout [UInt8]) {
    step.add("\" ", knowledge.cues[Int(cue)].means)
    because.add("cue ", knowledge.cues[Int(cue)].id)
  }

  // MARK: Why it holds

  /// Appends what a step rests on.
  public func appendReason(_ step: DerivationStep, of checked: CheckedDocument, to output: inout [UInt8]) {
    switch step {
    case .frame(let index): output.add("frame ", knowledge.frames[Int(index)].id)
    case .cue(let place):
      output.add("cue ", knowledge.cues[Int(checked.reading.cues[Int(place)].cue)].id)
    case .reference: output.add("the nearest mention before that fits")
    case .topic: output.add("the heading, or most of the document, is")
    case .effect(let concept, _, _, let source):
      if source >= 0 {
        output.add("source ", knowledge.sources[Int(source)].id)
      } else {
        output.add("concept ", id(concept))
      }
    case .movedByWords, .namedState: output.add("the words say so")
    case .state(let concept, _, _): output.add("concept ", id(concept))
    case .notAKind: output.add("neither belongs to the other in the vocabulary")
    case .sameSign: output.add("sign of move and deviation are the same")
    case .statement(_, let agentSteps, let targetSteps):
      if agentSteps + targetSteps == 0 {
        output.add("it speaks of just this pair")
      } else if agentSteps + targetSteps >= EvidenceLookup.universalSteps {
        output.add("it speaks of all ", agentSteps >= targetSteps ? "treatments" : "that is treated")
      } else {
        output.add("the nearest statement, ", String(agentSteps), " and ")
        output.add(String(targetSteps), " steps of is-a away")
      }
    case .definition(let index): output.add("definition ", knowledge.definitions[Int(index)].id)
    case .wording(_, let certainty, _):
      output.add("GRADE wording scale, ", certainty == .veryLow ? "very low" : certainty.rawValue)
      output.add(" certainty")
    case .comparedWith: output.add("the words compare the two")
    case .notClaimed: output.add("it is denied, asked, conditional or left open")
    case .uncovered: output.add("looked up with all classes of agent and target")
    }
  }

  /// Appends the words that a step stands on: of a frame its word, of a cue what it acts on; nothing for other steps.
  public func appendPlace(
    _ step: DerivationStep, ofClaim claim: Int, of checked: CheckedDocument, to output: inout [UInt8]
  ) {
    switch step {
    case .frame:
      output.add(": \"")
      appendWords(checked.reading.claims[claim].frameRange, of: checked.document, to: &output)
      output.add("\"")
    case .cue(let place):
      let scope = checked.reading.cues[Int(place)].scope
      guard !scope.isEmpty else { return }
      output.add(", over \"")
      appendWords(scope, of: checked.document, to: &output)
      output.add("\"")
    default: break
    }
  }

  // MARK: Parts

  private func label(_ concept: Int32) -> String {
    concept >= 0 ? knowledge.concepts[Int(concept)].label : "the agent"
  }

  private func description(of wording: Wording) -> String {
    switch wording {
    case .nothing: "no claim of efficacy"
    case .may: "\"may\""
    case .can: "\"can\" or \"probably\""
    case .plain: "the bare verb"
    case .strong: "strong words"
    case .absolute: "words that leave no exception"
    }
  }

  private func id(_ concept: Int32) -> String {
    concept >= 0 ? knowledge.concepts[Int(concept)].id : "none"
  }

  private func verb(_ direction: Concept.Direction) -> String {
    switch direction {
    case .increases: " raises "
    case .decreases: " lowers "
    case .noEffect: " does not change "
    }
  }

  /// The words of the text, every run of white space as one space.
  private func appendWords(_ range: ByteRange, of document: Document, to output: inout [UInt8]) {
    document.text.withUnsafeBufferPointer { text in
      var afterSpace = false
      for offset in range.start..<range.end {
        let byte = text[offset]
        let isSpace = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
        if !isSpace {
          output.append(byte)
        } else if !afterSpace {
          output.append(0x20)
        }
        afterSpace = isSpace
      }
    }
  }
}

extension [UInt8] {
  fileprivate mutating func add(_ text: String) { append(contentsOf: text.utf8) }

  fileprivate mutating func add(_ first: String, _ second: String) {
    append(contentsOf: first.utf8)
    append(contentsOf: second.utf8)
  }

  fileprivate mutating func add(_ first: String, _ second: String, _ third: String) {
    append(contentsOf: first.utf8)
    append(contentsOf: second.utf8)
    append(contentsOf: third.utf8)
  }
}
