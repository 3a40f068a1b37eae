import Judgment
import Knowledge
import Testing

/// Agents offered to people whom a statement bars from them, and agents held up against better ones.
@Suite struct PopulationTests {
  @Test(arguments: [
    "Tretinoin treats acne in pregnancy.", "Tretinoin is recommended for acne during pregnancy.",
    "Tretinoin is safe during pregnancy.", "Pregnant women can use tretinoin.",
    "We recommend botulinum toxin for teenagers with wrinkles.", "Deep peels are safe for dark skin.",
    "Isotretinoin is safe in the second trimester.",
    "Finasteride is fine for women who are trying for a baby.",
    "Hyaluronic acid fillers are suitable for 16-year-olds.",
    "Tretinoin is safe in pregnancy as long as you use little.",
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
    "Tretinoin is used for acne, and benzoyl peroxide can be used in pregnancy.",
    "Women who used tretinoin can use azelaic acid in pregnancy.",
    "Azelaic acid can be used instead of tretinoin in pregnancy.",
    "You should not have microneedling if you have a skin infection.",
    "Microneedling can be done once active acne has healed.",
    "A woman who takes isotretinoin early in pregnancy runs a much higher risk of a child with malformations.",
  ]) func isNoFault(text: String) throws {
    let found = try findings(in: text).filter { $0.rule == "safety/contraindication" }
    #expect(found == [], "\(text)")
  }

  /// Ways of letting people have what they are barred from.
  @Test(arguments: [
    "S can be taken while pregnant.", "S can safely be used during pregnancy.",
    "S is suitable for pregnant women.", "Pregnant women may use S.", "S is fine during pregnancy.",
    "It is fine to use S when you are pregnant.", "You can use S while pregnant.",
    "You can keep using S during pregnancy.", "There is no need to stop S if you become pregnant.",
    "S may be continued throughout pregnancy.", "If you are pregnant, you can use S.",
    "S is allowed in pregnancy.", "We offer S to pregnant women.", "S is not a problem in pregnancy.",
    "You do not have to stop S when you are pregnant.", "Pregnancy is no reason to stop S.",
    "S is an option during pregnancy.", "Even during pregnancy, S can be continued.",
    "S can be used for acne in pregnancy.",
  ]) func admitsWhatIsBarred(way: String) throws {
    for agent in ["isotretinoin", "tretinoin", "finasteride"] {
      let text = Self.sentence(way, agent)
      #expect(try findings(in: text).map(\.rule) == ["safety/contraindication"], "\(text)")
    }
    // Nothing bars it.
    let others = try findings(in: Self.sentence(way, "azelaic acid"))
    #expect(others.filter { $0.rule == "safety/contraindication" } == [], "\(way)")
  }

  /// A bar may lie on a disease as well.
  @Test(arguments: [
    "Microneedling can be done on active acne.", "Microneedling is fine if you have a skin infection.",
    "Deep peels are fine for dark skin.", "Teenagers can have botox.",
    "People on blood thinners can have microneedling.",
  ]) func admitsOthers(text: String) throws {
    #expect(try findings(in: text).map(\.rule) == ["safety/contraindication"], "\(text)")
  }

  /// Sources differ on it: flat words of safety go too far, others do not.
  @Test(arguments: [
    "S is safe in pregnancy.", "S is perfectly safe during pregnancy.", "Pregnant women can safely use S.",
    "According to the WHO, S is safe for pregnant women.", "S can safely be used during pregnancy.",
  ]) func promisesWhatIsNotSettled(way: String) throws {
    for agent in ["hydroquinone", "botulinum toxin"] {
      let text = Self.sentence(way, agent)
      let found = try findings(in: text).filter { $0.rule.hasPrefix("safety/") && $0.severity >= .warning }
      #expect(!found.isEmpty, "\(text)")
    }
    let others = try findings(in: Self.sentence(way, "azelaic acid"))
    #expect(others.filter { $0.rule == "safety/unsettled" } == [], "\(way)")
  }

  @Test(arguments: [
    "S may be safe in pregnancy.", "S is not safe in pregnancy.", "Is S safe in pregnancy?",
    "It is not known whether S is safe in pregnancy.", "S is best avoided in pregnancy.",
    "S is safe, but not in pregnancy.", "Little S is known to reach the baby in pregnancy.",
  ]) func leavesOpenWhatIsNotSettled(way: String) throws {
    for agent in ["hydroquinone", "botulinum toxin"] {
      let text = Self.sentence(way, agent)
      #expect(try findings(in: text).filter { $0.rule == "safety/unsettled" } == [], "\(text)")
    }
  }

  @Test func whatIsContradictoryIsNotBarredOnceMore() throws {
    let found = try findings(in: "Hydroquinone can be used on vitiligo.")
    #expect(found.map(\.rule) == ["contradiction/opposes-condition"])
  }

  @Test(arguments: [
    "S can be used after pregnancy.", "S can be used once you are no longer pregnant.",
    "S cannot be used during pregnancy.", "Can S be used in pregnancy?",
    "If you are pregnant, ask your doctor before using S.", "S may be used only when you are not pregnant.",
    "Women who may become pregnant can use S only with contraception.",
    "S can only be taken if you are not pregnant.", "S can cause birth defects if used during pregnancy.",
    "S may be used by women of childbearing age with two forms of contraception.",
    "Before you can take S, you need a pregnancy test.",
    "S can be taken by women who have a negative pregnancy test.",
    "Azelaic acid, but not S, can be used during pregnancy.",
    "Azelaic acid can be used in pregnancy, S cannot.", "S is never fine during pregnancy.",
    "S is not suitable for pregnant women.", "You must stop S before you become pregnant.",
    "S can be used, except in pregnancy.", "You can use S unless you are pregnant.",
    "Whether S can be used in pregnancy is not known.", "It is a myth that S can be taken while pregnant.",
    "Do not let anyone tell you that S can be used in pregnancy.",
    "S can be used in pregnancy if the benefit outweighs the risk.",
  ]) func admitsNothingThatIsBarred(way: String) throws {
    for agent in ["isotretinoin", "tretinoin"] {
      let text = Self.sentence(way, agent)
      let found = try findings(in: text).filter { $0.rule == "safety/contraindication" }
      #expect(found == [], "\(text)")
    }
  }

  /// With an agent for `S`, in capitals at the head.
  private static func sentence(_ way: String, _ agent: String) -> String {
    let words = way.split(separator: " ", omittingEmptySubsequences: false)
      .map { $0 == "S" ? agent : $0 == "S," ? agent + "," : $0 == "S." ? agent + "." : String($0) }
      .joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
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
