import Ingest
import Knowledge
import Linguistics

extension SentenceReader {
  /// Sorts the phrases of a sentence into mentions, cues and frames' words, and settles which count where they overlap.
  func collect(_ span: DocumentScan.Span) {
    if !mentions.isEmpty { mentions.removeAll(keepingCapacity: true) }
    if !cues.isEmpty { cues.removeAll(keepingCapacity: true) }
    if !indicators.isEmpty { indicators.removeAll(keepingCapacity: true) }
    if !clauses.isEmpty { clauses.removeAll(keepingCapacity: true) }
    let count = Int(end - first)
    mentionAt.refill(count, with: -1)
    isQuestion = mark(end - 1) == 0x3F || (end - first > 1 && mark(end - 2) == 0x3F)

    collectMentions(span.hits)
    placeGiven()
    collectCues(span.hits)
    dropOverruledDenials()
    dropOverruledOutcomes()
    joinAbbreviations()
    composeDeviations()
    composeAgents()
    findReferences()
    findGenericAgents()
    findVagueSources()
    // Words that are only a call on evidence or on safety ("clinically proven") take no part in a claim.
    for index in mentions.indices where mentions[index].roles.contains(.agent) {
      let mention = mentions[index]
      if cues.contains(where: {
        ($0.category == .vagueSource || $0.category == .safety) && $0.first == mention.first
          && $0.end == mention.end
      }) {
        mentions[index].roles = []
      }
    }
    mentions.sort { ($0.first, -$0.end) < ($1.first, -$1.end) }
    for (index, mention) in mentions.enumerated() {
      for token in mention.first..<mention.end where mentionAt[Int(token - first)] < 0 {
        mentionAt[Int(token - first)] = Int32(index)
      }
    }
    collectFrames(span.hits)
  }

  /// A mention inside a longer one of the same kind is part of its name. A condition inside an outcome ("cures eczema")
  /// counts beside it.
  private func collectMentions(_ hits: Range<Int32>) {
    for place in hits {
      let hit = scan.hits[Int(place)]
      guard hit.entry.kind == .concept else { continue }
      let roles = grammar.roles[Int(hit.entry.index)]
      var dropped = false
      for other in mentions where other.first <= hit.first && other.end >= hit.end {
        if other.roles.contains(.outcome) && !roles.contains(.outcome) { continue }
        dropped = true
        break
      }
      // A form that begins inside a longer one and ends behind it shares its words: the first, longer one holds.
      if !dropped, let last = mentions.last, last.end > hit.first, last.first < hit.first, last.end < hit.end,
        !last.roles.contains(.outcome)
      {
        dropped = true
      }
      if !dropped {
        mentions.append(
          Mention(first: hit.first, end: hit.end, concept: hit.entry.index, roles: roles, deviation: nil))
      }
    }
  }

  /// Makes mentions of the phrases that were given as concepts of an unknown kind; names of the rules give way to them.
  private func placeGiven() {
    for phrase in given {
      let range = phrase.range
      guard
        let from = (first..<end).first(where: { scan.tokens[Int($0)].end > range.start }),
        let last = (first..<end).last(where: { scan.tokens[Int($0)].start < range.end }), last >= from
      else { continue }
      mentions.removeAll { $0.first <= last && $0.end > from && !$0.isGiven }
      mentions.append(
        Mention(
          first: from, end: last + 1, concept: -1, roles: phrase.roles, deviation: nil, isGiven: true))
    }
    if given.isEmpty { return }
    mentions.sort { ($0.first, -$0.end) < ($1.first, -$1.end) }
  }

  /// Cues that stand inside a name are part of it; those inside a longer cue of assertion give way to it.
  private func collectCues(_ hits: Range<Int32>) {
    for place in hits {
      let hit = scan.hits[Int(place)]
      guard hit.entry.kind == .cue else { continue }
      let role = grammar.cues[Int(hit.entry.index)]
      if role.category == .statistic { continue }
      if mentions.contains(where: {
        $0.first <= hit.first && $0.end >= hit.end && !role.category.countsInsideNames
      }) {
        continue
      }
      if role.category.isAssertion,
        cues.contains(where: {
          $0.category.isAssertion && $0.first <= hit.first && $0.end >= hit.end
            && ($0.end - $0.first > hit.end - hit.first)
        })
      {
        continue
      }
      if cues.contains(where: {
        ($0.category == role.category && !isOtherWording($0, hit)
          || role.category == .scopeEnd && $0.category.isAssertion)
          && $0.first <= hit.first && $0.end >= hit.end
          && $0.end - $0.first > hit.end - hit.first
      }) {
        continue
      }
      // "could not" denies; nothing is left of the doubt.
      if role.category == .hedge,
        cues.contains(where: {
          $0.category == .negation && $0.first <= hit.first && $0.end >= hit.end
            && $0.end - $0.first > hit.end - hit.first
        })
      {
        continue
      }
      cues.append(
        ActiveCue(
          first: hit.first, end: hit.end, cue: hit.entry.index, category: role.category, value: role.value,
          scopeFirst: hit.end, scopeEnd: hit.end, record: -1))
    }
  }

