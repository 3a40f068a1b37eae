import Claims
import Ingest
import Knowledge
import Linguistics

/// What claims and definitions say, on the scales of assertions.
extension AssertionReading {
  mutating func add(_ place: Int32, _ sentence: Sentence, _ circumstances: Circumstances) {
    let claim = reading.claims[Int(place)]
    var excluded: Claim.Flags = [
      .debunked, .warnedAgainst, .heading, .studyDesign, .conditional, .compared, .unread, .otherSite,
      .population,
    ]
    // "It left clients with burns."
    if claim.relation == .causes { excluded.remove(.population) }
    guard claim.flags.isDisjoint(with: excluded), claim.partners.isEmpty, claim.agent.origin != .topic,
      claim.target.origin != .topic,
      claim.certainty == .asserted || claim.certainty == .hedged && !claim.negated
    else { return }
    if claim.flags.contains(.definitional) {
      addDefinition(claim, place, circumstances)
      return
    }
    guard claim.agent.concept >= 0, judge.kind(claim.agent.concept)?.isIntervention == true,
      !judge.isExposure(claim.agent.concept)
    else { return }
    for (key, low, high, named) in values(of: claim) {
      var assertion = Assertion(
        key: key, low: low, high: high, named: named, strength: claim.strength, sentence: claim.sentence,
        range: claim.range, claim: place)
      assertion.isHedged = claim.certainty == .hedged
      assertion.isUniversal = isUniversal(claim, key, low)
      if claim.strength == .weak, !assertion.isHedged {
        guard key.kind == .harms || key.kind == .anyHarm else { continue }
        assertion.isHedged = true
      }
      assertion.limits = circumstances.signature(
        leavingOut: [claim.target.range, claim.agent.range, claim.frameRange])
      guard let variant = variant(of: claim, sentence) else { continue }
      assertion.variant = variant
      if key.words != 0, let object = object(of: claim) {
        assertion.targetRange = ByteRange(firstLetter(from: claim.agent.range.end), object.end)
      }
      if claim.agent.origin == .named { assertion.agentRange = claim.agent.range }
      if key.kind == .harms || key.kind == .anyHarm && low > 0 { assertion.targetRange = claim.target.range }
      assertion.topic = claim.topic
      assertion.isRefuted = isRefuted(assertion)
      append(assertion, circumstances)
    }
  }

  private func isUniversal(_ claim: Claim, _ key: Assertion.Key, _ low: Double) -> Bool {
    switch key.kind {
    case .anyHarm: low == 0
    case .harms: low == 0 && claim.certainty == .asserted
    default: false
    }
  }

  /// What narrows the agent of a claim; nil where it is meant by other words, and several may be meant.
  private func variant(of claim: Claim, _ sentence: Sentence) -> UInt32? {
    guard claim.agent.origin == .named else { return variants[claim.agent.concept] ?? nil }
    for place in sentence.mentions where reading.mentions[Int(place)].range.overlaps(claim.agent.range) {
      if reading.mentions[Int(place)].concept == claim.agent.concept {
        return reading.mentions[Int(place)].variant
      }
    }
    return 0
  }

