import Ingest
import Knowledge
import Linguistics

extension SentenceReader {
  /// Makes the claims of the sentence.
  func readFrames(sentence: Int32) {
    let firstClaim = result.claims.count
    var index = 0
    while index < indicators.count {
      // Several frames may share a word ("restore": a condition gets better, a quantity goes up).
      var next = index + 1
      while next < indicators.count, indicators[next].first == indicators[index].first,
        indicators[next].end == indicators[index].end
      {
        next += 1
      }
      readWord(index..<next, sentence: sentence, firstClaim: firstClaim)
      index = next
    }
    readPopulations(sentence: sentence, firstClaim: firstClaim)
    readAppositions(sentence: sentence)
    readSafety(sentence: sentence, firstClaim: firstClaim)
  }

  private func readWord(_ range: Range<Int>, sentence: Int32, firstClaim: Int) {
    var made = false
    // The target decides which of the frames it is: ask the first that finds one.
    for place in range {
      let indicator = indicators[place]
      let frame = grammar.frames[Int(indicator.frame)]
      let before = result.claims.count
      switch frame.shape {
      case .verb: readVerb(indicator, frame, among: range, sentence, firstClaim)
      case .topicVerb: readTopicVerb(indicator, frame, sentence, firstClaim)
      case .patientVerb: readPatientVerb(indicator, frame, sentence, firstClaim)
      case .adviceVerb: readAdvice(indicator, frame, sentence, firstClaim)
      case .noun: readNoun(indicator, frame, among: range, sentence, firstClaim)
      case .adjective: readAdjective(indicator, frame, sentence, firstClaim)
      case .preposition: readPreposition(indicator, frame, sentence, firstClaim)
      case .cause: readCause(indicator, frame, sentence, firstClaim)
      case .effectOf: readEffectOf(indicator, frame, sentence, firstClaim)
      case .definition: readDefinition(indicator, frame, sentence, firstClaim)
      }
      made = made || result.claims.count > before
    }
  }

  /// Of the frames that share a word, whether this one suits the target: improvement for conditions, rise and fall for
  /// quantities.
  private func suits(_ indicator: Indicator, target: Int32, among range: Range<Int>) -> Bool {
    guard range.count > 1 else { return true }
    let roles = mentions[Int(target)].roles
    func worth(_ effect: Frame.Effect) -> Int {
      switch effect {
      case .improves: roles.contains(.harm) ? 2 : roles.contains(.condition) ? 4 : roles.contains(.outcome) ? 4 : 1
      case .increases, .decreases: roles.contains(.quantity) ? 3 : 1
      case .causes: roles.contains(.harm) ? 3 : 2
      case .worsens: roles.contains(.condition) ? 3 : 0
      case .prevents: 2
      case .safe, .equals, .noEffect: 2
      }
    }
    let mine = worth(grammar.frames[Int(indicator.frame)].effect)
    for other in range where indicators[other].frame != indicator.frame {
      let effect = grammar.frames[Int(indicators[other].frame)].effect
      let theirs = worth(effect)
      if effect == grammar.frames[Int(indicator.frame)].effect { continue }
      if theirs > mine || (theirs == mine && indicators[other].frame < indicator.frame) { return false }
    }
    return true
  }

  // MARK: Shapes

