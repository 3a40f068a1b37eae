import Testing

@testable import Knowledge

@Suite struct FaultTests {
  static let concepts = "demo/concepts/all.yaml"
  static let sources = "demo/sources/all.yaml"
  static let evidence = "demo/evidence/all.yaml"
  static let definitions = "demo/definitions/all.yaml"
  static let words = "language/en/words.yaml"
  static let cues = "language/en/cues/all.yaml"
  static let frames = "language/en/frames/all.yaml"
  static let policy = "policy/all.yaml"

  @Test func soundRulesHaveNoFaults() throws {
    let (knowledge, faults) = SmallRules().load(asOf: "2026-06-01")
    #expect(faults == [])
    let base = try #require(knowledge)
    #expect(base.concepts.map(\.id) == ["tone", "harm", "paleness", "agent-class", "agent-a"])
    #expect(base.referenceHeadings == ["references"])
    #expect(base.sha256.count == 64)
  }

  /// One text of one file replaced, and the one fault that this gives.
  struct Case: CustomTestStringConvertible, Sendable {
    var path: String
    var old: String
    var new: String
    var fault: String
    var testDescription: String { fault }
    init(_ path: String, _ old: String, _ new: String, _ fault: String) {
      self.path = path
      self.old = old
      self.new = new
      self.fault = fault
    }
  }

