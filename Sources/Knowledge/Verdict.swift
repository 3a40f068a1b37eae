/// What the evidence makes of a claim.
public enum Verdict: String, CaseIterable, Sendable {
  case supported
  /// True with limits.
  case qualified
  case mixed, insufficient, refuted, contradictory, harmful
  /// No rule speaks of it.
  case uncovered
}
