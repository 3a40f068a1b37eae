import Knowledge
import Linguistics

/// Quantities with a state, and agents made of a quantity and a word that moves it.
extension SentenceReader {
  /// "excess melanin", "loss of natural skin colour", "melanin deficiency".
  func composeDeviations() {
    for index in mentions.indices where mentions[index].roles.contains(.quantity) {
      for cue in cues where cue.category == .deviation {
        let state: Concept.State = cue.value == .low || cue.value == .lower ? .low : .high
        let scope = grammar.cues[Int(cue.cue)].scope
        if scope == .phrase, cue.end <= mentions[index].first,
          onlyFiller(from: cue.end, to: mentions[index].first, limit: 4),
          !isBroughtAbout(cue, index)
        {
          mentions[index].deviation = state
          mentions[index].isChange = cue.value == .lower || cue.value == .higher
          mentions[index].first = cue.first
        } else if scope == .before, cue.first >= mentions[index].end,
          onlyFiller(from: mentions[index].end, to: cue.first, limit: 1),
          !isLinkedToAgent(cue.end)
        {
          mentions[index].deviation = state
          mentions[index].end = cue.end
        }
      }
    }
  }

  /// "platelet-rich plasma (PRP)": an agent's name and its abbreviation in brackets are one mention.
  func joinAbbreviations() {
    var index = 1
    while index < mentions.count {
      let name = mentions[index - 1]
      let other = mentions[index]
      guard name.roles.contains(.agent), name.concept == other.concept, other.first == name.end + 1,
        mark(name.end) == 0x28, other.end < end, mark(other.end) == 0x29
      else {
        index += 1
        continue
      }
      mentions[index - 1].end = other.end + 1
      mentions.remove(at: index)
    }
  }

  /// "an increase in collagen after needling": an agent follows, and the noun says what it does rather than how things stand.
  private func isBroughtAbout(_ cue: ActiveCue, _ quantity: Int) -> Bool {
    guard cue.value == .lower || cue.value == .higher,
      scan.hits[hitRange].contains(where: {
        $0.entry.kind == .frame && $0.first == cue.first && $0.end == cue.end - 1
          && grammar.frames[Int($0.entry.index)].shape == .noun
      })
    else { return false }
    return isLinkedToAgent(mentions[quantity].end)
  }

  /// "sebum is reduced by zinc": a preposition brings in the agent that does it.
  private func isLinkedToAgent(_ link: Int32) -> Bool {
    guard link < end, classes(link).contains(.agentLink) else { return false }
    return mentions.contains {
      $0.roles.contains(.agent) && $0.first > link && onlyFiller(from: link + 1, to: $0.first, limit: 3)
    }
  }

  /// Whether only small words and adjectives stand between two places, no more than `limit` of them.
  func onlyFiller(from: Int32, to: Int32, limit: Int32) -> Bool {
    guard to - from <= limit else { return false }
    var token = from
    while token < to {
      if scan.tokens[Int(token)].kind != .word { return false }
      let kind = classes(token)
      if !kind.isDisjoint(with: [
        .be, .modal, .auxiliary, .finiteVerb, .coordinator, .subordinator, .relative, .agentLink,
      ]) {
        return false
      }
      token += 1
    }
    return true
  }

  /// "melanin-stimulating serum", "a natural bleaching paste": an agent made of a mover and a carrier.
  func composeAgents() {
    for cue in cues where cue.category == .mover {
      if cue.value != .concept,
        let quantity = mentions.firstIndex(where: {
          $0.roles.contains(.quantity) && $0.end == cue.first
        }), let owner = mentions.firstIndex(where: { $0.roles.contains(.agent) && $0.first == cue.end })
      {
        // "melanin-boosting peptide": the named agent moves the quantity.
        mentions[owner].movesQuantity = mentions[quantity].concept
        mentions[owner].moves = cue.value == .increases ? .increases : .decreases
        mentions[owner].first = mentions[quantity].first
        mentions.remove(at: quantity)
        continue
      }
      if mentions.contains(where: { $0.roles.contains(.agent) && $0.first <= cue.first && $0.end >= cue.end })
      {
        continue
      }
      // The carrier: within two words behind the mover; for "melanin-boosting X" any noun will do.
      let known = cues.first(where: {
        $0.category == .carrier && $0.first >= cue.end && onlyFiller(from: cue.end, to: $0.first, limit: 2)
      })
      let carrierEnd: Int32
      if let known {
        carrierEnd = known.end
      } else if cue.value != .concept, scan.tokens[Int(cue.first)].flags.contains(.hyphenBefore),
        cue.end < end,
        scan.tokens[Int(cue.end)].kind == .word, onlyFiller(from: cue.end, to: cue.end + 1, limit: 1),
        !classes(cue.end).contains(.preposition)
      {
        carrierEnd = cue.end + 1
      } else {
        continue
      }
      if cue.value == .concept {
        let concept = grammar.cues[Int(cue.cue)].concept
        mentions.removeAll {
          $0.first >= cue.first && $0.end <= carrierEnd && !$0.roles.contains(.agent)
        }
        mentions.append(
          Mention(
            first: cue.first, end: carrierEnd, concept: concept, roles: grammar.roles[Int(concept)],
            deviation: nil))
        continue
      }
      guard
        let quantity = mentions.firstIndex(where: {
          $0.roles.contains(.quantity) && $0.end <= cue.first && cue.first - $0.end <= 1
        })
      else { continue }
      let agent = Mention(
        first: mentions[quantity].first, end: carrierEnd, concept: -1, roles: .agent, deviation: nil,
        movesQuantity: mentions[quantity].concept, moves: cue.value == .increases ? .increases : .decreases)
      mentions.remove(at: quantity)
      mentions.append(agent)
    }
  }
}
