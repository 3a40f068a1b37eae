import Claims
import Ingest
import Knowledge

/// Precautions that evidence calls for and a sentence calls needless.
extension Judge {
  func checkPrecautions(
    _ sentence: Sentence, _ reading: DocumentReading, _ candidates: inout [Candidate]
  ) {
    for place in sentence.waivers {
      let waiver = reading.waivers[Int(place)]
      let precaution = reading.mentions[Int(waiver.precaution)]
      guard
        let match = lookup.find(
          agent: waiver.subject.concept, partners: [], target: precaution.concept,
          accepts: { $0 == .precaution }),
        match.nearest.targetSteps < EvidenceLookup.universalSteps
      else { continue }
      var candidate = rules.candidate(.precaution)
      candidate.agents = [waiver.subject]
      candidate.target = Participant(
        concept: precaution.concept, origin: .named, deviation: nil, movesQuantity: -1, moves: nil,
        range: precaution.range)
      candidate.cite(match)
      candidate.cueRange = waiver.range
      candidates.append(candidate)
      return
    }
  }
}
