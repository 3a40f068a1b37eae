import Ingest
import Judgment
import Knowledge
import Testing

/// Faults that lie in the words, and how many of them are reported.
@Suite struct WordingTests {
  @Test(arguments: [
    ("Tretinoin cures acne.", "language/cure", "cures"),
    ("We guarantee that tretinoin treats acne.", "language/guarantee", "guarantee"),
    ("Results guaranteed.", "language/guarantee", "guaranteed"),
    ("Tretinoin always treats acne.", "language/absolute", "always"),
    ("Tretinoin permanently removes acne.", "language/absolute", "permanently"),
    ("Microneedling has no side effects.", "safety/absolute", "has no side effects"),
    ("Microneedling is 100% safe.", "safety/absolute", "100% safe"),
    ("Experts agree that zinc treats acne.", "citation/vague", "Experts agree"),
    (
      "A study in the Journal of Skin Care found that zinc treats acne.", "citation/unverifiable",
      "Journal of Skin Care"
    ),
    ("Our laser is FDA approved.", "regulation/approved-device", "FDA approved"),
  ]) func theFaultyWordsAreNamed(text: String, rule: String, words: String) throws {
    let found = try #require(try findings(in: text).first { $0.rule == rule }, "\(text)")
    #expect(found.message.contains("\"\(words)\""), "\(found.message)")
    #expect(found.severity >= .warning, "\(text)")
  }

  @Test(arguments: [
    "Tretinoin does not cure acne.", "Tretinoin may cure acne.", "Is there a cure for acne?",
    "No cream cures acne.",
    "We cannot guarantee that tretinoin treats acne.", "Results are not guaranteed.",
    "Microneedling is safe.",
    "Microneedling is not risk-free.", "No treatment is 100% safe.", "Does microneedling have side effects?",
    "Our laser is FDA cleared.", "Tretinoin is FDA approved.", "Our laser is not FDA approved.",
    "Benzoyl peroxide treats acne (Smith et al. 2020).",
    "The study was published in the Journal of Skin Care.",
    "Peptide creams make the skin look firmer.", "Peptide creams do not stimulate collagen.",
    "It is a myth that tretinoin cures acne.",
  ]) func carefulWordsAreNoFault(text: String) throws { #expect(try findings(in: text) == [], "\(text)") }

  @Test(arguments: ["Peptide creams stimulate collagen.", "Our peptide cream can stimulate collagen."])
  func aCosmeticHasNoFunction(text: String) throws {
    #expect(try findings(in: text).contains { $0.rule == "regulation/cosmetic-function" }, "\(text)")
  }

  @Test func aMedicineMayHaveAFunction() throws {
    #expect(
      try findings(in: "Tretinoin stimulates collagen.").allSatisfy {
        $0.rule != "regulation/cosmetic-function"
      })
  }

  @Test func aReferenceListLightensACitation() throws {
    let text = "Experts agree that zinc treats acne."
    let bare = try findings(in: text, as: .markdown).filter { $0.rule == "citation/vague" }
    let listed = try findings(in: text + "\n\n# References\n\n1. Smith J. Zinc. 2020.\n", as: .markdown)
      .filter { $0.rule == "citation/vague" }
    #expect(bare.map(\.severity) == [.warning])
    #expect(listed.allSatisfy { $0.severity == .note })
  }

  @Test(arguments: [
    "Studies show that kojic acid cures vitiligo, guaranteed, with no side effects, and it is FDA approved.",
    "Experts agree that our laser is FDA approved, 100% safe, painless and permanently cures acne.",
    "Kojic acid, hydroquinone and vitamin C always cure vitiligo and hypopigmentation in everyone.",
    "Clinically proven: collagen cream boosts collagen, cures wrinkles, and is 100% safe, guaranteed.",
  ]) func aSentenceGetsTwoFindingsAtMost(text: String) throws {
    let checked = try Checked(text)
    var counts: [Int32: Int] = [:]
    for finding in checked.checked.judgment.findings { counts[finding.sentence, default: 0] += 1 }
    #expect(counts.values.allSatisfy { $0 <= 2 }, "\(text) gives \(checked.findings)")
    #expect(!counts.isEmpty, "\(text)")
  }
}
