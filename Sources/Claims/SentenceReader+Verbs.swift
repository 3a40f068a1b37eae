import Knowledge
import Linguistics

extension SentenceReader {
  /// Says of each token what part it has in the verb groups, and in which voice each frame's verb stands.
  func findVerbs() {
    let count = Int(end - first)
    verbs.refill(count, with: .none)
    indicatorAt.refill(count, with: -1)

    for token in first..<end where scan.tokens[Int(token)].kind == .word {
      let kind = classes(token)
      guard !kind.isDisjoint(with: [.be, .modal, .auxiliary, .finiteVerb]) else { continue }
      if let mention = covering(token), mentions[Int(mention)].reference == .none { continue }
      if kind.contains(.be) || kind.contains(.modal) || kind.contains(.auxiliary) {
        // "having", "being", "to be": not finite.
        if token > first, classes(token - 1).contains(.infinitive), !kind.contains(.modal) { continue }
        verbs[Int(token - first)] = .finite
      } else if !isNounPosition(token),
        !kind.contains(.verbPast) || !kind.isDisjoint(with: [.verbBase, .verbThird])
      {
        // Past forms may be participles: they are looked at when the sure verbs are known.
        verbs[Int(token - first)] = .finite
      }
    }
    var kept = 0
    for index in indicators.indices {
      var indicator = indicators[index]
      let shape = grammar.frames[Int(indicator.frame)].shape
      if shape.isVerb {
        guard let voice = voice(of: indicator) else { continue }
        indicator.voice = voice
        switch voice {
        case .active, .imperative: verbs[Int(indicator.first - first)] = .finite
        case .nonfinite: verbs[Int(indicator.first - first)] = .nonfinite
        case .passive: verbs[Int(indicator.first - first)] = .participle
        case .nominal: break
        }
      }
      if indicatorAt[Int(indicator.first - first)] < 0 {
        indicatorAt[Int(indicator.first - first)] = Int32(kept)
      }
      indicators[kept] = indicator
      kept += 1
    }
    indicators.removeLast(indicators.count - kept)
    findCommonVerbs()
  }

  func covering(_ token: Int32) -> Int32? {
    let mention = mentionAt[Int(token - first)]
    return mention < 0 ? nil : mention
  }

  /// Whether a word stands where a noun or an adjective stands: after an article, a preposition or an adjective of a noun.
  func isNounPosition(_ token: Int32) -> Bool {
    guard token > first else { return false }
    let before = scan.tokens[Int(token - 1)]
    guard before.kind == .word else { return false }
    let kind = classes(token - 1)
    if kind.contains(.infinitive) { return false }
    // "Both reduce acne": what stands for a noun is no article.
    if let before = covering(token - 1) {
      if mentions[Int(before)].reference != .none { return false }
      // "Toxin type A smooths wrinkles": the last word of a name is no article.
      if mentions[Int(before)].first < token - 1 {
        return scan.tokens[Int(token)].flags.contains(.hyphenBefore)
      }
    }
    // "can all play", "may both help": the modal before makes it a verb.
    if kind.contains(.adverb) || kind.contains(.determiner), token - 1 > first,
      classes(token - 2).contains(.modal),
      scan.tokens[Int(token)].word != 0, classes(token).contains(.verbBase)
    {
      return false
    }
    // "a mask that eliminates acne": a relative pronoun, no article.
    if kind.contains(.relative) { return false }
    if !kind.isDisjoint(with: [.determiner, .preposition, .genitive]) && kind.isDisjoint(with: [.pronoun]) {
      return true
    }
    if kind.contains(.determiner), kind.contains(.pronoun) {
      // "this" and "that" before a verb are pronouns; a mention already tells.
      return covering(token - 1) == nil
    }
    return scan.tokens[Int(token)].flags.contains(.hyphenBefore)
  }

