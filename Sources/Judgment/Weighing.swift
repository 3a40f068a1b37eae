import Claims
import Ingest
import Knowledge

/// Which finding the evidence makes of a claim that is put forward.
extension Judge {
  /// Holds a claim against the nearest statements.
  func weigh(
    _ claim: Claim, _ index: Int32, _ match: EvidenceLookup.Match, _ dissenting: [EvidenceLookup.Near],
    _ verdict: Verdict, _ judgment: inout Judgment, _ candidates: inout [Candidate]
  ) {
    guard !claim.flags.contains(.heading) || claim.strength >= .strong, !claim.flags.contains(.studyDesign),
      !claim.flags.contains(.prepositional) || claim.strength >= .strong, claim.agent.origin != .topic,
      // What is said of approval has a rule of its own.
      !approvals.contains(claim.target.concept)
    else { return }
    let statement = knowledge.statements[Int(match.statement)]
    let certainty = statement.certainty
    guard var candidate = fault(of: claim, verdict, by: statement) else { return }
    if claim.attribution == .fullCitation || claim.attribution == .inTextReference,
      candidate.severity == .warning
    {
      // The reader can look up what the sentence rests on.
      candidate.severity = .note
    }
    if let limit = WordingScale.limit(verdict, certainty) {
      judgment.steps.append(.wording(claim.wording, certainty, limit: limit))
    }
    candidate.claims = [index]
    candidate.cite(match, dissenting: dissenting)
    candidate.agents = [claim.agent]
    candidate.target = claim.target
    candidate.certainty = certainty
    candidate.relation = claim.relation
    candidate.limit = WordingScale.limit(verdict, certainty)
    if claim.relation == .safe { candidate.cueRange = claim.frameRange }
    candidates.append(candidate)
  }

  private func fault(of claim: Claim, _ verdict: Verdict, by statement: EvidenceStatement) -> Candidate? {
    let certainty = statement.certainty
    // That it is not completely safe is what the check of safety says.
    if claim.relation == .safe { return verdict == .refuted ? rules.candidate(.safetyAbsolute) : nil }
    let isEfficacy = claim.relation == .treats || claim.relation == .prevents
    let isHedged = claim.certainty == .hedged || claim.flags.contains(.doubted)
    var candidate: Candidate
    switch verdict {
    case .contradictory: return rules.candidate(.opposesEffect)
    case .refuted, .harmful:
      // Too much caution harms nobody, unless it frightens people off what prevents the very thing.
      if verdict == .refuted, claim.relation == .causes || claim.relation == .worsens,
        !isPreventive(statement)
      {
        return nil
      }
      candidate = rules.candidate(verdict == .refuted ? .refuted : .harmful)
      if isHedged { candidate.severity = .warning }
    case .insufficient:
      guard isEfficacy || claim.relation == .increases || claim.relation == .decreases else { return nil }
      // "Can" and "aims to" promise the effect to the reader; "may" does not.
      let isDoubted = isHedged && !(claim.flags.contains(.ability) && !claim.flags.contains(.doubted))
      if isDoubted || claim.flags.contains(.conditional) || claim.strength == .weak {
        guard claim.strength >= .strong else { return nil }
        candidate = rules.candidate(.overstated)
        if claim.target.origin == .topic { candidate.severity = .note }
      } else {
        candidate = rules.candidate(claim.strength >= .strong ? .overstated : .insufficient)
      }
    case .mixed, .qualified:
      guard isEfficacy || verdict == .mixed && claim.strength >= .strong, !isHedged,
        let limit = WordingScale.limit(verdict, certainty)
      else { return nil }
      let excess = WordingScale.excess(claim.wording, over: limit)
      // One step is a shade of meaning; two are worth a look; more mislead.
      guard excess >= 2, claim.certainty == .asserted || excess > 2 else { return nil }
      candidate = rules.candidate(.overstated)
      if excess == 2 { candidate.severity = .note }
    case .supported, .uncovered: return nil
    }
    return candidate
  }

