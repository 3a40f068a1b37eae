import Claims
import Ingest
import Knowledge

/// Judges the claims of a document and says what to report. Holds no state of a document: one judge serves all threads.
public final class Judge: Sendable {
  let knowledge: KnowledgeBase
  let options: Options
  let outdated: OutdatedEvidence
  let lookup: EvidenceLookup
  let signs: SignAlgebra
  let rules: RuleBook
  let harmClass: Int32
  /// The class of what is no treatment.
  let exposureClass: Int32
  /// The class of what may be cured, in every pack; -1 where a pack has none.
  let curableClass: Int32
  /// Of each cue of the knowledge base.
  let categories: [Cue.Category]
  /// Definitions by condition.
  let definitions: [Int32: [Int32]]
  let regulation: RegulationChecks
  /// Outcomes that are an approval, of which rules of advertising speak.
  let approvals: Set<Int32>

  public init(knowledge: KnowledgeBase, options: Options = Options()) {
    self.knowledge = knowledge
    self.options = options
    outdated = OutdatedEvidence(knowledge: knowledge, asOf: options.asOf)
    lookup = EvidenceLookup(knowledge: knowledge)
    signs = SignAlgebra(knowledge: knowledge)
    rules = RuleBook(knowledge: knowledge)
    categories = knowledge.cues.map(\.category)
    harmClass = knowledge.concepts.firstIndex { $0.id == "adverse-effect" }.map(Int32.init) ?? -1
    exposureClass = knowledge.concepts.firstIndex { $0.id == "exposure" }.map(Int32.init) ?? -1
    curableClass = knowledge.concepts.firstIndex { $0.id == "curable-condition" }.map(Int32.init) ?? -1
    var definitions: [Int32: [Int32]] = [:]
    for (index, definition) in knowledge.definitions.enumerated() {
      definitions[definition.concept.rawValue, default: []].append(Int32(index))
    }
    self.definitions = definitions
    approvals = Set(
      knowledge.regulation.faults.flatMap(\.unless).flatMap(\.evidence).map(\.rawValue))
    regulation = RegulationChecks(
      knowledge: knowledge, lookup: lookup, categories: categories, options: options)
  }

  /// The verdicts, scores and findings of a document.
  ///
  /// - Parameter others: what other documents say, to hold this one against those that come before it; nil: none.
  public func judge(_ document: Document, _ reading: DocumentReading, among others: Others? = nil) -> Judgment
  {
    var judgment = Judgment()
    judgment.claims.reserveCapacity(reading.claims.count)
    judgment.steps.reserveCapacity(reading.claims.count * 3)
    var candidates: [Candidate] = []
    let hasReferences = document.blocks.contains { $0.kind == .reference }
    var said = SaidMoves()
    var regulated = RegulationChecks.DocumentState()
    var noted = Set<OutdatedEvidence.Record>()
    var consistency = Consistency(judge: self, document, reading, others)
    for (index, sentence) in reading.sentences.enumerated() {
      candidates.removeAll(keepingCapacity: true)
      for claim in sentence.claims {
        judge(claim, document, reading, sentence, &said, &judgment, &candidates)
      }
      checkBothWays(sentence, reading, &candidates)
      checkRegulation(sentence, document, reading, &regulated, &candidates)
      checkWording(Int32(index), document, reading, sentence, judgment, hasReferences, &candidates)
      consistency.check(Int32(index), &judgment, &candidates)
      if !candidates.isEmpty {
        report(candidates, Int32(index), document, reading, &judgment)
      }
      if !outdated.isEmpty { noteOutdated(Int32(index), document, reading, &noted, &judgment) }
    }
    var named = Set<Int32>()
    for finding in judgment.findings { named.formUnion(finding.claims) }
    for index in judgment.claims.indices {
      judgment.claims[index].isListed = reading.claims[index].isPutForward || named.contains(Int32(index))
    }
    judgment.score = Scoring.document(claims: judgment.claims, findings: judgment.findings)
    return judgment
  }

  /// Whether a finding rule (a place in the knowledge base) names a verdict that reports list, and makes no finding.
  public func namesVerdict(_ rule: Int32) -> Bool { rules.candidate(.uncovered).rule == rule }

  func isHarm(_ concept: Int32) -> Bool {
    concept >= 0
      && (concept == harmClass
        || knowledge.concepts[Int(concept)].ancestors.contains { $0.concept.rawValue == harmClass })
  }

  func isExposure(_ concept: Int32) -> Bool {
    concept >= 0
      && knowledge.concepts[Int(concept)].ancestors.contains { $0.concept.rawValue == exposureClass }
  }

  func kind(_ concept: Int32) -> Concept.Kind? { concept < 0 ? nil : knowledge.concepts[Int(concept)].kind }

  // MARK: One claim

