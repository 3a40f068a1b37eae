import ArgumentParser
import Assay
import Claims
import Ingest

/// `assay eval negation`, `assay eval cues` and so on: a task over labelled texts, one JSON object a line.
struct EvalTaskCommand<Task: EvaluationTask>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Task.name, abstract: Task.abstract,
      discussion: Task.discussion + "\n\n" + """
        Prints {"id": …, "label": …} for each line, in the order of the file; with --score figures for the lines that \
        carry a label. All spans are [start, end) in code points, from 0. A line that cannot be used is told on standard \
        error, and the others go on. Exit codes: 0, 1 where the main figure is below --min, 2 where a line or the file \
        could not be used.
        """)
  }

  @Argument(help: ArgumentHelp("A file of JSON lines, or - for standard input.", valueName: "file"))
  var file: String

  @Flag(name: .long, help: "Print figures, not answers; options that concern figures ask for them, too.")
  var score = false

  @Flag(name: .long, help: "List the items whose answer is wrong, as JSON lines before the figures.")
  var errors = false

  @Option(
    name: .long,
    help: ArgumentHelp("End with code 1 where the main figure is lower (0 to 1).", valueName: "figure"))
  var min: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Take one half of the items, told by a hash of the id up to its first dot: read errors in one, believe the "
        + "figures of the other."))
  var part: EvaluationPart?

  @Flag(name: .long, help: Self.help(.scopes, "Score the scopes of cues, too."))
  var scopes = false

  @Flag(name: .long, help: Self.help(.rewritten, "Count items with \"rewrites\": true, too."))
  var all = false

  @OptionGroup var rules: RulesOption

  /// Help of an option that only some tasks have.
  private static func help(_ choice: EvaluationChoices, _ text: String) -> ArgumentHelp {
    ArgumentHelp(text, visibility: Task.choices.contains(choice) ? .default : .hidden)
  }

  func validate() throws {
    if let min, !(0...1).contains(min) { throw ValidationError("--min goes from 0 to 1, not \(min).") }
    if scopes, !Task.choices.contains(.scopes) {
      throw ValidationError("--scopes is of 'eval cues'; '\(Task.name)' has none.")
    }
    if all, !Task.choices.contains(.rewritten) {
      throw ValidationError("--all is of 'eval sentences'; '\(Task.name)' has none.")
    }
  }

  func run() throws {
    let probe = TextProbe(grammar: Grammar(knowledge: try rules.load()))
    var settings = EvaluationRun<Task>.Settings()
    settings.scores = score || errors || min != nil || scopes || all
    settings.part = part
    settings.listsErrors = errors
    settings.minimum = min
    if scopes { settings.choices.insert(.scopes) }
    if all { settings.choices.insert(.rewritten) }
    let input =
      file == "-"
      ? InputFile(path: "<stdin>", format: .plainText, origin: .standardInput)
      : InputFile(path: file, format: .plainText)
    let lines: [UInt8]
    do throws(FileProblem) {
      lines = try input.read()
    } catch {
      Terminal.complain(error.description)
      throw ExitCode(2)
    }
    let run = EvaluationRun<Task>(probe: probe, settings: settings)
    try Terminal.end(
      run.run(lines, path: input.path, to: .standardOutput()) { Terminal.complain($0.description) })
  }
}

extension EvaluationPart: ExpressibleByArgument {}

extension EvaluationTask {
  /// The command of the task.
  static var command: any ParsableCommand.Type { EvalTaskCommand<Self>.self }
}
