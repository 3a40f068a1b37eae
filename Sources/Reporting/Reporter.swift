import Judgment
import Knowledge

/// Writes a report in one format. One file per format; `Format` lists them all.
///
/// A report is what `begin` writes, then each document, with `separator` between two of them that write something, then
/// what `end` writes.
/// A reporter holds no state of a report: documents may be written by several threads into buffers of their own and
/// joined in order.
public protocol Reporter: Sendable {
  /// Appends what opens a report, in UTF-8.
  func begin(to output: inout [UInt8])
  /// Appends one document. Equal documents give equal bytes.
  /// - Parameter drain: where there is one, a long report of a document is handed to it in pieces, so that it is never
  ///   in memory as a whole: it takes the bytes and leaves none.
  /// - Returns: what the document adds to the end of the report.
  func write(_ checked: CheckedDocument, to output: inout [UInt8], drain: Drain?) -> Tally
  /// What stands between two documents that write something. A document may write nothing, where a format lists findings.
  var separator: StaticString { get }
  /// Appends what closes a report over all documents.
  func end(_ tally: Tally, to output: inout [UInt8])
}

/// Takes bytes of a report away.
public typealias Drain = (inout [UInt8]) -> Void

extension Reporter {
  /// Appends one document as a whole.
  public func write(_ checked: CheckedDocument, to output: inout [UInt8]) -> Tally {
    write(checked, to: &output, drain: nil)
  }
}

/// The formats of reports.
public enum Format: String, CaseIterable, Sendable {
  /// For people, on a terminal or in a log.
  case text
  /// One object; the names are described in `report.schema.json`.
  case json
  /// One object a line for each document.
  case jsonl
  /// The annotated text of each document with claims, findings and evidence; described in `report.xsd`.
  case xml
  /// SARIF 2.1.0, for code scanning and editors.
  case sarif
  /// JUnit's XML: a test for each rule and place.
  case junit
  /// GitLab's Code Quality report.
  case gitlab
  /// Workflow commands of GitHub Actions.
  case github
  /// Checkstyle's XML.
  case checkstyle
  /// reviewdog's diagnostics, one a line.
  case rdjsonl
  /// BioC XML: passages with mentions, cues, claims and findings, for text miners.
  case bioc
  /// W3C Web Annotations of claims and findings, as JSON-LD.
  case annotations
  /// The publications that the verdicts rest on, as CSL-JSON.
  case csl
  /// One page for people, with the findings beside the text.
  case html

  /// - Parameter knowledge: the rules that the documents were checked with.
  public func reporter(knowledge: KnowledgeBase, options: ReportOptions = ReportOptions()) -> any Reporter {
    switch self {
    case .text: TextReporter(knowledge: knowledge, options: options)
    case .json: JSONReporter(knowledge: knowledge, options: options)
    case .jsonl: JSONLinesReporter(knowledge: knowledge, options: options)
    case .xml: XMLReporter(knowledge: knowledge, options: options)
    case .sarif: SARIFReporter(knowledge: knowledge, options: options)
    case .junit: JUnitReporter(knowledge: knowledge, options: options)
    case .gitlab: GitLabReporter(knowledge: knowledge)
    case .github: GitHubReporter(knowledge: knowledge, options: options)
    case .checkstyle: CheckstyleReporter(knowledge: knowledge, options: options)
    case .rdjsonl: RDJSONLinesReporter(knowledge: knowledge)
    case .bioc: BioCReporter(knowledge: knowledge, options: options)
    case .annotations: AnnotationReporter(knowledge: knowledge, options: options)
    case .csl: CSLReporter(knowledge: knowledge)
    case .html: HTMLReporter(knowledge: knowledge, options: options)
    }
  }
}

/// How a report is written.
public struct ReportOptions: Sendable {
  /// The version of the tool.
  public var version: String
  /// Whether the text format may use colour.
  public var usesColor: Bool
  /// Columns of the text format.
  public var width: Int
  /// Whether the text format shows notes and uncovered claims one by one.
  public var isVerbose: Bool
  /// Whether SARIF lists findings that do not count too, each with what suppresses it. Some readers (GitHub) show these
  /// like all others.
  public var sarifIncludesSuppressed: Bool
  /// The name of the run among those of a code scanning service (`automationDetails.id` without what follows the last slash).
  public var sarifCategory: String
  /// Whether the format for GitHub keeps all findings for `SummaryTable`.
  public var collectsSummary: Bool
  /// Findings of this severity and graver ones break the gate; nil: none do.
  public var failsAt: FindingRule.Severity?
  /// When the report is written, ISO 8601 in UTC (`2026-01-31T08:00:00Z`), in formats that have a place for it; nil: not
  /// told, so that equal input gives equal bytes.
  public var timestamp: String?
  /// What the BioC format counts in.
  public var biocUnit: BioCUnit

  public init(
    version: String = "", usesColor: Bool = false, width: Int = 100, isVerbose: Bool = false,
    sarifIncludesSuppressed: Bool = false, sarifCategory: String = "assay",
    collectsSummary: Bool = false, failsAt: FindingRule.Severity? = .note, timestamp: String? = nil,
    biocUnit: BioCUnit = .characters
  ) {
    self.version = version
    self.usesColor = usesColor
    self.width = width
    self.isVerbose = isVerbose
    self.sarifIncludesSuppressed = sarifIncludesSuppressed
    self.sarifCategory = sarifCategory
    self.collectsSummary = collectsSummary
    self.failsAt = failsAt
    self.timestamp = timestamp
    self.biocUnit = biocUnit
  }
}
