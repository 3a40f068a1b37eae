import Claims
import Judgment
import Knowledge

/// An example made from a statement, or why none can be made.
enum GeneratedExample: Equatable {
  case sentence(String, JudgedExpectation)
  case none(reason: String)
}

/// Makes sentences of each statement: its concepts' labels in the templates of its relation.
struct ExampleGenerator {
  let rules: TestedRules
  private var knowledge: KnowledgeBase { rules.knowledge }

  /// One sentence for each template that suits; where none does, the reason.
  ///
  /// - Parameter index: the statement's place in the knowledge base.
  func examples(of index: Int) -> [GeneratedExample] {
    let statement = knowledge.statements[index]
    let target = knowledge.concepts[statement.target.int]
    let templates = rules.templates.templates.filter { template in
      template.relation == statement.relation
        && (template.kinds.isEmpty && template.targets.isEmpty || template.kinds.contains(target.kind)
          || template.targets.contains(statement.target))
    }
    guard !templates.isEmpty else {
      return [
        .none(
          reason:
            "no template says '\(statement.relation.rawValue)' of the \(target.kind.rawValue) '\(target.id)'")
      ]
    }
    var agent = Self.name(knowledge.concepts[statement.intervention.int])
    for (place, partner) in statement.partners.enumerated() {
      let join = rules.templates.joins[place == 0 ? 0 : 1]
      agent += " \(join) \(Self.name(knowledge.concepts[partner.int]))"
    }
    let expectation = expectation(of: statement)
    return templates.map { template in
      let sentence = template.says.replacing("{agent}", with: agent)
        .replacing("{target}", with: Self.name(target))
      return .sentence(sentence.prefix(1).uppercased() + sentence.dropFirst(), expectation)
    }
  }

  /// The first form of a concept that stands in a text as it is written: labels may explain in brackets or list.
  private static func name(_ concept: Concept) -> String {
    ([concept.label] + concept.synonyms).first { !$0.utf8.contains { $0 == 0x28 || $0 == 0x2C } }
      ?? concept.label
  }

  private func expectation(of statement: EvidenceStatement) -> JudgedExpectation {
    if statement.relation == .contraindicated, statement.verdict != .harmful {
      // Where sources differ a flat promise of safety goes too far; where none objects it is no fault by this statement.
      return JudgedExpectation(verdicts: [], reported: statement.verdict == .mixed ? .anything : .nothing)
    }
    // The templates leave the precaution out.
    if statement.relation == .precaution {
      return JudgedExpectation(verdicts: [.refuted], reported: .anything)
    }
    // An outcome that is brought about is reached: claims do not tell the two apart.
    let reaches = statement.relation == .causes && knowledge.concepts[statement.target.int].kind == .outcome
    return JudgedExpectation(
      verdicts: verdicts(of: statement, as: reaches ? .treats : statement.relation), reported: .anything)
  }

  /// The verdicts that a plain claim in the words of the statement may have.
  private func verdicts(
    of statement: EvidenceStatement, as relation: EvidenceStatement.Relation
  ) -> [Verdict] {
    let plain = statement.verdict.asVerdict
    switch (relation, statement.verdict) {
    case (_, .supported):
      // What rests on less than high certainty is true with limits, unless the words keep within them ("can").
      return WordingScale.excess(.plain, over: WordingScale.limit(statement.certainty)) > 0
        ? [.qualified, plain] : [plain]
    case (.causes, .harmful), (.worsens, .harmful):
      // Who says that it harms says what is known.
      return [.supported]
    case (_, .refuted), (_, .harmful), (_, .insufficient):
      // The direction may be wrong against settled biology, too, which is found first.
      return [plain, .contradictory]
    default: return [plain]
    }
  }
}
