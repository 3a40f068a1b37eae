import Ingest
import Knowledge
import Linguistics

/// Nouns, adjectives, prepositions and words of cause.
extension SentenceReader {
  func readNoun(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, among range: Range<Int>, _ sentence: Int32,
    _ firstClaim: Int
  ) {
    let clauseEnd = clauses[clause(of: indicator.first)].end
    let behind = linkedTarget(after: indicator.end, in: clauseEnd, links: frame.targetLinks, role: .target)
    let compound = behind == nil ? compoundTarget(before: indicator.first, role: .target) : nil
    // "Patients with O saw improvement after S".
    let people =
      frame.effect == .improves && behind == nil && compound == nil ? populationBefore(indicator.first) : nil
    if frame.effect == .causes, behind == nil, let harm = harmCalled(indicator),
      let agent = linkedAgent(after: indicator.end, in: clauseEnd, links: frame.agentLinks)
    {
      add(indicator, frame, agent: agent, target: harm, sentence, firstClaim)
      return
    }
    guard let target = behind ?? compound ?? people else {
      // "For O, the best choice is X", "If you have O, X is the answer".
      if frame.effect == .improves, let target = frontedCondition(before: indicator.first),
        let agent = colonAgent(after: indicator.end, in: clauseEnd) ?? subject(of: indicator.first)
      {
        add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
        return
      }
      // "The best remedy is X."
      if frame.effect == .improves,
        !mentions.contains(where: { $0.roles.contains(.condition) && $0.reference == .none }),
        let agent = colonAgent(after: indicator.end, in: clauseEnd)
      {
        addForTopic(indicator, frame, agent: agent, sentence, firstClaim)
        return
      }
      // "PRP showed excellent efficacy": said of what the section is about.
      if frame.effect == .improves, !mentions.contains(where: { $0.roles.contains(.condition) }),
        isBoosted(indicator), let agent = subject(of: indicator.first),
        mentions[Int(agent)].reference == .none
      {
        addForTopic(indicator, frame, agent: agent, sentence, firstClaim)
      }
      return
    }
    guard suits(indicator, target: target, among: range) else { return }
    var agent = linkedAgent(
      after: indicator.end, in: clauseEnd, links: frame.agentLinks.isEmpty ? [] : frame.agentLinks)
    if let found = agent, mentions[Int(found)].group == mentions[Int(target)].group { agent = nil }
    if agent == nil, indicator.first > first {
      // "laser treatment of scars"
      let before = mention(at: indicator.first - 1)
      if before >= 0, fits(mentions[Int(before)], .agent), mentions[Int(before)].reference == .none {
        agent = before
      }
    }
    agent =
      agent ?? subject(of: indicator.first) ?? colonAgent(after: mentions[Int(target)].end, in: clauseEnd)
    add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
  }

  /// "O is a side effect (of S)": the condition that is the subject of a form of "be" before the noun.
  private func harmCalled(_ indicator: Indicator) -> Int32? {
    let clause = clauses[clause(of: indicator.first)]
    var token = indicator.first - 1
    while token > clause.first, !classes(token).contains(.be) {
      guard scan.tokens[Int(token)].kind == .word, mention(at: token) < 0, verb(token) == .none,
        classes(token).isDisjoint(with: [.preposition, .relative])
      else { return nil }
      token -= 1
    }
    guard token > clause.first, classes(token).contains(.be) else { return nil }
    return nearest(before: token, from: clause.first, role: .condition)
  }

  /// The condition of the people that a clause is about, where it stands before a frame's word.
  func populationBefore(_ token: Int32) -> Int32? {
    let start = clauses[clause(of: token)].first
    return mentions.indices.last {
      mentions[$0].isPopulation && mentions[$0].roles.contains(.condition) && mentions[$0].first >= start
        && mentions[$0].end <= token
    }.map { Int32($0) }
  }

  /// Whether a booster stands right before a frame's word ("excellent efficacy", "highly effective").
  func isBoosted(_ indicator: Indicator) -> Bool {
    cues.contains { $0.category == .booster && $0.end <= indicator.first && indicator.first - $0.end <= 1 }
  }

