import Claims
import Ingest

/// Answers the lines of a file, or scores the answers.
package struct EvaluationRun<Task: EvaluationTask> {
  /// What is asked of a run.
  package struct Settings {
    /// Give figures, not answers.
    package var scores = false
    /// Take one half of the items only.
    package var part: EvaluationPart?
    /// List the items whose answer differs from the label.
    package var listsErrors = false
    /// The main figure below which the gate fails.
    package var minimum: Double?
    package var choices: EvaluationChoices = []

    package init() {}
  }

  private let probe: TextProbe
  private let settings: Settings

  package init(probe: TextProbe, settings: Settings) {
    self.probe = probe
    self.settings = settings
  }

  /// Runs the task over JSON lines. A line with a fault is told as a problem, and the others go on.
  /// - Parameters:
  ///   - path: The file's name in problems.
  ///   - report: Called with each problem in the order of the lines.
  package func run(
    _ lines: [UInt8], path: String, to output: ReportOutput, onProblem report: (FileProblem) -> Void
  ) -> CheckRun.Outcome {
    var score = Task.score(settings.choices)
    var counts = Counts()
    var bytes: [UInt8] = []
    var number = 0
    // A byte order mark is no part of the first line.
    let start = lines.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for line in lines[start...].split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard !output.hasFailed else { break }
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      do throws(EvaluationFault) {
        let item = try EvaluationItem(line: line)
        if let part = settings.part, item.part != part { continue }
        if settings.scores {
          try self.score(item, in: &score, &counts, errorsTo: &bytes)
        } else {
          write(try Task.answer(item, by: probe), to: item, into: &bytes)
        }
      } catch {
        counts.faults += 1
        report(error.problem(in: path, line: number))
      }
      output.write(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    var holds = true
    if settings.scores, counts.scored == 0 {
      counts.faults += 1
      report(FileProblem(path: path, message: nothingToScore))
    } else if settings.scores {
      let figures = score.figures
      output.write(Array((heading(counts) + figures.text).utf8))
      // Where neither labels nor answers hold what the main figure measures, nothing is wrong.
      if let minimum = settings.minimum, let main = figures.main { holds = main >= minimum }
    }
    do throws(FileProblem) {
      try output.finish()
    } catch {
      report(error)
      return .failed
    }
    return counts.faults > 0 ? .failed : holds ? .holds : .findings
  }

  private struct Counts {
    var scored = 0
    var unlabelled = 0
    var faults = 0
  }

  private func score(
    _ item: EvaluationItem, in score: inout Task.Score, _ counts: inout Counts, errorsTo output: inout [UInt8]
  ) throws(EvaluationFault) {
    guard let gold = item.gold else {
      counts.unlabelled += 1
      return
    }
    let comparison = try score.add(try Task.answer(item, by: probe), to: item, gold: gold)
    guard let comparison else { return }
    counts.scored += 1
    guard settings.listsErrors, !comparison.isRight else { return }
    var members = [
      JSONValue.Member("id", item.id), JSONValue.Member("gold", comparison.gold),
      JSONValue.Member("given", comparison.given),
    ]
    for field in Task.questionFields {
      if let value = item[field] { members.append(JSONValue.Member(field, value)) }
    }
    members.append(JSONValue.Member("text", item["text"] ?? .null))
    write(members, to: &output)
  }

  private func write(_ answer: Task.Answer, to item: EvaluationItem, into output: inout [UInt8]) {
    write(
      [JSONValue.Member("id", item.id), JSONValue.Member("label", answer.label)] + answer.details, to: &output
    )
  }

  private func write(_ members: [JSONValue.Member], to output: inout [UInt8]) {
    JSONValue.object(members).write(to: &output)
    output.append(UInt8(ascii: "\n"))
  }

  private func heading(_ counts: Counts) -> String {
    var heading = "\(Task.name): \(counts.scored) items scored"
    if let part = settings.part { heading += " of the part '\(part.rawValue)'" }
    if counts.unlabelled > 0 { heading += ", \(counts.unlabelled) without a label" }
    if counts.faults > 0 { heading += ", lines with a fault: \(counts.faults)" }
    return heading + "\n"
  }

  private var nothingToScore: String {
    let part = settings.part.map { " of the part '\($0.rawValue)'" } ?? ""
    return "no line\(part) has a label that can be scored; give lines a \"label\", or ask for answers alone"
  }
}
