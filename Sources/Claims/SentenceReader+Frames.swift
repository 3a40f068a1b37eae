import Ingest
import Knowledge
import Linguistics

extension SentenceReader {
  /// Makes the claims of the sentence.
  func readFrames(sentence: Int32) {
    let firstClaim = result.claims.count
    var index = 0
    while index < indicators.count {
      // Several frames may share a word ("restore": a condition gets better, a quantity goes up).
      var next = index + 1
      while next < indicators.count, indicators[next].first == indicators[index].first,
        indicators[next].end == indicators[index].end
      {
        next += 1
      }
      readWord(index..<next, sentence: sentence, firstClaim: firstClaim)
      index = next
    }
    readPopulations(sentence: sentence, firstClaim: firstClaim)
    readHarms(sentence: sentence, firstClaim: firstClaim)
    readAppositions(sentence: sentence)
    readListed(sentence: sentence)
    readSafety(sentence: sentence, firstClaim: firstClaim)
    readOutcomes(sentence: sentence, firstClaim: firstClaim)
    readOffers(sentence: sentence, firstClaim: firstClaim)
    readClaimLike(sentence: sentence, firstClaim: firstClaim)
  }

  func readWord(_ range: Range<Int>, sentence: Int32, firstClaim: Int) {
    var made = false
    // The target decides which of the frames it is: ask the first that finds one.
    for place in range {
      let indicator = indicators[place]
      let frame = grammar.frames[Int(indicator.frame)]
      let before = result.claims.count
      switch frame.shape {
      case .verb: readVerb(indicator, frame, among: range, sentence, firstClaim)
      case .topicVerb: readTopicVerb(indicator, frame, sentence, firstClaim)
      case .patientVerb: readPatientVerb(indicator, frame, sentence, firstClaim)
      case .adviceVerb: readAdvice(indicator, frame, sentence, firstClaim)
      case .noun: readNoun(indicator, frame, among: range, sentence, firstClaim)
      case .adjective: readAdjective(indicator, frame, sentence, firstClaim)
      case .preposition: readPreposition(indicator, frame, sentence, firstClaim)
      case .cause: readCause(indicator, frame, sentence, firstClaim)
      case .effectOf: readEffectOf(indicator, frame, sentence, firstClaim)
      case .topicCause: readTopicCause(indicator, frame, sentence, firstClaim)
      case .blame: readBlame(indicator, frame, sentence, firstClaim)
      case .split: readSplit(indicator, frame, sentence, firstClaim)
      case .definition: readDefinition(indicator, frame, sentence, firstClaim)
      }
      made = made || result.claims.count > before
    }
  }

  /// Of the frames that share a word, whether this one suits the target: improvement for conditions, rise and fall for
  /// quantities.
  func suits(_ indicator: Indicator, target: Int32, among range: Range<Int>) -> Bool {
    guard range.count > 1, grammar.frames[Int(indicator.frame)].shape != .split else { return true }
    let roles = mentions[Int(target)].roles
    func worth(_ effect: Frame.Effect) -> Int {
      switch effect {
      case .improves:
        roles.contains(.harm) ? 2 : roles.contains(.condition) ? 4 : roles.contains(.outcome) ? 4 : 1
      case .increases, .decreases: roles.contains(.quantity) ? 3 : 1
      case .causes: roles.contains(.harm) ? 3 : 2
      case .worsens: roles.contains(.condition) ? 3 : 0
      case .prevents: 2
      case .safe, .equals, .noEffect: 2
      }
    }
    let mine = worth(grammar.frames[Int(indicator.frame)].effect)
    for other in range
    where indicators[other].frame != indicator.frame
      && grammar.frames[Int(indicators[other].frame)].shape != .split
      // "gives you softer skin": what is given is no agent, so that the verb of advice has nothing to say.
      && (grammar.frames[Int(indicators[other].frame)].shape != .adviceVerb
        || grammar.frames[Int(indicator.frame)].shape != .verb)
    {
      let effect = grammar.frames[Int(indicators[other].frame)].effect
      let theirs = worth(effect)
      if effect == grammar.frames[Int(indicator.frame)].effect { continue }
      if theirs > mine || (theirs == mine && indicators[other].frame < indicator.frame) { return false }
    }
    return true
  }

