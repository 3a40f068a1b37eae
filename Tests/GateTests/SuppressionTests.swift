import Ingest
import Judgment
import Testing

struct SuppressionTests {
  static let cure = "Our cream cures eczema."

  @Test func aCommentAllowsTheNextBlockWithItsReason() throws {
    let text = try GatedText(
      """
      <!-- assay-ignore-next language/cure reason="quoted from an old advert" until=2026-12-31 -->
      \(Self.cure)

      \(Self.cure)
      """)
    let finding = try #require(text.checked.judgment.findings.first)
    #expect(finding.standing == .suppressed(reason: "quoted from an old advert", until: "2026-12-31"))
    #expect(text.reported == ["language/cure"])
  }

  @Test(arguments: [
    ("<p>Hello.</p><!-- assay-ignore-next language reason='old' --><p>\(cure)</p>", DocumentFormat.html),
    ("\(cure) <!-- assay-ignore-next language/cure reason=\"same block\" -->", .markdown),
    ("<!-- assay-ignore-file language/cure reason=\"archive\" -->\n\nHello.\n\n\(cure)", .markdown),
    (
      "<!-- assay-ignore-start language/cure reason=\"archive\" -->\n\nHello.\n\n\(cure)\n\n<!-- assay-ignore-end -->",
      .markdown
    ),
    ("<!-- assay-ignore-next safety,language/cure reason=old -->\n\n\(cure)", .markdown),
  ])
  func everyFormAllowsWhatItReaches(text: String, format: DocumentFormat) throws {
    #expect(try GatedText(text, as: format).reported == [], "\(text)")
  }

  @Test func thousandsOfCommentsAreToldOnce() throws {
    let comment = "<!-- assay-ignore-next language/cure reason=\"old\" -->\n\n\(Self.cure)\n\n"
    let text = try GatedText(String(repeating: comment, count: 1_003))
    #expect(
      text.reported == ["suppression/malformed", "language/cure", "language/cure", "language/cure"])
  }

  @Test(arguments: [
    ("<!-- assay-ignore-next language/cure reason=\"old\" until=2026-05-31 -->", "suppression/expired"),
    ("<!-- assay-ignore-next language/cure -->", "suppression/malformed"),
    ("<!-- assay-ignore-next reason=\"old\" -->", "suppression/malformed"),
    ("<!-- assay-ignore-next language/cure reason=\"old\" until=31.12.2026 -->", "suppression/malformed"),
    ("<!-- assay-ignore-nxt language/cure reason=\"old\" -->", "suppression/malformed"),
    ("<!-- assay-ignore-start language/cure reason=\"old\" -->", "suppression/malformed"),
    ("<!-- assay-ignore-end -->", "suppression/malformed"),
    ("<!-- assay-ignore-next language/cur reason=\"old\" -->", "suppression/unknown"),
  ])
  func whatIsWrongIsAFindingAndAllowsNothing(comment: String, rule: String) throws {
    let text = try GatedText(comment + "\n\n" + Self.cure)
    #expect(text.reported.contains(rule) && text.reported.contains("language/cure"), "\(text.standings)")
    let finding = try #require(text.checked.judgment.findings.first { $0.place != nil })
    let place = text.checked.sourceRange(of: finding)
    let words = text.checked.document.source[place.start..<place.end]
    #expect(String(decoding: words, as: UTF8.self) == comment)
  }

  @Test func aCommentThatOutlivedItsFindingIsFound() throws {
    let text = try GatedText("<!-- assay-ignore-next language/cure reason=\"old\" -->\n\nWear a hat.")
    #expect(text.reported == ["suppression/unused"])
  }

  @Test func aMisspeltRuleIsToldOnce() throws {
    let text = try GatedText("<!-- assay-ignore-next language/cur reason=\"old\" -->\n\nWear a hat.")
    #expect(text.reported == ["suppression/unknown"])
  }

  @Test func itHoldsOnItsLastDay() throws {
    let text = "<!-- assay-ignore-next language/cure reason=\"old\" until=2026-06-01 -->\n\n\(Self.cure)"
    #expect(try GatedText(text, today: "2026-06-01").reported == [])
    #expect(
      try GatedText(text, today: "2026-06-02").reported == ["suppression/expired", "language/cure"])
  }

  @Test func otherCommentsAndCodeSayNothing() throws {
    #expect(try GatedText("<!-- a note on assays -->\n\n\(Self.cure)").reported == ["language/cure"])
    #expect(
      try GatedText("```\n<!-- assay-ignore-next language/cure reason=\"x\" -->\n```\n\nWear a hat.").reported
        == [])
  }

  /// What is allowed takes nothing off the score.
  @Test func theScoreIsThatOfWhatCounts() throws {
    let plain = try GatedText(Self.cure).checked.judgment.score
    let allowed = try GatedText("<!-- assay-ignore-next language/cure reason=\"old\" -->\n\n\(Self.cure)")
    #expect(allowed.checked.judgment.score == plain + 6)
  }
}
