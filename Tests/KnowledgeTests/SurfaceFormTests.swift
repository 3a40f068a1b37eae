import Testing

@testable import Knowledge

@Suite struct SurfaceFormTests {
  @Test(arguments: [
    ("patch", "patches"), ("remedy", "remedies"), ("ray", "rays"), ("mass", "masses"), ("virus", "viruses"),
    ("focus", "foci"), ("lamp", "lamps"), ("box", "boxes"),
  ])
  func plurals(singular: String, plural: String) {
    let inflection = Inflection(plurals: ["focus": "foci"])
    #expect(inflection.plural(of: singular) == plural)
    if singular != "virus" { #expect(inflection.singular(of: plural) == singular) }
    #expect(inflection.plural(of: plural) == nil)
  }

  @Test(arguments: ["stasis", "gas", "is", "2nd", "x"])
  func wordsWithoutPlural(word: String) {
    #expect(Inflection().plural(of: word) == nil)
    if word != "gas" { #expect(Inflection().singular(of: word) == nil) }
  }

  @Test(arguments: [
    ("treat", "treat treats treating treated"), ("use", "use uses using used"),
    ("carry", "carry carries carrying carried"), ("stop", "stop stops stopping stopped"),
    ("fix", "fix fixes fixing fixed"), ("tie", "tie ties tying tied"), ("dye", "dye dyes dyeing dyed"),
    ("mimic", "mimic mimics mimicking mimicked"), ("need", "need needs needing needed"),
    ("cancel", "cancel cancels canceling canceled cancelling cancelled"), ("put", "put puts putting put"),
    ("go", "go goes going went gone"), ("be", "be are am were is being was been"),
  ])
  func verbs(base: String, forms: String) {
    let inflection = Inflection(irregularVerbs: [
      "put": ["puts", "putting", "put"], "go": ["goes", "going", "went", "gone"],
      "be": ["is", "being", "was", "been"],
    ])
    #expect(inflection.forms(of: base).map(\.text).joined(separator: " ") == forms)
  }

  @Test(arguments: [
    ("colour", ["color"]), ("colors", ["colours"]), ("minimise", ["minimize"]),
    ("organization", ["organisation"]), ("neutralizing", ["neutralising"]), ("lamp", []), ("rise", []),
  ])
  func spellings(word: String, others: [String]) {
    #expect(Spelling(pairs: [("colour", "color")]).variants(of: word) == others)
  }

  @Test func formsAreReadAsTheTokenizerReadsText() {
    #expect(
      FormWords("Aé's α-Lamp 0.5% (x/Y)").words.map(\.text) == [
        "ae", "'s", "alpha", "lamp", "0.5%", "x", "y",
      ])
    #expect(FormWords("Agélo").words.first?.spellings == ["agélo", "agÉlo"])
    #expect(FormWords("women’s").words.map(\.text) == ["women", "'s"])
    #expect(FormWords("don’t").key == "don't")
  }

  @Test(arguments: [
    "agent alpha", "Agent-Alphas", "re-agent", "reagents", "AGÉLO", "Agelo", "agélo", "AGA", "agas",
    "agent\u{2011}alpha", "white lotions",
  ])
  func conceptIsFoundAs(text: String) throws {
    let base = try #require(SmallRules().load().knowledge)
    #expect(base.phrases(of: text).filter { $0.kind == .concept }.map(\.index) == [4])
  }

  @Test func flagsGoToAllVariants() throws {
    let base = try #require(SmallRules().load().knowledge)
    #expect(base.phrases(of: "AGAs").map(\.flags) == [.needsCapitals])
    #expect(base.phrases(of: "white lotion").map(\.flags) == [.needsContext])
    #expect(base.phrases(of: "100%").map(\.flags) == [[]])
    #expect(base.phrases(of: "100 per cent").map(\.flags) == [[]])
  }

  @Test func acronymsTakeAPlainS() throws {
    let rules = SmallRules().replacing("AGA]", in: "demo/concepts/all.yaml", with: "AGSH]")
    let base = try #require(rules.load().knowledge)
    #expect(base.phrases(of: "AGSHs").map(\.flags) == [.needsCapitals])
    #expect(base.phrases(of: "AGSHes").isEmpty)
  }

  @Test func framesInflect() throws {
    let base = try #require(SmallRules().load().knowledge)
    #expect(base.phrases(of: "helping with").map(\.form) == [.ing])
    #expect(base.phrases(of: "put").map(\.form) == [.base, .past])
    #expect(base.phrases(of: "ways to rise").map(\.form) == [.fixed])
    #expect(base.phrases(of: "rises").map(\.index) == [1])
  }

  @Test func nearestClassPassesItsStateOn() throws {
    let text = """
      concepts:
        - {id: other, kind: quantity, label: other}
        - {id: top, kind: condition, label: top, state: {tone: low, other: low}}
        - {id: left, kind: condition, label: left, is_a: [top], state: {tone: disordered}}
        - {id: right, kind: condition, label: right, is_a: [top], state: {tone: low}}
        - {id: below, kind: condition, label: below, is_a: [left, right]}
      """
    let (knowledge, faults) = SmallRules().with("demo/concepts/more.yaml", text).load()
    #expect(faults == [])
    let base = try #require(knowledge)
    let below = try #require(base.concepts.first { $0.id == "below" })
    // The equally near classes differ in tone: neither; the further one settles only the rest.
    #expect(below.states.map { base.concepts[$0.quantity.int].id } == ["other"])
    #expect(below.ancestors.map(\.distance) == [1, 1, 2])
  }
}
