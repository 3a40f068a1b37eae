import Ingest
import Knowledge
import Linguistics

/// Outcomes said of a treatment without a frame's word: "X is pain-free", "X has no downtime".
extension SentenceReader {
  /// Claims that the subject of "be" or "have" reaches the outcome behind it, where no other claim speaks of that outcome.
  func readOutcomes(sentence: Int32, firstClaim: Int) {
    guard !isHeading else { return }
    for (place, mention) in mentions.enumerated()
    where mention.roles.contains(.outcome) && mention.reference == .none && !mention.isCompared {
      let range = byteRange(mention.first, mention.end)
      guard
        !result.claims[firstClaim...].contains(where: {
          $0.target.range.overlaps(range) || $0.frameRange.overlaps(range)
        }), endsItsPhrase(mention), let verb = linkingVerb(before: mention),
        let agent = plainSubject(of: verb)
      else { continue }
      let indicator = Indicator(
        first: mention.first, end: mention.end, frame: -1, form: .fixed, voice: .nominal)
      let cueStart = Int32(result.claimCues.count)
      let assertion = assertion(of: indicator, agent: agent, target: Int32(place))
      let acting = cueStart..<Int32(result.claimCues.count)
      for who in participants(of: agent, as: .agent) {
        result.claims.append(
          Claim(
            sentence: sentence, range: who.range.isEmpty ? range : who.range.union(range), agent: who,
            partners: partners(of: agent), relation: .treats, target: participant(mention),
            negated: assertion.negated, certainty: assertion.certainty, strength: assertion.strength,
            causality: .none, advice: assertion.advice, attribution: attribution, flags: assertion.flags,
            topic: discourse.topic, frame: -1, frameRange: range, cues: acting))
      }
    }
  }

  /// Whether no noun follows that the outcome would only describe ("permanent make-up").
  private func endsItsPhrase(_ mention: Mention) -> Bool {
    guard mention.end < end else { return true }
    let next = mention.end
    guard scan.tokens[Int(next)].kind == .word else { return true }
    return !classes(next).isDisjoint(with: [
      .preposition, .coordinator, .subordinator, .relative, .adverb, .connector, .infinitive, .agentLink,
    ])
  }

  /// The finite verb that an outcome is the complement of: a form of "be" or "have" with nothing but small words between.
  private func linkingVerb(before mention: Mention) -> Int32? {
    let clause = clauses[clause(of: mention.first)]
    guard clause.kind != .condition else { return nil }
    var token = mention.first - 1
    while token >= clause.first {
      let kind = classes(token)
      if kind.contains(.be) || isWord(token, "has", "have", "had", "means", "mean", "requires", "require")
        || isWord(token, "needs", "need", "offers", "offer")
        || isWord(token, "comes", "come") && isWord(token + 1, "with")
      {
        return token
      }
      guard scan.tokens[Int(token)].kind == .word, self.mention(at: token) < 0, verb(token) == .none,
        mention.first - token <= 3,
        !kind.isDisjoint(with: [.adverb, .determiner]) || isWord(token, "with", "completely", "virtually")
      else { return nil }
      token -= 1
    }
    return nil
  }

  /// The agent that is the subject of a verb by itself: no part of a longer phrase ("the pain after X"), and nothing but small
  /// words between it and the verb.
  private func plainSubject(of verbToken: Int32) -> Int32? {
    let clause = clauses[clause(of: verbToken)]
    guard let agent = nearest(before: verbToken, from: clause.first, role: .agent) else { return nil }
    let mention = mentions[Int(agent)]
    for token in mention.end..<max(mention.end, verbToken) {
      guard !classes(token).isDisjoint(with: [.modal, .auxiliary, .adverb, .be]) else { return nil }
    }
    for token in clause.first..<mention.first {
      guard self.mention(at: token) < 0,
        classes(token).isDisjoint(with: [.preposition, .agentLink, .relative, .infinitive]),
        verb(token) == .none
      else { return nil }
    }
    return agent
  }
}
