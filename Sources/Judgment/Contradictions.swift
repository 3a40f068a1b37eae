import Claims
import Ingest
import Knowledge

/// A contradiction found in a claim: which rule it breaks, by which steps.
struct Contradiction {
  var check: RuleBook.Check
  var agents: [Participant]
  var target: Participant
  var quantity: Int32
  var direction: Concept.Direction?
  var state: Concept.State
  var steps: [DerivationStep]
  var definitions: [Int32]
  var statements: [Int32]
  var sources: [Int32]
  /// The first of `statements`, with how far it lies from what the sentence says.
  var nearest: EvidenceLookup.Near?
  var rules: RuleBook

  func candidate(for claim: Int32) -> Candidate {
    var candidate = rules.candidate(check)
    candidate.claims = [claim]
    candidate.agents = agents
    candidate.target = target
    candidate.quantity = quantity
    candidate.direction = direction
    candidate.state = state
    candidate.definitions = definitions
    candidate.statements = statements
    candidate.nearest = nearest
    candidate.sources = sources
    return candidate
  }
}

extension Judge {
  // MARK: Definitions

  /// A cause or definition with the wrong sign, or a condition filed under its opposite.
  func definitionConflict(_ claim: Claim, _ reading: DocumentReading, _ sentence: Sentence) -> Contradiction?
  {
    if let conflict = kindConflict(claim) ?? colourConflict(claim) { return conflict }
    guard claim.target.concept >= 0, kind(claim.target.concept) == .condition else { return nil }
    if let named = claim.agent.deviation, claim.agent.concept >= 0,
      claim.relation == .causes || claim.flags.contains(.definitional)
    {
      let quantity = claim.agent.concept
      guard let state = signs.state(of: claim.target.concept, in: quantity),
        signs.isLow(state) && named == .high || state == .high && signs.isLow(named)
      else { return nil }
      return Contradiction(
        check: .definition, agents: [claim.agent], target: claim.target, quantity: quantity, direction: nil,
        state: state,
        steps: [
          .namedState(quantity: quantity, state: named),
          .state(concept: claim.target.concept, quantity: quantity, state: state),
        ] + definitionSteps(claim.target.concept), definitions: definitions(of: claim.target.concept),
        statements: [],
        sources: [], rules: rules)
    }
    guard claim.flags.contains(.definitional), claim.agent.concept >= 0,
      kind(claim.agent.concept) == .condition,
      !isHarm(claim.target.concept), !isHarm(claim.agent.concept),
      let opposition = signs.opposition(claim.agent.concept, claim.target.concept)
    else { return nil }
    // Two diseases may stand in one person; a state of the skin ("hypopigmentation") may not stand in its opposite.
    if claim.flags.contains(.population), !isClassOfConditions(claim.agent.concept) { return nil }
    // A harm of a treatment may appear in people with the opposite condition.
    for other in sentence.claims where reading.claims[Int(other)].relation == .causes {
      let harm = reading.claims[Int(other)]
      if harm.target.concept == claim.agent.concept || harm.target.concept == claim.target.concept,
        harm.agent.deviation == nil
      {
        return nil
      }
    }
    return Contradiction(
      check: .taxonomy, agents: [claim.agent], target: claim.target, quantity: opposition.quantity,
      direction: nil,
      state: opposition.b,
      steps: [
        .state(concept: claim.agent.concept, quantity: opposition.quantity, state: opposition.a),
        .state(concept: claim.target.concept, quantity: opposition.quantity, state: opposition.b),
      ] + definitionSteps(claim.target.concept),
      definitions: definitions(of: claim.agent.concept) + definitions(of: claim.target.concept),
      statements: [],
      sources: [], rules: rules)
  }

  /// An agent said to be a kind of another one that it has nothing to do with. Only single agents are held against each
  /// other: the vocabulary need not know every class that something belongs to.
  private func kindConflict(_ claim: Claim) -> Contradiction? {
    guard claim.flags.contains(.definitional), claim.agent.concept >= 0, claim.target.concept >= 0,
      claim.frame >= 0, let inner = kind(claim.agent.concept), let outer = kind(claim.target.concept),
      inner == .substance || inner == .drug, outer == .substance || outer == .drug
    else { return nil }
    let agent = knowledge.concepts[Int(claim.agent.concept)]
    let target = knowledge.concepts[Int(claim.target.concept)]
    func isUnder(_ a: Concept, _ b: Int32) -> Bool { a.ancestors.contains { $0.concept.rawValue == b } }
    let hasMembers = knowledge.concepts.contains { isUnder($0, claim.target.concept) }
    guard !isUnder(agent, claim.target.concept), !isUnder(target, claim.agent.concept), !hasMembers else {
      return nil
    }
    return Contradiction(
      check: .kind, agents: [claim.agent], target: claim.target, quantity: -1, direction: nil,
      state: .disordered,
      steps: [.notAKind(claim.agent.concept, of: claim.target.concept)], definitions: [], statements: [],
      sources: [],
      rules: rules)
  }

