import Ingest
import Knowledge
import Linguistics

/// What holds an agent up as the answer to a condition without a word that ties the two: "A deserves a place on your shelf
/// if B bothers you", "Bothered by B? Meet A."
///
/// Read last, where no frame found a claim on the pair. Words of offering are many and loose, so that one objection
/// anywhere in the sentence outweighs them all.
extension SentenceReader {
  /// A condition that a question or a label left open for the next sentence to answer.
  struct OpenQuestion {
    var conditions: [Participant] = []
    /// Whether the question itself asks for what helps ("What do you suggest for B?").
    var asksForHelp = false
  }

  func readOffers(sentence: Int32, firstClaim: Int) {
    let open = openQuestion
    openQuestion = OpenQuestion()
    guard !isHeading, attribution < .namedJournal else { return }
    var agents: [Int32] = []
    var conditions: [Int32] = []
    for (index, mention) in mentions.enumerated() where !mention.isCompared {
      if isOffered(mention) {
        agents.append(Int32(index))
      } else if mention.concept >= 0, mention.roles.contains(.condition), mention.deviation == nil,
        !isRuledOut(mention)
      {
        conditions.append(Int32(index))
      }
    }
    let isAnswer = conditions.isEmpty && !open.conditions.isEmpty
    guard !conditions.isEmpty || isAnswer else { return }
    if agents.isEmpty {
      if !isAnswer { leaveOpen(conditions, firstClaim) }
      return
    }
    if isAnswer, result.claims.count > firstClaim { return }
    let pairs = isAnswer ? [] : untied(agents, conditions, firstClaim)
    guard isAnswer || !pairs.isEmpty else { return }
    let hits = offeringHits()
    guard !isObjectedTo(hits) else { return }
    let offer = hits.first { holds($0) }
    if offer == nil, !isAnswer {
      for (agent, condition) in pairs {
        guard let verb = otherVerb(from: agent, to: condition, hits) else { continue }
        addOffer(
          (verb, verb + 1, nil), agent: agent, participants(of: condition, as: .condition), target: condition,
          sentence)
      }
      return
    }
    // A bare name behind a question that asks for help is its answer.
    guard offer != nil || isAnswer && open.asksForHelp && mentions[Int(agents[0])].first - first <= 3 else {
      return
    }
    let words = offer.map { ($0.first, $0.end, $0.entry.index) }
    if isAnswer {
      for agent in agents { addOffer(words, agent: agent, open.conditions, target: nil, sentence) }
    } else {
      for (agent, condition) in pairs {
        addOffer(
          words, agent: agent, participants(of: condition, as: .condition), target: condition, sentence)
      }
    }
  }

  /// "make sure that it is not …"
  func isRuledOut(_ mention: Mention) -> Bool {
    cues.contains {
      $0.category == .negation && $0.end <= mention.first && mention.first - $0.end <= 2
    }
  }

  /// A named agent, or words at the head of the sentence that mean one ("It is just the thing for …").
  private func isOffered(_ mention: Mention) -> Bool {
    guard mention.roles.contains(.agent), !mention.isListingHead else { return false }
    if mention.reference != .none { return mention.first - first <= 1 }
    return mention.concept >= 0 && mention.roles.isDisjoint(with: .condition)
  }

  /// Pairs of which no claim speaks, in any sense; none where the sentence tells of harm.
  private func untied(_ agents: [Int32], _ conditions: [Int32], _ firstClaim: Int) -> [(Int32, Int32)] {
    let claims = result.claims[firstClaim...]
    if claims.contains(where: {
      switch $0.relation {
      case .causes, .worsens, .noEffect: true
      default:
        $0.negated || $0.flags.contains(.warnedAgainst) || $0.flags.contains(.studyDesign)
          || $0.flags.contains(.definitional)
      }
    }) {
      return []
    }
    var pairs: [(Int32, Int32)] = []
    for condition in conditions {
      let target = mentions[Int(condition)].concept
      // What a claim already says of the condition was said with an agent of its own.
      if claims.contains(where: { $0.target.concept == target && $0.agent.concept >= 0 }) { continue }
      // "…, as the skin reacts by healing its wounds": a later clause, with a subject of its own.
      let clause = clauses[clause(of: mentions[Int(condition)].first)]
      let words = byteRange(clause.first, clause.end)
      let hasOwnSubject = claims.contains {
        $0.target.concept == target && !$0.agent.range.isEmpty && $0.agent.range.overlaps(words)
      }
      if hasOwnSubject, agents.allSatisfy({ mentions[Int($0)].first < clause.first }) { continue }
      for agent in agents
      where mentions[Int(agent)].concept < 0
        || !claims.contains(where: {
          $0.agent.concept == mentions[Int(agent)].concept && $0.relation != .safe
        })
      {
        pairs.append((agent, condition))
      }
    }
    return pairs
  }

