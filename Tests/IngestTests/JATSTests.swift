import Testing

@testable import Ingest

struct JATSTests {
  private func document(_ xml: String) throws -> Document {
    try Ingest.document(path: "a.nxml", format: .jats, bytes: Array(xml.utf8))
  }

  private func article(_ body: String, front: String = "", back: String = "") -> String {
    """
    <?xml version="1.0"?>
    <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN" "JATS-journalpublishing1-3.dtd">
    <article xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta>\(front)</article-meta></front>
    <body>\(body)</body><back>\(back)</back></article>
    """
  }

  @Test func theFrontGivesTitleAndAbstractOnly() throws {
    let document = try document(
      article(
        "<p>Text.</p>",
        front: """
          <article-id pub-id-type="doi">10.1/x</article-id>
          <title-group><article-title>Acid <italic>in</italic> care</article-title></title-group>
          <contrib-group><contrib><name><surname>Doe</surname></name></contrib></contrib-group>
          <pub-date><year>2020</year></pub-date>
          <abstract><sec><title>Results</title><p>It worked &amp; lasted.</p></sec></abstract>
          <kwd-group><kwd>acne</kwd></kwd-group>
          """))
    #expect(
      document.outline == [
        "title: Acid in care", "heading3: Results", "paragraph: It worked & lasted.", "paragraph: Text.",
      ])
  }

  @Test func sectionsListsTablesAndFiguresAreRead() throws {
    let document = try document(
      article(
        """
        <sec><title>One</title><p>Text <list><list-item><p>Point.</p></list-item></list> goes on<fn><p>A note.</p></fn> here.</p>
        <sec><title>Two</title><p>It is <inline-formula><tex-math>x^2</tex-math></inline-formula> large.</p>
        <disp-quote><p>Said so.</p></disp-quote></sec></sec>
        <table-wrap><label>Table 1</label><caption><title>Outcomes</title><p>All patients.</p></caption>
        <table><tr><td>Retinol</td><td>12 %</td></tr></table></table-wrap>
        <fig><label>Fig. 1</label><caption><p>Before.</p></caption><alt-text>A face.</alt-text></fig>
        """))
    #expect(
      document.outline == [
        "heading2: One", "paragraph: Text", "listItem1: Point.", "paragraph: goes on here.",
        "footnote: A note.", "heading3: Two", "paragraph: It is   large.", "quote: Said so.",
        "caption: Outcomes", "caption: All patients.", "tableCell: Retinol", "tableCell: 12 %",
        "caption: Before.", "alternativeText: A face.",
      ])
  }

  @Test func numbersThatCiteAreLinksToTheirEntries() throws {
    let document = try document(
      article(
        "<p>Works.<sup><xref ref-type=\"bibr\" rid=\"B2\">2</xref></sup> See <xref ref-type=\"fig\" rid=\"F1\">1</xref>.</p>",
        back: """
          <ref-list><title>References</title>
          <ref id="B1"><label>1</label><mixed-citation><name><surname>Roe</surname> <given-names>B</given-names></name>. Peels. <source>BMJ</source> (<year>2018</year>).</mixed-citation></ref>
          <ref id="B2"><element-citation><name><surname>Doe</surname><given-names>A</given-names></name><source>JAMA</source><year>2019</year><pub-id pub-id-type="doi">10.1001/x.1</pub-id></element-citation></ref>
          </ref-list>
          """))
    #expect(
      document.outline == [
        "paragraph: Works.2 See 1.", "heading2: References", "reference: Roe B. Peels. BMJ (2018).",
        "reference: Doe A JAMA 2019 10.1001/x.1",
      ])
    #expect(document.links.map(\.target) == ["#B2", "https://doi.org/10.1001/x.1"])
    #expect(document.links.map(\.reference) == [3, nil])
  }

  @Test func positionsAreThoseOfTheFile() throws {
    let xml = article("<p>Très <bold>b</bold>on &#x1F600;<![CDATA[ <raw> ]]>end.</p>")
    let document = try document(xml)
    let paragraph = try #require(document.blocks.first)
    #expect(document.string(paragraph.range) == "Très bon 😀 <raw> end.")
    let whole = document.sourceRange(of: paragraph.range)
    let written = String(decoding: document.source[whole.start..<whole.end], as: UTF8.self)
    #expect(written == "Très <bold>b</bold>on &#x1F600;<![CDATA[ <raw> ]]>end.")
  }

  @Test func otherPartsAreTold() throws {
    let xml = article("<p>Text.</p>").replacing(
      "</article>", with: "<sub-article><body><p>Reply.</p></body></sub-article></article>")
    let document = try document(xml)
    #expect(document.outline == ["paragraph: Text."])
    #expect(
      document.notes.map(\.message) == ["a 'sub-article' is not read; check it as an article of its own"])
  }

  @Test(arguments: [
    ("<urlset><url/></urlset>", "its root element is 'urlset'"), ("<article>\n<p>", "line 2, column 4"),
    ("", "empty"),
    (
      "<!DOCTYPE article [<!ENTITY a \"xxxxxxxxxx\"><!ENTITY b \"&a;&a;&a;&a;\">]><article><body><p>&b;",
      "not well-formed"
    ),
  ])
  func whatIsNoArticleIsRefused(xml: String, reason: String) throws {
    let error = #expect(throws: IngestError.self) { try document(xml) }
    #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
  }

  /// No file, entity or inclusion is read: what stands there is not expanded.
  @Test(arguments: [
    "<!DOCTYPE article [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><article><body><p>a&e;b</p></body></article>",
    "<!DOCTYPE article [<!ENTITY % p SYSTEM \"file:///etc/passwd\">%p;]><article><body><p>ab</p></body></article>",
    "<!DOCTYPE article SYSTEM \"file:///etc/passwd\"><article><body><p>ab</p></body></article>",
    "<article xmlns:xi=\"http://www.w3.org/2001/XInclude\"><body><p>a<xi:include href=\"/etc/passwd\" parse=\"text\"/>b</p></body></article>",
    "<!DOCTYPE article [<!ENTITY e \"expanded\">]><article><body><p>a&e;b</p></body></article>",
  ])
  func nothingIsLoadedOrExpanded(xml: String) throws {
    guard let document = try? document(xml) else { return }
    let text = document.blocks.map { document.string($0.range) }
    #expect(text == ["a&e;b"] || text == ["ab"], "\(text)")
  }
}
