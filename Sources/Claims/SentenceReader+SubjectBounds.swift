import Ingest
import Knowledge
import Linguistics

/// Where the words begin that a cue denies or doubts: at the cue, or with the subject of its clause.
extension SentenceReader {
  /// Whether the cue stands in a passive verb group: "was not found", "may be caused".
  func isPassive(around cue: ActiveCue) -> Bool {
    var hasBe = false
    for token in cue.first..<cue.end where classes(token).contains(.be) { hasBe = true }
    var token = cue.first - 1
    while token >= first, scan.tokens[Int(token)].kind == .word,
      !classes(token).isDisjoint(with: [.be, .auxiliary, .modal, .adverb])
    {
      hasBe = hasBe || classes(token).contains(.be)
      token -= 1
    }
    token = cue.end
    while token < end, scan.tokens[Int(token)].kind == .word, token < cue.end + 6 {
      let kind = classes(token)
      if !kind.isDisjoint(with: [.be, .auxiliary, .adverb])
        || cues.contains(where: { $0.first <= token && $0.end > token && $0.category == .hedge })
          && !kind.contains(.verbPast)
      {
        hasBe = hasBe || kind.contains(.be)
      } else {
        return hasBe && isParticiple(token)
      }
      token += 1
    }
    return false
  }

  private func isParticiple(_ token: Int32) -> Bool {
    if classes(token).contains(.verbPast) { return true }
    let place = indicator(at: token)
    if place >= 0, indicators[Int(place)].form == .past { return true }
    let item = scan.tokens[Int(token)]
    return item.word == 0 && item.end - item.start > 4 && document.text[Int(item.end) - 1] | 0x20 == 0x64
      && document.text[Int(item.end) - 2] | 0x20 == 0x65
  }

  /// The first token of the clause that the token stands in: its subject, or the relative pronoun.
  func subjectStart(of token: Int32) -> Int32 {
    // To the head of the verb group first.
    var place = token
    while place > first, scan.tokens[Int(place - 1)].kind == .word,
      !classes(place - 1).isDisjoint(with: [.be, .auxiliary, .modal, .adverb])
    { place -= 1 }
    var depth = 0
    while place > first {
      let before = place - 1
      let item = scan.tokens[Int(before)]
      if item.kind == .punctuation {
        switch item.mark {
        case 0x29, 0x5D: depth += 1
        case 0x28, 0x5B:
          if depth == 0 { return place }
          depth -= 1
        case 0x3B where depth == 0, 0x3A where depth == 0, 0x3F where depth == 0, 0x21 where depth == 0:
          return place
        case 0x2D where depth == 0 && item.flags.contains(.spaceBefore): return place
        case 0x2C where depth == 0:
          let joins = classes(place).contains(.coordinator)
          if joins, !hasFinite(before: before) { break }
          return joins ? place + 1 : skipConnector(place)
        default: break
        }
      } else if depth == 0, item.kind == .word, !isInsideName(before) {
        let kind = classes(before)
        if endsScope(at: before) { return place }
        if kind.contains(.relative), place < end {
          // "that" after a verb of saying only announces; after a noun it is the subject.
          return announces(before) ? place : before
        }
        if kind.contains(.subordinator), kind.isDisjoint(with: [.preposition]),
          !cues.contains(where: { $0.category == .listing && $0.first <= before && $0.end > before })
        {
          return place
        }
        if kind.contains(.coordinator), hasFinite(before: before, inStretch: true), before > first {
          return place
        }
        if verb(before) == .finite {
          guard let pronoun = relativePronoun(of: before) else { return place }
          place = pronoun
          continue
        }
      }
      place -= 1
    }
    return skipConnector(place)
  }

  /// "However, X …", "Thus X …": the connector is no part of the subject.
  private func skipConnector(_ token: Int32) -> Int32 {
    var place = token
    while place + 1 < end, scan.tokens[Int(place)].kind == .word,
      classes(place).contains(.connector) || classes(place).contains(.coordinator),
      classes(place).isDisjoint(with: [.determiner, .pronoun])
    {
      place += 1
      if mark(place) == 0x2C { place += 1 }
    }
    return place
  }

  private func announces(_ token: Int32) -> Bool {
    guard token > first else { return true }
    let kind = classes(token)
    guard kind.contains(.determiner) || kind.contains(.subordinator) else { return false }
    return verb(token - 1) != .none
      || !classes(token - 1).isDisjoint(with: .anyVerb) && !isPluralNoun(token - 1)
      || cues.contains { $0.end == token || $0.end == token + 1 && $0.first < token }
  }

  /// The relative pronoun that a finite verb to the left belongs to ("the patches that appear here were …").
  private func relativePronoun(of verb: Int32) -> Int32? {
    var place = verb - 1
    while place > first, place > verb - 12 {
      if scan.tokens[Int(place)].kind == .punctuation { return nil }
      if classes(place).contains(.relative) { return announces(place) ? nil : place }
      if self.verb(place) == .finite { return nil }
      place -= 1
    }
    return nil
  }

  /// Whether a finite verb stands to the left, in the same sentence part, or in the stretch up to the last comma.
  private func hasFinite(before token: Int32, inStretch: Bool = false) -> Bool {
    var place = token - 1
    while place >= first {
      let item = scan.tokens[Int(place)]
      if item.kind == .punctuation, item.mark == 0x3B || item.mark == 0x3A || inStretch && item.mark == 0x2C {
        return false
      }
      if verb(place) == .finite { return true }
      if classes(place).contains(.subordinator), classes(place).isDisjoint(with: .preposition) {
        return false
      }
      place -= 1
    }
    return false
  }
}
