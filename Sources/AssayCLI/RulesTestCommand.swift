import ArgumentParser
import Assay
import Ingest
import Knowledge

/// `assay rules test`: runs the examples that rules carry.
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Runs the examples that rules carry.",
    discussion: """
      Finding rules carry sentences that they flag and pass, frames sentences that they read and pass, cues sentences that \
      hold them, statements sentences with the verdict that is expected. Of each statement a sentence is made from the labels \
      of its concepts, too. Every record is listed with the number of examples that hold, every example that fails with its \
      file, line and column and with what was found instead. Exit codes: 0, 1 where an example fails, 2 where the rules \
      cannot be used.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(
    help: ArgumentHelp(
      "Only these records: ids of finding rules, frames, cues, statements.", valueName: "id"))
  var ids: [String] = []

  @Option(name: .customLong("rules"), help: ArgumentHelp("The directory of the rules.", valueName: "dir"))
  var directory: String?

  @Option(name: .long, help: "How to print what became of them.")
  var format = Format.text

  func run() throws {
    let directory = directory ?? Terminal.environment("ASSAY_RULES") ?? "rules"
    let (rules, faults) = RulesLoader.loadWithExamples(directory: directory)
    let errors = faults.filter { $0.severity == .error }
    for fault in errors { Terminal.complain(fault.description) }
    guard let rules, errors.isEmpty else { throw ExitCode(2) }
    try checkIDs(in: rules)
    let report: RuleTestReport
    do throws(IngestError) {
      report = try RuleTester(rules: rules).run(ids: ids.isEmpty ? nil : Set(ids))
    } catch {
      Terminal.complain(error.description)
      throw ExitCode(2)
    }
    switch format {
    case .text: try Terminal.write(report.text)
    case .json: try Terminal.write(json: String(decoding: report.json, as: UTF8.self))
    }
    if report.failed > 0 { throw ExitCode(1) }
  }

  private func checkIDs(in rules: TestedRules) throws {
    let catalog = RuleCatalog(knowledge: rules.knowledge)
    var isKnown = true
    for id in ids where catalog.records(withID: id).isEmpty {
      Terminal.complain(Choice.refusal("record", id, near: catalog.suggestions(for: id)).message)
      isKnown = false
    }
    guard isKnown else { throw ExitCode(2) }
  }
}
