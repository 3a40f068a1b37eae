import ArgumentParser
import Assay
import Reporting

/// `assay verify`: whether an annotated report holds.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Holds an XML report against its schema, its own source text and its hash.",
    discussion: """
      One line for each fault, with the line of the report. Exit codes: 0 the report holds, 1 it does not, \
      2 it cannot be read.
      """)

  @Argument(
    help: ArgumentHelp("A report of 'assay report' or 'assay check --format xml'.", valueName: "report"))
  var path: String

  func run() throws {
    let outcome: ReportVerifier.Outcome
    do throws(FileProblem) {
      outcome = try ReportFile.verify(path)
    } catch {
      Terminal.complain(error.description)
      throw ExitCode(2)
    }
    for fault in outcome.faults {
      try Terminal.say(FileProblem(path: "\(path):\(fault.line)", message: fault.message).description)
    }
    guard outcome.faults.isEmpty else { throw ExitCode(1) }
    let holds =
      "holds (\(Self.count(outcome.documents, "document")), \(Self.count(outcome.claims, "claim")), "
    try Terminal.say(
      FileProblem(path: path, message: holds + "\(Self.count(outcome.findings, "finding")))").description)
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
