import Ingest
import Knowledge
import Linguistics

/// Safety without exception: a denial that leaves nothing out, composed with a harm, or "safe" composed with everybody.
extension SentenceReader {
  func readDeniedHarm(sentence: Int32, firstClaim: Int) {
    if result.claims[firstClaim...].contains(where: {
      $0.relation == .safe && $0.strength == .absolute && !$0.negated
    }) {
      return
    }
    // "Side effects? None."
    if end - first <= 3, totalQuestion.block == block, totalQuestion.asksOfHarm,
      let answer = totals.first(where: { $0.first == first && $0.value.answersNo }),
      let agent = totalQuestion.agents.first
    {
      addSafety(answer.first, answer.end, agent, sentence, firstClaim)
      return
    }
    for word in totals where word.isTotal {
      guard let denied = deniedHarm(word), isPutForward(denied.first, denied.end),
        let agent = harmless(denied)
      else { continue }
      addSafety(denied.first, denied.end, agent, sentence, firstClaim)
      return
    }
    readUniversalSafety(sentence: sentence, firstClaim: firstClaim)
  }

  /// What is said to do no harm; nil where the words speak of no treatment ("the marks do no harm").
  private func harmless(_ denied: DeniedHarm) -> Participant? {
    let token = denied.first
    if denied.scope == .ofTreatment { return treatment(near: token) ?? .nobody }
    guard !hasOtherSubject(token) else { return nil }
    if let named = treatment(near: token) { return named }
    if totalQuestion.block == block, let asked = totalQuestion.agents.first { return asked }
    // "Zero risk.": of what the text is about.
    return denied.scope == .general ? treatment(near: token, impliedToo: true) ?? slogan : nil
  }

  /// "…, since the marks do no harm": the clause has a subject of its own, and names no treatment.
  private func hasOtherSubject(_ token: Int32) -> Bool {
    let clause = clauses[clause(of: token)]
    let range = clause.first..<clause.end
    if mentions.contains(where: { range.contains($0.first) && $0.roles.contains(.agent) }) { return false }
    if cues.contains(where: { $0.category == .carrier && range.contains($0.first) }) { return false }
    guard let verb = range.first(where: { verb($0) == .finite }), verb <= token else { return false }
    return (clause.first..<verb).contains {
      scan.tokens[Int($0)].kind == .word
        && classes($0).isDisjoint(with: [
          .pronoun, .determiner, .adverb, .preposition, .coordinator, .subordinator, .connector, .person,
          .opener,
        ])
    }
  }

  /// A sentence without a verb, in a text that names a treatment anywhere.
  var slogan: Participant? {
    guard !hasFiniteVerb,
      scan.named.indices.contains(where: { scan.named[$0] > 0 && grammar.roles[$0].contains(.agent) }),
      !mentions.contains(where: \.isPopulation)
    else { return nil }
    return .nobody
  }

  // MARK: Denials

  private enum HarmScope {
    /// "burns", "an allergy".
    case one
    /// "harm", "risk".
    case general
    /// "side effects", which only a treatment has.
    case ofTreatment
  }

  /// The words of a denial with the harm that it denies.
  private struct DeniedHarm {
    var first: Int32
    var end: Int32
    var scope: HarmScope

    init(_ first: Int32, _ end: Int32, _ scope: HarmScope) {
      (self.first, self.end, self.scope) = (first, end, scope)
    }
  }

  private func deniedHarm(_ word: TotalWord) -> DeniedHarm? {
    switch word.value {
    case .nothing: deniedNoun(word)
    case .emphatic: deniedNoun(word) ?? excludedHarm(word)
    case .nobody: deniedOfAll(word)
    case .never, .denied: deniedVerb(word)
    case .excluded: excludedHarm(word)
    case .carefree:
      harm(in: first..<word.first) == nil && !isDenied(word.first, word.end)
        ? DeniedHarm(word.first, word.end, .one) : nil
    default: nil
    }
  }

  /// "no danger", "not one burn", "without the slightest worry". A single harm needs more than "no" and "without".
  private func deniedNoun(_ word: TotalWord) -> DeniedHarm? {
    guard !isDenied(word.first, word.end),
      !cues.contains(where: {
        ($0.category == .pseudo || $0.category == .unknown) && $0.first < word.end && $0.end > word.first
      }), !isNarrowed(before: word.first)
    else { return nil }
    // "without hardware complication" denies one kind.
    guard let harm = harmPhrase(after: word.end, limit: word.value == .emphatic ? 5 : 1) else { return nil }
    // "There isn't a scar that it couldn't lift": no harm is denied.
    if harm.scope == .one, total(.never, .denied, .yields, in: harm.end..<end) != nil { return nil }
    let isEmphatic =
      word.value == .emphatic || harm.scope != .one
      || total(.any, .anything, .anybody, in: harm.end..<min(end, harm.end + 5)) != nil
    guard isEmphatic else { return nil }
    // "No harm in asking".
    if harm.end + 1 < end, classes(harm.end).contains(.place), classes(harm.end + 1).contains(.verbIng) {
      return nil
    }
    // "has no side effects": the verb belongs to the words that are quoted.
    let before = word.first - 1
    let hasVerb = before >= first && verb(before) == .finite && classes(before).isDisjoint(with: .be)
    return DeniedHarm(hasVerb ? before : word.first, harm.end, harm.scope)
  }

