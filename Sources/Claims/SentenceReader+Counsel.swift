import Ingest
import Knowledge
import Linguistics

/// A word that may give advice.
struct AdviceWord {
  var first: Int32
  var end: Int32
  var value: Grammar.CueRole.Value
  /// Place in `SentenceReader.cues`, or nil for a word that is no cue of advice by itself.
  var cue: Int?
}

/// What a sentence tells its readers to do: none, weak or strong (the scale of Li, Wang and Yu 2021).
///
/// Strong advice is given outright, weak advice with a hedge or as a choice. Advice for research is none, nor is what a
/// guideline or a study is said to contain.
extension SentenceReader {
  func sentenceAdvice() -> Claim.Advice {
    let linking = linkingReading()
    return linking.statements.map { advice(in: $0, linking.hits).advice }.max() ?? .none
  }

  /// The advice that the statement around a token gives, and the place in `cues` of the cue that gives it.
  func advice(at token: Int32) -> (advice: Claim.Advice, cue: Int?) {
    guard mayAdvise() else { return (.none, nil) }
    let linking = linkingReading()
    guard let statement = linking.statements.first(where: { $0.contains(token) }) else { return (.none, nil) }
    if let known = statementAdvice.first(where: { $0.first == statement.lowerBound }) {
      return (known.advice, known.cue)
    }
    let found = advice(in: statement, linking.hits)
    statementAdvice.append((statement.lowerBound, found.advice, found.cue))
    return found
  }

  /// Whether anything in the sentence can advise: a cue of advice or warning, a modal with "be" ("may be used"), a bare verb where a
  /// command may stand. Most sentences have none, and are not looked at further.
  private func mayAdvise() -> Bool {
    if cues.contains(where: { $0.category == .advice || $0.category == .warning }) { return true }
    var opens = true
    for token in first..<end {
      if scan.tokens[Int(token)].kind == .punctuation {
        opens = true
        continue
      }
      let kind = classes(token)
      if kind.contains(.modal),
        (token + 1..<min(token + 4, end)).contains(where: { classes($0).contains(.be) })
      {
        return true
      }
      guard opens else { continue }
      if kind.contains(.verbBase) || kind.contains(.auxiliary) && !kind.contains(.be) { return true }
      opens = !kind.isDisjoint(with: [.adverb, .connector, .coordinator])
    }
    return false
  }

  func advice(in statement: Range<Int32>, _ hits: [PhraseHit]) -> (advice: Claim.Advice, cue: Int?) {
    var found: (advice: Claim.Advice, cue: Int?) = (.none, nil)
    guard !isQuestion, !isForResearch(statement, hits) else { return found }
    for word in adviceWords(in: statement, hits) where advises(word, in: statement, hits) {
      let advice: Claim.Advice =
        switch word.value {
        case .strong, .need: isHedged(word.first, hits) ? .weak : .strong
        default: .weak
        }
      if advice > found.advice { found = (advice, word.cue) }
    }
    if found.advice == .none, let verb = imperative(in: statement) {
      switch hits.first(where: { $0.first == verb && role(of: $0).category == .care }).map({
        role(of: $0).value
      }) {
      case .quiet: break
      case .gentle: found.advice = .weak
      default: found.advice = .strong
      }
    }
    return found
  }

  /// The cues of advice, and the participles that a hedge makes advice of ("may be used").
  private func adviceWords(in statement: Range<Int32>, _ hits: [PhraseHit]) -> [AdviceWord] {
    var words: [AdviceWord] = []
    for (place, cue) in cues.enumerated() where cue.category == .advice && statement.contains(cue.first) {
      words.append(AdviceWord(first: cue.first, end: cue.end, value: cue.value, cue: place))
    }
    for hit in hits where role(of: hit).value == .action && statement.contains(hit.first) {
      words.append(AdviceWord(first: hit.first, end: hit.end, value: .action, cue: nil))
    }
    return words
  }

  /// Whether something in the statement is asked for or offered, be it for care or for research.
  func asksForSomething(_ statement: Range<Int32>, _ hits: [PhraseHit]) -> Bool {
    adviceWords(in: statement, hits).contains { $0.value != .soft && isPredicate($0) }
  }

  /// Whether a word advises where it stands.
  private func advises(_ word: AdviceWord, in statement: Range<Int32>, _ hits: [PhraseHit]) -> Bool {
    guard clauses[clause(of: word.first)].kind != .condition else { return false }
    guard isPredicate(word) else { return false }
    // "patients were advised" tells what was done.
    if let copula = copula(before: word.first), isWord(copula, "was", "were") { return false }
    if isAboutThePast(word) || isUnderWhen(word, in: statement) { return false }
    // "Whether patients should", "guidelines recommend", "the results need to".
    if hits.contains(where: { hit in
      guard role(of: hit).category == .inquiry, statement.contains(hit.first), hit.first < word.first else {
        return false
      }
      switch role(of: hit).scope {
      case .clause: return !hasComma(hit.end..<word.first)
      case .here:
        return word.value != .soft && !isNeedFor(word)
          && isSubject(hit, of: word.first, from: statement.lowerBound)
      default: return false
      }
    }) {
      return false
    }
    // "is required for growth" tells what something does, "monitoring is required for all" what to do.
    if word.value == .need, word.end < end, classes(word.end).contains(.goal) || isNeedFor(word) {
      return hits.contains {
        role(of: $0).category == .care && statement.contains($0.first)
          && (isNeedFor(word) || $0.first < word.first)
      }
    }
    return true
  }

