import Claims
import Knowledge

/// The formula of scores. Every input of it stands in the JSON report, so that a score can be computed again from there.
///
/// A claim starts from its verdict: supported and qualified 100, mixed 80, insufficient 65, uncovered 50, refuted 10,
/// contradictory and harmful 0. For qualified, mixed and insufficient each step that the wording goes beyond what the
/// evidence bears takes 10 off (`WordingScale`). What claims nothing (wording `nothing`) scores 100.
///
/// A document scores the mean of its listed claims that are not uncovered, rounded down, and 100 where it has none; less 6
/// for each error and 2 for each warning, and never below 0.
public enum Scoring {
  /// Taken off for each step of wording beyond the evidence.
  public static let wordingStep: Int32 = 10
  /// Taken off a document for each error and each warning.
  public static let errorCost: Int32 = 6
  public static let warningCost: Int32 = 2

  /// Where a verdict starts.
  public static func start(_ verdict: Verdict) -> Int32 {
    switch verdict {
    case .supported, .qualified: 100
    case .mixed: 80
    case .insufficient: 65
    case .uncovered: 50
    case .refuted: 10
    case .contradictory, .harmful: 0
    }
  }

  /// The score of a claim.
  ///
  /// - Parameter evidence: the certainty of the statement it was judged by; nil where there is none.
  public static func score(verdict: Verdict, evidence: EvidenceCertainty?, wording: Wording) -> Int32 {
    if wording == .nothing { return 100 }
    var score = start(verdict)
    // The words of a supported claim stay within the scale, and those of a documented harm need not.
    if verdict != .supported, let evidence, let limit = WordingScale.limit(verdict, evidence) {
      score -= wordingStep * WordingScale.excess(wording, over: limit)
    }
    return max(0, score)
  }

  /// The score of a document. What is set aside, and what is wrong with a comment, takes nothing off.
  public static func document(claims: [JudgedClaim], findings: [Finding]) -> Int32 {
    var sum: Int32 = 0
    var count: Int32 = 0
    for claim in claims where claim.isListed && claim.verdict != .uncovered {
      sum += claim.score
      count += 1
    }
    var score = count == 0 ? 100 : sum / count
    for finding in findings where finding.standing == .reported && finding.sentence >= 0 {
      switch finding.severity {
      case .error: score -= errorCost
      case .warning: score -= warningCost
      case .note: break
      }
    }
    return max(0, score)
  }
}
