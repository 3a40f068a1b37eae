import Ingest
import Knowledge
import Linguistics

/// Finite verbs that are in no frame: told from nouns and participles by what stands beside them.
extension SentenceReader {
  /// Marks the forms of common verbs that are finite. Sure ones first; a past form that may as well be a participle is
  /// finite only where its stretch of the sentence has no other finite verb ("symptoms resolved" against "cells treated
  /// with X showed").
  func findCommonVerbs() {
    if !openVerbs.isEmpty { openVerbs.removeAll(keepingCapacity: true) }
    for token in first..<end where scan.tokens[Int(token)].kind == .word && verb(token) == .none {
      let kind = classes(token)
      guard !kind.isDisjoint(with: .anyVerb), covering(token) == nil else { continue }
      switch finiteness(of: token, kind) {
      case .finite: verbs[Int(token - first)] = .finite
      case .participle: verbs[Int(token - first)] = .participle
      case .open: openVerbs.append(token)
      case .no: break
      }
    }
    for token in openVerbs where !hasOtherFinite(beside: token) { verbs[Int(token - first)] = .finite }
  }

  private enum Finiteness { case finite, participle, open, no }

  private func finiteness(of token: Int32, _ kind: WordClasses) -> Finiteness {
    if kind.contains(.verbPast), let auxiliary = auxiliaryBefore(token) {
      return classes(auxiliary).contains(.modal) ? .no : .participle
    }
    var place = token - 1
    while place >= first, classes(place).contains(.adverb), scan.tokens[Int(place)].kind == .word {
      place -= 1
    }
    guard place >= first, !scan.tokens[Int(token)].flags.contains(.hyphenBefore) else { return .no }
    let before = scan.tokens[Int(place)]
    let beforeKind = classes(place)
    let isPronoun =
      beforeKind.contains(.pronoun) && !beforeKind.contains(.determiner) || beforeKind.contains(.relative)
    if before.kind == .word, !isPronoun,
      !beforeKind.isDisjoint(with: [
        .determiner, .preposition, .genitive, .infinitive, .be, .modal, .auxiliary, .subordinator,
        .coordinator,
      ]) || looksLikeAdjective(place)
    {
      // "and reduces": joined to a verb before it.
      guard beforeKind.contains(.coordinator), kind.contains(.verbThird), startsObject(token + 1) else {
        return .no
      }
      return .finite
    }
    if before.kind == .number { return .no }
    if token + 1 < end, !classes(token + 1).isDisjoint(with: [.be, .modal]) { return .no }
    if kind.contains(.verbThird) {
      if token + 1 < end, classes(token + 1).contains(.genitive) { return .no }
      if before.kind == .punctuation { return startsObject(token + 1) ? .finite : .open }
      return startsObject(token + 1) || isPronoun ? .finite : .open
    }
    if kind.contains(.verbPast) {
      if beforeKind.contains(.relative) || startsClauseOrObject(token + 1) && before.kind == .word {
        return .finite
      }
      if token + 1 < end, classes(token + 1).contains(.agentLink) {
        return isPronoun ? .finite : before.kind == .word ? .open : .no
      }
      return before.kind == .word || mark(place) == 0x29 ? .open : .no
    }
    if kind.contains(.verbBase) {
      // "Nor do we call it …": the auxiliary before the pronoun is the finite verb.
      if isPronoun {
        return place > first && !classes(place - 1).isDisjoint(with: [.modal, .auxiliary]) ? .no : .finite
      }
      return before.kind == .word && isPluralNoun(place) && startsObject(token + 1) ? .finite : .no
    }
    return .no
  }

  /// Whether a word opens what a verb takes: an article, a pronoun, a preposition, an adverb, "that".
  private func startsObject(_ token: Int32) -> Bool {
    guard token < end, scan.tokens[Int(token)].kind == .word else { return false }
    return !classes(token).isDisjoint(with: [
      .determiner, .pronoun, .preposition, .adverb, .relative, .infinitive, .subordinator,
    ])
  }

  private func startsClauseOrObject(_ token: Int32) -> Bool {
    guard token < end, scan.tokens[Int(token)].kind == .word else { return false }
    let kind = classes(token)
    return !kind.isDisjoint(with: [.determiner, .relative])
      || kind.isDisjoint(with: [.preposition, .coordinator, .subordinator, .infinitive, .adverb, .agentLink])
        && kind.isDisjoint(with: .anyVerb) && kind.isDisjoint(with: [.be, .modal, .auxiliary, .finiteVerb])
  }

  /// Whether another verb makes the stretch between two marks a clause.
  private func hasOtherFinite(beside token: Int32) -> Bool {
    func isBorder(_ place: Int32) -> Bool {
      let item = scan.tokens[Int(place)]
      if item.kind == .punctuation { return item.mark != 0x2D && item.mark != 0x22 && item.mark != 0x27 }
      return !classes(place).isDisjoint(with: [.relative, .subordinator])
    }
    var place = token + 1
    while place < end, !isBorder(place) {
      if verb(place) == .finite { return true }
      place += 1
    }
    let commaAfter = place < end && mark(place) == 0x2C
    place = token - 1
    while place >= first, !isBorder(place) {
      if verb(place) == .finite {
        return !(place + 1..<token).contains { classes($0).contains(.coordinator) }
      }
      place -= 1
    }
    // "…, spots included, …": between two commas it stands apart.
    return commaAfter && place >= first && mark(place) == 0x2C
  }

  /// A word that ends in s as plurals do.
  func isPluralNoun(_ token: Int32) -> Bool {
    let item = scan.tokens[Int(token)]
    guard item.kind == .word, item.end - item.start > 3 else { return false }
    let text = document.text
    let last = text[Int(item.end) - 1] | 0x20
    let beforeLast = text[Int(item.end) - 2] | 0x20
    return last == 0x73 && beforeLast != 0x73 && beforeLast != 0x75 && beforeLast != 0x69
  }

  /// A word with an ending of adjectives that no plural or verb has.
  func looksLikeAdjective(_ token: Int32) -> Bool {
    let item = scan.tokens[Int(token)]
    guard item.kind == .word, item.end - item.start > 4, covering(token) == nil else { return false }
    func ends(_ suffix: StaticString) -> Bool {
      suffix.withUTF8Buffer { suffix in
        suffix.indices.allSatisfy {
          document.text[Int(item.end) - suffix.count + $0] | 0x20 == suffix[$0]
        }
      }
    }
    return ends("ous") || ends("ive") || ends("ble") || ends("ical") || ends("ional") || ends("ary")
      || ends("ular")
  }
}
