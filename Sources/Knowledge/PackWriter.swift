import Linguistics

/// Writes a knowledge base as a compiled pack.
struct PackWriter {
  private var sections = [[UInt8]](repeating: [], count: CompiledPack.Section.allCases.count)
  private var numbers: [String: UInt32] = [:]
  private var stringBytes: [UInt8] = []
  private var stringEnds: [UInt32] = []
  private var records: [UInt32] = []

  // MARK: Values of the record stream

  private mutating func put(_ value: UInt32) { records.append(value) }
  private mutating func put(_ value: Int32) { records.append(UInt32(bitPattern: value)) }
  private mutating func put(_ concept: ConceptIndex) { put(concept.rawValue) }

  private mutating func put(_ string: String) {
    if let number = numbers[string] {
      put(number)
      return
    }
    let number = UInt32(stringEnds.count)
    numbers[string] = number
    stringBytes += Array(string.utf8)
    stringEnds.append(UInt32(stringBytes.count))
    put(number)
  }

  /// An optional string: 0, or its number + 1.
  private mutating func put(_ string: String?) {
    guard let string else { return put(UInt32(0)) }
    put(string)
    records[records.count - 1] += 1
  }

  private mutating func put(_ number: Int32?) {
    put(UInt32(number == nil ? 0 : 1))
    put(number ?? 0)
  }

  private mutating func put<Value: CaseIterable & Equatable>(case value: Value) {
    put(UInt32(Array(Value.allCases).firstIndex(of: value) ?? 0))
  }

  private mutating func put<Item>(_ items: [Item], _ body: (inout PackWriter, Item) -> Void) {
    put(UInt32(items.count))
    for item in items { body(&self, item) }
  }

  private mutating func put(_ strings: [String]) { put(strings) { $0.put($1) } }
  private mutating func put(_ numbers: [Int32]) { put(numbers) { $0.put($1) } }
  private mutating func put(_ concepts: [ConceptIndex]) { put(concepts) { $0.put($1) } }

  private mutating func put(_ place: RulePlace) {
    put(place.path)
    put(place.line)
  }

  // MARK: Records

  mutating func write(_ knowledge: KnowledgeBase) {
    put(knowledge.sha256)
    put(knowledge.figures.formsWritten)
    put(knowledge.figures.phrasesCompiled)
    put(knowledge.referenceHeadings)
    put(UInt32(bitPattern: knowledge.words.count))
    // All counts that indices are held against come first.
    put(UInt32(knowledge.concepts.count))
    put(UInt32(knowledge.sources.count))
    put(knowledge.packs) { $0.write($1) }
    put(knowledge.concepts) { $0.write($1) }
    put(knowledge.sources) { $0.write($1) }
    put(knowledge.statements) { $0.write($1) }
    put(knowledge.definitions) { $0.write($1) }
    put(knowledge.cues) { $0.write($1) }
    put(knowledge.frames) { $0.write($1) }
    put(knowledge.findingRules) { $0.write($1) }
    write(knowledge.regulation)
    writeTables(knowledge)
  }

  private mutating func write(_ pack: Pack) {
    for text in [pack.id, pack.title, pack.version, pack.reviewed, pack.about, pack.language] { put(text) }
    put(pack.maximumAgeYears)
  }

  private mutating func write(_ concept: Concept) {
    put(concept.id)
    put(case: concept.kind)
    put(concept.label)
    put(concept.synonyms)
    put(concept.needsContext)
    put(concept.parents)
    put(concept.states) {
      $0.put($1.quantity)
      $0.put(case: $1.state)
    }
    put(concept.effects) {
      $0.put($1.quantity)
      $0.put(case: $1.direction)
      $0.put($1.source)
    }
    put(concept.ancestors) {
      $0.put($1.concept)
      $0.put($1.distance)
    }
    put(concept.place)
  }

  private mutating func write(_ source: Source) {
    put(source.id)
    put(source.partOf)
    put(source.title)
    put(source.authors)
    put(source.journal)
    put(source.year)
    put(source.doi)
    put(source.pmid)
    put(source.url)
    put(source.seenAt)
    put(case: source.design)
    put(source.participants)
    put(source.finding)
    put(source.place)
  }

  private mutating func write(_ statement: EvidenceStatement) {
    put(statement.id)
    put(statement.intervention)
    put(statement.partners)
    put(case: statement.relation)
    put(statement.target)
    put(case: statement.verdict)
    put(case: statement.certainty)
    put(statement.sources)
    put(statement.note)
    put(statement.maySay)
    put(statement.reviewed)
    put(statement.place)
  }

  private mutating func write(_ definition: Definition) {
    put(definition.id)
    put(definition.concept)
    put(definition.quantity)
    put(case: definition.direction)
    put(case: definition.verdict)
    put(case: definition.certainty)
    put(definition.sources)
    put(definition.note)
    put(definition.maySay)
    put(definition.reviewed)
    put(definition.place)
  }

  private mutating func write(_ cue: Cue) {
    put(cue.id)
    put(case: cue.category)
    put(case: cue.scope)
    put(cue.value)
    put(cue.forms)
    put(cue.means)
    put(cue.examples)
    put(cue.place)
  }

  private mutating func write(_ frame: Frame) {
    put(frame.id)
    put(case: frame.shape)
    put(case: frame.effect)
    put(frame.words)
    put(frame.targetLinks)
    put(frame.agentLinks)
    put(frame.movesQuantity)
    put(UInt32(frame.movesDirection == nil ? 0 : 1))
    put(case: frame.movesDirection ?? .increases)
    put(frame.strength)
    put(frame.means)
    put(frame.examples)
    put(frame.place)
  }

