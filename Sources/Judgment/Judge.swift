import Claims
import Ingest
import Knowledge

/// Judges the claims of a document and says what to report. Holds no state of a document: one judge serves all threads.
public final class Judge: Sendable {
  let knowledge: KnowledgeBase
  let options: Options
  let lookup: EvidenceLookup
  let signs: SignAlgebra
  let rules: RuleBook
  let harmClass: Int32
  /// The class of what may be cured, in every pack; -1 where a pack has none.
  let curableClass: Int32
  /// The outcome of being approved by a regulator; -1 where no pack has it.
  let approvedOutcome: Int32
  /// Of each cue of the knowledge base.
  let categories: [Cue.Category]
  /// Definitions by condition.
  let definitions: [Int32: [Int32]]

  /// Classes that a device belongs to.
  let deviceClasses: Set<Int32>

  public init(knowledge: KnowledgeBase, options: Options = Options()) {
    self.knowledge = knowledge
    self.options = options
    lookup = EvidenceLookup(knowledge: knowledge)
    signs = SignAlgebra(knowledge: knowledge)
    rules = RuleBook(knowledge: knowledge)
    categories = knowledge.cues.map(\.category)
    harmClass = knowledge.concepts.firstIndex { $0.id == "adverse-effect" }.map(Int32.init) ?? -1
    curableClass = knowledge.concepts.firstIndex { $0.id == "curable-condition" }.map(Int32.init) ?? -1
    approvedOutcome = knowledge.concepts.firstIndex { $0.id == "fda-approved" }.map(Int32.init) ?? -1
    var definitions: [Int32: [Int32]] = [:]
    for (index, definition) in knowledge.definitions.enumerated() {
      definitions[definition.concept.rawValue, default: []].append(Int32(index))
    }
    self.definitions = definitions
    var deviceClasses = Set<Int32>()
    for member in knowledge.concepts where member.kind == .device {
      for ancestor in member.ancestors where knowledge.concepts[ancestor.concept.int].kind == .class {
        deviceClasses.insert(ancestor.concept.rawValue)
      }
    }
    self.deviceClasses = deviceClasses
  }

  /// The verdicts, scores and findings of a document.
  public func judge(_ document: Document, _ reading: DocumentReading) -> Judgment {
    var judgment = Judgment()
    judgment.claims.reserveCapacity(reading.claims.count)
    judgment.steps.reserveCapacity(reading.claims.count * 3)
    var candidates: [Candidate] = []
    let hasReferences = document.blocks.contains { $0.kind == .reference }
    var said = SaidMoves()
    for (index, sentence) in reading.sentences.enumerated() {
      candidates.removeAll(keepingCapacity: true)
      for claim in sentence.claims {
        judge(claim, document, reading, sentence, &said, &judgment, &candidates)
      }
      checkWording(Int32(index), document, reading, sentence, judgment, hasReferences, &candidates)
      if !candidates.isEmpty {
        report(candidates, Int32(index), document, reading, &judgment)
      }
    }
    var named = Set<Int32>()
    for finding in judgment.findings { named.formUnion(finding.claims) }
    for index in judgment.claims.indices {
      judgment.claims[index].isListed = reading.claims[index].isPutForward || named.contains(Int32(index))
    }
    judgment.score = Scoring.document(claims: judgment.claims, findings: judgment.findings)
    return judgment
  }

  func isHarm(_ concept: Int32) -> Bool {
    concept >= 0
      && (concept == harmClass
        || knowledge.concepts[Int(concept)].ancestors.contains { $0.concept.rawValue == harmClass })
  }

  func kind(_ concept: Int32) -> Concept.Kind? { concept < 0 ? nil : knowledge.concepts[Int(concept)].kind }

  // MARK: One claim

