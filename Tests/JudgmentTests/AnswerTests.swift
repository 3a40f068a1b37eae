import Ingest
import Testing

/// What a text says of what it has just said or asked: that it is wrong, or that it is so.
@Suite struct AnswerTests {
  @Test(arguments: [
    "Contrary to popular belief, {C}.", "Contrary to what many think, {C}.",
    "Despite what your doctor says, {C}.",
    "Is it true that {C}? Yes, it is.", "Is it true that {C}? Of course!", "Is it true that {C}? Absolutely.",
  ]) func isPutForward(way: String) throws {
    for (claim, rule) in Self.faults {
      let text = way.replacing("{C}", with: claim)
      #expect(try findings(in: text).map(\.rule).contains(rule), "\(text)")
    }
  }

  @Test(arguments: [
    "Some say that {C}, but that is a myth.", "Some say that {C}, but there is no evidence for it.",
    "Many blogs say that {C}, but no trial has shown it.", "It is said that {C}; that is not so.",
    "Some say that {C}. There is no evidence for this.", "Some say that {C}. Studies do not back this up.",
    "False: {C}.", "Wrong: {C}.", "Untrue: “{C}.”", "Is it true that {C}? Absolutely not.",
    "Is it true that {C}? Yes and no.", "Is it true that {C}? Yes, but not as you think.",
    "Is it true that {C}? Of course not.", "Be wary of anyone who says that {C}.",
  ]) func isTakenBack(way: String) throws {
    for (claim, rule) in Self.faults {
      let text = way.replacing("{C}", with: claim)
      #expect(try !findings(in: text).map(\.rule).contains(rule), "\(text)")
    }
  }

  /// The answer may stand under its question as a heading, and to a question that only asks whom it suits.
  @Test func answersStandUnderQuestions() throws {
    let rule = "safety/contraindication"
    #expect(try findings(in: "Can you use tretinoin while pregnant? Sure.").map(\.rule) == [rule])
    let page = "# Questions\n\n## Can pregnant women use isotretinoin?\n\n%\n"
    #expect(try findings(in: page.replacing("%", with: "Yes."), as: .markdown).map(\.rule) == [rule])
    #expect(try findings(in: page.replacing("%", with: "No."), as: .markdown).map(\.rule) == [])
    #expect(try findings(in: page.replacing("%", with: "Ask your doctor."), as: .markdown).map(\.rule) == [])
  }

  /// What a sentence says after a retraction, or what stands before one that goes on, is its own.
  @Test(arguments: [
    "Some say that it is harmless, but that is a myth: hydroquinone treats vitiligo.",
    "Hydroquinone treats vitiligo, but it does not do so overnight.",
    "There is no cure for eczema. Hydroquinone treats vitiligo.",
  ]) func whatIsNotTakenBackStands(text: String) throws {
    #expect(try findings(in: text).map(\.rule).contains("contradiction/opposes-condition"), "\(text)")
  }

  /// "No cure": what is denied makes what helps no stronger.
  @Test(arguments: [
    "There is no cure for rosacea, but metronidazole helps to control it.",
    "There is no cure for eczema, but moisturisers help to control it.",
    "Nothing cures eczema, but moisturisers help to control it.",
  ]) func noCureIsNoPromise(text: String) throws {
    #expect(try findings(in: text) == [], "\(text)")
  }

  private static let faults = [
    ("vitamin C treats vitiligo", "contradiction/opposes-condition"),
    ("isotretinoin is safe in pregnancy", "safety/contraindication"),
    ("sunbeds protect you from sunburn", "evidence/refuted"),
  ]
}
