import Assay
import Judgment
import Knowledge
import Testing

/// Claims held against the evidence statements of the rules.
@Suite struct EvidenceTests {
  private let knowledge: KnowledgeBase

  init() throws {
    knowledge = try RealRules.checker.get().knowledge
  }

  private func statement(_ id: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Int {
    try #require(
      knowledge.statements.firstIndex { $0.id == id }, "no statement \(id)", sourceLocation: sourceLocation)
  }

  @Test(
    arguments: [
      ("benzoyl-peroxide-acne", "Benzoyl peroxide treats acne.", Verdict.qualified, nil),
      ("benzoyl-peroxide-acne", "Benzoyl peroxide can treat acne.", .supported, nil),
      ("isotretinoin-severe-acne", "Oral isotretinoin treats severe acne.", .supported, nil),
      ("tea-tree-acne", "Tea tree oil treats acne.", .mixed, "evidence/overstated"),
      ("tea-tree-acne", "Tea tree oil may improve acne.", .mixed, nil),
      ("niacinamide-acne", "Niacinamide treats acne.", .insufficient, "evidence/insufficient"),
      ("homeopathy-eczema", "Homeopathy treats atopic dermatitis.", .refuted, "evidence/refuted"),
      (
        "lemon-juice-hyperpigmentation", "Lemon juice treats hyperpigmentation.", .harmful, "evidence/harmful"
      ),
      (
        "apple-cider-vinegar-eczema", "Apple cider vinegar treats atopic dermatitis.", .harmful,
        "evidence/harmful"
      ),
      ("isotretinoin-birth-defects", "Isotretinoin causes birth defects.", .supported, nil),
    ] as [(String, String, Verdict, String?)])
  func aStatementDecidesTheVerdict(id: String, text: String, verdict: Verdict, rule: String?) throws {
    let place = try statement(id)
    let checked = try Checked(text)
    #expect(checked.checked.judgment.claims.map(\.statement) == [Int32(place)], "\(text)")
    #expect(checked.verdicts == [verdict], "\(text)")
    #expect(checked.findings.map(\.rule) == (rule.map { [$0] } ?? []), "\(text)")
  }

  @Test(arguments: [
    "Niacinamide does not treat acne.", "Homeopathy does not treat atopic dermatitis.",
    "Do not use lemon juice for hyperpigmentation.", "Does homeopathy treat atopic dermatitis?",
    "There is no evidence that niacinamide treats acne.",
    "It is a myth that homeopathy treats atopic dermatitis.",
  ]) func whatIsDeniedOrAskedIsNoFault(text: String) throws {
    #expect(try findings(in: text) == [], "\(text)")
  }

  /// Of statements on one pair the one with the claim's relation; of combinations the one with most partners, and with the
  /// partner itself before its class.
  @Test(arguments: [
    ("microneedling-increases-melanin-alone", "Microneedling increases melanin."),
    ("microneedling-breaks-down-melanin", "Microneedling reduces melanin."),
    ("microneedling-tranexamic-melasma", "Microneedling combined with tranexamic acid treats melasma."),
    (
      "microneedling-triamcinolone-nbuvb-vitiligo",
      "Microneedling combined with topical corticosteroids and narrowband UVB treats vitiligo."
    ),
    // What is known of the outcome that the words name, before what is known of the condition in them.
    ("tretinoin-wrinkle-removal", "Tretinoin erases wrinkles."),
  ]) func theNearestStatementDecides(id: String, text: String) throws {
    let place = try statement(id)
    #expect(try Checked(text).checked.judgment.claims.map(\.statement) == [Int32(place)], "\(text)")
  }

  /// A finding on wording names the statement that bears it out.
  @Test(arguments: [
    ("microneedling-no-side-effects", "safety/absolute", "Microneedling has no side effects."),
    ("eczema-no-cure", "language/cure", "Our cream cures eczema."),
  ]) func findingsOfWordingShowTheirEvidence(id: String, rule: String, text: String) throws {
    let place = try statement(id)
    let checked = try Checked(text)
    #expect(checked.findings.map(\.rule) == [rule])
    #expect(checked.checked.judgment.findings.map(\.statements) == [[Int32(place)]])
  }

