import Ingest
import Knowledge
import Linguistics

extension SentenceReader {
  /// Makes a claim for each agent and target, with the assertion that holds for all of them; one that is there already is
  /// strengthened instead of repeated.
  func append(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, agent: Int32?, targets: [Participant], target: Int32?,
    _ sentence: Int32, _ firstClaim: Int, flags: Claim.Flags, implied: [Participant] = []
  ) {
    var agents = implied
    let agent = agent.map(firstOfCombination)
    if let agent {
      let role: Grammar.Roles =
        frame.shape == .cause || frame.shape == .effectOf || frame.shape == .definition
          || mentions[Int(agent)].roles.isDisjoint(with: .agent)
        ? [.agent, .condition, .quantity] : .agent
      agents = participants(of: agent, as: role)
    }
    // "The combination": one treatment made of what was named.
    var combined: [Participant] = []
    if let agent, mentions[Int(agent)].reference == .combination, agents.count > 1 {
      combined = Array(agents.dropFirst())
      agents = [agents[0]]
    }
    if agents.isEmpty {
      if let words = unknownSubject(of: indicator.first) ?? ownWords(of: indicator, frame),
        frame.shape != .preposition
      {
        agents = [
          Participant(
            concept: -1, origin: .named, deviation: nil, movesQuantity: -1, moves: nil, range: words)
        ]
      } else {
        // Without an agent only what the words themselves promise is worth a claim.
        guard frame.shape == .verb || frame.strength > .moderate || hasAbsolute(at: indicator.first) else {
          return
        }
        agents = [.nobody]
      }
    }
    let cueStart = Int32(result.claimCues.count)
    let assertion = assertion(of: indicator, agent: agent, target: target)
    let acting = cueStart..<Int32(result.claimCues.count)
    var partners = partners(of: agent)
    if !combined.isEmpty {
      partners = Int32(result.partners.count)..<Int32(result.partners.count + combined.count)
      result.partners += combined
    }
    var flags = flags.union(assertion.flags)
    if isUseThatIsJudged(indicator, frame, targets) { flags.insert(.warnedAgainst) }
    if let target, mentions[Int(target)].isPopulation { flags.insert(.population) }
    if let agent, mentions[Int(agent)].isCompared { flags.insert(.compared) }
    let comparison = comparison(with: agent, around: indicator)
    let isGeneric = agent.map { mentions[Int($0)].isGeneric } ?? false
    for who in agents {
      for what in targets {
        guard who.concept < 0 || who.concept != what.concept || who.deviation != what.deviation else {
          continue
        }
        if isPartOf(who, what) { continue }
        var relation = relation(frame.effect, on: what, agent: who)
        if relation == .treats, frame.moves == .increases, deepens(frame, what.concept), what.origin != .none
        {
          // "Sunlight darkens melasma": nobody offers that as a treatment.
          relation = .worsens
        }
        if relation == .treats, frame.moves == .decreases, deepens(frame, what.concept),
          saysThatItDeepens(what.concept)
        {
          // "It makes white patches even paler": nor that.
          relation = .worsens
        }
        if relation == .other, what.origin == .none, let moves = frame.moves,
          who.concept >= 0
            ? grammar.roles[Int(who.concept)].contains(.agent) : isGeneric
        {
          // "It bleaches the skin", "our cream regrows hair": an agent moves the quantity that the verb itself names.
          switch moves {
          case .increases: relation = .increases
          case .decreases: relation = .decreases
          case .noEffect: relation = .noEffect
          }
        }
        var claim = Claim(
          sentence: sentence, range: span(indicator, who, what), agent: who, partners: partners,
          relation: relation,
          target: what,
          negated: assertion.negated || relation == .causes && isDeniedBySafety(indicator),
          certainty: assertion.certainty,
          strength: assertion.strength,
          causality: relation == .other ? .none : causality(of: indicator, assertion),
          advice: assertion.advice,
          attribution: attribution,
          flags: flags, topic: discourse.topic, frame: indicator.frame,
          frameRange: byteRange(indicator.first, indicator.end), cues: acting, comparison: comparison)
        if relation == .increases || relation == .decreases, saysThatItDeepens(what.concept) {
          claim.flags.insert(.deepening)
        }
        if who.concept >= 0, discourse.advised.contains(who.concept), who.origin == .reference {
          claim.flags.insert(.continuesAdvice)
        }
        merge(claim, firstClaim)
      }
    }
  }

