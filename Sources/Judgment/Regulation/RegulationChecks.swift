import Claims
import Ingest
import Knowledge

/// Finds what rules of advertising bar, by what a sentence claims and how it words it.
struct RegulationChecks: Sendable {
  let knowledge: KnowledgeBase
  let book: RegulationBook
  let classifier: ProductClassifier
  let lookup: EvidenceLookup
  let categories: [Cue.Category]
  let jurisdictions: [String]

  /// What is found once for a document.
  struct DocumentState {
    let texts: Texts
    /// Whether the text sells; nil: not asked yet.
    var sells: Bool?
    /// Faults that are reported once and were.
    var reported: [Bool]
    /// What stands where; nil: not asked yet.
    var reach: RegulationReach?
    /// The sentence, counted from 1, that each fault was looked for in last.
    var lastLookedFor: [Int32]
    var sentences: Int32 = 0
  }

  /// The state at the beginning of a document.
  func begin(_ document: Document, _ reading: DocumentReading) -> DocumentState {
    DocumentState(
      texts: Texts(document: document, reading: reading),
      reported: Array(repeating: false, count: book.faults.count),
      lastLookedFor: Array(repeating: 0, count: book.faults.count))
  }

  /// A document and what was read from it; a class, since it goes along with each sentence.
  final class Texts {
    let document: Document
    let reading: DocumentReading

    init(document: Document, reading: DocumentReading) {
      self.document = document
      self.reading = reading
    }
  }

  /// A sentence with the wordings that stand in it.
  struct Place {
    let texts: Texts
    var document: Document { texts.document }
    var reading: DocumentReading { texts.reading }
    let sentence: Sentence
    /// Undenied wordings: the number and the bytes.
    var wordings: [(number: Int32, range: ByteRange)]
    /// The bytes of all wordings: a word of denial inside one belongs to it.
    var all: [ByteRange]
  }

  /// What makes a fault.
  struct Hit {
    var range: ByteRange
    var claim: Int32 = -1
    var agent: Participant?
    var target = Participant.nobody
    var standing = ProductClassifier.Standing.none
    var isAssumed = false
  }

  init(knowledge: KnowledgeBase, lookup: EvidenceLookup, categories: [Cue.Category], options: Judge.Options) {
    self.knowledge = knowledge
    self.lookup = lookup
    self.categories = categories
    jurisdictions = options.jurisdictions
    book = RegulationBook(knowledge: knowledge, jurisdictions: options.jurisdictions)
    classifier = ProductClassifier(
      knowledge: knowledge, product: options.product.flatMap(ProductClass.init(rawValue:)))
    sellsByChoice = options.product != nil
  }

  /// A product class was chosen: the text is copy for a product.
  let sellsByChoice: Bool

  /// A fault that was found: how grave it is, and the rules that bar it.
  struct Found {
    var fault: Int32
    var hit: Hit
    var severity: FindingRule.Severity
    var barring: [Int32]
  }

  /// The faults of a sentence.
  func check(
    _ sentence: Sentence, _ document: Document, _ reading: DocumentReading, _ state: inout DocumentState,
    isClaimed: (Claim) -> Bool
  ) -> [Found] {
    guard !book.faults.isEmpty, !isQuestion(sentence, document) else { return [] }
    var place = Place(texts: state.texts, sentence: sentence, wordings: [], all: [])
    for cue in sentence.cues {
      let record = reading.cues[Int(cue)]
      if book.wordingOfCue[Int(record.cue)] >= 0 { place.all.append(record.range) }
    }
    for cue in sentence.cues {
      let record = reading.cues[Int(cue)]
      let number = book.wordingOfCue[Int(record.cue)]
      if number >= 0, !isDenied(record, place) { place.wordings.append((number, record.range)) }
    }
    if let price = priceRange(sentence.range, document) { place.wordings.append((book.price, price)) }
    let beginsAtMention = beginsAtMention(sentence, reading)
    if place.wordings.isEmpty && sentence.claims.isEmpty && !beginsAtMention { return [] }
    var found: [Found] = []
    state.sentences += 1
    for wording in place.wordings {
      look(for: book.byWording[Int(wording.number)], place, &state, isClaimed, &found)
    }
    for index in sentence.claims where mayBeBarred(reading.claims[Int(index)], isClaimed) {
      look(
        for: book.byRelation[reading.claims[Int(index)].relation] ?? [], place, &state, isClaimed, &found)
    }
    if beginsAtMention { look(for: book.byMention, place, &state, isClaimed, &found) }
    return found
  }

  private func beginsAtMention(_ sentence: Sentence, _ reading: DocumentReading) -> Bool {
    sentence.mentions.contains { place in
      let concept = reading.mentions[Int(place)].concept
      return concept >= 0 && book.isLookedFor[Int(concept)]
    }
  }

  /// Whether a claim is put forward to the reader.
  private func mayBeBarred(_ claim: Claim, _ isClaimed: (Claim) -> Bool) -> Bool {
    claim.flags.isDisjoint(with: [.studyDesign, .topicTarget, .unread, .definitional, .otherSite])
      && (!claim.flags.contains(.heading) || claim.strength > .moderate) && isClaimed(claim)
  }