  /// "is recommended" advises, "the recommended dose" does not.
  private func isPredicate(_ word: AdviceWord) -> Bool {
    if word.value == .action { return isLeftToChoice(word.first) }
    guard word.end - word.first == 1, classes(word.first).contains(.verbPast) || word.value == .need else {
      return true
    }
    return copula(before: word.first) != nil
  }

  /// "may be used", "can be tried".
  private func isLeftToChoice(_ participle: Int32) -> Bool {
    guard let be = copula(before: participle), classes(be).contains(.be), be > first else { return false }
    let modal = skippingAdverbs(before: be)
    guard modal >= first, classes(modal).contains(.modal) else { return false }
    // "can", "could", "may", "might", and not "should", "will", "would".
    return cues.contains { $0.category == .hedge && $0.first == modal && $0.end == modal + 1 }
      && !isWord(modal, "would")
  }

  /// "must have contributed" guesses at what was.
  private func isAboutThePast(_ word: AdviceWord) -> Bool {
    guard word.end < end, classes(word.end).contains(.auxiliary), classes(word.end).isDisjoint(with: .be)
    else {
      return false
    }
    let next = skippingAdverbs(after: word.end)
    return next < end && !classes(next).isDisjoint(with: [.verbPast, .be])
      && !hasObject(after: word.end, strictly: true)
  }

  /// "may be preferred when surgery is contraindicated": the case, not the advice.
  private func isUnderWhen(_ word: AdviceWord, in statement: Range<Int32>) -> Bool {
    guard
      let opener = (statement.lowerBound..<word.first).last(where: {
        classes($0).isSuperset(of: [.question, .subordinator])
      })
    else { return false }
    return !hasComma(opener..<word.first)
  }

  /// "There is a need for X": the noun, which needs no verb of its own.
  private func isNeedFor(_ word: AdviceWord) -> Bool {
    word.value == .need && classes(word.end - 1).contains(.goal)
  }

  /// "Further studies", "to be confirmed": what is asked for is research.
  private func isForResearch(_ statement: Range<Int32>, _ hits: [PhraseHit]) -> Bool {
    hits.contains {
      role(of: $0).category == .inquiry && role(of: $0).scope == .sentence && statement.contains($0.first)
    }
  }

  /// Whether the hit's word stands in the subject of the verb: no verb lies between.
  private func isSubject(_ hit: PhraseHit, of verb: Int32, from start: Int32) -> Bool {
    guard hit.first - start <= 5 else { return false }
    return !(hit.end..<verb).contains {
      !classes($0).isDisjoint(with: [.finiteVerb, .verbPast, .relative, .subordinator])
    }
  }

  private func hasComma(_ range: Range<Int32>) -> Bool { range.contains { mark($0) == 0x2C } }

  /// "may need to", "might be warranted": a hedge in the same verb group.
  private func isHedged(_ token: Int32, _ hits: [PhraseHit]) -> Bool {
    var place = token - 1
    while place >= first, token - place <= 3 {
      if hits.contains(where: { role(of: $0).category == .possibility && $0.end == place + 1 }) {
        return true
      }
      guard isAdverb(place) || classes(place).contains(.be) else { return false }
      place -= 1
    }
    return false
  }

  /// The verb of a statement that calls on its reader: "Apply X", "Never use X", "If it burns, rinse it off".
  private func imperative(in statement: Range<Int32>) -> Int32? {
    if isHeading || clauses[clause(of: statement.lowerBound)].kind == .condition { return nil }
    var start = statement.lowerBound
    while start < statement.upperBound,
      scan.tokens[Int(start)].kind == .punctuation || isAdverb(start)
        || !classes(start).isDisjoint(with: [.connector, .coordinator])
    { start += 1 }
    if cues.contains(where: { $0.category == .warning && $0.first == start }) { return start }
    if let verb = commandVerb(at: start, in: statement) { return verb }
    // "To calm the skin, apply a compress": nothing before the comma is a subject.
    guard let comma = (start..<statement.upperBound).first(where: { mark($0) == 0x2C }),
      !classes(start).union(classes(statement.lowerBound)).isDisjoint(with: [
        .preposition, .infinitive, .subordinator,
      ])
    else { return nil }
    return commandVerb(at: comma + 1, in: statement)
  }

  private func commandVerb(at token: Int32, in statement: Range<Int32>) -> Int32? {
    guard token + 1 < statement.upperBound, scan.tokens[Int(token)].kind == .word else { return nil }
    var verb = token
    // "Do not use", "don't use", "do use".
    if classes(verb).contains(.auxiliary), classes(verb).isDisjoint(with: .be) {
      verb += 1
      while verb < statement.upperBound, isAdverb(verb) { verb += 1 }
      return verb < statement.upperBound && classes(verb).contains(.verbBase) && isWord(token, "do", "don't")
        ? verb : nil
    }
    guard classes(verb).contains(.verbBase), verb + 1 < statement.upperBound else { return nil }
    if hasObject(after: verb + 1, strictly: true) { return verb }
    // Without an article behind it the word may be a noun: then a verb follows.
    for place in (verb + 1)..<statement.upperBound {
      let kind = classes(place)
      if !kind.isDisjoint(with: [.relative, .subordinator, .infinitive]) && !kind.contains(.preposition) {
        break
      }
      if !kind.isDisjoint(with: [.be, .modal, .auxiliary]) { return nil }
      if !kind.isDisjoint(with: [.verbThird, .verbPast]), !isNounPosition(place),
        hasObject(after: place + 1) || place == verb + 1
      {
        return nil
      }
    }
    return verb
  }
}
