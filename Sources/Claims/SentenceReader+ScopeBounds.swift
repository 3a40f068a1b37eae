import Ingest
import Knowledge
import Linguistics

/// How far to the right the words reach that a cue denies or doubts. The borders follow the annotation of the BioScope corpus (Vincze
/// and others 2008): a cue on a verb reaches to the end of its clause, and from the subject on where the verb is passive or
/// speaks of its subject ("X seems to …"); a determiner or noun reaches over its phrase and what hangs on it.
extension SentenceReader {
  /// The token after the last one that the cue acts on.
  ///
  /// - Parameter verbsLeft: finite verb groups that may still come: 1 for a cue before the verb of its clause, 0 for
  ///   one behind it.
  func scopeEnd(of cue: ActiveCue, verbsLeft: Int) -> Int32 {
    var allowed = verbsLeft
    // Finite verbs that a relative pronoun or a subordinator has announced.
    var licensed = isReportVerb(cue) ? 1 : 0
    let isFragment = isFragment(cue)
    var token = cue.end
    var group = verbGroup(at: cue)
    while token < end {
      let item = scan.tokens[Int(token)]
      if item.kind == .punctuation {
        switch item.mark {
        case 0x3B, 0x29, 0x5D: return trimmed(token, from: cue.end)
        case 0x3A where item.start > 0 && token + 1 < end: return trimmed(token, from: cue.end)
        case 0x2D where item.flags.contains(.spaceBefore): return trimmed(token, from: cue.end)
        case 0x28, 0x5B:
          let close = closing(token)
          if close + 1 >= end || isBorder(close + 1) { return trimmed(token, from: cue.end) }
          token = close + 1
          continue
        case 0x2E where onlyClosersFollow(token), 0x3F where onlyClosersFollow(token),
          0x21 where onlyClosersFollow(token):
          return trimmed(token, from: cue.end)
        case 0x2C:
          if isFragment || commaEnds(at: token, cue: cue, seenVerb: allowed == 0) {
            return trimmed(token, from: cue.end)
          }
        default: break
        }
      } else if item.kind == .word, covering(token) == nil || !isInsideName(token) {
        let kind = classes(token)
        if token > cue.end || !isReportVerb(cue), endsScope(at: token) {
          return trimmed(token, from: cue.end)
        }
        if kind.contains(.relative) || kind.contains(.subordinator) && followedByClause(token) {
          licensed += 1
        } else if kind.contains(.coordinator) {
          if joinsVerb(after: token, cue: cue, seenVerb: allowed == 0) {
            return trimmed(token, from: cue.end)
          }
          if isFragment, finiteFollows(token) { return trimmed(token, from: cue.end) }
        }
        if verb(token) == .finite {
          let sameGroup =
            group >= 0
            && (isBareForm(token)
              || (group + 1..<token).allSatisfy { classes($0).contains(.adverb) || verb($0) == .finite })
          if !sameGroup {
            if licensed > 0 {
              licensed -= 1
            } else if allowed > 0 {
              allowed -= 1
            } else {
              return trimmed(token, from: cue.end)
            }
          }
          group = token
        }
      }
      token += 1
    }
    return trimmed(end, from: cue.end)
  }

  /// The last token of the verb group that the cue stands in, or -1.
  private func verbGroup(at cue: ActiveCue) -> Int32 {
    for token in cue.first..<cue.end where verb(token) == .finite { return cue.end - 1 }
    var token = cue.first - 1
    while token >= first, scan.tokens[Int(token)].kind == .word {
      if verb(token) == .finite { return cue.end - 1 }
      guard classes(token).contains(.adverb) else { return -1 }
      token -= 1
    }
    return -1
  }

  /// "suggests", "indicate": what is said may follow without "that".
  private func isReportVerb(_ cue: ActiveCue) -> Bool {
    cue.end > cue.first && !classes(cue.end - 1).isDisjoint(with: .anyVerb)
      && classes(cue.end - 1).isDisjoint(with: [.be, .modal, .auxiliary])
      || cue.end > cue.first && !classes(cue.end - 1).isDisjoint(with: [.relative, .subordinator])
  }