  private func look(
    for faults: [Int32], _ place: Place, _ state: inout DocumentState, _ isClaimed: (Claim) -> Bool,
    _ found: inout [Found]
  ) {
    for fault in faults where state.lastLookedFor[Int(fault)] != state.sentences {
      state.lastLookedFor[Int(fault)] = state.sentences
      if state.reported[Int(fault)] { continue }
      var hit: Hit?
      for condition in book.faults[Int(fault)].when.indices {
        hit = match(book.faults[Int(fault)].when[condition], place, &state, isClaimed)
        if hit != nil { break }
      }
      guard let hit, !isExcepted(book.exceptions, hit, place, &state),
        !isExcepted(book.faults[Int(fault)].unless, hit, place, &state),
        let grade = book.grade(
          fault, jurisdictions: jurisdictions, standing: hit.standing, isAssumed: hit.isAssumed)
      else { continue }
      if book.regulation.faults[Int(fault)].once { state.reported[Int(fault)] = true }
      found.append(Found(fault: fault, hit: hit, severity: grade.severity, barring: grade.rules))
    }
  }

  // MARK: Conditions

  private func match(
    _ condition: RegulationBook.Condition, _ place: Place, _ state: inout DocumentState,
    _ isClaimed: (Claim) -> Bool
  ) -> Hit? {
    var hit: Hit?
    if !condition.wording.isEmpty {
      guard let first = place.wordings.firstIndex(where: { condition.wording.contains($0.number) }) else {
        return nil
      }
      if !condition.with.isEmpty,
        !place.wordings.indices.contains(where: {
          $0 != first && condition.with.contains(place.wordings[$0].number)
        })
      {
        return nil
      }
      hit = Hit(range: place.wordings[first].range)
    }
    if !condition.source.mentions.isEmpty {
      guard let mention = mention(of: condition.source.mentions, place) else { return nil }
      hit = hit ?? Hit(range: mention.range)
      hit?.agent = participant(mention)
    }
    if condition.source.figure, !hasFigure(place) { return nil }
    if condition.source.quoted, !isQuoted(place) { return nil }
    if let claim = condition.claim {
      guard let found = self.claim(claim, condition.source, place, isClaimed) else { return nil }
      let words = hit?.range
      hit = found
      if let words { hit?.range = words }
    } else if !condition.source.agents.isEmpty || !condition.source.products.isEmpty {
      guard let range = hit?.range, let found = agent(condition.source, near: range, place) else {
        return nil
      }
      hit?.agent = found.agent
      hit?.standing = found.standing
      hit?.isAssumed = found.isAssumed
    }
    if condition.source.promotional, !sells(place, &state) { return nil }
    return hit
  }

  /// The first claim that the sentence puts forward and that the condition asks for.
  private func claim(
    _ condition: RegulationBook.ClaimCondition, _ whole: RegulationFault.Condition, _ place: Place,
    _ isClaimed: (Claim) -> Bool
  ) -> Hit? {
    for index in place.sentence.claims {
      let claim = place.reading.claims[Int(index)]
      guard condition.relations.isEmpty || condition.relations.contains(claim.relation),
        mayBeBarred(claim, isClaimed),
        condition.source.reported || claim.certainty != .reported,
        condition.source.hedged || claim.certainty != .hedged || claim.flags.contains(.ability),
        condition.strength.map({ claim.strength >= $0 }) ?? true,
        condition.attribution.isEmpty || condition.attribution.contains(claim.attribution)
      else { continue }
      if !condition.source.targets.isEmpty, !isOne(claim.target.concept, of: condition.source.targets) {
        continue
      }
      if !condition.source.targetKinds.isEmpty {
        guard claim.target.concept >= 0,
          condition.source.targetKinds.contains(knowledge.concepts[Int(claim.target.concept)].kind)
        else { continue }
      }
      guard let fit = fit(claim.agent, whole, place) else { continue }
      return Hit(
        range: claim.range, claim: index, agent: claim.agent, target: claim.target, standing: fit.standing,
        isAssumed: fit.isAssumed)
    }
    return nil
  }

  /// Whether an agent is what the condition asks for.
  private func fit(_ agent: Participant, _ condition: RegulationFault.Condition, _ place: Place)
    -> (standing: ProductClassifier.Standing, isAssumed: Bool)?
  {
    if !condition.agents.isEmpty, !isOne(agent.concept, of: condition.agents) { return nil }
    let isProduct = place.sentence.mentions.contains {
      place.reading.mentions[Int($0)].range.overlaps(agent.range)
    }
    let standing = classifier.standing(of: agent, isProduct: isProduct, in: place.document)
    guard !condition.products.isEmpty else { return (standing, false) }
    if !standing.isOne.isDisjoint(with: condition.products) { return (standing, false) }
    if standing.isOne.isEmpty, !standing.mayBe.isDisjoint(with: condition.products) {
      return (standing, true)
    }
    return nil
  }

