/// The formula of scores in words; `Scoring` computes it.
public enum ScoreExplanation {
  public static let text = """
    A claim starts from its verdict:
      supported      100, 95, 90 or 80 for high, moderate, low, very low certainty of the evidence
      qualified      80
      mixed          60
      uncovered      50
      insufficient   35
      refuted        10
      contradictory  0
      harmful        0
    For supported, qualified, mixed and insufficient, strong wording takes off 15 and absolute wording 30;
    then doubt (hedged, conditional) gives back half of what is missing to 100, rounded down. A claim that the
    text denies, asks or leaves open scores 100, for nothing is claimed, unless its verdict is contradictory
    or harmful.

    A document scores the mean of its claims, rounded down, uncovered ones left out, and 100 where it has
    none; less 6 for each error and 2 for each warning, and never below 0.

    Verdict, strength, certainty and negation of each claim, and the certainty of the statement it was judged by
    (the first under "evidence"), stand in the JSON report: every score can be computed again from there.

    """
}
