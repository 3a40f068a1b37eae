import Ingest
import Knowledge
import Linguistics

/// Advice, and what is said of the topic without naming it.
extension SentenceReader {
  /// "X can help.", "X is the answer.": for what the text spoke of just before.
  func readTopicVerb(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, _ sentence: Int32, _ firstClaim: Int
  ) {
    guard indicator.voice == .active, indicator.end >= end || !hasComplement(after: indicator.end),
      let agent = subject(of: indicator.first)
    else { return }
    if let target = frontedCondition(before: indicator.first) {
      add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
      return
    }
    guard
      !mentions.contains(where: {
        $0.roles.contains(.condition) && !$0.reference.isPronoun && $0.reference == .none
      })
    else { return }
    addForTopic(indicator, frame, agent: agent, sentence, firstClaim)
  }

  /// The condition that a sentence opens with as what it is for: "For O, …", "If you have O, …".
  func frontedCondition(before token: Int32) -> Int32? {
    guard
      let place = mentions.indices.first(where: {
        mentions[$0].roles.contains(.condition) && mentions[$0].reference == .none
          && mentions[$0].end <= token
          && !mentions[$0].roles.contains(.harm)
      })
    else { return nil }
    let mention = mentions[place]
    if clauses[clause(of: mention.first)].kind == .condition { return Int32(place) }
    let opens = mention.first - first <= 4 && (first..<mention.first).contains { classes($0).contains(.goal) }
    return opens && mention.end < end && mark(mention.end) == 0x2C ? Int32(place) : nil
  }

  /// Whether a verb, an infinitive or an object of its own follows.
  func hasComplement(after token: Int32) -> Bool {
    if scan.tokens[Int(token)].kind != .word { return false }
    let kind = classes(token)
    if kind.contains(.adverb) || kind.contains(.coordinator) || kind.contains(.person) { return false }
    return true
  }

  func readAdvice(
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
    // "They were applied twice daily": told of what was done, which advises nothing.
    if indicator.voice == .passive, let auxiliary = auxiliaryBefore(indicator.first),
      classes(auxiliary).contains(.pastAuxiliary)
    {
      // "Patients with O were given S": what was tried on whom.
      if let people = populationBefore(indicator.first) {
        add(indicator, frame, agent: agent, target: people, sentence, firstClaim, flags: .studyDesign)
      }
      return
    }
    // "anyone who is offered S": told of people, not to them.
    if indicator.voice == .passive, clause.kind == .relative, mentions[Int(agent)].first >= indicator.end {
      if let people = targetOfAdvice(from: searchFrom, to: clause.end) ?? populationBefore(indicator.first) {
        add(indicator, frame, agent: agent, target: people, sentence, firstClaim, flags: .studyDesign)
      }
      return
    }
    // "bring it back": the object is what changes, not what is used.
    if indicator.voice != .passive,
      cues.contains(where: { $0.category == .result && $0.first == mentions[Int(agent)].end })
    {
      return
    }
    // "after using X", "while you use X": a time, no advice; only a target of its own counts.
    let isTime =
      clause.kind == .condition || clause.kind == .subordinate
      || (indicator.voice == .nonfinite && indicator.first > first
        && !classes(indicator.first - 1).isDisjoint(with: [.agentLink, .subordinator, .preposition])
        && !classes(indicator.first - 1).contains(.infinitive))
    // Behind the agent, where a verb of its own does not take it; else before; else what the section is about.
    var target = targetOfAdvice(from: searchFrom, to: clause.end)
    // "for three months before it shows": a pronoun is no target of advice.
    if let found = target, mentions[Int(found)].reference.isPronoun { target = nil }
    if isTime, target == nil { return }
    if target == nil, !verbTakesOver(from: searchFrom, to: clause.end) {
      target = nearest(before: indicator.first, from: first, role: .condition)
      if let found = target,
        mentions[Int(found)].roles.contains(.harm) || mentions[Int(found)].reference.isPronoun
      {
        target = nil
      }
      if target == nil, place + 1 < clauses.count,
        clauses[place + 1].kind == .condition || clauses[place + 1].kind == .subordinate
      {
        // "Apply X if you have O", "We apply X, so that O regains its colour".
        target = patientCondition(in: clauses[place + 1])
      }
    }
    if let target {
      add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
    } else if !mentions.contains(where: { $0.roles.contains(.condition) && $0.reference == .none }),
      mentions[Int(agent)].reference == .none,
      !mentions[Int(agent)].isGeneric || indicator.voice == .imperative
    {
      // "It is taken for three months" tells how, and recommends nothing anew.
      addForTopic(indicator, frame, agent: agent, sentence, firstClaim)
    }
  }

  /// The first condition that a clause names as what a person has, no harm.
  func patientCondition(in clause: Clause) -> Int32? {
    mentions.indices.first {
      mentions[$0].first >= clause.first && mentions[$0].end <= clause.end
        && mentions[$0].roles.contains(.condition)
        && mentions[$0].reference == .none && !mentions[$0].roles.contains(.harm) && !mentions[$0].isCompared
    }.map { Int32($0) }
  }

  func verbTakesOver(from start: Int32, to end: Int32) -> Bool {
    var token = start
    while token < end {
      if indicator(at: token) >= 0, verb(token) != .none { return true }
      token += 1
    }
    return false
  }

  /// "for O", "on O", "to O", "if you have O" behind the thing that is advised.
  func targetOfAdvice(from start: Int32, to end: Int32) -> Int32? {
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

  func addForTopic(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, agent: Int32, _ sentence: Int32, _ firstClaim: Int
  ) {
    // What was spoken of in the sentence before comes first.
    // A heading ("How needling helps") says nothing of it yet.
    guard !isHeading, !cues.contains(where: { $0.category == .consultation }),
      let topic = discourse.recentCondition ?? topicParticipant()
    else { return }
    append(
      indicator, frame, agent: agent, targets: [topic], target: nil, sentence, firstClaim, flags: .topicTarget
    )
  }
}
