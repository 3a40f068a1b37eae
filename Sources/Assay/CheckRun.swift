import Gate
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
    /// The run stops after the document that makes it so many findings; nil: it never does.
    public var findingLimit: Int?
    /// Without a document that could be read nothing is written, where a report of none says nothing.
    public var needsDocument: Bool

    public init(
      failOn: FindingRule.Severity? = .error, minimumScore: Int? = nil, jobs: Int = 1,
      comparesDocuments: Bool = false, findingLimit: Int? = nil, needsDocument: Bool = false
    ) {
      self.needsDocument = needsDocument
      self.findingLimit = findingLimit
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

  /// By what each file is checked, and what its project makes of the findings.
  public let plans: CheckPlans
  public let reporter: any Reporter
  public let settings: Settings
  /// Findings that a project has taken note of; nil: none.
  public let baseline: BaselineUse?
  /// What is looked at; nil: everything.
  public let changes: ChangedLines?

  public init(
    plans: CheckPlans, reporter: any Reporter, settings: Settings = Settings(), baseline: BaselineUse? = nil,
    changes: ChangedLines? = nil
  ) {
    self.plans = plans
    self.reporter = reporter
    self.settings = settings
    self.baseline = baseline
    self.changes = changes
  }

  /// A run without settings of a project.
  public init(checker: Checker, reporter: any Reporter, settings: Settings = Settings()) {
    self.init(plans: CheckPlans(checker: checker), reporter: reporter, settings: settings)
  }

  /// What one file gives.
  private enum Part: Sendable {
    /// `isBegun`: what came before these bytes is written already.
    case document([UInt8], Tally, isBegun: Bool)
    case problem(FileProblem)
  }

  /// Checks the files and writes the report.
  /// - Parameters:
  ///   - report: called with each problem, in the order of the files.
  ///   - progress: called with the number of files that are done.
  ///   - close: called with the figures of all documents when the report is written.
  public func run(
    _ input: InputFiles, to output: ReportOutput, onProblem report: (FileProblem) -> Void,
    onProgress progress: (Int) -> Void = { _ in }, onEnd close: (Tally) -> Void = { _ in }
  ) -> Outcome {
    var total = Tally()
    func tell(_ problem: FileProblem) {
      total.problems.append(RunProblem(path: problem.path, message: problem.message))
      report(problem)
    }
    input.problems.forEach(tell)
    var problemCount = input.problems.count
    var bytes: [UInt8] = []
    reporter.begin(to: &bytes)
    output.write(bytes)
    let first =
      settings.comparesDocuments && input.files.count > 1
      ? FirstReading(input.files, jobs: settings.jobs) { plans.checker(for: $0) } : nil
    var done = 0
    let documents = DocumentOutput(output, separator: Array(reporter.separator.description.utf8))
    func deliver(_ part: Part) -> Bool {
      switch part {
      case .problem(let problem):
        problemCount += 1
        tell(problem)
      case .document(let bytes, let tally, let isBegun):
        if !isBegun { documents.beginDocument() }
        documents.write(bytes)
        total.add(tally)
      }
      done += 1
      progress(done)
      return !output.hasFailed && !isFull(total)
    }
    if min(settings.jobs, input.files.count) <= 1 {
      checkInTurn(input.files, first, documents, deliver)
    } else {
      OrderedWork.run(count: input.files.count, jobs: settings.jobs) { [self] index in
        part(input.files[index], index, first)
      } deliver: {
        deliver($0)
      }
    }
    let left = output.hasFailed ? 0 : input.files.count - done
    if left > 0 {
      tell(
        FileProblem(
          path: input.files[done].path,
          message: "not checked, nor the \(left - 1) after it: there are \(total.findings) findings already"))
    }
    if settings.needsDocument, total.documents == 0 {
      output.discard()
      return .failed
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
    return holds(total) && left == 0 ? .holds : .findings
  }

  private func isFull(_ total: Tally) -> Bool {
    settings.findingLimit.map { total.findings >= $0 } ?? false
  }

  /// One file after the other; long reports of a document leave in pieces.
  private func checkInTurn(
    _ files: [InputFile], _ first: FirstReading?, _ documents: DocumentOutput, _ deliver: (Part) -> Bool
  ) {
    var bytes: [UInt8] = []
    for (number, file) in files.enumerated() {
      let part: Part
      do throws(FileProblem) {
        let checked = try check(file, number, first)
        documents.beginDocument()
        let tally = reporter.write(checked, to: &bytes) { bytes in
          documents.write(bytes)
          bytes.removeAll(keepingCapacity: true)
        }
        part = .document(bytes, tally, isBegun: true)
        bytes.removeAll(keepingCapacity: true)
      } catch {
        part = .problem(error)
      }
      if !deliver(part) { return }
    }
  }

  private func part(_ file: InputFile, _ number: Int, _ first: FirstReading?) -> Part {
    do throws(FileProblem) {
      let checked = try check(file, number, first)
      var bytes: [UInt8] = []
      bytes.reserveCapacity(checked.document.source.count * 4)
      let tally = reporter.write(checked, to: &bytes)
      return .document(bytes, tally, isBegun: false)
    } catch {
      return .problem(error)
    }
  }

  private func check(_ file: InputFile, _ number: Int, _ first: FirstReading?) throws(FileProblem)
    -> CheckedDocument
  {
    let plan = plans.plan(for: file)
    let source: [UInt8]
    if let held = first?.bytes(of: number) { source = held } else { source = try file.read() }
    do throws(IngestError) {
      var checked = try plan.checker.check(
        path: file.path, format: file.format, bytes: source, among: first?.others(before: number))
      apply(plan.gate, to: &checked)
      return checked
    } catch {
      throw FileProblem(path: file.path, message: error.description)
    }
  }

  private func apply(_ gate: Gate?, to checked: inout CheckedDocument) {
    guard let baseline else {
      gate?.apply(to: &checked, changes: changes)
      return
    }
    let path = baseline.file.entryPath(checked.document.path)
    baseline.check(path)
    gate?.apply(to: &checked, path: path, accepted: { baseline.accepts($0) }, changes: changes)
  }

  private func holds(_ total: Tally) -> Bool {
    if let severity = settings.failOn, total.hasFinding(atLeast: severity) { return false }
    if let minimum = settings.minimumScore, Int(total.lowestScore) < minimum { return false }
    return true
  }
}
