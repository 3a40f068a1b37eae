import ArgumentParser
import Assay
import Judgment
import Knowledge
import Reporting

/// `assay check`: findings of files, directories and standard input.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks files and directories and reports what to mend.")

  @Argument(
    help: ArgumentHelp("Files (.txt, .md, .html), directories, or - for standard input.", valueName: "path"))
  var paths: [String]

  @Option(name: .long, help: "The form of the report.")
  var format: Format = .text

  @Option(
    name: [.long, .customShort("o")],
    help: ArgumentHelp("Write the report to a file, which appears when it is complete.", valueName: "file"))
  var output: String?

  @Option(name: .long, help: "The least severity that gives exit code 1.")
  var failOn: FailOn = .error

  @Option(
    name: .long,
    help: ArgumentHelp("Give exit code 1 where a document scores less (0 to 100).", valueName: "score"))
  var minScore: Int?

  @Flag(
    name: .long,
    help: "Hold the documents of the run against each other, too: each finding stands on the later one.")
  var consistency = false

  @Option(
    name: .long,
    help: ArgumentHelp("Threads (default: one for each core); the report is the same.", valueName: "number"))
  var jobs: Int?

  @OptionGroup var age: AsOfOption

  @OptionGroup var rules: RulesOption

  @OptionGroup var market: MarketOption

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The name of what comes from standard input; its extension tells the format.", valueName: "name"))
  var stdinPath: String?

  @Flag(name: .shortAndLong, help: "Show notes and claims that no rule covers, too.")
  var verbose = false

  func validate() throws {
    if let minScore, !(0...100).contains(minScore) {
      throw ValidationError("--min-score goes from 0 to 100, not \(minScore).")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more, not \(jobs).") }
    if paths.isEmpty { throw ValidationError("Name at least one file or directory.") }
  }

  func run() throws {
    let knowledge = try rules.load()
    let judging = try market.options(paths: paths, knowledge: knowledge, asOf: age.asOf?.text)
    let isToTerminal = output == nil
    let options = ReportOptions(
      version: Tool.version, usesColor: isToTerminal && Terminal.wantsColor,
      width: isToTerminal ? Terminal.width : 100, isVerbose: verbose, judging: judging)
    let settings = CheckRun.Settings(
      failOn: failOn.severity, minimumScore: minScore, jobs: jobs ?? Terminal.coreCount,
      comparesDocuments: consistency)
    let run = CheckRun(
      checker: Checker(knowledge: knowledge, judging: judging),
      reporter: format.reporter(knowledge: knowledge, options: options), settings: settings)
    try Terminal.end(Self.run(run, InputFiles(paths: paths, standardInputPath: stdinPath), output))
  }

  /// Writes the report to a file, or to standard output where none is named.
  static func run(_ run: CheckRun, _ input: InputFiles, _ path: String?) -> CheckRun.Outcome {
    do throws(FileProblem) {
      let output: ReportOutput
      if let path { output = try .file(path) } else { output = .standardOutput() }
      return run.run(input, to: output) { Terminal.complain($0.description) }
    } catch {
      Terminal.complain(error.description)
      return .failed
    }
  }
}

/// The values of `--fail-on`.
enum FailOn: String, CaseIterable, ExpressibleByArgument {
  case error, warning, note, never

  var severity: FindingRule.Severity? { FindingRule.Severity(rawValue: rawValue) }
}

extension Format: ExpressibleByArgument {}
