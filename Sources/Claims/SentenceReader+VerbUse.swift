import Ingest
import Knowledge
import Linguistics

/// What a verb's form stands for in its sentence.
enum VerbUse: Equatable {
  /// With an object: "reduces X".
  case transitive
  /// Without one: "decreased over time".
  case intransitive
  /// "was reduced"; with an agent "was reduced by X".
  case passive(byAgent: Bool)
  /// "to reduce" as what the subject does: "was able to reduce".
  case raised
  /// "programmes to reduce X": what something is meant for.
  case purpose
  /// "by reducing X".
  case gerund
  /// "…, reducing X".
  case participleClause
  /// "increased risk", "a reduced dose".
  case adjective
  /// "increases in".
  case noun
}

extension SentenceReader {
  /// What the verb that begins at a phrase stands for; `hits` are the linking cues around it.
  func verbUse(of hit: PhraseHit, among hits: [PhraseHit]) -> VerbUse {
    let token = hit.first
    let before = skippingAdverbs(before: token)
    let beforeIsWord = before >= first && scan.tokens[Int(before)].kind == .word
    let kind: WordClasses = beforeIsWord ? classes(before) : []
    let inNounPhrase =
      !kind.isDisjoint(with: [.determiner, .preposition, .genitive])
      && kind.isDisjoint(with: [.pronoun, .relative])
    switch hit.entry.form {
    case .fixed: return .noun
    case .ing:
      if kind.contains(.be) { return hasObject(after: hit.end) ? .transitive : .intransitive }
      if kind.contains(.determiner) { return .adjective }
      if kind.contains(.preposition) { return .gerund }
      return before >= first && mark(before) == 0x2C ? .participleClause : .gerund
    case .past:
      if kind.contains(.be) { return .passive(byAgent: hit.end < end && isWord(hit.end, "by")) }
      if isWord(before, "has", "have", "had", "having") {
        if hit.end - hit.first > 1 { return .transitive }
        guard hasObject(after: hit.end) else { return .intransitive }
        // "has reduced the risk"; but "have increased levels".
        return hasObject(after: hit.end, strictly: true) ? .transitive : .adjective
      }
      if !beforeIsWord {
        return before >= first && mark(before) == 0x29 && hasObject(after: hit.end) ? .transitive : .adjective
      }
      if kind.contains(.coordinator) || mark(token - 1) == 0x2C {
        // "and markedly reduced": an adverb goes with a verb.
        if before < token - 1, hasObject(after: hit.end) { return .transitive }
        return hasObject(after: hit.end, strictly: true) ? .transitive : .adjective
      }
      if !kind.isDisjoint(with: [.determiner, .preposition, .infinitive, .finiteVerb, .modal]),
        kind.isDisjoint(with: [.pronoun])
      {
        return .adjective
      }
      return hasObject(after: hit.end) ? .transitive : .intransitive
    case .third:
      if inNounPhrase { return .noun }
      if hit.end - hit.first > 1 { return .transitive }
      if hit.end < end, !classes(hit.end).isDisjoint(with: [.be, .modal, .auxiliary, .genitive]) {
        return .noun
      }
      if hasObject(after: hit.end) { return .transitive }
      return hit.end < end && scan.tokens[Int(hit.end)].kind == .word ? .intransitive : .noun
    case .base:
      if hits.contains(where: { $0.end == before + 1 && role(of: $0).category == .raising }) {
        return .raised
      }
      if kind.contains(.infinitive) { return .purpose }
      if kind.contains(.modal) || isWord(before, "do", "does", "did", "don't", "doesn't", "didn't") {
        return hit.end - hit.first > 1 || hasObject(after: hit.end) ? .transitive : .intransitive
      }
      if inNounPhrase { return .noun }
      if hit.end - hit.first > 1 { return .transitive }
      // "Peels reduce scars" but "a dose increase".
      if hasObject(after: hit.end, strictly: true) { return .transitive }
      guard beforeIsWord, endsInS(before) else { return .noun }
      if hasObject(after: hit.end) { return .transitive }
      return hit.end < end && classes(hit.end).contains(.preposition) ? .intransitive : .noun
    }
  }

  /// The last token before one that is no adverb; `first - 1` where there is none.
  func skippingAdverbs(before token: Int32) -> Int32 {
    var place = token - 1
    while place >= first, scan.tokens[Int(place)].kind == .word, isAdverb(place) {
      place -= 1
      // "inversely and independently".
      if place > first, classes(place).contains(.coordinator), isAdverb(place - 1) { place -= 1 }
    }
    return place
  }

  /// The form of "be", "have" or a modal that a predicate goes with: only adverbs lie between.
  func copula(before token: Int32) -> Int32? {
    let place = skippingAdverbs(before: token)
    guard place >= first, scan.tokens[Int(place)].kind == .word,
      !classes(place).isDisjoint(with: [.be, .modal, .auxiliary])
    else { return nil }
    return place
  }

  func skippingAdverbs(after token: Int32) -> Int32 {
    var place = token + 1
    while place < end, scan.tokens[Int(place)].kind == .word, isAdverb(place) { place += 1 }
    return place
  }

  /// A known adverb, or a word in -ly that names nothing.
  func isAdverb(_ token: Int32) -> Bool {
    if !classes(token).isDisjoint(with: [.adverb, .connector]) { return true }
    let item = scan.tokens[Int(token)]
    return item.end - item.start > 5 && document.text[Int(item.end) - 1] | 0x20 == 0x79
      && document.text[Int(item.end) - 2] | 0x20 == 0x6C && mention(at: token) < 0
  }

  private func endsInS(_ token: Int32) -> Bool {
    document.text[Int(scan.tokens[Int(token)].end) - 1] | 0x20 == 0x73
  }

  /// Whether a noun phrase follows and no preposition, mark or verb; strictly: one with an article.
  func hasObject(after token: Int32, strictly: Bool = false) -> Bool {
    var place = token
    while place < end, scan.tokens[Int(place)].kind == .word, isAdverb(place),
      !classes(place).contains(.determiner)
    { place += 1 }
    guard place < end else { return false }
    let item = scan.tokens[Int(place)]
    if item.kind == .punctuation { return item.mark == 0x28 || item.mark == 0x22 }
    if item.kind == .number { return true }
    let kind = classes(place)
    if strictly { return !kind.isDisjoint(with: [.determiner, .person]) }
    return kind.isDisjoint(with: [
      .preposition, .be, .modal, .auxiliary, .coordinator, .subordinator, .relative, .infinitive, .agentLink,
    ]) || (kind.contains(.determiner) && !kind.contains(.subordinator))
  }

  /// Whether a token is one of these words (in lower case).
  func isWord(_ token: Int32, _ words: StaticString...) -> Bool {
    guard token >= first, token < end, scan.tokens[Int(token)].kind == .word else { return false }
    let item = scan.tokens[Int(token)]
    return words.contains { word in
      word.utf8CodeUnitCount == Int(item.end - item.start)
        && word.withUTF8Buffer { bytes in
          bytes.indices.allSatisfy { document.text[Int(item.start) + $0] | 0x20 == bytes[$0] | 0x20 }
        }
    }
  }
}