  private func judge(
    _ index: Int32, _ document: Document, _ reading: DocumentReading, _ sentence: Sentence,
    _ said: inout SaidMoves,
    _ judgment: inout Judgment, _ candidates: inout [Candidate]
  ) {
    let claim = reading.claims[Int(index)]
    let start = Int32(judgment.steps.count)
    explainWords(claim, reading, &judgment)
    var verdict = Verdict.uncovered
    var statement: Int32 = -1
    let claimed = isClaimed(claim)
    if !claimed { judgment.steps.append(.notClaimed) }

    if let conflict = definitionConflict(claim, reading, sentence) {
      verdict = claimed ? .contradictory : .uncovered
      judgment.steps.append(contentsOf: conflict.steps)
      if claimed { candidates.append(conflict.candidate(for: index)) }
    } else if let conflict = signConflict(claim, reading, sentence, said) {
      verdict = claimed ? .contradictory : .uncovered
      judgment.steps.append(contentsOf: conflict.steps)
      // Who was studied, and with what, recommends nothing.
      if claimed, !claim.flags.contains(.studyDesign) { candidates.append(conflict.candidate(for: index)) }
    }
    if claimed { said.note(claim, knowledge: knowledge, rules: rules) }
    if verdict == .uncovered, let match = evidence(for: claim, reading) {
      statement = match.statement
      let evidence = knowledge.statements[Int(match.statement)]
      verdict = self.verdict(claim, evidence, match)
      judgment.steps.append(
        .statement(match.statement, agentSteps: match.agentSteps, targetSteps: match.targetSteps))
      if match.rival >= 0 {
        judgment.steps.append(
          .statement(match.rival, agentSteps: match.agentSteps, targetSteps: match.targetSteps))
      }
      if claimed { weigh(claim, index, evidence, match.statement, verdict, &judgment, &candidates) }
    }
    if verdict == .uncovered {
      judgment.steps.append(.uncovered)
      if claimed { weighUncovered(claim, index, &candidates) }
    }
    let certainty = statement >= 0 ? knowledge.statements[Int(statement)].certainty : nil
    judgment.claims.append(
      JudgedClaim(
        verdict: verdict,
        score: Scoring.score(
          verdict: verdict, evidence: certainty, strength: claim.strength, certainty: claim.certainty,
          negated: claim.negated),
        statement: statement, derivation: start..<Int32(judgment.steps.count)))
  }

  /// Whether the text puts the claim forward as something that holds.
  func isClaimed(_ claim: Claim) -> Bool {
    if claim.negated || claim.flags.contains(.debunked) || claim.flags.contains(.warnedAgainst) {
      return false
    }
    switch claim.certainty {
    case .question, .unknown, .conditional: return false
    case .asserted, .hedged, .reported: return true
    }
  }

  private func explainWords(_ claim: Claim, _ reading: DocumentReading, _ judgment: inout Judgment) {
    if claim.frame >= 0 { judgment.steps.append(.frame(claim.frame)) }
    if claim.agent.origin == .topic { judgment.steps.append(.topic(concept: claim.agent.concept)) }
    if claim.agent.origin == .reference, claim.agent.concept >= 0 {
      judgment.steps.append(.reference(concept: claim.agent.concept))
    }
    if claim.target.origin == .reference, claim.target.concept >= 0 {
      judgment.steps.append(.reference(concept: claim.target.concept))
    }
    if claim.target.origin == .topic { judgment.steps.append(.topic(concept: claim.target.concept)) }
    for place in claim.cues { judgment.steps.append(.cue(reading.claimCues[Int(place)])) }
  }

  // MARK: Evidence

  private func evidence(for claim: Claim, _ reading: DocumentReading) -> EvidenceLookup.Match? {
    guard claim.target.concept >= 0, !claim.flags.contains(.otherSite),
      claim.target.origin != .topic || claim.strength >= .strong
    else {
      return nil
    }
    let partners = claim.partners.map { reading.partners[Int($0)].concept }
    let agentKind = kind(claim.agent.concept)
    if claim.agent.concept >= 0, agentKind?.isIntervention != true { return nil }
    let target = claim.target.concept
    switch claim.relation {
    case .treats:
      let accepts: (EvidenceStatement.Relation) -> Bool = { [self] relation in
        relation == .treats || (kind(target) == .outcome && (relation == .causes || relation == .increases))
          || (kind(target) == .quantity && relation == .increases)
      }
      let match = lookup.find(
        agent: claim.agent.concept, partners: partners, target: target,
        includingAnyAgent: claim.flags.contains(.cure),
        accepts: accepts)
      // "the white patches" in a text on vitiligo: what is known of vitiligo holds for them.
      if match == nil, claim.topic >= 0,
        knowledge.concepts[Int(claim.topic)].ancestors.contains(where: { $0.concept.rawValue == target })
      {
        return lookup.find(
          agent: claim.agent.concept, partners: partners, target: claim.topic, accepts: accepts)
      }
      return match
    case .prevents:
      return lookup.find(agent: claim.agent.concept, partners: partners, target: target) { $0 == .prevents }
    case .causes:
      return lookup.find(agent: claim.agent.concept, partners: partners, target: target) {
        $0 == .causes || $0 == .worsens
      }
    case .worsens:
      return lookup.find(agent: claim.agent.concept, partners: partners, target: target) {
        $0 == .worsens || $0 == .causes
      }
    case .increases, .decreases, .noEffect:
      return lookup.find(agent: claim.agent.concept, partners: partners, target: target) {
        $0 == .increases || $0 == .decreases || $0 == .noEffect
      }
    case .safe, .other: return nil
    }
  }

