import Ingest
import Judgment
import Knowledge
import Testing

/// Every finding rule is held to the sentences it carries.
struct RuleExampleTests {
  private static let rules = Shared.knowledge.findingRules

  /// A marked sentence without its marks, and the bytes between them.
  private static func unmark(_ marked: String) throws -> (text: String, range: ByteRange) {
    let parts = marked.split(separator: "«", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = try #require(parts.count == 2 ? parts[1] : nil).split(
      separator: "»", maxSplits: 1, omittingEmptySubsequences: false)
    let tail = try #require(rest.count == 2 ? rest[1] : nil)
    let start = parts[0].utf8.count
    return (String(parts[0] + rest[0] + tail), ByteRange(start, start + rest[0].utf8.count))
  }

  private static func ranges(_ text: String, _ rule: FindingRule, _ format: DocumentFormat = .plainText)
    throws
    -> [ByteRange]
  {
    let checked = try Shared.check(text, as: format)
    return checked.judgment.findings.filter { Shared.knowledge.findingRules[Int($0.rule)].id == rule.id }
      .map { checked.document.sourceRange(of: $0.range) }
  }

  @Test(arguments: rules.map(\.id))
  func flagsItsSentences(id: String) throws {
    let rule = try #require(Self.rules.first { $0.id == id })
    for marked in rule.flags {
      let (text, range) = try Self.unmark(marked)
      let found = try Self.ranges(text, rule)
      #expect(found.contains { $0.overlaps(range) }, "\(rule.id) does not flag: \(text)")
      // Behind other text the finding moves with its words.
      let lead = "Naïve “😀” text. "
      let moved = try Self.ranges(lead + text, rule)
      #expect(
        moved.map { ByteRange($0.start - lead.utf8.count, $0.end - lead.utf8.count) } == found,
        "\(rule.id): \(text)")
      // Code is not read.
      #expect(
        try Self.ranges("```\n\(text)\n```\n", rule, .markdown).isEmpty, "\(rule.id) flags code: \(text)")
    }
  }

  @Test(arguments: rules.map(\.id))
  func passesItsSentences(id: String) throws {
    let rule = try #require(Self.rules.first { $0.id == id })
    for text in rule.passes {
      #expect(try Self.ranges(text, rule).isEmpty, "\(rule.id) flags: \(text)")
    }
  }

  /// A rule without an example is a rule that nobody has seen at work; those of later mechanisms carry none yet.
  @Test func nearlyAllRulesHaveExamples() {
    let bare = Self.rules.filter { $0.flags.isEmpty }.map(\.id)
    #expect(Set(bare).isSubset(of: ["evidence/uncovered"]), "\(bare)")
  }
}