  @Test(arguments: [
    // Fixes
    Case(
      policy, "    why: it is so", "    why: it is so\n    fix: [{words: never, with: Never}]",
      "6:32 error: a fix of finding rule 'language/never' puts 'never' in its own place; write other words"),
    Case(
      policy, "    why: it is so", "    why: it is so\n    fix: [{words: never}]",
      "6:11 error: a fix has no 'with'; add 'with: …'"),
    // Fields
    Case(
      concepts, "synonyms:", "synonims:",
      "18:5 error: unknown key 'synonims' in concept 'agent-a'; did you mean 'synonyms'?"),
    Case(
      concepts, "    label: paleness\n", "",
      "8:5 error: concept 'paleness' has no 'label'; add 'label: …'"),
    Case(
      concepts, "kind: substance", "kind: substanze",
      "16:11 error: 'substanze' is no value of 'kind' in concept 'agent-a'; did you mean 'substance'?"),
    Case(
      concepts, "[re-agent, Agélo, AGA]", "re-agent",
      "18:15 error: 'synonyms' of concept 'agent-a' must be a list of texts, but is a single text; "
        + "write a list of texts"),
    Case(concepts, "label: tone", "label: ''", "4:12 error: 'label' of concept 'tone' is empty; "),
    Case(
      sources, "n: 12", "n: a dozen",
      "9:8 error: 'n' of source 'first-2020' is no whole number: 'a dozen'; write digits only"),
    Case(sources, "\"10.1000/first\"", "10.1000", "5:10 error: '10.1000' is no DOI; a DOI begins"),
    Case(sources, "\"123\"", "PMC123", "6:11 error: 'PMC123' is no PMID; a PMID has"),
    Case(sources, "https://example.org", "example.org", "7:10 error: 'example.org/first' is no address; "),
    Case(
      evidence, "sources: [first-2020]", "sources: []",
      "3:5 error: statement 'a-tone' has no source; name at least one under 'sources'"),
    Case(evidence, "reviewed: 2026-01-01", "reviewed: 2026-02-30", "1:11 error: '2026-02-30' is no date; "),
    Case(
      policy, "language/never", "never",
      "2:9 error: 'never' is no id; write 'family/name'"),
    Case(concepts, "id: harm", "id: Harm", "5:9 error: 'Harm' is no id; write lower-case words"),
    // References
    Case(
      evidence, "intervention: agent-a", "intervention: agnt-a",
      "4:19 error: no concept 'agnt-a'; did you mean 'agent-a'?"),
    Case(
      policy, "first-2020", "second-2020", "6:15 error: no source 'second-2020'; add it, or correct the id"),
    Case(
      frames, "quantity: tone", "quantity: paleness",
      "6:23 error: 'paleness' is a condition, no quantity or structure; 'moves' names what the word moves"),
    // Concepts
    Case(
      concepts, "is_a: [agent-class]", "is_a: [paleness]",
      "20:12 error: 'agent-a' (substance) is_a 'paleness' (condition); a class must be of the same family"),
    Case(
      concepts, "state: {tone: low}", "state: {tone: low}\n    effects: []\n    is_a: [paleness]",
      "13:12 error: is_a goes in a circle: paleness > paleness; remove one of the steps"),
    Case(
      concepts, "label: harms",
      "label: harms\n    effects: [{quantity: tone, direction: decreases, source: first-2020}]",
      "8:26 error: 'harm' has effects but is a condition; only interventions have effects"),
    Case(
      concepts, "label: agents of the first class",
      "label: agents of the first class\n    state: {tone: low}",
      "15:13 error: 'agent-class' has a state but is a class; only conditions have a state"),
    Case(
      concepts, "label: agents of the first class",
      "label: agents of the first class\n    effects: [{quantity: tone, direction: increases, source: first-2020}]",
      "23:20 error: 'agent-a' decreases 'tone', but its class 'agent-class' increases it; "),
    Case(
      concepts, "state: {tone: low}",
      "state: {tone: low}\n    is_a: [tall-tone]\n  - id: tall-tone\n"
        + "    kind: condition\n    label: tall tone\n    state: {tone: high}",
      "11:13 error: 'paleness' has 'tone' low, but its class 'tall-tone' has it high; "),
    Case(
      concepts, "label: agents of the first class",
      "label: agents of the first class\n  - id: agent-b\n    kind: substance\n    label: agent beta\n"
        + "    is_a: [agent-class, agent-c]\n  - id: agent-c\n    kind: class\n    label: agent gamma\n"
        + "    is_a: [agent-class]",
      "18:12 error: 'agent-b' is_a 'agent-class' is already said by its class 'agent-c'; remove it"),
    // Surface forms
    Case(
      concepts, "label: paleness", "label: Agent-Alpha",
      "17:12 error: the form 'agent alpha' names both 'paleness' and 'agent-a'; keep it at one of them; "
        + "the other is in demo/concepts/all.yaml:10"),
    Case(
      concepts, "[white lotion]", "[white lotion, aga]",
      "19:35 error: the form 'aga' of 'agent-a' both stands alone and needs context; "),
    Case(concepts, "AGA]", "AG]", "18:33 error: the form 'AG' of 'agent-a' is too short to stand alone; "),
    Case(
      concepts, "AGA]", "lotion]",
      "18:33 error: the form 'lotion' of 'agent-a' is too common a word to stand alone; "
        + "put it under 'needs_context'"),
    Case(
      concepts, "[white lotion]", "[with]", "19:21 error: the form 'with' of 'agent-a' is a word of plain"),
    Case(
      concepts, "[white lotion]", "[lotion (white]",
      "19:21 error: the form 'lotion (white' of 'agent-a' has an"),
    Case(cues, "always]", "';']", "9:21 error: the form ';' of the cue 'always' has no word; remove it"),
    Case(cues, "not at all]", "Never]", "4:20 warning: the form 'Never' stands twice in 'never'; remove one"),
    Case(
      cues, "scope: sentence\n    forms: [\"100%\", always]", "scope: clause\n    forms: [\"100%\", ' ']",
      "9:21 error: 'forms' of cue 'always' is empty; "),
    Case(
      frames, "words: [rise, way to rise]",
      "words: [rise]\n    means: up\n  - id: rise-2\n    shape: noun\n"
        + "    effect: increases\n    words: [rise]",
      "16:13 warning: the form 'rise' stands in two noun frames, 'rise' and 'rise-2'; keep it in one of them"),
    Case(
      words, "be: [is, are]", "be: [is, \"&\"]",
      "2:12 warning: '&' is no word, and has no effect here; remove it, or write the parts that are words"),
    Case(words, "be: [is", "bee: [is", "2:3 error: no word class 'bee'; did you mean 'be'?"),
    // Statements
    Case(
      evidence, "relation: decreases", "relation: worsens",
      "3:9 error: 'a-tone' is supported, but worsens is harmful where it is documented; "),
    Case(
      evidence, "relation: decreases\n    target: tone", "relation: causes\n    target: harm",
      "3:9 error: 'a-tone' is supported, but a documented harm is harmful; write 'verdict: harmful'"),
    Case(
      evidence, "relation: decreases", "relation: increases",
      "3:9 error: 'a-tone' is supported, but 'agent-a' has no effect that increases 'tone'; "),
    Case(
      evidence, "verdict: supported", "verdict: refuted",
      "3:9 error: 'a-tone' is refuted, but 'agent-a' has an effect that decreases 'tone'; "),
    Case(
      evidence, "relation: decreases\n    target: tone\n    verdict: supported",
      "relation: precaution\n    target: tone\n    verdict: mixed",
      "3:9 error: 'a-tone' is mixed, but only what is called for is a precaution; write 'verdict: supported'"),
    Case(
      evidence, "intervention: agent-a", "intervention: paleness\n    with: [agent-a]",
      "4:19 error: 'paleness' is a condition, no intervention; "),
    Case(
      evidence, "intervention: agent-a", "intervention: agent-a\n    with: [agent-a]",
      "5:12 error: 'a-tone' has 'agent-a' with itself; remove it from 'with'"),
    Case(
      evidence, "[first-2020]", "[first-2020, first-2020]",
      "9:27 error: 'a-tone' cites 'first-2020' twice; remove one"),
    // Examples
    Case(
      frames, "means: makes better", "means: makes better\n    reads: [\"It «helps with tone.\"]",
      "8:13 error: the marks in an example of frame 'help' do not pair; put one « before the words"),
    Case(
      frames, "means: makes better", "means: makes better\n    passes: [It helps with tone.]",
      "8:14 error: an example of frame 'help' marks no words; put the words it is about between « and »"),
    Case(
      frames, "means: makes better",
      "means: makes better\n    reads:\n      - {says: It «helps with» tone., claim: agent-a treats ton}",
      "9:46 error: no concept 'ton'; did you mean 'tone'?"),
    Case(
      frames, "means: makes better",
      "means: makes better\n    reads:\n      - {says: It «helps with» tone., claim: _ treat tone}",
      "9:46 error: 'treat' is no relation of claims; did you mean 'treats'?"),
    Case(
      frames, "means: makes better",
      "means: makes better\n    reads:\n      - {says: It «helps with» tone., claim: treats tone}",
      "9:46 error: 'treats tone' is no claim; write 'AGENT [not] RELATION TARGET', with _ for any"),
    Case(
      frames, "means: makes better",
      "means: makes better\n    reads:\n      - {claim: agent-a treats tone}",
      "9:9 error: an example of frame 'help' has no 'says'; add 'says: …'"),
    Case(
      policy, "why: it is so", "why: it is so\n    passes: [So «be» it.]",
      "6:14 error: an example of finding rule 'language/never' marks words; take « and » out"),
    Case(
      evidence, "note: One small trial.",
      "note: One small trial.\n    examples:\n      - {says: It is so., verdict: uncertain}",
      "12:36 error: 'uncertain' is no value of 'verdict' in an example of statement 'a-tone'; choose one of"),
    Case(
      evidence, "note: One small trial.",
      "note: One small trial.\n    examples:\n      - {says: It is so., verdict: mixed, finding: language/nevr}",
      "12:52 error: no finding rule 'language/nevr'; did you mean 'language/never'?"),
    Case(
      definitions, "direction: decreases", "direction: increases",
      "3:9 error: 'def-paleness' says that 'tone' increases, but the state of 'paleness' says low; "),
    Case(
      definitions, "concept: paleness", "concept: agent-a",
      "4:14 error: 'agent-a' is a substance, no condition; a definition defines a condition"),
  ])
  func isReportedAtItsPlace(_ example: Case) {
    let rules = SmallRules().replacing(example.old, in: example.path, with: example.new)
    let (knowledge, faults) = rules.load()
    #expect(knowledge != nil)
    let parts = example.fault.split(separator: " ", maxSplits: 1)
    let expected = "r/\(example.path):\(parts[0]): \(parts[1])"
    #expect(faults.count { $0.hasPrefix(expected) } == 1, "\(expected)\n\(faults.joined(separator: "\n"))")
    #expect(faults.count { $0.hasPrefix("r/\(example.path)") } == 1, "\(faults.joined(separator: "\n"))")
  }

