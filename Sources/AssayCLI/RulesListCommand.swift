import ArgumentParser
import Assay
import Knowledge

/// `assay rules list`: one line for each record.
struct RulesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the records of the rules, one a line, sorted by kind and id.",
    discussion: "All that is asked for has to hold. Without --kind: the kinds that have what is asked for.")

  @Option(
    name: .long,
    help: ArgumentHelp("\(RecordKind.allCases.map(\.plural).joined(separator: ", ")).", valueName: "kind"),
    transform: kind)
  var kind: RecordKind?

  @Option(
    name: .long, help: "Statements and definitions: \(Choice.words(EvidenceStatement.Verdict.self))",
    transform: { try Choice.parse("verdict", $0) })
  var verdict: EvidenceStatement.Verdict?

  @Option(
    name: .long, help: "Statements and definitions: \(Choice.words(EvidenceCertainty.self))",
    transform: { try Choice.parse("certainty", $0) })
  var certainty: EvidenceCertainty?

  @Option(
    name: .long, help: "Statements: \(Choice.words(EvidenceStatement.Relation.self))",
    transform: { try Choice.parse("relation", $0) })
  var relation: EvidenceStatement.Relation?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What speaks of a concept or a member of it, on either side, and what that cites.",
      valueName: "concept"))
  var about: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Statements and definitions last reviewed earlier.", valueName: "yyyy-mm-dd"),
    transform: AsOfOption.day)
  var reviewedBefore: ReviewDate?

  @Option(
    name: .long, help: "Sources: \(Choice.words(Source.Design.self))",
    transform: { try Choice.parse("design", $0) })
  var design: Source.Design?

  @Option(
    name: .long,
    help: ArgumentHelp("Only records whose line holds this text, in any case.", valueName: "text"))
  var filter: String?

  enum ListFormat: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Option(name: .long, help: "The form of the list.")
  var format: ListFormat = .text

  @OptionGroup var rules: RulesOption

  private static func kind(_ text: String) throws -> RecordKind {
    guard let kind = RecordKind(name: text) else {
      throw Choice.refusal("kind", text, RecordKind.allCases.map(\.plural))
    }
    return kind
  }

  /// All that is asked for without the rules.
  private var plainFilter: RecordFilter {
    var filter = RecordFilter()
    filter.kind = kind
    filter.verdict = verdict
    filter.certainty = certainty
    filter.relation = relation
    filter.reviewedBefore = reviewedBefore
    filter.design = design
    filter.text = self.filter
    return filter
  }

  func validate() throws {
    if let contradiction = plainFilter.contradiction { throw ValidationError(contradiction) }
  }

  func run() throws {
    let knowledge = try rules.load()
    let catalog = RuleCatalog(knowledge: knowledge)
    var filter = plainFilter
    if let about {
      guard let concept = catalog.concept(about) else {
        let near = catalog.suggestions(for: about, of: .concept)
        Terminal.complain(Choice.refusal("concept", about, near: near).message)
        throw ExitCode(2)
      }
      filter.about = concept
    }
    if let contradiction = filter.contradiction {
      Terminal.complain(contradiction)
      throw ExitCode(2)
    }
    let table = RecordTable(filter.records(of: catalog), of: knowledge)
    try format == .json ? Terminal.write(json: table.json) : Terminal.write(table.text)
  }
}
