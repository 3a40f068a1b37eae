import Ingest
import Knowledge
import Linguistics

extension SentenceReader {
  // MARK: From mentions to participants

  /// Whom a mention means in the given role: itself, the members of its coordination, or what it refers to.
  func participants(of place: Int32, as role: Grammar.Roles) -> [Participant] {
    let mention = mentions[Int(place)]
    if mention.reference != .none {
      let range = byteRange(mention.first, mention.end)
      if mention.reference != .condition || role.isDisjoint(with: .agent),
        let inside = antecedent(before: mention.first, role: role)
      {
        return participants(of: inside, as: role).map { participant in
          var participant = participant
          participant.origin = .reference
          participant.range = range
          return participant
        }
      }
      if role.contains(.agent), mention.roles.contains(.agent) {
        return discourse.agents(for: mention.reference).filter { canBeCalled($0, by: mention) }.map { agent in
          var agent = agent
          agent.range = range
          return agent
        }
      }
      if let condition = discourse.condition ?? topicParticipant() {
        var condition = condition
        condition.origin = .reference
        condition.range = range
        return [condition]
      }
      return []
    }
    var found: [Participant] = []
    for other in mentions where other.group == mention.group && other.reference == .none {
      if other.isListingHead && mentions.contains(where: { $0.group == other.group && !$0.isListingHead }) {
        continue
      }
      guard fits(other, role) else { continue }
      found.append(participant(other))
    }
    if found.isEmpty { found = [participant(mention)] }
    return found
  }

  /// Whether a referring noun fits an agent: "the procedure" fits any, "the peel" only what is called a peel.
  private func canBeCalled(_ agent: Participant, by mention: Mention) -> Bool {
    guard !mention.reference.isPronoun, agent.concept >= 0,
      cues.contains(where: {
        $0.first == mention.first && $0.end == mention.end
          && grammar.knowledge.cues[Int($0.cue)].value == "named"
      })
    else { return true }
    let token = scan.tokens[Int(mention.end) - 1]
    var noun = document.text[Int(token.start)..<Int(token.end)].map { $0 | 0x20 }
    if noun.count > 3, noun.last == 0x73 { noun.removeLast() }
    let concept = grammar.knowledge.concepts[Int(agent.concept)]
    let names =
      [concept.label] + concept.synonyms
      + concept.ancestors.map { grammar.knowledge.concepts[$0.concept.int].label }
    return names.contains { name in
      let bytes = Array(name.lowercased().utf8)
      return bytes.indices.contains { bytes[$0...].starts(with: noun) }
    }
  }

  /// What a pronoun means in its own sentence: the nearest mention of the role in a clause before it.
  func antecedent(before token: Int32, role: Grammar.Roles) -> Int32? {
    guard !clauses.isEmpty else { return nil }
    let clause = clauses[clause(of: token)]
    var start = clause.first
    // An object may mean what its own clause named before ("take aim at X and reverse it").
    if (clause.first..<token).contains(where: { verb($0) == .finite }) { start = token }
    guard start > first else { return nil }
    var found: Int32?
    for (place, mention) in mentions.enumerated() where mention.end <= start && mention.first < token {
      if mention.reference == .none, !mention.isCompared, !mention.isGeneric, fits(mention, role),
        !mention.isListingHead
      {
        found = Int32(place)
      }
    }
    return found
  }

  /// Whether a mention stands in a list with words that are no mentions.
  func isListed(_ mention: Mention) -> Bool {
    let before = mention.first > first ? mention.first - 1 : nil
    let after = mention.end < end ? mention.end : nil
    let joinsBefore = before.map { mark($0) == 0x2C || classes($0).contains(.coordinator) } ?? false
    let joinsAfter = after.map { mark($0) == 0x2C || classes($0).contains(.coordinator) } ?? false
    return joinsBefore && joinsAfter
  }

  /// "contains no hydroquinone": what is said not to be in it is not what the text goes on about.
  func isAbsent(_ mention: Mention) -> Bool {
    cues.contains {
      $0.category == .negation && $0.end <= mention.first && mention.first - $0.end <= 1
        && ($0.value == .noun || grammar.cues[Int($0.cue)].scope == .phrase)
    }
  }

  func participant(_ mention: Mention) -> Participant {
    Participant(
      concept: mention.concept, origin: .named, deviation: mention.deviation,
      movesQuantity: mention.movesQuantity,
      moves: mention.moves, range: byteRange(mention.first, mention.end))
  }

  func topicParticipant() -> Participant? {
    guard discourse.topic >= 0 else { return nil }
    return Participant(
      concept: discourse.topic, origin: .topic, deviation: nil, movesQuantity: -1, moves: nil,
      range: ByteRange(0, 0))
  }

  @inline(__always)
  func fits(_ mention: Mention, _ role: Grammar.Roles) -> Bool { !mention.roles.isDisjoint(with: role) }

