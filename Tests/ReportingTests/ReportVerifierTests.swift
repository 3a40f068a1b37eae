import Foundation
import Ingest
import Reporting
import Testing

/// Reports that somebody changed.
@Suite struct ReportVerifierTests {
  static func report() throws -> String {
    try Reports.write(.xml, [MadeUpRules.check("😀 Paleol treats gloom.\n\nBrightol treats glare.\n")])
  }

  /// What verifying finds after a change.
  func faults(replacing old: String, with new: String) throws -> [ReportFault] {
    let report = try Self.report()
    let range = try #require(report.range(of: old), "the report holds no \(old)")
    return try ReportVerifier.verify(Array(report.replacingCharacters(in: range, with: new).utf8)).faults
  }

  @Test func anUntouchedReportHolds() throws {
    let outcome = try ReportVerifier.verify(Array(Self.report().utf8))
    #expect(outcome.faults == [] && outcome.claims == 2 && outcome.findings == 2)
  }

  static let changes: [(old: String, new: String, message: String)] = [
    ("<text>😀 Paleol treats", "<text>😀 Paleol Treats", "the source has the SHA-256"),
    ("<text>😀 Paleol", "<text>😀 Paleool", "bytes, and the report names"),
    ("</mention> treats <mention", "</mention> Treats <mention", "not the clean text of the source"),
    (
      "<exact>Paleol treats gloom</exact>", "<exact>Paleol cures gloom</exact>",
      "not those of code points 2 to 21"
    ),
    (" verdict=\"contradictory\"", " verdict=\"superb\"", "'superb'"),
    ("<claimRef ref=\"c1\"/>", "<claimRef ref=\"c99\"/>", "'c99'"),
    ("<statementRef ref=\"brightol-glare\"/>", "<statementRef ref=\"nothing\"/>", "'nothing'"),
    ("<cite ref=\"doe-2020\"/>", "<cite ref=\"roe-2020\"/>", "'roe-2020'"),
    ("concept=\"paleol\"", "concept=\"paleool\"", "'paleool'"),
    ("sentence=\"s1\"", "sentence=\"s9\"", "'s9'"),
    ("rule=\"evidence/insufficient\"", "rule=\"evidence/none\"", "'evidence/none'"),
    ("score=\"35\"", "score=\"135\"", "'135'"),
    ("textUTF16Start=\"3\"", "textUTF16Start=\"2\"", "textUTF16Start is 2 and ought to be 3"),
    ("sourceByteStart=\"5\"", "sourceByteStart=\"4\"", "sourceByteStart is 4 and ought to be 5"),
    ("endColumn=\"22\"", "endColumn=\"23\"", "endColumn is 23"),
    ("<claims>", "<claims><stranger/>", "stranger"),
  ]

  @Test(arguments: changes)
  func aChangeIsFound(old: String, new: String, message: String) throws {
    let faults = try faults(replacing: old, with: new)
    #expect(faults.contains { $0.message.contains(message) }, "\(faults)")
  }

  @Test func aWrongHashIsFoundAtItsLine() throws {
    let report = try Self.report()
    let hash = try #require(report.firstMatch(of: /<source bytes="\d+" sha256="([0-9a-f]{64})"/)).output.1
    let faults = try faults(replacing: String(hash), with: String(repeating: "0", count: 64))
    let line = report[..<hash.startIndex].count { $0 == "\n" } + 1
    #expect(faults.map(\.line) == [line])
    #expect(faults.first?.message.contains(String(repeating: "0", count: 64)) == true)
  }

  @Test func damagedBase64IsFound() throws {
    let report = try Reports.write(.xml, [MadeUpRules.check("Paleol treats gloom.\r\n")])
    let changed = report.replacing("<base64>U", with: "<base64>")
    #expect(changed != report)
    #expect(try ReportVerifier.verify(Array(changed.utf8)).faults.contains { $0.message.contains("base64") })
  }

  @Test func offsetsBeyondTheTextAreFound() throws {
    for number in ["99", "99999999999999999999999"] {
      let faults = try faults(
        replacing: "textCodePointEnd=\"21\" textUTF16Start=\"3\" textUTF16End=\"22\"><exact>",
        with: "textCodePointEnd=\"\(number)\" textUTF16Start=\"3\" textUTF16End=\"22\"><exact>")
      #expect(faults.contains { $0.message.contains("name no piece of the clean text") }, "\(faults)")
    }
  }

  /// Reports with a document type, and what must not get into any message.
  static let declarations: [(String, String)] = [
    ("<!DOCTYPE report [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;"),
    ("<!DOCTYPE report SYSTEM \"file:///etc/passwd\">", ""),
    ("<!DOCTYPE report [<!ENTITY % x SYSTEM \"file:///etc/passwd\"> %x;]>", ""),
    (
      "<!DOCTYPE report [<!ENTITY a \"aaaaaaaaaa\">"
        + (1..<10).map { level in
          let name = String(UnicodeScalar(UInt8(97 + level)))
          let below = String(UnicodeScalar(UInt8(96 + level)))
          return "<!ENTITY \(name) \"\(String(repeating: "&\(below);", count: 10))\">"
        }.joined() + "]>", "&j;"
    ),
  ]

  @Test(arguments: declarations) func aDocumentTypeIsRefused(declaration: String, reference: String) throws {
    let report = try Self.report()
      .replacing("?>\n<report", with: "?>\n\(declaration)\n<report", maxReplacements: 1)
      .replacing("<message>", with: "<message>\(reference)", maxReplacements: 1)
    #expect {
      try ReportVerifier.verify(Array(report.utf8))
    } throws: { error in
      let text = String(describing: error)
      return text.contains("line 2: a document type declaration") && !text.contains("root:")
    }
  }

  @Test(arguments: ["", "no XML", "<report>", "<report>&x;</report>", "<report>\u{01}</report>", "\0"])
  func whatIsNotWellFormedIsUnreadable(text: String) {
    #expect(throws: UnreadableReport.self) { try ReportVerifier.verify(Array(text.utf8)) }
  }

  /// A report that names a schema of its own is held against ours.
  @Test func anotherSchemaIsNotLoaded() throws {
    let named =
      "schemaVersion=\"1.0\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
      + "xsi:schemaLocation=\"urn:assay:report:1 file:///etc/passwd\""
    #expect(try faults(replacing: "schemaVersion=\"1.0\"", with: named) == [])
  }

  @Test func depthIsLimited() {
    let text = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    #expect(throws: UnreadableReport.self) { try ReportVerifier.verify(Array(text.utf8)) }
  }

  @Test func anotherDocumentDoesNotHold() throws {
    let outcome = try ReportVerifier.verify(Array("<page xmlns=\"urn:assay:report:1\"/>".utf8))
    #expect(outcome.faults.map(\.line) == [1])
  }

  /// libxml2 keeps 16 bits of a line number in its elements.
  @Test func linesBeyondSixteenBitsAreTold() throws {
    let draft = String(repeating: "\n", count: 70_000) + "Paleol treats gloom.\n"
    let report = try Reports.write(.xml, [MadeUpRules.check(draft, as: .plainText)])
    let changed = report.replacing("<exact>Paleol treats", with: "<exact>Paleol Treats")
    let faults = try ReportVerifier.verify(Array(changed.utf8)).faults
    #expect(!faults.isEmpty && faults.allSatisfy { $0.line > 70_000 }, "\(faults)")
  }
}
