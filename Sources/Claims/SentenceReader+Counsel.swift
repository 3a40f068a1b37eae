import Knowledge
import Linguistics

/// What a sentence tells its readers to do.
extension SentenceReader {
  func sentenceAdvice() -> Claim.Advice {
    .none
  }

  /// Whether a cue of advice advises here: "is recommended" does, "the recommended dose" does not.
  func givesAdvice(_ cue: ActiveCue) -> Bool {
    guard cue.end - cue.first == 1, classes(cue.first).contains(.verbPast) else { return true }
    return auxiliaryBefore(cue.first).map { classes($0).contains(.be) } ?? false
  }
}
