import Knowledge
import Linguistics

/// Lists, combinations, populations and comparisons.
extension SentenceReader {
  /// Gives coordinated mentions one group, and ties combined groups together.
  func joinMentions() {
    for index in mentions.indices { mentions[index].group = Int32(index) }
    guard mentions.count > 1 else {
      markPopulationAndComparison()
      return
    }
    for index in 1..<mentions.count where !mentions[index].isGeneric {
      var previous = index - 1
      // A name inside a name (a condition in an outcome) is no neighbour.
      while previous >= 0, mentions[previous].end > mentions[index].first || mentions[previous].isGeneric {
        previous -= 1
      }
      guard previous >= 0 else { continue }
      switch gap(from: mentions[previous].end, to: mentions[index].first) {
      case .list where endsComparison(previous, before: mentions[index].first):
        break
      case .list where mentions[previous].roles.isLike(mentions[index].roles):
        mentions[index].group = mentions[previous].group
      case .none where isSpeltOut(mentions[previous], by: mentions[index]):
        mentions[index].group = mentions[previous].group
      case .examples where mentions[previous].roles.isLike(mentions[index].roles):
        mentions[previous].isListingHead = true
      case .combination
      where mentions[previous].roles.contains(.agent) && mentions[index].roles.contains(.agent):
        mentions[index].partnerGroup = mentions[previous].group
      default: break
      }
    }
    markCombinations()
    markPopulationAndComparison()
  }

  /// "Unlike zinc, kojic acid treats …": the comma ends what is compared.
  private func endsComparison(_ place: Int, before next: Int32) -> Bool {
    let mention = mentions[place]
    guard next - mention.end == 1, mark(mention.end) == 0x2C else { return false }
    return cues.contains {
      $0.category == .comparison && $0.end <= mention.first && mention.first - $0.end <= 2
        && $0.first - first <= 1
    }
  }

  /// "every uneven tone: brown spots, melasma, …": behind the colon stand kinds of what stands before it.
  private func isSpeltOut(_ head: Mention, by next: Mention) -> Bool {
    guard head.concept >= 0, next.concept >= 0, next.first == head.end + 1, mark(head.end) == 0x3A else {
      return false
    }
    return grammar.knowledge.concepts[Int(next.concept)].ancestors.contains {
      $0.concept.rawValue == head.concept
    }
  }

  private enum Gap { case none, list, examples, combination }

  /// What joins two neighbouring mentions.
  private func gap(from: Int32, to: Int32) -> Gap {
    guard to >= from, to - from <= 9 else { return .none }
    var joins = false
    var others = 0
    var result = Gap.none
    var token = from
    while token < to {
      let item = scan.tokens[Int(token)]
      if cues.contains(where: { $0.first == token && ($0.category == .negation || $0.category == .scopeEnd) })
      {
        return .none
      }
      if let cue = cues.first(where: {
        $0.first == token && ($0.category == .listing || $0.category == .combination)
      }) {
        if cue.category == .listing, !givesExamples(cue) { return .none }
        result = cue.category == .listing ? .examples : .combination
        token = cue.end
        continue
      }
      if item.kind == .punctuation {
        switch item.mark {
        case 0x2C, 0x2F: joins = true
        case 0x26, 0x2B: joins = true
        case 0x28, 0x29, 0x22, 0x27, 0x2A: break
        default: return .none
        }
      } else if item.kind == .word {
        let kind = classes(token)
        if kind.contains(.coordinator) {
          if !kind.isDisjoint(with: [.subordinator]) { return .none }
          joins = true
        } else if verbs[Int(token - first)] != .none || !kind.isDisjoint(with: [.relative, .subordinator]) {
          return .none
        } else if kind.contains(.agentLink), result == .none, !joins, token == from {
          // "A with B"
          if to - from <= 4 { result = .combination } else { return .none }
        } else if !kind.isDisjoint(with: [.preposition, .infinitive]) {
          if result == .none { return .none }
        } else if kind.isDisjoint(with: [.determiner, .adverb]) {
          others += 1
        }
      }
      token += 1
    }
    if result != .none { return others <= 3 ? result : .none }
    // "X, a Y from nature": the same thing again, no list.
    if joins, from < to, mark(from) == 0x2C, from + 1 < to, classes(from + 1).contains(.determiner),
      !(from + 1..<to).contains(where: { classes($0).contains(.coordinator) })
    {
      return .none
    }
    return joins && others <= 2 ? .list : .none
  }

  /// Not "A and other forms of B", which files A under B, nor "A, like B, …", which compares them.
  func givesExamples(_ cue: ActiveCue) -> Bool {
    cue.category == .listing && cue.value != .others
      && !(cue.value == .loose && cue.first > first && mark(cue.first - 1) == 0x2C)
  }

  /// "combination of A and B", "A can be combined with (ingredients such as) B".
  private func markCombinations() {
    for cue in cues where cue.category == .combination {
      let clause = clause(of: cue.first)
      var left: Int32 = -1
      var right: Int32 = -1
      for mention in mentions
      where mention.roles.contains(.agent) && !mention.isListingHead && !mention.isGeneric {
        if mention.end <= cue.first && mention.first >= clauses[clause].first {
          left = mention.group
        } else if mention.first >= cue.end && right < 0 {
          right = mention.group
        }
      }
      guard left >= 0, right >= 0, left != right else { continue }
      // Nothing else may act in between.
      for index in mentions.indices where mentions[index].group == right {
        mentions[index].partnerGroup = left
      }
    }
  }

  /// "patients with melasma", "unlike hydroquinone".
  private func markPopulationAndComparison() {
    for cue in cues where cue.category == .population || cue.category == .comparison {
      // "Nothing works better than X": the comparison is what the frame's words mean.
      if indicators.contains(where: { $0.first < cue.first && $0.end >= cue.end }) { continue }
      guard
        let near = mentions.indices.first(where: {
          mentions[$0].first >= cue.end && mentions[$0].first - cue.end <= 4
            && mentions[$0].reference == .none
        })
      else { continue }
      var stop = false
      for token in cue.end..<mentions[near].first
      where verbs[Int(token - first)] != .none
        || !classes(token).isDisjoint(with: [.relative, .subordinator])
        || mark(token) == 0x2C
      {
        stop = true
      }
      if stop { continue }
      for index in mentions.indices where mentions[index].group == mentions[near].group {
        if cue.category == .population {
          mentions[index].isPopulation = true
        } else {
          mentions[index].isCompared = true
        }
      }
    }
  }
}

extension Grammar.Roles {
  /// Whether two mentions can stand in one list.
  func isLike(_ other: Grammar.Roles) -> Bool {
    if contains(.agent) || other.contains(.agent) { return contains(.agent) && other.contains(.agent) }
    return !isDisjoint(with: .target) && !other.isDisjoint(with: .target)
  }
}
