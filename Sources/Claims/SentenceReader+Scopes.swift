import Knowledge
import Linguistics

extension SentenceReader {
  /// Finds the tokens that each cue acts on.
  func findScopes() {
    hasScopeEnds = cues.contains { $0.category == .scopeEnd }
    for index in cues.indices {
      let cue = cues[index]
      if cue.category == .vagueSource || cue.category == .reported {
        // "…, which studies show to be gentle": what is called on backs the relative clause alone.
        let own = clauses[clause(of: cue.first)]
        cues[index].scopeFirst = own.kind == .relative ? own.first : first
        cues[index].scopeEnd = own.kind == .relative ? own.end : end
        continue
      }
      let scope = grammar.cues[Int(cue.cue)].scope
      let clause = clause(of: cue.first)
      switch scope {
      case .here:
        cues[index].scopeFirst = cue.first
        cues[index].scopeEnd = cue.end
      case .sentence:
        cues[index].scopeFirst = first
        cues[index].scopeEnd = end
      case .before:
        // A subject clause ("That X treats Y is a myth") belongs to it: back to the last break.
        var place = clause
        while place > 0,
          clauses[place].kind == .relative || clauses[place].kind == .complement
            || clauses[place].kind == .condition
        { place -= 1 }
        cues[index].scopeFirst = clauses[place].first
        cues[index].scopeEnd = cue.end
      case .phrase:
        cues[index].scopeFirst = cue.first
        cues[index].scopeEnd = trimmed(
          endOfPhrase(from: cue.end, clauseEnd: clauses[clause].end), from: cue.end)
      case .clause where cue.category.denies:
        cues[index].scopeFirst = isPassive(around: cue) ? subjectStart(of: cue.first) : cue.first
        cues[index].scopeEnd = scopeEnd(of: cue, verbsLeft: standsBeforeVerb(cue) ? 1 : 0)
      case .clause:
        cues[index].scopeFirst = cue.first
        cues[index].scopeEnd = endOfScope(of: cue, clause: clause)
      case .noun:
        cues[index].scopeFirst = cue.first
        cues[index].scopeEnd = scopeEnd(of: cue, verbsLeft: 0)
      case .withSubject:
        cues[index].scopeFirst = isExpletive(cue) ? cue.first : subjectStart(of: cue.first)
        cues[index].scopeEnd = scopeEnd(of: cue, verbsLeft: 0)
      }
      // Strength and hedging of a clause do not depend on the order of words.
      if scope == .clause, cue.category.isStrength || cue.category == .safety || cue.category == .approval {
        cues[index].scopeFirst = clauses[clause].first
      }
      if scope == .clause, cue.category == .warning {
        // "If you have vitiligo, avoid …", "avoid … if you have vitiligo": the condition belongs to the warning.
        // Not over a semicolon: "… if dark marks appear; it must not be used on pale ones".
        if clause > 0, clauses[clause - 1].kind == .condition, mark(clauses[clause].first - 1) != 0x3B {
          cues[index].scopeFirst = clauses[clause - 1].first
        }
        if clause + 1 < clauses.count, clauses[clause + 1].kind == .condition,
          cues[index].scopeEnd == clauses[clause].end
        {
          cues[index].scopeEnd = clauses[clause + 1].end
        }
      }
    }
  }

  /// "No cream cures …", "None of them …", "Perhaps it …": the verb of the clause is still to come.
  private func standsBeforeVerb(_ cue: ActiveCue) -> Bool {
    var token = cue.first
    while token < cue.end {
      if verb(token) == .finite { return false }
      token += 1
    }
    token = cue.first - 1
    while token >= first {
      let item = scan.tokens[Int(token)]
      if item.kind == .punctuation, item.mark != 0x22, item.mark != 0x27 { return true }
      if verb(token) != .none { return false }
      if !classes(token).isDisjoint(with: [.relative, .subordinator]),
        classes(token).isDisjoint(with: .preposition)
      {
        return true
      }
      if cues.contains(where: { $0.category == .scopeEnd && $0.first <= token && $0.end > token }) {
        return true
      }
      token -= 1
    }
    return true
  }