  private func readVerb(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, among range: Range<Int>, _ sentence: Int32, _ firstClaim: Int
  ) {
    let clauseEnd = clauses[clause(of: indicator.first)].end
    if indicator.voice == .passive {
      let start = clauses[clause(of: indicator.first)].first
      guard
        let target = nearest(before: indicator.first, from: start, role: .target)
          ?? subject(of: indicator.first, role: .target)
      else { return }
      guard suits(indicator, target: target, among: range) else { return }
      let agent = linkedAgent(after: indicator.end, in: clauseEnd, links: [])
      add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
      return
    }
    var target = object(after: indicator.end, in: clauseEnd, role: .target)
    if target == nil, indicator.end > indicator.first + 1, !frame.targetLinks.isEmpty {
      target = linkedTarget(after: indicator.end, in: clauseEnd, links: frame.targetLinks, role: .target)
    }
    // "make collagen production rise", "turn dark spots lighter": not read.
    let agent: Int32?
    if indicator.voice == .imperative {
      agent = linkedAgent(after: indicator.end, in: clauseEnd, links: [])
    } else {
      agent = subject(of: indicator.first) ?? linkedAgent(after: indicator.end, in: clauseEnd, links: [])
    }
    if target == nil, indicator.voice == .active, frame.moves == nil {
      // "Melasma fades after a peel", "… so that the pale skin blends in": the verb's subject is the target.
      let clause = clauses[clause(of: indicator.first)]
      if let patient = nearest(before: indicator.first, from: clause.first, role: .condition),
        nearest(before: indicator.first, from: clause.first, role: .agent) == nil,
        let cause = linkedAgent(after: indicator.end, in: clauseEnd, links: [])
          ?? (clause.first > first ? nearest(before: clause.first, from: first, role: .agent) : nil)
      {
        add(indicator, frame, agent: cause, target: patient, sentence, firstClaim)
      }
      return
    }
    if target == nil, frame.moves != nil {
      // "It lightens the skin": the verb itself names the quantity.
      if agent != nil, !blocked(after: indicator.end, in: clauseEnd) {
        add(indicator, frame, agent: agent, target: nil, sentence, firstClaim)
      }
      return
    }
    guard let target, suits(indicator, target: target, among: range) else { return }
    if let agent, mentions[Int(agent)].group == mentions[Int(target)].group { return }
    add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
  }

  private func blocked(after token: Int32, in clauseEnd: Int32) -> Bool {
    var place = token
    while place < clauseEnd, place < token + 4 {
      if verb(place) != .none { return true }
      place += 1
    }
    return false
  }

  private func readPatientVerb(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, _ sentence: Int32, _ firstClaim: Int
  ) {
    let clause = clauses[clause(of: indicator.first)]
    guard
      let target = nearest(before: indicator.first, from: clause.first, role: [.condition, .quantity])
        ?? subject(of: indicator.first, role: .condition)
    else { return }
    if let agent = object(after: indicator.end, in: clause.end, role: .agent, limit: 8) {
      add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
    } else if let agent = helper(before: target) ?? linkedAgent(after: indicator.end, in: clause.end, links: []) {
      add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
    }
  }

  /// What stands before a target as what helps it: "With X, O becomes less visible", "Use X and watch O disappear".
  private func helper(before target: Int32) -> Int32? {
    guard let agent = nearest(before: mentions[Int(target)].first, from: first, role: .agent) else { return nil }
    let start = mentions[Int(agent)].first
    let isLinked = start > first && !classes(start - 1).isDisjoint(with: [.agentLink, .infinitive])
    let isAdvised = indicators.contains {
      grammar.frames[Int($0.frame)].shape == .adviceVerb && $0.voice != .nominal && $0.end <= start && start - $0.end <= 6
    }
    return isLinked || isAdvised ? agent : nil
  }

  /// "X can help.", "X is the answer.": for what the text spoke of just before.
  private func readTopicVerb(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, _ sentence: Int32, _ firstClaim: Int
  ) {
    guard indicator.voice == .active, indicator.end >= end || !hasComplement(after: indicator.end),
      let agent = subject(of: indicator.first),
      !mentions.contains(where: { $0.roles.contains(.condition) && !$0.reference.isPronoun && $0.reference == .none })
    else { return }
    addForTopic(indicator, frame, agent: agent, sentence, firstClaim)
  }

  /// Whether a verb, an infinitive or an object of its own follows.
  private func hasComplement(after token: Int32) -> Bool {
    if scan.tokens[Int(token)].kind != .word { return false }
    let kind = classes(token)
    if kind.contains(.adverb) || kind.contains(.coordinator) || kind.contains(.person) { return false }
    return true
  }

