import Claims
import Ingest
import Knowledge

/// How safe a sentence says a thing is, and for whom.
extension Judge {
  func checkSafety(_ sentence: Sentence, _ reading: DocumentReading, _ candidates: inout [Candidate])
  {
    for place in sentence.claims {
      let claim = reading.claims[Int(place)]
      guard claim.relation == .safe, claim.strength == .absolute, isClaimed(claim) else { continue }
      var candidate = rules.candidate(.safetyAbsolute)
      candidate.cueRange = claim.frameRange
      candidate.claims = [place]
      candidate.agents = [claim.agent]
      candidates.append(candidate)
      return
    }
  }

  /// An agent is called safe for people whom a statement bars from it ("safe in pregnancy").
  func checkContraindications(
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
        candidate.cite(match)
        candidates.append(candidate)
        return
      }
    }
  }
}
