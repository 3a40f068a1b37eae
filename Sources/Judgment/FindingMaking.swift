import Claims
import Ingest
import Knowledge

/// From faults to findings: one for each fault, the gravest first, no more than two for a sentence.
extension Judge {
  func report(
    _ candidates: [Candidate], _ sentence: Int32, _ document: Document, _ reading: DocumentReading,
    _ judgment: inout Judgment
  ) {
    // The same fault of several agents is one finding.
    var faults: [Candidate] = []
    for candidate in candidates where candidate.rule >= 0 {
      if let index = faults.firstIndex(where: {
        $0.check == candidate.check
          && ($0.target.concept == candidate.target.concept || candidate.aspect != .assertion)
      }) {
        faults[index].claims.append(
          contentsOf: candidate.claims.filter { !faults[index].claims.contains($0) })
        for agent in candidate.agents
        where !faults[index].agents.contains(where: { $0.concept == agent.concept }) {
          faults[index].agents.append(agent)
        }
        for statement in candidate.statements where !faults[index].statements.contains(statement) {
          faults[index].statements.append(statement)
        }
        for source in candidate.sources where !faults[index].sources.contains(source) {
          faults[index].sources.append(source)
        }
        if faults[index].nearest == nil, faults[index].statements.first == candidate.statements.first {
          faults[index].nearest = candidate.nearest
        }
        faults[index].severity = max(faults[index].severity, candidate.severity)
      } else {
        faults.append(candidate)
      }
    }
    // Of one aspect the gravest speaks.
    faults.sort { ($0.severity, $0.rank) > ($1.severity, $1.rank) }
    var made: [Finding] = []
    var chosen: [Candidate] = []
    for fault in faults {
      let explaining =
        chosen.firstIndex { $0.explains(fault) } ?? (chosen.count < Self.findingsPerSentence ? nil : 0)
      if let explaining {
        attach(fault, to: &made[explaining], document)
      } else {
        chosen.append(fault)
        made.append(finding(fault, sentence, document, reading))
      }
    }
    judgment.findings.append(
      contentsOf: made.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) })
  }

  /// A sentence shows no more; what is left is attached to the gravest.
  private static let findingsPerSentence = 2

  /// Keeps a fault that a graver one explains; the same rule says nothing new.
  private func attach(_ fault: Candidate, to finding: inout Finding, _ document: Document) {
    guard fault.rule != finding.rule, !finding.attached.contains(where: { $0.rule == fault.rule }) else {
      return
    }
    let words = FindingText(judge: self, candidate: fault, document: document)
    finding.attached.append(
      Finding.Attached(
        rule: fault.rule, severity: fault.severity,
        message: words.fill(rules.messages[Int(fault.rule)])))
  }

  private func finding(
    _ candidate: Candidate, _ sentence: Int32, _ document: Document, _ reading: DocumentReading
  ) -> Finding {
    var range = candidate.cueRange
    if range.isEmpty {
      for (index, place) in candidate.claims.enumerated() {
        let claim = reading.claims[Int(place)].range
        range = index == 0 ? claim : range.union(claim)
      }
    }
    if range.isEmpty { range = reading.sentences[Int(sentence)].range }
    let words = FindingText(judge: self, candidate: candidate, document: document)
    return Finding(
      rule: candidate.rule, severity: candidate.severity, sentence: sentence, range: range,
      message: words.fill(rules.messages[Int(candidate.rule)]),
      suggestion: words.fill(rules.suggestions[Int(candidate.rule)]), claims: candidate.claims,
      statements: candidate.statements, definitions: candidate.definitions, sources: candidate.sources,
      related: [])
  }
}
