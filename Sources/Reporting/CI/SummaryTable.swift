import Ingest
import Judgment
import Knowledge

/// The findings of a run as a Markdown table for the summary page of a job on GitHub.
public enum SummaryTable {
  /// The summary of a run that was reported in the format `github` with `collectsSummary`, in UTF-8.
  public static func markdown(_ tally: Tally) -> [UInt8] {
    var output: [UInt8] = []
    output.append("### Assay\n\n")
    output.append(text: TextReporter.summary(tally))
    output.append("\n")
    if !tally.summaryRows.rows.isEmpty {
      output.append("\n| Severity | Place | Words | Finding | Rule |\n| --- | --- | --- | --- | --- |\n")
      for row in tally.summaryRows.rows { output += row }
    }
    if tally.summaryRows.leftOut > 0 {
      output.append("\n")
      output.append(text: TextReporter.count(tally.summaryRows.leftOut, "more finding", "more findings"))
      output.append(": a summary has no room for them.\n")
    }
    output.append("\n")
    return output
  }

  /// Appends a row with its line feed.
  static func append(_ finding: ReportedFinding, _ path: String, to output: inout [UInt8]) {
    output.append("| ")
    output.append(text: finding.severity.rawValue)
    output.append(" | ")
    output.append(text: MarkdownText.escaped(path))
    output.append(" ")
    output.append(decimal: finding.place.start.line)
    output.append(":")
    output.append(decimal: finding.place.start.column)
    output.append(" | ")
    output.append(text: MarkdownText.escaped(finding.words))
    output.append(" | ")
    output.append(text: MarkdownText.escaped(finding.summary))
    output.append(" | ")
    output.append(text: finding.rule.id)
    output.append(" |\n")
  }
}

/// Rows of the table, as many as a summary holds.
struct SummaryRows: Sendable, Equatable {
  /// GitHub takes 1 MiB of a step; the rest is for the lines around the table.
  static let byteLimit = 1_000_000

  private(set) var rows: [[UInt8]] = []
  private var byteCount = 0
  /// Findings that there was no room for.
  private(set) var leftOut = 0

  /// - Parameter write: appends the row; not called where there is no room any more.
  mutating func add(_ write: (inout [UInt8]) -> Void) {
    guard leftOut == 0 else {
      leftOut += 1
      return
    }
    var row: [UInt8] = []
    write(&row)
    add(row)
  }

  /// Adds what comes later in the report.
  mutating func add(_ later: SummaryRows) {
    for row in later.rows { add(row) }
    leftOut += later.leftOut
  }

  private mutating func add(_ row: [UInt8]) {
    guard leftOut == 0, byteCount + row.count <= Self.byteLimit else {
      leftOut += 1
      return
    }
    byteCount += row.count
    rows.append(row)
  }
}
