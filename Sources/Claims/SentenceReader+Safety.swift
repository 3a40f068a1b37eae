import Ingest
import Knowledge
import Linguistics

/// Claims of safety.
extension SentenceReader {
  /// "X is safe", "no side effects": a claim of safety, with or without an agent.
  func readSafety(sentence: Int32, firstClaim: Int) {
    readImpossibleHarms(sentence: sentence)
    guard
      let cue = cues.filter({ $0.category == .safety }).max(by: {
        ($0.value == .absolute ? 1 : 0, $0.end - $0.first) < (
          $1.value == .absolute ? 1 : 0, $1.end - $1.first
        )
      })
    else { return }
    let indicator = Indicator(first: cue.first, end: cue.end, frame: -1, form: .fixed, voice: .nominal)
    let agent =
      subject(of: cue.first) ?? nearest(before: end, from: first, role: .agent)
    // "The marks do no harm": said of a condition, not of a treatment.
    let clauseStart = clauses[clause(of: cue.first)].first
    let isNamed =
      agent.map { mentions[Int($0)].reference == .none && mentions[Int($0)].first >= clauseStart } ?? false
    if !isNamed, isSaidOfCondition(cue) || agent == nil && speaksOfKeeping { return }
    // "safe" with "everyone", "any skin type" is safety without exception too.
    let isAbsolute =
      cue.value == .absolute
      || cues.contains { $0.category == .absolute && $0.value == .everyone && $0.covers(cue.first) }
    let cueStart = Int32(result.claimCues.count)
    result.claimCues.append(cue.record)
    var negated = false
    var certainty = Claim.Certainty.asserted
    for other in cues where other.record != cue.record {
      guard other.covers(cue.first) else { continue }
      switch other.category {
      case .negation, .warning:
        // "there are no side effects": the "no" is part of what is said.
        if other.first < cue.end && other.end > cue.first { continue }
        if cue.value == .absolute, other.value == .noun, !deniesSubject(other, of: cue) { continue }
        negated = true
        result.claimCues.append(other.record)
      case .unknown: certainty = .unknown
      case .hedge: if certainty == .asserted { certainty = .hedged }
      default: break
      }
    }
    var flags: Claim.Flags = isHeading ? .heading : []
    if cues.contains(where: { $0.category == .denial }) {
      flags.insert(.debunked)
      negated.toggle()
    }
    if isQuestion { certainty = .question }
    if clauses[clause(of: cue.first)].kind == .condition { certainty = .conditional }
    let who = agent.map { participants(of: $0, as: .agent) } ?? []
    result.claims.append(
      Claim(
        sentence: sentence,
        range: byteRange(min(cue.first, agent.map { mentions[Int($0)].first } ?? cue.first), cue.end),
        agent: who.first ?? .nobody, partners: 0..<0, relation: .safe, target: .nobody, negated: negated,
        certainty: certainty, strength: isAbsolute ? .absolute : .moderate, causality: .none,
        advice: .none, attribution: attribution, flags: flags, topic: discourse.topic, frame: -1,
        frameRange: byteRange(indicator.first, indicator.end), cues: cueStart..<Int32(result.claimCues.count))
    )
  }

  /// "No peel is free of side effects": the "no" denies the subject, and a verb lies between. ("No redness, no risk" is a
  /// list, "There is no …, as it carries no risk" has its verb inside.)
  func deniesSubject(_ negation: ActiveCue, of cue: ActiveCue) -> Bool {
    guard negation.end < cue.first else { return false }
    let start = clauses[clause(of: cue.first)].first
    let verbsBefore = (start..<max(start, negation.end)).contains { verb($0) == .finite }
    return !verbsBefore && (negation.end..<cue.first).contains { verb($0) == .finite }
  }

  /// "Your data is completely safe": no patient is meant.
  private var speaksOfKeeping: Bool {
    var isThere = false
    scan.forEachPhrase(of: .promise, from: Int(first), to: Int(end), grammar, &begunPhrases) { hit in
      isThere = isThere || role(of: hit).value == .keeping || role(of: hit).value == .service
    }
    return isThere
  }

  /// Whether a condition stands right before the verb that leads to a cue.
  func isSaidOfCondition(_ cue: ActiveCue) -> Bool {
    var token = cue.first - 1
    while token > first, verb(token) != .finite { token -= 1 }
    guard token > first else { return false }
    return mentions.contains {
      $0.roles.contains(.condition) && !$0.reference.isPronoun && $0.end <= token && token - $0.end <= 1
    }
  }

  /// Harms that any treatment of the skin may do; that an agent does not cause a disease of its own kind is a plain claim.
  private func isGeneralHarm(_ concept: Int32) -> Bool {
    grammar.roles[Int(concept)].contains(.harm)
      || grammar.knowledge.concepts[Int(concept)].states.contains { state in
        state.state == .high && grammar.knowledge.concepts[state.quantity.int].id == Grammar.irritation
      }
  }

  /// "It never irritates", "cannot cause an allergy": a harm ruled out without exception.
  func readImpossibleHarms(sentence: Int32) {
    for index in result.claims.indices.reversed() {
      let claim = result.claims[index]
      guard claim.sentence == sentence else { break }
      guard claim.relation == .causes || claim.relation == .worsens, claim.negated, claim.target.concept >= 0,
        !claim.flags.contains(.debunked), !claim.flags.contains(.warnedAgainst),
        claim.certainty == .asserted || claim.certainty == .reported,
        claim.agent.concept < 0
          ? !claim.agent.range.isEmpty
          : grammar.roles[Int(claim.agent.concept)].contains(.agent),
        let cue = cues.first(where: {
          $0.category == .negation && $0.value == .absolute
            && byteRange($0.scopeFirst, max($0.scopeEnd, $0.end)).overlaps(claim.frameRange)
        }), isGeneralHarm(claim.target.concept)
      else { continue }
      var safety = claim
      safety.relation = .safe
      safety.negated = false
      safety.strength = .absolute
      safety.target = .nobody
      safety.frameRange = byteRange(cue.first, cue.end).union(
        claim.target.range.isEmpty ? claim.frameRange : claim.target.range)
      safety.causality = .none
      result.claims.append(safety)
      return
    }
  }
}