  private func isClassOfConditions(_ concept: Int32) -> Bool {
    knowledge.concepts.contains { $0.ancestors.contains { $0.concept.rawValue == concept } }
  }

  /// "Vitiligo darkens the skin": a condition said to move the quantity that it deviates in the other way.
  private func colourConflict(_ claim: Claim) -> Contradiction? {
    guard claim.relation == .other, claim.frame >= 0, claim.agent.concept >= 0,
      kind(claim.agent.concept) == .condition,
      let direction = knowledge.frames[Int(claim.frame)].movesDirection,
      let quantity = rules.quantity(of: claim.frame),
      let state = signs.state(of: claim.agent.concept, in: quantity), signs.opposes(direction, state)
    else { return nil }
    return Contradiction(
      check: .definition, agents: [], target: claim.agent, quantity: quantity, direction: direction,
      state: state,
      steps: [
        .movedByWords(quantity: quantity, direction: direction),
        .state(concept: claim.agent.concept, quantity: quantity, state: state),
      ] + definitionSteps(claim.agent.concept), definitions: definitions(of: claim.agent.concept),
      statements: [],
      sources: [], rules: rules)
  }

  private func definitionSteps(_ concept: Int32) -> [DerivationStep] {
    definitions(of: concept).map { .definition($0) }
  }

  /// The definitions of a condition, or of its nearest class that has one.
  func definitions(of concept: Int32) -> [Int32] {
    if let own = definitions[concept] { return own }
    for ancestor in knowledge.concepts[Int(concept)].ancestors {
      if let inherited = definitions[ancestor.concept.rawValue] { return inherited }
    }
    return []
  }

  // MARK: Signs

  /// An agent offered for a condition that it would deepen, or said to move a quantity the other way than it does.
  func signConflict(
    _ claim: Claim, _ reading: DocumentReading, _ sentence: Sentence, _ said: SaidMoves
  ) -> Contradiction? {
    if claim.flags.contains(.otherSite) { return nil }
    switch claim.relation {
    case .treats, .prevents:
      guard claim.target.concept >= 0 else { return nil }
      return kind(claim.target.concept) == .condition
        ? treatmentConflict(claim, reading, said)
        : effectConflict(claim) ?? topicConflict(claim, reading, sentence)
    case .increases, .decreases, .other:
      return effectConflict(claim) ?? topicConflict(claim, reading, sentence)
    case .causes, .worsens, .noEffect, .safe: return nil
    }
  }

  private func treatmentConflict(_ claim: Claim, _ reading: DocumentReading, _ said: SaidMoves)
    -> Contradiction?
  {
    var agents: [Participant] = []
    var found: SignAlgebra.Conflict?
    let partners = claim.partners.map { reading.partners[Int($0)] }
    for agent in [claim.agent] + partners {
      guard
        let conflict = signs.conflict(
          signs.moves(of: agent) + said.moves(of: agent.concept), with: claim.target.concept)
      else { continue }
      if coversException(agent, claim, reading) { continue }
      agents.append(agent)
      found = found ?? conflict
    }
    if found == nil, claim.frame >= 0 {
      // The verb itself moves the quantity: "bleach the pale patches".
      if let direction = knowledge.frames[Int(claim.frame)].movesDirection,
        let quantity = rules.quantity(of: claim.frame),
        let conflict = signs.conflict(
          [SignAlgebra.Move(quantity: quantity, direction: direction, source: -1)], with: claim.target.concept
        ),
        !coversException(claim.agent, claim, reading)
      {
        agents = [claim.agent]
        found = conflict
      }
    }
    guard let found else { return nil }
    return contradiction(.opposesCondition, agents, claim.target, found)
  }

