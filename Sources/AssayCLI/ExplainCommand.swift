import ArgumentParser
import Assay
import Knowledge

/// `assay explain`: a record of the rules in full, with its citations.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a concept, statement, definition, source, cue, frame or finding rule.",
    discussion: "'assay explain score' gives the formula of scores.")

  @Argument(help: ArgumentHelp("The id, as reports show it.", valueName: "id"))
  var id: String

  @OptionGroup var rules: RulesOption

  func run() throws {
    if id == "score" { return Terminal.write(ScoreExplanation.text) }
    let catalog = RuleCatalog(knowledge: try rules.load())
    let records = catalog.records(withID: id)
    guard records.isEmpty else {
      let explanation = RuleExplanation(catalog: catalog)
      return Terminal.write(records.map(explanation.text).joined(separator: "\n"))
    }
    let remedy = catalog.nearest(to: id).map { "did you mean '\($0)'?" } ?? "'assay rules list' shows all ids"
    Terminal.complain("no record has the id '\(id)'; \(remedy)")
    throw ExitCode(2)
  }
}
