import Judgment
import Knowledge

/// Writes a report in one format. One file per format; `Format` lists them all.
///
/// A report is what `begin` writes, then each document, with `separator` between two of them, then what `end` writes.
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
  /// What stands between two documents.
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
  /// The annotated text of each document with claims, findings and evidence.
  case xml
  /// One page for people, with the findings beside the text.
  case html

  /// - Parameter knowledge: the rules that the documents were checked with.
  public func reporter(knowledge: KnowledgeBase, options: ReportOptions = ReportOptions()) -> any Reporter {
    switch self {
    case .text: TextReporter(knowledge: knowledge, options: options)
    case .json: JSONReporter(knowledge: knowledge, options: options)
    case .jsonl: JSONLinesReporter(knowledge: knowledge, options: options)
    case .xml: XMLReporter(knowledge: knowledge, options: options)
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

  public init(version: String = "", usesColor: Bool = false, width: Int = 100, isVerbose: Bool = false) {
    self.version = version
    self.usesColor = usesColor
    self.width = width
    self.isVerbose = isVerbose
  }
}
