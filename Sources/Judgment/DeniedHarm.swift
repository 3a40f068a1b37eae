import Claims
import Ingest
import Knowledge

/// Harm that evidence documents and a text denies flatly: "Isotretinoin does not cause birth defects."
extension Judge {
  func deniesKnownHarm(
    _ claim: Claim, _ match: EvidenceLookup.Match, _ sentence: Sentence, _ document: Document,
    _ reading: DocumentReading
  ) -> Bool {
    guard claim.negated, claim.relation == .causes || claim.relation == .worsens,
      claim.certainty == .asserted,
      claim.agent.origin == .named, claim.target.origin == .named, match.nearest.isExact,
      claim.flags.isDisjoint(with: [
        .debunked, .warnedAgainst, .studyDesign, .conditional, .doubted, .otherSite,
      ])
    else { return false }
    let statement = knowledge.statements[Int(match.statement)]
    guard statement.relation == .causes || statement.relation == .worsens,
      statement.verdict == .supported || statement.verdict == .harmful, statement.certainty != .veryLow
    else { return false }
    // "not always", "in men", "when used briefly", "if …": denied in part only.
    let isInPart = sentence.cues.contains { place in
      switch category(reading.cues[Int(place)]) {
      case .absolute, .weakener, .condition, .scopeEnd, .comparison, .hedge, .unknown, .denial: true
      default: false
      }
    }
    return !isInPart && !sentence.isRestricted && !namesPeople(sentence, document)
      && reading.mentions[Int(sentence.mentions.lowerBound)..<Int(sentence.mentions.upperBound)].allSatisfy {
        $0.concept == claim.agent.concept || $0.concept == claim.target.concept
      }
  }

  func denial(of claim: Claim, _ index: Int32, _ match: EvidenceLookup.Match) -> Candidate {
    var candidate = rules.candidate(.refuted)
    candidate.claims = [index]
    candidate.agents = [claim.agent]
    candidate.target = claim.target
    candidate.cite(match)
    return candidate
  }
}
