import Assay
import Gate
import Ingest
import Judgment
import Reporting

@testable import Knowledge

extension FuzzTarget {
  /// Inputs to begin with, made from the corpus, the rules and the settings' template.
  func seeds() -> [[UInt8]] {
    switch self {
    case .text: Self.drafts(as: .plainText)
    case .markdown: Self.drafts(as: .markdown)
    case .html: Self.drafts(as: .html)
    case .docx:
      Repository.files(in: "Tests/IngestTests/Fixtures").filter { $0.hasSuffix(".docx") }.map(
        Repository.bytes)
    case .word: FuzzTarget.docx.seeds().map(WordInput.input).filter { !$0.isEmpty } + Self.wordParts
    case .jats: Self.articles
    case .format:
      DraftInput.formats.enumerated().flatMap { number, format in
        Self.drafts(as: format).map { [UInt8(number)] + $0 }
      }
    case .suppressions: Self.commentSeeds
    case .settings: Self.settingsSeeds
    case .baseline: Self.baselines()
    case .rules: Self.rules()
    case .pack: Self.packs()
    case .report:
      Self.shortDrafts.compactMap { Self.checked($0, .markdown) }.map { DraftInput.report(on: $0, as: .xml) }
    }
  }

  private static func checked(_ bytes: [UInt8], _ format: DocumentFormat) -> CheckedDocument? {
    try? DraftInput.check(bytes, as: format)
  }

  /// The corpus, whole and in short pieces, so that mutations are cheap.
  private static func drafts(as format: DocumentFormat) -> [[UInt8]] {
    Repository.files(in: "corpus").filter { Ingest.format(ofFileNamed: $0) == format }.flatMap { path in
      let bytes = Repository.bytes(of: path)
      return [bytes] + stride(from: 0, to: bytes.count, by: 600).map { Array(bytes[$0...].prefix(600)) }
    }
  }

  private static let shortDrafts = [
    "Kojic acid cures vitiligo.\n", "# Scars\n\n- Experts agree that zinc treats acne.\n- It is 100% safe.\n",
    "Needling <!-- assay-ignore-next safety reason=\"x\" --> is safe\u{1} for **everyone** &amp; 😀.\n",
    "\r\n",
  ].map { Array($0.utf8) }

  /// Short ones, so that mutations are cheap.
  private static let wordParts = [
    """
    #part word/document.xml
    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>
    <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Peels</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">Kojic acid </w:t></w:r>
    <w:ins><w:r><w:t>cures</w:t></w:r></w:ins><w:del><w:r><w:delText>treats</w:delText></w:r></w:del><w:r><w:tab/><w:t>vitiligo.</w:t></w:r>
    <w:hyperlink r:id="r1"><w:r><w:t>study</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r></w:p>
    <w:tbl><w:tr><w:tc><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Acne &amp; scars</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>
    #part word/_rels/document.xml.rels
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://x/hyperlink" Target="https://doi.org/10.1/x" TargetMode="External"/><Relationship Id="r2" Type="http://x/footnotes" Target="footnotes.xml"/></Relationships>
    #part word/footnotes.xml
    <w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p><w:r><w:t>So they say.</w:t></w:r></w:p></w:footnote></w:footnotes>
    """
  ].map { Array($0.utf8) }

  private static let articles = [
    """
    <?xml version="1.0" encoding="UTF-8"?><article xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta>
    <title-group><article-title>Peels</article-title></title-group><abstract><p>Kojic acid &amp; peels.</p></abstract>
    </article-meta></front><body><sec><title>Use</title><p>It cures vitiligo <xref ref-type="bibr" rid="B1">1</xref>.<fn><p>So
    they say.</p></fn></p><list><list-item><p>Acne</p></list-item></list></sec></body><back><ref-list><ref id="B1">
    <element-citation><year>2019</year><pub-id pub-id-type="doi">10.1/x</pub-id></element-citation></ref></ref-list>
    </back></article>
    """, "<!DOCTYPE article [<!ENTITY e \"x\">]><article><body><p>&e;<![CDATA[ <a> ]]></p></body></article>",
  ].map { Array($0.utf8) }

  private static let commentSeeds = [
    "ignore-next evidence/overstated reason=\"Medical affairs\" until=2027-01-01",
    "ignore-start safety,language reason='x' --> It is safe. <!-- assay-ignore-end safety,language",
    "ignore-file contradiction reason=“why”", "ignore-end", "ignore-next nothing reason=x until=2020-02-31",
  ].map { Array($0.utf8) }

  private static let settingsSeeds = [
    """
    include: ["site/**/*.md", "a/"]
    exclude: ["[!a-c]?/*/**/x", "**/**/**/b"]
    formats: {mdx: markdown, njk: html}
    format: text
    jurisdictions: [uk, ie]
    product: cosmetic
    severity: {citation: warning, language/absolute: error, evidence/uncovered: off}
    fail_on: error
    min_score: 60
    baseline: b.json
    rules: [more]
    """,
    """
    approved:
      - text: "Kojic acid cures vitiligo."
        reference: "A 1"
        markets: [uk]
      - pattern: "(cures|treats) [a-z]+\\\\b.*?(?=\\\\.)"
        reference: B
        market: us
    """,
    SettingsTemplate.text.replacing("# ", with: ""),
  ].map { Array($0.utf8) }

  private static func baselines() -> [[UInt8]] {
    var file = BaselineFile(path: "/site/baseline.json")
    var bytes = [file.bytes]
    for draft in shortDrafts {
      guard let checked = checked(draft, .markdown) else { continue }
      file.baseline.add(checked, path: "draft.md", knowledge: Repository.checker.knowledge)
      bytes.append(file.bytes)
    }
    return bytes
  }

  /// The files of the rules one by one, as those of the demonstration pack; long ones by their beginning.
  private static func rules() -> [[UInt8]] {
    ruleFiles().map { path, bytes in Array("\(RulesInput.mark)\(path)\n".utf8) + bytes.prefix(6_000) }
  }

  private static func ruleFiles() -> [(path: String, bytes: [UInt8])] {
    Repository.files(in: "rules").filter { $0.hasSuffix(".yaml") }.map { path in
      let below = path.dropFirst("rules/".count)
      let own =
        below.hasPrefix("dermatology/") ? "demo/" + below.dropFirst("dermatology/".count) : String(below)
      return (own, Repository.bytes(of: path))
    }
  }

  /// Packs of few rules: one of all rules has a megabyte.
  private static func packs() -> [[UInt8]] {
    ["policy/", "regulation/", "demo/concepts/", "language/en/frames/", "language/en/cues/"].map { part in
      let files = ruleFiles().filter { $0.path.hasPrefix(part) }.prefix(3).map { path, bytes in
        RuleFile(path: path, bytes: Array(bytes.prefix(3_000)))
      }
      return CompiledPack.encode(
        RulesLoader.loadWithExamples(files, FaultCollector(root: ""), asOf: nil, root: "").knowledge)
    }
  }
}
