import Claims
import Ingest
import Knowledge

/// What the words of a sentence show of how it is meant.
extension RegulationChecks {
  /// Whether a word of denial, warning or doubt acts on a wording; one inside the wording belongs to it.
  func isDenied(_ record: CueRecord, _ place: Place) -> Bool { isDenied(record.range, place) }

  func isDenied(_ range: ByteRange, _ place: Place) -> Bool {
    place.sentence.cues.contains { index in
      let cue = place.reading.cues[Int(index)]
      switch categories[Int(cue.cue)] {
      case .negation, .denial, .warning, .unknown, .absence:
        // One inside this wording, or inside another that says something else, belongs to that wording.
        let isPart =
          isInside(cue.range, range)
          || place.all.contains { isInside(cue.range, $0) && !isInside(range, $0) }
        if isPart { return false }
        // Where the sentence was not read for claims, no scope is known.
        return cue.scope.isEmpty || cue.scope.overlaps(range)
      // "not without risk": what stands in it does not act.
      case .pseudo: return cue.range.start < range.start && cue.range.end > range.start
      default: return false
      }
    }
  }

  private func isInside(_ inner: ByteRange, _ outer: ByteRange) -> Bool {
    inner.start >= outer.start && inner.end <= outer.end
  }

  func isQuestion(_ sentence: Sentence, _ document: Document) -> Bool {
    var end = sentence.range.end
    while end > sentence.range.start {
      let byte = document.text[end - 1]
      if byte == 0x3F { return true }
      guard byte == 0x22 || byte == 0x27 || byte == 0x29 || byte == 0x20 || byte >= 0x80 else { return false }
      end -= 1
    }
    return false
  }

  /// Whether the text sells: one offer, two different hints, or a product class that was chosen for it.
  func sells(_ place: Place, _ state: inout DocumentState) -> Bool {
    if let known = state.sells { return known }
    let sells = sellsByChoice || hasSellingWords(place)
    state.sells = sells
    return sells
  }

  private func hasSellingWords(_ place: Place) -> Bool {
    var hint: Int32 = -1
    for cue in place.reading.cues where categories[Int(cue.cue)] == .promotion {
      let value = knowledge.cues[Int(cue.cue)].value
      if value == "offer" || value == "own" && ownsProduct(cue, place) { return true }
      if value == "own" { continue }
      if hint >= 0, hint != cue.cue { return true }
      hint = cue.cue
    }
    guard hint >= 0 else { return false }
    return place.document.blocks.contains {
      $0.kind != .reference && priceRange($0.range, place.document) != nil
    }
  }

  /// "our new laser": a product or treatment stands at most two words behind the cue.
  private func ownsProduct(_ cue: CueRecord, _ place: Place) -> Bool {
    let text = place.document.text
    guard
      let sentence = place.reading.sentences.first(where: {
        $0.range.start <= cue.range.start && $0.range.end >= cue.range.end
      })
    else { return false }
    let isNamed = sentence.mentions.contains { index in
      let mention = place.reading.mentions[Int(index)]
      guard mention.range.start > cue.range.end,
        mention.concept < 0 || knowledge.concepts[Int(mention.concept)].kind.isIntervention
      else { return false }
      let between = text[cue.range.end..<mention.range.start]
      return between.count { $0 == 0x20 } <= 3 && !between.contains(0x2C) && !between.contains(0x2E)
    }
    let start = min(cue.range.end + 1, sentence.range.end)
    return isNamed
      || classifier.namesProduct(ByteRange(start, sentence.range.end), in: place.document)
  }

  /// A sign of money with a digit beside it.
  func priceRange(_ range: ByteRange, _ document: Document) -> ByteRange? {
    document.text.withUnsafeBufferPointer { text in
      var index = range.start
      while index < range.end {
        let byte = text[index]
        // Nearly every byte: plain, and no sign of dollars.
        if byte < 0x80, byte != 0x24 {
          index += 1
          continue
        }
        var length = 0
        if byte == 0x24 {
          length = 1
        } else if byte == 0xC2, index + 1 < range.end, text[index + 1] == 0xA3 {
          length = 2  // £
        } else if byte == 0xE2, index + 2 < range.end, text[index + 1] == 0x82, text[index + 2] == 0xAC {
          length = 3  // €
        }
        if length > 0 {
          var after = index + length
          if after < range.end, text[after] == 0x20 { after += 1 }
          var stop = after
          while stop < range.end, text[stop] >= 0x30 && text[stop] <= 0x39 { stop += 1 }
          if stop > after { return ByteRange(index, stop) }
          if index > range.start, text[index - 1] >= 0x30 && text[index - 1] <= 0x39 {
            return ByteRange(index - 1, index + length)
          }
        }
        index += max(1, length)
      }
      return nil
    }
  }

  /// A percentage or a count of people ("7 of 10"); not a strength beside an ingredient ("4% niacinamide").
  func hasFigure(_ place: Place) -> Bool {
    let text = place.document.text
    let range = place.sentence.range
    for index in range.start..<range.end where text[index] == 0x25 {
      guard index > range.start, text[index - 1] >= 0x30 && text[index - 1] <= 0x39 || text[index - 1] == 0x20
      else { continue }
      let isStrength = place.sentence.mentions.contains { mention in
        let record = place.reading.mentions[Int(mention)]
        guard record.concept >= 0, knowledge.concepts[Int(record.concept)].kind.isIntervention else {
          return false
        }
        return record.range.start > index && record.range.start - index <= 2
          || record.range.end < index && index - record.range.end <= 5
      }
      if !isStrength { return true }
    }
    return false
  }

  /// Whether the sentence is quoted, in marks or as a block.
  func isQuoted(_ place: Place) -> Bool {
    if place.document.blocks[Int(place.sentence.block)].kind == .quote { return true }
    let text = place.document.text
    let range = place.sentence.range
    return (range.start..<range.end).contains { index in
      text[index] == 0x22
        || text[index] == 0xE2 && index + 2 < range.end && text[index + 1] == 0x80
          && (text[index + 2] == 0x9C || text[index + 2] == 0x9D)
    }
  }
}
