import Testing

@testable import Knowledge

@Suite struct FileFaultTests {
  @Test func recordsBehindABrokenOneAreRead() throws {
    let text = """
      concepts:
        - id: first
          kind: device
          label: first lamp
        - id: broken
          kind: device
          label: "no end: [
          label two
        - id: last
          kind: device
          label: last lamp
      """
    let (knowledge, faults) = SmallRules().with("demo/concepts/more.yaml", text).load()
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("r/demo/concepts/more.yaml:") == true)
    #expect(faults.first?.contains("error: this is no YAML: ") == true)
    #expect(knowledge?.concepts.contains { $0.id == "first" } == true)
  }

  @Test func keyThatStandsTwiceIsReportedAndTheOthersRead() {
    let text = """
      concepts:
        - id: first
          kind: device
          kind: drug
          label: first lamp
        - id: last
          kind: devize
          label: last lamp
      """
    let (knowledge, faults) = SmallRules().with("demo/concepts/more.yaml", text).load()
    #expect(
      faults == [
        "r/demo/concepts/more.yaml:3:5: error: the key 'kind' stands twice in one record; keep one of them",
        "r/demo/concepts/more.yaml:7:11: error: 'devize' is no value of 'kind' in concept 'last'; "
          + "did you mean 'device'?",
      ])
    #expect(knowledge?.concepts.count == 5)
  }

  @Test func whatRefersToABrokenRecordIsNotAtFault() {
    let rules = SmallRules().replacing("kind: substance", in: "demo/concepts/all.yaml", with: "kind: thing")
    let (knowledge, faults) = rules.load()
    #expect(faults.count == 1)
    #expect(knowledge?.statements.isEmpty == true)
  }

  @Test func allFaultsOfAllFilesAreReportedInOrder() {
    let (_, faults) = SmallRules()
      .replacing("relation: decreases", in: "demo/evidence/all.yaml", with: "relation: lowers")
      .replacing("design: rct", in: "demo/sources/all.yaml", with: "design: rtc")
      .replacing("finding: Tone", in: "demo/sources/all.yaml", with: "findings: Tone")
      .replacing("severity: warning", in: "policy/all.yaml", with: "severity: grave")
      .load()
    #expect(
      faults.map { String($0.prefix { $0 != " " }) } == [
        "r/demo/evidence/all.yaml:5:15:", "r/demo/sources/all.yaml:2:5:", "r/demo/sources/all.yaml:8:13:",
        "r/demo/sources/all.yaml:10:5:", "r/policy/all.yaml:3:15:",
      ])
  }

  @Test func idsThatStandTwiceAreReported() {
    let text = "concepts:\n  - {id: tone, kind: quantity, label: another tone}\n"
    let (knowledge, faults) = SmallRules().with("demo/concepts/more.yaml", text).load()
    #expect(
      faults == [
        "r/demo/concepts/more.yaml:2:10: error: the concept 'tone' is defined twice; "
          + "the first is in demo/concepts/all.yaml:2; rename or remove one"
      ])
    #expect(knowledge?.concepts.count == 5)
  }

  @Test func publicationUnderTwoIdsIsReported() {
    let text = """
      sources:
        - {id: again, title: T, url: "https://example.org/first/", design: rct, finding: F}
      """
    let (_, faults) = SmallRules().with("demo/sources/more.yaml", text).load()
    #expect(
      faults == [
        "r/demo/sources/more.yaml:2:10: warning: nothing cites the source 'again'; cite it, or remove it",
        "r/demo/sources/more.yaml:2:32: error: the sources 'first-2020' and 'again' have the same url; "
          + "make them one, or say 'part_of: first-2020' if this is a second extract",
      ])
  }

  @Test func fileInAnUnknownPlaceIsAWarning() {
    let (_, faults) = SmallRules().with("demo/concept/all.yaml", "concepts: []").with("other/x.yaml", "a: b")
      .load()
    #expect(
      faults.map { String($0.prefix { $0 != ";" }) } == [
        "r/demo/concept/all.yaml:1:1: warning: nothing reads this file",
        "r/other/x.yaml:1:1: warning: nothing reads this file",
      ])
  }

  @Test func fileThatIsNotUTF8HasItsPlace() {
    let files = [RuleFile(path: "demo/pack.yaml", bytes: Array("id: demo\ntitle: é".utf8) + [0xFF])]
    let faults = RulesLoader.load(files, FaultCollector(root: "r"), asOf: nil).faults
    #expect(
      faults.map(\.description) == [
        "r/demo/pack.yaml:2:9: error: the file is not UTF-8; save it as UTF-8"
      ])
  }

  @Test(arguments: ["[", "- "])
  func deepNestingIsAFault(opening: String) {
    let text = "findings:\n  " + String(repeating: opening, count: 100_000)
    let faults = SmallRules().with("policy/deep.yaml", text).load().faults
    #expect(faults.contains { $0.hasPrefix("r/policy/deep.yaml:") && $0.contains("this is no YAML") })
  }

  @Test func tabIsReportedAtItsPlace() {
    let faults = SmallRules().with("policy/tab.yaml", "findings:\n\t- id: a/b\n").load().faults
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("r/policy/tab.yaml:2:1: error: this is no YAML: found character") == true)
  }

  @Test func scalarsAreText() throws {
    let rules = SmallRules()
      .replacing("label: tone", in: "demo/concepts/all.yaml", with: "label: no")
      .replacing("title: A first look", in: "demo/sources/all.yaml", with: "title: 012")
    let base = try #require(rules.load().knowledge)
    #expect(base.concepts[0].label == "no")
    #expect(base.sources[0].title == "012")
  }

  @Test(arguments: [
    ("2026-06-01", []),
    ("2028-01-01", []),
    ("2028-01-02", ["demo/definitions", "demo/evidence", "demo/pack.yaml"]),
    ("2025-12-31", ["demo/definitions", "demo/evidence", "demo/pack.yaml"]),
  ])
  func oldAndFutureReviewsAreWarnings(asOf: String, paths: [String]) {
    let faults = SmallRules().load(asOf: asOf).faults
    #expect(faults.count == paths.count, "\(faults)")
    for (fault, path) in zip(faults, paths) {
      #expect(fault.hasPrefix("r/\(path)"))
      #expect(fault.contains(": warning: the review of "))
    }
  }

  @Test func missingDirectoryIsAFault() {
    let (knowledge, faults) = RulesLoader.load(directory: "/nonexistent/rules/")
    #expect(knowledge == nil)
    #expect(
      faults.map(\.description) == [
        "/nonexistent/rules:1:1: error: there is no rules directory here; "
          + "give the directory that holds the rules"
      ])
    #expect(throws: KnowledgeError.faults(faults)) {
      try KnowledgeBase.at(directory: "/nonexistent/rules", cacheDirectory: nil)
    }
  }
}