  /// What a claim says, on the scales of the kinds that it speaks to; `named` is the harm that stands for any.
  private func values(of claim: Claim) -> [(Assertion.Key, Double, Double, Int32)] {
    let agent = claim.agent.concept
    let target = claim.target.concept
    func key(_ kind: Assertion.Kind, _ target: Int32) -> Assertion.Key {
      Assertion.Key(kind: kind, agent: agent, target: target)
    }
    switch claim.relation {
    case .increases, .decreases, .noEffect:
      guard target >= 0 else { return moved(in: claim) }
      if judge.kind(target) == .condition {
        guard claim.relation == .noEffect, !claim.negated, !judge.isHarm(target) else { return [] }
        return [(key(.treats, target), 0, 0, -1), (key(.prevents, target), 0, 0, -1)]
      }
      guard judge.kind(target) == .quantity || judge.kind(target) == .structure else { return [] }
      let (low, high) = span(claim)
      return moved(by: target).map { quantity, sign in
        (key(.moves, quantity), sign > 0 ? low : -high, sign > 0 ? high : -low, -1)
      }
    case .treats, .prevents:
      guard target >= 0 else { return [] }
      switch judge.kind(target) {
      case .condition:
        if judge.isHarm(target), claim.relation == .treats { return [] }
        if claim.negated, claim.strength == .absolute || claim.flags.contains(.cure) { return [] }
        let value = claim.negated ? 0.0 : 1.0
        return [(key(claim.relation == .treats ? .treats : .prevents, target), value, value, -1)]
      case .outcome:
        guard !claim.negated else { return [] }
        return judge.knowledge.concepts[Int(target)].effects.compactMap { effect in
          let value: Double
          switch effect.direction {
          case .increases: value = 1
          case .decreases: value = -1
          case .noEffect: return nil
          }
          return (key(.moves, effect.quantity.rawValue), value, value, -1)
        }
      default: return []
      }
    case .causes:
      guard judge.kind(target) == .condition else { return [] }
      if target == judge.harmClass {
        return claim.negated ? [] : [(key(.anyHarm, -1), 1, 1, target)]
      }
      if claim.negated { return [(key(.harms, target), 0, 0, target)] }
      var said = [(key(.harms, target), 1.0, 1.0, target)]
      if claim.certainty == .asserted || isHarm(target, of: agent) {
        said.append((key(.anyHarm, -1), 1, 1, target))
      }
      return said
    case .safe:
      // Safe in general leaves room for harms; only "no side effects" does not.
      guard !claim.negated, claim.strength == .absolute, target < 0 || target == judge.harmClass else {
        return []
      }
      return [(key(.anyHarm, -1), 0, 0, judge.harmClass)]
    case .worsens:
      if target < 0 { return moved(in: claim) }
      guard judge.kind(target) == .condition, !claim.negated, claim.certainty == .asserted,
        !judge.isHarm(target)
      else { return [] }
      return [(key(.treats, target), -1, -1, -1)]
    case .other: return []
    }
  }

  /// "It thickens hair": of something that the rules have no name for, its words tell what it is.
  private func moved(in claim: Claim) -> [(Assertion.Key, Double, Double, Int32)] {
    guard claim.relation != .noEffect, let object = object(of: claim) else { return [] }
    var words: UInt32 = 2_166_136_261
    // "irritates", "irritate": what gets worse is told by the verb as well, whatever its ending.
    let verb =
      claim.relation == .worsens
      ? claim.frameRange.start..<min(claim.frameRange.start + 6, claim.frameRange.end) : 0..<0
    for byte in document.text[verb] { words = (words ^ UInt32(byte | 0x20)) &* 16_777_619 }
    for byte in document.text[object.start..<object.end] {
      words = (words ^ UInt32(byte | 0x20)) &* 16_777_619
    }
    let (low, high) = span(claim)
    let key = Assertion.Key(kind: .moves, agent: claim.agent.concept, target: -1, words: words)
    return [(key, low, high, -1)]
  }

  private func firstLetter(from offset: Int) -> Int {
    var cursor = offset
    while cursor < document.text.count, document.text[cursor] <= 0x20 { cursor += 1 }
    return cursor
  }

  /// The object of an active verb, where it is no more than a few plain words up to the end of the clause.
  private func object(of claim: Claim) -> ByteRange? {
    let text = document.text
    let end = reading.sentences[Int(claim.sentence)].range.end
    guard claim.agent.range.end <= claim.frameRange.start else { return nil }
    let stops: WordClasses = [
      .preposition, .coordinator, .subordinator, .relative, .infinitive, .be, .adverb,
    ]
    var start = -1
    var cursor = claim.frameRange.end
    var count = 0
    while cursor < end, text[cursor] == 0x20 {
      var stop = cursor + 1
      while stop < end, text[stop] | 0x20 >= 0x61, text[stop] | 0x20 <= 0x7A || text[stop] == 0x2D {
        stop += 1
      }
      guard stop > cursor + 1 else { break }
      let word = judge.knowledge.words.find(Array(text[(cursor + 1)..<stop]))
      let classes = word.map { judge.knowledge.wordClasses[Int($0)] } ?? []
      if !classes.isDisjoint(with: stops) { break }
      if start < 0, !classes.contains(.determiner) { start = cursor + 1 }
      cursor = stop
      count += 1
      if count > 3 { return nil }
    }
    return start >= 0 && cursor > start ? ByteRange(start, cursor) : nil
  }

