import Ingest
import Knowledge
import Linguistics

/// Promises to everybody and for every case: "ten out of ten", "every time", "no wart survives it".
extension SentenceReader {
  /// "It never disappoints", "has never failed a client".
  func neverFails(_ word: TotalWord) -> FoundPromise? {
    guard word.value == .never, word.first > clauseRange(word.first).lowerBound,
      let verb = total(.fails, in: word.end..<min(end, word.end + 2)), let agent = treatment(near: word.first)
    else { return nil }
    return found(.guarantee, word.first, verb.end, agent)
  }

  /// "Each and every client walks out with flawless skin": the subject is everybody, the verb tells of success.
  func everyoneSucceeds(_ word: TotalWord) -> FoundPromise? {
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
  func whateverHappens(_ word: TotalWord) -> FoundPromise? {
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
  func alwaysSucceeds(_ word: TotalWord) -> FoundPromise? {
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
  func nothingResists(_ word: TotalWord) -> FoundPromise? {
    if let problem = total(.ailment, in: word.end..<min(end, word.end + 3)) {
      return nothingResists(word, from: problem.end, nil)
    }
    guard let place = ailment(after: word.end, within: 2) else { return nil }
    return nothingResists(word, from: mentions[Int(place)].end, place)
  }

  func nothingResists(_ word: TotalWord, from: Int32, _ place: Int32?) -> FoundPromise? {
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
  func nothingStands(_ word: TotalWord) -> FoundPromise? {
    guard mentions.contains(where: isAilment),
      let holds = total(.yields, in: word.end..<min(end, word.end + 3)),
      let agent = treatment(near: word.first)
    else { return nil }
    return found(.universal, word.first, holds.end, agent)
  }

  /// "clears rosacea in one hundred out of one hundred people".
  func succeedsInAll(_ word: TotalWord) -> FoundPromise? {
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
}
