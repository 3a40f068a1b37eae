import Claims
import Judgment
import Knowledge

/// The formula of scores in words, with its tables and an example, as `Scoring` and `WordingScale` have them.
public enum ScoreExplanation {
  public static let text = """
    A claim starts from its verdict:

    \(startTable)

    A claim is supported where its words stay within what the certainty of the evidence bears, and qualified where they
    go further. A harm that is documented and stated as a harm is supported.

    Where a claim is qualified, mixed or insufficient, each step that its words go too far takes \(Scoring.wordingStep) off. The steps
    (GRADE wording, continued upwards):

    \(wordingTable)

    "Slightly" and the like go as far as "can" at most. Beside "may" or "can", strong words go a step further and absolute
    ones two. A claim that the text denies, asks or leaves open claims nothing and scores 100.

    What the evidence bears:

    \(limitTable)

    Example: a claim with evidence of low certainty, by what it says and what the evidence says:

    \(exampleTable)

    A document scores the mean of its listed claims that are not uncovered, rounded down, and 100 where it has none; less
    \(Scoring.errorCost) for each error and \(Scoring.warningCost) for each warning, and never below 0. Example: three claims that score \(exampleScores), with
    one error and one warning: \(exampleSum) / 3, less \(Scoring.errorCost), less \(Scoring.warningCost), is \(exampleDocument).

    Verdict and wording of each claim stand in the JSON report, and under "statements" the certainty of the statement that
    it was judged by (the first under "evidence"): every score can be computed again from there.

    """

  // MARK: Tables

  private static let startTable = rows(
    Verdict.allCases.sorted { Scoring.start($0) > Scoring.start($1) }
      .map { [$0.rawValue, String(Scoring.start($0))] })

  private static let wordingTable = rows(
    Wording.allCases.map { [String($0.level), $0.rawValue, words(of: $0)] })

  private static let limitTable = rows(
    EvidenceCertainty.allCases.map { certainty in
      let limit = WordingScale.limit(certainty)
      return [name(certainty) + " certainty", "\(limit.rawValue) (\(limit.level))"]
    }
      + [
        ["mixed evidence", "\(Wording.may.rawValue) (\(Wording.may.level))"],
        ["insufficient evidence", "\(Wording.nothing.rawValue) (\(Wording.nothing.level))"],
      ])

  /// Scores at low certainty: a row for each wording, a column for each verdict that depends on it.
  private static let exampleTable = rows(
    [["", "evidence for it", "mixed", "insufficient"]]
      + Wording.allCases.dropFirst().map { wording in
        let isWithin = wording <= WordingScale.limit(.low)
        let verdicts: [Verdict] = [isWithin ? .supported : .qualified, .mixed, .insufficient]
        return [wording.rawValue]
          + verdicts.map { String(Scoring.score(verdict: $0, evidence: .low, wording: wording)) }
      })

  private static let exampleClaims: [Int32] = [
    Scoring.score(verdict: .supported, evidence: .low, wording: .may),
    Scoring.score(verdict: .insufficient, evidence: .low, wording: .plain),
    Scoring.score(verdict: .refuted, evidence: .high, wording: .plain),
  ]
  private static let exampleScores =
    exampleClaims.dropLast().map(String.init).joined(separator: ", ") + " and "
    + exampleClaims.suffix(1).map(String.init).joined()
  private static let exampleSum = exampleClaims.reduce(0, +)
  private static let exampleDocument =
    max(0, exampleSum / Int32(exampleClaims.count) - Scoring.errorCost - Scoring.warningCost)

  private static func words(of wording: Wording) -> String {
    switch wording {
    case .nothing: "denied, asked, left open"
    case .may: "may, might, in some people, if"
    case .can: "can, probably, likely"
    case .plain: "the bare verb, and what a text reports as found"
    case .strong: "highly, dramatically, proven"
    case .absolute: "always, permanently, cures, guaranteed"
    }
  }

  private static func name(_ certainty: EvidenceCertainty) -> String {
    certainty == .veryLow ? "very low" : certainty.rawValue
  }

  /// Lines with their columns below each other.
  private static func rows(_ rows: [[String]]) -> String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let line = row.enumerated().map { column, text in
        column == row.count - 1
          ? text : text + String(repeating: " ", count: widths[column] - text.count + 2)
      }
      return "  " + line.joined()
    }.joined(separator: "\n")
  }
}
