import Ingest
import Judgment
import Knowledge
import Reporting
import Testing

/// A document whose findings have whatever a finding can have.
enum EveryKind {
  static let options = ReportOptions(version: "1.2.3", timestamp: "2026-01-31T08:00:00Z")

  static func document() throws -> CheckedDocument {
    let draft = "<!-- a \"comment\" -->\n\n" + MadeUpRules.draft
    let plain = try MadeUpRules.check(draft)
    var checked = CheckedDocument(
      document: plain.document, reading: plain.reading, judgment: plain.judgment,
      options: Judge.Options(jurisdictions: ["uk", "us"], product: "cosmetic", asOf: "2026-01-30"))
    let first = try #require(checked.judgment.findings.first)
    var all: [Finding] = []
    let standings: [Finding.Standing] = [
      .reported, .suppressed(reason: "agreed <&> \"kept\"", until: "2027-01-01"),
      .suppressed(reason: "no end", until: nil), .approved(reference: "A-1", market: "uk"),
      .approved(reference: "A-2", market: nil), .accepted, .untouched,
    ]
    for standing in standings {
      var finding = first
      finding.standing = standing
      all.append(finding)
    }
    all[0].related = [
      Finding.Related(range: first.range, message: "here"),
      Finding.Related(
        range: ByteRange(0, 0), message: "there",
        elsewhere: Finding.Elsewhere(
          path: "other \"<&>.md", range: ByteRange(3, 9),
          start: SourcePosition(line: 1, column: 4, utf16Column: 4, byteColumn: 4),
          end: SourcePosition(line: 1, column: 10, utf16Column: 10, byteColumn: 10))),
    ]
    all[0].attached = [Finding.Attached(rule: 0, severity: .note, message: "lesser & smaller")]
    all[0].fix = Finding.Fix(range: first.range, text: "")
    var comment = first
    comment.sentence = -1
    comment.range = ByteRange(0, 0)
    comment.claims = []
    comment.place = ByteRange(0, 20)
    all.append(comment)
    checked.judgment.findings = all
    return checked
  }
}
