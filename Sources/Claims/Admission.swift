import Ingest

/// Words that let people in a circumstance have an intervention: "can be used in pregnancy", "fine for teenagers".
public struct Admission: Sendable, Equatable {
  /// Bytes of the clean text: the words that admit.
  public var range: ByteRange
  public var agent: Participant
  /// Place in `DocumentReading.mentions`.
  public var circumstance: Int32
}
