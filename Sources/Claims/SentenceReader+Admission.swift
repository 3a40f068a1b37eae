import Ingest
import Knowledge
import Linguistics

/// For whom a sentence holds an intervention to be fit: "can be used in pregnancy", "no need to stop it while breastfeeding".
///
/// What the words admit may be barred by evidence, so a single word that limits for whom or when outweighs them all.
extension SentenceReader {
  /// Adds what the sentence admits.
  /// - Parameter firstMention: the place of the sentence's first mention in `DocumentReading.mentions`.
  /// - Returns: whether it names a circumstance of patients and limits for whom or when.
  func readAdmissions(firstMention: Int) -> Bool {
    guard mentions.contains(where: { $0.roles.contains(.agent) }) else { return false }
    var circumstances: [(mention: Mention, record: Int32)] = []
    var record = Int32(firstMention)
    var namesPatients = false
    for mention in mentions where mention.reference == .none {
      if mention.concept >= 0 {
        let isCircumstance = grammar.isCircumstance[Int(mention.concept)]
        namesPatients = namesPatients || isCircumstance
        if isCircumstance || mention.roles.isSuperset(of: .condition) && !mention.roles.contains(.harm) {
          circumstances.append((mention, record))
        }
      }
      record += 1
    }
    guard !circumstances.isEmpty else { return false }
    let hits = admissionHits()
    guard !hits.isEmpty else { return false }
    if hits.contains(where: { limits($0, circumstances.map(\.mention)) }) { return namesPatients }
    guard !isLeftOpen(circumstances.map(\.mention)) else { return false }
    for hit in hits where role(of: hit).category == .admission && admits(hit, hits) && !isDenied(hit) {
      guard let agent = agentAdmitted(by: hit) else { continue }
      let who = participants(of: agent, as: .agent).filter { $0.concept >= 0 }
      guard !who.isEmpty else { continue }
      for (mention, record) in circumstances where !isDenied(mention, outside: hit) {
        for participant in who {
          let admission = Admission(
            range: byteRange(hit.first, hit.end), agent: participant, circumstance: record)
          // A question admits what its answer says yes to.
          if isQuestion { asked.admissions.append(admission) } else { result.admissions.append(admission) }
        }
      }
      return false
    }
    return false
  }

  /// Phrases that admit, limit or waive, outside of names, none inside a longer one.
  func admissionHits() -> [PhraseHit] {
    var found: [PhraseHit] = []
    scan.forEachPhrase(of: .admission, from: Int(first), to: Int(end), grammar, &begunPhrases) { hit in
      if mentions.contains(where: { $0.reference == .none && $0.first <= hit.first && $0.end >= hit.end }) {
        return
      }
      if found.contains(where: {
        $0.first <= hit.first && $0.end >= hit.end && $0.end - $0.first > hit.end - hit.first
      }) {
        return
      }
      found.append(hit)
    }
    return found
  }

  /// "except in …" anywhere, "after pregnancy" right before the circumstance.
  private func limits(_ hit: PhraseHit, _ circumstances: [Mention]) -> Bool {
    guard role(of: hit).category == .restriction else { return false }
    guard role(of: hit).value == .near else { return true }
    let reach = classes(hit.first).contains(.subordinator) ? Self.clauseReach : Self.phraseReach
    return circumstances.contains { $0.first >= hit.end && $0.first - hit.end <= reach }
  }

  /// How many words may lie between "not" or "after" and a circumstance, and between "before you …" and one.
  private static let phraseReach: Int32 = 2
  private static let clauseReach: Int32 = 5

  /// The sentence denies, doubts, sends to somebody, reports a study, or sets a condition other than the circumstance.
  func isLeftOpen(_ circumstances: [Mention]) -> Bool {
    if cues.contains(where: {
      switch $0.category {
      case .denial, .unknown, .consultation, .studyDesign: true
      default: false
      }
    }) {
      return true
    }
    return clauses.contains { clause in
      clause.kind == .condition
        && !circumstances.contains { $0.first >= clause.first && $0.first < clause.end }
    }
  }

  /// Whether a phrase admits by itself, or has the modal before it that makes it do so.
  private func admits(_ hit: PhraseHit, _ hits: [PhraseHit]) -> Bool {
    switch role(of: hit).value {
    case .may: return false
    case .action, .verb:
      let isDone = role(of: hit).value == .action
      return hits.contains { modal in
        guard role(of: modal).category == .admission, role(of: modal).value == .may, modal.end <= hit.first
        else { return false }
        // "Can you use it …?"
        if isQuestion, isDone == false, hit.first - modal.end <= Self.clauseReach { return true }
        var hasBe = false
        for token in modal.end..<hit.first {
          if classes(token).contains(.be) || isWord(token, "be") { hasBe = true }
          if classes(token).isDisjoint(with: [.be, .auxiliary, .adverb, .infinitive]), !isWord(token, "be") {
            return false
          }
        }
        return hasBe == isDone
      }
    default: return true
    }
  }

  /// A word of denial or warning acts on a phrase from outside.
  func isDenied(_ hit: PhraseHit) -> Bool {
    cues.contains { cue in
      guard cue.category == .negation || cue.category == .warning || cue.category == .absence else {
        return false
      }
      return cue.covers(hit.first) && (cue.end <= hit.first || cue.first >= hit.end)
    }
  }

  /// "…, but avoid it in pregnancy".
  private func isDenied(_ mention: Mention, outside hit: PhraseHit) -> Bool {
    cues.contains { cue in
      (cue.category == .negation || cue.category == .warning || cue.category == .absence)
        && cue.covers(mention.first) && (cue.end <= hit.first || cue.first >= hit.end)
    }
  }

  /// What is admitted: the object of "can use", the subject of "can be used" and "is fine".
  private func agentAdmitted(by hit: PhraseHit) -> Int32? {
    switch role(of: hit).value {
    case .verb, .object: return object(after: hit.end, in: end, role: .agent) ?? agentBefore(hit)
    case .action: return agentBefore(hit)
    default:
      // "It is fine to use A".
      if hit.end < end, classes(hit.end).contains(.infinitive) {
        return nearestAgent(from: hit.end, to: end)
      }
      return agentBefore(hit) ?? nearestAgent(from: hit.end, to: end)
    }
  }

  /// The last intervention before a phrase that is not ruled out ("A, but not B, can be used").
  private func agentBefore(_ hit: PhraseHit) -> Int32? {
    var found: Int32?
    for (place, mention) in mentions.enumerated() where mention.end <= hit.first && isAdmittable(mention) {
      if mention.isGeneric, found != nil { continue }
      found = Int32(place)
    }
    return found
  }

  private func nearestAgent(from token: Int32, to end: Int32) -> Int32? {
    mentions.indices.first {
      mentions[$0].first >= token && mentions[$0].end <= end && isAdmittable(mentions[$0])
    }.map { Int32($0) }
  }

  private func isAdmittable(_ mention: Mention) -> Bool {
    mention.roles.contains(.agent) && !mention.isCompared && !isRuledOut(mention)
  }
}
