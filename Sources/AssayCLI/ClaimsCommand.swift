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

  @OptionGroup var project: ProjectOption

  func validate() throws {
    if paths.isEmpty { throw ValidationError("Name at least one file.") }
  }

  func run() throws {
    let opened = try project.open(paths)
    let knowledge = opened.knowledge
    let reporter: any Reporter
    switch format {
    case .table:
      reporter = ClaimTable(knowledge: knowledge, showsDerivations: explain, asOf: project.age.asOf)
    case .json:
      reporter = Format.json.reporter(knowledge: knowledge, options: ReportOptions(version: Tool.version))
    }
    let run = CheckRun(
      plans: opened.plans, reporter: reporter,
      settings: CheckRun.Settings(failOn: nil, jobs: Terminal.coreCount))
    try Terminal.end(run.run(opened.input, to: .standardOutput()) { Terminal.complain($0.description) })
  }
}
