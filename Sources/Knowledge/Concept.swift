/// The place of a concept in `KnowledgeBase.concepts`. Stable within one knowledge base only; reports name `Concept.id`.
public struct ConceptIndex: Hashable, Comparable, Sendable {
  public var rawValue: Int32
  @inlinable public init(_ rawValue: Int32) { self.rawValue = rawValue }
  @inlinable public init(_ value: Int) { rawValue = Int32(truncatingIfNeeded: value) }
  @inlinable public var int: Int { Int(rawValue) }
  @inlinable public static func < (a: ConceptIndex, b: ConceptIndex) -> Bool { a.rawValue < b.rawValue }
}

/// An entry of the vocabulary.
public struct Concept: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case substance, drug, procedure, device
    /// A class of interventions.
    case `class`
    case condition, quantity, structure, outcome

    /// Whether it is something done to or put on a person.
    @inlinable public var isIntervention: Bool {
      switch self {
      case .substance, .drug, .procedure, .device, .class: true
      case .condition, .quantity, .structure, .outcome: false
      }
    }
  }

  /// How a quantity deviates in a condition.
  public enum State: String, CaseIterable, Sendable { case low, high, absent, disordered }

  /// What an intervention does to a quantity.
  public enum Direction: String, CaseIterable, Sendable {
    case increases, decreases
    case noEffect = "no-effect"
  }

  public struct Deviation: Equatable, Sendable {
    public var quantity: ConceptIndex
    public var state: State
    public init(quantity: ConceptIndex, state: State) {
      self.quantity = quantity
      self.state = state
    }
  }

  public struct Effect: Equatable, Sendable {
    public var quantity: ConceptIndex
    public var direction: Direction
    /// Place in `KnowledgeBase.sources`.
    public var source: Int32
    public init(quantity: ConceptIndex, direction: Direction, source: Int32) {
      self.quantity = quantity
      self.direction = direction
      self.source = source
    }
  }

  public var id: String
  public var kind: Kind
  public var label: String
  public var synonyms: [String]
  /// Surface forms that count only where the concept, or a class of it, is named elsewhere in the document.
  public var needsContext: [String]
  public var parents: [ConceptIndex]
  /// Its own deviations, and those of its classes where it has none of that quantity.
  public var states: [Deviation]
  /// Its own effects, and those of its nearest class where it has none on that quantity.
  public var effects: [Effect]
  /// Every class it belongs to with the number of is-a steps, nearest first; not itself.
  public var ancestors: [Ancestor]
  /// Where it is written down.
  public var place: RulePlace

  public struct Ancestor: Equatable, Sendable {
    public var concept: ConceptIndex
    public var distance: Int32
    public init(concept: ConceptIndex, distance: Int32) {
      self.concept = concept
      self.distance = distance
    }
  }

  public init(
    id: String, kind: Kind, label: String, synonyms: [String], needsContext: [String],
    parents: [ConceptIndex],
    states: [Deviation], effects: [Effect], ancestors: [Ancestor], place: RulePlace
  ) {
    self.id = id
    self.kind = kind
    self.label = label
    self.synonyms = synonyms
    self.needsContext = needsContext
    self.parents = parents
    self.states = states
    self.effects = effects
    self.ancestors = ancestors
    self.place = place
  }
}

/// Where a record stands in the rules.
public struct RulePlace: Equatable, Sendable {
  /// Path below the rules directory.
  public var path: String
  /// 1-based.
  public var line: Int32
  public init(path: String, line: Int32) {
    self.path = path
    self.line = line
  }
}
