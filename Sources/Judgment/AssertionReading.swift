import Claims
import Ingest
import Knowledge
import Linguistics

/// Finds the assertions of a document that can be held against each other.
struct AssertionReading {
  let judge: Judge
  let document: Document
  let reading: DocumentReading
  private(set) var assertions: [Assertion] = []
  /// Of each agent what its name is narrowed to wherever it stands; nil where that differs from place to place.
  private var variants: [Int32: UInt32?] = [:]
  private var nextFact = 0
  private var nextLimit = 0
  private var section: Int32 = 0
  private var sectionLimits: UInt64 = 0
  private var isMythSection = false

  init(judge: Judge, document: Document, reading: DocumentReading) {
    self.judge = judge
    self.document = document
    self.reading = reading
    for mention in reading.mentions where mention.concept >= 0 {
      if let known = variants[mention.concept] {
        if known != mention.variant { variants[mention.concept] = .some(nil) }
      } else {
        variants[mention.concept] = .some(mention.variant)
      }
    }
    for index in reading.sentences.indices { read(Int32(index)) }
  }

  /// The limits of the sentence at hand.
  private struct Circumstances {
    var limits: ArraySlice<Limit>
    var isContrasted: Bool { limits.contains { $0.kind == .contrast } }
    var isDisputed: Bool { limits.contains { $0.kind == .dispute } }

    /// Equal for equal sets of limits; 0 where there are none. Words of the claim's own parts do not limit it.
    func signature(leavingOut parts: [ByteRange] = []) -> UInt64 {
      var sum: UInt64 = 0
      for limit in limits where limit.kind == .circumstance {
        if parts.contains(where: { $0.overlaps(limit.range) }) { continue }
        sum &+= UInt64(limit.words) &* 0x9E37_79B9_7F4A_7C15 | 1
      }
      return sum
    }
  }

  private mutating func read(_ index: Int32) {
    let sentence = reading.sentences[Int(index)]
    let facts = slice(of: reading.facts, from: &nextFact, sentence: index, \.sentence)
    let limits = slice(of: reading.limits, from: &nextLimit, sentence: index, \.sentence)
    let block = document.blocks[Int(sentence.block)]
    switch block.kind {
    case .heading, .title:
      open(sentence, limits)
      return
    case .quote, .reference, .button, .alternativeText, .description: return
    case .paragraph, .listItem, .tableCell, .caption: break
    }
    guard !facts.isEmpty || !sentence.claims.isEmpty, !isMythSection else { return }
    let circumstances = Circumstances(limits: limits.filter { !leavesNobodyOut($0, sentence) }[...])
    if circumstances.isDisputed || isTakenBack(index) || opensWithQuote(sentence) { return }
    let first = assertions.count
    for fact in facts { add(fact, circumstances, block) }
    for claim in sentence.claims { add(claim, sentence, circumstances) }
    dropOpposites(from: first)
  }

  /// "every skin type" limits nothing.
  private func leavesNobodyOut(_ limit: Limit, _ sentence: Sentence) -> Bool {
    sentence.cues.contains { place in
      let cue = reading.cues[Int(place)]
      return judge.categories[Int(cue.cue)] == .absolute && cue.range.overlaps(limit.range)
    }
  }

  /// A sentence that seems to say two opposite things was misread, or says more than is understood.
  private mutating func dropOpposites(from first: Int) {
    guard assertions.count > first + 1 else { return }
    let own = assertions[first...]
    let opposed = own.filter { one in own.contains { $0.key == one.key && one.isApart(from: $0) } }
    guard !opposed.isEmpty else { return }
    let kept = own.filter { item in !opposed.contains { $0.key == item.key } }
    assertions.replaceSubrange(first..., with: kept)
  }

  /// The records of a sentence; records come in the order of the sentences.
  private func slice<Record>(
    of records: [Record], from next: inout Int, sentence: Int32, _ place: KeyPath<Record, Int32>
  ) -> ArraySlice<Record> {
    while next < records.count, records[next][keyPath: place] < sentence { next += 1 }
    let start = next
    while next < records.count, records[next][keyPath: place] == sentence { next += 1 }
    return records[start..<next]
  }

  /// A heading: what it names limits its section; under "Myths" nothing is put forward.
  private mutating func open(_ sentence: Sentence, _ limits: ArraySlice<Limit>) {
    section += 1
    sectionLimits = Circumstances(limits: limits).signature()
    for place in sentence.mentions {
      let concept = reading.mentions[Int(place)].concept
      guard judge.kind(concept) == .condition else { continue }
      sectionLimits &+= UInt64(UInt32(bitPattern: concept)) &* 0x9E37_79B9_7F4A_7C15 | 1
    }
    isMythSection =
      limits.contains { $0.kind == .dispute }
      || sentence.cues.contains { judge.categories[Int(reading.cues[Int($0)].cue)] == .denial }
  }

