import Claims
import Ingest
import Knowledge

/// Finds the assertions of a document that can be held against each other.
struct AssertionReading {
  let judge: Judge
  let document: Document
  let reading: DocumentReading
  private(set) var assertions: [Assertion] = []
  /// Of each agent what its name is narrowed to wherever it stands; nil where that differs from place to place.
  private(set) var variants: [Int32: UInt32?] = [:]
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
  struct Circumstances {
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
    case .paragraph, .listItem, .tableCell, .caption, .footnote: break
    }
    guard !facts.isEmpty || !sentence.claims.isEmpty, !isMythSection else { return }
    let circumstances = Circumstances(
      limits: limits.isEmpty ? limits : limits.filter { !leavesNobodyOut($0, sentence) }[...])
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

  mutating func append(_ assertion: Assertion, _ circumstances: Circumstances) {
    var assertion = assertion
    assertion.section = section
    assertion.sectionLimits = sectionLimits
    assertion.isContrasted = circumstances.isContrasted
    assertion.isOfClass = judge.kind(assertion.key.agent) == .class
    assertions.append(assertion)
  }
}
