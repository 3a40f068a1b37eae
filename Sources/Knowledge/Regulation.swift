/// What rules of advertising, and guidance on reports of research, say of wordings and claims.
public struct Regulation: Equatable, Sendable {
  /// What the law takes a thing for, in the order of the file.
  public var products: [ProductRecord] = []
  /// What an agent may be that neither a name nor a product's word tells.
  public var unnamedMayBe: ProductClasses = []
  public var faults: [RegulationFault] = []
  public var rules: [RegulationRule] = []
  /// Takes any fault away.
  public var exceptions: [RegulationFault.Exception] = []
  /// Sentences that no fault may flag.
  public var passes: [String] = []

  public init() {}

  /// The jurisdictions that rules name, in alphabetical order; `int` is guidance that holds everywhere.
  public var jurisdictions: [String] {
    Set(rules.flatMap { [$0.jurisdiction] + $0.also }).sorted()
  }

  /// Guidance on reporting, which no market's choice excludes.
  public static let everywhere = "int"
}

/// What a product is in law.
public enum ProductClass: String, CaseIterable, Sendable {
  case drug, device, cosmetic, supplement, procedure
}

/// Several classes of products.
public struct ProductClasses: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  public init(_ product: ProductClass) {
    rawValue = 1 << UInt8(ProductClass.allCases.firstIndex(of: product) ?? 0)
  }
}

/// Concepts and plain words for things of one class.
public struct ProductRecord: Equatable, Sendable {
  /// Nil: it depends on the product at hand, which may be one of `mayBe`.
  public var product: ProductClass?
  public var mayBe: ProductClasses
  /// Concepts of these kinds, where no record names them or a class of theirs.
  public var kinds: [Concept.Kind]
  public var concepts: [ConceptIndex]
  /// Nouns of a product without a name ("serum"), in lower case and in the singular.
  public var words: [String]

  public init(
    product: ProductClass?, mayBe: ProductClasses, kinds: [Concept.Kind], concepts: [ConceptIndex],
    words: [String]
  ) {
    self.product = product
    self.mayBe = mayBe
    self.kinds = kinds
    self.concepts = concepts
    self.words = words
  }
}

/// What a sentence can do that some market bars, in no market yet.
public struct RegulationFault: Equatable, Sendable {
  /// The family of the findings that faults make, and the name of the mechanism that makes them.
  public static let family = "regulation"

  /// Place in `KnowledgeBase.findingRules`.
  public var finding: Int32
  /// Groups faults on the same matter.
  public var topic: String
  /// How grave it is where no market was chosen; nil: nothing then.
  public var byDefault: FindingRule.Severity?
  /// Reported at its first place in a document only.
  public var once: Bool
  /// Finding rules that say the same: places in `KnowledgeBase.findingRules`.
  public var explainedBy: [Int32]
  /// Any of these makes the fault.
  public var when: [Condition]
  /// Any of these takes it away.
  public var unless: [Exception]
  /// Sentences it flags, the marked words between « and », and sentences it passes, with all markets chosen.
  public var flags: [String]
  public var passes: [String]

  /// All that is given has to hold of one sentence; what is empty or nil asks for nothing.
  public struct Condition: Equatable, Sendable {
    /// Values of cues of wording or approval, one of which stands undenied.
    public var wording: [String] = []
    /// Values, one of which a second such cue has.
    public var with: [String] = []
    public var agents: [ConceptIndex] = []
    public var mentions: [ConceptIndex] = []
    public var products: ProductClasses = []
    public var claim: ClaimCondition?
    /// The text sells.
    public var promotional = false
    /// A percentage, a count or a deadline stands in the sentence.
    public var figure = false
    /// It is quoted, or told in the first person.
    public var quoted = false
    public init() {}
  }

  /// A claim that the sentence puts forward.
  public struct ClaimCondition: Equatable, Sendable {
    /// Names of relations; none: any.
    public var relations: [String] = []
    public var targets: [ConceptIndex] = []
    public var targetKinds: [Concept.Kind] = []
    /// The least strength, "" for any.
    public var strength = ""
    /// Whether hedged claims count.
    public var hedged = true
    /// Whether claims that are reported of others count.
    public var reported = false
    /// Names of attributions; none: any.
    public var attribution: [String] = []
    public init() {}
  }

  public struct Exception: Equatable, Sendable {
    public enum Reach: String, CaseIterable, Sendable { case sentence, block, document }
    public var within = Reach.sentence
    public var wording: [String] = []
    public var attribution: [String] = []
    public var agents: [ConceptIndex] = []
    public var mentions: [ConceptIndex] = []
    public var products: ProductClasses = []
    /// Outcomes that an evidence statement grants the agent.
    public var evidence: [ConceptIndex] = []
    public init() {}
  }

  public init(
    finding: Int32, topic: String, byDefault: FindingRule.Severity?, once: Bool, explainedBy: [Int32],
    when: [Condition], unless: [Exception], flags: [String], passes: [String]
  ) {
    self.finding = finding
    self.topic = topic
    self.byDefault = byDefault
    self.once = once
    self.explainedBy = explainedBy
    self.when = when
    self.unless = unless
    self.flags = flags
    self.passes = passes
  }
}

/// A rule of one jurisdiction: which faults it bars.
public struct RegulationRule: Equatable, Sendable {
  /// The best authority among the sources.
  public enum Basis: String, CaseIterable, Sendable {
    /// The regulator's or lawmaker's own text.
    case primary
    /// A report of it.
    case secondary
    /// A study, or guidance on how evidence is reported.
    case research
  }
  public var id: String
  /// In lower case: `us`, `uk`, `int`.
  public var jurisdiction: String
  /// Further jurisdictions in which the same text holds.
  public var also: [String]
  /// Places in `Regulation.faults`; empty where only a person can tell.
  public var faults: [Int32]
  public var severity: FindingRule.Severity
  public var basis: Basis
  /// Classes of products that it is narrowed to; empty: those of the fault.
  public var products: ProductClasses
  public var why: String
  /// What to do about it.
  public var fix: String
  /// The form of a sentence that complies, with {braces} for the writer's facts; may be "".
  public var safe: String
  /// What a person has to look at, where no text can tell; else "".
  public var check: String
  /// Places in `KnowledgeBase.sources`.
  public var sources: [Int32]
  public var place: RulePlace

  public init(
    id: String, jurisdiction: String, also: [String], faults: [Int32], severity: FindingRule.Severity,
    basis: Basis, products: ProductClasses, why: String, fix: String, safe: String, check: String,
    sources: [Int32], place: RulePlace
  ) {
    self.id = id
    self.jurisdiction = jurisdiction
    self.also = also
    self.faults = faults
    self.severity = severity
    self.basis = basis
    self.products = products
    self.why = why
    self.fix = fix
    self.safe = safe
    self.check = check
    self.sources = sources
    self.place = place
  }

  /// How grave it may be called: without a text of the regulator itself a warning at most.
  public var allowedSeverity: FindingRule.Severity { basis == .primary ? severity : min(severity, .warning) }

  /// All jurisdictions in which it holds.
  public var holdsIn: [String] { [jurisdiction] + also }
}
