import Knowledge
import Linguistics

extension SentenceReader {
  /// What the sentence reports of an outcome under an intervention against a comparator; nil where it reports nothing.
  func reportedDirection(_ question: DirectionQuestion) -> ReportedDirection? {
    nil
  }
}