  /// "our homeopathic treatment for vitiligo": the noun itself names an agent that the rules do not know.
  private func ownWords(of indicator: Indicator, _ frame: Grammar.FrameRole) -> ByteRange? {
    guard frame.shape == .noun, frame.effect == .improves, indicator.first > first else { return nil }
    var start = indicator.first
    while start > first, scan.tokens[Int(start - 1)].kind == .word, mention(at: start - 1) < 0,
      classes(start - 1).isDisjoint(with: [
        .preposition, .connector, .coordinator, .subordinator, .infinitive, .relative, .be, .auxiliary,
        .modal,
      ])
    {
      start -= 1
      if classes(start).contains(.person) { break }
    }
    return start < indicator.first && classes(start).contains(.person) ? byteRange(start, indicator.end) : nil
  }

  /// "never causes irritation": words of safety that hold the verb deny it.
  private func isDeniedBySafety(_ indicator: Indicator) -> Bool {
    cues.contains {
      $0.category == .safety && $0.value == .absolute && $0.first < indicator.first && $0.end >= indicator.end
    }
  }

  /// Whether the movement that the frame's word names goes the way the condition already deviates.
  private func deepens(_ frame: Grammar.FrameRole, _ concept: Int32) -> Bool {
    guard concept >= 0, frame.movesQuantity >= 0 else { return false }
    return grammar.knowledge.concepts[Int(concept)].states.contains {
      $0.quantity.rawValue == frame.movesQuantity
        && (frame.moves == .increases ? $0.state == .high : $0.state == .low || $0.state == .absent)
    }
  }

  private func hasAbsolute(at token: Int32) -> Bool {
    cues.contains { $0.category == .absolute && $0.covers(token) }
  }

  /// "A combined with B": A is the agent and B its partner, whichever stands nearer.
  private func firstOfCombination(_ place: Int32) -> Int32 {
    let partner = mentions[Int(place)].partnerGroup
    guard partner >= 0,
      let first = mentions.indices.first(where: {
        mentions[$0].group == partner && mentions[$0].first < mentions[Int(place)].first
          && !mentions[$0].isListingHead
          && mentions[$0].reference == .none && !mentions[$0].isGeneric
      })
    else { return place }
    return Int32(first)
  }

  /// A member and its own class, named beside each other ("agents such as A"), make no claim about one another.
  private func isPartOf(_ agent: Participant, _ target: Participant) -> Bool {
    guard agent.concept >= 0, target.concept >= 0 else { return false }
    return agent.range.overlaps(target.range) && !agent.range.isEmpty && agent.origin == .named
  }

  private func merge(_ claim: Claim, _ firstClaim: Int) {
    for index in firstClaim..<result.claims.count {
      let old = result.claims[index]
      // Participants that the rules do not know are told apart by their words.
      if claim.target.concept < 0 && old.target.range != claim.target.range
        || claim.agent.concept < 0 && old.agent.concept < 0 && old.agent.range != claim.agent.range
          && !old.agent.range.isEmpty && !claim.agent.range.isEmpty
      {
        continue
      }
      guard old.target.concept == claim.target.concept, old.target.deviation == claim.target.deviation,
        old.agent.concept == claim.agent.concept || claim.agent.concept < 0 || old.agent.concept < 0,
        old.agent.movesQuantity == claim.agent.movesQuantity, old.agent.deviation == claim.agent.deviation,
        old.flags.contains(.definitional) == claim.flags.contains(.definitional)
      else { continue }
      if old.agent.concept < 0 && claim.agent.concept >= 0 && old.agent.moves == nil {
        // The same claim with its agent found.
        result.claims[index] = claim
        // "There is no cure, but A helps": what is denied makes the rest no stronger.
        if old.negated == claim.negated {
          result.claims[index].strength = max(old.strength, claim.strength)
        }
        return
      }
      guard
        old.relation == claim.relation || old.flags.contains(.prepositional)
          || claim.flags.contains(.prepositional) || claim.agent.concept < 0
      else { continue }
      if old.flags.contains(.prepositional), !claim.flags.contains(.prepositional) {
        result.claims[index] = claim
        return
      }
      // A word that does not deny beside one that does: the one on the outer verb decides, and it was read first.
      if old.strength < claim.strength, old.negated == claim.negated {
        result.claims[index].strength = claim.strength
      }
      if claim.negated && !old.negated && claim.agent.concept == old.agent.concept {
        result.claims[index].negated = true
        result.claims[index].flags.formUnion(claim.flags)
        result.claims[index].cues = claim.cues
      }
      if claim.certainty.doubt > old.certainty.doubt {
        result.claims[index].certainty = claim.certainty
        result.claims[index].flags.subtract(.hedges)
        result.claims[index].flags.formUnion(claim.flags.intersection(.hedges))
      }
      result.claims[index].flags.formUnion(
        claim.flags.intersection([.cure, .benefit, .warnedAgainst, .debunked]))
      result.claims[index].range = old.range.union(claim.range)
      return
    }
    result.claims.append(claim)
  }

