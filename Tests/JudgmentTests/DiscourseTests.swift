import Judgment
import Knowledge
import Testing

/// What one sentence does to the next, and what a text is about.
struct DiscourseTests {
  @Test(arguments: [
    "Struggling with vitiligo? Meet kojic acid.", "Best for: vitiligo. Hero ingredient: kojic acid.",
    "How do we treat vitiligo? Mostly with kojic acid.",
  ])
  func anAnswerBelongsToItsQuestion(text: String) throws {
    #expect(try Checked(text).isContradicted, "\(text)")
  }

  @Test(arguments: [
    "Does vitiligo spread? Kojic acid is sold next door.", "What causes vitiligo? Not kojic acid.",
    "Is vitiligo rare? Our shop has kojic acid.",
  ])
  func aQuestionThatAsksForNoHelpOpensNothing(text: String) throws {
    #expect(try !Checked(text).isContradicted, "\(text)")
  }

  @Test(arguments: [
    "Some say that kojic acid clears vitiligo. That is a myth.",
    "A video claims that kojic acid helps vitiligo. It doesn't.",
    "We once wrote that kojic acid treats vitiligo. We were wrong.",
  ])
  func whatIsTakenBackIsNotHeldAgainstTheText(text: String) throws {
    #expect(try findings(in: text).filter { $0.severity > .note }.isEmpty, "\(text)")
  }

  @Test(arguments: [
    "Kojic acid treats vitiligo. It doesn't hurt.", "Kojic acid treats vitiligo. It is not dear.",
  ])
  func whatGoesOnTakesNothingBack(text: String) throws {
    #expect(try Checked(text).isContradicted, "\(text)")
  }

  @Test func movingAQuantityIsAnOfferForTheConditionOfTheText() throws {
    let text = "Vitiligo is a loss of melanin. Homeopathy raises the level of melanin."
    let rules = try findings(in: text).map(\.rule)
    #expect(rules == ["evidence/insufficient"], "\(rules)")
    #expect(try findings(in: "Homeopathy raises the level of melanin.").isEmpty)
  }

  @Test(arguments: [
    "Vitiligo, freckles and other forms of hyperpigmentation need sunscreen.",
    "Melasma is what happens when the pigment cells no longer make melanin.",
  ])
  func filedUnderItsOpposite(text: String) throws {
    #expect(try Checked(text).isContradicted, "\(text)")
  }

  @Test(arguments: [
    "Hyperpigmentation, like vitiligo, affects how people feel.",
    "Melasma, vitiligo and other pigment disorders are common.",
  ])
  func aComparisonFilesNothing(text: String) throws {
    #expect(try !Checked(text).isContradicted, "\(text)")
  }

  /// "Can" and "aims to" promise the effect; "may" and "can help" do not.
  @Test func whatIsPromisedIsWeighedAndWhatIsHopedIsNot() throws {
    func severity(_ text: String) throws -> FindingRule.Severity? { try Checked(text).gravest }
    #expect(try severity("Homeopathy can treat eczema.") == .warning)
    #expect(try severity("Homeopathy is designed to treat eczema.") == .warning)
    #expect(try severity("Homeopathy may help vitiligo.") ?? .note == .note)
  }
}
