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
    guard !sentence.cues.isEmpty else { return }
    let block = document.blocks[Int(sentence.block)]
    let asserted = sentence.claims.contains { place in
      let claim = reading.claims[Int(place)]
      return isClaimed(claim) && claim.flags.isDisjoint(with: [.studyDesign, .unread])
    }
    checkPromises(sentence, reading, &candidates)
    checkSafety(sentence, reading, &candidates)
    checkContraindications(sentence, reading, &candidates)
    if block.kind != .heading && block.kind != .title {
      if asserted {
        checkCitation(sentence, document, reading, judgment, hasReferences, &candidates)
      } else if sentence.claims.allSatisfy({ reading.claims[Int($0)].flags.contains(.unread) }) {
        checkBareCall(sentence, reading, hasReferences, &candidates)
      }
    }
  }

  private func category(_ cue: CueRecord) -> Cue.Category { categories[Int(cue.cue)] }

  /// The first cue of a category (and value) in a sentence.
  private func cue(
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

  // MARK: Citations

  private func checkCitation(
    _ sentence: Sentence, _ document: Document, _ reading: DocumentReading, _ judgment: Judgment,
    _ hasReferences: Bool, _ candidates: inout [Candidate]
  ) {
    guard sentence.attribution == .vague || sentence.attribution == .namedJournal else { return }
    var efficacy = false
    var strong = false
    for place in sentence.claims {
      let claim = reading.claims[Int(place)]
      guard isClaimed(claim), claim.relation != .other else { continue }
      efficacy = true
      // What is well established needs no study by name.
      let judged = judgment.claims[Int(place)]
      let isEstablished =
        judged.verdict == .supported && judged.statement >= 0
        && (knowledge.statements[Int(judged.statement)].certainty == .high
          || knowledge.statements[Int(judged.statement)].certainty == .moderate)
        && claim.strength < .strong
      if claim.certainty != .hedged, !isEstablished { strong = true }
    }
    guard efficacy else { return }
    if sentence.attribution == .namedJournal {
      guard let record = cue(.namedSource, value: "journal", in: sentence, reading) else { return }
      var candidate = rules.candidate(.unverifiableCitation)
      candidate.cueRange = wholeName(from: record.range, in: document, sentence)
      if hasReferences { candidate.severity = .note }
      candidate.claims = Array(sentence.claims)
      candidates.append(candidate)
    } else if let record = cue(.vagueSource, in: sentence, reading) {
      var candidate = rules.candidate(.vagueCitation)
      candidate.cueRange = record.range
      if !strong || hasReferences || isMild(sentence, reading) { candidate.severity = .note }
      candidate.claims = Array(sentence.claims)
      candidates.append(candidate)
    }
  }

  /// A journal's name as far as its capitals go: "Journal of Cosmetic Dermatology".
  private func wholeName(from range: ByteRange, in document: Document, _ sentence: Sentence) -> ByteRange {
    var end = range.end
    var cursor = range.end
    while cursor + 1 < sentence.range.end, document.text[cursor] == 0x20 {
      var stop = cursor + 1
      while stop < sentence.range.end, document.text[stop] | 0x20 >= 0x61, document.text[stop] | 0x20 <= 0x7A
      { stop += 1 }
      guard stop > cursor + 1 else { break }
      let isCapital = document.text[cursor + 1] < 0x5B
      // Small words may stand inside a name, not at its end.
      guard isCapital || stop - cursor <= 4 else { break }
      if isCapital { end = stop }
      cursor = stop
    }
    return ByteRange(range.start, end)
  }

  /// "Clinically proven: 97% of users …": evidence is called on for something that no frame reads, about a treatment.
  private func checkBareCall(
    _ sentence: Sentence, _ reading: DocumentReading, _ hasReferences: Bool, _ candidates: inout [Candidate]
  ) {
    guard sentence.attribution == .vague, !hasReferences, !isMild(sentence, reading),
      let record = cue(.vagueSource, in: sentence, reading), cue(.studyDesign, in: sentence, reading) == nil,
      !denied(record, sentence, reading)
    else { return }
    let speaksOfTreatment = sentence.mentions.contains { place in
      let concept = reading.mentions[Int(place)].concept
      return concept < 0 || kind(concept)?.isIntervention == true || kind(concept) == .outcome
        || knowledge.cues[Int(record.cue)].id == "vague"
    }
    let promises =
      cue(.benefit, in: sentence, reading) != nil || cue(.booster, in: sentence, reading) != nil
      || cue(.absolute, in: sentence, reading) != nil || knowledge.cues[Int(record.cue)].id == "vague"
    guard speaksOfTreatment, promises else { return }
    var candidate = rules.candidate(.vagueCitation)
    candidate.cueRange = record.range
    candidates.append(candidate)
  }

  /// "suggest", "some evidence", "may": the sentence itself takes the weight off.
  private func isMild(_ sentence: Sentence, _ reading: DocumentReading) -> Bool {
    sentence.cues.contains { place in
      let cue = Int(reading.cues[Int(place)].cue)
      switch categories[cue] {
      case .hedge: return knowledge.cues[cue].value == "doubt"
      case .weakener, .unknown: return true
      default: return false
      }
    }
  }

  // MARK: Promises

  private func checkPromises(
    _ sentence: Sentence, _ reading: DocumentReading, _ candidates: inout [Candidate]
  ) {
    for place in sentence.claims {
      let claim = reading.claims[Int(place)]
      guard isClaimed(claim), claim.relation != .causes, claim.relation != .worsens, claim.relation != .other,
        claim.relation != .safe, claim.relation != .noEffect, !isHarm(claim.target.concept),
        !claim.flags.contains(.otherSite),
        // "It is permanent": the word without exception is itself what is claimed, and evidence judges that.
        claim.frame >= 0 || kind(claim.target.concept) != .outcome
      else { continue }
      if claim.flags.contains(.cure), kind(claim.target.concept) == .condition,
        // "can be cured" promises as much as "cures".
        claim.certainty != .hedged || claim.flags.contains(.ability)
      {
        var candidate = rules.candidate(.cure)
        candidate.cueRange = cueRange(.absolute, value: "cure", of: claim, reading) ?? claim.frameRange
        candidate.claims = [place]
        candidate.target = claim.target
        candidate.agents = [claim.agent]
        candidate.statements = statement(for: claim, reading)
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
        candidate.statements = statement(for: claim, reading)
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

  /// Whether the words are denied, warned of or asked about.
  private func denied(_ record: CueRecord, _ sentence: Sentence, _ reading: DocumentReading) -> Bool {
    if sentence.claims.contains(where: { reading.claims[Int($0)].certainty == .question }) { return true }
    return sentence.cues.contains { place in
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

  // MARK: Safety

  private func checkSafety(_ sentence: Sentence, _ reading: DocumentReading, _ candidates: inout [Candidate])
  {
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

  /// An agent is called safe for people whom a statement bars from it ("safe in pregnancy").
  private func checkContraindications(
    _ sentence: Sentence, _ reading: DocumentReading, _ candidates: inout [Candidate]
  ) {
    for place in sentence.claims {
      let claim = reading.claims[Int(place)]
      guard isClaimed(claim), claim.agent.concept >= 0, claim.relation == .safe else { continue }
      for mention in sentence.mentions {
        let record = reading.mentions[Int(mention)]
        guard record.concept >= 0, kind(record.concept) == .condition, record.concept != claim.target.concept,
          let match = lookup.find(
            agent: claim.agent.concept, partners: [], target: record.concept,
            accepts: { $0 == .contraindicated }),
          knowledge.statements[Int(match.statement)].verdict == .harmful
        else { continue }
        var candidate = rules.candidate(.contraindication)
        candidate.claims = [place]
        candidate.agents = [claim.agent]
        candidate.target = Participant(
          concept: record.concept, origin: .named, deviation: nil, movesQuantity: -1, moves: nil,
          range: record.range)
        candidate.statements = [match.statement]
        candidates.append(candidate)
        return
      }
    }
  }
}
