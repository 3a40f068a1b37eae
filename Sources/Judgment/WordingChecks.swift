import Claims
import Ingest
import Knowledge

/// Faults of wording: what a sentence calls on, what it promises, how safe it says a thing is.
extension Judge {
  func checkWording(
    _ index: Int32, _ document: Document, _ reading: DocumentReading, _ sentence: Sentence,
    _ judgment: Judgment,
    _ hasReferences: Bool, _ candidates: inout [Candidate]
  ) {
    if !sentence.mentions.isEmpty {
      checkContraindications(sentence, document, reading, &candidates)
    }
    guard !sentence.cues.isEmpty else { return }
    let block = document.blocks[Int(sentence.block)]
    let asserted = sentence.claims.contains { place in
      let claim = reading.claims[Int(place)]
      return isClaimed(claim) && claim.flags.isDisjoint(with: [.studyDesign, .unread])
    }
    checkPromises(sentence, reading, &candidates)
    checkSafety(sentence, reading, &candidates)
    checkApproval(sentence, reading, &candidates)
    checkCosmetics(sentence, reading, &candidates)
    if block.kind != .heading && block.kind != .title {
      if asserted {
        checkCitation(sentence, document, reading, judgment, hasReferences, &candidates)
      } else if sentence.claims.allSatisfy({ reading.claims[Int($0)].flags.contains(.unread) }) {
        checkBareCall(sentence, reading, hasReferences, &candidates)
      }
    }
  }

  func category(_ cue: CueRecord) -> Cue.Category { categories[Int(cue.cue)] }

  /// The first cue of a category (and value) in a sentence.
  func cue(
    _ category: Cue.Category, value: String? = nil, in sentence: Sentence, _ reading: DocumentReading
  ) -> CueRecord? {
    for place in sentence.cues {
      let record = reading.cues[Int(place)]
      if categories[Int(record.cue)] == category,
        value == nil || knowledge.cues[Int(record.cue)].value == value
      {
        return record
      }
    }
    return nil
  }

  // MARK: Promises

  private func checkPromises(
    _ sentence: Sentence, _ reading: DocumentReading, _ candidates: inout [Candidate]
  ) {
    for place in sentence.claims {
      let claim = reading.claims[Int(place)]
      guard isClaimed(claim), claim.relation != .causes, claim.relation != .worsens, claim.relation != .other,
        claim.relation != .safe, claim.relation != .noEffect, !isHarm(claim.target.concept),
        !claim.flags.contains(.otherSite)
      else { continue }
      if claim.flags.contains(.cure), kind(claim.target.concept) == .condition, claim.certainty != .hedged {
        var candidate = rules.candidate(.cure)
        candidate.cueRange = cueRange(.absolute, value: "cure", of: claim, reading) ?? claim.frameRange
        candidate.claims = [place]
        candidate.target = claim.target
        candidate.agents = [claim.agent]
        candidate.cite(statement(for: claim, reading))
        candidates.append(candidate)
      } else if claim.strength == .absolute, claim.certainty != .hedged {
        let range =
          cueRange(.absolute, value: "guarantee", of: claim, reading)
          ?? cueRange(.absolute, value: "permanent", of: claim, reading)
          ?? cueRange(.absolute, value: "universal", of: claim, reading)
          ?? cueRange(.absolute, value: "everyone", of: claim, reading)
          ?? (knowledge.frames.indices.contains(Int(claim.frame))
            && knowledge.frames[Int(claim.frame)].strength == "absolute"
            ? claim.frameRange : nil)
        guard let range else { continue }
        var candidate = rules.candidate(
          cueRange(.absolute, value: "guarantee", of: claim, reading) != nil ? .guarantee : .absolute)
        candidate.cueRange = range
        candidate.claims = [place]
        candidate.target = claim.target
        candidate.agents = [claim.agent]
        candidate.cite(statement(for: claim, reading))
        candidates.append(candidate)
      }
    }
    // Some promises need no claim of their own: "Results guaranteed.", "The result is permanent."
    let guarantee = cue(.absolute, value: "guarantee", in: sentence, reading)
    if let record = guarantee ?? cue(.absolute, value: "standalone", in: sentence, reading),
      !denied(record, sentence, reading),
      !candidates.contains(where: { $0.check == .guarantee || $0.check == .cure })
    {
      var candidate = rules.candidate(guarantee == nil ? .absolute : .guarantee)
      candidate.cueRange = record.range
      candidates.append(candidate)
    }
  }

