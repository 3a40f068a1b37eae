import Ingest
import Judgment
import Knowledge
import Reporting

/// Checks many files and streams the report, in the order of the files.
///
/// A file that cannot be read is told as a problem and never ends the run.
public struct CheckRun: Sendable {
  /// When the gate holds, and how much is done at once.
  public struct Settings: Sendable {
    /// Findings of this severity or a graver one fail the gate; nil: none does.
    public var failOn: FindingRule.Severity?
    /// A document that scores less fails the gate.
    public var minimumScore: Int?
    /// Threads.
    public var jobs: Int
    /// Whether each document is held against those before it; every file is read twice then.
    public var comparesDocuments: Bool

    public init(
      failOn: FindingRule.Severity? = .error, minimumScore: Int? = nil, jobs: Int = 1,
      comparesDocuments: Bool = false
    ) {
      self.failOn = failOn
      self.minimumScore = minimumScore
      self.jobs = jobs
      self.comparesDocuments = comparesDocuments
    }
  }

  /// How a run ended, as the exit code says it.
  public enum Outcome: Int32, Sendable {
    /// The gate holds.
    case holds = 0
    /// There are findings that fail the gate.
    case findings = 1
    /// Something could not be read or written, after everything readable was checked.
    case failed = 2
  }

  public let checker: Checker
  public let reporter: any Reporter
  public let settings: Settings

  public init(checker: Checker, reporter: any Reporter, settings: Settings = Settings()) {
    self.checker = checker
    self.reporter = reporter
    self.settings = settings
  }

  /// What one file gives.
  private enum Part: Sendable {
    case document([UInt8], Tally)
    case problem(FileProblem)
  }

  /// Checks the files and writes the report.
  /// - Parameters:
  ///   - report: called with each problem, in the order of the files.
  ///   - close: called with the figures of all documents when the report is written.
  public func run(
    _ input: InputFiles, to output: ReportOutput, onProblem report: (FileProblem) -> Void,
    onEnd close: (Tally) -> Void = { _ in }
  ) -> Outcome {
    for problem in input.problems { report(problem) }
    var total = Tally()
    var problemCount = input.problems.count
    var bytes: [UInt8] = []
    reporter.begin(to: &bytes)
    output.write(bytes)
    let first =
      settings.comparesDocuments && input.files.count > 1
      ? FirstReading(input.files, checker: checker, jobs: settings.jobs) : nil
    if min(settings.jobs, input.files.count) <= 1 {
      checkInTurn(input.files, first, &total, output) { problem in
        problemCount += 1
        report(problem)
      }
    } else {
      checkTogether(input.files, first, &total, output) { problem in
        problemCount += 1
        report(problem)
      }
    }
    bytes.removeAll()
    reporter.end(total, to: &bytes)
    output.write(bytes)
    do throws(FileProblem) {
      try output.finish()
    } catch {
      problemCount += 1
      report(error)
    }
    close(total)
    if problemCount > 0 { return .failed }
    return holds(total) ? .holds : .findings
  }

  /// One file after the other; long reports of a document leave in pieces.
  private func checkInTurn(
    _ files: [InputFile], _ first: FirstReading?, _ total: inout Tally, _ output: ReportOutput,
    onProblem report: (FileProblem) -> Void
  ) {
    var bytes: [UInt8] = []
    var documents = DocumentOutput(output, separator: separator)
    for (number, file) in files.enumerated() where !output.hasFailed {
      do throws(FileProblem) {
        let checked = try check(file, number, first)
        documents.beginDocument()
        let tally = reporter.write(checked, to: &bytes) { bytes in
          documents.write(bytes)
          bytes.removeAll(keepingCapacity: true)
        }
        documents.write(bytes)
        bytes.removeAll(keepingCapacity: true)
        total.add(tally)
      } catch {
        report(error)
      }
    }
  }

  /// Files on several threads, their reports in the order of the files.
  private func checkTogether(
    _ files: [InputFile], _ first: FirstReading?, _ total: inout Tally, _ output: ReportOutput,
    onProblem report: (FileProblem) -> Void
  ) {
    var documents = DocumentOutput(output, separator: separator)
    OrderedWork.run(count: files.count, jobs: settings.jobs) { [self] index in
      part(files[index], index, first)
    } deliver: { part in
      switch part {
      case .problem(let problem): report(problem)
      case .document(let bytes, let tally):
        documents.beginDocument()
        documents.write(bytes)
        total.add(tally)
      }
      return !output.hasFailed
    }
  }

  private var separator: [UInt8] { Array(reporter.separator.description.utf8) }

  /// Puts the reports of documents behind each other, with the separator between those that are not empty.
  private struct DocumentOutput {
    private let output: ReportOutput
    private let separator: [UInt8]
    private var isFirst = true
    private var isAtStart = true

    init(_ output: ReportOutput, separator: [UInt8]) {
      self.output = output
      self.separator = separator
    }

    mutating func beginDocument() { isAtStart = true }

    mutating func write(_ bytes: [UInt8]) {
      guard !bytes.isEmpty else { return }
      if isAtStart, !isFirst { output.write(separator) }
      isFirst = false
      isAtStart = false
      output.write(bytes)
    }
  }

  private func part(_ file: InputFile, _ number: Int, _ first: FirstReading?) -> Part {
    do throws(FileProblem) {
      let checked = try check(file, number, first)
      var bytes: [UInt8] = []
      bytes.reserveCapacity(checked.document.source.count * 4)
      let tally = reporter.write(checked, to: &bytes)
      return .document(bytes, tally)
    } catch {
      return .problem(error)
    }
  }

  private func check(_ file: InputFile, _ number: Int, _ first: FirstReading?) throws(FileProblem)
    -> CheckedDocument
  {
    let source: [UInt8]
    if let held = first?.bytes(of: number) { source = held } else { source = try file.read() }
    do throws(IngestError) {
      return try checker.check(
        path: file.path, format: file.format, bytes: source, among: first?.others(before: number))
    } catch {
      throw FileProblem(path: file.path, message: error.description)
    }
  }

  private func holds(_ total: Tally) -> Bool {
    if let severity = settings.failOn, total.hasFinding(atLeast: severity) { return false }
    if let minimum = settings.minimumScore, Int(total.lowestScore) < minimum { return false }
    return true
  }
}
