import Ingest
import Knowledge
import Linguistics

/// A word that leaves no exception, or one that such a word may make a promise of.
struct TotalWord {
  /// First token, and the one after the last.
  var first: Int32
  var end: Int32
  /// Leaves no exception; else it is what the exception would be to.
  var isTotal: Bool
  var value: Grammar.CueRole.Value
}

/// Promises without exception, read last: words that leave no exception compose with words of harm (`readDeniedHarm`) and
/// of success (`readPromises`) in statements that the text itself puts forward.
extension SentenceReader {
  /// What a question asked that the next sentence may answer in a word ("How long does it last? For good.").
  struct TotalQuestion {
    var block: Int32 = -1
    var asksOfHarm = false
    var agents: [Participant] = []
    var conditions: [Participant] = []
  }

  func readTotality(sentence: Int32, firstClaim: Int) {
    defer { rememberQuestion() }
    totals.removeAll(keepingCapacity: true)
    collectTotals(.totality)
    guard
      isQuestion || totalQuestion.block == block || !totals.isEmpty
        || cues.contains(where: { $0.category == .absolute && $0.value.promisesAlone })
    else { return }
    collectTotals(.promise)
    totals.sort { ($0.first, -$0.end) < ($1.first, -$1.end) }
    guard !isQuestion else { return }
    if clauses.isEmpty {
      findVerbs()
      findClauses()
    }
    readDeniedHarm(sentence: sentence, firstClaim: firstClaim)
    readPromises()
  }

  private func collectTotals(_ set: PhraseSet) {
    scan.forEachPhrase(of: set, from: Int(first), to: Int(end), grammar, &begunPhrases) { hit in
      // A longer phrase says what its words are worth ("no way back", "without exception").
      if totals.contains(where: {
        $0.first <= hit.first && $0.end >= hit.end && $0.end - $0.first > hit.end - hit.first
      }) {
        return
      }
      totals.append(
        TotalWord(
          first: hit.first, end: hit.end, isTotal: set == .totality,
          value: grammar.cues[Int(hit.entry.index)].value))
    }
  }

  private func rememberQuestion() {
    totalQuestion = TotalQuestion()
    guard isQuestion else { return }
    totalQuestion.block = block
    for index in mentions.indices where mentions[index].reference == .none {
      let mention = mentions[index]
      if mention.roles.contains(.agent) {
        totalQuestion.agents += participants(of: Int32(index), as: .agent)
      } else if mention.roles.contains(.condition) {
        totalQuestion.conditions += participants(of: Int32(index), as: .condition)
      }
      if mention.roles.contains(.harm) { totalQuestion.asksOfHarm = true }
    }
    if totals.contains(where: { $0.value == .hazard || $0.value == .untoward || $0.value == .worry }) {
      totalQuestion.asksOfHarm = true
    }
  }

  // MARK: What the words stand in

  /// The first word of one of these values in a stretch of tokens.
  func total(_ values: Grammar.CueRole.Value..., in range: Range<Int32>) -> TotalWord? {
    totals[firstTotal(from: range.lowerBound)...].prefix { $0.first < range.upperBound }
      .first { values.contains($0.value) }
  }

  /// A word of one of these values that begins at a token.
  func total(_ values: Grammar.CueRole.Value..., at token: Int32) -> TotalWord? {
    totals[firstTotal(from: token)...].prefix { $0.first == token }.first { values.contains($0.value) }
  }