  // MARK: Search

  /// The examples of a class, where they follow; else the mention itself.
  private func examplesOrSelf(_ place: Int32) -> Int32 {
    guard mentions[Int(place)].isListingHead else { return place }
    let next = Int(place) + 1
    return next < mentions.count && mentions[next].roles.contains(.agent) ? Int32(next) : place
  }

  /// The agent that is the subject of a frame's word: in its clause before the first finite verb, else the antecedent of a
  /// relative pronoun, else the subject of the clause before.
  func subject(of token: Int32, role: Grammar.Roles = .agent, depth: Int = 0) -> Int32? {
    let index = clause(of: token)
    var clause = clauses[index]
    // "It is unclear whether X treats O": what is asked has a subject of its own.
    for place in clause.first..<max(clause.first, min(token, clause.end)) where isWord(place, "whether") {
      clause.first = place + 1
    }
    var firstFinite = clause.end
    for place in clause.first..<clause.end where verb(place) == .finite {
      firstFinite = place
      break
    }
    if let found = nearest(before: min(firstFinite, max(token, clause.first)), from: clause.first, role: role)
    {
      return found
    }
    // "Do lasers help?": the subject stands behind the auxiliary.
    if isQuestion, firstFinite < token, let found = nearest(before: token, from: firstFinite, role: role) {
      return found
    }
    // A fronted phrase ("By stimulating …, needling can …"): the subject stands between the word and the verb.
    if token < firstFinite, let found = nearest(before: firstFinite, from: token, role: role) { return found }
    // An expletive subject: "One of the benefits is that of needling …".
    if firstFinite < token, let found = nearest(before: token, from: firstFinite, role: role),
      !isObjectOfOtherVerb(found, before: token)
    {
      return found
    }
    guard depth < 3, index > 0 else { return nil }
    switch clause.kind {
    case .relative:
      return nearest(before: clause.first, from: clauses[index - 1].first, role: role)
        ?? subject(of: clauses[index - 1].end - 1, role: role, depth: depth + 1)
    case .complement, .main, .subordinate:
      // Only where the clause has no subject of its own words.
      if clause.kind == .main || clause.kind == .subordinate, hasOwnSubject(clause) { return nil }
      return subject(of: clauses[index - 1].end - 1, role: role, depth: depth + 1)
    case .condition: return nil
    }
  }

  /// Whether a noun that is no mention is the subject ("Sun damage causes …").
  private func hasOwnSubject(_ clause: Clause) -> Bool {
    var token = clause.first
    while token < clause.end, verb(token) != .finite {
      let item = scan.tokens[Int(token)]
      if item.kind == .word, verb(token) == .none,
        classes(token).isDisjoint(with: [
          .preposition, .adverb, .connector, .coordinator, .subordinator, .determiner, .infinitive, .relative,
        ])
      {
        return true
      }
      token += 1
    }
    return false
  }

  /// The words of a subject that names nothing the rules know: "Clay builds up …". Nil where the subject is a person, a
  /// pronoun or missing.
  func unknownSubject(of token: Int32) -> ByteRange? {
    let clause = clauses[clause(of: token)]
    var finite = clause.first
    while finite < clause.end, verb(finite) != .finite { finite += 1 }
    guard finite < clause.end, finite > clause.first else { return nil }
    var last = finite - 1
    while last >= clause.first, classes(last).contains(.adverb) || scan.tokens[Int(last)].kind != .word {
      last -= 1
    }
    guard last >= clause.first, mention(at: last) < 0, verb(last) == .none,
      classes(last).isDisjoint(with: [
        .pronoun, .person, .preposition, .connector, .coordinator, .subordinator, .determiner, .infinitive,
        .relative,
      ])
    else { return nil }
    if cues.contains(where: {
      ($0.category == .population || $0.category == .sourceNoun) && $0.first <= last && $0.end > last
    }) {
      return nil
    }
    var start = last
    while start > clause.first, scan.tokens[Int(start - 1)].kind == .word, mention(at: start - 1) < 0,
      verb(start - 1) == .none,
      classes(start - 1).isDisjoint(with: [
        .pronoun, .preposition, .connector, .coordinator, .subordinator, .determiner, .infinitive, .relative,
        .person,
      ])
    {
      start -= 1
    }
    return byteRange(start, last + 1)
  }

  private func isObjectOfOtherVerb(_ place: Int32, before token: Int32) -> Bool {
    let mention = mentions[Int(place)]
    for indicator in indicators
    where indicator.voice != .nominal && indicator.first < mention.first
      && indicator.end <= mention.first && indicator.first < token && indicator.form != .ing
      && grammar.frames[Int(indicator.frame)].shape != .adviceVerb
    {
      // A verb with an object of its own stands before the mention.
      if indicator.voice == .active, clause(of: indicator.first) == clause(of: token) { return true }
    }
    return false
  }

