import Linguistics

/// Reads a compiled pack; whatever its bytes hold, it ends in a knowledge base or in `Damage`.
final class PackReader {
  typealias Damage = CompiledPack.Damage
  private let bytes: PackBytes
  private let pool: PackTexts
  private let records: [UInt32]
  private var position = 0
  private var conceptCount = 0
  private var sourceCount = 0
  private var lastPath: (number: UInt32, path: String) = (.max, "")

  /// - Parameter isOwn: the bytes are part of this executable.
  init(_ bytes: UnsafeRawBufferPointer, isOwn: Bool = false) throws(Damage) {
    self.bytes = try PackBytes(bytes, isOwn: isOwn)
    pool = try PackTexts(self.bytes)
    records = try self.bytes.array(.records)
  }

  // MARK: Values of the record stream

  private func number() throws(Damage) -> UInt32 {
    guard position < records.count else { throw Damage(problem: "the records are cut off") }
    defer { position += 1 }
    return records[position]
  }

  private func integer() throws(Damage) -> Int32 { Int32(bitPattern: try number()) }

  private func optionalInteger() throws(Damage) -> Int32? {
    let isThere = try number()
    let value = try integer()
    return isThere == 0 ? nil : value
  }

  private func string(_ number: UInt32) throws(Damage) -> String {
    guard Int(number) < pool.count else { throw Damage(problem: "a text is missing") }
    return pool.text(Int(number))
  }

  private func text() throws(Damage) -> String { try string(try number()) }

  private func optionalText() throws(Damage) -> String? {
    let number = try number()
    return number == 0 ? nil : try string(number - 1)
  }

  private func index(below limit: Int, _ what: String) throws(Damage) -> Int32 {
    let value = try number()
    guard Int(value) < limit, let place = Int32(exactly: value) else {
      throw Damage(problem: "a \(what) is missing")
    }
    return place
  }

  private func concept() throws(Damage) -> ConceptIndex {
    ConceptIndex(try index(below: conceptCount, "concept"))
  }

  private func source() throws(Damage) -> Int32 { try index(below: sourceCount, "source") }

  private func oneOf<Value: CaseIterable>(_: Value.Type = Value.self) throws(Damage) -> Value
  where Value.AllCases == [Value] {
    let place = Int(try number())
    let cases = Value.allCases
    guard place < cases.count else { throw Damage(problem: "a value is none of its kind") }
    return cases[place]
  }

  private func list<Item>(
    _ body: (PackReader) throws(Damage) -> Item
  ) throws(Damage) -> [Item] {
    let count = Int(try number())
    // Every item takes at least one number.
    guard count <= records.count - position else { throw Damage(problem: "a list is cut off") }
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count { items.append(try body(self)) }
    return items
  }

  private func texts() throws(Damage) -> [String] {
    try list { reader throws(Damage) in try reader.text() }
  }
  private func concepts() throws(Damage) -> [ConceptIndex] {
    try list { reader throws(Damage) in try reader.concept() }
  }
  private func sources() throws(Damage) -> [Int32] {
    try list { reader throws(Damage) in try reader.source() }
  }
  /// Texts that stay in the pack of this executable until they are asked for.
  private func textList() throws(Damage) -> TextList {
    guard pool.isOwn else { return TextList(try texts()) }
    return TextList(
      try list { reader throws(Damage) in
        let place = try reader.number()
        guard Int(place) < reader.pool.count else { throw Damage(problem: "a text is missing") }
        return place
      }, of: pool)
  }
  private func place() throws(Damage) -> RulePlace {
    // Records of one file stand together.
    let number = try number()
    if number != lastPath.number { lastPath = (number, try string(number)) }
    return RulePlace(path: lastPath.path, line: try integer())
  }

  // MARK: Records

