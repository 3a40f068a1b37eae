import Ingest
import Knowledge
import Linguistics

/// Promises without exception: to everybody, for ever, guaranteed, a cure, nothing else needed.
extension SentenceReader {
  /// Adds the first promise that the sentence makes.
  func readPromises() {
    for word in totals {
      guard let promise = promise(word) else { continue }
      result.promises.append(promise)
      return
    }
    for cue in cues where cue.category == .absolute {
      let kind: Promise.Kind
      switch cue.value {
      case .guarantee: kind = .guarantee
      case .standalone: kind = .endless
      default: continue
      }
      // "It was gone and never came back": what one person saw is put forward as what is to be had.
      guard isPutForward(cue.first, cue.end, evenIfPast: true), !isTakenBack(cue),
        total(.service, in: first..<end) == nil
      else { continue }
      result.promises.append(
        Promise(
          kind: kind, range: byteRange(cue.first, cue.end), agent: treatment(near: cue.first) ?? .nobody,
          target: .nobody))
      return
    }
  }

  /// "No honest surgeon guarantees …": a word of denial anywhere in the sentence but in the promise itself.
  private func isTakenBack(_ cue: ActiveCue) -> Bool {
    cues.contains { other in
      if other.first < cue.end && other.end > cue.first { return false }
      switch other.category {
      case .negation, .denial, .warning, .unknown, .condition: return true
      default: return false
      }
    }
  }

  private func promise(_ word: TotalWord) -> Promise? {
    let found: FoundPromise? =
      switch word.value {
      case .endless: endless(word)
      case .neverAgain: neverAgain(word)
      case .gone: goneForGood(word)
      case .expelled: expelled(word)
      case .never, .denied: neverReturns(word) ?? neverFails(word)
      case .everyone, .anybody: everyoneSucceeds(word) ?? succeedsInAll(word)
      case .every, .anything: everyoneSucceeds(word) ?? succeedsInAll(word) ?? onlyThing(word)
      case .nobody: nothingStands(word)
      case .whatever: whateverHappens(word)
      case .always: alwaysSucceeds(word)
      case .nothing, .emphatic: nothingResists(word)
      case .guarantee: guaranteed(word)
      case .only: onlyThing(word)
      case .equal: equalToSurgery(word)
      case .cured: cured(word)
      case .frees: freed(word)
      default: nil
      }
    // "Every question is answered within a day": a promise of service.
    guard let found, total(.service, in: first..<end) == nil,
      isPutForward(word.first, word.end, evenIfPast: found.kind == .guarantee)
    else { return nil }
    guard !isLimited(after: max(word.end, found.end)) else { return nil }
    let from = min(word.first, found.first)
    return Promise(
      kind: found.kind, range: byteRange(from, max(word.end, found.end)), agent: found.agent,
      target: found.target)
  }

  /// "…, yet not with the same cream": what follows takes some of it back.
  private func isLimited(after token: Int32) -> Bool {
    (token..<end).contains { place in
      guard classes(place).contains(.coordinator) || endsScope(at: place) else { return false }
      return cues.contains {
        ($0.category == .negation || $0.category == .weakener) && $0.first > place && $0.first <= place + 4
      }
    }
  }

  struct FoundPromise {
    var kind: Promise.Kind
    var first: Int32
    var end: Int32
    var agent: Participant
    var target: Participant = .nobody
  }

  func found(
    _ kind: Promise.Kind, _ from: Int32, _ to: Int32, _ agent: Participant?, _ target: Int32? = nil
  ) -> FoundPromise {
    let what = target.flatMap { participants(of: $0, as: .condition).first } ?? .nobody
    return FoundPromise(kind: kind, first: from, end: to, agent: agent ?? .nobody, target: what)
  }

  // MARK: Success

  /// The first word of success in a stretch: an improving frame's word, a verb of success, a good state.
  func success(in range: Range<Int32>, mustBeFinite: Bool = false) -> (first: Int32, end: Int32)? {
    guard range.lowerBound < range.upperBound else { return nil }
    for token in range {
      var stop: Int32?
      let place = indicator(at: token)
      if place >= 0 {
        let word = indicators[Int(place)]
        let frame = grammar.frames[Int(word.frame)]
        let isActive = word.voice == .active || word.voice == .passive || !mustBeFinite
        if isActive, frame.shape.tellsOfSuccess,
          frame.effect == .improves
            || frame.effect == .decreases && ailment(after: word.end, within: 4) != nil
        {
          stop = word.end
        }
      }
      if stop == nil { stop = splitSuccess(token) }
      if stop == nil, let word = total(.delivers, at: token), !mustBeFinite || verb(token) == .finite {
        stop = word.end
      }
      if stop == nil, !mustBeFinite, let word = total(.good, at: token) { stop = word.end }
      if stop == nil, let word = total(.sheds, at: token), ailment(after: word.end, within: 4) != nil {
        stop = word.end
      }
      if let stop,
        !cues.contains(where: {
          $0.category == .negation && $0.covers(token) && $0.end <= token
            || $0.category == .advice && $0.first < stop && $0.end > token
        })
      {
        return (token, stop)
      }
    }
    return nil
  }

