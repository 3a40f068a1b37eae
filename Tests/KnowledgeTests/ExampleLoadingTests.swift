import Testing

@testable import Knowledge

@Suite struct ExampleLoadingTests {
  /// The examples of a few rules, as one loads them with the rules.
  private func load(_ rules: SmallRules) -> (rules: TestedRules, faults: [String]) {
    let files = rules.files.sorted { $0.key < $1.key }.map {
      RuleFile(path: $0.key, bytes: Array($0.value.utf8))
    }
    let faults = FaultCollector(root: "r")
    let loaded = RulesLoader.loadWithExamples(files, faults, asOf: nil, root: "r")
    return (loaded, faults.sorted.map(\.description))
  }

  @Test func keepTheirPlacesAndMarks() {
    let rules = SmallRules().replacing(
      "means: makes better", in: "language/en/frames/all.yaml",
      with:
        "means: makes better\n    reads:\n      - {says: \"Agélo «helps with» tone.\", claim: agent-a not treats tone}"
    )
    let (loaded, faults) = load(rules)
    #expect(faults == [])
    #expect(
      loaded.examples == [
        RuleExample(
          carrier: .frame(0),
          expectation: .read(
            ClaimPattern(agent: ConceptIndex(4), isNegated: true, relation: "treats", target: ConceptIndex(0))
          ),
          text: "Agélo helps with tone.", marked: 7..<17,
          place: ExamplePlace(path: "r/language/en/frames/all.yaml", line: 9, column: 16))
      ])
    #expect(loaded.knowledge.frames[0].examples == ["Agélo «helps with» tone."])
  }

  /// An example of a record that was left out is left out with it.
  @Test func goWithTheirRecords() {
    let rules = SmallRules().replacing(
      "verdict: supported\n    certainty: low", in: "demo/evidence/all.yaml",
      with: "verdict: supported\n    certainty: lowish\n    examples: [{says: It is so., verdict: mixed}]")
    let (loaded, faults) = load(rules)
    #expect(loaded.examples == [] && faults.count == 1)
  }

  @Test func templatesNameWhatTheySuit() {
    let text = """
      joins: [with, and]
      templates:
        - {id: a, relation: treats, kinds: [condition], says: "{agent} treats {target}."}
        - {id: b, relation: treats, targets: [tone], says: "{agent} for {target}."}
      """
    let (loaded, faults) = load(SmallRules().with("language/en/templates.yaml", text))
    #expect(faults == [])
    #expect(loaded.templates.joins == ["with", "and"])
    #expect(loaded.templates.templates.map(\.kinds) == [[.condition], []])
    #expect(loaded.templates.templates.map(\.targets) == [[], [ConceptIndex(0)]])
  }

  @Test func faultsOfTemplatesAreTold() {
    let text = """
      joins: [with]
      templates:
        - {id: a, relation: treats, kinds: [disease], says: "{agent} treats {target}."}
        - {id: b, relation: treats, targets: [ton], says: "{agent} for {target}."}
        - {id: c, relation: treats, says: "{agent} treats."}
      """
    let faults = load(SmallRules().with("language/en/templates.yaml", text)).faults
    let starts = [
      "1:9: error: 'joins' has 1 texts; write two",
      "3:39: error: 'disease' is no value of 'kinds' in template 'a'; choose one of",
      "4:41: error: no concept 'ton'; did you mean 'tone'?",
      "5:37: error: 'says' of template 'c' has no '{target}'; say where it stands",
    ]
    #expect(faults.count == starts.count, "\(faults)")
    for (fault, start) in zip(faults, starts) {
      #expect(fault.hasPrefix("r/language/en/templates.yaml:\(start)"), "\(fault)")
    }
  }

  /// The pack holds the sentences that explanations show, and neither places nor expectations.
  @Test func packsAreTheSameWithoutThem() {
    let plain = load(SmallRules()).rules.knowledge
    var other = load(
      SmallRules().replacing(
        "note: One small trial.", in: "demo/evidence/all.yaml",
        with: "note: One small trial.\n    examples: [{says: It is so., verdict: mixed}]")
    ).rules.knowledge
    other.sha256 = plain.sha256
    #expect(CompiledPack.encode(plain) == CompiledPack.encode(other))
  }
}