  private func readAdvice(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, _ sentence: Int32, _ firstClaim: Int
  ) {
    let place = clause(of: indicator.first)
    let clause = clauses[place]
    let agent: Int32?
    var searchFrom = indicator.end
    if indicator.voice == .passive {
      agent =
        nearest(before: indicator.first, from: clause.first, role: .agent) ?? subject(of: indicator.first)
        ?? object(after: indicator.end, in: clause.end, role: .agent, limit: 6)
    } else {
      agent = object(after: indicator.end, in: clause.end, role: .agent, limit: 10)
      if let agent { searchFrom = mentions[Int(agent)].end }
    }
    guard let agent else { return }
    // "after using X", "while you use X": a time, no advice; only a target of its own counts.
    let isTime =
      clause.kind == .condition || clause.kind == .subordinate
      || (indicator.voice == .nonfinite && indicator.first > first
        && !classes(indicator.first - 1).isDisjoint(with: [.agentLink, .subordinator, .preposition])
        && !classes(indicator.first - 1).contains(.infinitive))
    // Behind the agent, where a verb of its own does not take it; else before; else what the section is about.
    var target = targetOfAdvice(from: searchFrom, to: clause.end)
    if isTime, target == nil { return }
    if target == nil, !verbTakesOver(from: searchFrom, to: clause.end) {
      target = nearest(before: indicator.first, from: first, role: .condition)
      if let found = target, mentions[Int(found)].roles.contains(.harm) { target = nil }
      if target == nil, place + 1 < clauses.count,
        clauses[place + 1].kind == .condition || clauses[place + 1].kind == .subordinate
      {
        // "Apply X if you have O", "We apply X, so that O regains its colour".
        target = patientCondition(in: clauses[place + 1])
      }
    }
    if let target {
      add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
    } else if !mentions.contains(where: { $0.roles.contains(.condition) && $0.reference == .none }) {
      addForTopic(indicator, frame, agent: agent, sentence, firstClaim)
    }
  }

  /// The first condition that a clause names as what a person has, no harm.
  private func patientCondition(in clause: Clause) -> Int32? {
    mentions.indices.first {
      mentions[$0].first >= clause.first && mentions[$0].end <= clause.end && mentions[$0].roles.contains(.condition)
        && mentions[$0].reference == .none && !mentions[$0].roles.contains(.harm) && !mentions[$0].isCompared
    }.map { Int32($0) }
  }

  private func verbTakesOver(from start: Int32, to end: Int32) -> Bool {
    var token = start
    while token < end {
      if indicator(at: token) >= 0, verb(token) != .none { return true }
      token += 1
    }
    return false
  }

  /// "for O", "on O", "to O", "if you have O" behind the thing that is advised.
  private func targetOfAdvice(from start: Int32, to end: Int32) -> Int32? {
    var token = start
    while token < end {
      let kind = classes(token)
      if !kind.isDisjoint(with: [.goal, .place, .infinitive]) {
        return object(after: token + 1, in: end, role: .condition, limit: 8)
      }
      if kind.contains(.relative) { return nil }
      token += 1
    }
    return nil
  }

  private func readNoun(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, among range: Range<Int>, _ sentence: Int32, _ firstClaim: Int
  ) {
    let clauseEnd = clauses[clause(of: indicator.first)].end
    let behind = linkedTarget(after: indicator.end, in: clauseEnd, links: frame.targetLinks, role: .target)
    let compound = behind == nil ? compoundTarget(before: indicator.first, role: .target) : nil
    // "Patients with O saw improvement after S".
    let people = frame.effect == .improves && behind == nil && compound == nil ? populationBefore(indicator.first) : nil
    guard let target = behind ?? compound ?? people else {
      // "The best remedy is X."
      if frame.effect == .improves, !mentions.contains(where: { $0.roles.contains(.condition) && $0.reference == .none }),
        let agent = colonAgent(after: indicator.end, in: clauseEnd)
      {
        addForTopic(indicator, frame, agent: agent, sentence, firstClaim)
        return
      }
      // "PRP showed excellent efficacy": said of what the section is about.
      if frame.effect == .improves, !mentions.contains(where: { $0.roles.contains(.condition) }),
        isBoosted(indicator), let agent = subject(of: indicator.first), mentions[Int(agent)].reference == .none
      {
        addForTopic(indicator, frame, agent: agent, sentence, firstClaim)
      }
      return
    }
    guard suits(indicator, target: target, among: range) else { return }
    var agent = linkedAgent(
      after: indicator.end, in: clauseEnd, links: frame.agentLinks.isEmpty ? [] : frame.agentLinks)
    if let found = agent, mentions[Int(found)].group == mentions[Int(target)].group { agent = nil }
    if agent == nil, indicator.first > first {
      // "laser treatment of scars"
      let before = mention(at: indicator.first - 1)
      if before >= 0, fits(mentions[Int(before)], .agent), mentions[Int(before)].reference == .none { agent = before }
    }
    agent = agent ?? subject(of: indicator.first) ?? colonAgent(after: mentions[Int(target)].end, in: clauseEnd)
    add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
  }

