import Knowledge

/// The treatment that a whole document names, where it names but one.
enum OnlyTreatment: Sendable {
  case none, several
  /// A place in `KnowledgeBase.concepts`.
  case one(Int32)

  /// Procedures and devices before drugs and substances, which are mentioned beside them ("a numbing cream"). A class and its
  /// one member are one.
  init(scan: DocumentScan, grammar: Grammar) {
    var procedures: [Int32] = []
    var others: [Int32] = []
    for (index, count) in scan.named.enumerated()
    where count > 0 && grammar.roles[index].contains(.agent) && !grammar.roles[index].contains(.exposure) {
      switch grammar.knowledge.concepts[index].kind {
      case .procedure, .device, .class: procedures.append(Int32(index))
      default: others.append(Int32(index))
      }
    }
    self = Self.only(procedures.isEmpty ? others : procedures, grammar.knowledge)
  }

  private static func only(_ concepts: [Int32], _ knowledge: KnowledgeBase) -> OnlyTreatment {
    func isKind(_ a: Int32, of b: Int32) -> Bool {
      knowledge.concepts[Int(a)].ancestors.contains { $0.concept.rawValue == b }
    }
    let members = concepts.filter { concept in !concepts.contains { isKind($0, of: concept) } }
    guard let first = members.first else { return .none }
    guard members.count == 1 else { return .several }
    return .one(first)
  }
}