  /// A curated statement that supports the use (depigmenting the remaining skin in extensive vitiligo) settles it.
  private func coversException(_ agent: Participant, _ claim: Claim, _ reading: DocumentReading) -> Bool {
    guard agent.concept >= 0 else { return false }
    guard
      let match = lookup.find(
        agent: agent.concept, partners: claim.partners.map { reading.partners[Int($0)].concept },
        target: claim.target.concept, accepts: { $0 == .treats || $0 == .prevents })
    else { return false }
    let verdict = knowledge.statements[Int(match.statement)].verdict
    return verdict == .supported || (verdict == .mixed && match.nearest.agentSteps == 0)
  }

  private func contradiction(
    _ check: RuleBook.Check, _ agents: [Participant], _ target: Participant, _ conflict: SignAlgebra.Conflict
  ) -> Contradiction {
    var steps: [DerivationStep] = []
    var sources: [Int32] = []
    var statements: [Int32] = []
    var nearest: EvidenceLookup.Near?
    for agent in agents {
      guard let move = signs.moves(of: agent).first(where: { $0.quantity == conflict.move.quantity }) else {
        steps.append(.movedByWords(quantity: conflict.move.quantity, direction: conflict.move.direction))
        continue
      }
      if move.source >= 0 {
        steps.append(
          .effect(
            concept: agent.concept, quantity: move.quantity, direction: move.direction, source: move.source))
        if !sources.contains(move.source) { sources.append(move.source) }
      } else {
        steps.append(.movedByWords(quantity: move.quantity, direction: move.direction))
      }
      if agent.concept >= 0,
        let warning = lookup.find(
          agent: agent.concept, partners: [], target: target.concept,
          accepts: { $0 == .contraindicated || $0 == .treats || $0 == .worsens }),
        knowledge.statements[Int(warning.statement)].verdict != .supported
      {
        if !statements.contains(warning.statement) { statements.append(warning.statement) }
        nearest = nearest ?? warning.nearest
        steps.append(
          .statement(
            warning.statement, agentSteps: warning.nearest.agentSteps,
            targetSteps: warning.nearest.targetSteps))
      }
    }
    steps.append(.state(concept: target.concept, quantity: conflict.move.quantity, state: conflict.state))
    steps.append(.sameSign)
    return Contradiction(
      check: check, agents: agents, target: target, quantity: conflict.move.quantity,
      direction: conflict.move.direction, state: conflict.state, steps: steps,
      definitions: definitions(of: target.concept), statements: statements, sources: sources,
      nearest: nearest, rules: rules)
  }

  /// "Kojic acid stimulates melanin": against the known direction of the agent.
  private func effectConflict(_ claim: Claim) -> Contradiction? {
    if claim.relation == .treats, claim.target.concept >= 0, kind(claim.target.concept) == .outcome {
      return outcomeConflict(claim)
    }
    guard claim.relation == .increases || claim.relation == .decreases, claim.target.concept >= 0,
      claim.target.deviation == nil || claim.target.deviation == .high || claim.target.deviation == .low,
      claim.agent.movesQuantity < 0
    else { return nil }
    let said: Concept.Direction = claim.relation == .increases ? .increases : .decreases
    for move in signs.moves(of: claim.agent) where move.quantity == claim.target.concept {
      guard move.direction != .noEffect, move.direction != said else { continue }
      return Contradiction(
        check: .opposesEffect, agents: [claim.agent], target: claim.target, quantity: move.quantity,
        direction: move.direction, state: .disordered,
        steps: [
          .effect(
            concept: claim.agent.concept, quantity: move.quantity, direction: move.direction,
            source: move.source)
        ], definitions: [], statements: [], sources: move.source >= 0 ? [move.source] : [], rules: rules)
    }
    return nil
  }

  /// "Kojic acid promotes repigmentation": the outcome is a change that the agent works against.
  private func outcomeConflict(_ claim: Claim) -> Contradiction? {
    guard claim.agent.movesQuantity < 0 else { return nil }
    for change in knowledge.concepts[Int(claim.target.concept)].effects {
      for move in signs.moves(of: claim.agent) where move.quantity == change.quantity.rawValue {
        guard move.direction != .noEffect, move.direction != change.direction else { continue }
        return Contradiction(
          check: .opposesEffect, agents: [claim.agent], target: claim.target, quantity: move.quantity,
          direction: move.direction, state: .disordered,
          steps: [
            .effect(
              concept: claim.agent.concept, quantity: move.quantity, direction: move.direction,
              source: move.source),
            .effect(
              concept: claim.target.concept, quantity: change.quantity.rawValue, direction: change.direction,
              source: change.source),
          ], definitions: [], statements: [], sources: [move.source, change.source].filter { $0 >= 0 },
          rules: rules)
      }
    }
    return nil
  }

