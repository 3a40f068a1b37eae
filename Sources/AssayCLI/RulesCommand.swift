import ArgumentParser

/// `assay rules`: what curators need.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Validates, tests, lists and compiles rules, and makes a handbook of them.",
    subcommands: [
      RulesValidateCommand.self, RulesTestCommand.self, RulesListCommand.self, RulesCompileCommand.self,
      RulesHandbookCommand.self,
    ])
}
