import ArgumentParser
import Assay
import Knowledge

/// `assay rules list`: one line for each record.
struct RulesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the records of the rules, one a line.")

  @Option(name: .long, help: "Only records of this kind.")
  var kind: RecordKind?

  @Option(
    name: .long, help: ArgumentHelp("Only lines that hold this text, in any case.", valueName: "text"))
  var filter: String?

  @OptionGroup var rules: RulesOption

  func run() throws {
    let catalog = RuleCatalog(knowledge: try rules.load())
    let wanted = filter?.lowercased()
    var text = ""
    for record in catalog.records where kind == nil || record.kind == kind {
      let line = "\(record.kind.rawValue)\t\(record.id)\t\(record.summary)"
      if let wanted, !line.lowercased().contains(wanted) { continue }
      text += line + "\n"
    }
    Terminal.write(text)
  }
}

extension RecordKind: ExpressibleByArgument {}
