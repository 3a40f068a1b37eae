import Claims
import Ingest
import Judgment
import Knowledge

/// Runs the examples that rules carry, through the code that checks documents.
public struct RuleTester: Sendable {
  let rules: TestedRules
  let checker: Checker
  /// For rules whose examples are judged by options of their own.
  private let special: [(options: Judge.Options, checker: Checker)]
  let probe: TextProbe
  var knowledge: KnowledgeBase { rules.knowledge }

  public init(rules: TestedRules) {
    self.rules = rules
    checker = Checker(knowledge: rules.knowledge)
    let options = Set(
      rules.knowledge.findingRules.map { Judge.Options.forExamples(of: $0, in: rules.knowledge) })
    special = options.subtracting([Judge.Options()]).map {
      ($0, Checker(knowledge: rules.knowledge, judging: $0))
    }
    probe = TextProbe(grammar: Grammar(knowledge: rules.knowledge))
  }

  /// What became of the examples, written and generated, of every record that has any: finding rules, frames, cues,
  /// statements, each in the order of the rules.
  ///
  /// - Parameter ids: the records to look at, of whatever kind; nil: all.
  /// - Throws: `IngestError` where a sentence is too long for any document.
  public func run(ids: Set<String>? = nil) throws(IngestError) -> RuleTestReport {
    var written: [RuleExample.Carrier: [RuleExample]] = [:]
    for example in rules.examples { written[example.carrier, default: []].append(example) }
    var report = RuleTestReport()
    func add(
      _ kind: RecordKind, _ id: String, _ carrier: RuleExample.Carrier, generated: [ExampleOutcome] = []
    ) throws(IngestError) {
      var outcomes: [ExampleOutcome] = []
      for example in written[carrier] ?? [] { outcomes.append(try outcome(example)) }
      outcomes += generated
      guard !outcomes.isEmpty else { return }
      report.records.append(RecordOutcome(kind: kind, id: id, examples: outcomes))
    }
    func isWanted(_ id: String) -> Bool { ids?.contains(id) ?? true }
    for (place, rule) in knowledge.findingRules.enumerated() where isWanted(rule.id) {
      try add(.finding, rule.id, .finding(Int32(place)))
    }
    for (place, frame) in knowledge.frames.enumerated() where isWanted(frame.id) {
      try add(.frame, frame.id, .frame(Int32(place)))
    }
    for (place, cue) in knowledge.cues.enumerated() where isWanted(cue.id) {
      try add(.cue, cue.id, .cue(Int32(place)))
    }
    let generator = ExampleGenerator(rules: rules)
    for (place, statement) in knowledge.statements.enumerated() where isWanted(statement.id) {
      // A record is placed by its first line.
      let record = ExamplePlace(
        path: rules.path(of: statement.place), line: Int(statement.place.line), column: 1)
      var generated: [ExampleOutcome] = []
      for example in generator.examples(of: place) {
        generated.append(try outcome(example, statement: place, at: record))
      }
      try add(.statement, statement.id, .statement(Int32(place)), generated: generated)
    }
    return report
  }

  // MARK: One example

  private func checker(for carrier: RuleExample.Carrier) -> Checker {
    guard case .finding(let place) = carrier else { return checker }
    let options = Judge.Options.forExamples(of: knowledge.findingRules[Int(place)], in: knowledge)
    return special.first { $0.options == options }?.checker ?? checker
  }

  private func outcome(_ example: RuleExample) throws(IngestError) -> ExampleOutcome {
    let text = try ExampleText(example.text, marked: example.marked, checker(for: example.carrier))
    let failure: ExampleFailure? =
      switch (example.carrier, example.expectation) {
      case (.finding(let rule), .flagged): unflagged(text, rule: rule)
      case (.finding(let rule), .passed): flagged(text, rule: rule)
      case (.frame(let frame), .read(let pattern)): unread(text, frame: frame, as: pattern)
      case (.frame(let frame), .passed): read(text, frame: frame)
      case (.cue(let cue), .found): unfound(text, cue: cue)
      case (.statement(let statement), .judged(let verdict, let finding)):
        misjudged(
          text, statement: Int(statement),
          JudgedExpectation(verdicts: [verdict], reported: finding.map { .by($0) } ?? .nothing))
      default: ExampleFailure(expected: "an expectation that its kind of record can have", found: "none")
      }
    return ExampleOutcome(
      text: example.text, place: example.place, isGenerated: false,
      result: failure.map { .fails(expected: $0.expected, found: $0.found) } ?? .holds)
  }

  private func outcome(
    _ generated: GeneratedExample, statement: Int, at place: ExamplePlace
  ) throws(IngestError) -> ExampleOutcome {
    switch generated {
    case .none(let reason):
      return ExampleOutcome(text: "", place: place, isGenerated: true, result: .skipped(reason: reason))
    case .sentence(let sentence, let expectation):
      let failure = try misjudged(ExampleText(sentence, checker), statement: statement, expectation)
      return ExampleOutcome(
        text: sentence, place: place, isGenerated: true,
        result: failure.map { .fails(expected: $0.expected, found: $0.found) } ?? .holds)
    }
  }
}

/// Why an example does not hold.
struct ExampleFailure {
  var expected: String
  var found: String
}