  /// A harm by its class, or because the agent is known for it ("scars" are treated as well as caused).
  private func isHarm(_ target: Int32, of agent: Int32) -> Bool {
    if judge.isHarm(target) { return true }
    let known = judge.lookup.find(
      agent: agent, partners: [], target: target, accepts: { $0 == .causes || $0 == .worsens })
    return known.map { judge.knowledge.statements[Int($0.statement)].verdict == .harmful } ?? false
  }

  /// Which way a claim of change goes, as a span from -1 to 1.
  private func span(_ claim: Claim) -> (Double, Double) {
    switch (claim.relation, claim.negated) {
    case (.increases, false): (1, 1)
    case (.increases, true): (-1, 0)
    case (.decreases, false): (-1, -1)
    case (.decreases, true): (0, 1)
    case (.worsens, false): (1, 1)
    case (.worsens, true): (0, 0)
    default: (0, 0)
    }
  }

  /// The quantity itself, and what more of it moves ("melanocytes" make melanin): with the sign of the move.
  private func moved(by quantity: Int32) -> [(Int32, Int)] {
    var result = [(quantity, 1)]
    for effect in judge.knowledge.concepts[Int(quantity)].effects {
      switch effect.direction {
      case .increases: result.append((effect.quantity.rawValue, 1))
      case .decreases: result.append((effect.quantity.rawValue, -1))
      case .noEffect: continue
      }
    }
    return result
  }

  private func isRefuted(_ assertion: Assertion) -> Bool {
    guard assertion.key.kind == .moves, assertion.low == assertion.high else { return false }
    return judge.knowledge.concepts[Int(assertion.key.agent)].effects.contains { effect in
      guard effect.quantity.rawValue == assertion.key.target else { return false }
      switch effect.direction {
      case .increases: return assertion.low < 0
      case .decreases: return assertion.low > 0
      case .noEffect: return false
      }
    }
  }

  // MARK: Definitions

  /// "Melasma is an excess of pigment", "azelaic acid is no retinoid".
  private mutating func addDefinition(_ claim: Claim, _ place: Int32, _ circumstances: Circumstances) {
    guard claim.certainty == .asserted, claim.target.concept >= 0, claim.agent.concept >= 0 else { return }
    if judge.kind(claim.agent.concept)?.isIntervention == true {
      guard judge.kind(claim.target.concept)?.isIntervention == true else { return }
      let value = claim.negated ? 0.0 : 1.0
      // "a depigmenting agent": what its class does it does.
      for effect in judge.knowledge.concepts[Int(claim.target.concept)].effects where !claim.negated {
        let move: Double = effect.direction == .increases ? 1 : effect.direction == .decreases ? -1 : 0
        append(
          Assertion(
            key: Assertion.Key(
              kind: .moves, agent: claim.agent.concept, target: effect.quantity.rawValue),
            low: move, high: move, sentence: claim.sentence, range: claim.range, claim: place), circumstances)
      }
      append(
        Assertion(
          key: Assertion.Key(kind: .member, agent: claim.agent.concept, target: claim.target.concept),
          low: value, high: value, sentence: claim.sentence, range: claim.range, claim: place), circumstances)
      return
    }
    guard judge.kind(claim.target.concept) == .condition, !claim.negated, !judge.isHarm(claim.target.concept)
    else { return }
    var states: [(quantity: Int32, state: Concept.State)] = []
    if let deviation = claim.agent.deviation, judge.kind(claim.agent.concept) == .quantity {
      states = [(claim.agent.concept, deviation)]
    } else if judge.kind(claim.agent.concept) == .condition {
      states = judge.knowledge.concepts[Int(claim.agent.concept)].states.map {
        ($0.quantity.rawValue, $0.state)
      }
    }
    for (quantity, state) in states {
      let value: Double
      switch state {
      case .low, .absent: value = -1
      case .high: value = 1
      case .disordered: continue
      }
      var assertion = Assertion(
        key: Assertion.Key(kind: .state, agent: claim.target.concept, target: quantity), low: value,
        high: value, sentence: claim.sentence, range: claim.range, claim: place)
      if let known = judge.signs.state(of: claim.target.concept, in: quantity) {
        assertion.isRefuted = known == .high ? value < 0 : judge.signs.isLow(known) && value > 0
      }
      append(assertion, circumstances)
    }
  }
}