  /// Wordings of different values are looked at by different rules: one inside another still stands.
  private func isOtherWording(_ cue: ActiveCue, _ hit: PhraseHit) -> Bool {
    cue.category == .wording
      && grammar.knowledge.cues[Int(cue.cue)].value != grammar.knowledge.cues[Int(hit.entry.index)].value
  }

  /// "There is no evidence that", "there is no doubt": the longer phrase says what the "no" is worth.
  private func dropOverruledDenials() {
    guard cues.contains(where: { $0.category == .unknown || $0.category == .pseudo }) else { return }
    let rulers = cues.filter { $0.category == .unknown || $0.category == .pseudo }
    cues.removeAll { cue in
      (cue.category == .negation || cue.category == .hedge)
        && rulers.contains { $0.first < cue.end && $0.end > cue.first && $0.end > cue.end }
        || cue.category == .safety
          && rulers.contains { $0.category == .pseudo && $0.first < cue.first && $0.end > cue.first }
        || cue.category == .hedge
          && rulers.contains { $0.category == .pseudo && $0.first < cue.first && $0.end == cue.end }
    }
  }

  /// "not without risk": no safety is spoken of.
  private func dropOverruledOutcomes() {
    let rulers = cues.filter { $0.category == .pseudo }
    guard !rulers.isEmpty else { return }
    mentions.removeAll { mention in
      mention.roles.contains(.outcome)
        && rulers.contains { $0.first < mention.first && $0.end > mention.first }
    }
  }

  /// Makes a mention of each referring expression; what it means is settled when a frame asks for it.
  private func findReferences() {
    for cue in cues where cue.category == .reference {
      if mentions.contains(where: { $0.first < cue.end && $0.end > cue.first }) { continue }
      var reference: Mention.Reference
      var roles: Grammar.Roles
      switch cue.value {
      case .it: (reference, roles) = (.it, [.agent, .condition])
      case .they: (reference, roles) = (.they, [.agent, .condition])
      case .intervention: (reference, roles) = (.intervention, .agent)
      case .interventions: (reference, roles) = (.interventions, .agent)
      case .condition: (reference, roles) = (.condition, .condition)
      case .former: (reference, roles) = (.former, .agent)
      case .latter: (reference, roles) = (.latter, .agent)
      case .combination: (reference, roles) = (.combination, .agent)
      default: continue
      }
      if reference.isPronoun && !standsAlone(cue) { continue }
      // "the treatment of acne", "this condition with …": the noun has its own complement and refers to nothing.
      if !reference.isPronoun, cue.end < end, classes(cue.end).contains(.genitive) { continue }
      // "the areas with vitiligo" names it.
      if reference == .condition, cue.end < end, classes(cue.end).contains(.agentLink),
        mentions.contains(where: {
          $0.roles.contains(.condition) && $0.first > cue.end && $0.first - cue.end <= 2
        })
      {
        continue
      }
      if !reference.isPronoun, reference != .condition,
        discourse.agents(for: reference).isEmpty, antecedent(before: cue.first, role: .agent) == nil
      {
        continue
      }
      mentions.append(
        Mention(
          first: cue.first, end: cue.end, concept: -1, roles: roles, deviation: nil, reference: reference))
      roles = []
      reference = .none
    }
  }