  func partners(of agent: Int32?) -> Range<Int32> {
    guard let agent else { return 0..<0 }
    let mention = mentions[Int(agent)]
    let start = Int32(result.partners.count)
    for other in mentions
    where other.roles.contains(.agent) && other.reference == .none && !other.isListingHead {
      if other.group == mention.group { continue }
      if other.partnerGroup == mention.group
        || (mention.partnerGroup >= 0 && mention.partnerGroup == other.group)
      {
        result.partners.append(participant(other))
      }
    }
    return start..<Int32(result.partners.count)
  }

  /// "better than hydroquinone", "as effective as hydroquinone": what an agent of the same clause is held up against.
  private func comparison(with agent: Int32?, around indicator: Indicator) -> Claim.Comparison? {
    guard let agent, mentions.contains(where: { $0.isCompared }) else { return nil }
    let clause = clause(of: indicator.first)
    for cue in cues where cue.category == .comparison && self.clause(of: cue.first) == clause {
      let result: Claim.Comparison.Result
      switch cue.value {
      case .better: result = .better
      case .same: result = .same
      default: continue
      }
      let other = mentions.first {
        $0.isCompared && $0.first >= cue.end && $0.roles.contains(.agent) && $0.concept >= 0
      }
      guard let other, other.concept != mentions[Int(agent)].concept else { continue }
      return Claim.Comparison(concept: other.concept, result: result)
    }
    return nil
  }

  private func span(_ indicator: Indicator, _ agent: Participant, _ target: Participant) -> ByteRange {
    var range = byteRange(indicator.first, indicator.end)
    if !agent.range.isEmpty { range = range.union(agent.range) }
    if !target.range.isEmpty { range = range.union(target.range) }
    return range
  }

  /// What the frame's effect comes to on this kind of target.
  private func relation(_ effect: Frame.Effect, on target: Participant, agent: Participant) -> Claim.Relation
  {
    var roles = target.concept >= 0 ? grammar.roles[Int(target.concept)] : []
    if target.concept < 0, !given.isEmpty,
      let phrase = mentions.first(where: { $0.isGiven && byteRange($0.first, $0.end) == target.range })
    {
      roles = phrase.roles
    }
    if roles.contains(.condition) {
      switch effect {
      case .improves, .decreases: return .treats
      case .increases, .worsens: return .worsens
      case .causes: return .causes
      case .prevents: return .prevents
      case .noEffect: return .noEffect
      case .safe: return .safe
      case .equals: return .other
      }
    }
    if roles.contains(.quantity) {
      switch effect {
      case .decreases, .prevents: return .decreases
      case .increases: return .increases
      case .causes: return target.deviation == .low ? .decreases : .increases
      case .improves:
        if target.deviation == .high { return .decreases }
        if target.deviation == .low { return .increases }
        return target.origin == .none ? .other : .treats
      case .worsens: return .worsens
      case .noEffect: return .noEffect
      case .safe: return .safe
      case .equals: return .other
      }
    }
    if target.concept < 0, !target.range.isEmpty {
      switch effect {
      case .increases: return .increases
      case .decreases: return .decreases
      case .causes: return .causes
      default: break
      }
    }
    switch effect {
    case .improves, .increases, .causes: return .treats
    case .decreases, .prevents: return .prevents
    case .worsens: return .worsens
    case .noEffect: return .noEffect
    case .safe: return .safe
    case .equals: return .other
    }
  }
}

extension Claim.Certainty {
  /// From full assertion upwards.
  public var doubt: Int {
    switch self {
    case .asserted: 0
    case .reported: 1
    case .hedged: 2
    case .conditional: 3
    case .question: 4
    case .unknown: 5
    }
  }
}