  /// The condition of the people that a clause is about, where it stands before a frame's word.
  private func populationBefore(_ token: Int32) -> Int32? {
    let start = clauses[clause(of: token)].first
    return mentions.indices.last {
      mentions[$0].isPopulation && mentions[$0].roles.contains(.condition) && mentions[$0].first >= start
        && mentions[$0].end <= token
    }.map { Int32($0) }
  }

  /// Whether a booster stands right before a frame's word ("excellent efficacy", "highly effective").
  private func isBoosted(_ indicator: Indicator) -> Bool {
    cues.contains { $0.category == .booster && $0.end <= indicator.first && indicator.first - $0.end <= 1 }
  }

  /// "Your answer to dark spots: kojic acid", "The best remedy for vitiligo is copper".
  private func colonAgent(after token: Int32, in clauseEnd: Int32) -> Int32? {
    var place = token
    while place < clauseEnd, place < token + 4 {
      if mark(place) == 0x3A || classes(place).contains(.be) {
        return object(after: place + 1, in: clauseEnd, role: .agent, limit: 5)
      }
      place += 1
    }
    return nil
  }

  private func readAdjective(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, _ sentence: Int32, _ firstClaim: Int
  ) {
    let clauseEnd = clauses[clause(of: indicator.first)].end
    guard
      let target = linkedTarget(after: indicator.end, in: clauseEnd, links: frame.targetLinks, role: .target)
    else {
      let index = clause(of: indicator.first)
      if index + 1 < clauses.count, clauses[index + 1].kind == .condition, let agent = subject(of: indicator.first),
        let target = patientCondition(in: clauses[index + 1])
      {
        // "X is ideal if you have O".
        add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
      } else if frame.effect == .improves, !mentions.contains(where: { $0.roles.contains(.condition) }),
        isBoosted(indicator), let agent = subject(of: indicator.first), mentions[Int(agent)].reference == .none
      {
        addForTopic(indicator, frame, agent: agent, sentence, firstClaim)
      }
      return
    }
    let agent = subject(of: indicator.first)
    guard agent != nil || !isNounPosition(indicator.first) else { return }
    add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
  }

  /// "retinol for acne": nothing but small words between agent, preposition and target.
  private func readPreposition(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, _ sentence: Int32, _ firstClaim: Int
  ) {
    let clause = clauses[clause(of: indicator.first)]
    guard let agent = nearest(before: indicator.first, from: clause.first, role: .agent),
      indicator.first - mentions[Int(agent)].end <= 2,
      let target = object(after: indicator.end, in: clause.end, role: .condition, limit: 5)
    else { return }
    for token in mentions[Int(agent)].end..<indicator.first where verb(token) != .none { return }
    guard !mentions[Int(target)].isPopulation else { return }
    add(indicator, frame, agent: agent, target: target, sentence, firstClaim, flags: .prepositional)
  }

  private func readCause(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, _ sentence: Int32, _ firstClaim: Int
  ) {
    let index = clause(of: indicator.first)
    guard let target = object(after: indicator.end, in: clauses[index].end, role: [.condition, .quantity]) else { return }
    let any: Grammar.Roles = [.agent, .condition, .quantity]
    guard
      let agent = nearest(before: indicator.first, from: clauses[index].first, role: any)
        ?? (clauses[index].kind == .relative && index > 0
          ? nearest(before: clauses[index].first, from: clauses[index - 1].first, role: any) : nil)
    else { return }
    guard mentions[Int(agent)].group != mentions[Int(target)].group else { return }
    add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
  }

  private func readEffectOf(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, _ sentence: Int32, _ firstClaim: Int
  ) {
    let index = clause(of: indicator.first)
    let start = clauses[index].first
    guard
      let target = nearest(before: indicator.first, from: start, role: [.condition, .quantity])
        ?? (index > 0 ? nearest(before: indicator.first, from: clauses[index - 1].first, role: .condition) : nil)
    else { return }
    // A named state of a quantity is the cause wherever it stands in what follows ("because the skin makes too much …").
    let state = mentions.indices.first {
      mentions[$0].first >= indicator.end && mentions[$0].first < indicator.end + 12 && mentions[$0].deviation != nil
        && mentions[$0].roles.contains(.quantity)
    }
    guard
      let agent = state.map({ Int32($0) })
        ?? object(after: indicator.end, in: end, role: [.agent, .condition, .quantity], limit: 12)
    else { return }
    guard mentions[Int(agent)].group != mentions[Int(target)].group else { return }
    add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
  }

