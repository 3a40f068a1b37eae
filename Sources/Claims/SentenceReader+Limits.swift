import Ingest
import Knowledge
import Linguistics

/// What limits a sentence, and what narrows its agents.
extension SentenceReader {
  func recordLimits(_ facts: FactSentence, _ sentence: Int32) {
    for hit in facts.hits {
      guard case .limit(let kind) = hit.word else { continue }
      switch kind {
      case .contrast, .rebuttal:
        // Set against the sentence before where it opens this one.
        if hit.first > first + (kind == .contrast ? 1 : 0), !isSetOff(hit) { continue }
        if kind == .rebuttal, hit.first > first { continue }
      case .circumstance, .dispute: break
      }
      result.limits.append(
        Limit(
          kind: kind, sentence: sentence, range: byteRange(hit.first, hit.end),
          words: words(hit.first, hit.end)
        ))
    }
    // "After a month …".
    if !classes(first).isDisjoint(with: [.preposition]),
      let time = facts.amounts.first(where: { $0.measure == .time && $0.first <= first + 2 })
    {
      result.limits.append(
        Limit(
          kind: .circumstance, sentence: sentence, range: byteRange(first, time.end),
          words: words(first, time.end)))
    }
    // "in vitiligo", "for acne scars": a condition that the sentence speaks within.
    for mention in mentions where mention.concept >= 0 && mention.reference == .none {
      guard grammar.knowledge.concepts[Int(mention.concept)].kind == .condition, stands(within: mention)
      else {
        continue
      }
      result.limits.append(
        Limit(
          kind: .circumstance, sentence: sentence, range: byteRange(mention.first, mention.end),
          words: UInt32(bitPattern: mention.concept) | 0x8000_0000))
    }
  }

  /// Sentences without a mention are not read far enough for `indicator(at:)`.
  private func isFrameWord(_ token: Int32) -> Bool {
    indicators.contains { $0.first <= token && $0.end > token }
  }

  /// "…, however, …".
  private func isSetOff(_ hit: FactSentence.Hit) -> Bool {
    hit.first > first && hit.end < end && mark(hit.first - 1) == 0x2C && mark(hit.end) == 0x2C
  }

  /// Whether a preposition that places or gives a purpose stands before the mention, with its adjectives between.
  private func stands(within mention: Mention) -> Bool {
    var token = mention.first
    while token > first, mention.first - token < 5 {
      token -= 1
      guard scan.tokens[Int(token)].kind == .word else { return false }
      let kind = classes(token)
      if kind.contains(.infinitive) { return false }
      // "melanin responsible for pale patches": what the words tie it to is no circumstance.
      if indicators.contains(where: { $0.first < token && $0.end > token }) { return false }
      if !kind.isDisjoint(with: [.place, .goal]) { return true }
      if kind.contains(.preposition) { return !kind.contains(.genitive) && !kind.contains(.agentLink) }
      if !kind.isDisjoint(with: [.be, .finiteVerb, .modal, .relative]) || isFrameWord(token) {
        return false
      }
    }
    return false
  }

  /// Equal for equal words in any case.
  func words(_ first: Int32, _ end: Int32) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for token in first..<end {
      let item = scan.tokens[Int(token)]
      for offset in Int(item.start)..<Int(item.end) {
        let byte = document.text[offset]
        hash = (hash ^ UInt32(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)) &* 16_777_619
      }
      hash = (hash ^ 0x20) &* 16_777_619
    }
    return hash & 0x7FFF_FFFF | 1
  }

  func recordVariants(_ facts: FactSentence, _ firstMention: Int) {
    for mention in mentions where mention.roles.contains(.agent) && mention.concept >= 0 {
      let variant = variant(of: mention, facts)
      guard variant != 0 else { continue }
      let range = byteRange(mention.first, mention.end)
      for place in firstMention..<result.mentions.count where result.mentions[place].range == range {
        result.mentions[place].variant = variant
      }
    }
  }

  /// What the words before an agent's name narrow it to: "a deep peel", "the 70% peel"; 0 where it stands by itself.
  func variant(of mention: Mention, _ facts: FactSentence) -> UInt32 {
    var token = mention.first
    let boundary: WordClasses = [
      .determiner, .preposition, .coordinator, .subordinator, .relative, .pronoun, .person, .be, .auxiliary,
      .modal, .finiteVerb, .adverb, .connector, .question, .infinitive, .anyVerb,
    ]
    while token > first, mention.first - token < 3 {
      let before = token - 1
      let item = scan.tokens[Int(before)]
      if item.kind == .punctuation || isFrameWord(before) || self.mention(at: before) >= 0 { break }
      if item.kind == .word, !classes(before).isDisjoint(with: boundary) {
        // "we stock azelaic acid": a verb stands between.
        let isSubject =
          !classes(before).isDisjoint(with: [.person, .pronoun]) && !classes(before).contains(.determiner)
        if isSubject { return 0 }
        break
      }
      // "over the years retinol": a time is no part of the name.
      if facts.hits.contains(where: { $0.end == token && $0.word.isTime }) { break }
      token = before
    }
    return token < mention.first ? words(token, mention.first) : 0
  }
}
