import Claims
import Knowledge

/// What moves a quantity is offered for the condition that a text is about.
extension Judge {
  /// In a text on vitiligo "S raises the level of melanin" offers S for vitiligo: the same claim with the topic as its
  /// target, or nil where the topic does not lack (or have too much of) just that quantity.
  func repairOfTopic(_ claim: Claim, _ sentence: Sentence, _ reading: DocumentReading) -> Claim? {
    let direction: Concept.Direction
    switch claim.relation {
    case .increases: direction = .increases
    case .decreases: direction = .decreases
    default: return nil
    }
    guard claim.topic >= 0, claim.target.concept >= 0, claim.agent.concept >= 0,
      claim.agent.origin != .topic, claim.target.deviation == nil,
      claim.flags.isDisjoint(with: [.heading, .studyDesign, .definitional, .otherSite]),
      let state = signs.state(of: claim.topic, in: claim.target.concept), signs.opposes(direction, state)
    else { return nil }
    // A sentence that names a condition is about that one.
    let namesAnother = sentence.mentions.contains { place in
      let concept = reading.mentions[Int(place)].concept
      return concept != claim.topic && kind(concept) == .condition
    }
    if namesAnother { return nil }
    var repair = claim
    repair.relation = .treats
    repair.target = Participant(
      concept: claim.topic, origin: .reference, deviation: nil, movesQuantity: -1, moves: nil,
      range: claim.target.range)
    return repair
  }
}
