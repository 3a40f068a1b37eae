/// A sentence with the words that are marked in it.
struct MarkedText {
  /// Without the marks.
  var text: String
  /// Bytes of `text`.
  var marked: Range<Int>?

  /// Nil where a mark stands without its other half, or twice.
  init?(_ source: String) {
    var bytes: [UInt8] = []
    var start: Int?
    for character in source {
      switch character {
      case "«":
        guard start == nil else { return nil }
        start = bytes.count
      case "»":
        guard let first = start, marked == nil, first < bytes.count else { return nil }
        marked = first..<bytes.count
      default: bytes += character.utf8
      }
    }
    guard (start == nil) == (marked == nil) else { return nil }
    text = String(decoding: bytes, as: UTF8.self)
  }
}

/// An example as it is written: its references are not resolved yet.
struct ExampleDraft {
  enum Carrier { case finding, frame, cue, statement }
  enum Expectation {
    case flagged, passed, found
    case read(claim: PlacedText?)
    case judged(Verdict, finding: PlacedText?)
  }
  var carrier: Carrier
  /// Of the record that carries it.
  var id: String
  var expectation: Expectation
  var says: MarkedText
  var path: String
  var at: Position
}

/// A template as it is written.
struct TemplateDraft {
  var template: ExampleTemplate
  var targets: [PlacedText]
  var path: String
}

extension RecordLoader {
  /// Whether an example names the words that it is about.
  enum Marking { case required, allowed, refused }

  /// Keeps the examples of a record: `texts` that are all expected to give the same.
  mutating func keep(
    _ texts: [PlacedText], of record: RecordReader, _ id: PlacedText, _ carrier: ExampleDraft.Carrier,
    _ expectation: ExampleDraft.Expectation, marking: Marking
  ) {
    for text in texts { keep(text, of: record, id, carrier, expectation, marking: marking) }
  }

  private mutating func keep(
    _ text: PlacedText, of record: RecordReader, _ id: PlacedText, _ carrier: ExampleDraft.Carrier,
    _ expectation: ExampleDraft.Expectation, marking: Marking
  ) {
    guard let says = MarkedText(text.text) else {
      return faults.report(
        path, text.at, "the marks in an example of \(record.name) do not pair",
        "put one « before the words it is about and one » behind them")
    }
    switch (marking, says.marked) {
    case (.required, nil):
      faults.report(
        path, text.at, "an example of \(record.name) marks no words",
        "put the words it is about between « and »")
    case (.refused, _?):
      faults.report(path, text.at, "an example of \(record.name) marks words", "take « and » out")
    default:
      drafts.examples.append(
        ExampleDraft(
          carrier: carrier, id: id.text, expectation: expectation, says: says, path: path, at: text.at))
    }
  }

  /// The sentences that a frame reads: texts, or records with the claim that is expected. Returns them as they are written.
  mutating func loadReads(of record: RecordReader, _ id: PlacedText) -> [String] {
    record.entries("reads", "an example of \(record.name)").compactMap { entry in
      let says: PlacedText
      var claim: PlacedText?
      switch entry {
      case .text(let text): says = text
      case .record(let fields):
        let text = fields.text("says")
        claim = fields.optionalText("claim")
        fields.finish()
        guard let text else { return nil }
        says = text
      }
      keep(says, of: record, id, .frame, .read(claim: claim), marking: .required)
      return says.text
    }
  }

  /// The written examples of a statement.
  mutating func loadStatementExamples(of record: RecordReader, _ id: PlacedText) {
    for fields in record.records("examples", "an example of \(record.name)") {
      let says = fields.text("says")
      let verdict: Verdict? = fields.choice("verdict")
      let finding = fields.optionalText("finding")
      fields.finish()
      guard let says, let verdict else { continue }
      keep(says, of: record, id, .statement, .judged(verdict, finding: finding), marking: .refused)
    }
  }

  /// Reads the templates of generated examples.
  mutating func loadTemplates(_ file: RecordReader) {
    file.name = "the templates"
    let joins = file.texts("joins", required: true)
    if joins.count == 2 {
      drafts.templateJoins = joins.map(\.text)
    } else {
      faults.report(
        path, joins.first?.at ?? file.at, "'joins' has \(joins.count) texts",
        "write two: before the first partner and before a further one, e.g. [combined with, and]")
    }
    eachRecord(of: file, "templates", "template") { loader, record, id in
      let relation: EvidenceStatement.Relation? = record.choice("relation")
      let kinds = record.texts("kinds").compactMap { text -> Concept.Kind? in record.choice(of: text, "kinds")
      }
      let targets = record.texts("targets")
      let says = record.text("says")
      guard let relation, let says, !record.isDamaged else { return false }
      for place in ["{agent}", "{target}"] where says.text.firstRange(of: place) == nil {
        record.damage(says.at, "'says' of \(record.name) has no '\(place)'", "say where it stands")
      }
      loader.drafts.templates.append(
        TemplateDraft(
          template: ExampleTemplate(
            id: id.text, relation: relation, kinds: kinds, targets: [], says: says.text),
          targets: targets, path: loader.path))
      return true
    }
    file.finish()
  }
}