  func denied(_ record: CueRecord, _ sentence: Sentence, _ reading: DocumentReading) -> Bool {
    sentence.cues.contains { place in
      // "never come back": the word of denial is part of what is promised.
      if reading.cues[Int(place)].range.overlaps(record.range) { return false }
      switch category(reading.cues[Int(place)]) {
      case .negation, .denial, .warning, .unknown, .condition: return true
      default: return false
      }
    }
  }

  private func cueRange(_ category: Cue.Category, value: String, of claim: Claim, _ reading: DocumentReading)
    -> ByteRange?
  {
    for place in claim.cues {
      let record = reading.cues[Int(reading.claimCues[Int(place)])]
      if categories[Int(record.cue)] == category, knowledge.cues[Int(record.cue)].value == value {
        return record.range
      }
    }
    return nil
  }

  private func statement(for claim: Claim, _ reading: DocumentReading) -> EvidenceLookup.Match? {
    guard claim.target.concept >= 0 else { return nil }
    return lookup.find(
      agent: claim.agent.concept, partners: claim.partners.map { reading.partners[Int($0)].concept },
      target: claim.target.concept, includingAnyAgent: true, prefers: .treats,
      accepts: { $0 == .treats || $0 == .causes })
  }

  // MARK: Cosmetics

  /// A cosmetic is said to change a quantity of the body.
  private func checkCosmetics(
    _ sentence: Sentence, _ reading: DocumentReading, _ candidates: inout [Candidate]
  ) {
    for place in sentence.claims {
      let claim = reading.claims[Int(place)]
      guard isClaimed(claim), rules.concerns(.cosmeticFunction, claim.agent.concept),
        claim.certainty != .hedged || claim.flags.contains(.ability),
        kind(claim.target.concept) == .quantity,
        claim.relation == .increases || claim.relation == .decreases || claim.relation == .treats
      else { continue }
      var candidate = rules.candidate(.cosmeticFunction)
      candidate.claims = [place]
      candidate.agents = [claim.agent]
      candidate.target = claim.target
      candidate.direction =
        claim.relation == .increases ? .increases : claim.relation == .decreases ? .decreases : nil
      candidate.sources = candidate.rule >= 0 ? knowledge.findingRules[Int(candidate.rule)].sources : []
      candidates.append(candidate)
      return
    }
  }

  // MARK: Approval

  private func checkApproval(
    _ sentence: Sentence, _ reading: DocumentReading, _ candidates: inout [Candidate]
  ) {
    guard let record = cue(.approval, value: "approved", in: sentence, reading),
      !denied(record, sentence, reading)
    else {
      return
    }
    var agent: MentionRecord?
    var distance = Int.max
    for place in sentence.mentions {
      let mention = reading.mentions[Int(place)]
      guard mention.concept >= 0, let kind = kind(mention.concept), kind.isIntervention else { continue }
      if mention.range.overlaps(record.range) { continue }
      if kind == .drug { return }
      let gap =
        mention.range.start >= record.range.end
        ? mention.range.start - record.range.end : record.range.start - mention.range.end
      if gap < distance {
        agent = mention
        distance = gap
      }
    }
    // "It is FDA approved": what the sentence's claims are about.
    if agent == nil,
      let meant = sentence.claims.map({ reading.claims[Int($0)].agent }).first(where: {
        $0.concept >= 0 && $0.origin == .reference
      })
    {
      if kind(meant.concept) == .drug { return }
      agent = MentionRecord(range: meant.range, concept: meant.concept)
    }
    guard let agent else {
      // "Our device is FDA approved": a product without a name that is no medicine by its own word.
      guard let product = cue(.carrier, value: "product", in: sentence, reading) else { return }
      var candidate = rules.candidate(.approvedDevice)
      candidate.cueRange = record.range
      candidate.agents = [
        Participant(
          concept: -1, origin: .named, deviation: nil, movesQuantity: -1, moves: nil, range: product.range)
      ]
      candidates.append(candidate)
      return
    }
    // What is known of its approval decides; else what it is.
    var known: [Int32] = []
    if let match = lookup.find(
      agent: agent.concept, partners: [], target: approvedOutcome, accepts: { $0 == .causes })
    {
      guard knowledge.statements[Int(match.statement)].verdict == .refuted else { return }
      known = [match.statement]
    } else {
      let concept = knowledge.concepts[Int(agent.concept)]
      guard
        concept.kind == .device || concept.kind == .procedure || concept.kind == .substance
          || deviceClasses.contains(agent.concept)
      else { return }
    }
    var candidate = rules.candidate(.approvedDevice)
    candidate.cueRange = record.range
    candidate.statements = known
    candidate.agents = [
      Participant(
        concept: agent.concept, origin: .named, deviation: nil, movesQuantity: -1, moves: nil,
        range: agent.range)
    ]
    candidates.append(candidate)
  }
}