  /// An agent is said to equal or to beat another one that is better supported for the same target.
  func weighComparison(
    _ claim: Claim, _ index: Int32, _ match: EvidenceLookup.Match, _ verdict: Verdict,
    _ judgment: inout Judgment, _ candidates: inout [Candidate]
  ) {
    guard let comparison = claim.comparison, claim.wording >= .can,
      claim.relation == .treats || claim.relation == .prevents,
      verdict == .mixed || verdict == .insufficient || verdict == .refuted,
      let other = lookup.find(
        agent: comparison.concept, partners: [], target: claim.target.concept,
        accepts: { $0.rawValue == claim.relation.rawValue }),
      other.equals.isEmpty, other.nearest.agentSteps < EvidenceLookup.universalSteps,
      knowledge.statements[Int(other.statement)].verdict == .supported
    else { return }
    judgment.steps.append(.comparedWith(concept: comparison.concept))
    judgment.steps.append(
      .statement(
        other.statement, agentSteps: other.nearest.agentSteps, targetSteps: other.nearest.targetSteps))
    var candidate = rules.candidate(.comparison)
    candidate.claims = [index]
    candidate.cite(match)
    candidate.statements.append(other.statement)
    candidate.agents = [claim.agent]
    candidate.target = claim.target
    candidate.comparator = comparison.concept
    if claim.attribution == .fullCitation || claim.attribution == .inTextReference {
      candidate.severity = .note
    }
    candidates.append(candidate)
  }

  /// Strong words for an agent that no evidence is known for, and none is named.
  func weighUncovered(
    _ claim: Claim, _ index: Int32, _ reading: DocumentReading, _ candidates: inout [Candidate]
  ) {
    guard claim.strength >= .strong, claim.certainty != .hedged,
      claim.relation == .treats || claim.relation == .prevents,
      kind(claim.target.concept) == .condition, !isHarm(claim.target.concept),
      claim.attribution != .fullCitation, claim.attribution != .inTextReference,
      !claim.flags.contains(.definitional), !claim.flags.contains(.studyDesign), claim.certainty != .reported,
      claim.agent.concept >= 0 || namesProduct(claim, reading),
      claim.strength == .absolute || isStressed(claim, reading), claim.target.origin != .topic,
      !claim.flags.contains(.otherSite)
    else { return }
    var candidate = rules.candidate(.unsupported)
    candidate.claims = [index]
    candidate.agents = [claim.agent]
    candidate.target = claim.target
    candidate.cueRange = boostingWords(of: claim, reading) ?? claim.frameRange
    candidates.append(candidate)
  }

  /// Whether an agent that the rules do not know is at least a product or a treatment ("our method"), or is left unnamed.
  private func namesProduct(_ claim: Claim, _ reading: DocumentReading) -> Bool {
    let sentence = reading.sentences[Int(claim.sentence)]
    return claim.agent.range.isEmpty
      || sentence.mentions.contains { reading.mentions[Int($0)].range.overlaps(claim.agent.range) }
      || sentence.cues.contains { place in
        let cue = reading.cues[Int(place)]
        return categories[Int(cue.cue)] == .reference && cue.range.overlaps(claim.agent.range)
      }
  }

  /// Whether words of their own make the claim strong, and not its verb alone ("clears").
  private func isStressed(_ claim: Claim, _ reading: DocumentReading) -> Bool {
    claim.cues.contains { place in
      let category = categories[Int(reading.cues[Int(reading.claimCues[Int(place)])].cue)]
      return category == .booster || category == .vagueSource || category == .absolute
    }
  }

  /// The words that make a claim strong, with the word of the claim that they stand before ("highly effective").
  private func boostingWords(of claim: Claim, _ reading: DocumentReading) -> ByteRange? {
    let cue = claim.cues.lazy.map { reading.cues[Int(reading.claimCues[Int($0)])] }
      .first { self.category($0) == .absolute || self.category($0) == .booster }
    guard let cue else { return nil }
    return cue.range.end + 1 == claim.frameRange.start ? cue.range.union(claim.frameRange) : cue.range
  }
}
