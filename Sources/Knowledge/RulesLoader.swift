import Linguistics
import Yams

/// Loads, checks and compiles a directory of rules.
public struct RulesLoader {
  /// Reads every rules file below `directory`.
  ///
  /// One bad record never stops the others: the knowledge base is built from the good ones, and all faults of all files
  /// are returned, in the order of path and line. Whether rules with faults of severity `error` may be used is the
  /// caller's decision; `KnowledgeBase.at` refuses them. `knowledge` is nil only where the directory cannot be read or
  /// holds no rules.
  ///
  /// - Parameter asOf: the day (`yyyy-mm-dd`) against which dates of review are held; nil leaves them unchecked.
  public static func load(
    directory: String, asOf: String? = nil
  ) -> (knowledge: KnowledgeBase?, faults: [RuleFault]) {
    let root = trimmed(directory)
    let faults = FaultCollector(root: root)
    guard let files = files(in: root, faults) else { return (nil, faults.sorted) }
    return load(files, faults, asOf: asOf)
  }

  /// The directory without slashes at its end.
  static func trimmed(_ directory: String) -> String {
    var root = directory
    while root.count > 1 && root.hasSuffix("/") { root.removeLast() }
    return root
  }

  /// The files below `root`; nil, with a fault, where there are none.
  static func files(in root: String, _ faults: FaultCollector) -> [RuleFile]? {
    let files = RuleFiles.load(root) { path, problem in
      faults.report(path, .start, "the file cannot be read: \(problem)", "make it a readable file")
    }
    guard let files else {
      faults.report("", .start, "there is no rules directory here", "give the directory that holds the rules")
      return nil
    }
    if files.isEmpty {
      faults.report("", .start, "the directory holds no rules", "give the directory that holds the packs")
      return nil
    }
    return files
  }

  /// Reads every rules file below `directory`, as `load` does, with the examples that the records carry. They are for
  /// those who write rules: the compiled pack holds the sentences that explanations show, and neither places nor
  /// expectations.
  public static func loadWithExamples(directory: String) -> (rules: TestedRules?, faults: [RuleFault]) {
    let root = trimmed(directory)
    let faults = FaultCollector(root: root)
    guard let files = files(in: root, faults) else { return (nil, faults.sorted) }
    return (loadWithExamples(files, faults, asOf: nil, root: root), faults.sorted)
  }

  static func load(
    _ files: [RuleFile], _ faults: FaultCollector, asOf: String?
  ) -> (knowledge: KnowledgeBase?, faults: [RuleFault]) {
    let rules = loadWithExamples(files, faults, asOf: asOf, root: "")
    return (rules.knowledge, faults.sorted)
  }

  static func loadWithExamples(
    _ files: [RuleFile], _ faults: FaultCollector, asOf: String?, root: String
  ) -> TestedRules {
    var drafts = RuleDrafts()
    let packs = Set(
      files.compactMap { file in
        let parts = file.path.split(separator: "/")
        return parts.count == 2 && parts[1] == "pack.yaml" ? String(parts[0]) : nil
      })
    for file in files { read(file, packs, &drafts, faults) }
    return build(&drafts, faults, asOf: asOf, sha256: RuleFiles.hash(files), root: root)
  }

  // MARK: Files

  private enum FileKind {
    case products, generalExceptions, faults, jurisdiction, regulatorySources
    case pack, concepts, sources, evidence, definitions, cues, frames, words, templates, findings
  }

  /// What a file holds, by its place.
  private static func kind(of path: String, packs: Set<String>) -> FileKind? {
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count >= 2, path.hasSuffix(".yaml") else { return nil }
    if parts[0] == "language" {
      guard parts.count >= 3 else { return nil }
      if parts.count == 3 {
        return parts[2] == "words.yaml" ? .words : parts[2] == "templates.yaml" ? .templates : nil
      }
      guard parts.count == 4 else { return nil }
      return parts[2] == "cues" ? .cues : parts[2] == "frames" ? .frames : nil
    }
    if parts[0] == "policy" { return parts.count == 2 ? .findings : nil }
    if parts[0] == "regulation" {
      if parts.count == 3 {
        return parts[1] == "faults" ? .faults : parts[1] == "sources" ? .regulatorySources : nil
      }
      guard parts.count == 2 else { return nil }
      switch parts[1] {
      case "products.yaml": return .products
      case "general.yaml": return .generalExceptions
      default: return .jurisdiction
      }
    }
    guard packs.contains(parts[0]) else { return nil }
    if parts.count == 2 { return parts[1] == "pack.yaml" ? .pack : nil }
    guard parts.count == 3 else { return nil }
    switch parts[1] {
    case "concepts": return .concepts
    case "sources": return .sources
    case "evidence": return .evidence
    case "definitions": return .definitions
    case "policy": return .findings
    default: return nil
    }
  }

