import Linguistics
import Testing

@testable import Knowledge

/// The rules of this repository.
enum RealRules {
  static let directory: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/") + "/rules"
  }()

  static let loaded = RulesLoader.load(directory: directory)
}

@Suite struct RealRulesTests {
  let knowledge: KnowledgeBase

  init() throws {
    knowledge = try #require(RealRules.loaded.knowledge)
  }

  @Test func haveNoErrors() {
    let errors = RealRules.loaded.faults.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map(\.description).joined(separator: "\n"))")
  }
}
