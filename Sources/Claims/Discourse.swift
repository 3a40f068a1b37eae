import Ingest
import Knowledge

/// What the sentences before say that a later one may refer to.
struct Discourse {
  /// The agents of the last sentence that named any: its subject's, and the last coordination of several.
  private(set) var subject: [Participant] = []
  private(set) var coordination: [Participant] = []
  /// All agents of the last sentence that named any, in their order.
  private(set) var named: [Participant] = []
  /// The last condition named.
  private(set) var condition: Participant?
  private var conditionAge = 0
  /// The condition that the nearest heading names, and that the document is about; -1 where none.
  private(set) var sectionTopic: Int32 = -1
  private(set) var documentTopic: Int32 = -1
  /// Concepts of agents recommended for the topic.
  private(set) var advised: [Int32] = []
  private var age = 0
  /// What the nearest heading names.
  private var sectionAgents: [Participant] = []
  /// The intervention that the document is about; -1 where none.
  private var documentAgent: Int32 = -1

  /// Finds what the document is about: the condition that is named most, and clearly more than any that is no kind of it.
  mutating func prepare(scan: DocumentScan, grammar: Grammar) {
    findDocumentAgent(scan: scan, grammar: grammar)
    var total: Int32 = 0
    var best: Int32 = -1
    var bestCount: Int32 = 0
    var counts = [Int32](repeating: 0, count: scan.named.count)
    for (index, count) in scan.named.enumerated() where count > 0 && grammar.roles[index].contains(.condition)
    {
      total += count
      counts[index] += count
      for ancestor in grammar.knowledge.concepts[index].ancestors { counts[ancestor.concept.int] += count }
    }
    guard total > 0 else { return }
    for (index, count) in scan.named.enumerated() where count > 0 && grammar.roles[index].contains(.condition)
    {
      let weight = counts[index]
      if weight > bestCount || (weight == bestCount && best >= 0 && count > scan.named[Int(best)]) {
        best = Int32(index)
        bestCount = weight
      }
    }
    guard best >= 0, bestCount * 2 >= total else { return }
    // A kind of it that carries a good part of the weight, and is the only one to do so, is what the text is about.
    func isKind(_ a: Int, of b: Int32) -> Bool {
      grammar.knowledge.concepts[a].ancestors.contains { $0.concept.rawValue == b }
    }
    while true {
      let kinds = counts.indices.filter {
        scan.named[$0] > 0 && counts[$0] * 3 >= counts[Int(best)] && isKind($0, of: best)
      }
      let tops = kinds.filter { kind in !kinds.contains { isKind(kind, of: Int32($0)) } }
      guard tops.count == 1 else { break }
      best = Int32(tops[0])
    }
    documentTopic = best
  }

  /// The intervention named most, where it makes half of all naming of interventions.
  private mutating func findDocumentAgent(scan: DocumentScan, grammar: Grammar) {
    var total: Int32 = 0
    var best: Int32 = -1
    for (index, count) in scan.named.enumerated()
    where count > 0 && grammar.roles[index].contains(.agent) && !grammar.roles[index].contains(.exposure) {
      total += count
      if best < 0 || count > scan.named[Int(best)] { best = Int32(index) }
    }
    if best >= 0, scan.named[Int(best)] >= 2, scan.named[Int(best)] * 2 >= total { documentAgent = best }
  }

  /// What a harm without an agent is put down to: the heading's agent before one named in passing ("petroleum jelly" on a
  /// sheet for after a laser).
  var harmAgents: [Participant] {
    sectionAgents.isEmpty
      ? impliedAgents
      : sectionAgents.map { agent in
        var agent = agent
        agent.origin = .topic
        return agent
      }
  }

  /// What a sentence that names no agent is about: the agents named just before, else that of the document.
  var impliedAgents: [Participant] {
    var found = age <= 2 ? (coordination.isEmpty ? subject : coordination) : []
    if found.isEmpty, documentAgent >= 0 {
      found = [
        Participant(
          concept: documentAgent, origin: .topic, deviation: nil, movesQuantity: -1, moves: nil,
          range: ByteRange(0, 0))
      ]
    }
    return found.map { agent in
      var agent = agent
      agent.origin = .topic
      return agent
    }
  }

  /// The condition a sentence speaks of without naming it.
  var topic: Int32 { sectionTopic >= 0 ? sectionTopic : documentTopic }

  /// The condition named in the sentence just before, as the topic of this one; nil where none was.
  var recentCondition: Participant? {
    guard conditionAge == 0, var condition else { return nil }
    condition.origin = .topic
    return condition
  }

  /// The condition named in one of the two sentences before.
  var lastCondition: Participant? { conditionAge <= 1 ? condition : nil }

  /// What a referring expression may mean; empty where nothing fits.
  func agents(for reference: Mention.Reference) -> [Participant] {
    switch reference {
    case .none, .condition: []
    case .it, .intervention:
      subject.count == 1 ? subject : (coordination.isEmpty ? Array(subject.suffix(1)) : [])
    case .they, .interventions: coordination.isEmpty ? subject : coordination
    // Two were named, or nothing is guessed.
    case .former: named.count == 2 ? [named[0]] : []
    case .latter: named.count == 2 ? [named[1]] : []
    case .combination: named.count > 1 ? named : []
    }
  }