  private static func read(
    _ file: RuleFile, _ packs: Set<String>, _ drafts: inout RuleDrafts, _ faults: FaultCollector
  ) {
    guard let kind = kind(of: file.path, packs: packs) else {
      faults.warn(
        file.path, .start, "nothing reads this file",
        "move it to where its kind of rules belongs (see rules/README.md), or give its directory a pack.yaml")
      return
    }
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      faults.report(
        file.path, firstInvalidCharacter(file.bytes), "the file is not UTF-8", "save it as UTF-8")
      return
    }
    let yaml = YAMLText(text, path: file.path, faults: faults)
    drafts.lost.formUnion(yaml.lostIDs)
    guard let root = yaml.root else {
      if text.allSatisfy(\.isWhitespace) {
        faults.warn(file.path, .start, "the file is empty", "fill it or remove it")
      }
      return
    }
    guard let reader = RecordReader(root, "the file", path: file.path, faults: faults) else { return }
    var loader = RecordLoader(path: file.path, faults: faults, drafts: drafts)
    switch kind {
    case .pack: loader.loadPack(reader)
    case .concepts: loader.loadConcepts(reader)
    case .sources: loader.loadSources(reader)
    case .evidence: loader.loadEvidence(reader)
    case .definitions: loader.loadDefinitions(reader)
    case .cues: loader.loadCues(reader)
    case .frames: loader.loadFrames(reader)
    case .words: loader.loadWords(reader)
    case .templates: loader.loadTemplates(reader)
    case .findings: loader.loadFindings(reader)
    case .products: loader.loadProducts(reader)
    case .generalExceptions: loader.loadGeneralExceptions(reader)
    case .faults: loader.loadFaults(reader)
    case .jurisdiction: loader.loadJurisdiction(reader)
    case .regulatorySources: loader.loadRegulatorySources(reader)
    }
    drafts = loader.drafts
  }

  private static func firstInvalidCharacter(_ bytes: [UInt8]) -> Position {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return .start
    } catch {
      let before = bytes[..<error.byteOffsets.lowerBound]
      let line = before.suffix(from: (before.lastIndex(of: 0x0A) ?? -1) + 1)
      return Position(
        line: before.count { $0 == 0x0A } + 1, column: line.count { $0 & 0xC0 != 0x80 } + 1)
    }
  }

  // MARK: Checking and compiling

  private static func build(
    _ drafts: inout RuleDrafts, _ faults: FaultCollector, asOf: String?, sha256: String,
    root: String
  ) -> TestedRules {
    let index = RecordIndex(&drafts, faults: faults)
    let taxonomy = Taxonomy(drafts.concepts, index, faults: faults)
    let concepts = ConceptChecker(drafts.concepts, index, taxonomy, faults)
    let evidence = EvidenceChecker(
      drafts: drafts, index: index, taxonomy: taxonomy, concepts: concepts, faults: faults)
    let statements = evidence.statements()
    let definitions = evidence.definitions()
    let sources = SourceChecker(drafts: drafts, index: index, faults: faults)
    sources.checkPublications()
    sources.checkUse()
    if let asOf { sources.checkReviews(asOf: asOf) }
    for draft in drafts.frames {
      guard let quantity = draft.quantity, let place = index.concept(quantity, in: draft.place.path),
        Taxonomy.family(drafts.concepts[place].kind) != .quantity
      else { continue }
      faults.report(
        draft.place.path, quantity.at,
        "'\(quantity.text)' is a \(drafts.concepts[place].kind.rawValue), no quantity or structure",
        "'moves' names what the word moves")
    }
    let findings = drafts.findings.map { draft in
      var rule = draft.rule
      rule.sources = evidence.sources(draft.sources, draft.id.text, draft.place.path)
      rule.agents = draft.agents.compactMap {
        index.concept($0, in: draft.place.path).map { ConceptIndex($0) }
      }
      return rule
    }
    var findingPlaces: [String: Int32] = [:]
    for (place, rule) in findings.enumerated() { findingPlaces[rule.id] = Int32(place) }
    let regulation = RegulationChecker(
      drafts: drafts.regulation, index: index, evidence: evidence, findings: findingPlaces,
      wordings: Set(
        drafts.cues.map(\.cue).filter { $0.category == .wording || $0.category == .approval }.map(\.value)),
      faults: faults
    ).regulation()
    let resolver = ExampleResolver(drafts: drafts, index: index, statements: statements, faults: faults)
    let compiler = PhraseCompiler(drafts, faults: faults)
    let knowledge = KnowledgeBase(
      packs: drafts.packs.map(\.pack), concepts: concepts.concepts(), sources: drafts.sources.map(\.source),
      statements: statements, definitions: definitions, cues: drafts.cues.map(\.cue),
      frames: drafts.frames.map(\.frame), findingRules: findings, regulation: regulation,
      words: compiler.words,
      wordClasses: compiler.wordClasses, phrases: compiler.automaton(), sha256: sha256,
      referenceHeadings: drafts.language.referenceHeadings.map { $0.lowercased() },
      figures: KnowledgeBase.Figures(
        formsWritten: Int32(truncatingIfNeeded: compiler.formsWritten),
        phrasesCompiled: Int32(truncatingIfNeeded: compiler.phrases.count)))
    return TestedRules(
      knowledge: knowledge, examples: resolver.examples(root: root), templates: resolver.templates(),
      directory: root)
  }
}