  func knowledgeBase() throws(Damage) -> KnowledgeBase {
    let sha256 = try text()
    let figures = KnowledgeBase.Figures(formsWritten: try integer(), phrasesCompiled: try integer())
    let headings = try texts()
    let wordCount = try integer()
    guard wordCount >= 0 else { throw Damage(problem: "the number of words is none") }
    conceptCount = Int(try number())
    sourceCount = Int(try number())
    let packs = try list { reader throws(Damage) in try reader.pack() }
    let concepts = try list { reader throws(Damage) in try reader.conceptRecord() }
    let sources = try list { reader throws(Damage) in try reader.sourceRecord() }
    guard concepts.count == conceptCount, sources.count == sourceCount else {
      throw Damage(problem: "the records have another number than they say")
    }
    let statements = try list { reader throws(Damage) in try reader.statement() }
    let definitions = try list { reader throws(Damage) in try reader.definition() }
    let cues = try list { reader throws(Damage) in try reader.cue() }
    let frames = try list { reader throws(Damage) in try reader.frame() }
    let rules = try list { reader throws(Damage) in try reader.findingRule() }
    let regulation = try regulation(findingCount: rules.count)
    guard position == records.count else { throw Damage(problem: "there is more than the records") }
    let phrases = try bytes.phrases(
      wordCount: wordCount, limits: [.concept: concepts.count, .cue: cues.count, .frame: frames.count])
    return KnowledgeBase(
      packs: packs, concepts: concepts, sources: sources, statements: statements, definitions: definitions,
      cues: cues, frames: frames, findingRules: rules, regulation: regulation,
      words: try bytes.words(count: wordCount),
      wordClasses: try bytes.wordClasses(count: wordCount), phrases: phrases, sha256: sha256,
      referenceHeadings: headings, figures: figures)
  }

  private func pack() throws(Damage) -> Pack {
    Pack(
      id: try text(), title: try text(), version: try text(), reviewed: try text(), about: try text(),
      language: try text(), maximumAgeYears: try integer())
  }

  private func conceptRecord() throws(Damage) -> Concept {
    Concept(
      id: try text(), kind: try oneOf(), label: try text(), synonyms: try texts(), needsContext: try texts(),
      parents: try concepts(),
      states: try list { reader throws(Damage) in
        Concept.Deviation(quantity: try reader.concept(), state: try reader.oneOf())
      },
      effects: try list { reader throws(Damage) in
        Concept.Effect(
          quantity: try reader.concept(), direction: try reader.oneOf(), source: try reader.source())
      },
      ancestors: try list { reader throws(Damage) in
        Concept.Ancestor(concept: try reader.concept(), distance: try reader.integer())
      },
      place: try place())
  }

  private func sourceRecord() throws(Damage) -> Source {
    Source(
      id: try text(), partOf: try optionalText(), title: try text(), authors: try optionalText(),
      journal: try optionalText(), year: try optionalInteger(), doi: try optionalText(),
      pmid: try optionalText(), url: try text(), seenAt: try optionalText(), design: try oneOf(),
      participants: try optionalInteger(), finding: try text(), place: try place())
  }

  private func statement() throws(Damage) -> EvidenceStatement {
    EvidenceStatement(
      id: try text(), intervention: try concept(), partners: try concepts(), relation: try oneOf(),
      target: try concept(), verdict: try oneOf(), certainty: try oneOf(), sources: try sources(),
      note: try text(), maySay: try text(), reviewed: try text(), place: try place())
  }

  private func definition() throws(Damage) -> Definition {
    Definition(
      id: try text(), concept: try concept(), quantity: try concept(), direction: try oneOf(),
      verdict: try oneOf(), certainty: try oneOf(), sources: try sources(), note: try text(),
      maySay: try text(), reviewed: try text(), place: try place())
  }

  private func cue() throws(Damage) -> Cue {
    Cue(
      id: try text(), category: try oneOf(), scope: try oneOf(), value: try text(), forms: try textList(),
      means: try text(), examples: try texts(), place: try place())
  }

  private func frame() throws(Damage) -> Frame {
    let id = try text()
    let shape: Frame.Shape = try oneOf()
    let effect: Frame.Effect = try oneOf()
    let words = try texts()
    let targetLinks = try texts()
    let agentLinks = try texts()
    let quantity = try text()
    let hasDirection = try number() != 0
    let direction: Concept.Direction = try oneOf()
    return Frame(
      id: id, shape: shape, effect: effect, words: words, targetLinks: targetLinks, agentLinks: agentLinks,
      movesQuantity: quantity, movesDirection: hasDirection ? direction : nil, strength: try text(),
      means: try text(), examples: try texts(), place: try place())
  }

