import Claims
import Ingest
import Knowledge

/// One product without a name, offered for conditions that deviate in opposite ways.
extension Judge {
  /// "One serum for melasma, vitiligo and pale scars": what pushes a quantity one way deepens the condition that already
  /// stands there. Agents that the rules know are judged by their effects instead.
  func checkBothWays(_ sentence: Sentence, _ reading: DocumentReading, _ candidates: inout [Candidate]) {
    guard sentence.claims.count > 1 else { return }
    for later in sentence.claims {
      let second = reading.claims[Int(later)]
      guard isOfferOfUnknown(second) else { continue }
      for earlier in sentence.claims.lowerBound..<later {
        let first = reading.claims[Int(earlier)]
        guard isOfferOfUnknown(first), first.agent.range == second.agent.range,
          let opposition = signs.opposition(first.target.concept, second.target.concept)
        else { continue }
        var candidate = rules.candidate(.bothWays)
        candidate.claims = [earlier, later]
        candidate.agents = [signs.isLow(opposition.a) ? second.target : first.target]
        candidate.target = signs.isLow(opposition.a) ? first.target : second.target
        candidate.quantity = opposition.quantity
        candidate.definitions =
          definitions(of: first.target.concept) + definitions(of: second.target.concept)
        candidates.append(candidate)
        return
      }
    }
  }

  private func isOfferOfUnknown(_ claim: Claim) -> Bool {
    claim.relation == .treats && claim.agent.concept < 0 && claim.agent.movesQuantity < 0
      && !claim.agent.range.isEmpty && claim.target.concept >= 0 && kind(claim.target.concept) == .condition
      && isClaimed(claim) && claim.flags.isDisjoint(with: [.studyDesign, .definitional, .otherSite])
  }
}