  /// "O is a lack of melanin", "O, a form of P".
  private func readDefinition(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, _ sentence: Int32, _ firstClaim: Int
  ) {
    let index = clause(of: indicator.first)
    let isCopula = indicator.end - indicator.first == 1 && classes(indicator.first).contains(.be)
    if isCopula {
      guard indicator.end < end else { return }
      let next = indicator.end
      let opens = classes(next).contains(.determiner) || cues.contains { $0.category == .deviation && $0.first == next }
      guard opens, !classes(next).contains(.pronoun) || classes(next).contains(.determiner) else { return }
    }
    if readKind(indicator, frame, sentence, firstClaim) { return }
    guard
      let subject = nearest(before: indicator.first, from: clauses[index].first, role: .condition)
        ?? (index > 0 && clauses[index].kind == .relative
          ? nearest(before: clauses[index].first, from: clauses[index - 1].first, role: .condition) : nil)
    else { return }
    guard let complement = complement(after: indicator.end, isCopula: isCopula) else { return }
    guard mentions[Int(subject)].group != mentions[Int(complement)].group else { return }
    add(indicator, frame, agent: complement, target: subject, sentence, firstClaim, flags: .definitional)
  }

  /// "Kojic acid is a kind of glycolic acid": an agent filed under another one.
  private func readKind(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, _ sentence: Int32, _ firstClaim: Int
  ) -> Bool {
    let index = clause(of: indicator.first)
    guard indicator.end < end,
      let outer = mentions.firstIndex(where: {
        $0.first >= indicator.end && $0.first - indicator.end <= 3 && $0.concept >= 0 && $0.roles.contains(.agent)
      }), onlyQualifies(from: indicator.end, to: mentions[outer].first),
      let inner = nearest(before: indicator.first, from: clauses[index].first, role: .agent)
        ?? (index > 0 && clauses[index].kind == .relative
          ? nearest(before: clauses[index].first, from: clauses[index - 1].first, role: .agent) : nil),
      mentions[Int(inner)].concept >= 0, isAssertedPlainly(at: indicator.first)
    else { return false }
    add(indicator, frame, agent: inner, target: Int32(outer), sentence, firstClaim, flags: .definitional)
    return true
  }

  /// Whether nothing but articles and adjectives stands between two places.
  private func onlyQualifies(from: Int32, to: Int32) -> Bool {
    for token in from..<max(from, to) {
      if scan.tokens[Int(token)].kind != .word || verb(token) != .none { return false }
      if !classes(token).isDisjoint(with: [.preposition, .coordinator, .relative, .infinitive]) { return false }
    }
    return true
  }

  /// "Papaya, a bleaching agent": the text itself says what kind of agent something is.
  private func readAppositions(sentence: Int32) {
    guard mentions.count > 1 else { return }
    for index in 0..<(mentions.count - 1) {
      let inner = mentions[index]
      let outer = mentions[index + 1]
      guard inner.concept >= 0, outer.concept >= 0, inner.roles.contains(.agent), outer.roles.contains(.agent),
        outer.first - inner.end >= 2, mark(inner.end) == 0x2C, classes(inner.end + 1).contains(.determiner),
        onlyQualifies(from: inner.end + 1, to: outer.first), isAssertedPlainly(at: inner.first)
      else { continue }
      let cueStart = Int32(result.claimCues.count)
      result.claims.append(
        Claim(
          sentence: sentence, range: byteRange(inner.first, outer.end), agent: participant(inner), partners: 0..<0,
          relation: .other, target: participant(outer), negated: false, certainty: isQuestion ? .question : .asserted,
          strength: .moderate, causality: .none, advice: .none, attribution: attribution, flags: .definitional,
          topic: discourse.topic, frame: -1, frameRange: byteRange(inner.first, outer.end),
          cues: cueStart..<cueStart))
    }
  }