  mutating func update(
    after reader: SentenceReader, claims: Range<Int>, sentence: Int32, block: Block
  ) {
    // Most sentences name nothing, and nothing changes but the distance.
    guard !reader.mentions.isEmpty || block.kind == .heading || block.kind == .title else {
      conditionAge += 1
      return
    }
    var named = reader.mentions.filter {
      $0.roles.contains(.agent) && $0.reference == .none && !$0.isCompared && !$0.isGeneric
        && !$0.roles.contains(.exposure) && !reader.isAbsent($0)
    }
    if named.isEmpty {
      // Sun and the like are what a text goes on about where it names nothing else.
      named = reader.mentions.filter {
        $0.roles.contains(.exposure) && $0.roles.contains(.agent) && $0.reference == .none && !$0.isCompared
          && !reader.isAbsent($0)
      }
    }
    if named.isEmpty, subject.isEmpty {
      named = reader.mentions.filter { $0.isGeneric && !$0.isCompared }
    }
    if block.kind == .heading || block.kind == .title {
      // Another section: pronouns and what is implied start anew.
      subject = []
      coordination = []
      self.named = []
      sectionAgents = named.map(participant)
      sectionTopic = -1
      for mention in reader.mentions where mention.concept >= 0 && mention.roles.contains(.condition) {
        sectionTopic = mention.concept
      }
      if block.level <= 1, sectionTopic >= 0 { documentTopic = sectionTopic }
    }
    conditionAge += 1
    var lastCondition: Mention?
    var lastListed: Mention?
    for mention in reader.mentions
    where mention.concept >= 0 && mention.roles.contains(.condition) && !mention.roles.contains(.harm) {
      // "Sunburn may play a part": a cause is not what the text goes on about.
      if claims.contains(where: {
        reader.result.claims[$0].agent.concept == mention.concept
          && reader.result.claims[$0].relation == .causes
      }) {
        continue
      }
      if reader.isListed(mention) { lastListed = mention } else { lastCondition = mention }
    }
    // One among several in a list ("genes, sunburn and stress") is not what the text is about, where that is known.
    // A general word for what the text is about ("the white patches" in a text on vitiligo) means just that.
    if let last = lastCondition ?? (topic < 0 ? lastListed : nil) {
      conditionAge = 0
      let isGeneral =
        topic >= 0
        && reader.grammar.knowledge.concepts[Int(topic)].ancestors.contains {
          $0.concept.rawValue == last.concept
        }
      condition = Participant(
        concept: isGeneral ? topic : last.concept, origin: .reference, deviation: nil, movesQuantity: -1,
        moves: nil,
        range: ByteRange(0, 0))
    }
    // A sentence about what was named before ("They act …") goes on about that.
    let goesOn =
      reader.mentions.first { $0.roles.contains(.agent) && !$0.isGeneric }.map {
        $0.reference != .none && $0.reference != .condition
      } ?? false
    if goesOn, !subject.isEmpty || !coordination.isEmpty {
      age = 0
    } else if !named.isEmpty {
      let firstGroup = named[0].group
      self.named.removeAll(keepingCapacity: true)
      subject.removeAll(keepingCapacity: true)
      coordination.removeAll(keepingCapacity: true)
      for mention in named where !mention.isListingHead {
        self.named.append(participant(mention))
        if mention.group == firstGroup { subject.append(participant(mention)) }
      }
      if subject.isEmpty { subject = [participant(named[0])] }
      // The last list of several.
      if named.count > 1,
        let group = named.last(where: { mention in
          !mention.isListingHead
            && named.contains { $0.group == mention.group && $0.first != mention.first && !$0.isListingHead }
        })?.group
      {
        for mention in named where mention.group == group && !mention.isListingHead {
          coordination.append(participant(mention))
        }
      }
      if coordination.isEmpty, named.count == 1, let only = named.first, only.concept >= 0,
        reader.grammar.knowledge.concepts[Int(only.concept)].kind == .class
      {
        coordination = [participant(only)]
      }
      age = 0
    } else {
      age += 1
      if age > 3 {
        self.named = []
        subject = []
        coordination = []
      }
    }
    for index in claims {
      let claim = reader.result.claims[index]
      guard !claim.negated, claim.relation == .treats, claim.agent.concept >= 0, claim.certainty != .question,
        claim.target.concept == topic || claim.flags.contains(.topicTarget)
      else { continue }
      if !advised.contains(claim.agent.concept) { advised.append(claim.agent.concept) }
      for partner in claim.partners {
        let concept = reader.result.partners[Int(partner)].concept
        if concept >= 0, !advised.contains(concept) { advised.append(concept) }
      }
    }
  }

  private func participant(_ mention: Mention) -> Participant {
    Participant(
      concept: mention.concept, origin: .reference, deviation: nil, movesQuantity: mention.movesQuantity,
      moves: mention.moves, range: ByteRange(0, 0))
  }
}