  /// "brings your hair back", "makes the skin smooth": what becomes of the object is good.
  private func splitSuccess(_ token: Int32) -> Int32? {
    guard
      let word = indicators.first(where: {
        $0.first == token && grammar.frames[Int($0.frame)].shape == .split
      })
    else { return nil }
    return cues.first {
      $0.category == .result && ($0.value == .improves || $0.value == .increases) && $0.first >= word.end
        && $0.first <= word.end + 5
    }?.end
  }

  /// A treatment in the sentence, or those who give it ("our clients", "after six sessions").
  func offered(near token: Int32) -> Participant? {
    if let named = treatment(near: token) { return named }
    if totalQuestion.block == block, let asked = totalQuestion.agents.first { return asked }
    return total(.practice, in: first..<end) == nil ? nil : .nobody
  }

  func hasDuty(in range: Range<Int32>) -> Bool { total(.duty, in: range) != nil }

  func clauseRange(_ token: Int32) -> Range<Int32> {
    let clause = clauses[clause(of: token)]
    return clause.first..<clause.end
  }

  // MARK: For ever

  /// "gets rid of it once and for all", "smooth for the rest of your days", and "For good." as an answer.
  private func endless(_ word: TotalWord) -> FoundPromise? {
    guard !isDenied(word.first, word.end), !nounFollows(word.end) else { return nil }
    if word.end - word.first >= end - first - 2, totalQuestion.block == block {
      guard let agent = totalQuestion.agents.first else { return nil }
      return found(.endless, word.first, word.end, agent)
    }
    var range = clauseRange(word.first)
    if !range.contains(where: { verb($0) == .finite }) { range = first..<end }
    guard !hasDuty(in: range), let agent = offered(near: word.first) ?? anyAilment ?? slogan else {
      return nil
    }
    guard let success = success(in: range) else { return nil }
    return found(.endless, success.first, success.end, agent, ailment(before: word.first))
  }

  private var anyAilment: Participant? { mentions.contains(where: isAilment) ? .nobody : nil }

  /// "for good results", "for life-threatening": the words belong to a noun.
  private func nounFollows(_ token: Int32) -> Bool {
    guard token < end, scan.tokens[Int(token)].kind == .word else { return false }
    return classes(token).isDisjoint(with: [
      .preposition, .coordinator, .subordinator, .relative, .adverb, .be, .modal, .auxiliary, .determiner,
      .pronoun, .person, .connector, .infinitive,
    ])
  }

  /// "Acne is history", "Cellulite: gone."
  private func goneForGood(_ word: TotalWord) -> FoundPromise? {
    guard !isDenied(word.first, word.end), !isTimeClause(word.first), !nounFollows(word.end) else {
      return nil
    }
    if word.end < end, scan.tokens[Int(word.end)].kind == .number { return nil }
    let range = clauseRange(word.first)
    guard let agent = offered(near: word.first) else { return nil }
    let leads = word.first - 1
    if leads >= first, verb(leads) == .finite, classes(leads).contains(.be) {
      if let subject = ailment(before: leads), mentions[Int(subject)].end >= leads - 1 {
        return found(.endless, mentions[Int(subject)].first, word.end, agent, subject)
      }
      guard leads == range.lowerBound + 1 || mark(leads - 2) == 0x2C || classes(leads - 1).contains(.pronoun),
        let meant = totalQuestion.block == block ? totalQuestion.conditions.first : discourse.recentCondition
      else { return nil }
      var result = found(.endless, word.first, word.end, agent)
      result.target = meant
      return result
    }
    // A bare result at the end: "Cellulite after session six: not better, gone."
    guard !hasFiniteVerb, word.end >= end - 2, leads >= first, mark(leads) != 0,
      let subject = mentions.firstIndex(where: isAilment)
    else { return nil }
    return found(.endless, word.first, word.end, agent, Int32(subject))
  }

  /// "Never again will you have to shave".
  private func neverAgain(_ word: TotalWord) -> FoundPromise? {
    guard let verb = total(.returns, in: word.end..<min(end, word.end + 6)),
      let agent = offered(near: word.first)
    else { return nil }
    return found(.endless, word.first, verb.end, agent, ailment(after: verb.end, within: 6))
  }

