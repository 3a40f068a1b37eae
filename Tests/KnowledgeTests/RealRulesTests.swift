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

  @Test func areComplete() {
    // The evidence that the pack was founded on; curators add to it.
    #expect(knowledge.concepts.count >= 504)
    #expect(knowledge.sources.count >= 591)
    #expect(knowledge.statements.count >= 621)
    #expect(knowledge.definitions.count >= 32)
    #expect(knowledge.packs.map(\.id) == ["dermatology"])
    #expect(knowledge.cues.count > 40 && knowledge.frames.count > 20 && knowledge.findingRules.count > 10)
  }

  @Test func everyWrittenFormIsFoundAsItsConcept() {
    for (place, concept) in knowledge.concepts.enumerated() {
      for form in [concept.label] + concept.synonyms + concept.needsContext {
        let found = knowledge.phrases(of: form).filter { $0.kind == .concept }
        #expect(found.map { Int($0.index) } == [place], "'\(form)' of \(concept.id)")
        let needsContext = concept.needsContext.contains(form)
        #expect(found.first?.flags.contains(.needsContext) == needsContext, "'\(form)' of \(concept.id)")
      }
    }
  }

  @Test func everyFormOfCuesAndFramesIsFound() {
    for (place, cue) in knowledge.cues.enumerated() {
      for form in cue.forms {
        let found = knowledge.phrases(of: form)
        #expect(found.contains { $0.kind == .cue && Int($0.index) == place }, "'\(form)' of \(cue.id)")
      }
    }
    for (place, frame) in knowledge.frames.enumerated() {
      for form in frame.words {
        let found = knowledge.phrases(of: form)
        #expect(found.contains { $0.kind == .frame && Int($0.index) == place }, "'\(form)' of \(frame.id)")
      }
    }
  }

  @Test func noFileHoldsQuotes() throws {
    let files = try #require(
      RuleFiles.load(RealRules.directory) { path, problem in
        Issue.record("\(path): \(problem)")
      })
    for file in files {
      let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
      #expect(!lines.contains { $0.drop { $0 == " " || $0 == "-" }.hasPrefix("quote:") }, "\(file.path)")
    }
  }
}
