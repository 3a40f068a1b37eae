import Claims
import Ingest
import Knowledge

/// Promises without exception: a cure, a guarantee, for everybody, for ever.
extension Judge {
  func checkPromises(
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
        !isCurable(claim.target.concept),
        // "can be cured" promises as much as "cures".
        claim.certainty != .hedged || claim.flags.contains(.ability)
      {
        var candidate = rules.candidate(.cure)
        candidate.cueRange = cueRange(.absolute, value: "cure", of: claim, reading) ?? claim.frameRange
        candidate.claims = [place]
        candidate.target = claim.target
        candidate.agents = [claim.agent]
        candidate.cite(evidence(of: claim, reading))
        candidates.append(candidate)
      } else if claim.strength == .absolute, claim.certainty != .hedged, !isAdvice(claim) {
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
        candidate.cite(evidence(of: claim, reading))
        candidates.append(candidate)
      }
    }
    for place in sentence.promises { report(reading.promises[Int(place)], sentence, &candidates) }
  }

  /// "Always use sunscreen", "has to be used for life": what to do, not what comes of it.
  private func isAdvice(_ claim: Claim) -> Bool {
    guard claim.advice == .strong, claim.frame >= 0 else { return false }
    let shape = knowledge.frames[Int(claim.frame)].shape
    return shape == .adviceVerb || claim.target.concept < 0 && claim.relation == .treats
  }

  /// A promise that no claim was read for, or none so strong.
  private func report(_ promise: Promise, _ sentence: Sentence, _ candidates: inout [Candidate]) {
    if candidates.contains(where: { $0.check == .guarantee || $0.check == .cure || $0.check == .absolute }) {
      return
    }
    // "Safe, whatever your age" is a fault of safety.
    if promise.kind == .universal, candidates.contains(where: { $0.check == .safetyAbsolute }) { return }
    if promise.kind == .cure || promise.kind == .endless, isCurable(promise.target.concept) { return }
    var candidate = rules.candidate(
      promise.kind == .guarantee ? .guarantee : promise.kind == .cure ? .cure : .absolute)
    candidate.cueRange = promise.range
    candidate.agents = [promise.agent]
    candidate.target = promise.target
    candidates.append(candidate)
  }

  /// Infections and the like: whether an agent cures them is a matter of evidence, not of wording.
  private func isCurable(_ concept: Int32) -> Bool {
    concept >= 0
      && knowledge.concepts[Int(concept)].ancestors.contains { $0.concept.rawValue == curableClass }
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
}
