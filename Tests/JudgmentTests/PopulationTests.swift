import Judgment
import Knowledge
import Testing

/// Agents offered to people whom a statement bars from them, and agents held up against better ones.
@Suite struct PopulationTests {
  @Test(arguments: [
    "Tretinoin treats acne in pregnancy.", "Tretinoin is recommended for acne during pregnancy.",
    "Tretinoin is safe during pregnancy.", "Pregnant women can use tretinoin.",
    "We recommend botulinum toxin for teenagers with wrinkles.", "Deep peels are safe for dark skin.",
  ]) func isReported(text: String) throws {
    let found = try findings(in: text)
    #expect(found.map(\.rule) == ["safety/contraindication"], "\(text) gave \(found)")
    #expect(found.allSatisfy { $0.severity == .error })
  }

  @Test(arguments: [
    "Retinoids treat acne but must be avoided in pregnancy.",
    "Isotretinoin clears severe acne and causes birth defects in pregnancy.",
    "Tretinoin treats acne; pregnant women should ask their doctor first.",
    "Isotretinoin must not be used in pregnancy.", "Unlike tretinoin, azelaic acid is safe in pregnancy.",
    "Is tretinoin safe in pregnancy?", "Tretinoin may treat acne in pregnancy, but it is unsafe.",
    "If you are pregnant, do not use tretinoin for acne.", "Azelaic acid treats acne in pregnancy.",
    "A woman who takes isotretinoin early in pregnancy runs a much higher risk of a child with malformations.",
  ]) func isNoFault(text: String) throws {
    let found = try findings(in: text).filter { $0.rule == "safety/contraindication" }
    #expect(found == [], "\(text)")
  }

  @Test func whatIsBarredIsHarmfulAndWhatIsWarnedOfIsNot() throws {
    let bar = MadeUpEvidence.Statement(
      agent: "alphol", relation: "contraindicated", target: "leapyear", verdict: "harmful")
    let rules = try MadeUpEvidence([bar])
    #expect(try rules.check("Alphol treats night during leapyear.").judgment.findings.count == 1)
    #expect(try rules.check("Betol treats night during leapyear.").judgment.findings.isEmpty)
    #expect(try rules.check("Alphol does not treat night during leapyear.").judgment.findings.isEmpty)
    #expect(try rules.check("Alphol may treat night during leapyear.").judgment.findings.isEmpty)
  }

  @Test(
    arguments: [
      ("Microneedling has no downtime.", Verdict.refuted), ("Laser hair removal is permanent.", .refuted),
      ("Laser hair removal gives permanent results.", .refuted),
    ]) func anAbsoluteOutcomeIsHeldAgainstItsStatement(text: String, verdict: Verdict) throws
  {
    let checked = try Checked(text)
    #expect(checked.verdicts == [verdict], "\(text)")
    #expect(checked.gravest == .error, "\(text)")
  }

  @Test func aDeniedAbsoluteOutcomeIsNoFault() throws {
    #expect(try findings(in: "Laser hair removal is not permanent.") == [])
  }

  @Test func aHarmStatedAsAHarmIsSupported() throws {
    let harm = MadeUpEvidence.Statement(
      agent: "alphol", relation: "causes", target: "stain", verdict: "harmful", certainty: "very-low")
    let rules = try MadeUpEvidence([harm])
    #expect(try rules.judged("Alphol always causes stain.").verdict == .supported)
    #expect(try rules.check("Alphol causes stain.").judgment.score == 100)
  }

  @Test func theWeakerOfTwoIsNoBetter() throws {
    let rules = try MadeUpEvidence([
      .init(agent: "alphol", target: "night", verdict: "insufficient"),
      .init(agent: "gammol", target: "night", verdict: "supported", certainty: "high"),
    ])
    let finding = try #require(
      try rules.check("Alphol treats night better than gammol.").judgment.findings.first)
    #expect(finding.message == "alphol and gammol")
    #expect(finding.statements.count == 2)
    #expect(try rules.check("Gammol treats night better than alphol.").judgment.findings.isEmpty)
  }
}