  private func judge(
    _ index: Int32, _ document: Document, _ reading: DocumentReading, _ sentence: Sentence,
    _ said: inout SaidMoves,
    _ judgment: inout Judgment, _ candidates: inout [Candidate]
  ) {
    var claim = reading.claims[Int(index)]
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
    var match = verdict == .uncovered ? evidence(for: claim, reading) : nil
    if verdict == .uncovered, match == nil, let repair = repairOfTopic(claim, sentence, reading) {
      match = evidence(for: repair, reading)
      if match != nil {
        judgment.steps.append(.topic(concept: repair.target.concept))
        claim = repair
      }
    }
    if verdict == .uncovered, let match {
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
      if claimed { weighUncovered(claim, index, reading, &candidates) }
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
    for place in claim.cues where !isSaidByAnother(place, of: claim, reading) {
      judgment.steps.append(.cue(reading.claimCues[Int(place)]))
    }
  }

  /// "Research has shown that" is a vague source, and says as well that somebody found it: one step for both.
  private func isSaidByAnother(_ place: Int32, of claim: Claim, _ reading: DocumentReading) -> Bool {
    let cue = reading.cues[Int(reading.claimCues[Int(place)])]
    guard categories[Int(cue.cue)] == .reported else { return false }
    return claim.cues.contains { other in
      let wider = reading.cues[Int(reading.claimCues[Int(other)])]
      return other != place && wider.range.overlaps(cue.range)
        && (categories[Int(wider.cue)] == .vagueSource
          || wider.range.end - wider.range.start > cue.range.end - cue.range.start)
    }
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
      // "erases wrinkles": what is known of that outcome, before what is known of the condition in it.
      for outcome in outcomes(around: claim, reading) {
        if let match = lookup.find(
          agent: claim.agent.concept, partners: partners, target: outcome,
          includingAnyAgent: !claim.flags.contains(.cure), accepts: accepts)
        {
          return match
        }
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
      return lookup.find(agent: claim.agent.concept, partners: partners, target: target, prefers: .causes) {
        $0 == .causes || $0 == .worsens
      }
    case .worsens:
      return lookup.find(agent: claim.agent.concept, partners: partners, target: target, prefers: .worsens) {
        $0 == .worsens || $0 == .causes
      }
    case .increases, .decreases, .noEffect:
      return lookup.find(
        agent: claim.agent.concept, partners: partners, target: target,
        prefers: EvidenceStatement.Relation(rawValue: claim.relation.rawValue)
      ) {
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
  private func weighUncovered(
    _ claim: Claim, _ index: Int32, _ reading: DocumentReading, _ candidates: inout [Candidate]
  ) {
    guard claim.strength >= .strong, claim.certainty != .hedged,
      claim.relation == .treats || claim.relation == .prevents,
      kind(claim.target.concept) == .condition, !isHarm(claim.target.concept),
      claim.attribution != .fullCitation, claim.attribution != .inTextReference,
      !claim.flags.contains(.definitional), !claim.flags.contains(.studyDesign), claim.certainty != .reported,
      claim.agent.concept >= 0 || namesProduct(claim, reading),
      claim.strength == .absolute || isStressed(claim, reading), claim.target.origin != .topic,
      !claim.flags.contains(.otherSite)
    else { return }
    var candidate = rules.candidate(.unsupported)
    candidate.claims = [index]
    candidate.agents = [claim.agent]
    candidate.target = claim.target
    candidate.cueRange = claim.range
    candidates.append(candidate)
  }

  /// Whether an agent that the rules do not know is at least a product or a treatment ("our method"), or is left unnamed.
  private func namesProduct(_ claim: Claim, _ reading: DocumentReading) -> Bool {
    let sentence = reading.sentences[Int(claim.sentence)]
    return claim.agent.range.isEmpty
      || sentence.mentions.contains { reading.mentions[Int($0)].range.overlaps(claim.agent.range) }
      || sentence.cues.contains { place in
        let cue = reading.cues[Int(place)]
        return categories[Int(cue.cue)] == .reference && cue.range.overlaps(claim.agent.range)
      }
  }

  /// Whether words of their own make the claim strong, and not its verb alone ("clears").
  private func isStressed(_ claim: Claim, _ reading: DocumentReading) -> Bool {
    claim.cues.contains { place in
      let category = categories[Int(reading.cues[Int(reading.claimCues[Int(place)])].cue)]
      return category == .booster || category == .vagueSource || category == .absolute
    }
  }

  /// Which finding the evidence makes of a claim that is put forward.
  private func weigh(
    _ claim: Claim, _ index: Int32, _ evidence: EvidenceStatement, _ statement: Int32, _ verdict: Verdict,
    _ judgment: inout Judgment, _ candidates: inout [Candidate]
  ) {
    guard !claim.flags.contains(.heading) || claim.strength >= .strong, !claim.flags.contains(.studyDesign),
      !claim.flags.contains(.prepositional) || claim.strength >= .strong, claim.agent.origin != .topic,
      // What is said of approval has a rule of its own.
      !approvals.contains(claim.target.concept)
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
      // "Can" and "aims to" promise the effect to the reader; "may" does not.
      let isHedged = claim.certainty == .hedged && !claim.flags.contains(.ability)
      if isHedged || claim.flags.contains(.conditional) || claim.strength == .weak {
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