/// Ties examples to the records that they name.
struct ExampleResolver {
  let drafts: RuleDrafts
  let index: RecordIndex
  let faults: FaultCollector
  private let findings: [String: Int32]
  private let frames: [String: Int32]
  private let cues: [String: Int32]
  private let statements: [String: Int32]

  /// - Parameter statements: those that were kept, in the order of the knowledge base.
  init(drafts: RuleDrafts, index: RecordIndex, statements: [EvidenceStatement], faults: FaultCollector) {
    self.drafts = drafts
    self.index = index
    self.faults = faults
    func places(_ ids: [String]) -> [String: Int32] {
      Dictionary(zip(ids, Int32(0)...)) { first, _ in first }
    }
    findings = places(drafts.findings.map(\.id.text))
    frames = places(drafts.frames.map(\.id.text))
    cues = places(drafts.cues.map(\.id.text))
    self.statements = places(statements.map(\.id))
  }

  /// The examples of all records that were kept. What an example names and nobody knows is reported.
  func examples(root: String) -> [RuleExample] {
    drafts.examples.compactMap { draft in
      let carrier: RuleExample.Carrier? =
        switch draft.carrier {
        case .finding: findings[draft.id].map { .finding($0) }
        case .frame: frames[draft.id].map { .frame($0) }
        case .cue: cues[draft.id].map { .cue($0) }
        case .statement: statements[draft.id].map { .statement($0) }
        }
      guard let carrier, let expectation = expectation(of: draft) else { return nil }
      return RuleExample(
        carrier: carrier, expectation: expectation, text: draft.says.text, marked: draft.says.marked,
        place: ExamplePlace(
          path: root.isEmpty ? draft.path : "\(root)/\(draft.path)", line: draft.at.line,
          column: draft.at.column))
    }
  }

  func templates() -> ExampleTemplates {
    var result = ExampleTemplates()
    result.joins = drafts.templateJoins
    result.templates = drafts.templates.map { draft in
      var template = draft.template
      template.targets = draft.targets.compactMap { id in
        index.concept(id, in: draft.path).map { ConceptIndex($0) }
      }
      return template
    }
    return result
  }

  private func expectation(of draft: ExampleDraft) -> RuleExample.Expectation? {
    switch draft.expectation {
    case .flagged: return .flagged
    case .passed: return .passed
    case .found: return .found
    case .read(nil): return .read(nil)
    case .read(let claim?): return pattern(claim, draft.path).map { .read($0) }
    case .judged(let verdict, nil): return .judged(verdict, finding: nil)
    case .judged(let verdict, let id?):
      guard let finding = findings[id.text] else {
        let remedy = Suggestion.remedy(for: id.text, among: findings.keys) ?? "add it, or correct the id"
        faults.report(draft.path, id.at, "no finding rule '\(id.text)'", remedy)
        return nil
      }
      return .judged(verdict, finding: finding)
    }
  }

  private func pattern(_ claim: PlacedText, _ path: String) -> ClaimPattern? {
    var words = claim.text.split(separator: " ").map(String.init)
    var isNegated = false
    if words.count == 4, words[1] == "not" {
      isNegated = true
      words.remove(at: 1)
    }
    guard words.count == 3 else {
      faults.report(
        path, claim.at, "'\(claim.text)' is no claim", "write 'AGENT [not] RELATION TARGET', with _ for any")
      return nil
    }
    guard ClaimPattern.relations.contains(words[1]) else {
      let remedy =
        Suggestion.remedy(for: words[1], among: ClaimPattern.relations)
        ?? "choose one of \(ClaimPattern.relations.joined(separator: ", "))"
      faults.report(path, claim.at, "'\(words[1])' is no relation of claims", remedy)
      return nil
    }
    var concepts: [ConceptIndex?] = []
    for id in [words[0], words[2]] {
      guard id != "_" else {
        concepts.append(nil)
        continue
      }
      guard let place = index.concept(PlacedText(text: id, at: claim.at), in: path) else { return nil }
      concepts.append(ConceptIndex(place))
    }
    return ClaimPattern(agent: concepts[0], isNegated: isNegated, relation: words[1], target: concepts[1])
  }
}
