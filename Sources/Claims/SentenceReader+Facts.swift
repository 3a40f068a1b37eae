import Ingest
import Knowledge
import Linguistics

/// What can be counted of a treatment, and what limits the sentence.
extension SentenceReader {
  /// Records the facts and limits of the sentence at hand.
  /// - Parameter firstMention: the place of the sentence's first one in `DocumentReading.mentions`.
  func readFacts(_ sentence: Int32, firstMention: Int) {
    var facts = FactSentence(self)
    defer { factHits = facts.hits }
    guard !facts.hits.isEmpty || !mentions.isEmpty else { return }
    recordVariants(facts, firstMention)
    let opensWithTime =
      !classes(first).isDisjoint(with: [.preposition]) && facts.hits.contains { $0.word.isTime }
    let mayHoldFacts = facts.speaksOfFacts && !isHeading && !isOpen(facts)
    if opensWithTime || mayHoldFacts { facts.findAmounts() }
    recordLimits(facts, sentence)
    guard mayHoldFacts else { return }
    recordDowntime(facts, sentence)
    recordSessions(facts, sentence)
    recordLasting(facts, sentence)
    recordInterval(facts, sentence)
    recordContent(facts, sentence)
    recordDepth(facts, sentence)
    recordOnset(facts, sentence)
    recordFeeling(facts, sentence)
    recordUselessness(facts, sentence)
    recordSuitability(facts, sentence)
  }

  /// Asked, conditional, doubted or told of others: nothing is said flatly.
  private func isOpen(_ facts: FactSentence) -> Bool {
    if isQuestion { return true }
    return cues.contains { cue in
      switch cue.category {
      case .unknown, .condition, .denial, .reported, .vagueSource: return true
      case .hedge:
        // "may have" gives leave.
        return cue.value == .doubt
          && !facts.hits.contains { $0.word == .word(.suited) && $0.first <= cue.first && $0.end >= cue.end }
      default: return false
      }
    }
  }

  // MARK: Of whom it is said

  /// The one treatment that a fact is about; nil where there are several, or nothing tells.
  private func factAgent(_ facts: FactSentence) -> (agent: Participant, variant: UInt32)? {
    let named = mentions.filter {
      $0.roles.contains(.agent) && $0.concept >= 0 && !$0.roles.contains(.exposure) && !$0.isCompared
    }
    if let only = named.first {
      guard named.allSatisfy({ $0.concept == only.concept }) else { return nil }
      var agent = participant(only)
      if case .one(let concept) = onlyTreatment, concept != only.concept, only.first > first,
        classes(only.first - 1).contains(.determiner),
        grammar.knowledge.concepts[Int(concept)].ancestors.contains(where: {
          $0.concept.rawValue == only.concept
        })
      {
        // "the peel", where the text names but one peel.
        agent.concept = concept
        return (agent, 0)
      }
      return (agent, variant(of: only, facts))
    }
    // "our serum": a product without a name that the rules know is not told from others.
    if mentions.contains(where: { $0.isGeneric }) { return nil }
    let reference = mentions.first {
      $0.roles.contains(.agent) && $0.reference != .none && $0.reference != .condition
    }
    if let reference {
      let meant = discourse.agents(for: reference.reference)
      if meant.count == 1, meant[0].concept >= 0 { return (meant[0], 0) }
    }
    guard speaksInGeneral(facts) else { return nil }
    switch onlyTreatment {
    case .several: return nil
    case .none: return (.nobody, 0)
    case .one(let concept):
      return (
        Participant(
          concept: concept, origin: .topic, deviation: nil, movesQuantity: -1, moves: nil,
          range: ByteRange(0, 0)), 0
      )
    }
  }

