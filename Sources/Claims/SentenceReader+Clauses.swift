import Knowledge
import Linguistics

extension SentenceReader {
  /// Cuts the sentence into clauses.
  func findClauses() {
    if !clauses.isEmpty { clauses.removeAll(keepingCapacity: true) }
    var start = first
    var kind = Clause.Kind.main
    var hasFinite = false
    var token = first
    // The cues that open a clause, in the order of the text.
    var opening = 0
    if !openers.isEmpty { openers.removeAll(keepingCapacity: true) }
    for cue in cues where cue.category == .condition || cue.category == .scopeEnd && cue.value != .clause {
      openers.append((cue.first, cue.category == .condition && cue.end > cue.first))
    }
    while token < end {
      while opening < openers.count, openers[opening].first < token { opening += 1 }

      var next: Clause.Kind?
      let item = scan.tokens[Int(token)]
      if item.kind == .punctuation {
        if item.mark == 0x3B || (item.mark == 0x2D && item.flags.contains(.spaceBefore)) || item.mark == 0x3F
          || item.mark == 0x21
        {
          close(&start, at: token + 1, &kind, as: .main, &hasFinite)
        } else if item.mark == 0x3A, hasFinite, ownSubjectFollows(token + 1) {
          close(&start, at: token + 1, &kind, as: .main, &hasFinite)
        } else if item.mark == 0x2C, kind == .condition {
          close(&start, at: token + 1, &kind, as: .main, &hasFinite)
        } else if item.mark == 0x2C, kind == .relative, hasFinite, finiteFollows(token + 1, within: 3) {
          // "X, which is popular, reduces …": the main clause goes on.
          close(&start, at: token + 1, &kind, as: .main, &hasFinite)
        } else if item.mark == 0x2C, hasFinite, ownSubjectFollows(token + 1) {
          close(&start, at: token + 1, &kind, as: .main, &hasFinite)
        }
      } else if item.kind == .word {
        let classes = classes(token)
        if covering(token) == nil {
          if opening < openers.count, openers[opening].first == token {
            let opensCondition =
              openers[opening].isCondition
              || (opening + 1 < openers.count
                && openers[opening + 1].first == token && openers[opening + 1].isCondition)
            next = opensCondition ? .condition : .subordinate
          } else if classes.contains(.relative), token > first {
            if classes.contains(.determiner) || classes.contains(.pronoun) && classes.contains(.subordinator)
            {
              // "that": after a word of saying it opens what is said, after a noun it is a relative pronoun.
              let before = self.classes(token - 1)
              if !before.isDisjoint(with: [.finiteVerb, .be]) || reportEnds(at: token) {
                next = .complement
              } else if token + 1 < end,
                verbs[Int(token + 1 - first)] != .none
                  || !self.classes(token + 1).isDisjoint(with: [.adverb, .modal, .be])
              {
                next = .relative
              }
            } else {
              next = .relative
            }
          } else if classes.contains(.coordinator), hasFinite, ownSubjectFollows(token + 1) {
            next = .main
          }
        }
        if let next {
          close(&start, at: token, &kind, as: next, &hasFinite)
        }
        if verbs[Int(token - first)] == .finite { hasFinite = true }
      }
      token += 1
    }
    if start < end { clauses.append(Clause(first: start, end: end, kind: kind)) }
    if clauses.isEmpty { clauses.append(Clause(first: first, end: end, kind: .main)) }
  }

  private func reportEnds(at token: Int32) -> Bool {
    cues.contains {
      ($0.category == .reported || $0.category == .vagueSource || $0.category == .denial
        || $0.category == .unknown)
        && ($0.end == token || $0.end == token + 1)
    }
  }

  private func close(
    _ start: inout Int32, at token: Int32, _ kind: inout Clause.Kind, as next: Clause.Kind,
    _ hasFinite: inout Bool
  ) {
    if token > start { clauses.append(Clause(first: start, end: token, kind: kind)) }
    start = token
    kind = next
    hasFinite = false
  }

  private func finiteFollows(_ token: Int32, within limit: Int32) -> Bool {
    var place = token
    while place < end, place < token + limit {
      if verbs[Int(place - first)] == .finite { return true }
      guard classes(place).contains(.adverb) else { return false }
      place += 1
    }
    return false
  }

  /// Whether a subject and a finite verb follow: a new clause begins. At most seven words, no mark between.
  private func ownSubjectFollows(_ token: Int32) -> Bool {
    var place = token
    var nominal = false
    while place < end, place < token + 8 {
      let item = scan.tokens[Int(place)]
      if item.kind == .punctuation { return false }
      if verbs[Int(place - first)] == .finite { return nominal }
      if verbs[Int(place - first)] != .none { return false }
      if item.kind == .word {
        let kind = classes(place)
        if !kind.isDisjoint(with: [.relative, .coordinator]) && !kind.contains(.pronoun) { return false }
        if kind.isDisjoint(with: [.adverb, .preposition, .connector]) || covering(place) != nil {
          nominal = true
        }
      }
      place += 1
    }
    return false
  }
}
