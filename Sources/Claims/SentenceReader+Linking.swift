import Ingest
import Knowledge
import Linguistics

/// What a sentence ties together, read once.
struct LinkingReading {
  /// The phrases of linking cues.
  var hits: [PhraseHit]
  /// The stretches that each state something of their own.
  var statements: [Range<Int32>]
}

/// How firmly a sentence ties cause and effect.
extension SentenceReader {
  /// The scale of Yu, Li and Wang (2019).
  ///
  /// Each statement of the sentence is read for itself; those that only concede or give a reason count where no other
  /// states anything.
  func sentenceCausality() -> Claim.Causality {
    let linking = linkingReading()
    let statements = linking.statements
    let ties = ties(in: linking.hits, statements: statements)
    let labels = statements.map { causality(of: $0, ties, linking.hits) }
    let main = zip(statements, labels).first { $1 != .none && !isSubordinate($0) }?.1
    return main ?? labels.first { $0 != .none } ?? .none
  }

  /// What the sentence ties together; read when it is first asked for.
  func linkingReading() -> LinkingReading {
    if let linking { return linking }
    let hits = linkingHits()
    let reading = LinkingReading(hits: hits, statements: statements())
    linking = reading
    return reading
  }

  private func isSubordinate(_ statement: Range<Int32>) -> Bool {
    let kind = classes(statement.lowerBound)
    return kind.contains(.subordinator) && kind.isDisjoint(with: [.preposition])
      || clauses[clause(of: statement.lowerBound)].kind == .condition
  }

  /// The stretches of the sentence that each state something of their own.
  func statements() -> [Range<Int32>] {
    var starts: [Int32] = []
    for clause in clauses
    where clause.kind == .main || clause.kind == .subordinate || clause.kind == .condition {
      starts.append(clause.first)
    }
    var token = first + 1
    while token + 1 < end {
      if mark(token) == 0x3B { starts.append(token + 1) }
      if classes(token).contains(.coordinator) {
        let next = skippingAdverbs(after: token)
        if next < end, !classes(next).isDisjoint(with: [.be, .modal, .auxiliary]) { starts.append(token) }
      }
      token += 1
    }
    starts.sort()
    // A stretch without a verb of its own belongs to the one before it, the first to the next.
    var ranges: [Range<Int32>] = []
    var from = first
    for (index, start) in starts.enumerated() where start > from {
      let next = index + 1 < starts.count ? max(starts[index + 1], start) : end
      guard hasFiniteVerb(from..<start), hasFiniteVerb(start..<next) else { continue }
      ranges.append(from..<start)
      from = start
    }
    ranges.append(from..<end)
    return ranges
  }

  private func hasFiniteVerb(_ range: Range<Int32>) -> Bool {
    range.contains { token in
      guard scan.tokens[Int(token)].kind == .word else { return false }
      let kind = classes(token)
      if !kind.isDisjoint(with: [.be, .modal, .auxiliary]) { return true }
      // "choose a cream": an imperative.
      guard token > range.lowerBound else {
        return kind.contains(.verbBase) && hasObject(after: token + 1, strictly: true)
      }
      guard !isNounPosition(token) else { return false }
      if !kind.isDisjoint(with: [.verbPast, .finiteVerb]) { return true }
      // "measures such as" is a plural, "measures the" a verb.
      return kind.contains(.verbThird) && hasObject(after: token + 1, strictly: true)
    }
  }

  /// Predicates before nouns before attributes; differences only where nothing as weighty ties; of equal ones the first.
  private func rank(_ tie: Tie) -> Int32 {
    let weight = Int32(tie.weight.rawValue) * 2 + (tie.kind == .difference ? -1 : 2)
    return weight * 1000 - (tie.first - first)
  }

  private func causality(of statement: Range<Int32>, _ ties: [Tie], _ hits: [PhraseHit]) -> Claim.Causality {
    var inertFrom = statement.upperBound
    for hit in hits where statement.contains(hit.first) && role(of: hit).category == .inquiry {
      switch role(of: hit).scope {
      case .sentence: inertFrom = statement.lowerBound
      case .clause: inertFrom = min(inertFrom, hit.first)
      default: break
      }
    }
    if asksForSomething(statement, hits) { inertFrom = statement.lowerBound }
    let live = ties.filter { statement.contains($0.first) && $0.first < inertFrom }
    guard var tie = live.max(by: { rank($0) < rank($1) }) else { return .none }
    // "useful to predict", "effective as a marker of".
    if tie.isAdjective, tie.kind == .effect,
      let use = live.first(where: {
        $0.kind == .association && $0.first >= tie.end && $0.first - tie.end <= 4
      })
    {
      tie = use
    }
    guard tie.kind == .effect else { return .correlational }
    let isPossible =
      isPossible(tie.first, in: statement, hits) || tie.weight == .noun && doubtFollows(tie, statement, hits)
    guard isPossible else { return .causal }
    // "may include reducing X": the doubt is of something else.
    return tie.weight == .attribute ? .none : .conditional
  }

  /// Whether the statement calls possible what the word at a token says.
  private func isPossible(_ token: Int32, in statement: Range<Int32>, _ hits: [PhraseHit]) -> Bool {
    hits.contains { hit in
      guard role(of: hit).category == .possibility, statement.contains(hit.first) else { return false }
      // "a potential effect": an adjective takes the noun behind it.
      if role(of: hit).scope == .phrase { return hit.end <= token && token - hit.end <= 3 }
      return hit.first < token
    }
  }

  /// "The effect may last": the doubt behind a noun is of it as well.
  private func doubtFollows(_ tie: Tie, _ statement: Range<Int32>, _ hits: [PhraseHit]) -> Bool {
    hits.contains {
      role(of: $0).category == .possibility && role(of: $0).scope != .phrase && statement.contains($0.first)
        && $0.first > tie.first
    }
  }

  /// How firmly a claim ties its agent to its target: as the sentence around its frame's word does.
  func causality(of indicator: Indicator, _ assertion: Assertion) -> Claim.Causality {
    if assertion.certainty == .unknown || assertion.certainty == .question { return .none }
    let linking = linkingReading()
    guard let statement = linking.statements.first(where: { $0.contains(indicator.first) }) else {
      return .none
    }
    // "is associated with a reduction in": what the frame's word names is only tied to the agent. A verb that takes its own
    // subject behind the association ("and worsens") says more.
    let isAssociation =
      linking.hits.contains { role(of: $0).category == .association }
      && ties(in: linking.hits, statements: linking.statements).contains { tie in
        guard tie.kind == .association, tie.weight > .attribute, statement.contains(tie.first) else {
          return false
        }
        if tie.first < indicator.end && tie.end > indicator.first { return true }
        return tie.first < indicator.first && verb(indicator.first) != .finite
          || tie.first >= indicator.end && indicator.voice == .nominal
      }
    if isAssociation { return .correlational }
    let isHedged = assertion.certainty == .hedged && !assertion.flags.contains(.ability)
    let isPossible =
      isHedged || assertion.certainty == .conditional
      || isPossible(indicator.first, in: statement, linking.hits)
    return isPossible ? .conditional : .causal
  }
}
