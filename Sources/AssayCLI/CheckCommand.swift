import ArgumentParser
import Assay
import Gate
import Ingest
import Judgment
import Knowledge
import Reporting

/// `assay check`: findings of files, directories and standard input.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks files and directories and reports what to mend.")

  @Argument(
    help: ArgumentHelp(
      "Files (\(Ingest.fileTypes)), directories, or - for standard input.", valueName: "path"))
  var paths: [String]

  @Option(
    name: .long, help: ArgumentHelp("The form of the report (default: 'format' of .assay.yml, else text)."))
  var format: Format?

  @Option(
    name: [.long, .customShort("o")],
    help: ArgumentHelp("Write the report to a file, which appears when it is complete.", valueName: "file"))
  var output: String?

  @Option(
    name: .long,
    help: "The least severity that gives exit code 1 (default: 'fail_on' of .assay.yml, else error).")
  var failOn: GateSeverity?

  @Option(
    name: .long,
    help: ArgumentHelp("Give exit code 1 where a document scores less (0 to 100).", valueName: "score"))
  var minScore: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Findings that are listed there do not count; 'assay baseline write' makes the file.", valueName: "file"
    ))
  var baseline: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only findings count whose sentence git sees changed since a commit, branch or tag.", valueName: "rev"))
  var changedSince: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Stop after the document that makes it so many findings.", valueName: "number"))
  var maxFindings: Int?

  @Flag(
    name: .long,
    help: "Hold the documents of the run against each other, too: each finding stands on the later one.")
  var consistency = false

  @Option(
    name: .long,
    help: ArgumentHelp("Threads (default: one for each core); the report is the same.", valueName: "number"))
  var jobs: Int?

  @OptionGroup var project: ProjectOption

  @Flag(
    name: .long,
    help:
      "Let SARIF list findings that do not count too, each with what suppresses it (GitHub shows them all the same)."
  )
  var sarifSuppressed = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The name of this run among those of code scanning (default: assay).", valueName: "name"))
  var sarifCategory: String?

  @Flag(name: .shortAndLong, help: "Show notes and claims that no rule covers, too.")
  var verbose = false

  func validate() throws {
    if let minScore, !(0...100).contains(minScore) {
      throw ValidationError("--min-score goes from 0 to 100, not \(minScore).")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more, not \(jobs).") }
    if let maxFindings, maxFindings < 1 {
      throw ValidationError("--max-findings must be 1 or more, not \(maxFindings).")
    }
    if changedSince != nil, paths.contains("-") {
      throw ValidationError("--changed-since asks git, which does not know standard input; name files.")
    }
    if paths.isEmpty { throw ValidationError("Name at least one file or directory.") }
  }

  func run() throws {
    let opened = try project.open(paths)
    try opened.refuseToReplaceInput(by: output)
    var input = opened.input
    let changes = try changedSince.map { try Self.changes(since: $0, input) }
    // Unless documents are held against each other, a file without a change has nothing to say.
    if let changes, !consistency {
      input = input.filter { $0.origin == .standardInput || changes.touches($0.path) }
    }
    let settings = opened.run.settings
    let format = format ?? settings.format.flatMap(Format.init(rawValue:)) ?? .text
    if format != .sarif, sarifSuppressed || sarifCategory != nil {
      throw ValidationError("--sarif-suppressed and --sarif-category go with --format sarif only.")
    }
    let isToTerminal = output == nil
    let severity = (failOn ?? settings.failOn ?? .error).severity
    let summary = format == .github ? StepSummary.fromEnvironment() : nil
    let options = ReportOptions(
      version: Tool.version, usesColor: isToTerminal && Terminal.wantsColor,
      width: isToTerminal ? Terminal.width : 100, isVerbose: verbose,
      sarifIncludesSuppressed: sarifSuppressed, sarifCategory: sarifCategory ?? "assay",
      collectsSummary: summary != nil, failsAt: severity)
    let accepted = try (baseline ?? settings.baseline.map(opened.run.path)).map(Self.readBaseline)
    let run = CheckRun(
      plans: opened.plans, reporter: format.reporter(knowledge: opened.knowledge, options: options),
      settings: CheckRun.Settings(
        failOn: severity,
        minimumScore: minScore ?? settings.minimumScore, jobs: jobs ?? Terminal.coreCount,
        comparesDocuments: consistency, findingLimit: maxFindings),
      baseline: accepted, changes: changes)
    let outcome = Self.run(run, input, output, summary)
    for entry in accepted?.unused ?? [] {
      Terminal.complain(
        "\(entry.path): the baseline lists \(entry.rule) (\"\(entry.claim)\"), which is not there any more; "
          + "'assay baseline prune' takes it out")
    }
    try Terminal.end(outcome)
  }

  private static func changes(since revision: String, _ input: InputFiles) throws -> ChangedLines {
    let paths = input.files.filter { $0.origin == .file }.map(\.path)
    do throws(GitChanges.Failure) {
      return try Blocking.run { () async throws(GitChanges.Failure) in
        try await GitChanges.since(revision, paths: paths)
      }
    } catch {
      Terminal.complain(error.description)
      throw ExitCode(2)
    }
  }

  private static func readBaseline(_ path: String) throws -> BaselineUse {
    do throws(FileProblem) {
      return BaselineUse(try BaselineFile.read(path))
    } catch {
      Terminal.complain(error.description)
      throw ExitCode(2)
    }
  }

  /// Writes the report to a file, or to standard output where none is named.
  static func run(
    _ run: CheckRun, _ input: InputFiles, _ path: String?, _ summary: StepSummary? = nil
  ) -> CheckRun.Outcome {
    let progress = Progress(of: input.files.count)
    defer { progress.end() }
    do throws(FileProblem) {
      let output: ReportOutput
      if let path { output = try .file(path) } else { output = .standardOutput() }
      var total = Tally()
      let outcome = run.run(input, to: output) { problem in
        progress.pause()
        Terminal.complain(problem.description)
      } onProgress: {
        progress.show($0)
      } onEnd: {
        total = $0
      }
      if let minimum = run.settings.minimumScore, total.documents > 0, Int(total.lowestScore) < minimum {
        Terminal.complain("the lowest score is \(total.lowestScore), and at least \(minimum) is asked for")
      }
      try summary?.append(SummaryTable.markdown(total))
      return outcome
    } catch {
      Terminal.complain(error.description)
      return .failed
    }
  }
}

extension GateSeverity: ExpressibleByArgument {}
extension Format: ExpressibleByArgument {}
