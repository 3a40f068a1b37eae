import Ingest
import Knowledge
import Linguistics

/// What something is said to be: definitions, kinds, conditions placed in others.
extension SentenceReader {
  /// "O is a lack of melanin", "O, a form of P".
  func readDefinition(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, _ sentence: Int32, _ firstClaim: Int
  ) {
    let index = clause(of: indicator.first)
    let isCopula = indicator.end - indicator.first == 1 && classes(indicator.first).contains(.be)
    if isCopula {
      guard indicator.end < end else { return }
      let next = indicator.end
      let opens =
        classes(next).contains(.determiner) || cues.contains { $0.category == .deviation && $0.first == next }
      guard opens, !classes(next).contains(.pronoun) || classes(next).contains(.determiner) else { return }
    }
    if readKind(indicator, frame, sentence, firstClaim) { return }
    guard
      let subject = nearest(before: indicator.first, from: clauses[index].first, role: .condition)
        ?? (index > 0 && clauses[index].kind == .relative
          ? nearest(before: clauses[index].first, from: clauses[index - 1].first, role: .condition) : nil)
    else { return }
    guard let complement = complement(after: indicator.end, isCopula: isCopula) else { return }
    guard mentions[Int(subject)].group != mentions[Int(complement)].group else { return }
    add(indicator, frame, agent: complement, target: subject, sentence, firstClaim, flags: .definitional)
  }

  /// "Kojic acid is a kind of glycolic acid": an agent filed under another one.
  func readKind(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, _ sentence: Int32, _ firstClaim: Int
  ) -> Bool {
    let index = clause(of: indicator.first)
    guard indicator.end < end,
      let outer = mentions.firstIndex(where: {
        $0.first >= indicator.end && $0.first - indicator.end <= 3 && $0.concept >= 0
          && $0.roles.contains(.agent)
      }), onlyQualifies(from: indicator.end, to: mentions[outer].first),
      let inner = nearest(before: indicator.first, from: clauses[index].first, role: .agent)
        ?? (index > 0 && clauses[index].kind == .relative
          ? nearest(before: clauses[index].first, from: clauses[index - 1].first, role: .agent) : nil),
      mentions[Int(inner)].concept >= 0, isAssertedPlainly(at: indicator.first)
    else { return false }
    add(indicator, frame, agent: inner, target: Int32(outer), sentence, firstClaim, flags: .definitional)
    return true
  }

  /// Whether nothing but articles and adjectives stands between two places.
  func onlyQualifies(from: Int32, to: Int32) -> Bool {
    for token in from..<max(from, to) {
      if scan.tokens[Int(token)].kind != .word || verb(token) != .none { return false }
      if !classes(token).isDisjoint(with: [.preposition, .coordinator, .relative, .infinitive]) {
        return false
      }
    }
    return true
  }

  /// "Papaya, a bleaching agent": the text itself says what kind of agent something is.
  func readAppositions(sentence: Int32) {
    guard mentions.count > 1 else { return }
    for index in 0..<(mentions.count - 1) {
      let inner = mentions[index]
      let outer = mentions[index + 1]
      guard inner.concept >= 0, outer.concept >= 0, inner.roles.contains(.agent),
        outer.roles.contains(.agent),
        outer.first - inner.end >= 2, mark(inner.end) == 0x2C, classes(inner.end + 1).contains(.determiner),
        onlyQualifies(from: inner.end + 1, to: outer.first), isAssertedPlainly(at: inner.first)
      else { continue }
      appendSubsumption(of: inner, under: outer, flags: .definitional, sentence)
    }
  }

  /// What the text files under something else, with no frame's word between.
  private func appendSubsumption(
    of inner: Mention, under outer: Mention, flags: Claim.Flags, _ sentence: Int32
  ) {
    let range = byteRange(inner.first, outer.end)
    let cueStart = Int32(result.claimCues.count)
    result.claims.append(
      Claim(
        sentence: sentence, range: range, agent: participant(inner), partners: 0..<0, relation: .other,
        target: participant(outer), negated: false, certainty: isQuestion ? .question : .asserted,
        strength: .moderate,
        causality: .none, advice: .none, attribution: attribution, flags: flags, topic: discourse.topic,
        frame: -1,
        frameRange: range, cues: cueStart..<cueStart))
  }