  /// The place in `totals`, which go up, of the first that begins at a token or behind it.
  private func firstTotal(from token: Int32) -> Int {
    var low = 0
    var high = totals.count
    while low < high {
      let middle = (low + high) / 2
      if totals[middle].first < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the text itself puts forward, of more than one case in the past, what the words from `from` to `to` are part of.
  func isPutForward(_ from: Int32, _ to: Int32, evenIfPast: Bool = false) -> Bool {
    let place = clause(of: from)
    if clauses[place].kind == .condition { return false }
    for cue in cues where cue.end <= from || cue.first >= to {
      switch cue.category {
      case .denial, .studyDesign: return false
      case .warning where cue.covers(from) || clause(of: cue.first) == place: return false
      case .unknown where cue.covers(from): return false
      case .hedge where cue.value != .ability && cue.first < from && clause(of: cue.first) == place:
        return false
      case .reported where attribution >= .namedJournal: return false
      default: break
      }
    }
    // "The poster promised that …", "Some hope to be …": not in the text's own name.
    if totals.contains(where: { $0.value == .telling && $0.first < from && !isOurs($0.first) }) {
      return false
    }
    if attribution >= .fullCitation { return false }
    return evenIfPast || !isPast(clauses[place])
  }

  /// "we say", "our promise": in the text's own name.
  private func isOurs(_ token: Int32) -> Bool {
    var place = token - 1
    while place >= first, !classes(place).isDisjoint(with: [.adverb, .modal, .auxiliary]) { place -= 1 }
    return place >= first && total(.practice, at: place) != nil
  }

  /// Whether the first finite verb of a clause tells of the past.
  func isPast(_ clause: Clause) -> Bool {
    guard let token = (clause.first..<clause.end).first(where: { verb($0) == .finite }) else { return false }
    let kind = classes(token)
    if kind.contains(.pastAuxiliary) { return true }
    let form = indicator(at: token)
    let isPastForm =
      kind.contains(.verbPast) && kind.isDisjoint(with: [.verbBase, .verbThird])
      || form >= 0 && indicators[Int(form)].form == .past && indicators[Int(form)].voice == .active
    return isPastForm && auxiliaryBefore(token) == nil
  }

  /// Whether a word of denial outside of the words themselves denies what begins at `from`: "no peel is free of side effects".
  func isDenied(_ from: Int32, _ to: Int32) -> Bool {
    cues.contains { cue in
      guard cue.category == .negation, cue.end <= from || cue.first >= to, cue.covers(from) else {
        return false
      }
      guard cue.end <= from else { return true }
      // "No redness, no risk": a list of its own denials.
      let between = cue.end..<from
      return between.contains { verb($0) == .finite } || !between.contains { mark($0) == 0x2C }
    }
  }

  /// Whether the clause of a token opens with a word that makes it a time or a condition ("once the marks are gone").
  func isTimeClause(_ token: Int32) -> Bool {
    let clause = clauses[clause(of: token)]
    if clause.kind == .condition { return true }
    let opener = classes(clause.first)
    guard opener.contains(.subordinator), opener.isDisjoint(with: [.determiner, .relative]) else {
      return false
    }
    // "After the course the pigment …": a preposition, unless a clause of its own ends in a comma.
    return opener.isDisjoint(with: .preposition) || clause.end < end && mark(clause.end - 1) == 0x2C
  }

  /// The treatment or product that a sentence speaks of: its concept where it has one, nobody where it is only "our cream",
  /// nil where there is none.
  func treatment(near token: Int32, impliedToo: Bool = false) -> Participant? {
    var found: Int32?
    for (index, mention) in mentions.enumerated()
    where mention.roles.contains(.agent) && !mention.roles.contains(.exposure) && !mention.isCompared {
      if mention.reference.isPronoun { continue }
      if found == nil || mention.end <= token { found = Int32(index) }
    }
    if let found, let first = participants(of: found, as: .agent).first { return first }
    if let pronoun = mentions.firstIndex(where: { $0.reference.isPronoun && $0.first < token }),
      let meant = participants(of: Int32(pronoun), as: .agent).first(where: { $0.concept >= 0 })
    {
      if grammar.roles[Int(meant.concept)].contains(.agent) { return meant }
    }
    // "Without treatment there is no risk": none is spoken of.
    if cues.contains(where: { carrier in
      carrier.category == .carrier
        && !cues.contains {
          $0.category == .negation && $0.end <= carrier.first && carrier.first - $0.end <= 1
        }
    }) {
      return .nobody
    }
    // "Oatmeal baths put an end to it": a claim was read of words that the rules do not know.
    for claim in result.claims.reversed() {
      guard claim.range.start >= byteRange(first, end).start else { break }
      if claim.agent.concept < 0, !claim.agent.range.isEmpty, claim.relation == .treats { return claim.agent }
    }
    guard impliedToo, !cues.contains(where: { $0.category == .naturalCourse }),
      !mentions.contains(where: { $0.roles.contains(.condition) && !$0.roles.contains(.harm) })
    else { return nil }
    return discourse.impliedAgents.first
  }

  /// A condition that a treatment is for: no harm, no quantity.
  func isAilment(_ mention: Mention) -> Bool {
    mention.roles.contains(.condition) && !mention.isPopulation && !mention.roles.contains(.harm)
  }

  /// The last condition before a token in its clause.
  func ailment(before token: Int32) -> Int32? {
    let start = clauses[clause(of: token)].first
    return mentions.lastIndex { isAilment($0) && $0.first >= start && $0.end <= token }.map { Int32($0) }
  }

  /// A condition that begins at most `limit` tokens behind.
  func ailment(after token: Int32, within limit: Int32) -> Int32? {
    mentions.firstIndex { isAilment($0) && $0.first >= token && $0.first <= token + limit }.map { Int32($0) }
  }
}

extension Grammar.CueRole.Value {
  /// Words that promise without another.
  fileprivate var promisesAlone: Bool {
    self == .guarantee || self == .standalone
  }
}
