import Ingest
import Knowledge
import Linguistics

/// A word that ties two things, read with the verb forms and marks around it.
struct Tie {
  enum Kind: UInt8 {
    /// "associated with".
    case association
    /// "reduces X", "is prevented by", "an effect on", "is effective in".
    case effect
    /// "higher in", "decreased over time".
    case difference
  }
  var first: Int32
  var end: Int32
  var kind: Kind
  /// The predicate of its clause, not a noun or participle inside a phrase.
  var isPredicate: Bool
}

/// What a verb's form stands for in its sentence.
enum VerbUse {
  /// With an object: "reduces X".
  case transitive
  /// Without one: "decreased over time".
  case intransitive
  /// "was reduced"; `byAgent`: "was reduced by X".
  case passive, passiveByAgent
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
  /// The phrases of linking cues in the sentence; of two that overlap the longer.
  func linkingHits() -> [PhraseHit] {
    var found: [PhraseHit] = []
    for hit in scan.hits[hitRange] where hit.entry.kind == .cue {
      guard grammar.cues[Int(hit.entry.index)].category.isLinking else { continue }
      if found.contains(where: { $0.first <= hit.first && $0.end >= hit.end && $0.end - $0.first > hit.end - hit.first }) {
        continue
      }
      found.append(hit)
    }
    return found
  }

  /// The ties that the sentence states, in its order.
  func ties(in hits: [PhraseHit]) -> [Tie] {
    var ties: [Tie] = []
    for hit in hits {
      let role = grammar.cues[Int(hit.entry.index)]
      let kind: Tie.Kind
      switch role.category {
      case .association: kind = .association
      case .effect: kind = .effect
      case .difference: kind = .difference
      default: continue
      }
      var tie = Tie(first: hit.first, end: hit.end, kind: kind, isPredicate: false)
      switch hit.entry.form {
      case .fixed:
        if role.value == .adjective {
          tie.isPredicate = isPredicative(hit.first)
        } else if role.value == .none {
          tie.isPredicate = auxiliaryBefore(hit.first) != nil
        }
      default:
        switch use(of: hit, raisers: hits) {
        case .transitive, .passiveByAgent, .raised: tie.isPredicate = true
        case .participleClause, .gerund: break
        case .intransitive:
          tie.isPredicate = true
          if role.value == .change { tie.kind = .difference }
        case .passive:
          tie.isPredicate = true
          if role.value == .change { tie.kind = .difference }
        case .purpose: continue
        case .adjective, .noun:
          if kind == .association { continue }
          if role.value != .change { continue }
          tie.kind = .difference
        }
      }
      ties.append(tie)
    }
    return ties
  }

