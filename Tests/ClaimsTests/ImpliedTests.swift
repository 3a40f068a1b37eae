import Claims
import Ingest
import Testing

/// Claims whose agent or target a sentence does not name, and what is no claim.
@Suite struct ImpliedTests {
  @Test(arguments: [
    (
      "Tretinoin has been used for decades. The wrinkles get better within months.",
      "topic:tretinoin treats wrinkles"
    ),
    (
      "We chose a course of microneedling. Collagen rises for months.",
      "topic:microneedling increases collagen"
    ),
    ("Sunlight makes melasma worse.", "uv-exposure worsens melasma"),
    ("The gel keeps acne under control.", "- treats acne"),
    ("Vitiligo is common. Stress and heredity can play a part.", "heredity causes topic:vitiligo"),
    ("Vitiligo is common. Another theory blames stress.", "psychological-stress causes topic:vitiligo"),
    ("Microneedling is quick. You may notice some swelling.", "topic:microneedling causes bruising-swelling"),
    ("Swelling after microneedling lasts a day.", "microneedling causes bruising-swelling"),
    ("Azelaic acid and tretinoin are well known. Both reduce acne.", "it:tretinoin treats acne"),
    (
      "Some choose kojic acid, others hydroquinone. The latter lightens melasma.",
      "it:hydroquinone treats melasma"
    ),
    (
      "We use microneedling with vitamin C. The combination fades melasma.",
      "it:microneedling + it:vitamin-c treats melasma"
    ),
    ("Does tretinoin help acne?", "tretinoin treats acne"),
    ("We chose microneedling. The melasma improved a little.", "topic:microneedling treats melasma"),
    ("Melasma gets darker in the sun.", "uv-exposure worsens melasma"),
    (
      "Stress and sunburn can start vitiligo. Do not put bleaching creams on the patches.",
      "skin-lightening-agent treats it:vitiligo"
    ),
    ("Laser-treated scars look flatter.", "laser-treatment treats scar"),
    (
      "Hydroquinone is used if melasma appears; it must not be used on vitiligo.",
      "hydroquinone treats melasma"
    ),
  ])
  func isUnderstood(text: String, claim: String) throws {
    let found = try claims(in: text)
    #expect(found.contains(claim), "\(found)")
  }

  @Test(arguments: [
    "The marks of melasma fade on their own after some years.",
    "Consult a dermatologist before microneedling for melasma.",
    "Twenty women with acne were given azelaic acid or a placebo.",
    "Azelaic acid is a white powder.",
    "The patches of vitiligo sometimes return when treatment stops.",
  ])
  func isNoClaim(text: String) throws {
    let read = try Reading(text)
    #expect(!read.reading.claims.contains { $0.isPutForward }, "\(read.claims)")
  }

  @Test func circumstancesAreNothingToTreat() throws {
    let found = try claims(
      in: "Cured meats during pregnancy should be avoided. Do not use retinoids while pregnant.")
    #expect(!found.contains { $0.contains("treats pregnancy") }, "\(found)")
  }

  @Test func aSemicolonKeepsAWarningToItself() throws {
    let read = try Reading("Hydroquinone is used if melasma appears; it must not be used on vitiligo.")
    #expect(read.reading.claims.map(\.negated) == [false, true])
  }

  @Test func harmsAreWhatTheHeadingsAgentDoes() throws {
    let text =
      "# After microneedling\n\nKeep the skin moist with petrolatum. Swelling is normal and goes down soon."
    let found = try Reading(text, as: .markdown).claims
    #expect(found.contains("topic:microneedling causes bruising-swelling"), "\(found)")
  }

  @Test func titlesThatNameTheirTopicAreNoClaims() throws {
    let read = try Reading("# Microneedling for acne scars\n\nIt takes an hour.", as: .markdown)
    #expect(!read.reading.claims.contains { $0.isPutForward && $0.flags.contains(.heading) })
  }

  @Test func exposuresAreNotWhatPronounsMean() throws {
    let found = try claims(in: "Retinoids fight the damage that the sun does. They treat acne.")
    #expect(found.contains("it:retinoid treats acne"), "\(found)")
  }

  @Test(arguments: ["the researchers", "the same trial"])
  func aSourceIsTakenUpAgain(words: String) throws {
    let start = words.prefix(1).uppercased() + words.dropFirst()
    let read = try Reading(
      "A trial in the Journal of Skin Tests found that tretinoin reduces acne. \(start) found that it reduces scars."
    )
    #expect(read.reading.sentences.map(\.attribution) == [.namedJournal, .namedJournal])
  }
}
