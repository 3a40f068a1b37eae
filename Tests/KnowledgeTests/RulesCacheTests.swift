import Foundation
import Ingest
import Testing

@testable import Knowledge

@Suite struct RulesCacheTests {
  /// A directory of its own for one test, with the small rules in `rules`.
  private func withRules(_ body: (_ rules: String, _ cache: String) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("assay-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    for (path, text) in SmallRules().files {
      let file = root.appendingPathComponent("rules/\(path)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try body(root.path + "/rules", root.path + "/cache/assay")
  }

  @Test func isWrittenAndReadAgain() throws {
    try withRules { rules, cache in
      let first = try KnowledgeBase.at(directory: rules, cacheDirectory: cache)
      let names = try FileManager.default.contentsOfDirectory(atPath: cache)
      #expect(names == ["\(first.sha256).assaypack"])
      #expect(RulesCache(directory: cache).read(first.sha256) == first)
      #expect(try KnowledgeBase.at(directory: rules + "/", cacheDirectory: cache) == first)
    }
  }

  @Test func isRebuiltWhenDamaged() throws {
    try withRules { rules, cache in
      let first = try KnowledgeBase.at(directory: rules, cacheDirectory: cache)
      let path = "\(cache)/\(first.sha256).assaypack"
      var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      let sound = bytes
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: URL(fileURLWithPath: path))
      #expect(RulesCache(directory: cache).read(first.sha256) == nil)
      #expect(try KnowledgeBase.at(directory: rules, cacheDirectory: cache) == first)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == sound)
    }
  }

  @Test func ofOtherRulesIsNotTrusted() throws {
    try withRules { rules, cache in
      let first = try KnowledgeBase.at(directory: rules, cacheDirectory: cache)
      let other = String(repeating: "0", count: 64)
      try FileManager.default.copyItem(
        atPath: "\(cache)/\(first.sha256).assaypack", toPath: "\(cache)/\(other).assaypack")
      #expect(RulesCache(directory: cache).read(other) == nil)
    }
  }

  @Test func thatCannotBeWrittenIsNoError() throws {
    try withRules { rules, _ in
      let knowledge = try KnowledgeBase.at(directory: rules, cacheDirectory: "/dev/null/cache")
      #expect(knowledge.concepts.count == 5)
    }
  }

  @Test func changedRulesHaveAnotherHash() throws {
    try withRules { rules, cache in
      let first = try KnowledgeBase.at(directory: rules, cacheDirectory: cache)
      try Data("findings: []\n".utf8).write(to: URL(fileURLWithPath: rules + "/policy/all.yaml"))
      let second = try KnowledgeBase.at(directory: rules, cacheDirectory: cache)
      #expect(first.sha256 != second.sha256)
      #expect(second.findingRules.isEmpty)
    }
  }

  @Test func faultyRulesAreRefusedWithAllFaults() throws {
    try withRules { rules, cache in
      try Data("findings: [{id: x}]\n".utf8).write(to: URL(fileURLWithPath: rules + "/policy/all.yaml"))
      let faults = RulesLoader.load(directory: rules).faults
      #expect(faults.count > 1)
      #expect(throws: KnowledgeError.faults(faults)) {
        try KnowledgeBase.at(directory: rules, cacheDirectory: cache)
      }
      #expect(!FileManager.default.fileExists(atPath: cache))
    }
  }

  @Test func builtinRulesAreSoundOrSaidToBeMissing() {
    do {
      #expect(try KnowledgeBase.builtin().concepts.isEmpty == false)
    } catch {
      #expect("\(error)" == "this executable was built without rules; run 'make', or pass '--rules DIR'")
    }
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func sha256OfNISTVectors(text: String, digest: String) {
    #expect(SHA256.hex(Array(text.utf8)) == digest)
  }

  @Test func sha256OfAMillionLettersInPieces() {
    var hash = SHA256()
    var left = 1_000_000
    var piece = 1
    while left > 0 {
      let count = min(piece, left)
      hash.update([UInt8](repeating: 0x61, count: count))
      left -= count
      piece = piece % 977 + 61
    }
    #expect(hash.finish() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