  /// Whether the sentence may speak of a treatment that it does not name: its subject is none of its own ("waxing hurts"
  /// speaks of waxing).
  private func speaksInGeneral(_ facts: FactSentence) -> Bool {
    func isFactWord(_ token: Int32) -> Bool {
      facts.hits.contains {
        if case .limit = $0.word { return false }
        return $0.first <= token && $0.end > token
      }
    }
    if scan.tokens[Int(first)].kind == .number { return true }
    if !classes(first).isDisjoint(with: [.determiner, .person]), !isFactWord(first) {
      return (first + 1..<min(end, first + 4)).contains {
        isFactWord($0) || classes($0).contains(.person)
      }
    }
    let general: WordClasses = [
      .determiner, .pronoun, .person, .preposition, .subordinator, .connector, .adverb, .opener, .modal, .be,
      .auxiliary, .verbBase,
    ]
    return isFactWord(first) || !classes(first).isDisjoint(with: general)
  }

  // MARK: What is counted

  func add(
    _ kind: Fact.Kind, _ facts: FactSentence, _ sentence: Int32, from: Int32, to: Int32, low: Double,
    high: Double, target: Int32 = -1, variant: UInt32? = nil, agent: Participant? = nil
  ) {
    guard let meant = agent.map({ ($0, variant ?? 0) }) ?? factAgent(facts) else { return }
    result.facts.append(
      Fact(
        kind: kind, sentence: sentence, range: byteRange(from, to), agent: meant.0,
        variant: variant ?? meant.1,
        target: target, low: low, high: high))
  }

  /// "no", "without any": denial just before a word.
  func isDenied(_ token: Int32) -> Bool {
    cues.contains { cue in
      cue.category == .negation
        && (cue.end <= token && token - cue.end <= 2 || cue.scopeFirst <= token && cue.scopeEnd > token)
    }
  }

  /// "No downtime", "downtime of a week", "a week at home".
  private func recordDowntime(_ facts: FactSentence, _ sentence: Int32) {
    if let hit = facts.hits.first(where: { $0.word == .word(.noDowntime) }) {
      // "little to no recovery" is some; a "no" of its own denies nothing.
      let isQualified =
        hit.first > first && !classes(hit.first - 1).isDisjoint(with: [.infinitive, .coordinator])
      if !isQualified, !isDenied(hit.end - 1, exceptAt: hit) {
        add(.downtime, facts, sentence, from: hit.first, to: hit.end, low: 0, high: 0)
      }
      return
    }
    let times = facts.amounts.filter { $0.measure == .time }
    if let hit = facts.hits.first(where: { $0.word == .word(.downtime) }) {
      if let name = mentions.first(where: {
        $0.first < hit.first && $0.end >= hit.end && $0.roles.contains(.outcome)
      }) {
        // "no downtime" has a name of its own.
        add(.downtime, facts, sentence, from: name.first, to: name.end, low: 0, high: 0)
      } else if let before = denial(before: hit.first) {
        add(
          .downtime, facts, sentence, from: before, to: hit.end, low: 0, high: 0)
      } else if let time = times.first, times.count == 1,
        abs(time.first - hit.end) <= 8 || abs(hit.first - time.end) <= 4, !isDenied(time.first)
      {
        add(
          .downtime, facts, sentence, from: min(hit.first, time.first), to: max(hit.end, time.end),
          low: time.low,
          high: time.high)
      }
      return
    }
    for hit in facts.hits where hit.word == .word(.away) {
      guard let time = times.first(where: { $0.end == hit.first }), !isDenied(hit.first) else { continue }
      add(
        .downtime, facts, sentence, from: time.first, to: hit.end, low: time.low, high: time.high)
      return
    }
  }

  /// The first token of a word that denies the noun at a token: "no", "without any".
  private func denial(before token: Int32) -> Int32? {
    cues.first { cue in
      cue.category == .negation && cue.end <= token && token - cue.end <= 1
        && (cue.value == .noun || grammar.cues[Int(cue.cue)].scope == .phrase)
    }?.first
  }

