import Assay
import Judgment
import Testing

/// The checker is held to the annotated drafts of the corpus.
struct CorpusTests {
  private static func evaluations() throws -> [ArticleEvaluation] {
    try ArticleFiles.all(in: Shared.root + "corpus").map { article in
      ArticleEvaluation(
        gold: try ArticleGold(json: try article.goldBytes()),
        checked: try Shared.checker.check(
          path: article.path, format: article.format, bytes: try article.textBytes()),
        knowledge: Shared.knowledge)
    }
  }

  @Test func findsMostOfWhatAnEditorWouldStop() throws {
    let evaluations = try Self.evaluations()
    let total = evaluations.map(\.figures).reduce(ArticleEvaluation.Figures(), +)
    #expect(evaluations.count >= 12)
    #expect(total.recall >= 0.75, "\(total.mustFound) of \(total.must)")
    #expect(total.precision >= 0.95, "\(total.falseAlarms) false alarms")
  }

  @Test func leavesCarefulDraftsAlone() throws {
    for evaluation in try Self.evaluations() where evaluation.kind == "good" {
      #expect(evaluation.figures.falseAlarms == 0, "\(evaluation.differences)")
    }
  }

  @Test func findsEverySentenceOfTheGoldInItsDraft() throws {
    for evaluation in try Self.evaluations() {
      let lost = evaluation.differences.filter { $0.kind == .notFound }
      #expect(lost.isEmpty, "\(lost.map(\.sentence))")
    }
  }

  @Test func givesTheSameOnEveryThread() async throws {
    let articles = try ArticleFiles.all(in: Shared.root + "corpus")
    func findings() throws -> [[Finding]] {
      try articles.map { article in
        try Shared.checker.check(path: article.path, format: article.format, bytes: try article.textBytes())
          .judgment.findings
      }
    }
    let serial = try findings()
    try await withThrowingTaskGroup(of: [[Finding]].self) { group in
      for _ in 0..<4 { group.addTask { try findings() } }
      for try await parallel in group { #expect(parallel == serial) }
    }
  }
}
