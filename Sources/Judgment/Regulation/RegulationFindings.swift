import Claims
import Ingest
import Knowledge

extension Judge {
  /// Faults that rules of advertising bar.
  func checkRegulation(
    _ sentence: Sentence, _ document: Document, _ reading: DocumentReading,
    _ state: inout RegulationChecks.DocumentState, _ candidates: inout [Candidate]
  ) {
    let report = {
      (fault: Int32, hit: RegulationChecks.Hit, severity: FindingRule.Severity, barring: [Int32]) in
      let record = knowledge.regulation.faults[Int(fault)]
      var candidate = rules.candidate(.regulation, rule: record.finding)
      candidate.severity = severity
      candidate.cueRange = hit.range
      if hit.claim >= 0 { candidate.claims = [hit.claim] }
      candidate.agents = [hit.agent ?? .nobody]
      candidate.target = hit.target
      if hit.claim >= 0 {
        switch reading.claims[Int(hit.claim)].relation {
        case .increases: candidate.direction = .increases
        case .decreases: candidate.direction = .decreases
        default: break
        }
      }
      candidate.regulations = barring
      candidate.explainedBy = record.explainedBy
      for rule in barring {
        for source in knowledge.regulation.rules[Int(rule)].sources where !candidate.sources.contains(source)
        {
          candidate.sources.append(source)
        }
      }
      candidates.append(candidate)
    }
    regulation.check(
      sentence, document, reading, &state, isClaimed: { self.isClaimed($0) }, body: report)
  }

  /// " (US, UK)", and whether it is known from reports alone; nothing where no market was chosen.
  func markets(of candidate: Candidate) -> String {
    guard !candidate.regulations.isEmpty else { return "" }
    let barring = candidate.regulations.map { knowledge.regulation.rules[Int($0)] }
    var text = ""
    if !options.jurisdictions.isEmpty {
      let named = Set(barring.flatMap(\.holdsIn)).intersection(options.jurisdictions)
      if !named.isEmpty {
        text += " (" + named.sorted().map { $0.uppercased() }.joined(separator: ", ") + ")"
      }
    }
    if barring.allSatisfy({ $0.basis == .secondary }) { text += "; known from secondary sources alone" }
    return text
  }
}