  /// The first deviating quantity or condition that a definition names, before anything that acts.
  func complement(after token: Int32, isCopula: Bool) -> Int32? {
    var place = token
    while place < end, place < token + 18 {
      let candidate = mention(at: place)
      if candidate >= 0 {
        let mention = mentions[Int(candidate)]
        if mention.reference == .none, mention.first >= token {
          if mention.roles.contains(.quantity), mention.deviation != nil { return candidate }
          if mention.roles.contains(.condition), place - token <= (isCopula ? 4 : 5) { return candidate }
          if !mention.roles.contains(.quantity) { return nil }
        }
        place = max(place + 1, mention.end)
        continue
      }
      let other = indicator(at: place)
      if other >= 0, indicators[Int(other)].voice != .nominal || blocksDefinition(indicators[Int(other)]) {
        return nil
      }
      if cues.contains(where: { $0.first == place && $0.category == .scopeEnd }) { return nil }
      if mark(place) == 0x3B { return nil }
      place += 1
    }
    return nil
  }

  func blocksDefinition(_ indicator: Indicator) -> Bool {
    switch grammar.frames[Int(indicator.frame)].shape {
    case .noun, .adjective, .cause, .effectOf: true
    case .verb, .patientVerb, .adviceVerb, .topicVerb, .topicCause, .blame, .split, .preposition, .definition:
      false
    }
  }

  /// "vitiligo, freckles and other forms of hyperpigmentation": what is listed is filed under what follows.
  func readListed(sentence: Int32) {
    for cue in cues where cue.category == .listing && cue.value == .others {
      guard
        let outer = mentions.first(where: {
          $0.first >= cue.end && $0.concept >= 0 && onlyQualifies(from: cue.end, to: $0.first)
            && $0.first - cue.end <= 2
        }),
        let last = mentions.last(where: { $0.end <= cue.first && cue.first - $0.end <= 1 && $0.concept >= 0 }
        ),
        isAssertedPlainly(at: cue.first), outer.roles.isLike(last.roles)
      else { continue }
      for inner in mentions where inner.group == last.group && inner.concept >= 0 && inner.end <= cue.first {
        appendSubsumption(of: inner, under: outer, flags: .definitional, sentence)
      }
    }
  }

  /// "hypopigmentation in patients with melasma": a condition placed in another one.
  func readPopulations(sentence: Int32, firstClaim: Int) {
    guard mentions.count > 1 else { return }
    for index in 0..<(mentions.count - 1) {
      let inner = mentions[index]
      let outer = mentions[index + 1]
      guard inner.concept >= 0, outer.concept >= 0, outer.roles.contains(.condition),
        inner.roles.contains(.condition)
          || (inner.roles.contains(.quantity) && inner.deviation != nil && !inner.isChange),
        outer.first > inner.end, outer.first - inner.end <= 5, inner.group != outer.group
      else { continue }
      var links = false
      var broken = false
      for token in inner.end..<outer.first {
        if classes(token).contains(.place) { links = true }
        if verb(token) != .none || mark(token) != 0 || classes(token).contains(.goal) { broken = true }
      }
      // "hypopigmentation such as melasma": the second is filed under the first.
      let isExample =
        inner.isListingHead
        || cues.contains {
          givesExamples($0) && $0.first >= inner.end && $0.end <= outer.first
        }
      guard isExample || (links && !broken), isAssertedPlainly(at: inner.first) else { continue }
      appendSubsumption(
        of: inner, under: outer, flags: isExample ? .definitional : [.definitional, .population], sentence)
    }
  }

  func isAssertedPlainly(at token: Int32) -> Bool {
    !acts(.negation, on: token) && !acts(.warning, on: token) && !acts(.unknown, on: token)
      && !cues.contains { $0.category == .denial }
  }
}