  /// "kojic acid soap" is kojic acid; "our serum" is an agent without a name.
  private func findGenericAgents() {
    for cue in cues where cue.category == .carrier {
      if mentions.contains(where: { $0.first < cue.end && $0.end > cue.first }) { continue }
      if let owner = mentions.firstIndex(where: {
        $0.roles.contains(.agent) && $0.reference == .none && $0.end <= cue.first && cue.first - $0.end <= 1
          && onlyFiller(from: $0.end, to: cue.first, limit: 1)
          && !($0.end < cue.first && classes($0.end).contains(.preposition))
      }) {
        mentions[owner].end = cue.end
        continue
      }
      // "treatment of", "remedy for": the noun of a frame, not the agent of one; "our gel for acne" is an agent.
      if cue.end < end, !classes(cue.end).isDisjoint(with: [.genitive, .goal]),
        scan.hits[hitRange].contains(where: { $0.entry.kind == .frame && $0.end == cue.end })
      {
        continue
      }
      if cue.first > first, scan.tokens[Int(cue.first - 1)].kind == .word,
        !classes(cue.first - 1).isDisjoint(with: [.preposition, .infinitive])
      {
        continue
      }
      mentions.append(
        Mention(
          first: cue.first, end: cue.end, concept: -1, roles: .agent, deviation: nil, isGeneric: true))
    }
  }

  /// "International research confirms": evidence without a name, made of a noun and a verb of saying.
  private func findVagueSources() {
    let asked = cues.indices.filter { cues[$0].category == .vagueSource && isAskedFor(cues[$0]) }
    for place in asked.reversed() { cues.remove(at: place) }
    guard cues.contains(where: { $0.category == .sourceNoun }),
      cues.contains(where: { $0.category == .reportVerb })
    else { return }
    var found: [ActiveCue] = []
    for noun in cues where noun.category == .sourceNoun {
      // "This study found", "our data show": the text speaks of itself, or of what it named before.
      if cues.contains(where: {
        $0.category == .sourceReference && $0.first < noun.end && $0.end > noun.first
      }) {
        continue
      }
      for verb in cues where verb.category == .reportVerb {
        let gap: ClosedRange<Int32>
        if verb.first >= noun.end, verb.first - noun.end <= 4 {
          gap = noun.end...verb.first
        } else if noun.first >= verb.end, noun.first - verb.end <= 3, verb.end < end,
          classes(verb.end).contains(.agentLink)
        {
          gap = verb.end...noun.first
        } else {
          continue
        }
        var broken = false
        for token in gap where token < gap.upperBound {
          if mark(token) != 0 || !classes(token).isDisjoint(with: [.relative, .coordinator]) {
            broken = true
          }
        }
        if broken || !speaks(verb)
          || cues.contains(where: {
            ($0.category == .negation || $0.category == .unknown) && $0.first <= gap.upperBound
              && $0.end >= noun.first
          })
        {
          continue
        }
        var cue = noun
        cue.first = min(noun.first, verb.first)
        cue.end = max(noun.end, verb.end)
        cue.category = .vagueSource
        cue.scopeFirst = first
        cue.scopeEnd = end
        if !isAskedFor(cue) { found.append(cue) }
        break
      }
    }
    for cue in found
    where !cues.contains(where: { $0.category == .vagueSource && $0.first < cue.end && $0.end > cue.first }) {
      cues.append(cue)
    }
  }

  /// "Ask which studies show that …", "if trials show that …", "this small study found that …": a question or a condition calls on
  /// nothing, and what is pointed at was named before, or is the text itself.
  private func isAskedFor(_ cue: ActiveCue) -> Bool {
    // «When a label says "clinically proven", ask by whom.»
    if cue.first > first, cue.end < end, mark(cue.first - 1) == 0x22, mark(cue.end) == 0x22 { return true }
    guard cue.first > first, mark(max(first, cue.first - 2)) != 0x2C else { return false }
    let before = classes(cue.first - 1)
    return before.contains(.question) && before.isDisjoint(with: [.be, .auxiliary, .modal])
      || cues.contains { $0.category == .condition && $0.end == cue.first } || isPointedAt(cue.first)
  }

  /// Whether the noun at a place, which may have adjectives, stands behind "this" or "these".
  private func isPointedAt(_ noun: Int32) -> Bool {
    var token = noun - 1
    while token >= first, token >= noun - 5, mark(token) == 0 {
      let kind = classes(token)
      if kind.contains(.determiner) { return kind.contains(.pronoun) && !kind.contains(.relative) }
      if !kind.isDisjoint(with: [.preposition, .be, .auxiliary, .modal, .subordinator]) { return false }
      token -= 1
    }
    return false
  }

  /// Whether a verb of saying says something: "scientists confirm that", not "our doctors will show you how".
  private func speaks(_ verb: ActiveCue) -> Bool {
    if verb.first > first, !classes(verb.first - 1).isDisjoint(with: [.modal, .infinitive]) { return false }
    return verb.end == end || classes(verb.end).isDisjoint(with: [.person, .question])
  }

