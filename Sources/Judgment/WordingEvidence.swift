import Claims
import Ingest
import Knowledge

/// The statements that bear out a finding on wording.
extension Judge {
  /// What is known of the agent and of what the words of a promise name.
  func evidence(of claim: Claim, _ reading: DocumentReading) -> EvidenceLookup.Match? {
    guard claim.target.concept >= 0 else { return nil }
    let partners = claim.partners.map { reading.partners[Int($0)].concept }
    for target in outcomes(around: claim, reading) + [claim.target.concept] {
      if let match = lookup.find(
        agent: claim.agent.concept, partners: partners, target: target, includingAnyAgent: true,
        accepts: { $0 == .treats || $0 == .causes })
      {
        return match
      }
    }
    return nil
  }

  /// Outcomes that the words of a claim name as a whole ("cures eczema"): its frame's word and its target are part of one.
  func outcomes(around claim: Claim, _ reading: DocumentReading) -> [Int32] {
    guard claim.frame >= 0 else { return [] }
    return reading.sentences[Int(claim.sentence)].mentions.compactMap { place in
      let mention = reading.mentions[Int(place)]
      guard kind(mention.concept) == .outcome, mention.concept != claim.target.concept,
        mention.range.overlaps(claim.frameRange), mention.range.overlaps(claim.target.range)
      else { return nil }
      return mention.concept
    }
  }

  /// What is known of the agent and of the safety that the words of the claim name.
  func statements(onSafetyOf claim: Claim, _ sentence: Sentence, _ reading: DocumentReading)
    -> [Int32]
  {
    for place in sentence.mentions {
      let mention = reading.mentions[Int(place)]
      guard kind(mention.concept) == .outcome, mention.range.overlaps(claim.frameRange),
        let match = lookup.find(
          agent: claim.agent.concept, partners: [], target: mention.concept,
          accepts: { $0 == .causes || $0 == .increases })
      else { continue }
      return [match.statement]
    }
    return []
  }
}
