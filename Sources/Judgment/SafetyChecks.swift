import Claims
import Ingest
import Knowledge

/// How safe a sentence says a thing is, and for whom.
extension Judge {
  func checkSafety(_ sentence: Sentence, _ reading: DocumentReading, _ candidates: inout [Candidate]) {
    for place in sentence.claims {
      let claim = reading.claims[Int(place)]
      guard claim.relation == .safe, claim.strength == .absolute, isClaimed(claim) else { continue }
      var candidate = rules.candidate(.safetyAbsolute)
      candidate.cueRange = claim.frameRange
      candidate.claims = [place]
      candidate.agents = [claim.agent]
      candidate.statements = statements(onSafetyOf: claim, sentence, reading)
      candidates.append(candidate)
      return
    }
  }

  /// An agent is called safe for, offered to or recommended for people whom a statement bars from it ("safe in pregnancy",
  /// "treats acne in pregnant women", "suitable for teenagers"), without any reserve.
  func checkContraindications(
    _ sentence: Sentence, _ document: Document, _ reading: DocumentReading, _ candidates: inout [Candidate]
  ) {
    for place in sentence.admissions {
      let admission = reading.admissions[Int(place)]
      let group = reading.mentions[Int(admission.circumstance)]
      // Held against the biology of the condition already.
      let isContradicted = candidates.contains {
        $0.target.concept == group.concept && $0.agents.contains { $0.concept == admission.agent.concept }
      }
      guard !isContradicted, areTogether(admission.range, group.range, document) else { continue }
      if let match = bar(on: admission.agent.concept, for: group.concept) {
        candidates.append(contraindication([], admission.agent, group, match))
        return
      }
      // "Pregnant women can safely use hydroquinone."
      guard cue(.safety, in: sentence, reading) != nil,
        let match = bar(on: admission.agent.concept, for: group.concept, verdict: .mixed)
      else { continue }
      candidates.append(contraindication([], admission.agent, group, match, .unsettledSafety))
      return
    }
    guard !sentence.isRestricted else { return }
    for mention in sentence.mentions {
      let group = reading.mentions[Int(mention)]
      guard group.concept >= 0, kind(group.concept) == .condition, !isHarm(group.concept) else { continue }
      for place in sentence.claims {
        let claim = reading.claims[Int(place)]
        guard isClaimed(claim), claim.agent.concept >= 0, claim.target.concept != group.concept,
          offers(claim, to: group, sentence, reading), areTogether(claim.range, group.range, document),
          !isOfOther(group, than: claim.agent.concept, endingAt: claim.range.end, sentence, reading)
        else { continue }
        guard !isExcepted(claim, group, sentence, reading) else { continue }
        if let match = bar(on: claim.agent.concept, for: group.concept) {
          candidates.append(contraindication([place], claim.agent, group, match))
          return
        }
        // "Azelaic acid and isotretinoin are safe in pregnancy": one claim speaks of both.
        for other in joined(to: claim, sentence, reading) {
          guard let match = bar(on: other.concept, for: group.concept) else { continue }
          candidates.append(contraindication([place], other, group, match))
          return
        }
        // "Hydroquinone is safe in pregnancy": nobody bars it, but nobody knows that either.
        guard claim.relation == .safe, claim.wording >= .plain,
          let match = bar(on: claim.agent.concept, for: group.concept, verdict: .mixed)
        else { continue }
        candidates.append(contraindication([place], claim.agent, group, match, .unsettledSafety))
        return
      }
      // "Tretinoin is suitable for pregnant women": advice that no frame reads.
      guard sentence.claims.isEmpty, sentence.admissions.isEmpty, isCircumstance(group.concept),
        !sentence.isQuestion, !isReserved(sentence, reading),
        advises(sentence, reading)
      else { continue }
      for other in sentence.mentions {
        let agent = reading.mentions[Int(other)]
        guard kind(agent.concept)?.isIntervention == true, areTogether(agent.range, group.range, document),
          !isOfOther(group, than: agent.concept, endingAt: agent.range.end, sentence, reading),
          let match = bar(on: agent.concept, for: group.concept)
        else { continue }
        let participant = Participant(
          concept: agent.concept, origin: .named, deviation: nil, movesQuantity: -1, moves: nil,
          range: agent.range)
        candidates.append(contraindication([], participant, group, match))
        return
      }
    }
  }

  /// Whether a claim puts its agent forward for people of a group that the sentence names.
  private func offers(
    _ claim: Claim, to group: MentionRecord, _ sentence: Sentence, _ reading: DocumentReading
  ) -> Bool {
    switch claim.relation {
    case .safe: return true
    case .treats, .prevents, .other:
      // Besides what is treated only what makes a treatment unsuitable is a group of people.
      return isCircumstance(group.concept) && claim.wording >= .can && !isReserved(sentence, reading)
        && claim.target.origin != .topic
        && (claim.relation != .other || claim.advice > .none || advises(sentence, reading))
        && claim.flags.isDisjoint(with: [.studyDesign, .definitional])
    case .causes, .worsens, .increases, .decreases, .noEffect: return false
    }
  }

