import Ingest
import Knowledge
import Linguistics

/// What becomes of a target where no object is named: "melasma fades", "the spots came back", "it makes melasma worse".
extension SentenceReader {
  /// A verb of change whose subject is the target. The agent is what a preposition brings in, what helps in a clause before,
  /// or what the text is about; without one it is the natural course, and no claim.
  func readChange(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, _ sentence: Int32, _ firstClaim: Int
  ) -> Bool {
    let clause = clauses[clause(of: indicator.first)]
    guard !hasObject(after: indicator.end, in: clause.end),
      let patient = changingSubject(of: indicator, in: clause)
    else { return false }
    // "Melasma comes back", "it gets darker": what gets worse does so by itself, unless its cause is named with it.
    let isWorse =
      frame.effect == .worsens || frame.moves == .increases
      || frame.effect == .increases && mentions[Int(patient)].roles.contains(.condition)
    var named =
      linkedAgent(after: indicator.end, in: clause.end, links: [])
      ?? exposure(after: indicator.end, in: clause.end)
    if isWorse, named == nil { return false }
    named =
      named ?? helper(before: patient)
      ?? (clause.first > first ? nearest(before: clause.first, from: first, role: .agent) : nil)
    if let named {
      add(indicator, frame, agent: named, target: patient, sentence, firstClaim)
      return true
    }
    let agents = canImplyAgent(for: patient) ? discourse.impliedAgents : []
    guard !agents.isEmpty, !isHeading, !cues.contains(where: { $0.category == .naturalCourse }) else {
      return false
    }
    append(
      indicator, frame, agent: nil, targets: participants(of: patient, as: .target), target: patient,
      sentence, firstClaim,
      flags: [], implied: agents)
    return true
  }

  /// Whether what the text speaks of may be what changes the target: no harm passes by itself, and a condition that was not
  /// spoken of opens a subject of its own.
  private func canImplyAgent(for patient: Int32) -> Bool {
    let mention = mentions[Int(patient)]
    if mention.roles.contains(.harm) { return false }
    guard mention.roles.contains(.condition), mention.reference == .none, mention.concept >= 0 else {
      return true
    }
    let known = [discourse.topic, discourse.condition?.concept ?? -1]
    let ancestors = grammar.knowledge.concepts[Int(mention.concept)].ancestors
    return known.contains { topic in
      topic >= 0
        && (topic == mention.concept || ancestors.contains { $0.concept.rawValue == topic }
          || grammar.knowledge.concepts[Int(topic)].ancestors.contains {
            $0.concept.rawValue == mention.concept
          })
    }
  }

  /// "darker in the sun": a cause that is no treatment, wherever it stands behind the verb.
  private func exposure(after token: Int32, in clauseEnd: Int32) -> Int32? {
    mentions.firstIndex {
      $0.first >= token && $0.end <= clauseEnd && $0.roles.contains(.exposure) && !$0.isCompared
    }.map { Int32($0) }
  }

  /// The target that is the subject of a verb of change: nothing that acts stands between the clause's begin and the verb.
  private func changingSubject(of indicator: Indicator, in clause: Clause) -> Int32? {
    guard let place = nearest(before: indicator.first, from: clause.first, role: .target),
      nearest(before: indicator.first, from: clause.first, role: .agent).map({
        // "With X, collagen goes up": what a preposition brings in before the subject helps it.
        mentions[Int($0)].reference.isPronoun && $0 == place || $0 == frontedAgent(before: place)
      }) ?? true
    else { return nil }
    let mention = mentions[Int(place)]
    if mention.reference.isPronoun, discourse.recentCondition == nil { return nil }
    return place
  }

  /// The agent of "With X, …": right behind the preposition that opens the clause, and set off from the target by a comma.
  private func frontedAgent(before target: Int32) -> Int32? {
    guard let agent = helper(before: target) else { return nil }
    let mention = mentions[Int(agent)]
    let start = clauses[clause(of: mention.first)].first
    return mention.first == start + 1 && mention.end < end && mark(mention.end) == 0x2C ? agent : nil
  }

