import Ingest
import Knowledge
import Linguistics

/// Which precautions a sentence calls needless: "no need for contraception", "sunscreen can be skipped".
///
/// Some do not need it (men need no contraception, nobody sunscreen at night): a word for them outweighs all that waives.
extension SentenceReader {
  /// Adds what the sentence waives.
  /// - Parameter firstMention: the place of the sentence's first mention in `DocumentReading.mentions`.
  func readWaivers(firstMention: Int) {
    guard mentions.contains(where: { isPrecaution($0) }) else { return }
    let hits = admissionHits()
    guard hits.contains(where: { role(of: $0).category == .waiver }), !isQuestion,
      !hits.contains(where: exempts), !isLeftOpen(mentions)
    else { return }
    var record = Int32(firstMention)
    for mention in mentions where mention.reference == .none {
      if isPrecaution(mention), let hit = waiver(of: mention, hits) {
        let range = byteRange(min(hit.first, mention.first), max(hit.end, mention.end))
        for subject in subjects(of: mention) {
          result.waivers.append(Waiver(range: range, precaution: record, subject: subject))
        }
      }
      record += 1
    }
  }

  func isPrecaution(_ mention: Mention) -> Bool {
    mention.reference == .none && mention.concept >= 0 && grammar.isPrecaution[Int(mention.concept)]
  }

  /// "unless", "only if", "men", "at night".
  private func exempts(_ hit: PhraseHit) -> Bool {
    let role = role(of: hit)
    return role.category == .restriction && role.value != .near
      || role.category == .waiver && role.value == .exempt
  }

  /// The phrase that waives a precaution and is not taken back itself ("do not skip").
  private func waiver(of precaution: Mention, _ hits: [PhraseHit]) -> PhraseHit? {
    hits.first { hit in
      let role = role(of: hit)
      // "If you skip it, …" tells what follows.
      guard role.category == .waiver,
        !clauses.contains(where: { $0.kind == .condition && $0.first <= hit.first && $0.end > hit.first })
      else { return false }
      if role.value == .need {
        // The "no" that denies the need stands before the precaution.
        return follows(hit, precaution)
          && (max(first, precaution.first - Self.nameReach)..<precaution.first).contains { isWord($0, "no") }
      }
      guard !isDenied(hit) else { return false }
      switch role.value {
      case .before: return leads(from: hit.end, to: precaution.first, hits)
      case .after: return follows(hit, precaution)
      case .both: return leads(from: hit.end, to: precaution.first, hits) || follows(hit, precaution)
      case .without:
        return leads(from: hit.end, to: precaution.first, hits) && !isWord(hit.first - 1, "not", "never")
          && hits.contains {
            self.role(of: $0).category == .waiver && self.role(of: $0).value == .fit && $0.end <= hit.first
              && !isDenied($0)
          }
      default: return false
      }
    }
  }

  /// How many words may lie between words that waive and the precaution, and between "no" and it.
  private static let waiverReach: Int32 = 5
  private static let statementReach: Int32 = 9
  private static let nameReach: Int32 = 3

  /// Whether only what belongs to the name, or says how it is used, stands before the precaution: "to wear any".
  private func leads(from token: Int32, to precaution: Int32, _ hits: [PhraseHit]) -> Bool {
    guard token <= precaution, precaution - token <= Self.waiverReach else { return false }
    var token = token
    while token < precaution {
      if scan.tokens[Int(token)].kind == .punctuation { return false }
      if classes(token).contains(.infinitive) {
        // "no need to use", but not "no need to wait with".
        guard
          let use = hits.first(where: {
            $0.first == token + 1 && role(of: $0).category == .admission && role(of: $0).value == .verb
          })
        else { return false }
        token = use.end
        continue
      }
      if !classes(token).isDisjoint(with: [.subordinator, .finiteVerb, .be, .auxiliary, .modal])
        || classes(token).contains(.preposition) && !classes(token).contains(.genitive)
      {
        return false
      }
      token += 1
    }
    return true
  }

  /// Whether a phrase is said of the precaution before it: "sunscreen after a peel is not needed".
  private func follows(_ hit: PhraseHit, _ precaution: Mention) -> Bool {
    guard hit.first >= precaution.end, hit.first - precaution.end <= Self.statementReach else { return false }
    // "A serum under sunscreen is optional" says it of the serum.
    var before = precaution.first - 1
    while before > first, classes(before).contains(.determiner) { before -= 1 }
    if before > first, classes(before).contains(.preposition) { return false }
    return (precaution.end..<hit.first).allSatisfy { token in
      scan.tokens[Int(token)].kind != .punctuation
        && classes(token).isDisjoint(with: [.subordinator, .coordinator, .relative, .finiteVerb])
        || classes(token).contains(.preposition)
    }
  }

  /// What the sentence names beside the precaution, or is about.
  private func subjects(of precaution: Mention) -> [Participant] {
    var found: [Participant] = []
    for (place, mention) in mentions.enumerated()
    where !isPrecaution(mention) && !(mention.first < precaution.end && precaution.first < mention.end) {
      if mention.reference == .none, mention.concept >= 0, grammar.isCircumstance[Int(mention.concept)] {
        found.append(participant(mention))
        continue
      }
      let role: Grammar.Roles = mention.roles.contains(.agent) ? .agent : .condition
      guard !mention.roles.isDisjoint(with: role), !mention.isCompared else { continue }
      found += participants(of: Int32(place), as: role).filter { $0.concept >= 0 }
    }
    if found.isEmpty { found = discourse.impliedAgents + [topicParticipant()].compactMap { $0 } }
    return found
  }
}
