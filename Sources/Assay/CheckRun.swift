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

    public init(failOn: FindingRule.Severity? = .error, minimumScore: Int? = nil, jobs: Int = 1) {
      self.failOn = failOn
      self.minimumScore = minimumScore
      self.jobs = jobs
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
  /// - Parameter report: called with each problem, in the order of the files.
  public func run(
    _ input: InputFiles, to output: inout ReportOutput, onProblem report: (FileProblem) -> Void
  ) -> Outcome {
    for problem in input.problems { report(problem) }
    var hasProblem = !input.problems.isEmpty
    var total = Tally()
    var bytes: [UInt8] = []
    reporter.begin(to: &bytes)
    output.write(bytes)
    var separator: [UInt8] = []
    separator.append(contentsOf: reporter.separator.description.utf8)
    OrderedWork.run(count: input.files.count, jobs: settings.jobs) { [self] index in
      part(input.files[index])
    } deliver: { part in
      switch part {
      case .problem(let problem):
        hasProblem = true
        report(problem)
      case .document(let bytes, let tally):
        if total.documents > 0 { output.write(separator) }
        output.write(bytes)
        total.add(tally)
      }
      return !output.hasFailed
    }
    bytes.removeAll()
    reporter.end(total, to: &bytes)
    output.write(bytes)
    do throws(FileProblem) {
      try output.finish()
    } catch {
      hasProblem = true
      report(error)
    }
    if hasProblem { return .failed }
    return holds(total) ? .holds : .findings
  }

  private func part(_ file: InputFile) -> Part {
    do throws(FileProblem) {
      let source = try file.read()
      let checked: CheckedDocument
      do throws(IngestError) {
        checked = try checker.check(path: file.path, format: file.format, bytes: source)
      } catch {
        throw FileProblem(path: file.path, message: error.description)
      }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(source.count * 4)
      let tally = reporter.write(checked, to: &bytes)
      return .document(bytes, tally)
    } catch {
      return .problem(error)
    }
  }

  private func holds(_ total: Tally) -> Bool {
    if let severity = settings.failOn, total.hasFinding(atLeast: severity) { return false }
    if let minimum = settings.minimumScore, Int(total.lowestScore) < minimum { return false }
    return true
  }
}