  /// "It doesn't." follows.
  private func isTakenBack(_ index: Int32) -> Bool {
    var place = nextLimit
    while place < reading.limits.count, reading.limits[place].sentence == index + 1 {
      if reading.limits[place].kind == .rebuttal { return true }
      place += 1
    }
    return false
  }

  private func opensWithQuote(_ sentence: Sentence) -> Bool {
    let start = sentence.range.start
    let bytes = document.text
    func isQuote(_ offset: Int) -> Bool {
      guard offset >= 0, offset < bytes.count else { return false }
      if bytes[offset] == 0x22 || bytes[offset] == 0x27 { return true }
      // The curly marks, and the angled ones.
      guard offset + 2 < bytes.count, bytes[offset] == 0xE2, bytes[offset + 1] == 0x80 else { return false }
      return bytes[offset + 2] == 0x98 || bytes[offset + 2] == 0x9C
    }
    return isQuote(start) || isQuote(start - 1) || isQuote(start - 3)
  }

  // MARK: Facts

  private mutating func add(_ fact: Fact, _ circumstances: Circumstances, _ block: Block) {
    // The rows of a table and the points of a list speak of variants that their columns and headings name.
    if fact.agent.concept < 0, block.kind == .listItem || block.kind == .tableCell { return }
    if block.kind == .tableCell { return }
    for kind in kinds(of: fact) { add(fact, as: kind, circumstances) }
  }

  /// The scales that a fact speaks to.
  private func kinds(of fact: Fact) -> [Assertion.Kind] {
    switch fact.kind {
    case .downtime: [.downtime]
    case .sessions: [.sessions]
    case .lasting: [.lasting]
    case .onset: [.onset]
    case .interval: [.interval]
    case .concentration: [.concentration]
    case .depth: [.depth]
    case .pain: [.pain]
    case .harm: [.anyHarm]
    case .efficacy: [.treats, .prevents]
    case .suitability: [.suited]
    }
  }

  private mutating func add(_ fact: Fact, as kind: Assertion.Kind, _ circumstances: Circumstances) {
    var assertion = Assertion(
      key: Assertion.Key(kind: kind, agent: fact.agent.concept, target: fact.target), low: fact.low,
      high: fact.high, sentence: fact.sentence, range: fact.range)
    if fact.agent.origin == .named || fact.agent.concept < 0 {
      assertion.variant = fact.variant
    } else {
      // What is meant is not narrowed by words of its own: clear only where every name of it is narrowed alike.
      guard let only = variants[fact.agent.concept] ?? nil else { return }
      assertion.variant = only
    }
    assertion.agentRange = fact.agent.origin == .named ? fact.agent.range : ByteRange(0, 0)
    assertion.topic = reading.claims.first?.topic ?? -1
    if kind == .anyHarm {
      assertion.isUniversal = true
      assertion.named = judge.harmClass
    }
    if kind == .suited {
      // The circumstance is what it is about.
      let own = circumstances.limits.filter {
        $0.words != UInt32(bitPattern: fact.target) | 0x8000_0000
      }
      assertion.limits = Circumstances(limits: own[...]).signature(leavingOut: [fact.range])
    } else {
      assertion.limits = circumstances.signature(leavingOut: [fact.range, fact.agent.range])
    }
    append(assertion, circumstances)
  }

  private mutating func append(_ assertion: Assertion, _ circumstances: Circumstances) {
    var assertion = assertion
    assertion.section = section
    assertion.sectionLimits = sectionLimits
    assertion.isContrasted = circumstances.isContrasted
    assertions.append(assertion)
  }

  // MARK: Claims

  private mutating func add(_ place: Int32, _ sentence: Sentence, _ circumstances: Circumstances) {
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
      if key.words != 0, let object = object(of: claim) { assertion.targetRange = object }
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
    case .worsens, .other: return []
    }
  }

  /// "It thickens hair": of something that the rules have no name for, its words tell what it is.
  private func moved(in claim: Claim) -> [(Assertion.Key, Double, Double, Int32)] {
    guard claim.relation != .noEffect, let object = object(of: claim) else { return [] }
    var words: UInt32 = 2_166_136_261
    for byte in document.text[object.start..<object.end] {
      words = (words ^ UInt32(byte | 0x20)) &* 16_777_619
    }
    let (low, high) = span(claim)
    let key = Assertion.Key(kind: .moves, agent: claim.agent.concept, target: -1, words: words)
    return [(key, low, high, -1)]
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