  /// "nobody will react", "nothing in it can upset the skin", "nothing causes a rash".
  private func deniedOfAll(_ word: TotalWord) -> DeniedHarm? {
    guard total(.duty, in: first..<end) == nil else { return nil }
    var token = word.end
    while token < min(end, word.end + 12) {
      if let found = total(.harms, .harmed, at: token), token > word.end {
        return DeniedHarm(word.first, found.end, .one)
      }
      if total(.brings, at: token) != nil, token > word.end, let harm = harmPhrase(after: token + 1, limit: 5)
      {
        return DeniedHarm(word.first, harm.end, .one)
      }
      if verb(token) == .finite, classes(token).isDisjoint(with: [.be, .modal, .auxiliary]) { return nil }
      if endsStatement(token) { return nil }
      token += 1
    }
    return nil
  }

  /// "can never leave a mark", "is incapable of irritating", "will not irritate any skin".
  private func deniedVerb(_ word: TotalWord) -> DeniedHarm? {
    let clause = clauses[clause(of: word.first)]
    guard word.first > clause.first, total(.duty, in: clause.first..<word.first) == nil else { return nil }
    // "The marks never …": said of a condition.
    if let subject = mentions.last(where: { $0.end <= word.first && $0.first >= clause.first }),
      !subject.roles.contains(.agent), isAilment(subject)
    {
      return nil
    }
    var token = word.end
    while token < end, token < word.end + 6, total(.harms, .brings, at: token) == nil {
      if let aside = total(.any, at: token) {
        token = aside.end
        continue
      }
      guard !classes(token).isDisjoint(with: [.be, .auxiliary, .adverb, .infinitive, .modal]) else {
        return nil
      }
      token += 1
    }
    let to: Int32
    if total(.brings, at: token) != nil, let harm = harmPhrase(after: token + 1, limit: 6) {
      to = harm.end
    } else if let verb = total(.harms, at: token) {
      to = verb.end
    } else {
      return nil
    }
    if word.value == .denied, total(.any, .anything, .anybody, in: word.end..<min(end, to + 7)) == nil {
      return nil
    }
    return DeniedHarm(word.first, to, .one)
  }

  /// "Burns are ruled out", "reactions are impossible", "Complications? They do not exist."
  private func excludedHarm(_ word: TotalWord) -> DeniedHarm? {
    // "Complication rate: zero."
    if word.end >= end - 1, word.first > first, mark(word.first - 1) == 0x3A,
      let named = harm(in: first..<word.first)
    {
      return DeniedHarm(named.first, word.end, .general)
    }
    let clause = clauses[clause(of: word.first)]
    guard !isTimeClause(word.first), total(.duty, in: clause.first..<word.first) == nil else { return nil }
    // "It is out of the question that our laser leaves a scar."
    if word.end < end, classes(word.end).contains(.relative),
      let cause = total(.brings, in: word.end..<min(end, word.end + 8)),
      let harm = harmPhrase(after: cause.end, limit: 5)
    {
      return DeniedHarm(word.first, harm.end, .one)
    }
    let isDenied = cues.contains {
      $0.category == .negation && $0.first < word.first && $0.end > clause.first && $0.end <= word.first
    }
    if isDenied { return nil }
    // "Burns are a thing that cannot happen": the harm stands before the relative clause.
    let place = self.clause(of: word.first)
    let start = clause.kind == .relative && place > 0 ? clauses[place - 1].first : clause.first
    guard let subject = harm(in: start..<word.first) else {
      let isPronoun = word.first - clause.first <= 3 && classes(clause.first).contains(.pronoun)
      return isPronoun && totalQuestion.block == block && totalQuestion.asksOfHarm
        ? DeniedHarm(clause.first, word.end, .one) : nil
    }
    let group = subject.end..<word.first
    guard
      group.allSatisfy({ verb($0) != .finite || !classes($0).isDisjoint(with: [.be, .auxiliary, .modal]) })
    else { return nil }
    // "The risk is zero", "is ruled out": a verb leads to it, or it is one.
    guard
      word.end - word.first > 1 && verb(word.first) == .finite
        || group.contains(where: { verb($0) == .finite })
    else { return nil }
    return DeniedHarm(subject.first, word.end, .one)
  }

  // MARK: Harms

  /// "most people have no …": not all of it is denied.
  private func isNarrowed(before token: Int32) -> Bool {
    let start = clauses[clause(of: token)].first
    return total(.mostly, in: start..<token) != nil
  }

