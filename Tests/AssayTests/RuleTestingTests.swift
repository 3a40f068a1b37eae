import Assay
import Judgment
import Knowledge
import Testing

/// The examples that the rules of this repository carry.
@Suite struct RuleTestingTests {
  static let loaded = RulesLoader.loadWithExamples(directory: Repository.path + "/rules")
  let rules: TestedRules

  init() throws {
    let errors = Self.loaded.faults.filter { $0.severity == .error }
    try #require(errors.isEmpty, "\(errors)")
    rules = try #require(Self.loaded.rules)
  }

  @Test func allHold() throws {
    let report = try RuleTester(rules: rules).run()
    let failures = report.text.split(separator: "\n").filter { $0.contains(": error: ") }
    #expect(report.failed == 0, "\(failures.joined(separator: "\n"))")
    #expect(report.held > 1_000)
  }

  @Test func everyRuleAndFrameHasEnough() {
    func count(_ carrier: RuleExample.Carrier, passed: Bool) -> Int {
      rules.examples.count { $0.carrier == carrier && ($0.expectation == .passed) == passed }
    }
    // What two documents say of each other no single example can show, and what a comment says no sentence.
    for (place, rule) in rules.knowledge.findingRules.enumerated()
    where rule.family != "regulation" && rule.family != "suppression"
      && rule.id != "contradiction/across-documents"
    {
      let carrier = RuleExample.Carrier.finding(Int32(place))
      #expect(count(carrier, passed: false) >= 4 && count(carrier, passed: true) >= 4, "\(rule.id)")
    }
    for (place, frame) in rules.knowledge.frames.enumerated() {
      let carrier = RuleExample.Carrier.frame(Int32(place))
      #expect(count(carrier, passed: false) >= 3 && count(carrier, passed: true) >= 2, "\(frame.id)")
    }
  }

  /// Of every statement a sentence is made and judged; what cannot be said as a claim is named with its reason.
  @Test func everyStatementIsSaidOrSkippedForAReason() throws {
    let report = try RuleTester(rules: rules).run()
    let statements = report.records.filter { $0.kind == .statement }
    #expect(statements.map(\.id) == rules.knowledge.statements.map(\.id))
    for record in statements {
      let generated = record.examples.filter(\.isGenerated)
      #expect(!generated.isEmpty, "\(record.id)")
      if case .skipped(let reason) = generated.first?.result {
        #expect(reason.hasPrefix("no template says 'contraindicated' of the outcome"), "\(record.id)")
      }
    }
  }

  @Test func onlyTheNamedRecordsAreRun() throws {
    let report = try RuleTester(rules: rules).run(ids: ["citation/vague", "treat"])
    #expect(report.records.map(\.id) == ["citation/vague", "treat"])
  }

  // MARK: What a wrong example gives

  /// The failures of the rules with one more example.
  private func failures(
    of carrier: RuleExample.Carrier, _ expectation: RuleExample.Expectation, _ text: String,
    marked: Range<Int>? = nil
  ) throws -> [String] {
    var rules = rules
    rules.examples = [
      RuleExample(
        carrier: carrier, expectation: expectation, text: text, marked: marked,
        place: ExamplePlace(path: "rules/x.yaml", line: 7, column: 9))
    ]
    let id =
      switch carrier {
      case .finding(let place): rules.knowledge.findingRules[Int(place)].id
      case .frame(let place): rules.knowledge.frames[Int(place)].id
      case .cue(let place): rules.knowledge.cues[Int(place)].id
      case .statement(let place): rules.knowledge.statements[Int(place)].id
      }
    let text = try RuleTester(rules: rules).run(ids: [id]).text
    return text.split(separator: "\n").filter { $0.contains(": error: ") }.map { String($0.dropFirst(2)) }
  }

  private func place(of id: String, among ids: [String]) throws -> Int32 {
    Int32(try #require(ids.firstIndex(of: id), "\(id)"))
  }

  @Test func unflaggedSentenceIsTold() throws {
    let rule = try place(of: "citation/vague", among: rules.knowledge.findingRules.map(\.id))
    let found = try failures(of: .finding(rule), .flagged, "Kojic acid treats vitiligo.", marked: 0..<10)
    #expect(
      found == [
        "rules/x.yaml:7:9: error: “Kojic acid treats vitiligo.”: expected citation/vague reports “Kojic acid”; "
          + "found contradiction/opposes-condition in “Kojic acid treats vitiligo”; "
          + "kojic-acid treats vitiligo: contradictory"
      ])
  }

  @Test func flaggedSentenceThatShouldPassIsTold() throws {
    let rule = try place(of: "contradiction/opposes-condition", among: rules.knowledge.findingRules.map(\.id))
    let found = try failures(of: .finding(rule), .passed, "Kojic acid treats vitiligo.")
    #expect(found.count == 1 && found[0].contains("is silent; found “Kojic acid treats vitiligo” reported"))
  }

  @Test func framesThatReadOtherwiseAreTold() throws {
    let frame = try place(of: "treat", among: rules.knowledge.frames.map(\.id))
    let acne = try place(of: "acne", among: rules.knowledge.concepts.map(\.id))
    let pattern = ClaimPattern(agent: nil, isNegated: true, relation: "treats", target: ConceptIndex(acne))
    let text = "Tretinoin treats acne."
    let denied = try failures(of: .frame(frame), .read(pattern), text, marked: 10..<16)
    #expect(
      denied == [
        "rules/x.yaml:7:9: error: “\(text)”: expected treat reads _ not treats acne; "
          + "found tretinoin treats acne by treat in “treats”"
      ])
    #expect(try failures(of: .frame(frame), .passed, text, marked: 10..<16).count == 1)
    let vacuous = try failures(of: .frame(frame), .passed, text, marked: 0..<9)
    #expect(vacuous.count == 1 && vacuous[0].contains("shows nothing"))
    #expect(try failures(of: .frame(frame), .read(nil), text, marked: 17..<21).count == 1)
  }

  @Test func cuesThatAreNotThereAreTold() throws {
    let cue = try place(of: "may", among: rules.knowledge.cues.map(\.id))
    let found = try failures(of: .cue(cue), .found, "Kojic acid does not help.")
    #expect(found.count == 1 && found[0].contains("expected the cue may; found not in “not”"))
  }

  @Test func otherVerdictsAndFindingsAreTold() throws {
    let statement = try place(of: "biotin-hair-loss", among: rules.knowledge.statements.map(\.id))
    let rule = try place(of: "evidence/insufficient", among: rules.knowledge.findingRules.map(\.id))
    let text = "Biotin treats hair loss."
    let carrier = RuleExample.Carrier.statement(statement)
    #expect(try failures(of: carrier, .judged(.insufficient, finding: rule), text) == [])
    let supported = try failures(of: carrier, .judged(.supported, finding: rule), text)
    #expect(
      supported == [
        "rules/x.yaml:7:9: error: “\(text)”: expected supported, reported by evidence/insufficient; found "
          + "biotin treats hair-loss: insufficient by biotin-hair-loss; "
          + "evidence/insufficient in “Biotin treats hair loss”"
      ])
    #expect(try failures(of: carrier, .judged(.insufficient, finding: nil), text).count == 1)
    #expect(
      try failures(of: carrier, .judged(.insufficient, finding: rule), "Biotin treats acne.").count == 1)
  }
}
