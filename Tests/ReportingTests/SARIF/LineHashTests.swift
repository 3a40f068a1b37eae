import Testing

@testable import Reporting

@Suite struct LineHashTests {
  /// The hashes by their definition: of each line the hundred units from its start, each with its power of 37.
  static func expected(_ text: String) -> [String] {
    var units: [UInt16] = []
    var starts = [0]
    let normal = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    for unit in normal.utf16 where unit != 0x20 && unit != 0x09 {
      units.append(unit)
      if unit == 0x0A { starts.append(units.count) }
    }
    units += [0xFFFF] + [UInt16](repeating: 0, count: 100)
    var seen: [UInt64: Int] = [:]
    return starts.map { start in
      let hash = units[start..<start + 100].reduce(UInt64(0)) { $0 &* 37 &+ UInt64($1) }
      seen[hash, default: 0] += 1
      return String(hash, radix: 16) + ":\(seen[hash] ?? 0)"
    }
  }

  static let texts = [
    "", "\n", "a", " a\n\tb\r\n  c\rd", "\n\n\n\n",
    String(repeating: "Gloom is low tint.\n", count: 12), String(repeating: "x", count: 250) + "\r\ny",
    "Caf\u{E9} \u{2014} \u{1F600}\n\u{FEFF}gloom\n", "\u{FEFF}first\nsecond",
  ]

  @Test(arguments: texts) func followsItsDefinition(text: String) {
    let expected = Self.expected(text)
    let hashes = LineHashes(Array(text.utf8))
    #expect((1...expected.count).map { hashes.text(ofLine: $0) } == expected)
  }

  /// The value that GitHub's own tool gives for a file without a byte.
  @Test func knowsTheEmptyFile() {
    #expect(LineHashes([]).text(ofLine: 1) == "c129715d7a2bc9a3:1")
  }

  @Test func damageCountsAsAReplacement() {
    let damaged = Array("gl".utf8) + [0xFF] + Array("m\nx".utf8)
    #expect(LineHashes(damaged).text(ofLine: 1) == LineHashes(Array("gl\u{FFFD}m\nx".utf8)).text(ofLine: 1))
  }
}