  /// "A, but not B, …", "but not in C": a denial without a verb of its own.
  private func isFragment(_ cue: ActiveCue) -> Bool {
    guard cue.category == .negation, cue.first > first, verb(cue.first) == .none,
      grammar.cues[Int(cue.cue)].scope == .clause
    else { return false }
    let before = cue.first - 1
    guard
      mark(before) == 0x2C || mark(before) == 0x28 || classes(before).contains(.coordinator)
        || cues.contains(where: { $0.category == .scopeEnd && $0.end == cue.first })
    else { return false }
    var token = cue.end
    while token < end, token < cue.end + 3 {
      if verb(token) != .none || !classes(token).isDisjoint(with: .anyVerb) { return false }
      if classes(token).isDisjoint(with: [.adverb]) { break }
      token += 1
    }
    return true
  }

  func isInsideName(_ token: Int32) -> Bool {
    guard let place = covering(token) else { return false }
    return mentions[Int(place)].reference == .none && !mentions[Int(place)].isGeneric
  }

  /// Whether a cue that ends scopes begins here ("but", "although", "because").
  func endsScope(at token: Int32) -> Bool {
    hasScopeEnds
      && cues.contains {
        $0.category == .scopeEnd && $0.first == token && ($0.value != .clause || clauseFollows($0.end))
      } && !cues.contains { $0.category == .listing && $0.first <= token && $0.end > token }
  }

  private func isBorder(_ token: Int32) -> Bool {
    if endsScope(at: token) { return true }
    let item = scan.tokens[Int(token)]
    guard item.kind == .punctuation else { return false }
    return item.mark == 0x3B || item.mark == 0x3A || item.mark == 0x29
      || (item.mark == 0x2E || item.mark == 0x3F || item.mark == 0x21) && onlyClosersFollow(token)
      || item.mark == 0x28 || item.mark == 0x5B
      || (item.mark == 0x2C && commaEnds(at: token, cue: nil, seenVerb: true))
  }

  private func onlyClosersFollow(_ token: Int32) -> Bool {
    var place = token + 1
    while place < end {
      let item = scan.tokens[Int(place)]
      guard item.kind == .punctuation || item.kind == .number && !item.flags.contains(.spaceBefore) else {
        return false
      }
      place += 1
    }
    return true
  }

  /// The place of the bracket that closes the one at `token`, or the last token.
  private func closing(_ token: Int32) -> Int32 {
    var depth = 0
    var place = token
    while place < end {
      switch mark(place) {
      case 0x28, 0x5B: depth += 1
      case 0x29, 0x5D:
        depth -= 1
        if depth == 0 { return place }
      default: break
      }
      place += 1
    }
    return end - 1
  }

  /// Whether the comma opens something that the clause's cues do not reach: another clause, a relative clause that adds, a
  /// participle that comments ("…, suggesting that").
  private func commaEnds(at token: Int32, cue: ActiveCue?, seenVerb: Bool) -> Bool {
    var next = token + 1
    while next < end, scan.tokens[Int(next)].kind == .word,
      !classes(next).isDisjoint(with: [.adverb, .connector]), verb(next) != .finite
    { next += 1 }
    guard next < end else { return true }
    if scan.tokens[Int(next)].kind != .word { return false }
    if endsScope(at: next) || endsScope(at: token + 1) { return true }
    let kind = classes(next)
    if kind.contains(.relative), !kind.contains(.determiner) { return true }
    if kind.contains(.coordinator) {
      return joinsVerb(after: next, cue: cue, seenVerb: seenVerb)
    }
    guard seenVerb else { return false }
    if kind.contains(.verbIng),
      indicatorAt(next, isVerbIn: .nonfinite) || kind.isDisjoint(with: [.preposition])
    {
      return !isListItem(next)
    }
    // "did not, in our view, improve": the bare form belongs to the verb before.
    if verb(next) == .finite { return !isBareForm(next) }
    return clauseFollows(next)
  }

