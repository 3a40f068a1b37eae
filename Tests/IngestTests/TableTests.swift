import Testing

@testable import Ingest

/// Cells of tables know the head of their column, whatever the format.
struct TableTests {
  /// Every cell with the text of its head.
  private func cells(_ document: Document) -> [String] {
    document.blocks.filter { $0.kind == .tableCell }.map { block in
      block.header.map { "\(document.string(document.blocks[$0].range)): \(document.string(block.range))" }
        ?? document.string(block.range)
    }
  }

  private static let expected = [
    "Do", "Avoid", "Do: Sun cream.", "Avoid: Peels.", "Avoid: Heat.", "Day", "Step", "Day: One",
    "Step: Wash.",
  ]

  @Test func inMarkdown() throws {
    let text = """
      | Do | Avoid |
      | --- | --- |
      | Sun cream. | Peels. |
      |  | Heat. |

      | Day | Step |
      | --- | --- |
      | One | Wash. |
      """
    #expect(cells(try Ingest.document(path: "", format: .markdown, bytes: Array(text.utf8))) == Self.expected)
  }

  private static let rows = """
    <table><thead><tr><th>Do</th><th>Avoid</th></tr></thead><tbody><tr><td>Sun cream.</td><td>Peels.</td></tr>
    <tr><td></td><td>Heat.</td></tr></tbody></table>
    <table><tr><th>Day</th><th>Step</th></tr><tr><td>One</td><td>Wash.</td></tr></table>
    """

  @Test func inHTML() throws {
    #expect(
      cells(try Ingest.document(path: "", format: .html, bytes: Array(Self.rows.utf8))) == Self.expected)
  }

  @Test func inJATS() throws {
    let text = "<article><body><table-wrap>\(Self.rows)</table-wrap></body></article>"
    #expect(cells(try Ingest.document(path: "", format: .jats, bytes: Array(text.utf8))) == Self.expected)
  }

  /// A cell may have several paragraphs.
  @Test func inWord() throws {
    let document = try Ingest.document(path: "", format: .docx, bytes: Fixture.bytes("table.docx"))
    #expect(
      cells(document) == [
        "Do", "and more", "Avoid", "Do: Sun cream.", "Avoid: Peels.", "Avoid: Scrubs.", "Avoid: Heat.", "Day",
        "Step",
        "Day: One", "Step: Wash.",
      ])
  }

  /// A table in a cell has heads of its own, and ends before the outer one goes on.
  @Test func oneWithinAnother() throws {
    let text = """
      <table><tr><td>A</td><td>B</td></tr><tr><td>1<table><tr><td>C</td></tr><tr><td>2</td></tr></table></td><td>3</td></tr>
      </table><table><td>D
      """
    let document = try Ingest.document(path: "", format: .html, bytes: Array(text.utf8))
    #expect(cells(document) == ["A", "B", "A: 1", "C", "C: 2", "B: 3", "D"])
  }
}