  @Test func aMoreSpecificStatementWins() throws {
    let text = "Microneedling treats hypopigmented scars."
    let place = try statement("microneedling-alone-hypopigmented-scar")
    #expect(try Checked(text).checked.judgment.claims.map(\.statement) == [Int32(place)], "\(text)")
  }

  @Test(
    arguments: [
      ("Benzoyl peroxide treats acne.", nil), ("Hydroquinone is highly effective for melasma.", .note),
      ("Kojic acid is highly effective for melasma.", .warning),
      ("Niacinamide is highly effective for acne.", .warning),
    ] as [(String, FindingRule.Severity?)])
  func strongWordsNeedStrongEvidence(text: String, severity: FindingRule.Severity?) throws {
    let overstated = try findings(in: text).filter { $0.rule == "evidence/overstated" }
    #expect(overstated.map(\.severity) == (severity.map { [$0] } ?? []), "\(text)")
  }

  @Test func aReferenceMakesAWarningANote() throws {
    let plain = try findings(in: "Niacinamide treats acne.")
    let cited = try findings(in: "Niacinamide treats acne (Smith et al. 2020).")
    #expect(plain.map(\.severity) == [.warning] && cited.map(\.severity) == [.note], "\(cited)")
  }

  // MARK: Over all statements

  /// Agents and targets that a statement of relation `treats` speaks of, by their labels.
  static let treated = Result {
    let knowledge = try RealRules.checker.get().knowledge
    return knowledge.statements
      .filter { $0.relation == .treats && $0.partners.isEmpty }
      .map { (knowledge.concepts[$0.intervention.int].label, knowledge.concepts[$0.target.int].label) }
      .filter { !$0.0.contains("(") && !$0.1.contains("(") }
  }

  /// The texts of all statements that do not satisfy a law.
  private func offenders(
    _ template: String, _ isLawful: (_ plain: Checked, _ varied: Checked) -> Bool
  ) throws -> [String] {
    let treated = try Self.treated.get()
    try #require(treated.count > 150)
    return try treated.compactMap { agent, target in
      let text = template.filled(agent: agent, target: target)
      let plain = try Checked("{S} treats {O}.".filled(agent: agent, target: target))
      return isLawful(plain, try Checked(text)) ? nil : text
    }
  }

  @Test(arguments: [
    "{S} may treat {O}.", "{S} might help {O}.", "It is thought that {S} treats {O}.",
    "Perhaps {S} treats {O}.",
  ]) func hedgingNeverMakesItGraver(template: String) throws {
    let graver = try offenders(template) { plain, hedged in
      guard let severity = hedged.gravest else { return true }
      return plain.gravest.map { severity <= $0 } ?? false
    }
    #expect(graver.isEmpty, "\(graver.count): \(graver.prefix(5).joined(separator: " | "))")
  }

  @Test(arguments: ["{S} may treat {O}.", "{S} can treat {O}.", "{S} probably treats {O}."])
  func hedgingNeverScoresLess(template: String) throws {
    let lower = try offenders(template) { plain, hedged in
      zip(plain.checked.judgment.claims, hedged.checked.judgment.claims).allSatisfy {
        $0.statement != $1.statement || $0.score <= $1.score
      }
    }
    #expect(lower.isEmpty, "\(lower.count): \(lower.prefix(5).joined(separator: " | "))")
  }

  @Test(arguments: [
    "{S} does not treat {O}.", "Does {S} treat {O}?", "There is no evidence that {S} treats {O}.",
  ])
  func denyingAndAskingIsNoFault(template: String) throws {
    let faulty = try offenders(template) { _, varied in varied.gravest == nil }
    #expect(faulty.isEmpty, "\(faulty.count): \(faulty.prefix(5).joined(separator: " | "))")
  }

  @Test func mostStatementsAreFoundFromAPlainSentence() throws {
    let treated = try Self.treated.get()
    let missed = try treated.filter { agent, target in
      try Checked("{S} treats {O}.".filled(agent: agent, target: target)).verdicts.allSatisfy {
        $0 == .uncovered
      }
    }
    #expect(missed.count * 20 <= treated.count, "\(missed.count) of \(treated.count): \(missed.prefix(5))")
  }
}