  /// A harm among the next words of a noun phrase.
  private func harmPhrase(after token: Int32, limit: Int32) -> (end: Int32, scope: HarmScope)? {
    var token = token
    let stop = min(end, token + limit)
    while token < stop {
      if let harm = harm(at: token) { return harm }
      if let wide = total(.any, at: token), wide.end > token + 1 {
        token = wide.end
        continue
      }
      if endsStatement(token) || verb(token) == .finite { return nil }
      if total(.partial, .mostly, .passing, at: token) != nil { return nil }
      if classes(token).contains(.preposition), classes(token).isDisjoint(with: .genitive) { return nil }
      token += 1
    }
    return nil
  }

  private func harm(at token: Int32) -> (end: Int32, scope: HarmScope)? {
    if let word = total(.untoward, at: token) { return (word.end, .ofTreatment) }
    if let word = total(.hazard, at: token) { return (word.end, .general) }
    let place = mention(at: token)
    if place >= 0, mentions[Int(place)].first == token {
      let mention = mentions[Int(place)]
      if mention.roles.contains(.harm), total(.passing, at: token) == nil { return (mention.end, .one) }
      // "acne scars": a condition that has the harm in its name.
      if mention.end - mention.first > 1, isAilment(mention) { return nil }
    }
    if place >= 0, mentions[Int(place)].first < token, isAilment(mentions[Int(place)]) { return nil }
    return total(.worry, .ailment, at: token).map { ($0.end, .one) }
  }

  private func harm(in range: Range<Int32>) -> (first: Int32, end: Int32)? {
    for token in range { if let found = harm(at: token) { return (token, found.end) } }
    return nil
  }

  private func endsStatement(_ token: Int32) -> Bool {
    switch mark(token) {
    case 0x2E, 0x3B, 0x3A, 0x21, 0x28: true
    default: false
    }
  }

  // MARK: Safe for everybody

  /// "safe on every skin tone", "Whatever your age, it is safe", "there is no skin on which it is not safe".
  private func readUniversalSafety(sentence: Int32, firstClaim: Int) {
    for cue in cues where cue.category == .safety && cue.value == .safe {
      let clause = clauses[clause(of: cue.first)]
      let before = cue.first - 1
      if before >= clause.first, classes(before).contains(.determiner) { continue }
      let universal = everybody(after: cue.end) ?? everybody(before: cue.first)
      guard let universal, total(.mostly, in: clause.first..<end) == nil else { continue }
      let isDouble = universal.isDenial && total(.denied, .never, in: universal.end..<cue.first) != nil
      if universal.isDenial != isDouble { continue }
      if !isDouble,
        cues.contains(where: { $0.category == .negation && $0.covers(cue.first) && $0.end <= cue.first })
      {
        continue
      }
      guard isPutForward(cue.first, cue.end), total(.duty, in: clause.first..<cue.first) == nil,
        let agent = treatment(near: cue.first)
      else { continue }
      addSafety(min(universal.first, cue.first), max(universal.end, cue.end), agent, sentence, firstClaim)
      return
    }
  }

  private struct Everybody {
    var first: Int32
    var end: Int32
    /// "no skin on which …".
    var isDenial = false
  }

  private func everybody(after token: Int32) -> Everybody? {
    for word in totals where word.isTotal && word.first >= token && word.first <= token + 3 {
      if word.value == .everyone || word.value == .anybody || word.value == .whatever {
        return Everybody(first: word.first, end: word.end)
      }
      if word.value == .every || word.value == .anything,
        let people = total(.people, .skins, in: word.end..<min(end, word.end + 3))
      {
        return Everybody(first: word.first, end: people.end)
      }
    }
    return nil
  }

  private func everybody(before token: Int32) -> Everybody? {
    for word in totals where word.isTotal && word.first < token {
      switch word.value {
      case .whatever: return Everybody(first: word.first, end: word.end)
      case .every, .anything, .nothing, .emphatic, .nobody:
        let people =
          word.value == .nobody ? word : total(.people, .skins, in: word.end..<min(token, word.end + 3))
        guard let people else { continue }
        return Everybody(
          first: word.first, end: people.end, isDenial: word.value != .every && word.value != .anything)
      default: continue
      }
    }
    return nil
  }

  // MARK: The claim

  private func addSafety(
    _ from: Int32, _ to: Int32, _ agent: Participant, _ sentence: Int32, _ firstClaim: Int
  ) {
    let range = byteRange(from, to)
    if let place = result.claims[firstClaim...].firstIndex(where: { $0.relation == .safe }) {
      result.claims[place].strength = .absolute
      result.claims[place].negated = false
      result.claims[place].certainty = .asserted
      result.claims[place].frameRange = range
      return
    }
    result.claims.append(
      Claim(
        sentence: sentence, range: agent.range.isEmpty ? range : range.union(agent.range), agent: agent,
        partners: 0..<0, relation: .safe, target: .nobody, negated: false, certainty: .asserted,
        strength: .absolute, causality: .none, advice: .none, attribution: attribution,
        flags: isHeading ? .heading : [], topic: discourse.topic, frame: -1, frameRange: range, cues: 0..<0))
  }
}

extension Grammar.CueRole.Value {
  /// Words of denial that answer a question by themselves.
  fileprivate var answersNo: Bool {
    switch self {
    case .nothing, .emphatic, .nobody, .never, .excluded: true
    default: false
    }
  }
}