  /// Phrases of offering and objection outside of names.
  private func offeringHits() -> [PhraseHit] {
    var found: [PhraseHit] = []
    scan.forEachPhrase(of: .offering, from: Int(first), to: Int(end), grammar, &begunPhrases) { hit in
      if mentions.contains(where: { $0.first <= hit.first && $0.end >= hit.end }) { return }
      if found.contains(where: { $0.first <= hit.first && $0.end >= hit.end && $0.end - $0.first > 1 }) {
        return
      }
      found.append(hit)
    }
    return found
  }

  private func isObjectedTo(_ hits: [PhraseHit]) -> Bool {
    // Verbs that tell of no help object to nothing but themselves.
    if hits.contains(where: { role(of: $0).category == .objection && role(of: $0).value != .verb }) {
      return true
    }
    return cues.contains {
      switch $0.category {
      case .warning, .denial, .unknown, .studyDesign, .consultation: true
      default: false
      }
    }
  }

  /// Whether a word of offering stands undenied, and is no question unless it offers by asking.
  private func holds(_ hit: PhraseHit) -> Bool {
    let role = role(of: hit)
    guard role.category == .offer, !isQuestion || role.value == .invites else { return false }
    return !cues.contains {
      $0.category == .negation && ($0.covers(hit.first) || $0.first >= hit.first && $0.end <= hit.end)
    }
  }

  /// A finite verb that no frame knows, between an agent that is its subject and a condition that is its object: whatever
  /// it says, unless it is one of the verbs that tell of no help, something is done about the condition.
  private func otherVerb(from agent: Int32, to condition: Int32, _ hits: [PhraseHit]) -> Int32? {
    let subject = mentions[Int(agent)]
    let object = mentions[Int(condition)]
    guard subject.end < object.first, !isQuestion, !object.isPopulation else { return nil }
    let place = clause(of: subject.first)
    guard
      let verb = (subject.end..<min(object.first, clauses[place].end)).first(where: {
        self.verb($0) == .finite
      }), verb - subject.end <= 3, indicator(at: verb) < 0,
      classes(verb).isDisjoint(with: [.be, .modal, .auxiliary]),
      self.object(after: verb + 1, in: clauses[place].end, role: .condition, limit: 5) == condition,
      !hits.contains(where: { $0.first <= verb && $0.end > verb && role(of: $0).value == .verb }),
      !cues.contains(where: { $0.category == .negation && $0.covers(verb) })
    else { return nil }
    return verb
  }

  /// Remembers what a question or a label names, for the next sentence to answer.
  private func leaveOpen(_ conditions: [Int32], _ firstClaim: Int) {
    // "How do we treat B?" is a claim about nobody.
    guard isQuestion || isLabel,
      result.claims[firstClaim...].allSatisfy({ $0.agent.concept < 0 && $0.certainty == .question })
    else { return }
    let hits = offeringHits()
    guard !isObjectedTo(hits) else { return }
    openQuestion.asksForHelp = hits.contains { role(of: $0).category == .offer }
    // "Is B rare?" asks for a fact; "Do you have B?" and "Bothered by B?" ask the reader in.
    guard !isQuestion || openQuestion.asksForHelp || asksReader else { return }
    openQuestion.conditions = conditions.flatMap { participants(of: $0, as: .condition) }.map { named in
      var meant = named
      meant.origin = .reference
      meant.range = ByteRange(0, 0)
      return meant
    }
  }

  private var asksReader: Bool {
    let kind = classes(first)
    return kind.isDisjoint(with: [.be, .auxiliary, .modal, .question])
      || (first..<end).contains { classes($0).contains(.person) }
  }

  /// A few words without a finite verb: "Best for: B."
  private var isLabel: Bool {
    end - first <= Self.longestLabel && !hasFiniteVerb
  }

  private static let longestLabel: Int32 = 14

  private func addOffer(
    _ offer: (first: Int32, end: Int32, cue: Int32?)?, agent: Int32, _ targets: [Participant],
    target: Int32?, _ sentence: Int32
  ) {
    let mention = mentions[Int(agent)]
    let words = offer.map { ($0.first, $0.end) } ?? (mention.first, mention.end)
    let indicator = Indicator(first: words.0, end: words.1, frame: -1, form: .fixed, voice: .nominal)
    let cueStart = Int32(result.claimCues.count)
    let assertion = assertion(of: indicator, agent: agent, target: target)
    if let cue = offer?.cue {
      result.claimCues.append(Int32(result.cues.count))
      result.cues.append(CueRecord(range: byteRange(words.0, words.1), cue: cue))
    }
    let acting = cueStart..<Int32(result.claimCues.count)
    let partners = 0..<Int32(0)
    for who in participants(of: agent, as: .agent) where who.concept >= 0 {
      for what in targets where who.concept != what.concept {
        var range = byteRange(words.0, words.1).union(who.range)
        if !what.range.isEmpty { range = range.union(what.range) }
        result.claims.append(
          Claim(
            sentence: sentence, range: range, agent: who, partners: partners, relation: .treats,
            target: what, negated: assertion.negated, certainty: assertion.certainty,
            strength: assertion.strength, causality: .none, advice: assertion.advice,
            attribution: attribution, flags: assertion.flags, topic: discourse.topic,
            frame: -1, frameRange: byteRange(words.0, words.1), cues: acting))
      }
    }
  }
}