  @Test func twoStatementsOnOneClaimDisagree() {
    let second = """

        - id: a-tone-again
          intervention: agent-a
          relation: decreases
          target: tone
          verdict: mixed
          certainty: low
          sources: [first-2020]
          note: Another.
          may_say: Perhaps.
      """
    var rules = SmallRules()
    rules.files[Self.evidence, default: ""] += second
    #expect(
      rules.load().faults == [
        "r/demo/evidence/all.yaml:12:9: error: the statements 'a-tone' and 'a-tone-again' disagree; "
          + "both judge one claim; the first is in demo/evidence/all.yaml:3; make them one"
      ])
  }

  @Test func formThatFollowsFromTwoConceptsNamesNeither() throws {
    let text = """
      concepts:
        - {id: one, kind: device, label: blue colour lamp}
        - {id: two, kind: device, label: blue-color lamps}
      """
    let (knowledge, faults) = SmallRules().with("demo/concepts/more.yaml", text).load()
    #expect(
      faults.first
        == "r/demo/concepts/more.yaml:3:36: error: 'blue color lamp' follows from the form 'blue colour lamp' of "
        + "'one' and from 'blue-color lamps' of 'two'; write it at the one that it names; "
        + "the other is in demo/concepts/more.yaml:2")
    let base = try #require(knowledge)
    #expect(base.phrases(of: "blue color lamp").isEmpty)
    #expect(base.phrases(of: "blue colour lamp").map(\.index) == [5])
    #expect(base.phrases(of: "blue color lamps").map(\.index) == [6])
  }

  @Test func writtenFormBeatsGeneratedOne() throws {
    let text = """
      concepts:
        - {id: one, kind: device, label: blue lamp}
        - {id: two, kind: device, label: blue lamps}
      """
    let (knowledge, faults) = SmallRules().with("demo/concepts/more.yaml", text).load()
    #expect(faults == [])
    let base = try #require(knowledge)
    #expect(base.phrases(of: "Blue lamp").map(\.index) == [5])
    #expect(base.phrases(of: "blue-lamps").map(\.index) == [6])
  }
}
