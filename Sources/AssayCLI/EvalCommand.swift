import ArgumentParser
import Assay
import FoundationEssentials
import Ingest

/// `assay eval`: runs a task on annotated texts and prints figures.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Holds the checker against annotated texts.",
    discussion: """
      'articles' judges whole articles. The other tasks put one question to each text of a file of JSON lines; they run the \
      code that reads articles, without its knowledge of what is true.
      """,
    subcommands: [EvalArticlesCommand.self] + EvaluationTasks.all.map { $0.command })
}

/// `assay eval articles`: articles with their gold, as in `corpus/`.
struct EvalArticlesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "articles",
    abstract: "Compares findings and claims with the annotation of articles.",
    discussion: """
      The directory holds NN.txt, NN.md or NN.html with NN.json beside it. Without --score every difference is listed: \
      flags that were missed, alarms on sentences without a flag. Figures: recall of must flags, precision of errors and \
      warnings (answers to a flag against alarms on sentences without one), false alarms per 1,000 words, and precision, \
      recall and F1 of sentences with a claim.
      """)

  @Argument(help: ArgumentHelp("Directories of articles with gold.", valueName: "dir"))
  var directories: [String]

  @Flag(name: .long, help: "Print the figures only, for each kind of article and for all.")
  var score = false

  @Flag(name: .long, help: "List the sentences whose claims were missed or made up, too.")
  var claims = false

  @Option(name: .long, help: "End with code 1 where the recall of must flags is lower (0 to 1).")
  var minRecall: Double?

  @Option(name: .long, help: "End with code 1 where the precision of errors and warnings is lower (0 to 1).")
  var minPrecision: Double?

  @OptionGroup var rules: RulesOption

  func run() throws {
    let checker = Checker(knowledge: try rules.load())
    var total = ArticleEvaluation.Figures()
    var kinds: [String: ArticleEvaluation.Figures] = [:]
    var failed = false
    for directory in directories {
      let articles: [ArticleFiles]
      do {
        articles = try ArticleFiles.all(in: directory)
      } catch {
        Terminal.complain("\(directory): cannot be read; name a directory of articles with gold")
        throw ExitCode(2)
      }
      if articles.isEmpty {
        Terminal.complain("\(directory): no article with a JSON file of the same name; see corpus/README.md")
        failed = true
      }
      for article in articles {
        guard let evaluation = evaluate(article, checker) else {
          failed = true
          continue
        }
        total = total + evaluation.figures
        kinds[evaluation.kind, default: ArticleEvaluation.Figures()] =
          kinds[evaluation.kind, default: ArticleEvaluation.Figures()] + evaluation.figures
        if !score { try list(evaluation, of: article) }
      }
    }
    for (kind, figures) in kinds.sorted(by: { $0.key < $1.key }) { try Terminal.say(line(kind, figures)) }
    try Terminal.say(line("all", total))
    if failed { throw ExitCode(2) }
    if let minRecall, total.recall < minRecall { throw ExitCode(1) }
    if let minPrecision, total.precision < minPrecision { throw ExitCode(1) }
  }

  private func evaluate(_ article: ArticleFiles, _ checker: Checker) -> ArticleEvaluation? {
    do {
      let gold = try ArticleGold(json: try article.goldBytes())
      let checked = try checker.check(
        path: article.path, format: article.format, bytes: try article.textBytes())
      return ArticleEvaluation(gold: gold, checked: checked, knowledge: checker.knowledge)
    } catch {
      Terminal.complain("\(article.path): \(error); mend the article or its JSON")
      return nil
    }
  }

  private func list(_ evaluation: ArticleEvaluation, of article: ArticleFiles) throws {
    let figures = evaluation.figures
    try Terminal.say(
      "\(article.path): \(figures.mustFound) of \(figures.must) must flags, \(figures.falseAlarms) false alarms"
    )
    for difference in evaluation.differences {
      let isClaim = difference.kind == .claimMissed || difference.kind == .claimExtra
      if isClaim && !claims { continue }
      try Terminal.say("  \(difference.kind.rawValue) [\(difference.what)] \(difference.sentence)")
    }
  }

  private func line(_ kind: String, _ figures: ArticleEvaluation.Figures) -> String {
    func number(_ value: Double) -> String {
      let thousandths = Int((value * 1000).rounded())
      let fraction = String(thousandths % 1000)
      return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
    }
    let name = kind + String(repeating: " ", count: max(1, 10 - kind.count))
    return name + "must recall \(number(figures.recall)) (\(figures.mustFound)/\(figures.must)), "
      + "alarm precision \(number(figures.precision)) (\(figures.rightAlarms) right, \(figures.falseAlarms) false), "
      + "\(number(figures.falseAlarmsPerThousandWords)) false alarms per 1,000 words; "
      + "claims P \(number(figures.claimPrecision)) R \(number(figures.claimRecall)) F1 \(number(figures.claimF1))"
  }
}
