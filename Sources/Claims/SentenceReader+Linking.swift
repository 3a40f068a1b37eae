import Ingest
import Knowledge
import Linguistics

/// How firmly a sentence ties cause and effect.
extension SentenceReader {
  /// The scale of Yu, Li and Wang (2019).
  func sentenceCausality() -> Claim.Causality {
    let hits = linkingHits()
    let ties = ties(in: hits)
    let statements = statements()
    var labels: [Claim.Causality] = []
    for statement in statements {
      labels.append(causality(of: statement, ties: ties, hits: hits))
    }
    if Self.debug {
      print("#", statements.map { s in text(s.lowerBound, s.upperBound) }.joined(separator: " | "))
      print("#", ties.map { "\($0.kind)\($0.isPredicate ? "!" : ""):\(text($0.first, $0.end))" }.joined(separator: "; "))
      print("#", hits.filter { [.possibility, .inquiry, .raising].contains(grammar.cues[Int($0.entry.index)].category) }.map { "\(grammar.cues[Int($0.entry.index)].category):\(text($0.first, $0.end))" }.joined(separator: "; "), labels)
    }
    if labels.contains(.correlational), !labels.contains(.causal) { return .correlational }
    return labels.first { $0 != .none } ?? .none
  }
  static let debug = true
  func text(_ a: Int32, _ b: Int32) -> String { let r = byteRange(a, b); return String(decoding: document.text[r.start..<r.end], as: UTF8.self) }

  /// The stretches of the sentence that each state something of their own.
  func statements() -> [Range<Int32>] {
    var starts: [Int32] = [first]
    for clause in clauses.dropFirst() where clause.kind == .main || clause.kind == .subordinate || clause.kind == .condition {
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
    starts = Array(Set(starts)).sorted()
    return starts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : end) }
  }

  func skippingAdverbs(after token: Int32) -> Int32 {
    var place = token + 1
    while place < end, scan.tokens[Int(place)].kind == .word, isAdverb(place) { place += 1 }
    return place
  }

  private func causality(of statement: Range<Int32>, ties: [Tie], hits: [PhraseHit]) -> Claim.Causality {
    var inertFrom = statement.upperBound
    for hit in hits where statement.contains(hit.first) && grammar.cues[Int(hit.entry.index)].category == .inquiry {
      let scope = grammar.cues[Int(hit.entry.index)].scope
      inertFrom = min(inertFrom, scope == .sentence ? statement.lowerBound : hit.first)
    }
    for cue in cues where cue.category == .advice && statement.contains(cue.first) {
      inertFrom = statement.lowerBound
    }
    let live = ties.filter { statement.contains($0.first) && $0.first < inertFrom }
    func best(_ kinds: [Tie.Kind]) -> Tie? {
      live.first { $0.isPredicate && kinds.contains($0.kind) } ?? live.first { kinds.contains($0.kind) }
    }
    guard let link = best([.association, .effect]) ?? best([.difference]) else { return .none }
    switch link.kind {
    case .association, .difference: return .correlational
    case .effect:
      let possible = hits.contains { hit in
        guard statement.contains(hit.first) else { return false }
        let role = grammar.cues[Int(hit.entry.index)]
        guard role.category == .possibility else { return false }
        if role.scope == .phrase { return hit.end <= link.first && link.first - hit.end <= 3 }
        return true
      }
      return possible ? .conditional : .causal
    }
  }
}
