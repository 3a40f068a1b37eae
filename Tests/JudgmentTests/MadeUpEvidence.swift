import Assay
import Claims
import Ingest
import Judgment
import Testing

@testable import Knowledge

/// Rules on things that do not exist, with the evidence statements that a test wants.
///
/// Agents: alphol and betol are liners, a liner is a topper; gammol is neither. Conditions: night is dusk, dusk is gloom;
/// glare is neither.
struct MadeUpEvidence {
  struct Statement: Equatable, Sendable {
    var agent: String
    var partners: [String] = []
    var relation = "treats"
    var target: String
    var verdict: String
    var certainty = "low"

    var id: String { ([agent] + partners + [relation, target]).joined(separator: "-") }
  }

  static let agents = ["alphol", "liner", "topper"]
  static let targets = ["night", "dusk", "gloom"]

  let checker: Checker
  let knowledge: KnowledgeBase

  init(_ statements: [Statement]) throws {
    var files = Self.files
    files["shades/evidence/all.yaml"] =
      "reviewed: 2026-11-01\nevidence:\n" + (statements.isEmpty ? "  []\n" : "")
      + statements.map { statement in
        """
          - id: \(statement.id)
            intervention: \(statement.agent)
            with: [\(statement.partners.joined(separator: ", "))]
            relation: \(statement.relation)
            target: \(statement.target)
            verdict: \(statement.verdict)
            certainty: \(statement.certainty)
            sources: [doe-2020]
            note: "It is noted of \(statement.id)."
            may_say: "It may be said of \(statement.id)."

        """
      }.joined()
    let list = files.sorted { $0.key < $1.key }.map { RuleFile(path: $0.key, bytes: Array($0.value.utf8)) }
    let loaded = RulesLoader.load(list, FaultCollector(root: "r"), asOf: nil)
    let errors = loaded.faults.filter { $0.severity == .error }
    try #require(errors.isEmpty, "\(errors)")
    knowledge = try #require(loaded.knowledge)
    checker = Checker(knowledge: knowledge)
  }

  func check(_ text: String) throws -> CheckedDocument {
    try checker.check(path: "draft", format: .plainText, bytes: Array(text.utf8))
  }

  /// The verdict of the only claim of a text, and the statements that its derivation shows.
  func judged(_ text: String) throws -> (verdict: Verdict, evidence: Set<String>) {
    let judgment = try check(text).judgment
    try #require(judgment.claims.count == 1, "\(judgment.claims) in \(text)")
    let shown = judgment.steps[
      Int(judgment.claims[0].derivation.lowerBound)..<Int(judgment.claims[0].derivation.upperBound)
    ].compactMap { step in
      if case .statement(let place, _, _) = step { knowledge.statements[Int(place)].id } else { nil }
    }
    return (judgment.claims[0].verdict, Set(shown))
  }

  private static let files: [String: String] = [
    "shades/pack.yaml": """
    id: shades
    title: Shades
    version: "1"
    reviewed: 2026-11-01
    maximum_age_years: 3
    harm_class: adverse-effect
    about: for tests
    """,
    "shades/concepts/all.yaml": """
    concepts:
      - {id: topper, kind: class, label: topper}
      - {id: liner, kind: class, label: liner, is_a: [topper]}
      - {id: alphol, kind: substance, label: alphol, is_a: [liner]}
      - {id: betol, kind: substance, label: betol, is_a: [liner]}
      - {id: gammol, kind: substance, label: gammol}
      - {id: gloom, kind: condition, label: gloom}
      - {id: dusk, kind: condition, label: dusk, is_a: [gloom]}
      - {id: night, kind: condition, label: night, is_a: [dusk]}
      - {id: glare, kind: condition, label: glare}
      - {id: adverse-effect, kind: condition, label: mishap}
      - {id: stain, kind: condition, label: stain, is_a: [adverse-effect]}
      - {id: patient-circumstance, kind: condition, label: circumstances}
      - {id: leapyear, kind: condition, label: leapyear, is_a: [patient-circumstance]}
    """,
    "shades/sources/all.yaml": """
    sources:
      - id: doe-2020
        title: Shades
        url: https://example.org/shades
        design: rct
        finding: Four of nine were better.
    """,
    "language/en/words.yaml": """
    classes:
      be: [is, are, was, were, be]
      auxiliary: [has, have, do, does, did]
      modal: [can, could, may, might, will]
      determiner: [a, an, the, this, no]
      pronoun: [it, they]
      preposition: [of, in, on, at, for, with, by, from, to, during]
      coordinator: [and, or]
      relative: [which, who, that]
      infinitive: [to]
      adverb: [also, not, very, always, well]
    """,
    "language/en/frames/all.yaml": """
    frames:
      - {id: treat, shape: verb, effect: improves, words: [treat], means: makes better}
      - {id: cause, shape: verb, effect: causes, words: [cause], means: brings about}
    """,
    "language/en/cues/all.yaml": """
    cues:
      - {id: not, category: negation, scope: clause, forms: [not], means: denies}
      - {id: may, category: hedge, scope: clause, value: doubt, forms: [may], means: doubts}
      - {id: can, category: hedge, scope: clause, value: ability, forms: [can], means: is able to}
      - {id: well, category: booster, scope: clause, value: strong, forms: [superbly], means: is strong}
      - {id: always, category: absolute, scope: clause, value: universal, forms: [always], means: no exception}
      - {id: with, category: combination, scope: here, forms: [combined with], means: joins}
      - {id: better, category: comparison, scope: phrase, value: better, forms: [better than], means: compares}
    """,
    "policy/all.yaml": """
    findings:
      - {id: evidence/refuted, severity: error, rank: 70, message: "refuted: {note}", suggestion: "{suggestion}", why: so}
      - {id: evidence/harmful, severity: error, rank: 80, message: "harmful: {note}", suggestion: "{suggestion}", why: so}
      - {id: evidence/insufficient, severity: warning, rank: 40, message: "insufficient: {note}", suggestion: "{suggestion|be careful}", why: so}
      - {id: evidence/overstated, severity: warning, rank: 50, message: "overstated: {note}", suggestion: "{suggestion}", why: so}
      - {id: evidence/comparison, severity: warning, rank: 42, message: "{agent} and {comparator}", why: so}
      - {id: safety/contraindication, severity: error, rank: 78, message: "{agent} in {target}: {note}", why: so}
      - {id: language/absolute, severity: warning, rank: 55, message: "absolute", suggestion: "{suggestion|say what happens}", why: so}
    """,
  ]
}