  /// The first deviating quantity or condition that a definition names, before anything that acts.
  private func complement(after token: Int32, isCopula: Bool) -> Int32? {
    var place = token
    while place < end, place < token + 18 {
      let candidate = mention(at: place)
      if candidate >= 0 {
        let mention = mentions[Int(candidate)]
        if mention.reference == .none, mention.first >= token {
          if mention.roles.contains(.quantity), mention.deviation != nil { return candidate }
          if mention.roles.contains(.condition), place - token <= (isCopula ? 4 : 5) { return candidate }
          if !mention.roles.contains(.quantity) { return nil }
        }
        place = max(place + 1, mention.end)
        continue
      }
      let other = indicator(at: place)
      if other >= 0, indicators[Int(other)].voice != .nominal || blocksDefinition(indicators[Int(other)]) { return nil }
      if cues.contains(where: { $0.first == place && $0.category == .scopeEnd }) { return nil }
      if mark(place) == 0x3B { return nil }
      place += 1
    }
    return nil
  }

  private func blocksDefinition(_ indicator: Indicator) -> Bool {
    switch grammar.frames[Int(indicator.frame)].shape {
    case .noun, .adjective, .cause, .effectOf: true
    case .verb, .patientVerb, .adviceVerb, .topicVerb, .preposition, .definition: false
    }
  }

  /// "hypopigmentation in patients with melasma": a condition placed in another one.
  private func readPopulations(sentence: Int32, firstClaim: Int) {
    guard mentions.count > 1 else { return }
    for index in 0..<(mentions.count - 1) {
      let inner = mentions[index]
      let outer = mentions[index + 1]
      guard inner.concept >= 0, outer.concept >= 0, outer.roles.contains(.condition),
        inner.roles.contains(.condition)
          || (inner.roles.contains(.quantity) && inner.deviation != nil && !inner.isChange),
        outer.first > inner.end, outer.first - inner.end <= 5, inner.group != outer.group
      else { continue }
      var links = false
      var broken = false
      for token in inner.end..<outer.first {
        if classes(token).contains(.place) { links = true }
        if verb(token) != .none || mark(token) != 0 || classes(token).contains(.goal) { broken = true }
      }
      guard links, !broken else { continue }
      let indicator = Indicator(first: inner.first, end: outer.end, frame: -1, form: .fixed, voice: .nominal)
      let cueStart = Int32(result.claimCues.count)
      guard isAssertedPlainly(at: inner.first) else { continue }
      result.claims.append(
        Claim(
          sentence: sentence, range: byteRange(inner.first, outer.end), agent: participant(inner), partners: 0..<0,
          relation: .other, target: participant(outer), negated: false, certainty: isQuestion ? .question : .asserted,
          strength: .moderate, causality: .none, advice: .none, attribution: attribution,
          flags: [.definitional, .population], topic: discourse.topic, frame: -1, frameRange: byteRange(indicator.first, indicator.end),
          cues: cueStart..<cueStart))
    }
  }

  private func isAssertedPlainly(at token: Int32) -> Bool {
    !acts(.negation, on: token) && !acts(.warning, on: token) && !acts(.unknown, on: token)
      && !cues.contains { $0.category == .denial }
  }