  /// "It takes six visits", "a course of 4 to 6 sessions", "a single session is enough".
  private func recordSessions(_ facts: FactSentence, _ sentence: Int32) {
    let amounts = facts.amounts.filter { $0.measure == .sessions }
    guard let first = amounts.first, amounts.allSatisfy({ $0.low == first.low && $0.high == first.high }),
      facts.has(.need) || facts.has(.series), !facts.has(.every) || facts.has(.series),
      let amount = amounts.first(where: { saysHowMany($0, facts) && !isDenied($0.first) })
    else { return }
    add(.sessions, facts, sentence, from: amount.first, to: amount.end, low: amount.low, high: amount.high)
  }

  /// "after six sessions", "one session a month" do not say how many it takes.
  private func saysHowMany(_ amount: FactSentence.Amount, _ facts: FactSentence) -> Bool {
    if amount.end < end, classes(amount.end).contains(.preposition), facts.hit(.every, at: amount.end) != nil
    {
      return false
    }
    func hit(_ word: FactWord.Word, endsAt token: Int32) -> Bool {
      facts.hits.contains { $0.end == token && $0.word == .word(word) }
    }
    var before = amount.first - 1
    while before > first, hit(.about, endsAt: before + 1),
      classes(before).isDisjoint(with: [.genitive, .agentLink])
    {
      before -= 1
    }
    guard before >= first, !classes(before).isDisjoint(with: [.preposition, .subordinator]) else {
      return true
    }
    return classes(before).contains(.genitive) || hit(.need, endsAt: before + 1)
      || hit(.series, endsAt: before + 1)
  }

  /// "The results last six months", "results are permanent", "the effect is temporary", "top-ups".
  private func recordLasting(_ facts: FactSentence, _ sentence: Int32) {
    for hit in facts.hits {
      guard case .word(let word) = hit.word else { continue }
      switch word {
      case .lasting:
        guard
          let time = facts.amounts.first(where: {
            $0.measure == .time && $0.first >= hit.end && $0.first - hit.end <= 3
          }), time.high >= 1, isResult(before: hit.first, facts), !isDenied(hit.first)
        else { continue }
        add(
          .lasting, facts, sentence, from: hit.first, to: time.end, low: time.low, high: time.high)
        return
      case .permanent where isResult(before: hit.first, facts) || isResult(after: hit.end, facts):
        let isDenied =
          isDenied(hit.first) && !facts.hits.contains { $0.first <= hit.first && $0.end > hit.end }
        add(
          .lasting, facts, sentence, from: hit.first, to: hit.end, low: isDenied ? 0 : Fact.forever,
          high: isDenied ? Fact.forever / 2 : Fact.forever)
        if !isDenied { promiseForEver(hit) }
        return
      case .permanent where isSaidOfTreatment(sentence) && !isDenied(hit.first):
        add(
          .lasting, facts, sentence, from: hit.first, to: hit.end, low: Fact.forever, high: Fact.forever)
        return
      case .temporary where isResult(before: hit.first, facts) || isResult(after: hit.end, facts):
        if isDenied(hit.first) && !facts.hits.contains(where: { $0.first < hit.first && $0.end >= hit.end }) {
          continue
        }
        add(
          .lasting, facts, sentence, from: hit.first, to: hit.end, low: 0, high: Fact.forever / 2)
        return
      case .returns where !isDenied(hit.first) && !speaksOfConditions:
        if let time = facts.amounts.first(where: {
          $0.measure == .time && $0.first >= hit.end && $0.first - hit.end <= 2
        }), time.high >= 1, isResult(before: hit.first, facts) {
          add(
            .lasting, facts, sentence, from: hit.first, to: time.end, low: time.low, high: time.high)
          return
        }
        add(
          .lasting, facts, sentence, from: hit.first, to: hit.end, low: 0, high: Fact.forever / 2)
        return
      default: continue
      }
    }
  }

