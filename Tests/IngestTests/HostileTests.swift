import Testing

@testable import Ingest

/// Files made to cost much or to reach beyond themselves. They are small here; what takes more than linear time does not end.
struct HostileTests {
  static let depth = 100_000

  @Test(arguments: [
    String(repeating: "> ", count: depth) + "deep", String(repeating: "- ", count: depth) + "deep",
    String(repeating: "[", count: depth) + "deep" + String(repeating: "]", count: depth),
    String(repeating: "![", count: depth) + "deep", String(repeating: "*a **a ", count: depth) + "deep",
    String(repeating: "<b>", count: depth) + "deep", String(repeating: "1. ", count: depth) + "deep",
    String(repeating: "<div>", count: depth) + "deep" + String(repeating: "</div>", count: depth),
  ]) func nestingEndsNoRun(text: String) throws {
    for format in DocumentFormat.lenient {
      let document = try Ingest.document(path: "x", format: format, bytes: Array(text.utf8))
      #expect(String(decoding: document.text, as: UTF8.self).contains("deep") || format != .plainText)
    }
  }

  @Test func aTableThatRowsDoNotFillIsText() throws {
    let wide = 400
    let head =
      "|" + String(repeating: "a|", count: wide) + "\n|" + String(repeating: "-|", count: wide) + "\n"
    let document = try read(head + String(repeating: "|b\n", count: 5_000), .markdown)
    #expect(!document.blocks.contains { $0.kind == .tableCell })
    #expect(document.notes.map(\.offset) == [head.utf8.count - wide * 2 - 1])
    #expect(document.notes[0].message.contains("cells left out, read as text"))
    // The same table with a few rows is one.
    let small = try read(head + String(repeating: "|b\n", count: 5), .markdown)
    #expect(small.blocks.count { $0.kind == .tableCell } == wide + 5 && small.notes.isEmpty)
  }

  @Test func aTableOfManyColumnsIsText() throws {
    let columns = ReadingLimits().tableColumns + 10
    let row = "|" + String(repeating: "a|", count: columns)
    let text =
      row + "\n|" + String(repeating: "-|", count: columns) + "\n" + row
      + "\n\n| c | d |\n|---|---|\n| e | f |\n"
    let document = try read(text, .markdown)
    #expect(document.blocks.filter { $0.kind == .tableCell }.count == 4)
    #expect(document.notes.count == 1)
  }

  @Test func cellsAreTheirPartsOfTheRow() throws {
    let document = try read(
      "> | a | b \\| c | |\n> |---|:-:|---|\n> | 1 | **2** |\n> 3 | 4 | 5 | 6\n", .markdown)
    #expect(
      document.outline == [
        "tableCell: a", "tableCell: b | c", "tableCell: 1", "tableCell: 2", "tableCell: 3", "tableCell: 4",
        "tableCell: 5",
      ])
    #expect(document.source(of: "b | c") == "b \\| c" && document.source(of: "2") == "2")
  }

  @Test func addressesWithoutEndAreText() throws {
    let document = try read(String(repeating: "a@b.cd ", count: 20_000), .markdown)
    #expect(document.links.isEmpty && document.text.count >= 7 * 20_000 - 1)
    #expect(try read("Write to a@b.cd now", .markdown).links.map(\.target) == ["mailto:a@b.cd"])
  }

  static let pages: [(String, String)] = [
    ("<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;"),
    ("<!DOCTYPE html SYSTEM \"file:///etc/passwd\">", ""),
    (
      "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://127.0.0.1:9/xhtml1-strict.dtd\">",
      "&x;"
    ),
    ("<!DOCTYPE html [<!ENTITY % x SYSTEM \"file:///etc/passwd\"> %x;]>", ""),
    ("<!DOCTYPE html [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>", "&c;"),
    (
      "",
      "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\" parse=\"text\"/>"
    ),
    ("<?xml-stylesheet href=\"file:///etc/passwd\" type=\"text/xsl\"?>", ""),
  ]

  /// What an XHTML page names is not opened, and its entities are not put in place.
  @Test(arguments: pages) func aPageReachesNothingBeyondItself(declaration: String, body: String) throws {
    let page =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(declaration)\n"
      + "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>Before \(body) after.</p></body></html>\n"
    for format in [DocumentFormat.html, .markdown] {
      let document = try read(page, format)
      let text = String(decoding: document.text, as: UTF8.self)
      #expect(!text.contains("root:") && !text.contains("hahahaha"), "\(text)")
      #expect(text.contains("after."), "\(text)")
    }
  }

  static func options(_ change: (inout ReadingLimits) -> Void) -> IngestOptions {
    var limits = ReadingLimits()
    change(&limits)
    return IngestOptions(limits: limits)
  }

  @Test func limitsOfWhatAFileHoldsCanBeSet() throws {
    func read(_ text: String, _ format: DocumentFormat, _ change: (inout ReadingLimits) -> Void) throws
      -> Document
    {
      try Ingest.document(
        path: "x", format: format, bytes: Array(text.utf8), options: Self.options(change))
    }
    let table = "| a | b | c |\n| - | - | - |\n| d | e | f |\n"
    #expect(try read(table, .markdown) { $0.tableColumns = 3 }.notes.isEmpty)
    #expect(try read(table, .markdown) { $0.tableColumns = 2 }.notes.map(\.offset) == [16])
    let short = "| a | b | c |\n| - | - | - |\n| d |\n"
    #expect(try read(short, .markdown) { $0.missingTableCells = 2 }.notes.isEmpty)
    #expect(try read(short, .markdown) { $0.missingTableCells = 1 }.notes.count == 1)
    let tag = "<p id=a class=b lang=c>Text</p>"
    #expect(try read(tag, .html) { $0.tagAttributes = 3 }.notes.isEmpty)
    #expect(try read(tag, .html) { $0.tagAttributes = 2 }.notes.count == 1)
    let article = "<article><body><sec><p>Text</p></sec></body></article>"
    #expect(try read(article, .jats) { $0.xmlDepth = 4 }.blocks.count == 1)
    let refusal = try #require(throws: IngestError.self) { try read(article, .jats) { $0.xmlDepth = 3 } }
    #expect(refusal.description.contains("more than 3 deep"))
  }

  @Test func theLimitOfSizesCanBeSet() throws {
    let bytes = [UInt8](repeating: 0x61, count: 101)
    #expect(throws: IngestError.tooLarge(size: 101, limit: 100)) {
      try Ingest.document(
        path: "x", format: .plainText, bytes: bytes, options: Self.options { $0.fileSize = 100 })
    }
    _ = try Ingest.document(
      path: "x", format: .plainText, bytes: bytes, options: Self.options { $0.fileSize = 101 })
  }
}
