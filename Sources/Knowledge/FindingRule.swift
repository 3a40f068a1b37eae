/// A kind of finding: when it is made, how grave it is, what it says.
public struct FindingRule: Equatable, Sendable {
  public enum Severity: String, CaseIterable, Sendable, Comparable {
    case note, warning, error
    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  }

  /// `family/name`.
  public var id: String
  public var severity: Severity
  /// The mechanism of the judgment that makes it (a name that the Judgment target lists); the rule's own id when "".
  public var check: String
  /// Of two rules that explain one fault, the one with the higher rank speaks.
  public var rank: Int32
  /// One sentence without a full stop, with `{placeholders}`.
  public var message: String
  /// What to do, with `{placeholders}`; may be "".
  public var suggestion: String
  /// Words that can be replaced whatever else the sentence says.
  public var fixes: [Replacement]
  /// Why it is a fault, for `assay explain` and for help texts of other formats.
  public var why: String
  /// Places in `KnowledgeBase.sources`; may be empty for rules of language.
  public var sources: [Int32]
  /// The classes of agents that the rule is about, where it is about some only.
  public var agents: [ConceptIndex]
  /// Sentences it flags, the words to be marked between « and ».
  public var flags: [String]
  /// Sentences it passes.
  public var passes: [String]
  public var place: RulePlace

  /// Words and what may stand in their place, so that the sentence stays whole and says less.
  public struct Replacement: Equatable, Sendable {
    public var words: String
    public var with: String
    public init(words: String, with: String) {
      self.words = words
      self.with = with
    }
  }

  /// The part before the slash.
  public var family: Substring { id.prefix { $0 != "/" } }

  public init(
    id: String, severity: Severity, check: String, rank: Int32, message: String, suggestion: String,
    fixes: [Replacement] = [], why: String,
    sources: [Int32], agents: [ConceptIndex], flags: [String], passes: [String], place: RulePlace
  ) {
    self.id = id
    self.severity = severity
    self.check = check
    self.rank = rank
    self.message = message
    self.suggestion = suggestion
    self.fixes = fixes
    self.why = why
    self.sources = sources
    self.agents = agents
    self.flags = flags
    self.passes = passes
    self.place = place
  }
}