  /// "It is likely that …": nobody is spoken of before the cue.
  private func isExpletive(_ cue: ActiveCue) -> Bool {
    let start = subjectStart(of: cue.first)
    guard start < cue.first, classes(start).contains(.pronoun),
      scan.tokens[Int(start)].end - scan.tokens[Int(start)].start <= 5
    else { return false }
    for token in start + 1..<max(cue.first, start + 1)
    where classes(token).isDisjoint(with: [.be, .auxiliary, .modal, .adverb]) { return false }
    guard cue.end < end else { return false }
    return !classes(cue.end).isDisjoint(with: [.relative, .subordinator])
      || classes(cue.end - 1).contains(.relative)
      || classes(cue.end).contains(.infinitive) && !classes(cue.end - 1).contains(.infinitive)
  }

  /// The end of a noun phrase: a verb, a new preposition phrase with an agent, a comma that opens something else.
  private func endOfPhrase(from start: Int32, clauseEnd: Int32) -> Int32 {
    var token = start
    while token < clauseEnd {
      if verb(token) == .finite { break }
      if token > start, verb(token) == .nonfinite { break }
      let item = scan.tokens[Int(token)]
      if item.kind == .punctuation, item.mark == 0x2C || item.mark == 0x29 {
        // A list goes on over its commas.
        let before = mention(at: max(token - 1, first))
        let after = token + 1 < clauseEnd ? nextMention(from: token + 1, limit: 4) : nil
        guard before >= 0, let after, mentions[Int(before)].group == mentions[Int(after)].group else { break }
      }
      if token > start, classes(token).contains(.agentLink) { break }
      token += 1
    }
    return token
  }

  private func nextMention(from token: Int32, limit: Int32) -> Int32? {
    var place = token
    while place < end, place < token + limit {
      if mention(at: place) >= 0 { return mention(at: place) }
      place += 1
    }
    return nil
  }

  /// The end of what a cue on a verb denies or doubts: its clause, with the clauses that belong to it, but not a second verb
  /// group joined by "and".
  private func endOfScope(of cue: ActiveCue, clause: Int) -> Int32 {
    var last = clauses[clause].end
    var next = clause + 1
    while next < clauses.count {
      let kind = clauses[next].kind
      // "warned sellers who promote …"; behind a comma the relative clause only adds something.
      let isRestricting =
        kind == .relative
        && (cue.category == .advice
          || cue.category == .warning && mark(clauses[next].first - 1) != 0x2C
            && mark(clauses[next].first) != 0x2C)
      guard kind == .complement || isRestricting else { break }
      last = clauses[next].end
      next += 1
    }
    guard cue.category == .warning else { return last }
    // In the verb group of its own clause: a coordinated finite verb ends it.
    var seenVerb = false
    var token = cue.end
    while token < clauses[clause].end {
      if classes(token).contains(.coordinator) || mark(token) == 0x2C, seenVerb, token + 1 < end {
        var after = token + 1
        while after < end, classes(after).contains(.adverb) || classes(after).contains(.coordinator) {
          after += 1
        }
        if after < end, verb(after) == .finite, let indicator = indicators.first(where: { $0.first == after })
        {
          if indicator.form == .third || indicator.form == .past || indicator.voice == .imperative {
            return token
          }
        } else if after < end, verb(after) == .finite,
          !classes(after).isDisjoint(with: [.be, .modal, .auxiliary, .finiteVerb])
        {
          return token
        }
      }
      if verb(token) == .finite || verb(token) == .participle { seenVerb = true }
      token += 1
    }
    return last
  }

  /// Whether a cue of the category acts on the token.
  func acts(_ category: Cue.Category, on token: Int32) -> Bool {
    for cue in cues where cue.category == category && cue.covers(token) { return true }
    return false
  }
}

extension Cue.Category {
  /// Cues that deny or doubt what they act on: their scope is that of the words themselves.
  var denies: Bool { self == .negation || self == .absence || self == .hedge || self == .unknown }
}
