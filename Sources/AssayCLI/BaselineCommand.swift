import ArgumentParser
import Assay
import Gate
import Ingest
import Knowledge
import Reporting

/// `assay baseline`: findings that a project takes note of, so that the gate looks at new ones.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Lists today's findings, so that 'check --baseline' counts new ones only.",
    subcommands: [Write.self, Prune.self])

  struct Write: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "write", abstract: "Writes the findings of files and directories to a baseline.",
      discussion: "Entries of files that are there and are not named stay as they are.")

    @Argument(
      help: ArgumentHelp(
        "Files (\(Ingest.fileTypes)), directories, or - for standard input.", valueName: "path")
    )
    var paths: [String]

    @Option(
      name: [.long, .customShort("o")],
      help: ArgumentHelp(
        "The baseline (default: 'baseline' of .assay.yml, else assay-baseline.json).", valueName: "file"))
    var output: String?

    @OptionGroup var project: ProjectOption

    func run() throws {
      let opened = try project.open(paths)
      let path = output ?? opened.run.settings.baseline.map(opened.run.path) ?? "assay-baseline.json"
      try opened.refuseToReplaceInput(by: path)
      var file = BaselineFile(path: path)
      let outcome = try BaselineCommand.gather(opened, into: &file)
      guard outcome != .failed else {
        Terminal.complain("\(path): not written, for not everything could be read")
        throw ExitCode(2)
      }
      let count = file.baseline.entries.count
      let kept = BaselineCommand.keepOthers(of: path, than: opened.input, in: &file)
      try BaselineCommand.write(file, to: path)
      try Terminal.say(
        "\(path): \(count) \(count == 1 ? "finding" : "findings") of \(opened.input.files.count) files"
          + (kept > 0 ? ", and \(kept) of files that were not named" : ""))
      try Terminal.end(outcome)
    }
  }

  struct Prune: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "prune", abstract: "Takes out of a baseline what is not found any more.",
      discussion: "Entries of files that are not named stay as they are.")

    @Argument(help: ArgumentHelp("The baseline.", valueName: "file"))
    var file: String

    @Argument(help: ArgumentHelp("Files and directories to check.", valueName: "path"))
    var paths: [String]

    @OptionGroup var project: ProjectOption

    func run() throws {
      let opened = try project.open(paths)
      var kept: BaselineFile
      do throws(FileProblem) {
        kept = try BaselineFile.read(file)
      } catch {
        Terminal.complain(error.description)
        throw ExitCode(2)
      }
      var found = BaselineFile(path: file)
      let outcome = try BaselineCommand.gather(opened, into: &found)
      // What could not be read may still have its findings.
      guard outcome != .failed else { throw ExitCode(2) }
      let checked = Set(opened.input.files.map { kept.entryPath($0.path) })
      let before = kept.baseline.entries.count
      kept.baseline.entries = kept.baseline.entries.filter { entry, _ in
        found.baseline.entries[entry] != nil
          || !checked.contains(entry.path) && kept.hasFile(of: entry)
      }
      try BaselineCommand.write(kept, to: file)
      let count = before - kept.baseline.entries.count
      try Terminal.say("\(file): \(count) taken out, \(kept.baseline.entries.count) left")
    }
  }

  /// Checks the files and adds what counts.
  private static func gather(_ opened: Project, into file: inout BaselineFile) throws -> CheckRun.Outcome {
    let gathering = BaselineGathering(file: file, knowledge: opened.knowledge)
    let run = CheckRun(
      plans: opened.plans, reporter: gathering,
      settings: CheckRun.Settings(failOn: nil, jobs: Terminal.coreCount))
    let outcome = run.run(opened.input, to: .standardOutput()) { Terminal.complain($0.description) }
    file = gathering.gathered
    return outcome
  }

  /// Adds the entries that a baseline has of files that are there and are not named; returns their number.
  private static func keepOthers(of path: String, than input: InputFiles, in file: inout BaselineFile) -> Int
  {
    guard let old = try? BaselineFile.read(path) else { return 0 }
    let checked = Set(input.files.map { old.entryPath($0.path) })
    var count = 0
    for (entry, rules) in old.baseline.entries where !checked.contains(entry.path) && old.hasFile(of: entry) {
      file.baseline.entries[entry] = rules
      count += 1
    }
    return count
  }

  private static func write(_ file: BaselineFile, to path: String) throws {
    do throws(FileProblem) {
      let output = try ReportOutput.file(path)
      output.write(file.bytes)
      try output.finish()
    } catch {
      Terminal.complain(error.description)
      throw ExitCode(2)
    }
  }
}