  /// The nearest mention of the role that ends before a token.
  func nearest(before token: Int32, from start: Int32, role: Grammar.Roles) -> Int32? {
    var found: Int32?
    for (place, mention) in mentions.enumerated() {
      if mention.first < start { continue }
      if mention.end > token { break }
      if mention.isCompared || !fits(mention, role) { continue }
      if mention.isPopulation && role.contains(.agent) { continue }
      // A product without a name gives way to one with a name beside it ("a serum with arbutin").
      if mention.isGeneric, found != nil { continue }
      found = Int32(place)
    }
    guard let found else { return nil }
    return examplesOrSelf(found)
  }

  /// The object to the right of a frame's word, or nil where another frame's word comes first (and takes it).
  func object(after token: Int32, in clauseEnd: Int32, role: Grammar.Roles, limit: Int32 = 14) -> Int32? {
    var place = token
    while place < clauseEnd, place < token + limit {
      let candidate = mention(at: place)
      if candidate >= 0 {
        if let found = mentions.firstIndex(where: { $0.first == place && !$0.isCompared && fits($0, role) }) {
          if mentions[found].isPopulation, role.isDisjoint(with: .condition) { return nil }
          return examplesOrSelf(Int32(found))
        }
        place += 1
        continue
      }
      if place > token {
        // "skin affected by vitiligo": words for having a condition are no verb of their own.
        let isHaving = cues.contains { $0.category == .population && $0.first <= place && $0.end > place }
        if verb(place) != .none, !isHaving { return nil }
        let other = indicator(at: place)
        if other >= 0, blocksObject(indicators[Int(other)]) { return nil }
        if classes(place).contains(.agentLink), !classes(place).contains(.place), !isHaving { return nil }
        if scan.tokens[Int(place)].kind == .punctuation, mark(place) == 0x2E || mark(place) == 0x3A {
          return nil
        }
      }
      place += 1
    }
    return nil
  }

  /// A noun with its own target ("improvement in", "risk of") stands between a verb and what it would take as object.
  private func blocksObject(_ indicator: Indicator) -> Bool {
    let frame = grammar.frames[Int(indicator.frame)]
    switch frame.shape {
    case .noun: return indicator.end < end && frame.targetLinks.contains(word(indicator.end))
    case .cause, .effectOf: return true
    case .verb, .patientVerb, .adviceVerb, .topicVerb, .topicCause, .blame, .split, .adjective, .preposition,
      .definition:
      return false
    }
  }

  /// The agent that a preposition brings in behind a frame's word: "by needling", "with vitamin C".
  func linkedAgent(after token: Int32, in clauseEnd: Int32, links: [Int32], limit: Int32 = 12) -> Int32? {
    var place = token
    while place < clauseEnd, place < token + limit {
      let isLink =
        links.isEmpty ? classes(place).contains(.agentLink) : links.contains(word(place)) && word(place) != 0
      let isColon = mark(place) == 0x3A
      if isLink || isColon {
        var next = place + 1
        while next < clauseEnd, next < place + 7 {
          let candidate = mention(at: next)
          if candidate >= 0 {
            if fits(mentions[Int(candidate)], .agent), !mentions[Int(candidate)].isCompared {
              return examplesOrSelf(candidate)
            }
            break
          }
          if verb(next) == .finite || classes(next).contains(.relative) { break }
          next += 1
        }
      }
      if place > token, verb(place) == .finite, !links.contains(word(place)) { return nil }
      place += 1
    }
    return nil
  }

  /// The target that a frame's preposition brings in: "treatment of O", "effective for O", "side effects of S include O".
  func linkedTarget(after token: Int32, in clauseEnd: Int32, links: [Int32], role: Grammar.Roles) -> Int32? {
    var place = token
    var limit = token + 5
    while place < clauseEnd, place < limit {
      if word(place) != 0, links.contains(word(place)) || (mark(place) == 0x3A && links.isEmpty) {
        let brought = object(after: place + 1, in: clauseEnd, role: role)
        let next = place + 1 < clauseEnd ? mention(at: place + 1) : -1
        guard brought == nil, next >= 0, fits(mentions[Int(next)], .agent) else { return brought }
        place = mentions[Int(next)].end
        limit = place + 2
        continue
      }
      if verb(place) == .finite { return nil }
      place += 1
    }
    return nil
  }

  /// A target joined to a noun from the left: "acne treatment", "wrinkle reduction".
  func compoundTarget(before token: Int32, role: Grammar.Roles) -> Int32? {
    guard token > first else { return nil }
    let place = mention(at: token - 1)
    guard place >= 0, fits(mentions[Int(place)], role), mentions[Int(place)].reference == .none else {
      return nil
    }
    return place
  }
}
