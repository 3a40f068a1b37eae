import Claims
import Ingest
import Judgment
import Knowledge

/// What is expected of an example of a statement.
struct JudgedExpectation: Equatable {
  /// Any of these; empty: not looked at.
  var verdicts: [Verdict]
  /// The finding rule that reports it, a place in `KnowledgeBase.findingRules`; nil: not looked at.
  var reported: Reported

  enum Reported: Equatable {
    /// By this rule (a place in `KnowledgeBase.findingRules`).
    case by(Int32)
    /// Nothing is reported in the text.
    case nothing
    /// Whether and by what is not looked at.
    case anything
  }
}

/// Examples of statements.
extension RuleTester {
  /// A claim of the text is expected to be judged by the statement. Nil where it is, with a right verdict and report.
  func misjudged(_ text: ExampleText, statement: Int, _ expected: JudgedExpectation) -> ExampleFailure? {
    let verdicts = verdicts(of: text, by: statement)
    let isJudged = expected.verdicts.isEmpty || verdicts.contains { expected.verdicts.contains($0) }
    let isReported =
      switch expected.reported {
      case .by(let rule): text.findings.contains { $0.rule == rule }
      // What a market bars is no matter of evidence.
      case .nothing:
        text.findings.allSatisfy { knowledge.findingRules[Int($0.rule)].family == RegulationFault.family }
      case .anything: true
      }
    if isJudged && isReported { return nil }
    return ExampleFailure(expected: words(expected), found: "\(text.verdictsText); \(text.findingsText)")
  }

  /// What the statement makes of the text: the verdicts of claims that it judged; of claims on its pair that contradict what
  /// is known, before any statement is asked; and its own, where a finding rests on it without such a claim.
  private func verdicts(of text: ExampleText, by index: Int) -> [Verdict] {
    let statement = knowledge.statements[index]
    var found: [Verdict] = []
    for (claim, judged) in text.claims {
      if Int(judged.statement) == index {
        found.append(judged.verdict)
      } else if judged.verdict == .contradictory, judged.statement < 0,
        isKind(claim.agent.concept, of: statement.intervention),
        isKind(claim.target.concept, of: statement.target)
      {
        found.append(.contradictory)
      }
    }
    if found.isEmpty, text.findings.contains(where: { $0.statements.contains(Int32(index)) }) {
      // What rests on a precaution leaves it out.
      found.append(statement.relation == .precaution ? .refuted : statement.verdict.asVerdict)
    }
    return found
  }

  private func isKind(_ concept: Int32, of other: ConceptIndex) -> Bool {
    concept == other.rawValue
      || concept >= 0 && knowledge.concepts[Int(concept)].ancestors.contains { $0.concept == other }
  }

  private func words(_ expected: JudgedExpectation) -> String {
    let verdicts =
      expected.verdicts.isEmpty ? "any verdict" : expected.verdicts.map(\.rawValue).joined(separator: " or ")
    return switch expected.reported {
    case .by(let rule): "\(verdicts), reported by \(knowledge.findingRules[Int(rule)].id)"
    case .nothing: "\(verdicts), with nothing reported"
    case .anything: verdicts
    }
  }
}

extension EvidenceStatement.Verdict {
  /// The verdict of a claim that says what the statement says.
  var asVerdict: Verdict {
    switch self {
    case .supported: .supported
    case .mixed: .mixed
    case .insufficient: .insufficient
    case .refuted: .refuted
    case .harmful: .harmful
    }
  }
}
