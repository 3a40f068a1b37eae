import ArgumentParser
import Assay
import Ingest
import Knowledge
import Reporting

/// `assay report`: one document in full, for a reviewer or another tool.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes the annotated report of one document.",
    discussion: "Findings do not change the exit code: 0 the report is written, 2 it is not.")

  /// The formats that hold a document in full, or what it rests on.
  static let formats: [Format] = [.xml, .html, .bioc, .annotations, .csl]

  @Argument(help: ArgumentHelp("A file (\(Ingest.fileTypes)), or - for standard input.", valueName: "draft"))
  var path: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The form of the report: \(formats.map(\.rawValue).joined(separator: ", ")).", valueName: "format"),
    transform: format)
  var format: Format = .xml

  @Option(
    name: [.long, .customShort("o")],
    help: ArgumentHelp("Write the report to a file, which appears when it is complete.", valueName: "file"))
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The time to put into the report, in UTC.",
      discussion: "Without it: none, so that the same draft and rules give the same bytes.",
      valueName: "yyyy-mm-ddThh:mm:ssZ"),
    transform: timestamp)
  var timestamp: String?

  @Option(
    name: .long,
    help: ArgumentHelp("What offsets of the BioC format count: characters or bytes.", valueName: "unit"),
    transform: { try Choice.parse("unit", $0) })
  var biocOffsets: BioCUnit = .characters

  @OptionGroup var project: ProjectOption

  func run() throws {
    let opened = try project.open([path])
    try opened.refuseToReplaceInput(by: output)
    let input = opened.input
    guard input.files.count <= 1 else {
      throw ValidationError(
        "'\(TerminalText.line(path))' holds several documents; name one, or use 'assay check --format xml'.")
    }
    for problem in input.problems { Terminal.complain(problem.description) }
    guard input.problems.isEmpty, !input.files.isEmpty else { throw ExitCode(2) }
    let options = ReportOptions(version: Tool.version, timestamp: timestamp, biocUnit: biocOffsets)
    let run = CheckRun(
      plans: opened.plans, reporter: format.reporter(knowledge: opened.knowledge, options: options),
      settings: CheckRun.Settings(failOn: nil, needsDocument: true))
    try Terminal.end(CheckCommand.run(run, input, output))
  }

  private static func format(_ text: String) throws -> Format {
    guard let format = Format(rawValue: text), formats.contains(format) else {
      throw Choice.refusal("format", text, formats.map(\.rawValue))
    }
    return format
  }

  /// A time as ISO 8601 writes it in UTC.
  private static func timestamp(_ text: String) throws -> String {
    guard let time = UTCTime(text) else {
      throw ValidationError("'\(text)' is no time in UTC; write it as yyyy-mm-ddThh:mm:ssZ")
    }
    return time.text
  }
}
