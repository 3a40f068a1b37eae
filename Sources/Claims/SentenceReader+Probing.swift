import Ingest
import Knowledge
import Linguistics

extension SentenceReader {
  /// Whether a cue denies the mention.
  func isNegated(mention place: Int32) -> Bool {
    let mention = mentions[Int(place)]
    return cues.contains { $0.category == .negation && ($0.covers(mention.first) || $0.covers(mention.end - 1)) }
  }

  func assertionCues() -> [AssertionCue] {
    cues.compactMap { cue in
      let kind: AssertionCue.Kind
      switch cue.category {
      case .negation: kind = .negation
      case .hedge, .unknown: kind = .speculation
      default: return nil
      }
      return AssertionCue(
        kind: kind, range: byteRange(cue.first, cue.end),
        scope: byteRange(min(cue.first, cue.scopeFirst), max(cue.end, cue.scopeEnd)))
    }
  }
}
