import ArgumentParser
import Assay
import Knowledge

/// `assay rules validate`: every fault of the rules.
struct RulesValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Reports every fault of the rules with file, line and column.")

  @Argument(help: ArgumentHelp("The directory of the rules.", valueName: "dir"))
  var path: String?

  @Option(name: .customLong("rules"), help: ArgumentHelp("The same, as an option.", valueName: "dir"))
  var directory: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day to hold dates of review against (default: today, in UTC).", valueName: "yyyy-mm-dd"),
    transform: AsOfOption.day)
  var asOf: ReviewDate?

  func validate() throws {
    if path != nil, directory != nil { throw ValidationError("Name the directory of the rules once.") }
  }

  func run() throws {
    let directory = path ?? directory ?? Terminal.environment("ASSAY_RULES") ?? "rules"
    let day = asOf?.text ?? Terminal.today
    let (knowledge, faults) = RulesLoader.load(directory: directory, asOf: day)
    for fault in faults { try Terminal.say(fault.description) }
    let errors = faults.count { $0.severity == .error }
    let counts = "\(errors) \(errors == 1 ? "error" : "errors"), \(faults.count - errors) to look at"
    guard let knowledge else { throw ExitCode(2) }
    try Terminal.say(
      "\(directory): \(knowledge.concepts.count) concepts, \(knowledge.sources.count) sources, "
        + "\(knowledge.statements.count) statements, \(knowledge.definitions.count) definitions, "
        + "\(knowledge.cues.count) cues, \(knowledge.frames.count) frames, "
        + "\(knowledge.findingRules.count) finding rules; reviews as of \(day); \(counts)")
    if errors > 0 { throw ExitCode(2) }
  }
}
