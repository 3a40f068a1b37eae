import Ingest
import Knowledge
import Linguistics

/// What cues say of single words, whatever the words mean.
extension SentenceReader {
  /// Whether a cue denies the mention.
  func isNegated(mention place: Int32) -> Bool {
    let mention = mentions[Int(place)]
    return cues.contains { cue in
      (cue.category == .negation || cue.category == .absence
        || cue.category == .unknown && cue.value == .absence)
        && (mention.first..<mention.end).contains { cue.covers($0) }
        && !(cue.first >= mention.first && cue.end <= mention.end)
    }
  }

  /// The cues of negation and speculation, with the words that they act on.
  func assertionCues() -> [AssertionCue] {
    cues.compactMap { cue in
      let kind: AssertionCue.Kind
      switch (cue.category, cue.value) {
      case (.absence, .clinical), (.negation, .lexical): return nil
      case (.negation, _), (.absence, _), (.unknown, .absence): kind = .negation
      case (.hedge, .doubt), (.hedge, .probable), (.unknown, _): kind = .speculation
      default: return nil
      }
      return AssertionCue(
        kind: kind, range: byteRange(cue.first, cue.end),
        scope: byteRange(min(cue.first, cue.scopeFirst), max(cue.end, cue.scopeEnd)))
    }
  }
}
