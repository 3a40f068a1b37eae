import Claims
import Ingest
import Knowledge

/// Faults of wording: what a sentence calls on, what it promises, how safe it says a thing is.
extension Judge {
  func checkWording(
    _ index: Int32, _ document: Document, _ reading: DocumentReading, _ sentence: Sentence,
    _ judgment: Judgment,
    _ hasReferences: Bool, _ candidates: inout [Candidate]
  ) {
    if !sentence.mentions.isEmpty {
      checkContraindications(sentence, document, reading, &candidates)
      checkPrecautions(sentence, reading, &candidates)
    }
    guard !sentence.cues.isEmpty || !sentence.claims.isEmpty || !sentence.promises.isEmpty else { return }
    let block = document.blocks[Int(sentence.block)]
    let asserted = sentence.claims.contains { place in
      let claim = reading.claims[Int(place)]
      return isClaimed(claim) && claim.flags.isDisjoint(with: [.studyDesign, .unread])
    }
    checkSafety(sentence, reading, &candidates)
    checkPromises(sentence, reading, &candidates)
    if block.kind != .heading && block.kind != .title {
      if asserted {
        checkCitation(sentence, document, reading, judgment, hasReferences, &candidates)
      } else if sentence.claims.allSatisfy({ reading.claims[Int($0)].flags.contains(.unread) }) {
        checkBareCall(sentence, reading, hasReferences, &candidates)
      }
    }
  }

  func category(_ cue: CueRecord) -> Cue.Category { categories[Int(cue.cue)] }

  /// The first cue of a category (and value) in a sentence.
  func cue(
    _ category: Cue.Category, value: String? = nil, in sentence: Sentence, _ reading: DocumentReading
  ) -> CueRecord? {
    for place in sentence.cues {
      let record = reading.cues[Int(place)]
      if categories[Int(record.cue)] == category,
        value == nil || knowledge.cues[Int(record.cue)].value == value
      {
        return record
      }
    }
    return nil
  }

  /// Whether the words are denied, warned of or asked about.
  func denied(_ record: CueRecord, _ sentence: Sentence, _ reading: DocumentReading) -> Bool {
    if sentence.claims.contains(where: { reading.claims[Int($0)].certainty == .question }) { return true }
    return sentence.cues.contains { place in
      // "never come back": the word of denial is part of what is promised.
      if reading.cues[Int(place)].range.overlaps(record.range) { return false }
      switch category(reading.cues[Int(place)]) {
      case .negation, .denial, .warning, .unknown, .condition: return true
      default: return false
      }
    }
  }
}
