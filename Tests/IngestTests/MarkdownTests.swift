import Testing

@testable import Ingest

struct MarkdownTests {
  @Test func marksSplitNoWord() throws {
    let document = try read("Less **hypo**pig*men*ta~~tion~~ and __all__ that.", .markdown)
    #expect(document.outline == ["paragraph: Less hypopigmentation and all that."])
    #expect(document.source(of: "hypopigmentation") == "hypo**pig*men*ta~~tion")
  }

  @Test func blocksHaveKindsAndLevels() throws {
    let text = """
      # Top #

      Text runs
      on.

      Under
      lined
      ---
      - one
      - two
        more

        - inner

          para
      3. three

      > Said
      lazily
      > - item

      ## Two `code` words
      """
    #expect(
      try read(text, .markdown).outline == [
        "heading1: Top", "paragraph: Text runs⏎on.", "heading2: Under⏎lined", "listItem1: one",
        "listItem1: two⏎more",
        "listItem2: inner", "listItem2: para", "listItem1: three", "quote: Said⏎lazily", "listItem1: item",
        "heading2: Two   words",
      ])
  }

  @Test func lazyLinesKeepTheirPlaces() throws {
    let document = try read(
      "> > Some *text* that\nis **lazy** &amp; long\n> and so\n\n- item\nlazy 😀 end", .markdown)
    #expect(
      document.outline == ["quote: Some text that⏎is lazy & long⏎and so", "listItem1: item⏎lazy 😀 end"])
    #expect(document.source(of: "lazy & long\nand") == "lazy** &amp; long\n> and")
    #expect(document.source(of: "that\nis") == "that\nis")
    #expect(document.source(of: "😀 end") == "😀 end")
  }

  @Test func referencesAndEscapesStandForTheirSource() throws {
    let document = try read(
      #"caf&eacute; \*no\* \a &#233; &ngE; &check;x &nope; &amp b \\ \&amp;"#, .markdown)
    #expect(document.outline == [#"paragraph: café *no* \a é ≧̸ ✓x &nope; &amp b \ &amp;"#])
    #expect(document.source(of: "fé *n") == #"f&eacute; \*n"#)
    #expect(document.source(of: "*no*") == #"*no\*"#)
    #expect(document.source(of: "é ≧̸ ✓x") == "&#233; &ngE; &check;x")
    #expect(document.source(of: "✓") == "&check;")
  }

  @Test func codeFrontMatterAndAddressesAreNoText() throws {
    let text = """
      ---
      title: No
      ---
      Use `` a`b `` now, see <https://x.org/a> and www.example.com/b or https://y.org/c?d=e.

      ```swift
      no
      ```

          no

      [a]: http://no.org "no"
      """
    let document = try read(text, .markdown)
    #expect(document.outline == ["paragraph: Use   now, see   and   or  ."])
    #expect(document.source(of: "e   n") == "e `` a`b `` n")
    #expect(
      document.links.map(\.target) == ["https://x.org/a", "http://www.example.com/b", "https://y.org/c?d=e"])
    #expect(try read("+++\na = 1\n+++\nText", .markdown).outline == ["paragraph: Text"])
    #expect(try read("---\nno end", .markdown).outline == ["paragraph: no end"])
  }

  @Test func linksAndPictures() throws {
    let text = """
      See [the *a* study](http://a.org/x_(y) "Tip &amp; top") now, [ref][r], [r], [r][] and ![Alt *text*](p.png "Pic")!
      [![in](x.png) out](/y)

      [r]: <http://r.org> 'No'
      """
    let document = try read(text, .markdown)
    #expect(
      document.outline == [
        "paragraph: See the a study now, ref, r, r and !⏎ out", "alternativeText: Tip & top",
        "alternativeText: Alt text", "alternativeText: Pic", "alternativeText: in",
      ])
    #expect(document.links.map { document.string($0.range) } == ["the a study", "ref", "r", "r", "out"])
    #expect(
      document.links.map(\.target) == [
        "http://a.org/x_(y)", "http://r.org", "http://r.org", "http://r.org", "/y",
      ])
    #expect(document.source(of: "study now") == #"study](http://a.org/x_(y) "Tip &amp; top") now"#)
    #expect(document.source(of: "Tip & top") == "Tip &amp; top")
    #expect(document.source(of: "Alt text") == "Alt *text")
    #expect(document.source(of: "r and") == "r][] and")
  }

  @Test func shortReferencesAreTakenForWhatTheyAre() throws {
    let document = try read("[a][b] [a](not this) [a]\n\n[a]: /a", .markdown)
    #expect(document.outline == ["paragraph: [a][b] a(not this) a"])
    #expect(document.source(of: "[b]") == "[b]")
    #expect(document.source(of: "(not") == "(not")
  }

  @Test func definitionsBeforeAParagraphAreSkipped() throws {
    let document = try read("[word]: http://word.org\n[x]: /word\nword *of* [x]", .markdown)
    #expect(document.outline == ["paragraph: word of x"])
    let range = document.sourceRange(of: ByteRange(0, 4))
    #expect(range == ByteRange(35, 39))
  }

  /// The parser splits such a paragraph off from what it took for one with the header, and forgets where it stood.
  @Test func aParagraphRightAboveATableKeepsItsPlace() throws {
    let document = try read("> intro **of**\n> two \\| lines\n> a | b\n> -- | --\n> c | d\n", .markdown)
    #expect(
      document.outline == [
        "quote: intro of⏎two | lines", "tableCell: a", "tableCell: b", "tableCell: c", "tableCell: d",
      ])
    #expect(
      document.source(of: "of") == "of" && document.sourceRange(of: document.blocks[0].range).start == 2)
    #expect(document.source(of: "two | lines") == "two \\| lines")
    #expect(document.source(of: "a") == "a" && document.source(of: "d") == "d")
  }

  /// A row that has another number of cells than the line above it makes no table.
  @Test func theHeaderIsAboveARowOfAsManyCells() throws {
    let document = try read("a|b|c\n-|-\nx|y\n-|-\n", .markdown)
    #expect(document.outline == ["paragraph: a|b|c⏎-|-", "tableCell: x", "tableCell: y"])
    #expect(document.sourceRange(of: document.blocks[1].range) == ByteRange(10, 11))
  }

  /// Each short row of it would become thousands of cells.
  @Test func aTableOfThousandsOfColumnsIsText() throws {
    let row = { (cell: String) in String(repeating: cell, count: 4_000) + "|\n" }
    let document = try read(row("|a") + row("|-") + String(repeating: "|b|\n", count: 4_000), .markdown)
    #expect(document.blocks.map(\.kind) == [.paragraph])
    #expect(document.notes.map(\.message) == ["a table of more than 128 columns; tables are read as text"])
    #expect(document.notes.first?.offset == 8_002)
  }

  @Test func cellsOfTablesWithEscapedPipes() throws {
    let text =
      "Before\n\n> | A \\| **b** | C |\n> | --- | :-: |\n> a\\|b \\\\ | `x\\|y` é *z*\n> | only |\n\nAfter"
    let document = try read(text, .markdown)
    #expect(
      document.outline == [
        "paragraph: Before", "tableCell: A | b", "tableCell: C", #"tableCell: a|b \"#, "tableCell: é z",
        "tableCell: only", "paragraph: After",
      ])
    #expect(document.source(of: "A | b") == #"A \| **b"#)
    #expect(document.source(of: "a|b") == #"a\|b"#)
    #expect(document.source(of: "é z") == "é *z")
  }

  @Test func htmlInMarkdown() throws {
    let text = """
      A <b>bo</b>ld <!-- note --> word<br>next <script>no</script><img src=x alt="Pic &amp; ture"> end.

      <div class="x">
      <p>In &eacute; <i>bl</i>ock</p>
      <script>no</script>
      </div>

      > <p>quoted
      > html</p>

      <!-- assay-ignore -->

      Last.
      """
    let document = try read(text, .markdown)
    #expect(
      document.outline == [
        "paragraph: A bold  word⏎next  end.", "alternativeText: Pic & ture", "paragraph: In é block",
        "paragraph: quoted⏎html", "paragraph: Last.",
      ])
    #expect(document.source(of: "bold") == "bo</b>ld")
    #expect(document.source(of: "é block") == "&eacute; <i>bl</i>ock")
    #expect(document.source(of: "quoted\nhtml") == "quoted\n> html")
    #expect(document.comments.map(\.text) == [" note ", " assay-ignore "])
    for comment in document.comments {
      #expect(
        String(decoding: document.source[comment.range.start..<comment.range.end], as: UTF8.self)
          == "<!--\(comment.text)-->")
    }
  }

  @Test func lineBreaksAreLineEnds() throws {
    let document = try read("one  \r\ntwo\\\r\n   three \r\nfour", .markdown)
    #expect(document.outline == ["paragraph: one⏎two⏎three⏎four"])
    #expect(document.source(of: "two\r\nthree") == "two\\\r\n   three")
  }

  @Test func referencesAreReferences() throws {
    #expect(
      try read("Text\n\n## References\n\n1. Smith\n2. Jones\n\n# End\n\nText", .markdown).outline == [
        "paragraph: Text", "heading2: References", "reference: Smith", "reference: Jones", "heading1: End",
        "paragraph: Text",
      ])
  }

  @Test func byteOrderMarkAndDamageKeepPlaces() throws {
    let bytes =
      [0xEF, 0xBB, 0xBF] + Array("*a".utf8) + [0xE9, 0] + Array("b* [c".utf8) + [0xFF] + Array("](/d)".utf8)
    let document = try Ingest.document(path: "t", format: .markdown, bytes: bytes)
    #expect(document.outline == ["paragraph: a\u{FFFD}\u{FFFD}b c\u{FFFD}"])
    #expect(document.notes.count == 2)
    expectLaw(document, "damage")
  }
}
