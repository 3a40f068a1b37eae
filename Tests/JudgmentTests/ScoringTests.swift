import Assay
import Claims
import Ingest
import Judgment
import Knowledge
import Testing

/// Scores can be recomputed from what a report shows.
@Suite struct ScoringTests {
  static let texts = [
    "", "The clinic opens at nine.", "Benzoyl peroxide treats acne.", "Kojic acid cures vitiligo.",
    "Niacinamide treats acne. Benzoyl peroxide treats acne. Homeopathy treats atopic dermatitis.",
    "Kojic acid may help vitiligo. Kojic acid does not treat vitiligo. Does kojic acid treat vitiligo?",
    "Studies show that microneedling treats acne scars. It has no side effects. Results guaranteed.",
    "Hydroquinone is highly effective for melasma. Tea tree oil slightly improves acne.",
    String(repeating: "Kojic acid cures vitiligo. ", count: 30),
  ]

  @Test(arguments: texts) func aClaimsScoreFollowsFromItsFields(text: String) throws {
    let checked = try Checked(text)
    for (claim, judged) in zip(checked.checked.reading.claims, checked.checked.judgment.claims) {
      let evidence =
        judged.statement < 0 ? nil : checked.knowledge.statements[Int(judged.statement)].certainty
      let score = Scoring.score(
        verdict: judged.verdict, evidence: evidence, strength: claim.strength, certainty: claim.certainty,
        negated: claim.negated)
      #expect(judged.score == score && (0...100).contains(score), "\(judged) in \(text)")
    }
  }

  @Test(arguments: texts) func theDocumentsScoreIsTheMeanLessItsFaults(text: String) throws {
    let judgment = try Checked(text).checked.judgment
    let scores = judgment.claims.filter { $0.verdict != .uncovered }.map(\.score)
    var expected = scores.isEmpty ? 100 : scores.reduce(0, +) / Int32(scores.count)
    expected -= 6 * Int32(judgment.findings.count { $0.severity == .error })
    expected -= 2 * Int32(judgment.findings.count { $0.severity == .warning })
    #expect(judgment.score == max(0, expected), "\(text)")
  }

  @Test(
    arguments: [
      (Verdict.supported, EvidenceCertainty.high, 100), (.supported, .moderate, 95), (.supported, .low, 90),
      (.supported, .veryLow, 80), (.qualified, .low, 80), (.mixed, .low, 60), (.insufficient, .veryLow, 35),
      (.refuted, .high, 10), (.contradictory, .high, 0), (.harmful, .high, 0), (.uncovered, .high, 50),
    ] as [(Verdict, EvidenceCertainty, Int32)]) func theVerdictSetsTheScore(
      verdict: Verdict, evidence: EvidenceCertainty, score: Int32
    )
  {
    let found = Scoring.score(
      verdict: verdict, evidence: evidence, strength: .moderate, certainty: .asserted, negated: false)
    #expect(found == score)
  }

  @Test func wordsTakeOffAndDoubtGivesBack() {
    func score(_ strength: Claim.Strength, _ certainty: Claim.Certainty, negated: Bool = false) -> Int32 {
      Scoring.score(
        verdict: .insufficient, evidence: .low, strength: strength, certainty: certainty, negated: negated)
    }
    #expect(score(.weak, .asserted) == 35)
    #expect(score(.strong, .asserted) == 20)
    #expect(score(.absolute, .asserted) == 5)
    #expect(score(.moderate, .hedged) == 67)
    #expect(score(.moderate, .conditional) == 67)
    #expect(score(.absolute, .question) == 100)
    #expect(score(.absolute, .unknown) == 100)
    #expect(score(.absolute, .asserted, negated: true) == 100)
  }

  @Test func everyVerdictStaysBetweenZeroAndAHundred() {
    for verdict in Verdict.allCases {
      for evidence in EvidenceCertainty.allCases.map(Optional.some) + [nil] {
        for strength in Claim.Strength.allCases {
          for certainty in Claim.Certainty.allCases {
            let score = Scoring.score(
              verdict: verdict, evidence: evidence, strength: strength, certainty: certainty, negated: false)
            #expect((0...100).contains(score), "\(verdict) \(strength) \(certainty)")
          }
        }
      }
    }
  }

  @Test func aTextWithoutClaimsScoresFull() throws {
    #expect(try Checked("The clinic opens at nine.").checked.judgment.score == 100)
  }
}
