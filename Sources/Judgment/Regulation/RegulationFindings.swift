import Claims
import Ingest
import Knowledge

extension Judge {
  /// Faults that rules of advertising bar.
  func checkRegulation(
    _ sentence: Sentence, _ document: Document, _ reading: DocumentReading,
    _ state: inout RegulationChecks.DocumentState, _ candidates: inout [Candidate]
  ) {
    let faults = regulation.check(sentence, document, reading, &state) { self.isClaimed($0) }
    for found in faults { candidates.append(candidate(of: found, reading)) }
  }

  private func candidate(of found: RegulationChecks.Found, _ reading: DocumentReading) -> Candidate {
    let record = knowledge.regulation.faults[Int(found.fault)]
    let hit = found.hit
    var candidate = rules.candidate(.regulation, rule: record.finding)
    candidate.severity = found.severity
    candidate.cueRange = hit.range
    candidate.agents = [hit.agent ?? .nobody]
    candidate.target = hit.target
    if hit.claim >= 0 {
      candidate.claims = [hit.claim]
      switch reading.claims[Int(hit.claim)].relation {
      case .increases: candidate.direction = .increases
      case .decreases: candidate.direction = .decreases
      default: break
      }
    }
    candidate.regulations = found.barring
    candidate.explainedBy = record.explainedBy
    for rule in found.barring {
      for source in knowledge.regulation.rules[Int(rule)].sources where !candidate.sources.contains(source) {
        candidate.sources.append(source)
      }
    }
    return candidate
  }

  /// " (UK, US)", and whether it is known from reports alone; nothing where no market was chosen.
  func markets(of candidate: Candidate) -> String {
    guard !candidate.regulations.isEmpty else { return "" }
    let barring = candidate.regulations.map { knowledge.regulation.rules[Int($0)] }
    var text = ""
    let named = Set(barring.flatMap(\.holdsIn)).intersection(options.jurisdictions)
    if !named.isEmpty { text += " (" + named.sorted().map { $0.uppercased() }.joined(separator: ", ") + ")" }
    if barring.allSatisfy({ $0.basis == .secondary }) { text += "; known from secondary sources alone" }
    return text
  }
}
