import Ingest

/// A promise without exception that a sentence makes, whether or not a claim was read in it.
public struct Promise: Sendable, Equatable {
  public enum Kind: UInt8, Sendable {
    /// The result is guaranteed.
    case guarantee
    /// It works for everybody, every time, on everything.
    case universal
    /// What it does lasts for ever.
    case endless
    /// The condition is cured.
    case cure
    /// Nothing else is ever needed, or it does all that something stronger does.
    case unrivalled
  }

  public var kind: Kind
  /// Bytes of the clean text: the words that promise.
  public var range: ByteRange
  public var agent: Participant
  /// The condition that the promise is about, where one is named.
  public var target: Participant
}
