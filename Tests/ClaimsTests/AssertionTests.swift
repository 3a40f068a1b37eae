import Claims
import Ingest
import Testing

/// How sure, how strong and on whose authority the text says it.
@Suite struct AssertionTests {
  /// The claim of a text that has one; of several the first.
  private func claim(
    in text: String, as format: DocumentFormat = .plainText, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Claim {
    try #require(
      try Reading(text, as: format).reading.claims.first, "\(text)", sourceLocation: sourceLocation)
  }

  /// Whether the text puts something forward as true.
  private func isPutForward(_ claim: Claim) -> Bool {
    if claim.negated || !claim.flags.isDisjoint(with: [.debunked, .warnedAgainst]) { return false }
    switch claim.certainty {
    case .asserted, .hedged, .reported: return true
    case .conditional, .question, .unknown: return false
    }
  }

  @Test(arguments: [
    "Kojic acid does not treat melasma.", "Kojic acid doesn\u{2019}t treat melasma.",
    "Kojic acid never treats melasma.",
    "Kojic acid cannot treat melasma.", "Kojic acid fails to treat melasma.", "No kojic acid treats melasma.",
    "Kojic acid is not effective for melasma.", "Melasma is not treated with kojic acid.",
    "Neither kojic acid nor zinc treats melasma.",
    "Kojic acid did not, in our view, improve melasma.",
  ]) func negationDenies(text: String) throws { #expect(try claim(in: text).negated, "\(text)") }

  @Test(arguments: [
    "Kojic acid not only treats melasma, it is cheap.", "Kojic acid treats not only melasma but acne.",
    "No doubt kojic acid treats melasma.", "Kojic acid is not cheap, but it treats melasma.",
    "Kojic acid treats melasma without scarring.", "Kojic acid treats melasma; it does not smell.",
    "Although it does not smell, kojic acid treats melasma.",
    "Although kojic acid does not smell, it treats melasma.",
    "Kojic acid treats melasma and does not smell.",
    "Kojic acid treats melasma but not acne.",
  ]) func otherNegationsDenyNothing(text: String) throws {
    let claims = try Reading(text).reading.claims
    #expect(claims.contains { $0.relation == .treats && isPutForward($0) }, "\(text)")
  }

  @Test(arguments: [
    "There is no evidence that kojic acid treats acne.", "It is unclear whether kojic acid treats acne.",
    "It is not known whether kojic acid treats acne.", "Whether kojic acid treats acne is unknown.",
    "No studies show that kojic acid treats acne.",
  ]) func whatIsNotKnownIsUnknown(text: String) throws {
    #expect(try claim(in: text).certainty == .unknown, "\(text)")
  }

  @Test(arguments: [
    "Does kojic acid treat melasma?", "Can kojic acid treat melasma?", "Kojic acid for melasma?",
    "Is kojic acid good for melasma?",
  ]) func questionsAsk(text: String) throws { #expect(try claim(in: text).certainty == .question, "\(text)") }

  @Test func aConditionOpensItsClause() throws {
    #expect(try claim(in: "If kojic acid treats melasma, tell us.").certainty == .conditional)
    #expect(try claim(in: "If you have melasma, kojic acid treats it.").certainty != .conditional)
  }

  @Test func aWarningIsMarked() throws {
    #expect(try claim(in: "Do not use hydroquinone for vitiligo.").flags.contains(.warnedAgainst))
    #expect(try !claim(in: "Use hydroquinone for vitiligo.").flags.contains(.warnedAgainst))
  }

  @Test(arguments: [
    "It is a myth that kojic acid treats melasma.", "Myth: kojic acid treats melasma.",
    "Contrary to the belief that kojic acid treats melasma, it does little.",
    "It is not true that kojic acid treats melasma.",
    "That kojic acid treats melasma is a myth.",
  ]) func mythsAreDenied(text: String) throws {
    let claim = try claim(in: text)
    #expect(claim.flags.contains(.debunked) || claim.negated, "\(text)")
  }

  @Test(arguments: [
    "Do not use hydroquinone for vitiligo.", "Hydroquinone should be avoided in vitiligo.",
    "Hydroquinone is contraindicated in vitiligo.", "Hydroquinone is not recommended for vitiligo.",
    "Avoid hydroquinone for vitiligo.",
  ]) func warningsPutNothingForward(text: String) throws {
    for claim in try Reading(text).reading.claims { #expect(!isPutForward(claim), "\(text)") }
  }

  @Test(arguments: [
    "Kojic acid may treat melasma.", "Kojic acid might help melasma.", "Kojic acid could treat melasma.",
    "Kojic acid is thought to treat melasma.", "Perhaps kojic acid treats melasma.",
    "Kojic acid often treats melasma.",
    "Kojic acid is a promising treatment for melasma.",
  ]) func hedgesLowerTheCertainty(text: String) throws {
    #expect(try claim(in: text).certainty == .hedged, "\(text)")
  }

  @Test(arguments: [
    "It has been shown that kojic acid treats melasma.", "Smith found that kojic acid treats melasma.",
    "Kojic acid was shown to treat melasma.",
  ]) func findingsAreReported(text: String) throws {
    #expect(try claim(in: text).certainty == .reported, "\(text)")
  }

  @Test(arguments: [
    ("Kojic acid slightly improves melasma.", Claim.Strength.weak), ("Kojic acid treats melasma.", .moderate),
    ("Kojic acid is highly effective for melasma.", .strong),
    ("Kojic acid dramatically improves melasma.", .strong),
    ("Kojic acid gets rid of melasma.", .strong), ("Kojic acid cures melasma.", .absolute),
    ("Kojic acid permanently removes melasma.", .absolute), ("Kojic acid always treats melasma.", .absolute),
    ("Kojic acid is guaranteed to treat melasma.", .absolute),
    ("Kojic acid treats melasma in everyone.", .absolute),
  ]) func wordsSetTheStrength(text: String, strength: Claim.Strength) throws {
    #expect(try claim(in: text).strength == strength, "\(text)")
  }

  @Test func onlyWordsOfCureClaimOne() throws {
    #expect(try claim(in: "Kojic acid cures melasma.").flags.contains(.cure))
    #expect(try !claim(in: "Kojic acid always treats melasma.").flags.contains(.cure))
  }

  @Test(arguments: [
    ("Kojic acid treats melasma.", Claim.Attribution.none),
    ("Studies show that kojic acid treats melasma.", .vague),
    ("Experts agree that kojic acid treats melasma.", .vague),
    ("International research confirms that kojic acid treats melasma.", .vague),
    ("A study in the Journal of Skin Care found that kojic acid treats melasma.", .namedJournal),
    ("Kojic acid treats melasma (Smith et al. 2020).", .inTextReference),
    ("Smith et al. (2020) found that kojic acid treats melasma.", .inTextReference),
    ("Kojic acid treats melasma [3].", .inTextReference),
    ("Kojic acid treats melasma [3, 5].", .inTextReference),
    ("Kojic acid treats melasma (doi:10.1000/xyz123).", .fullCitation),
    ("Kojic acid treats melasma (PMID: 12345678).", .fullCitation),
  ]) func attributionIsWhatTheTextCallsOn(text: String, attribution: Claim.Attribution) throws {
    #expect(try claim(in: text).attribution == attribution, "\(text)")
  }

  @Test func aLinkIsAReference() throws {
    let markdown = "Kojic acid treats melasma ([study](https://doi.org/10.1000/182))."
    let html = "<p>Kojic acid treats melasma (<a href='https://doi.org/10.1000/182'>study</a>).</p>"
    #expect(try claim(in: markdown, as: .markdown).attribution == .inTextReference, "\(markdown)")
    #expect(try claim(in: html, as: .html).attribution == .inTextReference, "\(html)")
  }

  @Test(arguments: [
    ("Kojic acid treats melasma.", Claim.Causality.causal), ("Kojic acid may treat melasma.", .conditional),
    ("Does kojic acid treat melasma?", .none),
  ]) func causalityFollowsTheScale(text: String, causality: Claim.Causality) throws {
    #expect(try claim(in: text).causality == causality, "\(text)")
  }

  @Test(arguments: [
    ("Kojic acid treats melasma.", Claim.Advice.none), ("Use kojic acid for melasma.", .strong),
    ("You should use kojic acid for melasma.", .strong), ("You could try kojic acid for melasma.", .weak),
  ]) func adviceTellsTheReaderWhatToDo(text: String, advice: Claim.Advice) throws {
    #expect(try claim(in: text).advice == advice, "\(text)")
  }

  @Test func theHeadingIsMarked() throws {
    #expect(try claim(in: "# Kojic acid treats melasma\n", as: .markdown).flags.contains(.heading))
    #expect(try !claim(in: "Kojic acid treats melasma.", as: .markdown).flags.contains(.heading))
  }

  @Test func theCuesThatActedAreKept() throws {
    let read = try Reading("Studies show that kojic acid may not treat melasma.")
    let claim = try #require(read.reading.claims.first)
    let words = claim.cues.map { read.text(read.reading.cues[Int(read.reading.claimCues[Int($0)])].range) }
    #expect(words.contains("may") && words.contains("not") && words.contains("Studies show"), "\(words)")
  }
}
