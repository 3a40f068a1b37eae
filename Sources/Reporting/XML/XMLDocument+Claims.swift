import Claims
import Judgment
import Knowledge

extension XMLDocument {
  mutating func appendClaim(_ index: Int) {
    drainIfLong()
    let claim = reading.claims[index]
    let judged = checked.judgment.claims[index]
    xml.open("claim", at: 3)
    xml.attribute("id", "c\(index + 1)")
    xml.attribute("sentence", "s\(claim.sentence + 1)")
    xml.attribute("relation", claim.relation.rawValue)
    xml.attribute("negated", claim.negated ? "true" : "false")
    xml.attribute("certainty", claim.certainty.rawValue)
    xml.attribute("strength", claim.strength.rawValue)
    xml.attribute("wording", claim.wording.rawValue)
    xml.attribute("causality", claim.causality.rawValue)
    xml.attribute("advice", claim.advice.rawValue)
    xml.attribute("attribution", claim.attribution.rawValue)
    xml.attribute("verdict", judged.verdict.rawValue)
    xml.attribute("score", Int(judged.score))
    xml.endTag()
    appendSpan(claim.range, at: 4)
    append(participant: claim.agent, "intervention")
    for partner in claim.partners { append(participant: reading.partners[Int(partner)], "partner") }
    append(participant: claim.target, "target")
    if let comparison = claim.comparison {
      xml.open("comparator", at: 4)
      xml.attribute("concept", knowledge.concepts[Int(comparison.concept)].id)
      xml.attribute("result", comparison.result.rawValue)
      xml.endEmptyTag()
    }
    for place in judged.evidence(in: checked.judgment) {
      reference("statementRef", knowledge.statements[Int(place)].id, at: 4)
    }
    xml.open("derivation", at: 4)
    xml.endTag()
    for place in judged.derivation { append(step: checked.judgment.steps[Int(place)]) }
    xml.close("derivation", at: 4)
    xml.close("claim", at: 3)
  }

  /// Writes who acts or is acted on; nothing where nobody is meant.
  private mutating func append(participant: Participant, _ name: StaticString) {
    guard participant.origin != .none || participant.concept >= 0 || participant.movesQuantity >= 0 else {
      return
    }
    xml.open(name, at: 4)
    if participant.concept >= 0 {
      xml.attribute("concept", knowledge.concepts[Int(participant.concept)].id)
    }
    if participant.movesQuantity >= 0 {
      xml.attribute("quantity", knowledge.concepts[Int(participant.movesQuantity)].id)
    }
    if let moves = participant.moves { xml.attribute("moves", moves.rawValue) }
    if let state = participant.deviation { xml.attribute("state", state.rawValue) }
    xml.attribute("origin", participant.origin.name)
    xml.endEmptyTag()
  }

  private mutating func append(step: DerivationStep) {
    var because: [UInt8] = []
    steps.appendReason(step, of: checked, to: &because)
    xml.open("step", at: 5)
    xml.attribute("because", String(decoding: because, as: UTF8.self))
    xml.endTag()
    var words: [UInt8] = []
    steps.appendStep(step, of: checked, to: &words)
    words.withUnsafeBufferPointer { xml.append(escaped: $0) }
    xml.close("step")
  }
}

extension JudgedClaim {
  /// The statement that the claim was judged by comes first, then others of its derivation, each once.
  func evidence(in judgment: Judgment) -> [Int32] {
    var places: [Int32] = statement >= 0 ? [statement] : []
    for step in derivation {
      if case .statement(let place, _, _) = judgment.steps[Int(step)], !places.contains(place) {
        places.append(place)
      }
    }
    return places
  }
}

extension Participant.Origin {
  /// The name in reports.
  var name: String {
    switch self {
    case .named: "named"
    case .reference: "reference"
    case .topic: "topic"
    case .none: "none"
    }
  }

  /// All names.
  static let names = ["named", "reference", "topic", "none"]
}
