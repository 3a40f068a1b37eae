import Claims
import Ingest

/// What a place of a text says of an agent, in a form that can be held against other places: a span of values on the scale of
/// its kind. Two assertions of one kind, agent and target contradict each other where their spans lie apart.
struct Assertion: Sendable {
  enum Kind: UInt8, Sendable {
    /// What becomes of a quantity: -1 less of it, 0 nothing, 1 more.
    case moves
    /// Whether it treats a condition: 1 it does, 0 it does nothing, -1 it makes it worse.
    case treats
    /// Whether it keeps a condition away: 1 or 0.
    case prevents
    /// Whether it causes one harm: 1 or 0.
    case harms
    /// Whether it causes any harm at all: 1 or 0.
    case anyHarm
    /// How a quantity stands in a condition by definition: -1 low, 1 high. The condition is the agent, the quantity the target.
    case state
    /// Whether an agent is one of a class: 1 or 0.
    case member
    /// Whether people in a circumstance may have it: 1 or -1.
    case suited
    /// Whether it hurts: 1 or 0.
    case pain
    case downtime, sessions, lasting, onset, interval, concentration, depth

    /// Whether the values are numbers of the text.
    var isMeasured: Bool { rawValue >= Kind.downtime.rawValue }
  }

  struct Key: Hashable, Sendable {
    var kind: Kind
    /// Places in `KnowledgeBase.concepts`; -1 for a treatment that nothing names.
    var agent: Int32
    var target: Int32
    /// Of a target that the rules do not know its words: equal for equal words.
    var words: UInt32 = 0
  }

  var key: Key
  var low: Double
  var high: Double
  /// Of a harm that stands for any: which one.
  var named: Int32 = -1
  var strength = Claim.Strength.moderate
  /// Leaves no exception, so that what holds for some only contradicts it.
  var isUniversal = false
  /// Says that it can be, not that it is: contradicts only what leaves no exception.
  var isHedged = false
  /// Known to be wrong by the rules, which is a finding of its own.
  var isRefuted = false
  /// The agent is a class ("lasers"), whose members differ from page to page.
  var isOfClass = false
  /// Set against what the sentences just before say.
  var isContrasted = false
  /// Equal where the same limits hold; 0 where none do.
  var limits: UInt64 = 0
  var variant: UInt32 = 0
  /// Equal in sections that are headed by the same conditions; 0 where the heading names none.
  var sectionLimits: UInt64 = 0
  /// Number of the section, counted by headings.
  var section: Int32 = 0
  /// The condition that the document is about, or -1.
  var topic: Int32 = -1
  /// Place in `DocumentReading.sentences`.
  var sentence: Int32
  /// Bytes of the clean text.
  var range: ByteRange
  /// Bytes of the clean text of the words that name the agent; empty where other words mean it.
  var agentRange = ByteRange(0, 0)
  /// The same of the target.
  var targetRange = ByteRange(0, 0)
  /// Place in `DocumentReading.claims`, or -1 for a fact.
  var claim: Int32 = -1

  /// Whether both cannot hold; `earlier` stands before it in the same document, or in another one.
  func contradicts(_ earlier: Assertion, inOneDocument: Bool) -> Bool {
    guard isApart(from: earlier), variant == earlier.variant else { return false }
    if inOneDocument {
      if sentence == earlier.sentence || isContrasted && sentence - earlier.sentence <= 2 { return false }
      if key.agent < 0, section != earlier.section { return false }
    } else if !isKeptAcrossDocuments || key.kind.isMeasured && topic != earlier.topic {
      return false
    }
    if leavesNoException || earlier.leavesNoException { return true }
    if isHedged || earlier.isHedged { return false }
    guard limits == earlier.limits else { return false }
    if key.kind.isMeasured { return sectionLimits == earlier.sectionLimits }
    return sectionLimits == earlier.sectionLimits || sectionLimits == 0 || earlier.sectionLimits == 0
  }

  /// Whether it may be held against other documents: it names its agent, and is no property of one product.
  var isKeptAcrossDocuments: Bool {
    guard key.agent >= 0, key.words == 0 else { return false }
    switch key.kind {
    case .concentration, .depth, .interval: return false
    case .downtime, .sessions, .lasting, .onset, .pain: return !isOfClass
    case .moves, .treats, .prevents, .harms, .anyHarm, .state, .member, .suited: return true
    }
  }

  /// Whether the signs are opposite: more of a quantity and less of it.
  func isOpposite(to other: Assertion) -> Bool {
    (key.kind == .moves || key.kind == .state) && low == high && other.low == other.high
      && low == -other.low && low != 0
  }

  private var leavesNoException: Bool { isUniversal && limits == 0 }

  /// Whether the spans lie apart, for numbers by more than people round.
  func isApart(from other: Assertion) -> Bool {
    let (lower, upper) = high < other.low ? (self, other) : (other, self)
    guard lower.high < upper.low else { return false }
    switch key.kind {
    case .treats, .prevents:
      // "does not cure" leaves room for "helps".
      let (affirmed, denied) = (upper, lower)
      return denied.strength <= affirmed.strength
    case .moves, .harms, .anyHarm, .state, .member, .suited, .pain, .sessions, .concentration: return true
    case .downtime: return lower.high == 0 ? upper.low >= 0.9 : upper.low > lower.high * 1.5
    case .onset: return upper.low > lower.high * 2 && upper.low - lower.high >= 2
    case .lasting, .interval: return upper.low > lower.high * 1.5
    case .depth: return upper.low > lower.high * 1.2
    }
  }

  /// Whether another one says just the same, so that one of the two is enough to hold others against.
  func repeats(_ other: Assertion) -> Bool {
    low == other.low && high == other.high && limits == other.limits && variant == other.variant
      && sectionLimits == other.sectionLimits && isUniversal == other.isUniversal
      && isHedged == other.isHedged
      && strength == other.strength && isRefuted == other.isRefuted && topic == other.topic
      && (key.agent >= 0 || section == other.section)
  }
}
