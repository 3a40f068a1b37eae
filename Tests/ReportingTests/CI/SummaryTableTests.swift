import Assay
import Testing

@testable import Reporting

@Suite struct SummaryTableTests {
  @Test func hasTheFindingsOfAllDocuments() throws {
    let reporter = Format.github.reporter(
      knowledge: try MadeUpRules.checker().knowledge, options: ReportOptions(collectsSummary: true))
    var log: [UInt8] = []
    var total = Tally()
    for path in ["a.md", "b|c.md"] {
      total.add(reporter.write(try MadeUpRules.check(MadeUpRules.draft, path: path), to: &log))
    }
    try expectGolden(String(decoding: SummaryTable.markdown(total), as: UTF8.self), "summary.md")
  }

  @Test func staysBelowTheLimitOfASummary() {
    var rows = SummaryRows()
    let row = [UInt8](repeating: 0x61, count: 300_000)
    for _ in 0..<3 { rows.add { $0 += row } }
    var later = SummaryRows()
    for _ in 0..<5 { later.add { $0 += row } }
    rows.add(later)
    rows.add { $0 += [0x62] }
    #expect(rows.rows.count == 3 && rows.leftOut == 6)
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("1. x", "1\\. x"), ("- x", "\\- x"), ("a - b", "a - b"), ("see: x", "see: x"),
    ("http://x.org", "http&#58;//x.org"), ("WWW.x.org", "WWW&#46;x.org"), ("a\n# b", "a # b"),
    ("*a* _b_ [c](d) `e` ~f~ $g$", "\\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` \\~f\\~ \\$g\\$"),
    ("<i>&amp;", "&lt;i&gt;&amp;amp;"), ("\u{1B}x\u{202E}", "\u{FFFD}x\u{FFFD}"), ("2) x", "2\\) x"),
  ])
  func wordsStayWords(text: String, markdown: String) {
    #expect(MarkdownText.escaped(text) == markdown)
  }

  @Test(arguments: [
    ("./a.md", "a.md"), (".//./a.md", "a.md"), ("../a.md", "../a.md"), ("a b/c#d?.md", "a%20b/c%23d%3F.md"),
    ("/root/a.md", "file:///root/a.md"), ("\u{E9}:%.md", "%C3%A9%3A%25.md"), ("<stdin>", "%3Cstdin%3E"),
    ("./", "./"),
  ])
  func pathsBecomeURIs(path: String, uri: String) {
    #expect(ReportPath.uri(path) == uri)
  }
}
