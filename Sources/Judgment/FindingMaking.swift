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
        $0.rule == candidate.rule
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
        for related in candidate.related where !faults[index].related.contains(related) {
          faults[index].related.append(related)
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
    // What another finding says already is noted there, with the rules that bar it.
    var noted: [Candidate] = []
    var speaking: [Candidate] = []
    for fault in faults {
      let isSaid = faults.contains { fault.explainedBy.contains($0.rule) && $0.rule != fault.rule }
      if isSaid { noted.append(fault) } else { speaking.append(fault) }
    }
    // Two that explain each other: the graver one speaks.
    if speaking.isEmpty, !noted.isEmpty { speaking.append(noted.removeFirst()) }
    for fault in speaking {
      let explaining =
        chosen.firstIndex { $0.explains(fault) } ?? (chosen.count < Self.findingsPerSentence ? nil : 0)
      if let explaining {
        attach(fault, to: &made[explaining], document)
      } else {
        chosen.append(fault)
        made.append(finding(fault, sentence, document, reading))
      }
    }
    for fault in noted {
      let place = made.firstIndex { fault.explainedBy.contains($0.rule) } ?? 0
      attach(fault, to: &made[place], document)
    }
    judgment.findings.append(
      contentsOf: made.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) })
  }

  /// A sentence shows no more; what is left is attached to the gravest.
  private static let findingsPerSentence = 2

  /// Keeps a fault that a graver one explains; the same rule says nothing new.
  func attach(_ fault: Candidate, to finding: inout Finding, _ document: Document) {
    finding.regulations += fault.regulations.filter { !finding.regulations.contains($0) }
    for related in fault.related where !finding.related.contains(related) { finding.related.append(related) }
    guard fault.rule != finding.rule, !finding.attached.contains(where: { $0.rule == fault.rule }) else {
      return
    }
    // What the finding notes of a statement is not said twice.
    let words = FindingText(
      judge: self, candidate: fault, document: document, isNoted: finding.statements)
    finding.attached.append(
      Finding.Attached(
        rule: fault.rule, severity: fault.severity,
        message: words.fill(rules.messages[Int(fault.rule)]) + markets(of: fault)))
  }

  func finding(
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
    var finding = Finding(
      rule: candidate.rule, severity: candidate.severity, sentence: sentence, range: range,
      message: words.fill(rules.messages[Int(candidate.rule)]) + markets(of: candidate),
      suggestion: words.fill(rules.suggestions[Int(candidate.rule)]), claims: candidate.claims,
      statements: candidate.statements, definitions: candidate.definitions, sources: candidate.sources,
      related: candidate.related)
    finding.regulations = candidate.regulations
    finding.fix = fix(candidate, document, reading)
    return finding
  }

  /// A replacement that the rule offers for words of the claim, where what is left is borne by the evidence: `nearest` says that
  /// there is an effect, or some.
  private func fix(_ candidate: Candidate, _ document: Document, _ reading: DocumentReading) -> Finding.Fix? {
    let fixes = knowledge.findingRules[Int(candidate.rule)].fixes
    guard !fixes.isEmpty, candidate.claims.count == 1, let place = candidate.claims.first,
      let nearest = candidate.nearest, nearest.isExact, candidate.dissenting.isEmpty,
      knowledge.statements[Int(nearest.statement)].verdict == .supported
        || knowledge.statements[Int(nearest.statement)].verdict == .mixed
    else { return nil }
    let range = reading.claims[Int(place)].range
    let text = Array(document.text[range.start..<range.end])
    let folded = text.lowercasedASCII
    for fix in fixes {
      let words = Array(fix.words.utf8).lowercasedASCII
      let places = folded.indices.filter { start in
        folded[start...].starts(with: words) && isBorder(start - 1, folded)
          && isBorder(start + words.count, folded)
      }
      guard places.count == 1, let start = places.first else { continue }
      return Finding.Fix(
        range: ByteRange(range.start + start, range.start + start + words.count), text: fix.with)
    }
    return nil
  }

  private func isBorder(_ place: Int, _ text: [UInt8]) -> Bool {
    guard text.indices.contains(place) else { return true }
    let byte = text[place]
    return !(byte >= 0x61 && byte <= 0x7A || byte >= 0x80 || byte == 0x2D || byte == 0x27)
  }
}
