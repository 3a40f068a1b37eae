import ArgumentParser
import Assay
import Handbook
import Knowledge

/// `assay rules handbook`: the rules as pages for reading.
struct RulesHandbookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handbook",
    abstract: "Writes the rules as a handbook of HTML pages for medical reviewers.",
    discussion: """
      A page for each concept, with its statements, verdicts, sources and what it has from its classes; indexes, sources, \
      finding rules and a legend beside them. Open index.html. The pages need no server, no script and no network.
      """)

  @Option(
    name: [.long, .customShort("o")],
    help: ArgumentHelp(
      "The directory to write; one that holds a handbook is brought up to date.", valueName: "dir"))
  var output: String

  @Flag(name: .long, help: "Write into a directory that holds other files; they are left alone.")
  var force = false

  @OptionGroup var age: AsOfOption

  @OptionGroup var rules: RulesOption

  func run() throws {
    let knowledge = try rules.load()
    let files = Handbook(knowledge: knowledge, asOf: age.asOf, version: Tool.version).files()
    let directory = HandbookDirectory(path: output, isForced: force)
    do throws(FileProblem) {
      try directory.write(files)
    } catch {
      Terminal.complain(error.description)
      throw ExitCode(2)
    }
    try Terminal.say(
      "\(directory.path)/\(Handbook.firstPage): \(knowledge.concepts.count) concepts, "
        + "\(knowledge.statements.count) statements, \(knowledge.sources.count) sources on \(files.count - 1) pages"
    )
  }
}
