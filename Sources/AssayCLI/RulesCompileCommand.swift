import ArgumentParser
import Assay
import Knowledge

/// `assay rules compile`: the compiled pack of a directory.
struct RulesCompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile", abstract: "Compiles rules into a pack that loads fast.")

  @Argument(help: ArgumentHelp("The directory of the rules.", valueName: "dir"))
  var directory: String

  @Option(name: [.long, .customShort("o")], help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write the YAML files in one piece as well, for an executable that carries its rules.",
      valueName: "file"))
  var files: String?

  func run() throws {
    let knowledge: KnowledgeBase
    do throws(KnowledgeError) {
      knowledge = try RulesLocation.directory(directory, cache: nil).load()
    } catch {
      RulesOption.complain(of: error)
      throw ExitCode(2)
    }
    do throws(FileProblem) {
      let file = try ReportOutput.file(output)
      file.write(CompiledPack.encode(knowledge))
      try file.finish()
      guard let files else { return }
      guard let archive = RuleArchive.archive(ofDirectory: directory) else {
        throw FileProblem(
          path: directory, message: "its files cannot be read as a whole; run 'assay rules validate'")
      }
      let archived = try ReportOutput.file(files)
      archived.write(archive)
      try archived.finish()
    } catch {
      Terminal.complain(error.description)
      throw ExitCode(2)
    }
  }
}
