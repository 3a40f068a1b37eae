import ArgumentParser
import Assay
import Judgment
import Knowledge

/// The options that say where a text is to be read, and what it sells.
struct MarketOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The markets that the text is meant for, by commas: us,uk,eu,au,…",
      discussion: "Without it: 'jurisdictions' of the nearest .assay.yml, else what any editor would stop.",
      valueName: "names"))
  var jurisdiction: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What products are in law whose class is not known: drug, device, cosmetic, supplement, procedure.",
      discussion: "Without it: 'product' of the nearest .assay.yml, else not known.", valueName: "class"))
  var product: ProductClass?

  /// What to judge by; the command line wins over the settings file. Ends the run with code 2 where either is wrong.
  func options(paths: [String], knowledge: KnowledgeBase, asOf: String?) throws -> Judge.Options {
    let known = knowledge.regulation.jurisdictions.filter { $0 != Regulation.everywhere }
    let found = SettingsFile.settings(for: paths.first, jurisdictions: known)
    guard found.faults.isEmpty else {
      for fault in found.faults { Terminal.complain(fault.description) }
      throw ExitCode(2)
    }
    var jurisdictions = found.settings.jurisdictions
    if let jurisdiction {
      jurisdictions = try jurisdiction.split(separator: ",").map { name in
        let name = String(name.filter { $0 != " " })
        guard let market = ProjectSettings.jurisdiction(name, among: known) else {
          throw ValidationError(
            "There are no rules for '\(name)'; \(ProjectSettings.remedy(for: name, among: known)).")
        }
        return market
      }
    }
    return Judge.Options(
      jurisdictions: jurisdictions, product: (product ?? found.settings.product)?.rawValue, asOf: asOf)
  }
}

extension ProductClass: ExpressibleByArgument {}
