import Claims
import Ingest
import Testing

/// Each way to put a relation into words gives its claim.
@Suite struct FrameTests {
  private func expect(_ text: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    #expect(try claims(in: text) == expected.sorted(), "\(text)", sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    ("Kojic acid treats melasma.", "kojic-acid treats melasma"),
    ("Kojic acid reduces melanin.", "kojic-acid decreases melanin"),
    ("Microneedling stimulates collagen production.", "microneedling increases collagen"),
    ("Sunscreen prevents sunburn.", "sunscreen prevents sunburn"),
    ("Hydroquinone worsens vitiligo.", "hydroquinone worsens vitiligo"),
    ("Hydroquinone leads to vitiligo.", "hydroquinone causes vitiligo"),
    ("Kojic acid has no effect on melanin.", "kojic-acid no-effect melanin"),
    ("Phototherapy brings colour back to vitiligo.", "phototherapy treats vitiligo"),
    ("Over eight weeks, kojic acid gently fades melasma.", "kojic-acid treats melasma"),
  ]) func activeVerb(text: String, claim: String) throws { try expect(text, [claim]) }

  @Test(arguments: [
    ("Melasma is treated with kojic acid.", "kojic-acid treats melasma"),
    ("Melasma can be treated by kojic acid.", "kojic-acid treats melasma"),
    ("Acne was cleared using tretinoin.", "tretinoin treats acne"),
    ("Sunburn is prevented by sunscreen.", "sunscreen prevents sunburn"),
  ]) func passiveVerb(text: String, claim: String) throws { try expect(text, [claim]) }

  @Test(arguments: [
    ("Treatment of melasma with kojic acid is common.", "kojic-acid treats melasma"),
    ("We saw an improvement in melasma after microneedling.", "microneedling treats melasma"),
    ("Kojic acid is a popular remedy for melasma.", "kojic-acid treats melasma"),
    ("The treatment of choice for acne is tretinoin.", "tretinoin treats acne"),
    ("The benefits of tretinoin for acne are well known.", "tretinoin treats acne"),
  ]) func noun(text: String, claim: String) throws { try expect(text, [claim]) }

  @Test(arguments: [
    ("Tretinoin is effective for acne.", "tretinoin treats acne"),
    ("Tretinoin is useful in acne.", "tretinoin treats acne"),
    ("Kojic acid is good for melasma.", "kojic-acid treats melasma"),
  ]) func adjective(text: String, claim: String) throws { try expect(text, [claim]) }

  @Test(arguments: [
    ("Retinol for acne", "retinol treats acne"),
    ("Our clinic offers lasers against wrinkles.", "laser-treatment treats wrinkles"),
  ]) func preposition(text: String, claim: String) throws { try expect(text, [claim]) }

  @Test(arguments: [
    ("Apply kojic acid to melasma.", "kojic-acid treats melasma"),
    ("Use tretinoin for acne.", "tretinoin treats acne"),
    ("Treat melasma with kojic acid.", "kojic-acid treats melasma"),
    ("If you have melasma, try kojic acid.", "kojic-acid treats melasma"),
    ("We recommend tretinoin for acne.", "tretinoin treats acne"),
  ]) func imperativeAndAdvice(text: String, claim: String) throws { try expect(text, [claim]) }

  @Test(arguments: [
    ("Melasma responds to hydroquinone.", "hydroquinone treats melasma"),
    ("Vitiligo improves with phototherapy.", "phototherapy treats vitiligo"),
    ("Acne benefits from tretinoin.", "tretinoin treats acne"),
    ("Melasma fades after microneedling.", "microneedling treats melasma"),
  ]) func patientVerb(text: String, claim: String) throws { try expect(text, [claim]) }

  @Test(arguments: [
    ("Excess melanin is responsible for melasma.", "melanin(high) causes melasma"),
    ("Melasma is caused by excess melanin.", "melanin(high) causes melasma"),
    ("Vitiligo is due to a lack of melanin.", "melanin(low) causes vitiligo"),
    ("Hydroquinone is the cause of vitiligo.", "hydroquinone causes vitiligo"),
  ]) func cause(text: String, claim: String) throws { try expect(text, [claim]) }

  @Test(arguments: [
    ("Vitiligo is a loss of melanin.", "melanin(low) is vitiligo"),
    ("Melasma is characterised by excess melanin.", "melanin(high) is melasma"),
    ("Hypopigmentation refers to a lack of melanin.", "melanin(low) is hypopigmentation"),
    ("Tretinoin is a type of retinoid.", "tretinoin is retinoid"),
  ]) func definition(text: String, claim: String) throws { try expect(text, [claim]) }

  @Test(arguments: [
    "The clinic opens at nine.", "Kojic acid comes from fungi.", "Melasma is common.", "", "Call us today!",
    "Kojic acid. Melasma.",
  ]) func whatTiesNothingTogetherClaimsNothing(text: String) throws { try expect(text, []) }

  @Test(arguments: [
    "Use `kojic acid` for `melasma`.", "```\nKojic acid treats melasma.\n```\n",
    "---\ntitle: Kojic acid treats melasma.\n---\n\nHello.\n",
    "# References\n\n1. Smith J. Kojic acid treats melasma. J Skin. 2020.\n",
  ]) func whatNobodyClaimsIsNotRead(text: String) throws {
    #expect(try claims(in: text, as: .markdown) == [], "\(text)")
  }
}
