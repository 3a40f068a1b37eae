/// What refers to what in a knowledge base: members of classes, statements on a concept, users of a source, and what a concept
/// has from its classes.
public struct CrossReferences: Sendable {
  public let knowledge: KnowledgeBase
  private let membersOf: [[ConceptIndex]]
  private let statementsBy: [ConceptIndex: [Int]]
  private let statementsWith: [ConceptIndex: [Int]]
  private let statementsOn: [ConceptIndex: [Int]]
  private let usersOf: [Users]

  /// What rests on a source.
  public struct Users: Equatable, Sendable {
    /// Places in the arrays of the knowledge base.
    public var statements: [Int] = []
    public var definitions: [Int] = []
    public var findingRules: [Int] = []
    /// Places in `Regulation.rules`.
    public var regulationRules: [Int] = []
    /// Concepts with an effect of their own that cites it.
    public var concepts: [ConceptIndex] = []
    /// Places in `KnowledgeBase.sources` of further extracts of the same publication.
    public var parts: [Int] = []

    public var isEmpty: Bool {
      statements.isEmpty && definitions.isEmpty && findingRules.isEmpty && regulationRules.isEmpty
        && concepts.isEmpty && parts.isEmpty
    }
  }

  /// A statement that holds for a concept because it holds for its class.
  public struct Inherited: Equatable, Sendable {
    /// Place in `KnowledgeBase.statements`.
    public var statement: Int
    public var from: ConceptIndex
  }

  public init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    var members = [[ConceptIndex]](repeating: [], count: knowledge.concepts.count)
    for (index, concept) in knowledge.concepts.enumerated() {
      for parent in concept.parents { members[parent.int].append(ConceptIndex(index)) }
    }
    membersOf = members
    var by: [ConceptIndex: [Int]] = [:]
    var with: [ConceptIndex: [Int]] = [:]
    var on: [ConceptIndex: [Int]] = [:]
    var users = [Users](repeating: Users(), count: knowledge.sources.count)
    for (index, statement) in knowledge.statements.enumerated() {
      by[statement.intervention, default: []].append(index)
      for partner in statement.partners { with[partner, default: []].append(index) }
      on[statement.target, default: []].append(index)
      for source in statement.sources { users[Int(source)].statements.append(index) }
    }
    statementsBy = by
    statementsWith = with
    statementsOn = on
    for (index, definition) in knowledge.definitions.enumerated() {
      for source in definition.sources { users[Int(source)].definitions.append(index) }
    }
    for (index, rule) in knowledge.findingRules.enumerated() {
      for source in rule.sources { users[Int(source)].findingRules.append(index) }
    }
    for (index, rule) in knowledge.regulation.rules.enumerated() {
      for source in rule.sources { users[Int(source)].regulationRules.append(index) }
    }
    var places: [String: Int] = [:]
    for (index, source) in knowledge.sources.enumerated() { places[source.id] = index }
    for (index, source) in knowledge.sources.enumerated() {
      if let whole = source.partOf.flatMap({ places[$0] }) { users[whole].parts.append(index) }
    }
    for (index, concept) in knowledge.concepts.enumerated() {
      for effect in concept.effects where Self.origin(of: effect, in: concept, knowledge) == nil {
        let place = Int(effect.source)
        if users[place].concepts.last != ConceptIndex(index) {
          users[place].concepts.append(ConceptIndex(index))
        }
      }
    }
    usersOf = users
  }

  // MARK: Concepts

  /// The concepts that name it as their class.
  public func members(of concept: ConceptIndex) -> [ConceptIndex] { membersOf[concept.int] }

  /// The concept and all that belong to it, however many steps below.
  public func family(of concept: ConceptIndex) -> Set<ConceptIndex> {
    var family: Set<ConceptIndex> = [concept]
    for (index, other) in knowledge.concepts.enumerated()
    where other.ancestors.contains(where: { $0.concept == concept }) {
      family.insert(ConceptIndex(index))
    }
    return family
  }

  /// The class that an effect comes from; nil where it is the concept's own.
  public func origin(of effect: Concept.Effect, in concept: Concept) -> ConceptIndex? {
    Self.origin(of: effect, in: concept, knowledge)
  }

  private static func origin(of effect: Concept.Effect, in concept: Concept, _ knowledge: KnowledgeBase)
    -> ConceptIndex?
  {
    // What is written at a class stands at all its members: the farthest class that has it is where it was written.
    concept.ancestors.last { knowledge.concepts[$0.concept.int].effects.contains(effect) }?.concept
  }

  /// The class that a state comes from; nil where it is the concept's own.
  public func origin(of state: Concept.Deviation, in concept: Concept) -> ConceptIndex? {
    concept.ancestors.last { knowledge.concepts[$0.concept.int].states.contains(state) }?.concept
  }

  // MARK: Statements

  /// Places of the statements on what the concept does.
  public func statements(by concept: ConceptIndex) -> [Int] { statementsBy[concept] ?? [] }

  /// Places of the statements on what the concept does as a partner of another intervention.
  public func statements(with concept: ConceptIndex) -> [Int] { statementsWith[concept] ?? [] }

  /// Places of the statements on what is done to the concept.
  public func statements(on concept: ConceptIndex) -> [Int] { statementsOn[concept] ?? [] }

  /// Places of the definitions of a condition.
  public func definitions(of concept: ConceptIndex) -> [Int] {
    knowledge.definitions.indices.filter { knowledge.definitions[$0].concept == concept }
  }

  /// The statements on what its classes do that no nearer statement overrides, nearest class first.
  public func inheritedStatements(by concept: ConceptIndex) -> [Inherited] {
    inherited(concept, statements(by:), Key.init(target:))
  }

  /// The statements on what is done to its classes that no nearer statement overrides, nearest class first.
  public func inheritedStatements(on concept: ConceptIndex) -> [Inherited] {
    inherited(concept, statements(on:), Key.init(intervention:))
  }

  /// What makes two statements answer the same question but for one side.
  private struct Key: Hashable {
    var relation: EvidenceStatement.Relation
    var other: ConceptIndex
    var partners: [ConceptIndex]

    init(target statement: EvidenceStatement) {
      relation = statement.relation
      other = statement.target
      partners = statement.partners.sorted()
    }

    init(intervention statement: EvidenceStatement) {
      relation = statement.relation
      other = statement.intervention
      partners = statement.partners.sorted()
    }
  }

  private func inherited(
    _ concept: ConceptIndex, _ statements: (ConceptIndex) -> [Int], _ key: (EvidenceStatement) -> Key
  ) -> [Inherited] {
    var answered = Set(statements(concept).map { key(knowledge.statements[$0]) })
    var result: [Inherited] = []
    for ancestor in knowledge.concepts[concept.int].ancestors {
      for place in statements(ancestor.concept)
      where answered.insert(key(knowledge.statements[place])).inserted {
        result.append(Inherited(statement: place, from: ancestor.concept))
      }
    }
    return result
  }

  // MARK: Sources

  /// What rests on the source at a place of `KnowledgeBase.sources`.
  public func users(ofSource place: Int) -> Users { usersOf[place] }
}
