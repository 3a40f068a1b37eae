extension SentenceReader {
  /// What the sentence reports of an outcome under an intervention against a comparator; nil where it reports nothing.
  func reportedDirection(_ question: TrialQuestion) -> DirectionReading? {
    TrialSentence(self, question).reading()
  }
}

/// What one sentence reports, with how much it has to do with the question.
struct DirectionReading {
  var direction: ReportedDirection
  /// Higher where more of the outcome is named and more is said of it.
  var weight: Int
  /// "This difference was not significant": said of what the sentence before reported.
  var takesBack = false
}
