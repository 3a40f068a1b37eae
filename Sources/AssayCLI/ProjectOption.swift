import ArgumentParser
import Assay
import Ingest
import Judgment
import Knowledge
import Reporting

/// The options that say where a text is to be read, what it sells and what its project asks for.
struct ProjectOption: ParsableArguments {
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

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The name of what comes from standard input; its extension tells the format.", valueName: "name"))
  var stdinPath: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The encoding of texts without a byte order mark: \(TextEncoding.names).",
      discussion:
        "Without it: 'encoding' of the nearest .assay.yml, else what the text declares, else utf-8.",
      valueName: "name"))
  var encoding: TextEncoding?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Refuse larger files: megabytes, 1 to 256 (default: 'limits' of the nearest .assay.yml, else 64).",
      valueName: "mb"))
  var maxFileSize: Int32?

  @OptionGroup var age: AsOfOption

  @OptionGroup var rules: RulesOption

  func validate() throws {
    guard let maxFileSize, !ProjectSettings.megabytes.contains(maxFileSize) else { return }
    let range = ProjectSettings.megabytes
    throw ValidationError(
      "--max-file-size goes from \(range.lowerBound) to \(range.upperBound), not \(maxFileSize).")
  }

  /// Loads the rules and the settings, and finds the files. Ends the run with code 2 where settings or options are wrong.
  func open(_ paths: [String]) throws -> Project {
    // The settings of the first path are those of the run: they may add rules, by which all are read again.
    var files = SettingsFiles(known: ProjectSettings.Names(jurisdictions: []))
    let first = paths.first == "-" ? stdinPath : paths.first
    let added = files.settings(for: first)
    let knowledge = try rules.load(adding: added.settings.rules.map(added.path))
    let known = ProjectSettings.Names(
      jurisdictions: knowledge.regulation.jurisdictions.filter { $0 != Regulation.everywhere },
      rules: knowledge.findingRules.map(\.id), formats: Format.allCases.map(\.rawValue))
    files = SettingsFiles(known: known)
    let run = files.settings(for: first)
    let input = InputFiles(
      paths: paths, standardInputPath: stdinPath, settings: files,
      sizeLimit: maxFileSize.map { Int($0) << 20 })
    guard input.settingsFaults.isEmpty else {
      for fault in input.settingsFaults { Terminal.complain(fault.description) }
      throw ExitCode(2)
    }
    for path in input.leftOut { Terminal.complain("\(path): left out, as .assay.yml says") }
    let choices = CheckPlans.Choices(
      jurisdictions: try chosen(among: known.jurisdictions), product: product, asOf: age.asOf?.text,
      encoding: encoding,
      today: age.asOf?.text ?? Terminal.today)
    let plans = CheckPlans(knowledge: knowledge, choices: choices)
    // The process ends with the run: its thousands of records need not be freed one by one.
    _ = Unmanaged.passRetained(plans)
    return Project(knowledge: knowledge, run: run, input: input, plans: plans)
  }

  private func chosen(among known: [String]) throws -> [String]? {
    try jurisdiction?.split(separator: ",").map { name in
      let name = String(name.filter { $0 != " " })
      guard let market = ProjectSettings.jurisdiction(name, among: known) else {
        throw ValidationError(
          "There are no rules for '\(TerminalText.line(name))'; \(ProjectSettings.remedy(for: name, among: known))."
        )
      }
      return market
    }
  }
}

/// What a command works with.
struct Project {
  var knowledge: KnowledgeBase
  /// The settings of the run as a whole: those of its first path.
  var run: ProjectFile
  var input: InputFiles
  var plans: CheckPlans

  /// Ends the run where its output would take the place of a text that it reads.
  func refuseToReplaceInput(by output: String?) throws {
    guard let output, input.holds(output) else { return }
    Terminal.complain("\(output): this text is checked, and the output would replace it; choose another name")
    throw ExitCode(2)
  }
}

extension ProductClass: ExpressibleByArgument {}

extension TextEncoding: ExpressibleByArgument {
  public init?(argument: String) { self.init(named: argument) }
  public static var allValueStrings: [String] { ["utf-8", "utf-16le", "utf-16be", "windows-1252"] }
  public var defaultValueDescription: String { rawValue.lowercased() }
}