  private func findingRule() throws(Damage) -> FindingRule {
    FindingRule(
      id: try text(), severity: try oneOf(), check: try text(), rank: try integer(), message: try text(),
      suggestion: try text(),
      fixes: try list { reader throws(Damage) in
        FindingRule.Replacement(words: try reader.text(), with: try reader.text())
      },
      why: try text(), sources: try sources(), agents: try concepts(),
      flags: try texts(), passes: try texts(), place: try place())
  }

  // MARK: Regulation

  private func flag() throws(Damage) -> Bool { try number() != 0 }
  private func classes() throws(Damage) -> ProductClasses {
    ProductClasses(rawValue: UInt8(truncatingIfNeeded: try number()))
  }
  private func kinds() throws(Damage) -> [Concept.Kind] {
    try list { reader throws(Damage) in try reader.oneOf() }
  }

  /// One of an enumeration, or nil.
  private func optional<Value: CaseIterable>(_: Value.Type = Value.self) throws(Damage) -> Value?
  where Value.AllCases == [Value] {
    guard let place = try optionalInteger() else { return nil }
    let cases = Value.allCases
    guard place >= 0, Int(place) < cases.count else {
      throw Damage(problem: "a value is none of its kind")
    }
    return cases[Int(place)]
  }

  private func regulation(findingCount: Int) throws(Damage) -> Regulation {
    var regulation = Regulation()
    regulation.products = try list { reader throws(Damage) in
      ProductRecord(
        product: try reader.optional(), mayBe: try reader.classes(), kinds: try reader.kinds(),
        concepts: try reader.concepts(), words: try reader.texts())
    }
    regulation.unnamedMayBe = try classes()
    regulation.faults = try list { reader throws(Damage) in try reader.fault(findingCount) }
    let faultCount = regulation.faults.count
    regulation.rules = try list { reader throws(Damage) in try reader.regulationRule(faultCount) }
    regulation.exceptions = try list { reader throws(Damage) in try reader.exception() }
    regulation.passes = try texts()
    return regulation
  }

  private func fault(_ findingCount: Int) throws(Damage) -> RegulationFault {
    RegulationFault(
      finding: try index(below: findingCount, "finding rule"), topic: try text(), byDefault: try optional(),
      once: try flag(),
      explainedBy: try list { reader throws(Damage) in try reader.index(below: findingCount, "finding rule")
      },
      when: try list { reader throws(Damage) in try reader.condition() },
      unless: try list { reader throws(Damage) in try reader.exception() }, flags: try texts(),
      passes: try texts())
  }

  private func condition() throws(Damage) -> RegulationFault.Condition {
    var condition = RegulationFault.Condition()
    condition.wording = try texts()
    condition.with = try texts()
    condition.agents = try concepts()
    condition.mentions = try concepts()
    condition.products = try classes()
    condition.claim =
      try list { reader throws(Damage) in
        var claim = RegulationFault.ClaimCondition()
        claim.relations = try reader.texts()
        claim.targets = try reader.concepts()
        claim.targetKinds = try reader.kinds()
        claim.strength = try reader.text()
        claim.hedged = try reader.flag()
        claim.reported = try reader.flag()
        claim.attribution = try reader.texts()
        return claim
      }.first
    condition.promotional = try flag()
    condition.figure = try flag()
    condition.quoted = try flag()
    return condition
  }

  private func exception() throws(Damage) -> RegulationFault.Exception {
    var exception = RegulationFault.Exception()
    exception.within = try oneOf()
    exception.wording = try texts()
    exception.attribution = try texts()
    exception.agents = try concepts()
    exception.mentions = try concepts()
    exception.products = try classes()
    exception.evidence = try concepts()
    return exception
  }

  private func regulationRule(_ faultCount: Int) throws(Damage) -> RegulationRule {
    RegulationRule(
      id: try text(), jurisdiction: try text(), also: try texts(),
      faults: try list { reader throws(Damage) in try reader.index(below: faultCount, "fault") },
      severity: try oneOf(), basis: try oneOf(), products: try classes(), why: try text(), fix: try text(),
      safe: try text(), check: try text(), sources: try sources(), place: try place())
  }
}
