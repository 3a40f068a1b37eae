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
    let found: Found? =
      switch word.value {
      case .endless: endless(word)
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

  private struct Found {
    var kind: Promise.Kind
    var first: Int32
    var end: Int32
    var agent: Participant
    var target: Participant = .nobody
  }

  private func found(
    _ kind: Promise.Kind, _ from: Int32, _ to: Int32, _ agent: Participant?, _ target: Int32? = nil
  ) -> Found {
    let what = target.flatMap { participants(of: $0, as: .condition).first } ?? .nobody
    return Found(kind: kind, first: from, end: to, agent: agent ?? .nobody, target: what)
  }

  // MARK: Success

  /// The first word of success in a stretch: an improving frame's word, a verb of success, a good state.
  private func success(in range: Range<Int32>, mustBeFinite: Bool = false) -> (first: Int32, end: Int32)? {
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
  private func offered(near token: Int32) -> Participant? {
    if let named = treatment(near: token) { return named }
    if totalQuestion.block == block, let asked = totalQuestion.agents.first { return asked }
    return total(.practice, in: first..<end) == nil ? nil : .nobody
  }

  private func hasDuty(in range: Range<Int32>) -> Bool { total(.duty, in: range) != nil }

  private func clauseRange(_ token: Int32) -> Range<Int32> {
    let clause = clauses[clause(of: token)]
    return clause.first..<clause.end
  }

  // MARK: For ever

  /// "gets rid of it once and for all", "smooth for the rest of your days", and "For good." as an answer.
  private func endless(_ word: TotalWord) -> Found? {
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
  private func goneForGood(_ word: TotalWord) -> Found? {
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
    guard !verbs.contains(.finite), word.end >= end - 2, leads >= first, mark(leads) != 0,
      let subject = mentions.firstIndex(where: isAilment)
    else { return nil }
    return found(.endless, word.first, word.end, agent, Int32(subject))
  }

  /// "the pigment has no way back", "gone and stay gone".
  private func expelled(_ word: TotalWord) -> Found? {
    guard !isDenied(word.first, word.end), !isTimeClause(word.first),
      let agent = offered(near: word.first),
      let subject = mentions.lastIndex(where: { isAilment($0) && $0.end <= word.first })
    else { return nil }
    return found(.endless, word.first, word.end, agent, Int32(subject))
  }

  /// "rosacea never darkens your door again", "you will never have to shave again".
  private func neverReturns(_ word: TotalWord) -> Found? {
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

  // MARK: Everybody, every time

  /// "It never disappoints", "has never failed a client".
  private func neverFails(_ word: TotalWord) -> Found? {
    guard word.value == .never, word.first > clauseRange(word.first).lowerBound,
      let verb = total(.fails, in: word.end..<min(end, word.end + 2)), let agent = treatment(near: word.first)
    else { return nil }
    return found(.guarantee, word.first, verb.end, agent)
  }

  /// "Each and every client walks out with flawless skin": the subject is everybody, the verb tells of success.
  private func everyoneSucceeds(_ word: TotalWord) -> Found? {
    guard !isDenied(word.first, word.end) else { return nil }
    var token = word.end
    if word.value == .every || word.value == .anything || isQuantity(word) {
      guard let people = total(.people, .skins, in: token..<min(end, token + 4)) else { return nil }
      token = people.end
    }
    if word.first > first, classes(word.first - 1).contains(.preposition) { return nil }
    // "We ask everybody to …": no subject.
    if (clauseRange(word.first).lowerBound..<word.first).contains(where: { verb($0) == .finite }) {
      return nil
    }
    if total(.mostly, in: max(first, word.first - 2)..<word.first) != nil { return nil }
    guard let agent = offered(near: word.first), let verb = mainVerb(after: token) else { return nil }
    guard classes(verb).isDisjoint(with: .pastAuxiliary), !isPastVerb(verb),
      !hasDuty(in: verb..<min(end, verb + 3)), let success = success(in: verb..<min(end, verb + 10))
    else { return nil }
    return found(.universal, word.first, success.end, agent)
  }

  /// "ten out of ten", "100% of": counts what follows.
  private func isQuantity(_ word: TotalWord) -> Bool {
    word.value == .everyone && word.end - word.first > 1
  }

  private func isPastVerb(_ token: Int32) -> Bool {
    classes(token).contains(.verbPast) && classes(token).isDisjoint(with: [.verbBase, .verbThird])
      && auxiliaryBefore(token) == nil
  }

  /// The verb of the subject that ends at `token`: behind a relative clause of it, and a word of success if no verb is told.
  private func mainVerb(after token: Int32) -> Int32? {
    var token = token
    var relatives = 0
    let stop = min(end, token + 14)
    while token < stop {
      if classes(token).contains(.relative) { relatives += 1 }
      if mark(token) == 0x2E || mark(token) == 0x3B { return nil }
      let isVerb =
        verb(token) == .finite
        || verb(token) == .none && total(.delivers, .sheds, at: token) != nil
      if isVerb {
        if relatives == 0 { return token }
        relatives -= 1
        while token + 1 < stop, verb(token + 1) == .finite { token += 1 }
      }
      token += 1
    }
    return nil
  }

  /// "Whatever your age, the serum brings your hair back."
  private func whateverHappens(_ word: TotalWord) -> Found? {
    guard !isDenied(word.first, word.end) else { return nil }
    for token in first..<end where verb(token) == .finite {
      // Not in the phrase itself: "whatever your skin type or tone".
      if token >= word.end, (word.end..<token).allSatisfy({ scan.tokens[Int($0)].kind == .word }) { continue }
      guard let success = success(in: token..<token + 1, mustBeFinite: true),
        mentions.contains(where: {
          $0.roles.contains(.agent) && !$0.roles.contains(.exposure) && $0.end <= token
        }), isPutForward(token, token + 1), !hasDuty(in: clauseRange(token)),
        let agent = treatment(near: token)
      else { continue }
      return found(.universal, word.first, max(word.end, success.end), agent)
    }
    return nil
  }

  /// "works every single time", "Without exception, our patients lose their cellulite."
  private func alwaysSucceeds(_ word: TotalWord) -> Found? {
    guard !isDenied(word.first, word.end), let agent = offered(near: word.first) else { return nil }
    var range = clauseRange(word.first)
    if !range.contains(where: { verb($0) == .finite }) { range = first..<end }
    let hasVerb = range.contains { verb($0) == .finite }
    guard !hasDuty(in: range), let success = success(in: range, mustBeFinite: hasVerb),
      (range.lowerBound..<success.first).contains(where: { scan.tokens[Int($0)].kind == .word })
    else { return nil }
    return found(.universal, min(word.first, success.first), max(word.end, success.end), agent)
  }

  /// "No wart survives it", "There isn't a scar that our laser couldn't wipe away".
  private func nothingResists(_ word: TotalWord) -> Found? {
    if let problem = total(.ailment, in: word.end..<min(end, word.end + 3)) {
      return nothingResists(word, from: problem.end, nil)
    }
    guard let place = ailment(after: word.end, within: 2) else { return nil }
    return nothingResists(word, from: mentions[Int(place)].end, place)
  }

  private func nothingResists(_ word: TotalWord, from: Int32, _ place: Int32?) -> Found? {
    let rest = from..<min(end, from + 14)
    if let holds = total(.yields, in: rest), holds.first - from <= 3 {
      return treatment(near: word.first).map { found(.universal, word.first, holds.end, $0, place) }
    }
    guard let denial = total(.never, .denied, in: rest) else { return nil }
    let isOffered =
      mentions.contains { $0.roles.contains(.agent) && $0.first >= from && $0.end <= denial.first }
      || total(.practice, in: from..<denial.first) != nil
    guard isOffered else { return nil }
    for token in denial.end..<min(end, denial.end + 3) {
      let frame = indicator(at: token)
      let improves = frame >= 0 && grammar.frames[Int(indicators[Int(frame)].frame)].effect == .improves
      if improves || total(.delivers, at: token) != nil {
        return found(.universal, word.first, token + 1, treatment(near: word.first), place)
      }
    }
    return nil
  }

  /// "Warts, corns: nothing stands a chance against our spray."
  private func nothingStands(_ word: TotalWord) -> Found? {
    guard mentions.contains(where: isAilment),
      let holds = total(.yields, in: word.end..<min(end, word.end + 3)),
      let agent = treatment(near: word.first)
    else { return nil }
    return found(.universal, word.first, holds.end, agent)
  }

  /// "clears rosacea in one hundred out of one hundred people".
  private func succeedsInAll(_ word: TotalWord) -> Found? {
    guard !isDenied(word.first, word.end), word.first > first, classes(word.first - 1).contains(.preposition),
      total(.mostly, in: max(first, word.first - 2)..<word.first) == nil
    else { return nil }
    var to = word.end
    if word.value == .every || word.value == .anything || isQuantity(word) {
      guard let people = total(.people, in: to..<min(end, to + 4)) else { return nil }
      to = people.end
    }
    let range = clauseRange(word.first)
    guard !hasDuty(in: range),
      let success = success(in: range.lowerBound..<word.first, mustBeFinite: true),
      let agent = treatment(near: word.first)
    else { return nil }
    return found(.universal, success.first, to, agent)
  }

  // MARK: Guarantees, cures, and nothing else

  private func guaranteed(_ word: TotalWord) -> Found? {
    guard !isDenied(word.first, word.end), total(.service, in: first..<end) == nil else { return nil }
    let hasResult =
      success(in: first..<end) != nil || total(.good, .delivers, .gone, in: first..<end) != nil
      || mentions.contains(where: isAilment)
    return hasResult ? found(.guarantee, word.first, word.end, treatment(near: word.first)) : nil
  }

  /// "the only thing that anyone with wrinkles will ever need".
  private func onlyThing(_ word: TotalWord) -> Found? {
    guard !isDenied(word.first, word.end),
      let need = total(.needs, in: word.end..<min(end, word.end + 12)),
      let agent = treatment(near: word.first)
    else { return nil }
    return found(.unrivalled, word.first, need.end, agent)
  }

  /// "does everything that a facelift does".
  private func equalToSurgery(_ word: TotalWord) -> Found? {
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
  private func cured(_ word: TotalWord) -> Found? {
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
  private func freed(_ word: TotalWord) -> Found? {
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
