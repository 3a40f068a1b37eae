import Knowledge
import Linguistics

/// What a sentence tells its readers to do.
extension SentenceReader {
  func sentenceAdvice() -> Claim.Advice {
    .none
  }
}
