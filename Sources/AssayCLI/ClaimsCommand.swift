import ArgumentParser
import Assay
import Claims
import Ingest
import Judgment
import Knowledge
import Reporting

/// `assay claims`: what a text claims, without findings.
struct ClaimsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims", abstract: "Lists the claims of a document with their verdicts.")

  enum TableFormat: String, CaseIterable, ExpressibleByArgument { case table, json }

  @Argument(help: ArgumentHelp("Files, directories, or - for standard input.", valueName: "path"))
  var paths: [String]

  @Option(name: .long, help: "The form of the list; json is that of 'assay check'.")
  var format: TableFormat = .table

  @Flag(name: .long, help: "Show below each claim how its verdict was reached.")
  var explain = false

  @OptionGroup var age: AsOfOption

  @OptionGroup var rules: RulesOption

  @OptionGroup var market: MarketOption

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The name of what comes from standard input; its extension tells the format.", valueName: "name"))
  var stdinPath: String?

  func validate() throws {
    if paths.isEmpty { throw ValidationError("Name at least one file.") }
  }

  func run() throws {
    let knowledge = try rules.load()
    let judging = try market.options(paths: paths, knowledge: knowledge, asOf: age.asOf?.text)
    let reporter: any Reporter
    switch format {
    case .table: reporter = ClaimTable(knowledge: knowledge, showsDerivations: explain, asOf: age.asOf)
    case .json:
      reporter = Format.json.reporter(knowledge: knowledge, options: ReportOptions(version: Tool.version))
    }
    let run = CheckRun(
      checker: Checker(knowledge: knowledge, judging: judging),
      reporter: reporter,
      settings: CheckRun.Settings(failOn: nil, jobs: Terminal.coreCount))
    let input = InputFiles(paths: paths, standardInputPath: stdinPath)
    try Terminal.end(run.run(input, to: .standardOutput()) { Terminal.complain($0.description) })
  }
}
