import Ingest
import Knowledge

/// A countable thing that a text says flatly of a treatment: how long it keeps people away, how many sessions it takes, how
/// long its effect lasts. What is hedged, asked or denied by the text is no fact.
public struct Fact: Sendable, Equatable {
  public enum Kind: UInt8, CaseIterable, Sendable {
    /// Days away from work and company; 0 for none.
    case downtime
    /// How many sessions the treatment takes.
    case sessions
    /// Days that the result lasts; `Fact.forever` where it is permanent.
    case lasting
    /// Days between two sessions.
    case interval
    /// Per cent of the agent in a product.
    case concentration
    /// Millimetres that needles are long or reach.
    case depth
    /// Days until the treatment starts to work.
    case onset
    /// Whether it hurts: 1 or 0.
    case pain
    /// Whether it does harm: 0, it does none.
    case harm
    /// Whether it helps against a condition: 0, it does not.
    case efficacy
    /// Whether people in some circumstance may have the treatment: 1 they may, -1 they may not.
    case suitability
  }

  public var kind: Kind
  /// Place in `DocumentReading.sentences`.
  public var sentence: Int32
  /// Bytes of the clean text of the words that say it.
  public var range: ByteRange
  /// The treatment; concept -1 where neither the sentence nor the document names one.
  public var agent: Participant
  /// What narrows the agent or the product ("deep", "70%"): equal for equal words, 0 for none.
  public var variant: UInt32
  /// Of a suitability the circumstance, of an efficacy the condition: a place in `KnowledgeBase.concepts`; else -1.
  public var target: Int32
  /// The least and the most that the words allow.
  public var low: Double
  public var high: Double

  /// The length of what is permanent, in days.
  public static let forever = 1e9
}

/// Something that limits what a sentence says to some people, places, times or ways of use, or sets it against what was
/// said before.
public struct Limit: Sendable, Equatable {
  public enum Kind: UInt8, Sendable {
    /// "in dark skin", "at first", "on the lips".
    case circumstance
    /// "however": set against what was said before.
    case contrast
    /// "Not so.": takes back the sentence before.
    case rebuttal
    /// "other studies", "critics say": the views of others are told.
    case dispute
  }
  public var kind: Kind
  /// Place in `DocumentReading.sentences`.
  public var sentence: Int32
  /// Bytes of the clean text.
  public var range: ByteRange
  /// Equal for equal words.
  public var words: UInt32
}