  /// Whether "it", "this", "these" is a pronoun here and not the article of a noun.
  private func standsAlone(_ cue: ActiveCue) -> Bool {
    // "creams that contain": after a noun "that" is a relative pronoun.
    if classes(cue.first).contains(.relative), cue.first > first,
      scan.tokens[Int(cue.first - 1)].kind == .word,
      !classes(cue.first - 1).contains(.coordinator)
    {
      return false
    }
    guard cue.end < end else { return true }
    let next = cue.end
    // "brings it back", "makes it worse".
    if cues.contains(where: { $0.category == .result && $0.first == next }) { return true }
    if scan.tokens[Int(next)].kind != .word { return true }
    let kind = classes(next)
    if kind.contains(.genitive) { return false }
    if !kind.isDisjoint(with: [
      .be, .modal, .auxiliary, .finiteVerb, .preposition, .coordinator, .subordinator, .relative, .infinitive,
    ]) {
      return true
    }
    if kind.contains(.adverb), next + 1 < end, !kind.contains(.determiner) {
      return true
    }
    // "they aim", "it aims": any common verb that agrees.
    if cue.value == .they
      ? !kind.isDisjoint(with: [.verbBase, .verbPast])
      : !kind.isDisjoint(with: [.verbThird, .verbPast]) && isIt(cue)
    {
      return true
    }
    let isPersonal =
      scan.tokens[Int(cue.first)].end - scan.tokens[Int(cue.first)].start <= 4 && cue.value == .it
    // "it reduces", "they reduce": a frame's verb follows.
    for hit in scan.hits[hitRange] where hit.first == next && hit.entry.kind == .frame {
      if hit.entry.form == .third || hit.entry.form == .past { return true }
      if hit.entry.form == .base && (cue.value == .they || isPersonal) { return true }
    }
    return false
  }

  /// "it", which is never an article ("this", "that" may be).
  private func isIt(_ cue: ActiveCue) -> Bool {
    cue.value == .it && classes(cue.first).isDisjoint(with: .determiner)
  }

  /// Keeps the longest of overlapping frames' words; those inside a name are part of it.
  private func collectFrames(_ hits: Range<Int32>) {
    for place in hits {
      let hit = scan.hits[Int(place)]
      guard hit.entry.kind == .frame else { continue }
      // "skin bleaching" is the name of the change, and does nothing to another thing.
      let movesByItself = grammar.frames[Int(hit.entry.index)].moves != nil
      let namesHarms =
        grammar.frames[Int(hit.entry.index)].effect == .causes
        && !mentions.contains { $0.roles.contains(.outcome) && $0.first <= hit.first && $0.end >= hit.end }
      if mentions.contains(where: {
        $0.first <= hit.first && $0.end >= hit.end && $0.reference == .none && !$0.isGeneric
          && (!$0.roles.contains(.outcome) || movesByItself)
          // "Side effects" is the class of harms, and says that particular ones are some.
          && !(namesHarms && $0.concept == grammar.harmConcept && $0.first == hit.first && $0.end == hit.end)
          && ($0.deviation == nil || $0.end > hit.end + 1 || $0.first == hit.first)
      }) {
        continue
      }
      if let last = indicators.last, last.end >= hit.end, last.first <= hit.first,
        last.end - last.first > hit.end - hit.first
      {
        continue
      }
      if let last = indicators.last, last.first < hit.first, last.end > hit.first { continue }
      indicators.append(
        Indicator(
          first: hit.first, end: hit.end, frame: hit.entry.index, form: hit.entry.form, voice: .nominal))
    }
  }
}

extension Cue.Category {
  /// Cues that say whether something is asserted.
  var isAssertion: Bool {
    switch self {
    case .negation, .absence, .pseudo, .unknown, .denial, .warning, .safety, .approval: true
    default: false
    }
  }

  /// Cues that count even where they stand inside the name of a concept ("FDA approved cream", "clinically proven").
  var countsInsideNames: Bool {
    switch self {
    case .carrier, .mover, .absolute, .vagueSource, .safety, .approval, .population, .otherSite, .wording,
      .promotion:
      true
    default: false
    }
  }

  /// Cues that say how strongly.
  var isStrength: Bool { self == .absolute || self == .booster || self == .weakener }
}