  /// "The effects of fillers last for ever": promises without end, where no other words of the sentence did.
  private func promiseForEver(_ hit: FactSentence.Hit) {
    let subject = treatment(near: hit.first) ?? (mentions.allSatisfy { $0.roles == .outcome } ? .nobody : nil)
    guard isPutForward(hit.first, hit.end), let agent = subject else { return }
    let sentence = byteRange(first, end)
    let words = byteRange(hit.first, hit.end)
    // "It is permanent": evidence judges the outcome.
    let isOutcome = result.claims.reversed().prefix { $0.range.start >= sentence.start }.contains {
      $0.target.range.overlaps(words)
    }
    if isOutcome { return }
    if let last = result.promises.last, last.range.overlaps(sentence) { return }
    result.promises.append(
      Promise(
        kind: .endless, range: words, agent: agent, target: .nobody))
  }

  /// Whether the subject before a verb is a result, or the treatment itself: nothing but these, prepositions and
  /// adverbs stands before it.
  private func isResult(before token: Int32, _ facts: FactSentence) -> Bool {
    var place = token - 1
    var steps = 0
    while place >= first, steps < 7 {
      let named = mention(at: place)
      // "Fillers last for ever": words of an outcome begin with the verb.
      if named >= 0, mentions[Int(named)].roles.contains(.outcome), mentions[Int(named)].end > token {
        place = mentions[Int(named)].first - 1
        continue
      }
      if facts.hits.contains(where: { $0.word == .word(.result) && $0.end == place + 1 }) { return true }
      let owner = mention(at: place)
      if owner >= 0 {
        let mention = mentions[Int(owner)]
        if mention.roles.contains(.agent) && mention.reference != .condition {
          // "results of the laser", or the laser as subject; no "side effects of the laser".
          let start = clauses.isEmpty ? first : clauses[clause(of: place)].first
          return !mentions.contains {
            $0.roles.contains(.harm) && $0.first >= start && $0.end <= mention.first
          }
        }
        return false
      }
      let kind = classes(place)
      let passes: WordClasses = [
        .be, .auxiliary, .modal, .adverb, .determiner, .person, .genitive, .place, .preposition, .connector,
      ]
      // "The results last for ever": the verb itself.
      let isLasting = facts.hits.contains {
        $0.word == .word(.lasting) && $0.first <= place && $0.end > place
      }
      if scan.tokens[Int(place)].kind != .word || kind.isDisjoint(with: passes) && !isLasting { return false }
      place -= 1
      steps += 1
    }
    return false
  }

  /// "It removes hair for good": the sentence says that a named agent treats something.
  private func isSaidOfTreatment(_ sentence: Int32) -> Bool {
    result.claims.reversed().prefix { $0.sentence == sentence }.contains {
      ($0.relation == .treats || $0.relation == .decreases) && !$0.negated && $0.agent.origin == .named
        && $0.agent.concept >= 0
    }
  }

  /// "The acne is gone" says nothing of how long the result lasts.
  private var speaksOfConditions: Bool {
    mentions.contains { $0.roles.contains(.condition) && $0.reference == .none }
  }

  /// "permanent results".
  private func isResult(after token: Int32, _ facts: FactSentence) -> Bool {
    token < end && facts.hit(.result, at: token) != nil
  }

  /// "four weeks apart", "every four weeks".
  private func recordInterval(_ facts: FactSentence, _ sentence: Int32) {
    // What comes once in half a year keeps up a result, and is no part of the course.
    let times = facts.amounts.filter { $0.measure == .time && $0.high <= 120 }
    let isCourse = facts.has(.session) || facts.has(.repeat)
    for hit in facts.hits {
      if hit.word == .word(.apart), let time = times.first(where: { $0.end == hit.first }) {
        add(
          .interval, facts, sentence, from: time.first, to: hit.end, low: time.low, high: time.high)
        return
      }
      guard isCourse, hit.word == .word(.every) else { continue }
      if let time = times.first(where: { $0.first == hit.end }) {
        add(
          .interval, facts, sentence, from: hit.first, to: time.end, low: time.low, high: time.high)
        return
      }
      // "every week".
      for unit in facts.hits where unit.first == hit.end {
        guard case .time(let days) = unit.word, days <= 120 else { continue }
        add(
          .interval, facts, sentence, from: hit.first, to: unit.end, low: days, high: days)
        return
      }
    }
  }
}
