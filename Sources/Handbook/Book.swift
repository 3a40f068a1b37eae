import Knowledge
import Reporting

/// What all pages of a handbook are written from.
struct Book: Sendable {
  let knowledge: KnowledgeBase
  let references: CrossReferences
  let freshness: Freshness
  /// The day that reviews are held against, for people; "" where the rules have none.
  let day: String
  let version: String
  /// Place of each concept in the alphabetical order of labels.
  private let ranks: [Int]
  /// Concepts in the alphabetical order of their labels.
  let concepts: [ConceptIndex]

  init(knowledge: KnowledgeBase, asOf: ReviewDate?, version: String) {
    self.knowledge = knowledge
    references = CrossReferences(knowledge: knowledge)
    freshness = Freshness(packs: knowledge.packs, asOf: asOf)
    day = asOf?.text ?? knowledge.packs.map(\.reviewed).max() ?? ""
    self.version = version
    let keys = knowledge.concepts.map { AlphabeticalKey($0.label, id: $0.id) }
    let order = keys.indices.sorted { keys[$0] < keys[$1] }
    concepts = order.map { ConceptIndex($0) }
    var ranks = [Int](repeating: 0, count: keys.count)
    for (rank, place) in order.enumerated() { ranks[place] = rank }
    self.ranks = ranks
  }

  /// The title of the book.
  var title: String {
    let titles = knowledge.packs.map(\.title)
    return titles.isEmpty ? "Evidence handbook" : titles.joined(separator: "; ") + ": evidence handbook"
  }

  func concept(_ index: ConceptIndex) -> Concept { knowledge.concepts[index.int] }

  /// Concepts in the alphabetical order of their labels.
  func sorted(_ concepts: some Sequence<ConceptIndex>) -> [ConceptIndex] {
    concepts.sorted { ranks[$0.int] < ranks[$1.int] }
  }

  /// Places of statements: by relation in the order of the rules' README, then by the label of one side.
  func sorted(_ statements: some Sequence<Int>, by side: KeyPath<EvidenceStatement, ConceptIndex>) -> [Int] {
    let relations = EvidenceStatement.Relation.allCases
    func key(_ place: Int) -> (Int, Int, String) {
      let statement = knowledge.statements[place]
      let relation = relations.firstIndex(of: statement.relation) ?? relations.count
      return (relation, ranks[statement[keyPath: side].int], statement.id)
    }
    return statements.sorted { key($0) < key($1) }
  }

  /// The first characters of the ids of sources, in order.
  var sourceLetters: [Character] { Array(Set(knowledge.sources.compactMap(\.id.first))).sorted() }

  /// A text with a capital at its beginning, unless its first word has one of its own inside.
  static func capitalized(_ text: String) -> String {
    guard let first = text.utf8.first, 0x61...0x7A ~= first else { return text }
    let word = text.unicodeScalars.prefix { $0 != " " && $0 != "-" }
    guard word.dropFirst().allSatisfy({ !$0.properties.isUppercase }) else { return text }
    return String(UnicodeScalar(first - 0x20)) + text.dropFirst()
  }

  /// Whether a label takes a verb in the plural ("peels", but not "psoriasis").
  static func isPlural(_ label: String) -> Bool {
    let end = label.prefix { $0 != "(" }.utf8.drop { $0 == 0x20 }
    guard end.last == 0x73, let before = end.dropLast().last else { return false }
    return before != 0x73 && before != 0x69 && before != 0x75  // -ss, -is, -us
  }
}

/// Orders names as an index does: without regard to case, and accents last.
struct AlphabeticalKey: Comparable {
  private let folded: String
  private let id: String

  init(_ name: String, id: String) {
    folded = name.lowercased()
    self.id = id
  }

  /// The letter that an index files the name under; "#" where it begins with none.
  var letter: Character {
    guard let first = folded.utf8.first, 0x61...0x7A ~= first else { return "#" }
    return Character(UnicodeScalar(first - 0x20))
  }

  /// By letters in the order of their numbers, which is the same in every place and language.
  static func < (a: AlphabeticalKey, b: AlphabeticalKey) -> Bool {
    if a.folded != b.folded {
      return a.folded.unicodeScalars.lexicographicallyPrecedes(b.folded.unicodeScalars)
    }
    return a.id < b.id
  }
}
