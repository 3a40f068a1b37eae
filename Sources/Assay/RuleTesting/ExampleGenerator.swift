import Judgment
import Knowledge

/// An example made from a statement, or why none can be made.
enum GeneratedExample: Equatable {
  case sentence(String, JudgedExpectation)
  case none(reason: String)
}

/// Makes a sentence of each statement: its concepts' labels in the template of its relation.
struct ExampleGenerator {
  let rules: TestedRules

  /// - Parameter index: the statement's place in the knowledge base.
  func example(of index: Int) -> GeneratedExample {
    let knowledge = rules.knowledge
    let statement = knowledge.statements[index]
    let target = knowledge.concepts[statement.target.int]
    guard let template = template(statement.relation, target.kind) else {
      return .none(reason: "no template says '\(statement.relation.rawValue)' of a \(target.kind.rawValue)")
    }
    var agent = knowledge.concepts[statement.intervention.int].label
    for (place, partner) in statement.partners.enumerated() {
      let join = rules.templates.joins[place == 0 ? 0 : 1]
      agent += " \(join) \(knowledge.concepts[partner.int].label)"
    }
    let sentence = template.says.replacing("{agent}", with: agent).replacing("{target}", with: target.label)
    return .sentence(
      sentence.prefix(1).uppercased() + sentence.dropFirst(),
      JudgedExpectation(verdicts: Self.verdicts(of: statement), reported: .anything))
  }

  private func template(
    _ relation: EvidenceStatement.Relation, _ kind: Concept.Kind
  ) -> ExampleTemplate? {
    rules.templates.templates.first {
      $0.relation == relation && ($0.targets.isEmpty || $0.targets.contains(kind))
    }
  }

  /// The verdicts that a plain claim in the words of the statement may have.
  static func verdicts(of statement: EvidenceStatement) -> [Verdict] {
    let plain = statement.verdict.asVerdict
    switch (statement.relation, statement.verdict) {
    case (.treats, .supported), (.prevents, .supported):
      // What rests on little is true with limits.
      return statement.certainty == .low || statement.certainty == .veryLow ? [.qualified] : [plain]
    case (.causes, .harmful), (.worsens, .harmful):
      // Who says that it harms says what is known.
      return [.supported]
    case (_, .refuted), (_, .harmful):
      // The direction may be wrong against settled biology, too, which is found first.
      return [plain, .contradictory]
    default: return [plain]
    }
  }
}