  /// Whether the sentence names a condition that the moves would deepen, other than as a harm or a cause.
  private func namesCondition(_ moves: [SignAlgebra.Move], _ sentence: Sentence, _ reading: DocumentReading)
    -> Bool
  {
    let named = sentence.mentions.contains { place in
      let concept = reading.mentions[Int(place)].concept
      return concept >= 0 && kind(concept) == .condition && signs.conflict(moves, with: concept) != nil
    }
    let isDenied = sentence.cues.contains { place in
      switch categories[Int(reading.cues[Int(place)].cue)] {
      case .negation, .warning, .denial, .unknown: true
      default: false
      }
    }
    return named && !isDenied
      && !sentence.claims.contains { place in
        let other = reading.claims[Int(place)]
        return other.relation == .causes || other.relation == .worsens || other.flags.contains(.definitional)
      }
  }

  /// In a text about a condition that lacks a quantity, lowering that quantity is offered as a benefit.
  private func topicConflict(_ claim: Claim, _ reading: DocumentReading, _ sentence: Sentence)
    -> Contradiction?
  {
    guard claim.topic >= 0, claim.flags.isDisjoint(with: [.heading, .deepening]), claim.target.concept >= 0
    else {
      return nil
    }
    let moves: [SignAlgebra.Move]
    switch claim.relation {
    case .increases:
      moves = [SignAlgebra.Move(quantity: claim.target.concept, direction: .increases, source: -1)]
    case .decreases:
      moves = [SignAlgebra.Move(quantity: claim.target.concept, direction: .decreases, source: -1)]
    case .other where claim.frame >= 0:
      guard let direction = knowledge.frames[Int(claim.frame)].movesDirection else { return nil }
      moves = [SignAlgebra.Move(quantity: claim.target.concept, direction: direction, source: -1)]
    case .treats where kind(claim.target.concept) == .outcome:
      moves = knowledge.concepts[Int(claim.target.concept)].effects.map {
        SignAlgebra.Move(quantity: $0.quantity.rawValue, direction: $0.direction, source: -1)
      }
    default: return nil
    }
    guard let conflict = signs.conflict(moves, with: claim.topic) else { return nil }
    // It must be offered as something good: by its words, by the advice that it continues, or because the sentence goes on
    // to speak of the condition without calling it a harm.
    guard
      claim.flags.contains(.benefit) && (claim.agent.origin != .none || claim.relation != .decreases)
        || claim.flags.contains(.continuesAdvice)
        || (claim.agent.origin != .none && namesCondition(moves, sentence, reading))
    else { return nil }
    // "Hydroquinone can cause ochronosis, a blue-black darkening": the condition is the agent's own harm.
    if claim.agent.concept >= 0, isHarm(claim.topic),
      let harm = lookup.find(
        agent: claim.agent.concept, partners: [], target: claim.topic, accepts: { $0 == .causes }),
      knowledge.statements[Int(harm.statement)].verdict == .harmful
    {
      return nil
    }
    // "…, so nobody should expect it to help with melasma": help is denied.
    if sentence.claims.contains(where: { place in
      let other = reading.claims[Int(place)]
      return other.negated && other.agent.concept == claim.agent.concept && other.relation == .treats
    }) {
      return nil
    }
    // Where the sentence itself speaks of another condition, it is about that one.
    for mention in sentence.mentions {
      let concept = reading.mentions[Int(mention)].concept
      if concept >= 0, kind(concept) == .condition, signs.conflict(moves, with: concept) == nil { return nil }
    }
    // The agent must be one that moves the quantity: a general word for a treatment says nothing about it.
    guard claim.agent.concept < 0 || !signs.moves(of: claim.agent).isEmpty || claim.flags.contains(.benefit)
    else {
      return nil
    }
    var target = claim.target
    target.concept = claim.topic
    target.origin = .topic
    var result = contradiction(.opposesCondition, [claim.agent], target, conflict)
    result.steps.insert(.topic(concept: claim.topic), at: 0)
    return result
  }
}
