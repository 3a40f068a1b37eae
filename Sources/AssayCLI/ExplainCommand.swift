import ArgumentParser
import Assay
import Knowledge

/// `assay explain`: a record of the rules in full, with its citations.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains anything that reports and rules name.",
    discussion: """
      An id of a concept (or one of its names), statement, definition, source, cue, frame, finding rule, regulation or pack; a \
      verdict ('refuted'), a certainty ('low'), a family of findings ('evidence'), a market ('uk'), 'pack' for all packs, or \
      'score' for the formula of scores.
      """)

  @Argument(help: ArgumentHelp("The id, as reports show it.", valueName: "id"))
  var id: String

  enum ExplanationFormat: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Option(name: .long, help: "The form of the explanation.")
  var format: ExplanationFormat = .text

  @OptionGroup var rules: RulesOption

  func run() throws {
    let knowledge = try rules.load()
    let explanation = RuleExplanation(catalog: RuleCatalog(knowledge: knowledge))
    let details = explanation.details(of: id)
    guard details.isEmpty else {
      return try format == .json
        ? Terminal.write(json: RecordDetails.json(details, of: knowledge))
        : Terminal.write(RecordDetails.text(details))
    }
    let refusal = Choice.refusal("record or term", id, near: explanation.suggestions(for: id))
    Terminal.complain(refusal.message)
    throw ExitCode(2)
  }
}
