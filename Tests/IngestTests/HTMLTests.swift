import Testing

@testable import Ingest

struct HTMLTests {
  @Test func inlineTagsSplitNoWord() throws {
    let document = try read("<p>Less <b>hypo</b>pig<i>men<u>ta</u></i>tion here.</p>", .html)
    #expect(document.outline == ["paragraph: Less hypopigmentation here."])
    #expect(document.source(of: "hypopigmentation") == "hypo</b>pig<i>men<u>ta</u></i>tion")
  }

  @Test func referencesStandForTheirSource() throws {
    let document = try read("<p>caf&eacute; &#233; &#xE9; a&nbsp;b &lt;1&gt; &nope; &amp c &#59;d</p>", .html)
    #expect(document.outline == ["paragraph: café é é a\u{A0}b <1> &nope; &amp c ;d"])
    #expect(document.source(of: "é é") == "&eacute; &#233;")
    #expect(document.source(of: "fé") == "f&eacute;")
    #expect(document.source(of: ";d") == "&#59;d")
    #expect(document.source(of: "&nope;") == "&nope;")
  }

  @Test func blockElementsEndBlocks() throws {
    let html = """
      <title>The page</title><h1>Top</h1>loose<div>in div<p>para<p>next</div>
      <ul><li>one<ul><li>inner</li></ul></li><li><p>two</p></li></ul>
      <table><caption>Cap</caption><tr><th>A<td>B</table><blockquote><p>Said.</p></blockquote>
      <figure><figcaption>Fig</figcaption></figure><button>Buy</button><a class="big btn-x" href="/b">Book</a>
      """
    #expect(
      try read(html, .html).outline == [
        "title: The page", "heading1: Top", "paragraph: loose", "paragraph: in div", "paragraph: para",
        "paragraph: next", "listItem1: one", "listItem2: inner", "listItem1: two", "caption: Cap",
        "tableCell: A",
        "tableCell: B", "quote: Said.", "caption: Fig", "button: Buy", "button: Book",
      ])
  }

  @Test func attributesAreLiftedBehindTheirBlock() throws {
    let html = """
      <meta name="description" content="What &eacute; sells"><meta name=viewport content="no">
      <p>See <img src=a.png alt='a "b" &amp; c' title=Tip> and <span title="t&#233;">this</span>.</p>
      """
    let document = try read(html, .html)
    #expect(
      document.outline == [
        "description: What é sells", "paragraph: See  and this.", #"alternativeText: a "b" & c"#,
        "alternativeText: Tip", "alternativeText: té",
      ])
    #expect(document.source(of: "What é") == "What &eacute;")
    #expect(document.source(of: "& c") == "&amp; c")
    #expect(document.source(of: "Tip") == "Tip")
    #expect(document.source(of: "té") == "t&#233;")
    #expect(document.source(of: "and this") == #"and <span title="t&#233;">this"#)
  }

  @Test(arguments: [
    "<script>if (a < b) { x('no</p>') }</script>", "<style>p { no: 1 }</style>", "<noscript>no</noscript>",
    "<template>no</template>", "<pre><code>no</code></pre>", "<nav><a href=x>no</a></nav>", "<!-- no -->",
    "<div hidden>no<p>no</p></div>", "<div aria-hidden=TRUE>no</div>",
    "<div class='x Cookie-Banner'>no</div>",
    "<div id=onetrust-box>no</div>", "<svg><title>no</title></svg>", "<div role=navigation>no</div>",
    "<?php no ?>", "<iframe>no</iframe>", "<pre>no</pre>", "<script><!-- no --></script>",
  ])
  func whatReadersDoNotSeeIsNoText(hidden: String) throws {
    let document = try read("<p>before</p>\(hidden)<p>after <b>it</b></p>", .html)
    #expect(document.outline == ["paragraph: before", "paragraph: after it"])
    #expect(document.source(of: "after it") == "after <b>it")
  }

  @Test func codeInALineLeavesABlank() throws {
    let document = try read("<p>use<code>x &amp; y</code>now</p>", .html)
    #expect(document.outline == ["paragraph: use now"])
    #expect(document.source(of: "use ") == "use<code>x &amp; y</code>")
  }

  @Test func lineBreakIsALineEndWithinTheBlock() throws {
    let document = try read("<p>one<br/>two<BR>three</p>", .html)
    #expect(document.outline == ["paragraph: one⏎two⏎three"])
    #expect(document.source(of: "e\nt") == "e<br/>t")
    #expect(document.source(of: "\nthree") == "<BR>three")
  }

  @Test func linksAreRecorded() throws {
    let document = try read(
      "<p>See <a href='/x?a=1&amp;b=2'>the <b>study</b> </a>now <a name=q>z</a></p>", .html)
    #expect(document.links.map { document.string($0.range) } == ["the study"])
    #expect(document.links.map(\.target) == ["/x?a=1&b=2"])
  }

  @Test func commentsAreKept() throws {
    let document = try read("<p>one</p><!-- assay-ignore x --><p>two</p>", .html)
    #expect(document.comments.map(\.text) == [" assay-ignore x "])
    #expect(document.comments.map(\.range) == [ByteRange(10, 33)])
    #expect(document.string(ByteRange(0, document.comments[0].clean)) == "one\n")
  }

  @Test func referenceSectionEndsAtTheNextHeadingOfItsLevel() throws {
    let html =
      "<h1>T</h1><h2>3. References</h2><ol><li>Smith<li>Jones</ol><h3>More</h3><p>a</p><h2>End</h2><p>b"
    #expect(
      try read(html, .html).outline == [
        "heading1: T", "heading2: 3. References", "reference: Smith", "reference: Jones", "heading3: More",
        "reference: a", "heading2: End", "paragraph: b",
      ])
  }

  @Test func declaredEncodingAndBaseChangeNothing() throws {
    let html = "\u{FEFF}<html><head><meta charset=iso-8859-1><base href='http://x/'></head><body><p>né😀e</p>"
    let document = try read(html, .html)
    #expect(document.outline == ["paragraph: né😀e"])
    #expect(document.source(of: "😀e") == "😀e")
  }

  @Test func tagSoupKeepsItsPlaces() throws {
    let document = try read("</foo>a < b </q><p>x</foo> y <b>z</p> w<a<b>q</body> r</html> s", .html)
    expectLaw(document, "soup")
    for word in ["x", "y", "z"] { #expect(document.source(of: word) == word) }
  }

  @Test func longRunsKeepTheirPlaces() throws {
    let run = (0..<3_000).map { "wörd\($0)" }.joined(separator: " ")
    let document = try read("<p>\(run) <b>e&eacute;nd</b></p>", .html)
    #expect(document.blocks.count == 1)
    #expect(document.source(of: "wörd2999 eénd") == "wörd2999 <b>e&eacute;nd")
    #expect(document.segments.count < 8)
  }

  @Test func deepNestingAndManyAttributesAreRead() throws {
    let deep = String(repeating: "<div>", count: 200_000) + "deep <b>down</b>"
    #expect(try read(deep, .html).outline == ["paragraph: deep down"])
    let wide = "<p " + (0..<400).map { "a\($0)=1" }.joined(separator: " ") + ">wide"
    #expect(try read(wide, .html).outline == ["paragraph: wide"])
  }

  @Test func tagWithTooManyAttributesIsTextWithANote() throws {
    let html = "<p>a<p " + (0..<100_000).map { "a\($0)=1" }.joined(separator: " ") + "><p>next"
    let document = try read(html, .html)
    #expect(document.notes.map(\.offset) == [4])
    #expect(document.outline.last == "paragraph: next")
    #expect(document.outline.count == 2)
    let quoted = "<p data-a='" + String(repeating: "a < b ", count: 1_000) + "'>text"
    #expect(try read(quoted, .html).outline == ["paragraph: text"])
  }

  @Test func damageKeepsPlaces() throws {
    let bytes = Array("<p>a".utf8) + [0xFF] + Array("b ".utf8) + [0] + Array("c</p>".utf8)
    let document = try Ingest.document(path: "t", format: .html, bytes: bytes)
    #expect(document.outline == ["paragraph: a\u{FFFD}b \u{FFFD}c"])
    #expect(document.sourceRange(of: ByteRange(4, 5)) == ByteRange(5, 6))
    expectLaw(document, "damage")
  }
}
