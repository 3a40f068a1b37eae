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
    case .format:
      DocumentFormat.allCases.enumerated().flatMap { number, format in
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
