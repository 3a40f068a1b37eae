import Ingest
import Judgment
import Knowledge

/// Checked drafts whose findings were changed by hand, to hold what rules seldom make.
enum MadeUpFindings {
  static let hostile =
    "<b>&amp;\"' a,b:c 100% ]]> --> ``` | {0} [x](http://e.org) @me ::error::x\n::set-output name=a::b\r\u{1}\u{1B}[2J\u{202E}\u{7F} é😀"
  static let hostilePath = "./a<&>\"',:%\n\u{1}::error ]]>|`{0}é😀#?.md"

  /// A draft with two errors, a warning and a supported claim.
  static let draft =
    "Paleol treats gloom. Brightol treats glare. Paleol treats gloom. Brightol may treat gloom!\n"

  static func check(_ text: String = draft, path: String = "draft.md") throws -> CheckedDocument {
    try MadeUpRules.check(text, as: .plainText, path: path)
  }

  /// Everything that a finding says is hostile, and so is the name of the file.
  static func hostileDocument() throws -> CheckedDocument {
    var checked = try check("\(hostile)\n\nPaleol treats gloom. Brightol treats glare.", path: hostilePath)
    for index in checked.judgment.findings.indices {
      checked.judgment.findings[index].message = hostile
      checked.judgment.findings[index].suggestion = hostile
      checked.judgment.findings[index].related = [
        Finding.Related(
          range: ByteRange(0, 0), message: hostile,
          elsewhere: Finding.Elsewhere(
            path: hostilePath, range: ByteRange(3, 9),
            start: SourcePosition(line: 7, column: 2, utf16Column: 3, byteColumn: 5),
            end: SourcePosition(line: 7, column: 4, utf16Column: 6, byteColumn: 11)))
      ]
      checked.judgment.findings[index].fix = Finding.Fix(
        range: checked.judgment.findings[index].range, text: hostile)
      checked.judgment.findings[index].attached = [
        Finding.Attached(rule: 0, severity: .note, message: hostile)
      ]
    }
    return checked
  }

  /// One finding of each standing, the first one reported.
  static func standings() throws -> CheckedDocument {
    var checked = try check(
      "Paleol treats gloom. Brightol treats glare. Paleol treats gloom. Brightol treats glare. Paleol treats gloom."
    )
    let standings: [Finding.Standing] = [
      .reported, .suppressed(reason: "a quotation", until: "2027-01-01"),
      .approved(reference: "REF-1", market: "uk"), .accepted, .untouched,
    ]
    for (index, standing) in standings.enumerated() { checked.judgment.findings[index].standing = standing }
    return checked
  }
}