  /// The verdict of a claim by a statement on the same pair.
  private func verdict(_ claim: Claim, _ evidence: EvidenceStatement, _ match: EvidenceLookup.Match)
    -> Verdict
  {
    if match.rival >= 0 { return .mixed }
    switch claim.relation {
    case .increases, .decreases, .noEffect:
      let same = evidence.relation.rawValue == claim.relation.rawValue
      if same { return plain(evidence) }
      // The evidence speaks of another direction.
      switch evidence.verdict {
      case .supported:
        return claim.relation == .noEffect || evidence.relation == .noEffect ? .refuted : .contradictory
      case .mixed, .insufficient: return .insufficient
      case .refuted, .harmful: return .uncovered
      }
    case .causes, .worsens:
      // A documented harm that the text states as a harm is borne out.
      if evidence.verdict == .harmful { return .supported }
      return plain(evidence)
    default:
      if evidence.verdict == .supported, evidence.certainty == .low || evidence.certainty == .veryLow {
        return .qualified
      }
      return plain(evidence)
    }
  }

  private func plain(_ evidence: EvidenceStatement) -> Verdict {
    switch evidence.verdict {
    case .supported: .supported
    case .mixed: .mixed
    case .insufficient: .insufficient
    case .refuted: .refuted
    case .harmful: .harmful
    }
  }

  /// Strong words for an agent that no evidence is known for, and none is named.
  private func weighUncovered(_ claim: Claim, _ index: Int32, _ candidates: inout [Candidate]) {
    guard claim.strength >= .strong, claim.certainty != .hedged,
      claim.relation == .treats || claim.relation == .prevents,
      kind(claim.target.concept) == .condition, !isHarm(claim.target.concept),
      claim.attribution != .fullCitation, claim.attribution != .inTextReference,
      !claim.flags.contains(.definitional), !claim.flags.contains(.studyDesign), claim.certainty != .reported,
      claim.strength == .absolute || !claim.cues.isEmpty, claim.target.origin != .topic
    else { return }
    var candidate = rules.candidate(.unsupported)
    candidate.claims = [index]
    candidate.agents = [claim.agent]
    candidate.target = claim.target
    candidate.cueRange = claim.range
    candidates.append(candidate)
  }

  /// Which finding the evidence makes of a claim that is put forward.
  private func weigh(
    _ claim: Claim, _ index: Int32, _ evidence: EvidenceStatement, _ statement: Int32, _ verdict: Verdict,
    _ judgment: inout Judgment, _ candidates: inout [Candidate]
  ) {
    guard !claim.flags.contains(.heading) || claim.strength >= .strong, !claim.flags.contains(.studyDesign),
      !claim.flags.contains(.prepositional) || claim.strength >= .strong, claim.agent.origin != .topic
    else { return }
    var candidate: Candidate?
    switch verdict {
    case .contradictory:
      candidate = rules.candidate(.opposesEffect)
    case .refuted:
      guard claim.relation != .causes, claim.relation != .worsens else { return }
      candidate = rules.candidate(.refuted)
      if claim.certainty == .hedged { candidate?.severity = .warning }
    case .harmful:
      candidate = rules.candidate(.harmful)
      if claim.certainty == .hedged { candidate?.severity = .warning }
    case .insufficient:
      guard
        claim.relation == .treats || claim.relation == .prevents || claim.relation == .increases
          || claim.relation == .decreases
      else { return }
      if claim.certainty == .hedged || claim.flags.contains(.conditional) || claim.strength == .weak {
        guard claim.strength >= .strong else { return }
        candidate = rules.candidate(.overstated)
        if claim.target.origin == .topic { candidate?.severity = .note }
      } else {
        candidate = rules.candidate(claim.strength >= .strong ? .overstated : .insufficient)
      }
    case .mixed, .qualified:
      guard claim.strength >= .strong, claim.certainty != .hedged else { return }
      candidate = rules.candidate(.overstated)
    case .supported:
      guard claim.relation == .treats || claim.relation == .prevents, claim.strength >= .strong,
        claim.certainty == .asserted, evidence.certainty != .high
      else { return }
      candidate = rules.candidate(.overstated)
      if evidence.certainty == .moderate { candidate?.severity = .note }
    case .uncovered: return
    }
    guard var candidate else { return }
    if claim.attribution == .fullCitation || claim.attribution == .inTextReference,
      candidate.severity == .warning
    {
      // The reader can look up what the sentence rests on.
      candidate.severity = .note
    }
    judgment.steps.append(.wording(claim.strength, evidence.certainty))
    candidate.claims = [index]
    candidate.statements = [statement]
    candidate.agents = [claim.agent]
    candidate.target = claim.target
    candidate.certainty = evidence.certainty
    candidates.append(candidate)
  }
}
