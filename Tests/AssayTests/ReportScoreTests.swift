import Assay
import Foundation
import Ingest
import Judgment
import Knowledge
import Reporting
import Testing

/// Every score of a report, computed again from the report alone by the formula that `assay explain score` prints.
@Suite struct ReportScoreTests {
  /// The members of the JSON report that the formula needs.
  struct Report: Decodable {
    struct Document: Decodable {
      var path: String
      var score: Int
      var claims: [Claim]
      var findings: [Finding]
    }
    struct Claim: Decodable {
      var id: String
      var verdict: String
      var wording: String
      var score: Int
      var evidence: [String]
    }
    struct Finding: Decodable { var severity: String }
    struct Statement: Decodable {
      var id: String
      var certainty: String
    }
    var documents: [Document]
    var statements: [Statement]
  }

  /// The formula, written down from its description and not from the code.
  private func score(_ claim: Report.Claim, _ certainties: [String: String]) -> Int? {
    let level = ["nothing": 0, "may": 1, "can": 2, "plain": 3, "strong": 4, "absolute": 5]
    guard let wording = level[claim.wording] else { return nil }
    if wording == 0 { return 100 }
    switch claim.verdict {
    case "supported": return 100
    case "qualified":
      let bears = ["high": 4, "moderate": 2, "low": 1, "very-low": 0]
      guard let first = claim.evidence.first, let certainty = certainties[first], let limit = bears[certainty]
      else { return nil }
      return 100 - 10 * max(0, wording - limit)
    case "mixed": return 80 - 10 * max(0, wording - 1)
    case "insufficient": return 65 - 10 * wording
    case "uncovered": return 50
    case "refuted": return 10
    case "contradictory", "harmful": return 0
    default: return nil
    }
  }

  @Test func everyScoreFollowsFromTheReport() throws {
    let checker = try Repository.checker.get()
    var report: [UInt8] = []
    let reporter = Format.json.reporter(knowledge: checker.knowledge)
    reporter.begin(to: &report)
    var total = Tally()
    for (index, article) in try ArticleFiles.all(in: Repository.path + "/corpus").enumerated() {
      if index > 0 { report += Array(reporter.separator.description.utf8) }
      let checked = try checker.check(
        path: article.path, format: article.format, bytes: try article.textBytes())
      total.add(reporter.write(checked, to: &report))
    }
    reporter.end(total, to: &report)

    let read = try JSONDecoder().decode(Report.self, from: Data(report))
    let certainties = Dictionary(uniqueKeysWithValues: read.statements.map { ($0.id, $0.certainty) })
    try #require(read.documents.count >= 14)
    var verdicts = Set<String>()
    for document in read.documents {
      for claim in document.claims {
        #expect(score(claim, certainties) == claim.score, "\(claim) of \(document.path)")
        verdicts.insert(claim.verdict)
      }
      let judged = document.claims.filter { $0.verdict != "uncovered" }.map(\.score)
      var expected = judged.isEmpty ? 100 : judged.reduce(0, +) / judged.count
      for finding in document.findings {
        expected -= ["error": 6, "warning": 2, "note": 0][finding.severity] ?? 0
      }
      #expect(document.score == max(0, expected), "\(document.path)")
    }
    #expect(verdicts.count >= 7, "the drafts show \(verdicts)")
  }

  @Test func theFormulaIsPrintedWithItsNumbers() {
    let text = ScoreExplanation.text
    for verdict in Verdict.allCases {
      #expect(text.contains("\(verdict.rawValue) "), "\(verdict) is missing")
    }
    for words in ["high certainty         strong (4)", "low certainty          may (1)", "insufficient   65"]
    {
      #expect(text.contains(words), "'\(words)' is missing from\n\(text)")
    }
    #expect(!text.contains("  \n"))
  }
}
