import Ingest
import Testing

@testable import Gate

/// Suppressions and changes in numbers, held against the plain way of finding them.
struct ManyCommentsTests {
  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  @Test(arguments: 0..<50) func aFindingGoesToTheFirstThatReachesIt(seed: UInt64) {
    var random = Random(state: seed &* 77 &+ 1)
    func range() -> ByteRange {
      let start = Int.random(in: 0..<60, using: &random)
      return ByteRange(start, start + Int.random(in: 0..<12, using: &random))
    }
    let ranges = (0..<20).map { _ in range() }
    let isOwn = ranges.map { _ in Bool.random(using: &random) }
    let reaches = (0..<15).map { _ in range() }
    let findings = SuppressedFindings()
    for (place, range) in ranges.enumerated() { findings.add(range, finding: place, isOwn: isOwn[place]) }
    findings.arrange()
    var taken = [Int?](repeating: nil, count: ranges.count)
    for (number, reach) in reaches.enumerated() {
      #expect(findings.isMet(by: reach) == ranges.contains { reach.overlaps($0) }, "\(reach) \(ranges)")
      findings.take(in: reach) {
        #expect(taken[$0] == nil)
        taken[$0] = number
      }
    }
    for (place, range) in ranges.enumerated() {
      let first = isOwn[place] ? reaches.firstIndex { $0.overlaps(range) } : nil
      #expect(taken[place] == first, "\(range) \(reaches)")
    }
  }

  @Test func anEndClosesTheLastStartOfItsRules() throws {
    func start(_ rules: String, _ clean: Int) -> Suppression {
      Suppression(
        form: .start, rules: [rules], reason: "r", until: nil, place: ByteRange(clean, clean), clean: clean)
    }
    var open = OpenSuppressions()
    for (place, rules) in ["a", "b", "a", "c"].enumerated() { open.add(start(rules, place)) }
    #expect(open.close(["a"])?.clean == 2)
    #expect(open.close([])?.clean == 3)
    #expect(open.close(["a"])?.clean == 0 && open.close(["a"]) == nil)
    #expect(open.all.map(\.clean) == [1])
    #expect(open.close([])?.clean == 1 && open.close([]) == nil)
  }

  @Test(arguments: 0..<20) func changedLinesAreFoundInAnyOrder(seed: UInt64) {
    var random = Random(state: seed &* 31 &+ 7)
    var changes = ChangedLines()
    var ranges: [ClosedRange<Int>] = []
    for _ in 0..<12 {
      let start = Int.random(in: 1..<80, using: &random)
      ranges.append(start...(start + Int.random(in: 0..<6, using: &random)))
      changes.add(ranges[ranges.count - 1], of: "a.md")
    }
    for line in 1..<90 {
      let asked = line...(line + Int.random(in: 0..<3, using: &random))
      #expect(
        changes.touches(asked, of: "a.md") == ranges.contains { $0.overlaps(asked) }, "\(asked) \(ranges)")
    }
  }
}