  /// "Tretinoin treats acne, and benzoyl peroxide can be used in pregnancy": another intervention stands between.
  private func isOfOther(
    _ group: MentionRecord, than agent: Int32, endingAt end: Int, _ sentence: Sentence,
    _ reading: DocumentReading
  ) -> Bool {
    guard end < group.range.start else { return false }
    return sentence.mentions.contains { place in
      let other = reading.mentions[Int(place)]
      return other.range.start >= end && other.range.end <= group.range.start
        && other.concept != agent && kind(other.concept)?.isIntervention == true
    }
  }

  /// "Tretinoin is safe, but never in pregnancy", "azelaic acid, and not tretinoin, is safe": the group or the agent is taken out.
  private func isExcepted(
    _ claim: Claim, _ group: MentionRecord, _ sentence: Sentence, _ reading: DocumentReading
  ) -> Bool {
    sentence.cues.contains { place in
      let cue = reading.cues[Int(place)]
      switch category(cue) {
      case .negation, .warning:
        return cue.range.start >= claim.frameRange.end && cue.range.end <= group.range.start
          || cue.range.end < claim.agent.range.start && cue.range.end + 2 > claim.agent.range.start
      default: return false
      }
    }
  }

  /// Interventions between the agent that is called safe and the words that call it so, where they are held up together.
  private func joined(to claim: Claim, _ sentence: Sentence, _ reading: DocumentReading) -> [Participant] {
    guard claim.relation == .safe, claim.agent.range.end < claim.frameRange.start else { return [] }
    func isBetween(_ range: ByteRange) -> Bool {
      range.start >= claim.agent.range.end && range.end <= claim.frameRange.start
    }
    let isContrast = sentence.cues.contains { place in
      let cue = reading.cues[Int(place)]
      switch category(cue) {
      case .negation, .warning, .scopeEnd, .comparison: return isBetween(cue.range)
      default: return false
      }
    }
    guard !isContrast else { return [] }
    return sentence.mentions.lazy.map { reading.mentions[Int($0)] }
      .filter { isBetween($0.range) && self.kind($0.concept)?.isIntervention == true }
      .map {
        Participant(
          concept: $0.concept, origin: .named, deviation: nil, movesQuantity: -1, moves: nil, range: $0.range)
      }
  }

  /// Whether no semicolon or full stop keeps two pieces of a sentence apart.
  private func areTogether(_ a: ByteRange, _ b: ByteRange, _ document: Document) -> Bool {
    let whole = a.union(b)
    return !document.text[whole.start..<whole.end].contains { $0 == 0x3B || $0 == 0x3A }
  }

  /// The nearest statement where it bars an agent for a group of people, or where sources differ on that.
  private func bar(
    on agent: Int32, for group: Int32, verdict: EvidenceStatement.Verdict = .harmful
  ) -> EvidenceLookup.Match? {
    guard
      let match = lookup.find(
        agent: agent, partners: [], target: group, accepts: { $0 == .contraindicated }),
      match.equals.isEmpty, match.nearest.targetSteps < EvidenceLookup.universalSteps,
      knowledge.statements[Int(match.statement)].verdict == verdict
    else { return nil }
    return match
  }

  private func contraindication(
    _ claims: [Int32], _ agent: Participant, _ group: MentionRecord, _ match: EvidenceLookup.Match,
    _ check: RuleBook.Check = .contraindication
  ) -> Candidate {
    var candidate = rules.candidate(check)
    candidate.claims = claims
    candidate.agents = [agent]
    candidate.target = Participant(
      concept: group.concept, origin: .named, deviation: nil, movesQuantity: -1, moves: nil,
      range: group.range)
    candidate.cite(match)
    if claims.isEmpty { candidate.cueRange = agent.range.union(group.range) }
    return candidate
  }

  /// Whether a condition is no disease but what makes a treatment unsuitable.
  private func isCircumstance(_ concept: Int32) -> Bool {
    circumstanceClass >= 0
      && knowledge.concepts[Int(concept)].ancestors.contains { $0.concept.rawValue == circumstanceClass }
  }

  /// Whether the sentence denies, warns, asks for advice, or speaks of harm or of a condition, so that what it says of people
  /// is no offer.
  private func isReserved(_ sentence: Sentence, _ reading: DocumentReading) -> Bool {
    sentence.cues.contains { place in
      switch category(reading.cues[Int(place)]) {
      case .negation, .absence, .denial, .warning, .unknown, .condition, .consultation, .scopeEnd, .inquiry,
        .studyDesign, .association:
        true
      default: false
      }
    }
      || sentence.claims.contains { place in
        let claim = reading.claims[Int(place)]
        return claim.relation == .causes || claim.relation == .worsens || claim.negated
          || claim.certainty == .question || claim.flags.contains(.warnedAgainst)
      }
      || sentence.mentions.contains { place in
        let concept = reading.mentions[Int(place)].concept
        return isHarm(concept)
          && !sentence.claims.contains { reading.claims[Int($0)].target.concept == concept }
      }
  }

  private func advises(_ sentence: Sentence, _ reading: DocumentReading) -> Bool {
    sentence.cues.contains { place in
      switch category(reading.cues[Int(place)]) {
      case .advice, .safety, .benefit: true
      default: false
      }
    }
  }
}