  private func isBareForm(_ token: Int32) -> Bool {
    let place = indicator(at: token)
    return place >= 0 ? indicators[Int(place)].form == .base : classes(token).contains(.verbBase)
  }

  private func indicatorAt(_ token: Int32, isVerbIn voice: Indicator.Voice) -> Bool {
    let place = indicator(at: token)
    return place >= 0 && indicators[Int(place)].voice == voice
  }

  /// Whether the word belongs to a list of like words ("burning, itching and stinging").
  private func isListItem(_ token: Int32) -> Bool {
    guard token + 1 < end else { return true }
    return mark(token + 1) == 0x2C || classes(token + 1).contains(.coordinator)
      || !isBeforeObject(token)
  }

  private func isBeforeObject(_ token: Int32) -> Bool {
    guard token + 1 < end, scan.tokens[Int(token + 1)].kind == .word else { return false }
    return true
  }

  /// Whether a subject with a finite verb of its own follows before the next mark.
  private func clauseFollows(_ token: Int32) -> Bool {
    var place = token
    var announced = 0
    if token < end, classes(token).isDisjoint(with: [.determiner, .pronoun]),
      !classes(token).isDisjoint(with: [.preposition, .adverb, .infinitive]), covering(token) == nil
    {
      return false
    }
    while place < end, place < token + 16 {
      let item = scan.tokens[Int(place)]
      if item.kind == .punctuation {
        if item.mark == 0x28 || item.mark == 0x5B {
          place = closing(place) + 1
          continue
        }
        return false
      }
      let kind = classes(place)
      if place > token, !kind.isDisjoint(with: [.relative, .subordinator]) { announced += 1 }
      if verb(place) == .finite {
        if announced == 0 { return place > token }
        announced -= 1
      }
      place += 1
    }
    return false
  }

  private func finiteFollows(_ token: Int32) -> Bool {
    var place = token + 1
    while place < end, scan.tokens[Int(place)].kind == .word, classes(place).contains(.adverb) { place += 1 }
    return place < end && verb(place) == .finite
  }

  /// Subordinators that are prepositions as well ("after", "before") count where a clause follows.
  private func followedByClause(_ token: Int32) -> Bool { clauseFollows(token + 1) }

  /// Whether "and" or "or" joins another verb group or clause: "does not cure acne and may irritate". A bare form goes on
  /// with what the cue denies ("does not soothe or heal").
  private func joinsVerb(after token: Int32, cue: ActiveCue?, seenVerb: Bool) -> Bool {
    guard seenVerb else { return false }
    var next = token + 1
    while next < end, scan.tokens[Int(next)].kind == .word, classes(next).contains(.adverb) { next += 1 }
    guard next < end, scan.tokens[Int(next)].kind == .word else { return false }
    if verb(next) == .finite {
      let kind = classes(next)
      if !kind.isDisjoint(with: [.be, .modal, .auxiliary]) { return true }
      let place = indicator(at: next)
      if place >= 0,
        indicators[Int(place)].form == .base || indicators[Int(place)].form == .past && isPassive(cue)
      {
        return false
      }
      return kind.isDisjoint(with: .verbBase) && !(kind.contains(.verbPast) && isPassive(cue))
    }
    return clauseFollows(next)
  }

  private func isPassive(_ cue: ActiveCue?) -> Bool {
    guard let cue else { return false }
    return isPassive(around: cue)
  }

  /// Takes what joins to the next clause off the end.
  func trimmed(_ stop: Int32, from start: Int32) -> Int32 {
    var token = stop
    while token > start {
      let item = scan.tokens[Int(token - 1)]
      if item.kind == .punctuation,
        item.mark == 0x2C || item.mark == 0x2E || item.mark == 0x3F || item.mark == 0x21
      {
        token -= 1
      } else if classes(token - 1).contains(.coordinator), token < end {
        token -= 1
      } else if token < end, mark(token) == 0x2C || token - 1 > start, mark(token - 1) == 0,
        classes(token - 1).contains(.connector), !classes(token - 1).contains(.adverb)
      {
        token -= 1
      } else {
        break
      }
    }
    return token
  }
}
