/// The is-a relations of the concepts, without cycles, and what follows from them.
struct Taxonomy {
  private let drafts: [ConceptDraft]
  /// Parents of each concept in the order in which they are written, unknown and cyclic ones left out.
  private(set) var parents: [[Int]]
  /// Classes of each concept, nearest first.
  private(set) var ancestors: [[Concept.Ancestor]] = []

  init(_ drafts: [ConceptDraft], _ index: RecordIndex, faults: FaultCollector) {
    self.drafts = drafts
    parents = [[Int]](repeating: [], count: drafts.count)
    var references = [[PlacedText]](repeating: [], count: drafts.count)
    for (child, draft) in drafts.enumerated() {
      for reference in draft.parents {
        guard let parent = index.concept(reference, in: draft.place.path) else { continue }
        let family = Self.family(draft.kind)
        if Self.family(drafts[parent].kind) != family {
          faults.report(
            draft.place.path, reference.at,
            "'\(draft.id.text)' (\(draft.kind.rawValue)) is_a '\(reference.text)' "
              + "(\(drafts[parent].kind.rawValue))",
            "a class must be of the same family")
        } else if parents[child].contains(parent) {
          faults.report(
            draft.place.path, reference.at, "'\(draft.id.text)' is_a '\(reference.text)' is said twice",
            "remove one")
        } else {
          parents[child].append(parent)
          references[child].append(reference)
        }
      }
    }
    breakCycles(references, faults)
    ancestors = drafts.indices.map(findAncestors)
    for (child, draft) in drafts.enumerated() {
      for (parent, reference) in zip(parents[child], references[child]) {
        let other = parents[child].first { $0 != parent && isA($0, parent) }
        guard let other else { continue }
        faults.report(
          draft.place.path, reference.at,
          "'\(draft.id.text)' is_a '\(reference.text)' is already said by its class "
            + "'\(drafts[other].id.text)'",
          "remove it")
      }
    }
  }

  /// Whether `child` belongs to the class `parent`; not itself.
  func isA(_ child: Int, _ parent: Int) -> Bool {
    ancestors[child].contains { $0.concept.int == parent }
  }

  /// Kinds that can stand in one taxonomy.
  enum Family { case intervention, condition, quantity, outcome }

  static func family(_ kind: Concept.Kind) -> Family {
    switch kind {
    case .substance, .drug, .procedure, .device, .class: .intervention
    case .condition: .condition
    case .quantity, .structure: .quantity
    case .outcome: .outcome
    }
  }

  private mutating func breakCycles(_ references: [[PlacedText]], _ faults: FaultCollector) {
    enum Mark { case new, open, done }
    var marks = [Mark](repeating: .new, count: drafts.count)
    var kept = parents
    for start in drafts.indices where marks[start] == .new {
      var path = [(node: start, next: 0)]
      marks[start] = .open
      while let (node, next) = path.last {
        guard next < parents[node].count else {
          marks[node] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let parent = parents[node][next]
        switch marks[parent] {
        case .new:
          marks[parent] = .open
          path.append((parent, 0))
        case .open:
          let cycle = path.drop { $0.node != parent }.map { drafts[$0.node].id.text }
          let text = (cycle + [drafts[parent].id.text]).joined(separator: " > ")
          faults.report(
            drafts[node].place.path, references[node][next].at, "is_a goes in a circle: \(text)",
            "remove one of the steps")
          kept[node].removeAll { $0 == parent }
        case .done: break
        }
      }
    }
    parents = kept
  }

  private func findAncestors(of concept: Int) -> [Concept.Ancestor] {
    var distances: [Int: Int32] = [:]
    var level = parents[concept]
    var distance: Int32 = 1
    while !level.isEmpty {
      var next: [Int] = []
      for ancestor in level where distances[ancestor] == nil {
        distances[ancestor] = distance
        next += parents[ancestor]
      }
      level = next
      distance += 1
    }
    return distances.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      .map { Concept.Ancestor(concept: ConceptIndex($0.key), distance: $0.value) }
  }
}

extension Concept.State {
  /// Whether nothing can be both.
  func opposes(_ other: Concept.State) -> Bool {
    switch (self, other) {
    case (.low, .high), (.high, .low), (.absent, .high), (.high, .absent): true
    default: false
    }
  }
}
