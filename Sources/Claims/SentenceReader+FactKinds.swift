import Ingest
import Knowledge
import Linguistics

/// What a product holds, how a treatment feels, whom it suits, whether it helps.
extension SentenceReader {
  /// "Our serum contains 10% azelaic acid": the product is part of what is told apart.
  func recordContent(_ facts: FactSentence, _ sentence: Int32) {
    let amounts = facts.amounts.filter { $0.measure == .percent }
    guard amounts.count == 1, let amount = amounts.first,
      let agent = mentions.first(where: {
        $0.concept >= 0 && $0.roles.contains(.agent) && $0.first >= amount.end && $0.first - amount.end <= 1
      })
    else { return }
    let products = cues.filter { cue in
      cue.category == .carrier && !(cue.first >= agent.first && cue.end <= agent.end)
    }
    guard let product = products.first, products.count == 1, product.first > first,
      classes(product.first - 1).contains(.person) || classes(product.first - 1).contains(.determiner),
      !isIndefinite(product.first - 1)
    else { return }
    add(
      .concentration, facts, sentence, from: amount.first, to: agent.end, low: amount.low, high: amount.high,
      variant: words(product.first, product.end), agent: participant(agent))
  }

  private func isIndefinite(_ token: Int32) -> Bool {
    let item = scan.tokens[Int(token)]
    return item.end - item.start <= 2 && document.text[Int(item.start)] | 0x20 == 0x61
  }

  /// "needles of 0.5 mm".
  func recordDepth(_ facts: FactSentence, _ sentence: Int32) {
    let amounts = facts.amounts.filter { $0.measure == .millimetres }
    guard amounts.count == 1, let amount = amounts.first, facts.has(.needle) else { return }
    add(
      .depth, facts, sentence, from: amount.first, to: amount.end, low: amount.low, high: amount.high)
  }

  /// "It takes effect within a week."
  func recordOnset(_ facts: FactSentence, _ sentence: Int32) {
    let times = facts.amounts.filter { $0.measure == .time }
    guard times.count == 1, let time = times.first,
      let hit = facts.hits.first(where: { $0.word == .word(.onset) }), !isDenied(hit.first)
    else { return }
    add(
      .onset, facts, sentence, from: min(hit.first, time.first), to: max(hit.end, time.end), low: time.low,
      high: time.high)
  }

  /// "It is painless", "it is painful", "it is harmless".
  func recordFeeling(_ facts: FactSentence, _ sentence: Int32) {
    for hit in facts.hits {
      switch hit.word {
      case .word(.painless):
        add(.pain, facts, sentence, from: hit.first, to: hit.end, low: 0, high: 0)
      case .word(.painful)
      where !isDenied(hit.first) && !cues.contains { $0.category == .weakener || $0.category == .hedge }
        && !facts.hits.contains { $0.word == .word(.painless) && $0.first < hit.end && $0.end > hit.first }:
        add(.pain, facts, sentence, from: hit.first, to: hit.end, low: 1, high: 1)
      case .word(.harmless) where !isDenied(hit.first) || hit.end - hit.first > 1:
        add(.harm, facts, sentence, from: hit.first, to: hit.end, low: 0, high: 0)
      default: continue
      }
    }
  }

  /// "Against acne zinc is useless": of one agent and one condition.
  func recordUselessness(_ facts: FactSentence, _ sentence: Int32) {
    guard let hit = facts.hits.first(where: { $0.word == .word(.useless) }) else { return }
    let conditions = mentions.filter {
      $0.concept >= 0 && $0.roles.contains(.condition) && !$0.roles.contains(.harm) && $0.reference == .none
    }
    guard let condition = conditions.first, conditions.count == 1 else { return }
    // "not useless"; a denial that is part of the words ("does not help") is their own.
    if hit.end - hit.first == 1, isDenied(hit.first, exceptAt: hit) { return }
    add(
      .efficacy, facts, sentence, from: min(hit.first, condition.first), to: max(hit.end, condition.end),
      low: 0, high: 0, target: condition.concept)
  }

  /// Whether a word of denial other than the hit's own acts on it.
  func isDenied(_ token: Int32, exceptAt hit: FactSentence.Hit) -> Bool {
    cues.contains { cue in
      cue.category == .negation && !(cue.first >= hit.first && cue.end <= hit.end)
        && cue.scopeFirst <= token && cue.scopeEnd > token
    }
  }

  /// "safe in pregnancy", "not carried out in pregnancy".
  func recordSuitability(_ facts: FactSentence, _ sentence: Int32) {
    let circumstances = mentions.filter {
      $0.concept >= 0 && $0.roles.isEmpty && $0.reference == .none
        && grammar.knowledge.concepts[Int($0.concept)].kind == .condition
    }
    guard let circumstance = circumstances.first, circumstances.count == 1 else { return }
    let bars = facts.hits.filter { $0.word == .word(.unsuited) }
    if let bar = bars.first {
      add(
        .suitability, facts, sentence, from: min(bar.first, circumstance.first),
        to: max(bar.end, circumstance.end),
        low: -1, high: -1, target: circumstance.concept)
    } else if let leave = facts.hits.first(where: { $0.word == .word(.suited) }), !isDenied(leave.first),
      !cues.contains(where: { $0.category == .warning || $0.category == .negation })
    {
      add(
        .suitability, facts, sentence, from: min(leave.first, circumstance.first),
        to: max(leave.end, circumstance.end), low: 1, high: 1, target: circumstance.concept)
    }
  }
}
