import Claims
import Judgment
import Knowledge

/// The ids of a knowledge base as JSON strings with their quotes, made once for a report.
struct JSONTables: Sendable {
  let knowledge: KnowledgeBase
  let concepts: JSONFragments
  let statements: JSONFragments
  let definitions: JSONFragments
  let sources: JSONFragments
  let findingRules: JSONFragments

  init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    concepts = JSONFragments(knowledge.concepts.lazy.map(\.id))
    statements = JSONFragments(knowledge.statements.lazy.map(\.id))
    definitions = JSONFragments(knowledge.definitions.lazy.map(\.id))
    sources = JSONFragments(knowledge.sources.lazy.map(\.id))
    findingRules = JSONFragments(knowledge.findingRules.lazy.map(\.id))
  }
}

/// JSON strings, one behind the other.
struct JSONFragments: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  init(_ texts: some Sequence<String>) {
    for text in texts {
      bytes.append(json: text)
      ends.append(bytes.count)
    }
  }

  /// Appends the string at a place.
  func append(_ place: Int, to output: inout [UInt8]) {
    bytes.withUnsafeBufferPointer {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[ends[place]..<ends[place + 1]]))
    }
  }
}
