import Ingest
import Judgment
import Reporting
import Testing

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
    let tree = try #require(XMLTree(Reports.write(.xml, documents)))
    #expect(tree.text(of: "evidence")?.contains("Nine cases") == true)
  }
}
