import Assay
import Claims
import Ingest
import Judgment
import Knowledge
import Testing

@testable import Reporting

@Suite struct XMLReportTests {
  static let drafts: [(DocumentFormat, String)] = [
    (.markdown, MadeUpRules.draft),
    (.html, "<p>Paleol <b>tre</b>ats&nbsp;gloom &amp; more.</p><ul><li>Brightol treats glare</ul>"),
    (.plainText, "Paleol treats gloom.\r\nBrightol may treat\r\ngloom.\r\n\r\n  * Brightol treats glare\r\n"),
    (.plainText, ""),
  ]

  @Test(arguments: drafts) func bodyHoldsTheCleanText(format: DocumentFormat, draft: String) throws {
    let checked = try MadeUpRules.check(draft, as: format)
    let tree = try #require(XMLTree(Reports.write(.xml, [checked])))
    #expect(tree.text(of: "body") == XMLTree.allowed(checked.document.text))
  }

  @Test func manyDocumentsMakeOneReport() throws {
    let documents = try [MadeUpRules.check(MadeUpRules.draft), MadeUpRules.check("Brightol treats glare.")]
    let report = try Reports.write(.xml, documents)
    let tree = try #require(XMLTree(report))
    #expect(tree.text(of: "evidence")?.contains("Nine cases") == true)
    let outcome = try ReportVerifier.verify(Array(report.utf8))
    #expect(outcome.faults.isEmpty && outcome.documents == 2)
  }

  @Test func aReportOfNoDocumentIsValid() throws {
    #expect(try ReportVerifier.verify(Array(Reports.write(.xml, []).utf8)).faults == [])
  }

  @Test(arguments: DocumentFormat.lenient, HostileSources.named.indices)
  func hostileSourcesComeBack(format: DocumentFormat, index: Int) throws {
    try expectItHolds(HostileSources.named[index].bytes, format, HostileSources.named[index].name)
  }

  @Test(arguments: DocumentFormat.lenient) func randomSourcesComeBack(format: DocumentFormat) throws {
    for seed in 0..<60 as Range<UInt64> {
      try expectItHolds(HostileSources.random(seed), format, "seed \(seed)")
    }
  }

  /// The report is valid, its places hold, its body is the clean text, and its source is the file.
  func expectItHolds(_ bytes: [UInt8], _ format: DocumentFormat, _ name: String) throws {
    let checked = try MadeUpRules.checker().check(path: "a<\"&\n>.txt", format: format, bytes: bytes)
    let report = try Reports.write(.xml, [checked])
    let outcome = try ReportVerifier.verify(Array(report.utf8))
    #expect(outcome.faults == [], "\(name)")
    #expect(try ReportVerifier.source(ofDocument: 0, in: Array(report.utf8)) == bytes, "\(name)")
    let tree = try #require(XMLTree(report), "\(name)")
    #expect(tree.text(of: "body") == XMLTree.allowed(checked.document.text), "\(name)")
  }

  @Test func aLongSourceStandsInPieces() throws {
    let text = Array(String(repeating: "Rain fell on é 😀.\n", count: 200_000).utf8)
    for bytes in [text, text + [0x0D]] {
      var xml = XMLBytes()
      xml.append("<report><document>")
      let file = try Ingest.document(path: "t", format: .plainText, bytes: bytes).file
      XMLSource(file: file).append(to: &xml, drain: nil)
      xml.append("</document></report>")
      #expect(xml.bytes.count > XMLSource.pieceLength)
      #expect(try ReportVerifier.source(ofDocument: 0, in: xml.bytes) == bytes)
    }
  }

  @Test func everyKindOfFindingIsValid() throws {
    let report = try Reports.write(.xml, [EveryKind.document()], options: EveryKind.options)
    #expect(try ReportVerifier.verify(Array(report.utf8)).faults == [])
    try expectGolden(
      report.replacing(try #require(MadeUpRules.loaded.knowledge?.sha256), with: "SHA256"), "every-kind.xml")
  }

  @Test func noTwoAnnotationsOverlap() throws {
    let checked = try MadeUpRules.check("Paleol may not treat gloom, and Brightol does not treat tints.")
    for sentence in checked.reading.sentences {
      let all = checked.reading.inlineAnnotations(of: sentence)
      for (first, second) in zip(all, all.dropFirst()) { #expect(first.range.end <= second.range.start) }
    }
  }

  @Test func aTimeIsATimeInUTC() {
    for text in ["2026-01-31T08:00:00Z", "2024-02-29T23:59:59Z"] { #expect(UTCTime(text)?.text == text) }
    for text in [
      "2026-02-30T08:00:00Z", "2026-01-31T24:00:00Z", "2026-01-31T08:00:00+01:00", "2026-01-31", "",
    ] {
      #expect(UTCTime(text) == nil)
    }
  }
}
