import ArgumentParser
import Assay
import CAllocator
import CUnfinishedFiles
import Reporting

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
    assay_end_cleanly()
    assay_keep_memory()
    let words = Array(CommandLine.arguments.dropFirst())
    if willNeedRules(words) { RulesLocation.readAhead() }
    do {
      var command: any ParsableCommand
      do {
        command = try parseAsRoot(words)
      } catch {
        leave(with: refusal(of: words, error))
      }
      try command.run()
    } catch {
      leave(with: error)
    }
  }

  /// Whether a command line, as far as a glance tells, is going to judge drafts by the built-in rules.
  private static func willNeedRules(_ words: [String]) -> Bool {
    let judging: [any ParsableCommand.Type] = [CheckCommand.self, ClaimsCommand.self, ReportCommand.self]
    let option = RulesOption.name
    return words.count > 1 && judging.contains { $0.configuration.commandName == words[0] }
      && !words.contains { $0 == "-h" || $0 == "--help" || $0 == option || $0.hasPrefix("\(option)=") }
      && Terminal.environment(RulesLocation.variable) == nil
  }

  /// The error of a command line that cannot be used, without what a terminal would obey: its message may quote any word.
  private static func refusal(of words: [String], _ error: any Error) -> any Error {
    let shown = words.map { TerminalText.line($0) }
    guard shown != words, !exitCode(for: error).isSuccess else { return error }
    do {
      _ = try parseAsRoot(shown)
      return error
    } catch {
      return error
    }
  }

  /// Ends the run. Help and version are no errors; all that a command has not given a code of its own gives 2.
  private static func leave(with error: any Error) -> Never {
    if let code = error as? ExitCode { exit(code) }
    let message = fullMessage(for: error)
    guard exitCode(for: error).isSuccess else {
      Terminal.complain(lines: message)
      exit(ExitCode(2))
    }
    do {
      try Terminal.write(message.hasSuffix("\n") ? message : message + "\n")
      exit(ExitCode.success)
    } catch {
      exit(ExitCode(2))
    }
  }

  private static func exit(_ code: ExitCode) -> Never { exit(withError: code) }
}
