import Knowledge
import Linguistics

/// How firmly a sentence ties cause and effect, and what it tells its readers to do.
extension SentenceReader {
  /// The scale of Yu, Li and Wang (2019).
  func sentenceCausality() -> Claim.Causality {
    result.claims.suffix(from: Int(result.sentences.last?.claims.lowerBound ?? 0)).map(\.causality).max()
      ?? .none
  }

  func sentenceAdvice() -> Claim.Advice {
    result.claims.suffix(from: Int(result.sentences.last?.claims.lowerBound ?? 0)).map(\.advice).max()
      ?? .none
  }
}