  private mutating func write(_ rule: FindingRule) {
    put(rule.id)
    put(case: rule.severity)
    put(rule.check)
    put(rule.rank)
    put(rule.message)
    put(rule.suggestion)
    put(rule.fixes) {
      $0.put($1.words)
      $0.put($1.with)
    }
    put(rule.why)
    put(rule.sources)
    put(rule.agents)
    put(rule.flags)
    put(rule.passes)
    put(rule.place)
  }

  // MARK: Regulation

  private mutating func put(_ flag: Bool) { put(UInt32(flag ? 1 : 0)) }
  private mutating func put(_ classes: ProductClasses) { put(UInt32(classes.rawValue)) }
  private mutating func put(_ kinds: [Concept.Kind]) { put(kinds) { $0.put(case: $1) } }

  private mutating func write(_ regulation: Regulation) {
    put(regulation.products) {
      $0.put($1.product.map { Int32(ProductClass.allCases.firstIndex(of: $0) ?? 0) })
      $0.put($1.mayBe)
      $0.put($1.kinds)
      $0.put($1.concepts)
      $0.put($1.words)
    }
    put(regulation.unnamedMayBe)
    put(regulation.faults) { $0.write($1) }
    put(regulation.rules) { $0.write($1) }
    put(regulation.exceptions) { $0.write($1) }
    put(regulation.passes)
  }

  private mutating func write(_ fault: RegulationFault) {
    put(fault.finding)
    put(fault.topic)
    put(fault.byDefault.map { Int32(FindingRule.Severity.allCases.firstIndex(of: $0) ?? 0) })
    put(fault.once)
    put(fault.explainedBy)
    put(fault.when) { $0.write($1) }
    put(fault.unless) { $0.write($1) }
    put(fault.flags)
    put(fault.passes)
  }

  private mutating func write(_ condition: RegulationFault.Condition) {
    put(condition.wording)
    put(condition.with)
    put(condition.agents)
    put(condition.mentions)
    put(condition.products)
    put(condition.claim.map { [$0] } ?? []) {
      $0.put($1.relations)
      $0.put($1.targets)
      $0.put($1.targetKinds)
      $0.put($1.strength)
      $0.put($1.hedged)
      $0.put($1.reported)
      $0.put($1.attribution)
    }
    put(condition.promotional)
    put(condition.figure)
    put(condition.quoted)
  }

  private mutating func write(_ exception: RegulationFault.Exception) {
    put(case: exception.within)
    put(exception.wording)
    put(exception.attribution)
    put(exception.agents)
    put(exception.mentions)
    put(exception.products)
    put(exception.evidence)
  }

  private mutating func write(_ rule: RegulationRule) {
    put(rule.id)
    put(rule.jurisdiction)
    put(rule.also)
    put(rule.faults)
    put(case: rule.severity)
    put(case: rule.basis)
    put(rule.products)
    for text in [rule.why, rule.fix, rule.safe, rule.check] { put(text) }
    put(rule.sources)
    put(rule.place)
  }

  // MARK: Tables

  private mutating func writeTables(_ knowledge: KnowledgeBase) {
    let words = knowledge.words
    let phrases = knowledge.phrases
    sections[.wordSlots] = Self.bytes(words.slots)
    sections[.wordEntries] = Self.bytes(
      words.entries.flatMap { [$0.hash, $0.offset, $0.length, UInt32(bitPattern: $0.word)] })
    sections[.wordBytes] = words.bytes
    sections[.wordClasses] = Self.bytes(knowledge.wordClasses.map(\.rawValue))
    sections[.roots] = Self.bytes(phrases.roots)
    sections[.states] = phrases.states.flatMap {
      Self.bytes([$0.firstEntry, $0.firstStep]) + Self.bytes([$0.following])
    }
    sections[.steps] = Self.bytes(phrases.steps.flatMap { [$0.word, $0.node] })
    sections[.entries] = phrases.entries.flatMap { entry in
      [entry.kind.rawValue, entry.form.rawValue, entry.flags.rawValue, entry.length]
        + Self.bytes([entry.index])
    }
  }

  static func bytes(_ values: [some FixedWidthInteger]) -> [UInt8] {
    values.flatMap { value in withUnsafeBytes(of: value.littleEndian) { Array($0) } }
  }

  /// The whole file.
  mutating func finish() -> [UInt8] {
    sections[.strings] = stringBytes
    sections[.stringEnds] = Self.bytes(stringEnds)
    sections[.records] = Self.bytes(records)
    var table: [UInt8] = []
    var payload: [UInt8] = []
    let start = CompiledPack.headerSize + CompiledPack.sectionEntrySize * sections.count
    for section in sections {
      while (start + payload.count) % CompiledPack.alignment != 0 { payload.append(0) }
      table += Self.bytes([UInt64(start + payload.count), UInt64(section.count)])
      payload += section
    }
    let body = table + payload
    let sum = body.withUnsafeBytes { CompiledPack.checksum($0) }
    let header =
      CompiledPack.magic + Self.bytes([CompiledPack.formatVersion, UInt32(sections.count)])
      + Self.bytes([UInt64(CompiledPack.headerSize + body.count), sum])
    return header + body
  }
}

extension [[UInt8]] {
  subscript(_ section: CompiledPack.Section) -> [UInt8] {
    get { self[section.rawValue] }
    set { self[section.rawValue] = newValue }
  }
}
