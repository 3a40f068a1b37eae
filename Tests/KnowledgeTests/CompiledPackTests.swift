import Testing

@testable import Knowledge

@Suite struct CompiledPackTests {
  @Test func realRulesSurviveTheRoundTrip() throws {
    let knowledge = try #require(RealRules.loaded.knowledge)
    let bytes = CompiledPack.encode(knowledge)
    #expect(try CompiledPack.decode(bytes) == knowledge)
  }

  @Test func twoLoadsGiveTheSameBytes() throws {
    let first = try #require(SmallRules().load().knowledge)
    let second = try #require(SmallRules().load().knowledge)
    #expect(CompiledPack.encode(first) == CompiledPack.encode(second))
    let real = try #require(RealRules.loaded.knowledge)
    let again = try #require(RulesLoader.load(directory: RealRules.directory).knowledge)
    #expect(CompiledPack.encode(real) == CompiledPack.encode(again))
  }

  @Test func everyTruncationIsRefused() throws {
    let bytes = CompiledPack.encode(try #require(SmallRules().load().knowledge))
    for length in 0..<bytes.count {
      #expect(throws: CompiledPack.Damage.self) { try CompiledPack.decode(Array(bytes[..<length])) }
    }
    #expect(throws: CompiledPack.Damage.self) { try CompiledPack.decode(bytes + [0]) }
  }

  @Test(arguments: 0..<500 as Range<UInt64>)
  func everyChangedByteIsRefused(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    var bytes = CompiledPack.encode(Self.small)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
    }
    guard bytes != CompiledPack.encode(Self.small) else { return }
    #expect(throws: CompiledPack.Damage.self, "seed \(seed)") { try CompiledPack.decode(bytes) }
  }

  /// With the checksum made right again, the reader's own checks stand alone: it may find a pack, and never traps.
  @Test(arguments: 0..<500 as Range<UInt64>)
  func noDamageBehindTheChecksumTraps(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    var bytes = CompiledPack.encode(Self.small)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: CompiledPack.headerSize..<bytes.count, using: &random)
      bytes[place] = Bool.random(using: &random) ? 0xFF : UInt8.random(in: 0...255, using: &random)
    }
    let sum = bytes.withUnsafeBytes {
      CompiledPack.checksum(UnsafeRawBufferPointer(rebasing: $0[CompiledPack.headerSize...]))
    }
    bytes.replaceSubrange(24..<32, with: PackWriter.bytes([sum]))
    if let knowledge = try? CompiledPack.decode(bytes) {
      _ = knowledge.phrases(of: "agent alpha helping with reagents")
    }
  }

  static let small = SmallRules().load().knowledge ?? RealRules.loaded.knowledge.unsafelyUnwrapped
}
