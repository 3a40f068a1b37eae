import Ingest
import Judgment
import Knowledge
import Testing

/// The sentences that finding rules flag, varied: that they are flagged as they stand is for `RuleTestingTests`.
@Suite struct MarkedSentenceTests {
  static let flagged = (try? MarkedSentence.flagged.get()) ?? []

  /// The finding of the example's rule.
  private func finding(_ example: MarkedSentence, in checked: Checked, _ text: String) throws -> Finding {
    try #require(
      checked.findings(of: example.rule).first, "\(example.rule) not found in \(text), but \(checked.rules)")
  }

  @Test func thereAreExamples() throws {
    #expect(!Self.flagged.isEmpty)
    _ = try MarkedSentence.flagged.get()
  }

  @Test(arguments: flagged) func movesWithTheTextBeforeIt(example: MarkedSentence) throws {
    let before = "Naïve “😀” text. "
    let plain = try Checked(example.text)
    let moved = try Checked(before + example.text)
    let expected = plain.checked.judgment.findings.map { finding in
      let range = plain.sourceRange(finding)
      return ByteRange(range.start + before.utf8.count, range.end + before.utf8.count)
    }
    #expect(moved.checked.judgment.findings.map(moved.sourceRange) == expected, "\(before)\(example.text)")
    #expect(moved.rules == plain.rules, "\(before)\(example.text)")
    #expect(moved.checked.judgment.findings.map(\.message) == plain.checked.judgment.findings.map(\.message))
  }

  @Test(
    arguments: flagged,
    [
      (" ", "\n", DocumentFormat.markdown), (" ", "\r\n", .markdown), (" ", "\n\t ", .html),
      (" ", "\u{A0}", .plainText),
      (" ", "  ", .plainText), ("i", "\u{AD}i", .plainText), (" ", "&nbsp;", .html), (".", " !", .plainText),
    ]) func whatTheReaderDoesNotSeeChangesNothing(
      example: MarkedSentence, change: (of: String, to: String, DocumentFormat)
    ) throws
  {
    // Other full stops may belong to an identifier.
    let text =
      change.of == "."
      ? example.text.dropLast() + change.to : example.text.replacing(change.of, with: change.to)
    let varied = try Checked(text, as: change.2)
    #expect(try varied.rules == Checked(example.text).rules, "\(text.debugDescription)")
  }

  /// In HTML, for a line of capitals in plain text is a heading.
  @Test(arguments: flagged) func capitalsChangeNothing(example: MarkedSentence) throws {
    let text = "<p>\(example.text.uppercased())</p>"
    #expect(try Checked(text, as: .html).rules == Checked(example.text).rules, "\(text)")
  }

  @Test(arguments: flagged) func whatFollowsChangesNothing(example: MarkedSentence) throws {
    let plain = try Checked(example.text)
    let text = example.text + " The clinic opens at nine.\n\nIt rained."
    let longer = try Checked(text)
    #expect(longer.checked.judgment.findings == plain.checked.judgment.findings, "\(text)")
  }

  @Test(arguments: flagged) func flagsItAsHTML(example: MarkedSentence) throws {
    try expectSame(example, example.html, as: .html)
  }

  @Test(arguments: flagged) func flagsItAsMarkdown(example: MarkedSentence) throws {
    try expectSame(example, example.markdown, as: .markdown)
  }

  /// The same words are reported, and their source begins and ends with them.
  private func expectSame(_ example: MarkedSentence, _ text: String, as format: DocumentFormat) throws {
    let plain = try Checked(example.text)
    let varied = try Checked(text, as: format)
    let found = try finding(example, in: varied, text)
    let original = try finding(example, in: plain, example.text)
    #expect(varied.clean(found.range) == plain.clean(original.range), "\(text)")
    #expect(found.severity == original.severity && found.message == original.message, "\(text)")
    let source = varied.source(varied.sourceRange(found))
    #expect(
      try Checked.words(of: source, as: format) == Checked.words(of: varied.clean(found.range)),
      "\(source) of \(text)")
  }

  @Test(
    arguments: flagged,
    [
      ("`", "`", DocumentFormat.markdown), ("```\n", "\n```\n", .markdown), ("    ", "\n", .markdown),
      ("<pre><code>", "</code></pre>", .html), ("<script>", "</script>", .html),
      ("<style>", "</style>", .html), ("<!-- ", " -->", .html), ("---\ntitle: ", "\n---\n", .markdown),
    ]) func nothingIsSaidInCode(example: MarkedSentence, around: (String, String, DocumentFormat)) throws
  {
    let text = around.0 + example.text + around.1
    #expect(try Checked(text, as: around.2).rules == [], "\(text)")
  }

  @Test(arguments: flagged, ["Myth: ", "It is a myth that ", "Contrary to popular belief, "])
  func aMythIsNeverGraver(example: MarkedSentence, before: String) throws {
    let plain = try Checked(example.text).checked.judgment.findings.map(\.severity).max()
    let text = before + example.text
    let denied = try Checked(text).checked.judgment.findings.map(\.severity).max()
    #expect(denied.map { $0 <= plain ?? .note } ?? true, "\(text)")
  }

  @Test(arguments: flagged) func aMythIsNoFault(example: MarkedSentence) throws {
    // Of a reference that leads nowhere no word makes a good one.
    guard !["citation/placeholder", "citation/malformed", "citation/missing-entry"].contains(example.rule)
    else {
      return
    }
    let text = "It is a myth that " + example.text.prefix(1).lowercased() + example.text.dropFirst()
    #expect(try Checked(text).findings(of: example.rule).isEmpty, "\(text)")
  }
}
