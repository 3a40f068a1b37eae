/// A sentence that a record of the rules carries, and what must come of it.
public struct RuleExample: Equatable, Sendable {
  /// The record that carries it, by its place in the knowledge base's array of its kind.
  public enum Carrier: Hashable, Sendable {
    case finding(Int32)
    case frame(Int32)
    case cue(Int32)
    case statement(Int32)
  }

  public enum Expectation: Equatable, Sendable {
    /// The finding rule reports the marked words.
    case flagged
    /// The finding rule is silent; of a frame: its marked word makes no claim.
    case passed
    /// The frame's marked word makes a claim, of this kind where one is given.
    case read(ClaimPattern?)
    /// The cue is found, in the marked words where some are marked.
    case found
    /// A claim is judged by the statement, with this verdict, and reported by this finding rule (a place in
    /// `KnowledgeBase.findingRules`); nil: nothing is reported.
    case judged(Verdict, finding: Int32?)
  }

  public var carrier: Carrier
  public var expectation: Expectation
  /// Without the marks.
  public var text: String
  /// Bytes of `text` that stand between « and »; nil where nothing is marked.
  public var marked: Range<Int>?
  public var place: ExamplePlace

  public init(
    carrier: Carrier, expectation: Expectation, text: String, marked: Range<Int>?, place: ExamplePlace
  ) {
    self.carrier = carrier
    self.expectation = expectation
    self.text = text
    self.marked = marked
    self.place = place
  }
}

/// Where an example is written.
public struct ExamplePlace: Equatable, Sendable {
  /// The file, beginning with the rules directory as it was given.
  public var path: String
  /// 1-based.
  public var line: Int
  /// 1-based, in code points.
  public var column: Int

  public init(path: String, line: Int, column: Int) {
    self.path = path
    self.line = line
    self.column = column
  }
}

/// What a claim must be: `AGENT [not] RELATION TARGET`, with `_` for whatever there is.
public struct ClaimPattern: Equatable, Sendable {
  /// Nil: any, or none.
  public var agent: ConceptIndex?
  public var isNegated: Bool
  /// A relation of claims by its name; checked when the rules are loaded.
  public var relation: String
  /// Nil: any, or none.
  public var target: ConceptIndex?

  public init(agent: ConceptIndex?, isNegated: Bool, relation: String, target: ConceptIndex?) {
    self.agent = agent
    self.isNegated = isNegated
    self.relation = relation
    self.target = target
  }

  /// The relations that claims have. `Claim.Relation` is made from the same words; it belongs to a later stage.
  static let relations =
    EvidenceStatement.Relation.allCases.filter { $0 != .contraindicated && $0 != .precaution }
    .map(\.rawValue) + ["safe", "other"]
}

/// A way of saying a relation in generated examples.
public struct ExampleTemplate: Equatable, Sendable {
  public var id: String
  public var relation: EvidenceStatement.Relation
  /// Kinds of targets that it suits, and targets; where both are empty, all.
  public var kinds: [Concept.Kind]
  public var targets: [ConceptIndex]
  /// A sentence with `{agent}` and `{target}`.
  public var says: String

  public init(
    id: String, relation: EvidenceStatement.Relation, kinds: [Concept.Kind], targets: [ConceptIndex],
    says: String
  ) {
    self.id = id
    self.relation = relation
    self.kinds = kinds
    self.targets = targets
    self.says = says
  }
}

/// The templates of generated examples.
public struct ExampleTemplates: Equatable, Sendable {
  public var templates: [ExampleTemplate] = []
  /// Words between an agent and its first partner ("combined with"), and between partners ("and").
  public var joins = ["", ""]

  public init() {}
}

/// Rules with the examples that they carry.
public struct TestedRules: Sendable {
  public var knowledge: KnowledgeBase
  /// In the order of the files and of the records in them.
  public var examples: [RuleExample]
  public var templates: ExampleTemplates
  /// The rules directory as it was given.
  public var directory: String

  /// The path of a record's file, beginning with the rules directory.
  public func path(of place: RulePlace) -> String {
    directory.isEmpty ? place.path : "\(directory)/\(place.path)"
  }
}