  /// "X is safe", "no side effects": a claim of safety, with or without an agent.
  private func readSafety(sentence: Int32, firstClaim: Int) {
    readImpossibleHarms(sentence: sentence)
    guard let cue = cues.filter({ $0.category == .safety }).max(by: {
      ($0.value == .absolute ? 1 : 0, $0.end - $0.first) < ($1.value == .absolute ? 1 : 0, $1.end - $1.first)
    }) else { return }
    let indicator = Indicator(first: cue.first, end: cue.end, frame: -1, form: .fixed, voice: .nominal)
    let agent =
      subject(of: cue.first) ?? nearest(before: end, from: first, role: .agent)
    // "The marks do no harm": said of a condition, not of a treatment.
    let clauseStart = clauses[clause(of: cue.first)].first
    let isNamed =
      agent.map { mentions[Int($0)].reference == .none && mentions[Int($0)].first >= clauseStart } ?? false
    if !isNamed, isSaidOfCondition(cue) { return }
    // "safe" with "everyone", "any skin type" is safety without exception too.
    let isAbsolute =
      cue.value == .absolute
      || cues.contains { $0.category == .absolute && $0.value == .everyone && $0.covers(cue.first) }
    let cueStart = Int32(result.claimCues.count)
    result.claimCues.append(cue.record)
    var negated = false
    var certainty = Claim.Certainty.asserted
    for other in cues where other.record != cue.record {
      guard other.covers(cue.first) else { continue }
      switch other.category {
      case .negation, .warning:
        // "there are no side effects": the "no" is part of what is said.
        if other.first < cue.end && other.end > cue.first || cue.value == .absolute && other.value == .noun { continue }
        negated = true
        result.claimCues.append(other.record)
      case .unknown: certainty = .unknown
      case .hedge: if certainty == .asserted { certainty = .hedged }
      default: break
      }
    }
    var flags: Claim.Flags = isHeading ? .heading : []
    if cues.contains(where: { $0.category == .denial }) {
      flags.insert(.debunked)
      negated.toggle()
    }
    if isQuestion { certainty = .question }
    if clauses[clause(of: cue.first)].kind == .condition { certainty = .conditional }
    let who = agent.map { participants(of: $0, as: .agent) } ?? []
    result.claims.append(
      Claim(
        sentence: sentence, range: byteRange(min(cue.first, agent.map { mentions[Int($0)].first } ?? cue.first), cue.end),
        agent: who.first ?? .nobody, partners: 0..<0, relation: .safe, target: .nobody, negated: negated,
        certainty: certainty, strength: isAbsolute ? .absolute : .moderate, causality: .none,
        advice: .none, attribution: attribution, flags: flags, topic: discourse.topic, frame: -1,
        frameRange: byteRange(indicator.first, indicator.end), cues: cueStart..<Int32(result.claimCues.count)))
  }

  /// Whether a condition stands right before the verb that leads to a cue.
  private func isSaidOfCondition(_ cue: ActiveCue) -> Bool {
    var token = cue.first - 1
    while token > first, verb(token) != .finite { token -= 1 }
    guard token > first else { return false }
    return mentions.contains {
      $0.roles.contains(.condition) && !$0.reference.isPronoun && $0.end <= token && token - $0.end <= 1
    }
  }

  /// "It never irritates", "cannot cause an allergy": a harm ruled out without exception.
  private func readImpossibleHarms(sentence: Int32) {
    for index in result.claims.indices.reversed() {
      let claim = result.claims[index]
      guard claim.sentence == sentence else { break }
      guard claim.relation == .causes || claim.relation == .worsens, claim.negated, claim.target.concept >= 0,
        !claim.flags.contains(.debunked), !claim.flags.contains(.warnedAgainst),
        claim.certainty == .asserted || claim.certainty == .reported,
        claim.agent.concept < 0 ? !claim.agent.range.isEmpty
          : grammar.roles[Int(claim.agent.concept)].contains(.agent),
        cues.contains(where: {
          $0.category == .negation && $0.value == .absolute
            && byteRange($0.scopeFirst, max($0.scopeEnd, $0.end)).overlaps(claim.frameRange)
        })
      else { continue }
      var safety = claim
      safety.relation = .safe
      safety.negated = false
      safety.strength = .absolute
      safety.target = .nobody
      safety.causality = .none
      result.claims.append(safety)
      return
    }
  }

  private func addForTopic(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, agent: Int32, _ sentence: Int32, _ firstClaim: Int
  ) {
    // What was spoken of in the sentence before comes first.
    guard let topic = discourse.recentCondition ?? topicParticipant() else { return }
    append(indicator, frame, agent: agent, targets: [topic], target: nil, sentence, firstClaim, flags: .topicTarget)
  }

  private func add(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, agent: Int32?, target: Int32?, _ sentence: Int32,
    _ firstClaim: Int, flags: Claim.Flags = []
  ) {
    let targets: [Participant]
    if let target {
      let roles: Grammar.Roles = mentions[Int(target)].roles.isDisjoint(with: .target) ? .agent : .target
      targets = participants(of: target, as: roles)
    } else {
      targets = [
        Participant(
          concept: frame.movesQuantity, origin: .none, deviation: nil, movesQuantity: -1, moves: nil,
          range: byteRange(indicator.first, indicator.end))
      ]
    }
    append(indicator, frame, agent: agent, targets: targets, target: target, sentence, firstClaim, flags: flags)
  }
}
