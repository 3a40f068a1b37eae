import Ingest

/// What a project says of its texts in its `.assay.yml`.
public struct ProjectSettings: Equatable, Sendable {
  /// Which files of a directory are looked at: patterns relative to the directory of the settings; empty: all.
  public var include: [String] = []
  public var exclude: [String] = []
  /// How files are read whose ending says nothing, by their ending without the dot ("njk").
  public var formats: [String: DocumentFormat] = [:]
  /// The encoding of texts without a byte order mark.
  public var encoding: TextEncoding?
  /// The form of the report, as `--format` names it.
  public var format: String?
  /// The markets that the texts are meant for, in lower case.
  public var jurisdictions: [String] = []
  /// The class of products whose class the rules do not know.
  public var product: ProductClass?
  /// How grave findings are, by the id of a rule or the name of a family.
  public var severities: [String: ConfiguredSeverity] = [:]
  public var failOn: GateSeverity?
  /// 0 to 100.
  public var minimumScore: Int?
  /// Directories of rules to add, relative to the directory of the settings.
  public var rules: [String] = []
  /// The baseline file, relative to the directory of the settings.
  public var baseline: String?
  public var approved: [ApprovedClaim] = []
  /// How much of what a file may hold.
  public var limits = ReadingLimits()

  /// The megabytes that a limit of sizes can be set to; one is 1,048,576 bytes.
  public static let megabytes: ClosedRange<Int32> = 1...256

  public init() {}

  /// The name of the file.
  public static let fileName = ".assay.yml"

  /// The jurisdiction that a text names, in lower case; nil where there are no rules for it.
  public static func jurisdiction(_ text: String, among known: [String]) -> String? {
    let name = text.lowercased()
    return known.contains(name) ? name : nil
  }

  /// What to write instead of a jurisdiction that there are no rules for.
  public static func remedy(for text: String, among known: [String]) -> String {
    Suggestion.remedy(for: text.lowercased(), among: known) ?? "choose from \(known.joined(separator: ", "))"
  }
}

/// How grave a project takes a finding to be.
public enum ConfiguredSeverity: String, CaseIterable, Sendable {
  case off, note, warning, error

  /// Nil for `off`.
  public var severity: FindingRule.Severity? { FindingRule.Severity(rawValue: rawValue) }
}

/// The least severity that fails a gate.
public enum GateSeverity: String, CaseIterable, Sendable {
  case error, warning, note, never

  /// Nil for `never`.
  public var severity: FindingRule.Severity? { FindingRule.Severity(rawValue: rawValue) }
}

/// Words that a project may use because somebody approved them.
public struct ApprovedClaim: Equatable, Sendable {
  public enum Words: Equatable, Sendable {
    /// As they stand, in whatever case and spacing.
    case text(String)
    /// A regular expression, in whatever case.
    case pattern(String)
  }
  public var words: Words
  /// Where the approval is on file.
  public var reference: String
  /// The markets it holds in, in lower case; empty: all.
  public var markets: [String]

  public init(words: Words, reference: String, markets: [String]) {
    self.words = words
    self.reference = reference
    self.markets = markets
  }
}