  /// Whether an object of any kind follows a verb.
  func hasObject(after token: Int32, in clauseEnd: Int32) -> Bool {
    var place = token
    while place < clauseEnd, scan.tokens[Int(place)].kind == .word, classes(place).contains(.adverb),
      classes(place).isDisjoint(with: .determiner), mention(at: place) < 0
    { place += 1 }
    // "improved a little": how much is no object.
    if let amount = cues.first(where: { $0.category.isStrength && $0.first == place }) { place = amount.end }
    guard place < clauseEnd else { return false }
    let item = scan.tokens[Int(place)]
    guard item.kind == .word else { return false }
    if mention(at: place) >= 0 { return true }
    return classes(place).isDisjoint(with: [
      .preposition, .coordinator, .subordinator, .relative, .infinitive, .be, .modal, .auxiliary, .adverb,
      .connector,
    ])
  }

  /// "It makes melasma worse", "The gel takes redness down": what stands behind the object tells the effect.
  func readSplit(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, _ sentence: Int32, _ firstClaim: Int
  ) {
    guard indicator.voice != .passive else { return }
    let clauseEnd = clauses[clause(of: indicator.first)].end
    guard
      let target = object(
        after: indicator.end, in: clauseEnd, role: [.condition, .quantity, .outcome], limit: 5),
      var result = cues.first(where: {
        $0.category == .result && $0.first >= mentions[Int(target)].end
          && $0.first - mentions[Int(target)].end <= 2
          && $0.first < clauseEnd && onlyFiller(from: mentions[Int(target)].end, to: $0.first, limit: 2)
      })
    else { return }
    // "Makes it even paler": the last of several tells.
    while let next = cues.first(where: { $0.category == .result && $0.first == result.end }) { result = next }
    var role = frame
    role.moves = nil
    switch result.value {
    case .worsens: role.effect = .worsens
    case .increases: role.effect = .increases
    case .decreases: role.effect = .decreases
    case .prevents: role.effect = .prevents
    case .lightens: role.moves = .decreases
    case .darkens: role.moves = .increases
    default: break
    }
    let agent =
      indicator.voice == .imperative
      ? linkedAgent(after: indicator.end, in: clauseEnd, links: [])
      : subject(of: indicator.first) ?? linkedAgent(after: indicator.end, in: clauseEnd, links: [])
    if agent == nil, unknownSubject(of: indicator.first) == nil, indicator.voice == .active { return }
    add(indicator, role, agent: agent, target: target, sentence, firstClaim)
  }

  /// "Needling sets off natural healing": an agent does something to words that name nothing the rules know. It is listed as
  /// a claim that no rule speaks of.
  func readUnknownObject(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, agent: Int32?, _ sentence: Int32, _ firstClaim: Int
  ) {
    guard let agent, frame.moves == nil, frame.effect != .causes,
      indicator.voice == .active || indicator.voice == .nonfinite,
      let words = unknownObject(after: indicator.end, in: clauses[clause(of: indicator.first)].end)
    else { return }
    let target = Participant(
      concept: -1, origin: .named, deviation: nil, movesQuantity: -1, moves: nil, range: words)
    append(indicator, frame, agent: agent, targets: [target], target: nil, sentence, firstClaim, flags: [])
  }

  /// The words of an object that no rule knows: one noun at least, no person, no time.
  private func unknownObject(after token: Int32, in clauseEnd: Int32) -> ByteRange? {
    var place = token
    while place < clauseEnd, scan.tokens[Int(place)].kind == .word,
      !classes(place).isDisjoint(with: [.determiner, .adverb])
        || place > token && classes(place).contains(.genitive),
      classes(place).isDisjoint(with: .be), mention(at: place) < 0
    { place += 1 }
    let start = place
    while place < clauseEnd, place < start + 4, scan.tokens[Int(place)].kind == .word, mention(at: place) < 0,
      classes(place).isDisjoint(with: [
        .preposition, .coordinator, .subordinator, .relative, .infinitive, .be, .modal, .auxiliary,
        .connector, .adverb,
        .pronoun, .person,
      ]), verb(place) != .finite, !cues.contains(where: { $0.category == .population && $0.first == place })
    { place += 1 }
    return place > start ? byteRange(start, place) : nil
  }
}
