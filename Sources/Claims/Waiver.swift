import Ingest

/// Words that call a precaution needless for a treatment or a condition: "you can skip the sunscreen after a peel".
public struct Waiver: Sendable, Equatable {
  /// Bytes of the clean text: the words that waive and the precaution.
  public var range: ByteRange
  /// Place in `DocumentReading.mentions`.
  public var precaution: Int32
  /// What the precaution is waived for; of those in one sentence any may call for it.
  public var subject: Participant
}