  /// "Your answer to dark spots: kojic acid", "The best remedy for vitiligo is copper".
  func colonAgent(after token: Int32, in clauseEnd: Int32) -> Int32? {
    var place = token
    while place < clauseEnd, place < token + 4 {
      if mark(place) == 0x3A || classes(place).contains(.be) {
        return object(after: place + 1, in: clauseEnd, role: .agent, limit: 5)
      }
      place += 1
    }
    return nil
  }

  func readAdjective(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, _ sentence: Int32, _ firstClaim: Int
  ) {
    let clauseEnd = clauses[clause(of: indicator.first)].end
    guard
      let target = linkedTarget(after: indicator.end, in: clauseEnd, links: frame.targetLinks, role: .target)
    else {
      let index = clause(of: indicator.first)
      if index + 1 < clauses.count, clauses[index + 1].kind == .condition,
        let agent = subject(of: indicator.first),
        let target = patientCondition(in: clauses[index + 1])
      {
        // "X is ideal if you have O".
        add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
      } else if frame.effect == .improves, !mentions.contains(where: { $0.roles.contains(.condition) }),
        isBoosted(indicator), let agent = subject(of: indicator.first),
        mentions[Int(agent)].reference == .none
      {
        addForTopic(indicator, frame, agent: agent, sentence, firstClaim)
      }
      return
    }
    let agent = subject(of: indicator.first)
    guard agent != nil || !isNounPosition(indicator.first) else { return }
    add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
  }

  /// "retinol for acne": nothing but small words between agent, preposition and target.
  func readPreposition(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, _ sentence: Int32, _ firstClaim: Int
  ) {
    let clause = clauses[clause(of: indicator.first)]
    if frame.effect == .causes {
      // "bruising after filler": the harm stands first.
      guard let target = nearest(before: indicator.first, from: clause.first, role: .condition),
        mentions[Int(target)].end == indicator.first,
        mentions[Int(target)].roles.contains(.harm) || mentions[Int(target)].isGiven,
        let agent = object(after: indicator.end, in: clause.end, role: .agent, limit: 4)
      else { return }
      add(indicator, frame, agent: agent, target: target, sentence, firstClaim, flags: .prepositional)
      return
    }
    guard !cues.contains(where: { $0.category == .consultation }),
      let agent = nearest(before: indicator.first, from: clause.first, role: .agent),
      indicator.first - mentions[Int(agent)].end <= 2,
      let target = object(after: indicator.end, in: clause.end, role: .condition, limit: 5)
    else { return }
    for token in mentions[Int(agent)].end..<indicator.first where verb(token) != .none { return }
    guard !mentions[Int(target)].isPopulation else { return }
    add(indicator, frame, agent: agent, target: target, sentence, firstClaim, flags: .prepositional)
  }

  func readCause(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, _ sentence: Int32, _ firstClaim: Int
  ) {
    let index = clause(of: indicator.first)
    guard let target = object(after: indicator.end, in: clauses[index].end, role: [.condition, .quantity])
    else { return }
    let any: Grammar.Roles = [.agent, .condition, .quantity]
    guard
      let agent = nearest(before: indicator.first, from: clauses[index].first, role: any)
        ?? (clauses[index].kind == .relative && index > 0
          ? nearest(before: clauses[index].first, from: clauses[index - 1].first, role: any) : nil)
    else { return }
    guard mentions[Int(agent)].group != mentions[Int(target)].group else { return }
    add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
  }

  func readEffectOf(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, _ sentence: Int32, _ firstClaim: Int
  ) {
    let index = clause(of: indicator.first)
    let start = clauses[index].first
    guard
      let target = nearest(before: indicator.first, from: start, role: [.condition, .quantity])
        ?? (index > 0
          ? nearest(before: indicator.first, from: clauses[index - 1].first, role: .condition) : nil)
    else { return }
    // A named state of a quantity is the cause wherever it stands in what follows ("because the skin makes too much …").
    let state = mentions.indices.first {
      mentions[$0].first >= indicator.end && mentions[$0].first < indicator.end + 16
        && mentions[$0].deviation != nil
        && mentions[$0].roles.contains(.quantity)
    }
    guard
      let agent = state.map({ Int32($0) })
        ?? object(after: indicator.end, in: end, role: [.agent, .condition, .quantity], limit: 12)
    else { return }
    guard mentions[Int(agent)].group != mentions[Int(target)].group else { return }
    add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
  }
}
