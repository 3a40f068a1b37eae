import Assay
import Ingest
import Judgment
import Testing

/// The drafts of `corpus/` against what a person marked in them.
@Suite struct CorpusTests {
  struct Draft: Sendable {
    var name: String
    var kind: String
    var checked: CheckedDocument
    var evaluation: ArticleEvaluation
  }

  static let drafts = Result {
    let checker = try Repository.checker.get()
    return try ArticleFiles.all(in: Repository.path + "/corpus").map { article in
      let gold = try ArticleGold(json: try article.goldBytes())
      let checked = try checker.check(
        path: article.path, format: article.format, bytes: try article.textBytes())
      return Draft(
        name: String(article.path.split(separator: "/").last ?? ""), kind: gold.kind, checked: checked,
        evaluation: ArticleEvaluation(gold: gold, checked: checked, knowledge: checker.knowledge))
    }
  }

  private let drafts: [Draft]

  init() throws {
    drafts = try Self.drafts.get()
    try #require(drafts.count >= 15)
  }

  private func differences(_ kind: ArticleEvaluation.Difference.Kind, in drafts: [Draft]) -> String {
    drafts.flatMap { draft in
      draft.evaluation.differences.filter { $0.kind == kind }.map {
        "\(draft.name): [\($0.what)] \($0.sentence)"
      }
    }.joined(separator: "\n")
  }

  @Test func findsWhatMustBeFound() {
    let figures = drafts.map(\.evaluation.figures).reduce(ArticleEvaluation.Figures(), +)
    #expect(figures.must > 50)
    #expect(figures.recall >= 0.75, "\(differences(.missed, in: drafts))")
    #expect(figures.precision >= 0.95, "\(differences(.falseAlarm, in: drafts))")
  }

  @Test func leavesRightDraftsAlone() throws {
    let good = drafts.filter { $0.kind == "good" || $0.evaluation.figures.must == 0 }
    try #require(good.count >= 3)
    #expect(
      good.allSatisfy { $0.evaluation.figures.falseAlarms == 0 }, "\(differences(.falseAlarm, in: good))")
  }

  @Test func everyAnnotatedSentenceStandsInItsDraft() {
    let missing = differences(.notFound, in: drafts)
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test func theDemonstrationShowsEveryFaultThatMattersMost() throws {
    let demo = try #require(drafts.first { $0.name.hasPrefix("demo-") })
    #expect(demo.evaluation.figures.recall == 1, "\(differences(.missed, in: [demo]))")
    #expect(demo.checked.judgment.score < 50)
  }

  @Test func rightDraftsScoreHigherThanFaultyOnes() throws {
    let good = drafts.filter { $0.kind == "good" }.map(\.checked.judgment.score)
    let faulty = drafts.filter { $0.kind == "marketing" || $0.kind == "blog" }.map(\.checked.judgment.score)
    let goodMean = Double(good.reduce(0, +)) / Double(good.count)
    let faultyMean = Double(faulty.reduce(0, +)) / Double(faulty.count)
    #expect(goodMean > faultyMean + 20, "\(good) and \(faulty)")
  }
}
