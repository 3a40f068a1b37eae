import ArgumentParser

/// `assay rules`: what curators need.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Validates, lists and compiles rules, and makes a handbook of them.",
    subcommands: [
      RulesValidateCommand.self, RulesListCommand.self, RulesCompileCommand.self,
      RulesHandbookCommand.self,
    ])
}
