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
      let score = Scoring.score(verdict: judged.verdict, evidence: evidence, wording: claim.wording)
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

  /// The wording scale of GRADE, as `explain score` prints it.
  @Test(
    arguments: [
      (EvidenceCertainty.high, [100, 100, 100, 100, 90]), (.moderate, [100, 100, 90, 80, 70]),
      (.low, [100, 90, 80, 70, 60]), (.veryLow, [90, 80, 70, 60, 50]),
    ] as [(EvidenceCertainty, [Int32])]) func wordsBeyondTheEvidenceCost(
      certainty: EvidenceCertainty, scores: [Int32]
    )
  {
    let words = Wording.allCases.dropFirst()
    #expect(
      words.map { Scoring.score(verdict: .qualified, evidence: certainty, wording: $0) } == scores)
    #expect(words.allSatisfy { Scoring.score(verdict: .supported, evidence: certainty, wording: $0) == 100 })
  }

  @Test(
    arguments: [
      (Verdict.mixed, [80, 70, 60, 50, 40]), (.insufficient, [55, 45, 35, 25, 15]),
      (.uncovered, [50, 50, 50, 50, 50]), (.refuted, [10, 10, 10, 10, 10]),
      (.contradictory, [0, 0, 0, 0, 0]), (.harmful, [0, 0, 0, 0, 0]),
    ] as [(Verdict, [Int32])]) func theVerdictSetsTheScore(verdict: Verdict, scores: [Int32])
  {
    for certainty in EvidenceCertainty.allCases {
      #expect(
        Wording.allCases.dropFirst().map {
          Scoring.score(verdict: verdict, evidence: certainty, wording: $0)
        } == scores)
    }
  }

  @Test func whatClaimsNothingScoresFull() {
    for verdict in Verdict.allCases {
      #expect(Scoring.score(verdict: verdict, evidence: .low, wording: .nothing) == 100)
    }
  }

  @Test(
    arguments: [
      ("Tretinoin does not treat acne.", Wording.nothing), ("Does tretinoin treat acne?", .nothing),
      ("Tretinoin may treat acne.", .may), ("Studies suggest that tretinoin may treat acne.", .may),
      ("Tretinoin can treat acne.", .can), ("Tretinoin probably treats acne.", .can),
      ("Tretinoin is likely to improve acne.", .can), ("Tretinoin slightly improves acne.", .can),
      ("Tretinoin treats acne.", .plain), ("A trial found that tretinoin treats acne.", .plain),
      ("Tretinoin is highly effective for acne.", .strong),
      ("Tretinoin may be highly effective for acne.", .can),
      ("Tretinoin permanently removes acne.", .absolute),
    ]) func theWordsGoSoFar(text: String, wording: Wording) throws
  {
    let claims = try Checked(text).checked.reading.claims
    #expect(claims.map(\.wording) == [wording], "\(text)")
  }

  @Test func aTextWithoutClaimsScoresFull() throws {
    #expect(try Checked("The clinic opens at nine.").checked.judgment.score == 100)
  }
}