  /// What the form of the verb that begins at a phrase stands for.
  func use(of hit: PhraseHit, raisers: [PhraseHit]) -> VerbUse {
    let token = hit.first
    let before = skippingAdverbs(before: token)
    let beforeIsWord = before >= first && scan.tokens[Int(before)].kind == .word
    let kind: WordClasses = beforeIsWord ? classes(before) : []
    switch hit.entry.form {
    case .fixed: return .noun
    case .ing:
      if kind.contains(.be) { return hasObject(after: hit.end) ? .transitive : .intransitive }
      if beforeIsWord, !kind.isDisjoint(with: [.determiner]) { return .adjective }
      if beforeIsWord, !kind.isDisjoint(with: [.preposition]) { return .gerund }
      if before >= first, mark(before) == 0x2C { return .participleClause }
      return beforeIsWord && hasObject(after: hit.end) ? .participleClause : .gerund
    case .past:
      if kind.contains(.be) {
        return hit.end < end && isBy(after: hit.end) ? .passiveByAgent : .passive
      }
      if isHave(before) { return hasObject(after: hit.end) ? .transitive : .intransitive }
      if before < first || !beforeIsWord {
        return before >= first && mark(before) == 0x29 && hasObject(after: hit.end) ? .transitive : .adjective
      }
      if kind.contains(.coordinator) || mark(token - 1) == 0x2C {
        return hasObject(after: hit.end, strictly: true) ? .transitive : .adjective
      }
      if !kind.isDisjoint(with: [.determiner, .preposition, .infinitive, .finiteVerb, .modal]), kind.isDisjoint(with: [.pronoun]) {
        return .adjective
      }
      return hasObject(after: hit.end) ? .transitive : .intransitive
    case .third:
      if beforeIsWord, !kind.isDisjoint(with: [.determiner, .preposition, .genitive]),
        kind.isDisjoint(with: [.pronoun, .relative])
      {
        return .noun
      }
      if hit.end - hit.first > 1 { return .transitive }
      if hit.end < end, !classes(hit.end).isDisjoint(with: [.be, .modal, .auxiliary, .genitive]) { return .noun }
      return hasObject(after: hit.end) ? .transitive : .intransitive
    case .base:
      if kind.contains(.infinitive) {
        if let raiser = raisers.first(where: {
          $0.end == before + 1 && grammar.cues[Int($0.entry.index)].category == .raising
        }) {
          _ = raiser
          return .raised
        }
        return .purpose
      }
      if kind.contains(.modal) || isDo(before) {
        return hit.end - hit.first > 1 || hasObject(after: hit.end) ? .transitive : .intransitive
      }
      if raisers.contains(where: {
        $0.end == before + 1 && grammar.cues[Int($0.entry.index)].category == .raising
      }) {
        return .raised
      }
      if beforeIsWord, !kind.isDisjoint(with: [.determiner, .preposition, .genitive]),
        kind.isDisjoint(with: [.pronoun, .relative])
      {
        return .noun
      }
      if hit.end - hit.first > 1 { return .transitive }
      // "Peels reduce scars" but "a dose increase".
      return hasObject(after: hit.end, strictly: true) || (beforeIsWord && isPlural(before) && hasObject(after: hit.end))
        ? .transitive : .noun
    }
  }

  /// The last word before a token that is no adverb; `first - 1` where there is none.
  func skippingAdverbs(before token: Int32) -> Int32 {
    var place = token - 1
    while place >= first, scan.tokens[Int(place)].kind == .word, isAdverb(place) { place -= 1 }
    return place
  }

  func isAdverb(_ token: Int32) -> Bool {
    if classes(token).contains(.adverb) { return true }
    let item = scan.tokens[Int(token)]
    return item.end - item.start > 4 && document.text[Int(item.end) - 1] | 0x20 == 0x79
      && document.text[Int(item.end) - 2] | 0x20 == 0x6C && mention(at: token) < 0
  }

  private func isPlural(_ token: Int32) -> Bool {
    document.text[Int(scan.tokens[Int(token)].end) - 1] | 0x20 == 0x73
  }

  /// Whether a noun phrase follows, no preposition, mark or verb.
  func hasObject(after token: Int32, strictly: Bool = false) -> Bool {
    var place = token
    while place < end, scan.tokens[Int(place)].kind == .word, isAdverb(place),
      !(classes(place).contains(.determiner))
    { place += 1 }
    guard place < end else { return false }
    let item = scan.tokens[Int(place)]
    if item.kind == .punctuation { return item.mark == 0x28 || item.mark == 0x22 }
    if item.kind == .number { return true }
    let kind = classes(place)
    if strictly { return kind.contains(.determiner) || kind.contains(.person) }
    return kind.isDisjoint(with: [
      .preposition, .be, .modal, .auxiliary, .coordinator, .subordinator, .relative, .infinitive, .agentLink,
    ]) || (kind.contains(.determiner) && !kind.contains(.subordinator))
  }

  private func isPredicative(_ token: Int32) -> Bool { auxiliaryBefore(token) != nil }

  private func isBy(after token: Int32) -> Bool {
    let item = scan.tokens[Int(token)]
    return item.end - item.start == 2 && classes(token).contains(.agentLink)
      && document.text[Int(item.start)] | 0x20 == 0x62
  }

  private func isHave(_ token: Int32) -> Bool {
    guard token >= first, classes(token).contains(.auxiliary) else { return false }
    let item = scan.tokens[Int(token)]
    return document.text[Int(item.start)] | 0x20 == 0x68
  }

  private func isDo(_ token: Int32) -> Bool {
    var place = token
    if place >= first, classes(place).contains(.adverb) { place -= 1 }
    guard place >= first, classes(place).contains(.auxiliary) else { return false }
    return document.text[Int(scan.tokens[Int(place)].start)] | 0x20 == 0x64
  }
}
