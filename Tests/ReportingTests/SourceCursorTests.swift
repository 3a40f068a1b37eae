import Ingest
import Testing

@testable import Reporting

@Suite struct SourceCursorTests {
  /// SplitMix64.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>) func agreesWithTheLineTable(seed: UInt64) throws {
    var random = Generator(state: seed)
    let pieces = ["a", "é", "😀", "\n", "\r\n", "\r", " word ", "\u{FEFF}"]
    var text = seed % 3 == 0 ? "\u{FEFF}" : ""
    for _ in 0..<Int.random(in: 0..<60, using: &random) { text += pieces.randomElement(using: &random) ?? "" }
    let document = try Ingest.document(path: "t", format: .plainText, bytes: Array(text.utf8))
    let table = document.makeLineTable()
    var cursor = SourceCursor(document)
    for _ in 0..<80 {
      let offset = Int.random(in: 0...(document.source.count + 2), using: &random)
      #expect(cursor.place(of: offset) == table.position(of: offset), "seed \(seed), offset \(offset)")
    }
  }
}