  /// The voice of a frame's verb, or nil where the word is no verb here.
  private func voice(of indicator: Indicator) -> Indicator.Voice? {
    let token = indicator.first
    let isFirst =
      token == first || (scan.tokens[Int(token - 1)].kind == .punctuation && mark(token - 1) != 0x2C)
    let before: WordClasses = token > first ? classes(token - 1) : []
    let beforeIsWord = token > first && scan.tokens[Int(token - 1)].kind == .word
    switch indicator.form {
    case .ing:
      // "is treating" is finite, "treating" is not; "a lightening effect" is an adjective's work, but keeps its meaning.
      if beforeIsWord, before.contains(.be) { return .active }
      return .nonfinite
    case .third:
      if isFirst && !isHeading { return .active }
      return isNounPosition(token) ? nil : .active
    case .past:
      // "laser-treated scars", "drug-induced redness": an adjective made of the agent and the verb.
      if scan.tokens[Int(token)].flags.contains(.hyphenBefore), covering(token - 1) != nil { return .nominal }
      if let auxiliary = auxiliaryBefore(token) {
        return classes(auxiliary).contains(.be) || isGet(auxiliary) ? .passive : .active
      }
      if indicator.end < end, !classes(indicator.end).isDisjoint(with: [.agentLink]),
        !isDirectlyAfterSubject(token)
      {
        return .passive
      }
      if indicator.end < end, !classes(indicator.end).isDisjoint(with: [.agentLink]) { return .passive }
      if isNounPosition(token) { return nil }
      // "create controlled wounds": an adjective behind a verb.
      if beforeIsWord, covering(token - 1) == nil,
        !before.isDisjoint(with: [.verbBase, .verbThird, .verbIng]),
        !before.contains(.verbPast), !hasObjectMark(indicator.end)
      {
        return nil
      }
      if isFirst || mark(token - 1) == 0x2C || standsApart(token, indicator.end) { return .passive }
      return .active
    case .base:
      if beforeIsWord, before.contains(.infinitive) { return .nonfinite }
      if beforeIsWord, before.contains(.modal) { return .active }
      if auxiliaryBefore(token) != nil { return .active }
      if isNounPosition(token) { return nil }
      if token - 1 > first, beforeIsWord, before.contains(.determiner), classes(token - 2).contains(.modal) {
        return .active
      }
      // A bare form agrees with a plural: "drug use" is a noun.
      if beforeIsWord, before.isEmpty, covering(token - 1) == nil, !isPluralNoun(token - 1),
        classes(first).isDisjoint(with: [.auxiliary, .modal]), !isCoordinated(token - 1)
      {
        return nil
      }
      if isFirst { return .imperative }
      if beforeIsWord, !before.isDisjoint(with: [.connector]) { return .imperative }
      if mark(token - 1) == 0x2C {
        return .imperative
      }
      if beforeIsWord, before.contains(.coordinator) || before.contains(.adverb) {
        // "and treat": as the verb before it.
        return .active
      }
      return .active
    case .fixed:
      return .active
    }
  }

  /// "A and B reduce": a singular word at the end of a list makes a plural subject.
  private func isCoordinated(_ token: Int32) -> Bool {
    (max(first, token - 3)..<token).contains { classes($0).contains(.coordinator) }
  }

  /// "…, spots included, …": a participle closes a stretch between two commas that has no verb.
  private func standsApart(_ token: Int32, _ next: Int32) -> Bool {
    guard next < end, mark(next) == 0x2C else { return false }
    var place = token - 1
    while place >= first, scan.tokens[Int(place)].kind == .word, verb(place) != .finite { place -= 1 }
    return place >= first && mark(place) == 0x2C
  }

  /// Whether an article or a pronoun follows, as it does behind a verb and not behind an adjective.
  private func hasObjectMark(_ token: Int32) -> Bool {
    token < end && !classes(token).isDisjoint(with: [.determiner, .pronoun])
  }

  private func isDirectlyAfterSubject(_ token: Int32) -> Bool {
    guard token > first else { return false }
    return covering(token - 1) != nil || classes(token - 1).contains(.adverb)
  }

  private func isGet(_ token: Int32) -> Bool {
    !classes(token).contains(.be) && classes(token).contains(.pronoun)
  }

  /// The auxiliary of a verb group: at most three adverbs lie between.
  func auxiliaryBefore(_ token: Int32) -> Int32? {
    var place = token - 1
    var steps = 0
    while place >= first, steps < 4 {
      guard scan.tokens[Int(place)].kind == .word else { return nil }
      let kind = classes(place)
      if !kind.isDisjoint(with: [.be, .modal, .auxiliary]) { return place }
      guard kind.contains(.adverb) || scan.tokens[Int(place)].flags.contains(.hyphenBefore) else {
        return nil
      }
      place -= 1
      steps += 1
    }
    return nil
  }
}

extension Frame.Shape {
  /// Shapes whose words are verbs, inflected and with a voice.
  var isVerb: Bool {
    switch self {
    case .verb, .patientVerb, .adviceVerb, .topicVerb, .topicCause, .blame, .split: true
    case .noun, .adjective, .preposition, .cause, .effectOf, .definition: false
    }
  }
}
