import Linguistics

@testable import Knowledge

/// A small set of rules without faults, whose files tests replace or add to.
struct SmallRules {
  var files: [String: String] = [
    "demo/pack.yaml": """
    id: demo
    title: A small pack
    version: "1"
    reviewed: 2026-01-01
    maximum_age_years: 2
    harm_class: harm
    about: for tests
    """,
    "demo/concepts/all.yaml": """
    concepts:
      - id: tone
        kind: quantity
        label: tone
      - id: harm
        kind: condition
        label: harms
      - id: paleness
        kind: condition
        label: paleness
        state: {tone: low}
      - id: agent-class
        kind: class
        label: agents of the first class
      - id: agent-a
        kind: substance
        label: agent alpha
        synonyms: [re-agent, Agélo, AGA]
        needs_context: [white lotion]
        is_a: [agent-class]
        effects:
          - {quantity: tone, direction: decreases, source: first-2020}
    """,
    "demo/sources/all.yaml": """
    sources:
      - id: first-2020
        title: A first look
        year: 2020
        doi: "10.1000/first"
        pmid: "123"
        url: https://example.org/first
        design: rct
        n: 12
        finding: Tone went down.
    """,
    "demo/evidence/all.yaml": """
    reviewed: 2026-01-01
    evidence:
      - id: a-tone
        intervention: agent-a
        relation: decreases
        target: tone
        verdict: supported
        certainty: low
        sources: [first-2020]
        note: One small trial.
        may_say: Agent alpha may lower tone.
    """,
    "demo/definitions/all.yaml": """
    reviewed: 2026-01-01
    definitions:
      - id: def-paleness
        concept: paleness
        quantity: tone
        direction: decreases
        verdict: supported
        certainty: high
        sources: [first-2020]
        note: By definition.
        may_say: Paleness is low tone.
    """,
    "language/en/words.yaml": """
    classes:
      be: [is, are]
      preposition: [of, with]
      infinitive: [to]
    common_words: [lotion]
    irregular_verbs: {put: [puts, putting, put]}
    plurals: {focus: foci}
    spelling:
      - [colour, color]
    reference_headings: [References]
    """,
    "language/en/cues/all.yaml": """
    cues:
      - id: never
        category: negation
        forms: [never, not at all]
        means: denies
      - id: always
        category: absolute
        scope: sentence
        forms: ["100%", always]
        means: leaves no exception
    """,
    "language/en/frames/all.yaml": """
    frames:
      - id: help
        shape: verb
        effect: improves
        words: [help with, put]
        moves: {quantity: tone, direction: decreases}
        means: makes better
      - id: rise
        shape: noun
        effect: increases
        words: [rise, way to rise]
        target_links: [of]
        means: goes up
    """,
    "policy/all.yaml": """
    findings:
      - id: language/never
        severity: warning
        message: never say never
        why: it is so
        sources: [first-2020]
    """,
  ]

  /// The knowledge base and all faults, as they are printed.
  func load(asOf: String? = nil) -> (knowledge: KnowledgeBase?, faults: [String]) {
    let list = files.sorted { $0.key < $1.key }.map { RuleFile(path: $0.key, bytes: Array($0.value.utf8)) }
    let result = RulesLoader.load(list, FaultCollector(root: "r"), asOf: asOf)
    return (result.knowledge, result.faults.map(\.description))
  }

  /// The rules with a further file, or another text of one.
  func with(_ path: String, _ text: String) -> SmallRules {
    var copy = self
    copy.files[path] = text
    return copy
  }

  /// The rules with one text of a file replaced by another.
  func replacing(_ old: String, in path: String, with new: String) -> SmallRules {
    var copy = self
    let text = files[path] ?? ""
    var parts: [Substring] = []
    var rest = text[...]
    while let range = rest.firstRange(of: old) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    parts.append(rest)
    precondition(parts.count == 2, "'\(old)' stands \(parts.count - 1) times in \(path)")
    copy.files[path] = parts.joined(separator: new)
    return copy
  }
}

/// A seeded generator (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension KnowledgeBase {
  /// The phrases that begin at the first word of a text and reach to its last one.
  func phrases(of text: String) -> [PhraseEntry] {
    var tokens: [Token] = []
    let bytes = Array(text.utf8)
    Tokenizer(words: words).tokenize(bytes.span, from: 0, to: bytes.count, into: &tokens)
    let numbers = tokens.filter { $0.kind != .punctuation }.map(\.word)
    guard let first = numbers.first else { return [] }
    return PhraseSet.allCases.flatMap { set in
      var node = phrases.roots[phrases.firstRoot(of: set) + Int(first)]
      for word in numbers.dropFirst() where node >= 0 { node = phrases.step(from: node, by: word) }
      guard node >= 0 else { return [PhraseEntry]() }
      return Array(phrases.entries[phrases.entries(at: node)])
    }
  }
}
