import Claims
import Knowledge

/// The formula of scores. Every input of it stands in the JSON report, so that a score can be recomputed from there.
///
/// A claim starts from its verdict: supported 100, 95, 90 or 80 for high, moderate, low, very low certainty; qualified 80;
/// mixed 60; insufficient 35; refuted 10; contradictory and harmful 0; uncovered 50. For supported, qualified, mixed and
/// insufficient, strong wording takes 15 off and absolute wording 30 (weak wording nothing); then doubt gives half of what
/// is missing to 100 back (hedged, conditional). A claim that the text denies, asks or leaves open scores 100: nothing
/// is claimed.
///
/// A document scores the mean of its judged claims (uncovered ones left out; 100 if there is none), less 6 for each error and
/// 2 for each warning, never below 0.
public enum Scoring {
  public static func score(
    verdict: Verdict, evidence: EvidenceCertainty?, strength: Claim.Strength, certainty: Claim.Certainty,
    negated: Bool
  ) -> Int32 {
    if negated || certainty == .question || certainty == .unknown { return 100 }
    if verdict == .contradictory || verdict == .harmful { return 0 }
    var score: Int32
    switch verdict {
    case .supported:
      switch evidence {
      case .high, nil: score = 100
      case .moderate: score = 95
      case .low: score = 90
      case .veryLow: score = 80
      }
    case .qualified: score = 80
    case .mixed: score = 60
    case .insufficient: score = 35
    case .refuted: return 10
    case .contradictory, .harmful: return 0
    case .uncovered: return 50
    }
    switch strength {
    case .weak, .moderate: break
    case .strong: score -= 15
    case .absolute: score -= 30
    }
    if certainty == .hedged || certainty == .conditional { score += (100 - score) / 2 }
    return max(0, score)
  }

  public static func document(claims: [JudgedClaim], findings: [Finding]) -> Int32 {
    var sum: Int32 = 0
    var count: Int32 = 0
    for claim in claims where claim.isListed && claim.verdict != .uncovered {
      sum += claim.score
      count += 1
    }
    var score = count == 0 ? 100 : sum / count
    for finding in findings {
      switch finding.severity {
      case .error: score -= 6
      case .warning: score -= 2
      case .note: break
      }
    }
    return max(0, score)
  }
}
