import ArgumentParser
import Assay
import Knowledge

/// The option that says where the rules are.
struct RulesOption: ParsableArguments {
  static let name = "--rules"

  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp(
      "The directory of the rules.",
      discussion: "Without it: the directory that ASSAY_RULES names, else the rules built in.",
      valueName: "dir"))
  var directory: String?

  /// The rules; ends the run with code 2 and the faults where they cannot be used.
  /// - Parameter directories: further directories of rules.
  func load(adding directories: [String] = []) throws -> KnowledgeBase {
    do throws(KnowledgeError) {
      return try RulesLocation.resolve(
        option: directory, environment: Terminal.environment, executable: Terminal.executablePath
      ).load(adding: directories)
    } catch {
      Self.complain(of: error)
      throw ExitCode(2)
    }
  }

  /// Of faults only the errors are told: what else there is to look at stops nobody from checking.
  static func complain(of error: KnowledgeError) {
    guard case .faults(let faults) = error else { return Terminal.complain(error.description) }
    for fault in faults where fault.severity == .error { Terminal.complain(fault.description) }
  }
}
