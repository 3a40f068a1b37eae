import ArgumentParser
import Assay
import CAllocator

@main struct Main: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Tool.name,
    abstract: "Checks the clinical claims of an article against curated evidence.",
    discussion: """
      Exit codes: 0 the gate holds, 1 findings at or above --fail-on, 2 the run itself failed \
      (usage, unreadable input, invalid rules).
      """,
    version: Tool.version,
    subcommands: [
      CheckCommand.self, ReportCommand.self, VerifyCommand.self, ClaimsCommand.self, ExplainCommand.self,
      BaselineCommand.self, InitCommand.self,
      RulesCommand.self, EvalCommand.self,
    ])

  static func main() {
    assay_keep_memory()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      // The promised code of a usage error is 2; help and version are no errors.
      let code = exitCode(for: error)
      guard code == .validationFailure else { exit(withError: error) }
      Terminal.complain(fullMessage(for: error))
      exit(withError: ExitCode(2))
    }
  }
}
