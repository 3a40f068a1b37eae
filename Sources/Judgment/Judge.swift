import Claims
import Ingest
import Knowledge

/// Judges the claims of a document and says what to report. Holds no state of a document: one judge serves all threads.
public final class Judge: Sendable {
  let knowledge: KnowledgeBase
  public let options: Options
  let outdated: OutdatedEvidence
  let lookup: EvidenceLookup
  private let knownSources: OnDemand<KnownSources>
  /// Made for the first sentence that names a publication.
  var known: KnownSources { knownSources.value }
  /// Reads the findings of sources where a text names one; nil: they are not read.
  let reader: ClaimReader?
  let signs: SignAlgebra
  let rules: RuleBook
  let harmClass: Int32
  /// The class of what is no treatment.
  let exposureClass: Int32
  /// The class of what may be cured, in every pack; -1 where a pack has none.
  let curableClass: Int32
  /// The class of what makes a treatment unsuitable and is no disease; -1 where no pack has it.
  let circumstanceClass: Int32
  /// Of each cue of the knowledge base.
  let categories: [Cue.Category]
  /// Definitions by condition.
  let definitions: [Int32: [Int32]]
  let regulation: RegulationChecks
  /// Words that announce references, in lower case.
  let referenceHeadings: Set<String>
  /// Outcomes that are an approval, of which rules of advertising speak.
  let approvals: Set<Int32>

