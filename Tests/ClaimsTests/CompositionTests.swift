import Claims
import Ingest
import Knowledge
import Testing

/// How mentions of one sentence, and of sentences before it, make the agent and the target of a claim.
@Suite struct CompositionTests {
  private func expect(
    _ text: String, _ expected: [String], as format: DocumentFormat = .plainText,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(try claims(in: text, as: format) == expected.sorted(), "\(text)", sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    (
      "Vitamin C, kojic acid and azelaic acid treat melasma.",
      ["vitamin-c treats melasma", "kojic-acid treats melasma", "azelaic-acid treats melasma"]
    ),
    ("Kojic acid treats melasma and acne.", ["kojic-acid treats melasma", "kojic-acid treats acne"]),
    ("Tretinoin or adapalene clears acne.", ["tretinoin treats acne", "adapalene treats acne"]),
    (
      "Agents such as kojic acid and hydroquinone fade melasma.",
      ["kojic-acid treats melasma", "hydroquinone treats melasma"]
    ),
    (
      "Agents like kojic acid or hydroquinone fade melasma.",
      ["kojic-acid treats melasma", "hydroquinone treats melasma"]
    ),
    ("Both tretinoin and adapalene treat acne.", ["tretinoin treats acne", "adapalene treats acne"]),
  ]) func coordinationGivesOneClaimEach(text: String, expected: [String]) throws {
    try expect(text, expected)
  }

  @Test(arguments: [
    "Microneedling combined with vitamin C treats melasma.", "Microneedling plus vitamin C treats melasma.",
    "Melasma responds to microneedling together with vitamin C.",
  ]) func combinationGivesOneClaimWithAPartner(text: String) throws {
    let found = try claims(in: text)
    #expect(
      found == ["microneedling + vitamin-c treats melasma"]
        || found == ["vitamin-c + microneedling treats melasma"],
      "\(text)")
  }

  @Test(arguments: [
    ("Tretinoin treats acne better than benzoyl peroxide.", "benzoyl-peroxide treats acne"),
    ("Tretinoin clears acne more reliably than zinc.", "zinc treats acne"),
  ]) func whatIsHeldUpForComparisonClaimsNothing(text: String, absent: String) throws {
    let found = try claims(in: text)
    #expect(found.contains("tretinoin treats acne"), "\(text)")
    #expect(!found.contains(absent), "\(text)")
  }

  @Test(arguments: [
    ("Tretinoin, unlike zinc, treats acne.", ["tretinoin treats acne"]),
    ("Microneedling rather than kojic acid treats acne scars.", ["microneedling treats acne-scars"]),
    ("Tretinoin is better than benzoyl peroxide for acne.", ["tretinoin treats acne"]),
    (
      "Tretinoin clears acne, whereas kojic acid treats melasma.",
      ["tretinoin treats acne", "kojic-acid treats melasma"]
    ),
    ("Kojic acid treats melasma, which is common.", ["kojic-acid treats melasma"]),
    ("Melasma, which responds to kojic acid, is common.", ["kojic-acid treats melasma"]),
  ]) func clausesKeepTheirOwnAgents(text: String, expected: [String]) throws { try expect(text, expected) }

  @Test(arguments: [
    "Patients with melasma were given hydroquinone.", "Hydroquinone was used in patients with melasma.",
    "People with melasma benefit from hydroquinone.",
  ]) func theConditionOfPeopleIsTheTarget(text: String) throws {
    #expect(try claims(in: text).contains("hydroquinone treats melasma"), "\(text)")
  }

  @Test(arguments: [
    ("Microneedling is popular. This procedure treats acne scars.", ["it:microneedling treats acne-scars"]),
    ("Kojic acid is popular. It treats melasma.", ["it:kojic-acid treats melasma"]),
    (
      "Kojic acid and azelaic acid are popular. These treatments reduce melanin.",
      ["it:kojic-acid decreases melanin", "it:azelaic-acid decreases melanin"]
    ),
    ("Melasma is common. Hydroquinone fades this condition.", ["hydroquinone treats it:melasma"]),
    ("Melasma is common. Kojic acid treats it.", ["kojic-acid treats it:melasma"]),
  ]) func referringWordsMeanWhatWasNamedBefore(text: String, expected: [String]) throws {
    try expect(text, expected)
  }

  @Test(arguments: [
    "This procedure treats acne scars.", "It treats acne scars.", "We are open. It treats acne scars.",
  ])
  func nothingIsGuessedWhereNothingWasNamed(text: String) throws { try expect(text, ["- treats acne-scars"]) }

  @Test(arguments: [
    "# Melasma\n\nUse kojic acid every night.", "Melasma\n=======\n\nUse kojic acid every night.",
    "## Melasma\n\nWe are here for you.\n\nUse kojic acid every night.",
  ]) func theHeadingIsWhatTheSectionIsAbout(text: String) throws {
    try expect(text, ["kojic-acid treats topic:melasma"], as: .markdown)
  }

  @Test func theNextHeadingChangesTheTopic() throws {
    let text = "# Melasma\n\nHello.\n\n# Acne\n\nUse tretinoin every night."
    try expect(text, ["tretinoin treats topic:acne"], as: .markdown)
  }

  @Test(arguments: [
    ("A melanin-stimulating complex treats vitiligo.", Concept.Direction.increases),
    ("A melanin-reducing complex treats melasma.", .decreases),
    ("A melanin-boosting lotion treats vitiligo.", .increases),
  ]) func aMoverAndAQuantityMakeAnAgent(text: String, direction: Concept.Direction) throws {
    let read = try Reading(text)
    let claim = try #require(read.reading.claims.first, "\(text)")
    #expect(claim.agent.moves == direction, "\(text)")
    #expect(read.knowledge.concepts[Int(claim.agent.movesQuantity)].id == "melanin", "\(text)")
  }

  @Test(arguments: [
    ("Excess melanin is responsible for melasma.", "melanin(high) causes melasma"),
    ("Too much melanin is responsible for melasma.", "melanin(high) causes melasma"),
    ("Melanin loss is responsible for vitiligo.", "melanin(low) causes vitiligo"),
    ("A lack of melanin is responsible for vitiligo.", "melanin(low) causes vitiligo"),
  ]) func aStateAndAQuantityMakeADeviation(text: String, claim: String) throws { try expect(text, [claim]) }

  @Test func claimsPointToTheirWords() throws {
    let read = try Reading("Hello there. Naïve users say kojic acid treats melasma at home.")
    let claim = try #require(read.reading.claims.first)
    #expect(read.text(claim.range) == "kojic acid treats melasma")
    #expect(read.text(claim.agent.range) == "kojic acid")
    #expect(read.text(claim.target.range) == "melasma")
    #expect(read.text(claim.frameRange) == "treats")
    #expect(claim.sentence == 1)
  }

  @Test func markupInsideAWordSplitsNothing() throws {
    #expect(
      try claims(in: "<p>Ko<b>jic</b> acid tre<i>ats</i> mel&#97;sma.</p>", as: .html) == [
        "kojic-acid treats melasma"
      ])
    #expect(
      try claims(in: "**Kojic** acid\n*treats* melasma.", as: .markdown) == ["kojic-acid treats melasma"])
  }
}