  func readVerb(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, among range: Range<Int>, _ sentence: Int32,
    _ firstClaim: Int
  ) {
    let clauseEnd = clauses[clause(of: indicator.first)].end
    if indicator.voice == .nominal {
      let agent = mention(at: indicator.first - 1)
      if agent >= 0, fits(mentions[Int(agent)], .agent),
        let target = object(after: indicator.end, in: clauseEnd, role: .target, limit: 3),
        suits(indicator, target: target, among: range)
      {
        add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
      }
      return
    }
    if indicator.voice == .passive {
      let start = clauses[clause(of: indicator.first)].first
      guard
        let target = nearest(before: indicator.first, from: start, role: .target)
          ?? subject(of: indicator.first, role: .target)
      else { return }
      guard suits(indicator, target: target, among: range) else { return }
      let agent = linkedAgent(after: indicator.end, in: clauseEnd, links: [])
      add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
      return
    }
    var target = object(after: indicator.end, in: clauseEnd, role: .target)
    if target == nil, indicator.end > indicator.first + 1, !frame.targetLinks.isEmpty {
      target = linkedTarget(after: indicator.end, in: clauseEnd, links: frame.targetLinks, role: .target)
    }
    // "make collagen production rise", "turn dark spots lighter": not read.
    let agent: Int32?
    if indicator.voice == .imperative {
      agent = linkedAgent(after: indicator.end, in: clauseEnd, links: [])
    } else {
      agent =
        stateSubject(indicator, frame) ?? subject(of: indicator.first)
        ?? linkedAgent(after: indicator.end, in: clauseEnd, links: [])
        ?? (frame.moves != nil && target == nil ? subject(of: indicator.first, role: .condition) : nil)
    }
    if target == nil, indicator.voice == .active { target = frontedObject(of: indicator, agent: agent) }
    if target == nil, indicator.voice == .active, readChange(indicator, frame, sentence, firstClaim) {
      return
    }
    if target == nil, frame.moves != nil {
      // "It lightens the skin": the verb itself names the quantity.
      if agent != nil, !blocked(after: indicator.end, in: clauseEnd) {
        add(indicator, frame, agent: agent, target: nil, sentence, firstClaim)
      }
      return
    }
    guard let target else {
      readUnknownObject(indicator, frame, agent: agent, sentence, firstClaim)
      return
    }
    guard suits(indicator, target: target, among: range) else { return }
    // "X supports phototherapy in O": what is supported is the other treatment.
    if frame.effect == .increases, mentions[Int(target)].roles.contains(.condition),
      mentions.contains(where: {
        $0.roles.contains(.agent) && $0.reference == .none && $0.first >= indicator.end
          && $0.end <= mentions[Int(target)].first
      })
    {
      return
    }
    if let agent, mentions[Int(agent)].group == mentions[Int(target)].group { return }
    add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
  }

  /// "O is one of the concerns that S addresses": the object of a relative clause stands before it.
  private func frontedObject(of indicator: Indicator, agent: Int32?) -> Int32? {
    let place = clause(of: indicator.first)
    guard let agent, place > 0, clauses[place].kind == .relative,
      mentions[Int(agent)].first > clauses[place].first, mentions[Int(agent)].end <= indicator.first,
      !hasComplement(after: min(indicator.end, end - 1))
    else { return nil }
    return nearest(before: clauses[place].first, from: clauses[place - 1].first, role: .condition)
  }

  /// "Excess melanin causes O": a named state of a quantity as the subject of a verb of causing.
  func stateSubject(_ indicator: Indicator, _ frame: Grammar.FrameRole) -> Int32? {
    guard frame.effect == .causes || frame.effect == .worsens,
      let found = nearest(
        before: indicator.first, from: clauses[clause(of: indicator.first)].first, role: [.agent, .quantity]),
      mentions[Int(found)].deviation != nil
    else { return nil }
    return found
  }

  func blocked(after token: Int32, in clauseEnd: Int32) -> Bool {
    var place = token
    while place < clauseEnd, place < token + 4 {
      if verb(place) != .none { return true }
      place += 1
    }
    return false
  }

  func readPatientVerb(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, _ sentence: Int32, _ firstClaim: Int
  ) {
    let clause = clauses[clause(of: indicator.first)]
    guard indicator.voice != .nonfinite || populationBefore(indicator.first) != nil,
      let target = nearest(before: indicator.first, from: clause.first, role: [.condition, .quantity])
        ?? subject(of: indicator.first, role: .condition)
    else { return }
    if let agent = object(after: indicator.end, in: clause.end, role: .agent, limit: 8) {
      add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
    } else if let agent = helper(before: target) ?? linkedHelp(after: indicator.end, in: clause.end) {
      add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
    }
  }

  /// What a preposition brings in as help; "needs protection from the sun": what is kept away helps nobody.
  private func linkedHelp(after token: Int32, in clauseEnd: Int32) -> Int32? {
    guard let agent = linkedAgent(after: token, in: clauseEnd, links: []) else { return nil }
    return mentions[Int(agent)].roles.contains(.exposure) ? nil : agent
  }

  /// What stands before a target as what helps it: "With X, O becomes less visible", "Use X and watch O disappear".
  func helper(before target: Int32) -> Int32? {
    guard let agent = nearest(before: mentions[Int(target)].first, from: first, role: .agent) else {
      return nil
    }
    let start = mentions[Int(agent)].first
    let isLinked = start > first && !classes(start - 1).isDisjoint(with: [.agentLink, .infinitive])
    let isAdvised = indicators.contains {
      grammar.frames[Int($0.frame)].shape == .adviceVerb && $0.voice != .nominal && $0.end <= start
        && start - $0.end <= 6
    }
    return isLinked || isAdvised ? agent : nil
  }

  func add(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, agent: Int32?, target: Int32?, _ sentence: Int32,
    _ firstClaim: Int, flags: Claim.Flags = []
  ) {
    let targets: [Participant]
    if let target {
      let roles: Grammar.Roles = mentions[Int(target)].roles.isDisjoint(with: .target) ? .agent : .target
      targets = participants(of: target, as: roles)
    } else {
      targets = [
        Participant(
          concept: frame.movesQuantity, origin: .none, deviation: nil, movesQuantity: -1, moves: nil,
          range: byteRange(indicator.first, indicator.end))
      ]
    }
    append(
      indicator, frame, agent: agent, targets: targets, target: target, sentence, firstClaim, flags: flags)
  }
}
