import Assay

/// The summary page of a job on GitHub: a file that the steps of the job append Markdown to.
struct StepSummary {
  let path: String

  /// The file that `GITHUB_STEP_SUMMARY` names; nil where it names none.
  static func fromEnvironment() -> StepSummary? {
    guard let path = Terminal.environment("GITHUB_STEP_SUMMARY"), !path.isEmpty else { return nil }
    return StepSummary(path: path)
  }

  /// Appends Markdown in UTF-8.
  func append(_ markdown: [UInt8]) throws(FileProblem) {
    let output = try ReportOutput.appending(to: path)
    output.write(markdown)
    try output.finish()
  }
}