  /// The agent that a wording is said of: the nearest intervention, else what the claims are about, else a product's noun.
  private func agent(_ condition: RegulationFault.Condition, near range: ByteRange, _ place: Place)
    -> (agent: Participant, standing: ProductClassifier.Standing, isAssumed: Bool)?
  {
    var nearest: Participant?
    var generic: Participant?
    var distance = Int.max
    for index in place.sentence.mentions {
      let mention = place.reading.mentions[Int(index)]
      if mention.range.overlaps(range) { continue }
      if mention.concept < 0 {
        generic = generic ?? participant(mention)
        continue
      }
      guard knowledge.concepts[Int(mention.concept)].kind.isIntervention else { continue }
      let gap =
        mention.range.start >= range.end
        ? mention.range.start - range.end : range.start - mention.range.end
      if gap < distance {
        nearest = participant(mention)
        distance = gap
      }
    }
    let meant = place.sentence.claims.lazy.map { place.reading.claims[Int($0)].agent }.first {
      $0.concept >= 0 && $0.origin == .reference
    }
    let agent = nearest ?? meant ?? generic ?? .nobody
    return fit(agent, condition, place).map { (agent, $0.standing, $0.isAssumed) }
  }

  /// The first undenied mention of one of the concepts.
  private func mention(of concepts: [ConceptIndex], _ place: Place) -> MentionRecord? {
    for index in place.sentence.mentions {
      let mention = place.reading.mentions[Int(index)]
      if isOne(mention.concept, of: concepts), !isDenied(mention.range, place) { return mention }
    }
    return nil
  }

  private func participant(_ mention: MentionRecord) -> Participant {
    Participant(
      concept: mention.concept, origin: .named, deviation: nil, movesQuantity: -1, moves: nil,
      range: mention.range)
  }

  func isOne(_ concept: Int32, of list: [ConceptIndex]) -> Bool {
    concept >= 0
      && list.contains { item in
        item.rawValue == concept
          || knowledge.concepts[Int(concept)].ancestors.contains { $0.concept == item }
      }
  }

  // MARK: Exceptions

  private func isExcepted(
    _ exceptions: [RegulationBook.Exception], _ hit: Hit, _ place: Place, _ state: inout DocumentState
  ) -> Bool {
    exceptions.contains { exception in
      let source = exception.source
      if !exception.wording.isEmpty, !stands(exception.wording, within: source.within, place, &state) {
        return false
      }
      if !exception.attribution.isEmpty, !isAttributed(exception, place, &state) { return false }
      if !source.agents.isEmpty, !isOne(hit.agent?.concept ?? -1, of: source.agents) { return false }
      if !source.mentions.isEmpty, mention(of: source.mentions, place) == nil { return false }
      if !source.products.isEmpty {
        let standing =
          hit.standing == .none
          ? classifier.standing(of: nearestAgent(hit.range, place), isProduct: false, in: place.document)
          : hit.standing
        if standing.isOne.isDisjoint(with: source.products) { return false }
      }
      if !source.evidence.isEmpty, !isGranted(source.evidence, hit.agent) { return false }
      return true
    }
  }

  private func isAttributed(
    _ exception: RegulationBook.Exception, _ place: Place, _ state: inout DocumentState
  ) -> Bool {
    if exception.attribution.contains(place.sentence.attribution) { return true }
    let reach = exception.source.within
    return reach != .sentence
      && known(place, &state).has(
        exception.attribution, inBlock: reach == .document ? nil : place.sentence.block)
  }

  private func known(_ place: Place, _ state: inout DocumentState) -> RegulationReach {
    if let known = state.reach { return known }
    let reach = RegulationReach(place.reading, wordingOfCue: book.wordingOfCue)
    state.reach = reach
    return reach
  }

  private func nearestAgent(_ range: ByteRange, _ place: Place) -> Participant? {
    agent(RegulationFault.Condition(), near: range, place).map(\.agent)
  }

  /// Whether an evidence statement grants the agent one of the outcomes, such as an approval.
  private func isGranted(_ outcomes: [ConceptIndex], _ agent: Participant?) -> Bool {
    guard let agent, agent.concept >= 0 else { return false }
    return outcomes.contains { outcome in
      let match = lookup.find(
        agent: agent.concept, partners: [], target: outcome.rawValue, accepts: { $0 == .causes })
      return match.map { knowledge.statements[Int($0.statement)].verdict != .refuted } ?? false
    }
  }

  private func stands(
    _ wordings: [Int32], within reach: RegulationFault.Exception.Reach, _ place: Place,
    _ state: inout DocumentState
  ) -> Bool {
    switch reach {
    case .sentence:
      return place.sentence.cues.contains {
        wordings.contains(book.wordingOfCue[Int(place.reading.cues[Int($0)].cue)])
      }
    case .block, .document:
      return known(place, &state).has(wordings, inBlock: reach == .document ? nil : place.sentence.block)
    }
  }
}
