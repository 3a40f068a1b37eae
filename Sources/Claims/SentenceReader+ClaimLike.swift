import Ingest
import Knowledge
import Linguistics

/// Sentences that claim something of an agent in words that no frame reads: listed as claims that nothing is known of, since
/// silence would read as approval.
extension SentenceReader {
  /// Makes one claim of relation `other` where the sentence has no claim yet, speaks of an agent (or of what the text is
  /// about), and carries words of claiming.
  func readClaimLike(sentence: Int32, firstClaim: Int) {
    guard !isHeading, result.claims.count == firstClaim,
      !cues.contains(where: {
        $0.category == .studyDesign || $0.category == .naturalCourse || $0.category == .consultation
      }),
      let cue = claimingCue()
    else { return }
    // A named state of a quantity ("too much melanin") may be what a condition is put down to.
    let named = mentions.firstIndex {
      ($0.roles.contains(.agent) || $0.deviation != nil) && !$0.isCompared
        && (!$0.isGeneric || cue.isStrong) && ($0.reference == .none || !$0.reference.isPronoun)
    }
    let pronoun = mentions.firstIndex {
      $0.roles.contains(.agent) && $0.reference.isPronoun && !$0.isCompared
    }
    let agent: Participant
    if let place = named ?? pronoun {
      guard
        let first = participants(
          of: Int32(place), as: mentions[place].roles.intersection([.agent, .quantity])
        ).first
      else { return }
      agent = first
    } else if cue.isStrong {
      agent = discourse.impliedAgents.first ?? .nobody
    } else {
      return
    }
    guard agent.concept < 0 || !grammar.roles[Int(agent.concept)].isDisjoint(with: [.agent, .quantity]) else {
      return
    }
    let indicator = Indicator(first: cue.first, end: cue.end, frame: -1, form: .fixed, voice: .nominal)
    let cueStart = Int32(result.claimCues.count)
    let assertion = assertion(of: indicator, agent: (named ?? pronoun).map { Int32($0) }, target: nil)
    let range = byteRange(cue.first, cue.end)
    result.claims.append(
      Claim(
        sentence: sentence, range: agent.range.isEmpty ? range : range.union(agent.range), agent: agent,
        partners: 0..<0,
        relation: .other, target: .nobody, negated: assertion.negated, certainty: assertion.certainty,
        strength: assertion.strength, causality: .none, advice: assertion.advice, attribution: attribution,
        flags: assertion.flags.union(.unread), topic: discourse.topic, frame: -1, frameRange: range,
        cues: cueStart..<Int32(result.claimCues.count)))
  }

  /// Where the sentence claims: words of approval, of evidence, without exception, of warning, of what becomes of something;
  /// or a target beside the agent.
  private func claimingCue() -> (first: Int32, end: Int32, isStrong: Bool)? {
    for cue in cues where cue.category.claims { return (cue.first, cue.end, true) }
    // "(95% CI 0.5 to 2.7)": a result.
    for place in hitRange {
      let hit = scan.hits[place]
      if hit.entry.kind == .cue, grammar.cues[Int(hit.entry.index)].category == .statistic,
        !classes(hit.first).contains(.coordinator),
        (hit.end..<min(hit.end + 2, end)).contains(where: { scan.tokens[Int($0)].kind == .number })
      {
        return (hit.first, hit.end, true)
      }
    }
    for cue in cues where cue.category.claimsOfAgent { return (cue.first, cue.end, false) }
    for mention in mentions
    where mention.concept >= 0 && !mention.roles.isDisjoint(with: .target) && mention.deviation == nil
      || mention.reference == .condition
    {
      return (mention.first, mention.end, mention.roles.contains(.outcome))
    }
    return nil
  }
}

extension Cue.Category {
  /// Words that claim, whoever they are said of.
  fileprivate var claims: Bool { self == .approval || self == .vagueSource || self == .absolute }
  /// Words that claim where an agent is named.
  fileprivate var claimsOfAgent: Bool {
    switch self {
    case .warning, .advice, .booster, .weakener, .result, .reported, .unknown: true
    default: false
    }
  }
}
