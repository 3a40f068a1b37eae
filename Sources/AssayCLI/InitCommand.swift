import ArgumentParser
import Assay
import FoundationEssentials
import Knowledge

/// `assay init`: a commented settings file.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Writes a commented .assay.yml.",
    discussion: "Everything in it is commented out: as it stands it changes nothing.")

  @Argument(help: ArgumentHelp("The directory to write it to (default: here).", valueName: "dir"))
  var directory: String = "."

  @Flag(name: .long, help: "Write over a file that is there.")
  var force = false

  func run() throws {
    let path = (directory.hasSuffix("/") ? directory : directory + "/") + ProjectSettings.fileName
    if !force, FileManager.default.fileExists(atPath: path) {
      Terminal.complain("\(path): there is one already; --force writes over it")
      throw ExitCode(2)
    }
    do throws(FileProblem) {
      let output = try ReportOutput.file(path)
      output.write(Array(SettingsTemplate.text.utf8))
      try output.finish()
    } catch {
      Terminal.complain(error.description)
      throw ExitCode(2)
    }
    try Terminal.say("\(path): written; take the # off what you want to set")
  }
}