  /// "the pigment has no way back", "gone and stay gone".
  private func expelled(_ word: TotalWord) -> FoundPromise? {
    guard !isDenied(word.first, word.end), !isTimeClause(word.first),
      let agent = offered(near: word.first),
      let subject = mentions.lastIndex(where: { isAilment($0) && $0.end <= word.first })
    else { return nil }
    return found(.endless, word.first, word.end, agent, Int32(subject))
  }

  /// "rosacea never darkens your door again", "you will never have to shave again".
  private func neverReturns(_ word: TotalWord) -> FoundPromise? {
    guard word.value == .never || total(.again, .any, in: word.end..<end) != nil, !isTimeClause(word.first)
    else { return nil }
    var token = word.end
    while token < end, token < word.end + 3, total(.returns, at: token) == nil {
      guard !classes(token).isDisjoint(with: [.adverb, .auxiliary, .modal, .be]) else { return nil }
      token += 1
    }
    guard let verb = total(.returns, at: token), let agent = offered(near: word.first) else { return nil }
    if let subject = ailment(before: word.first) {
      let between = mentions[Int(subject)].end..<word.first
      guard !between.contains(where: { mark($0) == 0x2C }) else { return nil }
      return found(.endless, mentions[Int(subject)].first, verb.end, agent, subject)
    }
    guard !hasDuty(in: clauseRange(word.first).lowerBound..<word.first),
      let again = total(.again, in: verb.end..<end), word.first > first
    else { return nil }
    return found(.endless, word.first, again.end, agent, ailment(after: verb.end, within: 6))
  }

  // MARK: Guarantees, cures, and nothing else

  private func guaranteed(_ word: TotalWord) -> FoundPromise? {
    guard !isDenied(word.first, word.end), total(.service, in: first..<end) == nil else { return nil }
    let hasResult =
      success(in: first..<end) != nil || total(.good, .delivers, .gone, in: first..<end) != nil
      || mentions.contains(where: isAilment)
    return hasResult ? found(.guarantee, word.first, word.end, treatment(near: word.first)) : nil
  }

  /// "the only thing that anyone with wrinkles will ever need".
  private func onlyThing(_ word: TotalWord) -> FoundPromise? {
    guard !isDenied(word.first, word.end),
      let need = total(.needs, in: word.end..<min(end, word.end + 12)),
      let agent = treatment(near: word.first)
    else { return nil }
    return found(.unrivalled, word.first, need.end, agent)
  }

  /// "does everything that a facelift does".
  private func equalToSurgery(_ word: TotalWord) -> FoundPromise? {
    guard !isDenied(word.first, word.end),
      let surgery = total(.surgery, in: word.end..<min(end, word.end + 8)),
      let agent = treatment(near: word.first) ?? unknownAgent(of: word.first)
    else { return nil }
    return found(.unrivalled, word.first, surgery.end, agent)
  }

  /// "Focused ultrasound does everything …": a subject that the rules do not know.
  private func unknownAgent(of token: Int32) -> Participant? {
    unknownSubject(of: token).map { range in
      var agent = Participant.nobody
      agent.origin = .named
      agent.range = range
      return agent
    }
  }

  /// "Vitiligo can be cured".
  private func cured(_ word: TotalWord) -> FoundPromise? {
    guard !isDenied(word.first, word.end), let subject = ailment(before: word.first),
      word.first - mentions[Int(subject)].end <= 4, !isTimeClause(word.first)
    else { return nil }
    let group = mentions[Int(subject)].end..<word.first
    guard group.contains(where: { classes($0).contains(.be) }),
      group.allSatisfy({ !classes($0).isDisjoint(with: [.be, .auxiliary, .modal, .adverb]) })
    else { return nil }
    return found(.cure, mentions[Int(subject)].first, word.end, treatment(near: word.first), subject)
  }

  /// "Freed from eczema at last", "puts an end to it".
  private func freed(_ word: TotalWord) -> FoundPromise? {
    guard !isDenied(word.first, word.end), !isTimeClause(word.first), !hasDuty(in: clauseRange(word.first)),
      let agent = treatment(near: word.first)
    else { return nil }
    if let target = ailment(after: word.end, within: 3) {
      return found(.cure, word.first, mentions[Int(target)].end, agent, target)
    }
    guard let pronoun = mentions.first(where: { $0.first == word.end && $0.reference.isPronoun }),
      let meant = discourse.lastCondition
    else { return nil }
    var result = found(.cure, word.first, pronoun.end, agent)
    result.target = meant
    return result
  }
}

extension Frame.Shape {
  /// Shapes whose words say that something became better; advice and causes do not.
  fileprivate var tellsOfSuccess: Bool {
    switch self {
    case .verb, .patientVerb, .topicVerb, .noun: true
    default: false
    }
  }
}
