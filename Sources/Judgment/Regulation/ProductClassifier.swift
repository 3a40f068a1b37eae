import Claims
import Ingest
import Knowledge

/// What the law takes an agent for.
struct ProductClassifier: Sendable {
  /// What something is, or may be where that depends on the product at hand.
  struct Standing: Equatable, Sendable {
    var isOne: ProductClasses = []
    var mayBe: ProductClasses = []
    static let none = Standing()
  }

  /// By concept.
  private let concepts: [Standing]
  /// By a noun of products, in lower case.
  private let words: [[UInt8]: Standing]
  private let unnamed: Standing
  /// The class that was configured for products whose class the rules do not know.
  private let chosen: ProductClasses

  init(knowledge: KnowledgeBase, product: ProductClass?) {
    let records = knowledge.regulation.products
    let chosen = product.map { ProductClasses($0) } ?? []
    func standing(_ record: ProductRecord) -> Standing {
      if let product = record.product { return Standing(isOne: ProductClasses(product)) }
      return chosen.isEmpty ? Standing(mayBe: record.mayBe) : Standing(isOne: chosen)
    }
    var listed: [Int32: Standing] = [:]
    var words: [[UInt8]: Standing] = [:]
    var kinds: [Concept.Kind: Standing] = [:]
    for record in records {
      let standing = standing(record)
      for concept in record.concepts where listed[concept.rawValue] == nil {
        listed[concept.rawValue] = standing
      }
      for word in record.words where words[Array(word.utf8)] == nil { words[Array(word.utf8)] = standing }
      for kind in record.kinds where kinds[kind] == nil { kinds[kind] = standing }
    }
    let exposure = knowledge.concepts.firstIndex { $0.id == "exposure" }.map(Int32.init) ?? -1
    concepts = knowledge.concepts.enumerated().map { index, concept in
      guard concept.kind.isIntervention, Int32(index) != exposure,
        !concept.ancestors.contains(where: { $0.concept.rawValue == exposure })
      else { return .none }
      if let own = listed[Int32(index)] { return own }
      let nearest = concept.ancestors.filter { listed[$0.concept.rawValue] != nil }
        .min { $0.distance < $1.distance }
      if let nearest, let found = listed[nearest.concept.rawValue] { return found }
      if let byKind = kinds[concept.kind] { return byKind }
      return chosen.isEmpty
        ? Standing(mayBe: knowledge.regulation.unnamedMayBe) : Standing(isOne: chosen)
    }
    self.words = words
    self.chosen = chosen
    unnamed =
      chosen.isEmpty ? Standing(mayBe: knowledge.regulation.unnamedMayBe) : Standing(isOne: chosen)
  }

  /// - Parameter isProduct: whether words without a concept are those of a product ("our serum", "it").
  func standing(of agent: Participant?, isProduct: Bool, in document: Document) -> Standing {
    guard let agent, agent.origin != .none else { return chosen.isEmpty ? .none : Standing(isOne: chosen) }
    if agent.concept >= 0 { return concepts[Int(agent.concept)] }
    if let byWord = standing(ofWords: agent.range, in: document) { return byWord }
    return isProduct || agent.origin != .named || !chosen.isEmpty ? unnamed : .none
  }

  /// Whether one of the first words of a range is a noun of products.
  func namesProduct(_ range: ByteRange, in document: Document) -> Bool {
    let text = document.text[range.start..<range.end]
    var start = range.start
    for _ in 0..<Self.wordsBehindOwn {
      guard let space = text[start...].firstIndex(where: { $0 == 0x20 || $0 == 0x2C || $0 == 0x2E }) else {
        return standing(ofWords: ByteRange(start, range.end), in: document) != nil
      }
      if standing(ofWords: ByteRange(range.start, space), in: document) != nil { return true }
      start = space + 1
      guard start < range.end, text[space] == 0x20 else { return false }
    }
    return false
  }

  /// "our new rich body butter"
  private static let wordsBehindOwn = 4

  /// By the last one or two words of a name: "our new face cream", "the serums".
  private func standing(ofWords range: ByteRange, in document: Document) -> Standing? {
    guard !range.isEmpty else { return nil }
    let lower = document.text[range.start..<range.end].map { byte -> UInt8 in
      byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }
    let parts = lower.split(separator: 0x20)
    for count in [2, 1] where parts.count >= count {
      let name = Array(parts.suffix(count).joined(separator: [0x20]))
      if let found = words[name] { return found }
      if name.last == 0x73, let found = words[name.dropLast()] { return found }
    }
    return nil
  }
}
