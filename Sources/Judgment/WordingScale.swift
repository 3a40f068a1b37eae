import Claims
import Knowledge

/// How far words may go on evidence of a certainty: the wording of GRADE, continued upwards. High certainty bears the bare
/// verb, and strong words too; moderate "probably" or "can"; low "may"; very low no claim of efficacy. Nothing bears words
/// that leave no exception.
public enum WordingScale {
  /// The furthest wording that evidence of a certainty bears.
  public static func limit(_ certainty: EvidenceCertainty) -> Wording {
    switch certainty {
    case .high: .strong
    case .moderate: .can
    case .low: .may
    case .veryLow: .nothing
    }
  }

  /// The furthest wording that fits a verdict; nil where the verdict does not depend on the wording.
  public static func limit(_ verdict: Verdict, _ certainty: EvidenceCertainty) -> Wording? {
    switch verdict {
    case .supported, .qualified: limit(certainty)
    case .mixed: .may
    case .insufficient: .nothing
    case .refuted, .contradictory, .harmful, .uncovered: nil
    }
  }

  /// How many steps words go too far; 0 where they do not.
  public static func excess(_ wording: Wording, over limit: Wording) -> Int32 {
    max(0, wording.level - limit.level)
  }
}