  /// - Parameter reader: reads what known sources found, to be held against what a text says they did.
  public init(knowledge: KnowledgeBase, options: Options = Options(), reader: ClaimReader? = nil) {
    self.knowledge = knowledge
    self.options = options
    outdated = OutdatedEvidence(knowledge: knowledge, asOf: options.asOf)
    lookup = EvidenceLookup(knowledge: knowledge)
    knownSources = OnDemand { KnownSources(knowledge: knowledge) }
    self.reader = reader
    signs = SignAlgebra(knowledge: knowledge)
    rules = RuleBook(knowledge: knowledge)
    categories = knowledge.cues.map(\.category)
    harmClass = knowledge.concepts.firstIndex { $0.id == "adverse-effect" }.map(Int32.init) ?? -1
    exposureClass = knowledge.concepts.firstIndex { $0.id == "exposure" }.map(Int32.init) ?? -1
    curableClass = knowledge.concepts.firstIndex { $0.id == "curable-condition" }.map(Int32.init) ?? -1
    circumstanceClass =
      knowledge.concepts.firstIndex { $0.id == "patient-circumstance" }.map(Int32.init) ?? -1
    var definitions: [Int32: [Int32]] = [:]
    for (index, definition) in knowledge.definitions.enumerated() {
      definitions[definition.concept.rawValue, default: []].append(Int32(index))
    }
    self.definitions = definitions
    referenceHeadings = Set(knowledge.referenceHeadings)
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
    var faults = ReferenceFault.all(in: document, headings: referenceHeadings)[...]
    var said = SaidMoves()
    var regulated = regulation.begin(document, reading)
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
      checkCitedSource(sentence, document, reading, &candidates)
      checkPreclinical(Int32(index), document, reading, sentence, &candidates)
      checkReferences(sentence, document, reading, &faults, &candidates)
      let block = document.blocks[Int(sentence.block)]
      if block.kind == .reference, index == 0 || reading.sentences[index - 1].block != sentence.block {
        checkReference(block, document, &candidates)
      }
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
    var match = verdict == .uncovered ? evidence(for: claim, reading, sentence) : nil
    if verdict == .uncovered, match == nil, let repair = repairOfTopic(claim, sentence, reading) {
      match = evidence(for: repair, reading, sentence)
      if match != nil {
        judgment.steps.append(.topic(concept: repair.target.concept))
        claim = repair
      }
    }
    if verdict == .uncovered, let match {
      statement = match.statement
      let dissenting: [EvidenceLookup.Near]
      (verdict, dissenting) = self.verdict(claim, match)
      for near in [match.nearest] + dissenting {
        judgment.steps.append(
          .statement(near.statement, agentSteps: near.agentSteps, targetSteps: near.targetSteps))
      }
      if claimed {
        weigh(claim, index, match, dissenting, verdict, &judgment, &candidates)
        weighComparison(claim, index, match, verdict, &judgment, &candidates)
      } else if dissenting.isEmpty, deniesKnownHarm(claim, match, sentence, document, reading) {
        verdict = .refuted
        candidates.append(denial(of: claim, index, match))
      }
    }
    if verdict == .uncovered {
      judgment.steps.append(.uncovered)
      if claimed { weighUncovered(claim, index, reading, &candidates) }
    }
    let certainty = statement >= 0 ? knowledge.statements[Int(statement)].certainty : nil
    judgment.claims.append(
      JudgedClaim(
        verdict: verdict,
        score: Scoring.score(verdict: verdict, evidence: certainty, wording: claim.wording),
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

  private func evidence(for claim: Claim, _ reading: DocumentReading, _ sentence: Sentence)
    -> EvidenceLookup.Match?
  {
    if claim.target.concept < 0 { return outcomeEvidence(for: claim, reading, sentence) }
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
        relation == .treats || relation == .contraindicated
          || (kind(target) == .outcome && (relation == .causes || relation == .increases))
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
        includingAnyAgent: claim.flags.contains(.cure), prefers: .treats, accepts: accepts)
      // "the white patches" in a text on vitiligo: what is known of vitiligo holds for them.
      if match == nil, claim.topic >= 0,
        knowledge.concepts[Int(claim.topic)].ancestors.contains(where: { $0.concept.rawValue == target })
      {
        return lookup.find(
          agent: claim.agent.concept, partners: partners, target: claim.topic, prefers: .treats,
          accepts: accepts)
      }
      return match
    case .prevents:
      return lookup.find(agent: claim.agent.concept, partners: partners, target: target) { $0 == .prevents }
    case .causes, .worsens:
      let own: EvidenceStatement.Relation = claim.relation == .causes ? .causes : .worsens
      if let match = lookup.find(
        agent: claim.agent.concept, partners: partners, target: target, prefers: own,
        accepts: { $0 == .worsens || $0 == .causes })
      {
        return match
      }
      // "Sunscreen causes skin cancer": what is known to prevent a thing does not bring it about.
      guard claim.target.origin == .named else { return nil }
      let match = lookup.find(agent: claim.agent.concept, partners: partners, target: target) {
        $0 == .prevents
      }
      return match.flatMap { isPreventive(knowledge.statements[Int($0.statement)]) ? $0 : nil }
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

  /// Whether a statement says with some certainty that its intervention prevents its target.
  func isPreventive(_ statement: EvidenceStatement) -> Bool {
    statement.relation == .prevents && statement.verdict == .supported
      && (statement.certainty == .high || statement.certainty == .moderate)
  }

  /// "X is painless and safe", "X blocks all rays": words of safety, or a verb, that are an outcome of which statements say
  /// whether it may be claimed.
  private func outcomeEvidence(for claim: Claim, _ reading: DocumentReading, _ sentence: Sentence)
    -> EvidenceLookup.Match?
  {
    guard claim.agent.concept >= 0,
      claim.relation == .safe || claim.relation == .other,
      kind(claim.agent.concept)?.isIntervention == true
    else { return nil }
    for mention in sentence.mentions {
      let outcome = reading.mentions[Int(mention)].concept
      // A word of safety speaks of the outcome that it names, not of another one in the sentence.
      // Of approval its own check speaks.
      guard kind(outcome) == .outcome, !approvals.contains(outcome),
        claim.relation == .safe
          ? reading.mentions[Int(mention)].range.overlaps(claim.frameRange)
          // Its verb stands right behind its subject.
          : reading.mentions[Int(mention)].range.start == claim.agent.range.end + 1,
        let match = lookup.find(
          agent: claim.agent.concept, partners: [], target: outcome, accepts: { $0 == .causes })
      else { continue }
      return match
    }
    return nil
  }

  /// The verdict of a claim by the nearest statements, and those of them that say otherwise than the first.
  private func verdict(_ claim: Claim, _ match: EvidenceLookup.Match) -> (Verdict, [EvidenceLookup.Near]) {
    let first = verdict(claim, knowledge.statements[Int(match.statement)])
    let dissenting = match.equals.filter {
      verdict(claim, knowledge.statements[Int($0.statement)]).isOther(than: first)
    }
    return (dissenting.isEmpty ? first : .mixed, dissenting)
  }

  /// The verdict of a claim by one statement.
  private func verdict(_ claim: Claim, _ evidence: EvidenceStatement) -> Verdict {
    switch claim.relation {
    case .increases, .decreases, .noEffect:
      let same = evidence.relation.rawValue == claim.relation.rawValue
      if same { return plain(evidence, claim) }
      // The evidence speaks of another direction.
      switch evidence.verdict {
      case .supported:
        return claim.relation == .noEffect || evidence.relation == .noEffect ? .refuted : .contradictory
      case .mixed, .insufficient: return .insufficient
      case .refuted, .harmful: return .uncovered
      }
    case .causes, .worsens:
      if evidence.relation == .prevents { return isPreventive(evidence) ? .refuted : .uncovered }
      // A documented harm that the text states as a harm is borne out.
      if evidence.verdict == .harmful { return .supported }
      return plain(evidence, claim)
    default:
      if evidence.relation == .contraindicated, evidence.verdict != .harmful { return .uncovered }
      return plain(evidence, claim)
    }
  }

  /// The verdict of a statement that says the same as the claim; words beyond its certainty make it a qualified one.
  private func plain(_ evidence: EvidenceStatement, _ claim: Claim) -> Verdict {
    switch evidence.verdict {
    case .supported: claim.wording > WordingScale.limit(evidence.certainty) ? .qualified : .supported
    case .mixed: .mixed
    case .insufficient: .insufficient
    case .refuted: .refuted
    case .harmful: .harmful
    }
  }
}
