import Ingest
import Knowledge

/// What a sentence says of an intervention (or another agent) and a target.
public struct Claim: Sendable, Equatable {
  public enum Relation: String, CaseIterable, Sendable {
    case treats, prevents, causes, worsens, increases, decreases
    case noEffect = "no-effect"
    case safe, other
  }
  /// How sure the text is.
  public enum Certainty: String, CaseIterable, Sendable {
    case asserted, hedged, reported, conditional, question, unknown
  }
  /// How strong the claim is, read without its negation.
  public enum Strength: String, CaseIterable, Sendable, Comparable {
    case weak, moderate, strong, absolute
    private var rank: Int {
      switch self {
      case .weak: 0
      case .moderate: 1
      case .strong: 2
      case .absolute: 3
      }
    }
    public static func < (a: Strength, b: Strength) -> Bool { a.rank < b.rank }
  }
  /// How the text ties agent and target (the scale of Yu, Li and Wang 2019).
  public enum Causality: String, CaseIterable, Sendable, Comparable {
    case none, correlational, conditional, causal
    private var rank: Int {
      switch self {
      case .none: 0
      case .correlational: 1
      case .conditional: 2
      case .causal: 3
      }
    }
    public static func < (a: Causality, b: Causality) -> Bool { a.rank < b.rank }
  }
  /// What the text tells the reader to do.
  public enum Advice: String, CaseIterable, Sendable, Comparable {
    case none, weak, strong
    private var rank: Int {
      switch self {
      case .none: 0
      case .weak: 1
      case .strong: 2
      }
    }
    public static func < (a: Advice, b: Advice) -> Bool { a.rank < b.rank }
  }
  /// What the text calls on.
  public enum Attribution: String, CaseIterable, Sendable, Comparable {
    case none, vague
    case namedJournal = "named-journal"
    case fullCitation = "full-citation"
    case inTextReference = "in-text-ref"
    private var rank: Int {
      switch self {
      case .none: 0
      case .vague: 1
      case .namedJournal: 2
      case .fullCitation: 3
      case .inTextReference: 4
      }
    }
    public static func < (a: Attribution, b: Attribution) -> Bool { a.rank < b.rank }
  }

  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    /// Something is offered as good for a person: "helps", "for best results".
    public static let benefit = Flags(rawValue: 1)
    /// The target is not named in the sentence: it is what the section or the document is about.
    public static let topicTarget = Flags(rawValue: 2)
    /// Denied as a myth, a misconception or an error.
    public static let debunked = Flags(rawValue: 4)
    /// Warned against.
    public static let warnedAgainst = Flags(rawValue: 8)
    /// Stands in a heading, title or button.
    public static let heading = Flags(rawValue: 16)
    /// What was studied, not what was found.
    public static let studyDesign = Flags(rawValue: 32)
    /// Put into words by a preposition alone ("retinol for acne").
    public static let prepositional = Flags(rawValue: 64)
    /// The words claim a cure.
    public static let cure = Flags(rawValue: 128)
    /// The relation is a definition or a subsumption, not an effect.
    public static let definitional = Flags(rawValue: 256)
    /// The agent was recommended for the topic in a sentence before.
    public static let continuesAdvice = Flags(rawValue: 512)
    /// The target is named as what a person has ("patients with melasma").
    public static let population = Flags(rawValue: 1024)
    /// Depends on a condition ("if …").
    public static let conditional = Flags(rawValue: 2048)
    /// "A rather than B", "better than B": the agent is what something is compared with.
    public static let compared = Flags(rawValue: 4096)
    /// Hedged by nothing but "can".
    public static let ability = Flags(rawValue: 16384)
    /// Hedged by "probably" and nothing weaker than that.
    public static let probable = Flags(rawValue: 65536)
    /// Hedged by "may" or the like, also where the text reports it of somebody ("studies suggest that it may").
    public static let doubted = Flags(rawValue: 131072)
    /// How the claim is hedged, if it is.
    static let hedges: Flags = [.ability, .probable, .doubted]
    /// Carries words of claiming that no frame reads: listed, and judged by nothing but its wording.
    public static let unread = Flags(rawValue: 32768)
    /// Says of a quantity that it goes further the way that is wrong already ("takes away even more pigment"): nothing that a text
    /// offers as help.
    public static let deepening = Flags(rawValue: 262144)
    /// Speaks of skin that does not have the condition ("bleaching the unaffected skin").
    public static let otherSite = Flags(rawValue: 8192)
  }

  /// Whether the text puts it forward as a claim of its own: no definition, no design of a study, no title that only names
  /// its topic.
  public var isPutForward: Bool {
    flags.isDisjoint(with: [.definitional, .studyDesign])
      && (!flags.contains(.heading) || strength > .moderate && certainty != .question)
  }

  /// Place in `DocumentReading.sentences`.
  public var sentence: Int32
  /// Bytes of the clean text: from the first to the last word that the claim rests on.
  public var range: ByteRange
  public var agent: Participant
  /// Combined with the agent: a slice of `DocumentReading.partners`.
  public var partners: Range<Int32>
  public var relation: Relation
  public var target: Participant
  public var negated: Bool
  public var certainty: Certainty
  public var strength: Strength
  public var causality: Causality
  public var advice: Advice
  public var attribution: Attribution
  public var flags: Flags
  /// The condition that the section or the document is about, or -1.
  public var topic: Int32
  /// Place in `KnowledgeBase.frames`, or -1 where no frame made the claim.
  public var frame: Int32
  /// Bytes of the clean text where the frame's word stands.
  public var frameRange: ByteRange
  /// What acted on the claim: a slice of `DocumentReading.claimCues`.
  public var cues: Range<Int32>
  /// What the agent is held up against ("better than hydroquinone").
  public var comparison: Comparison?

  /// Something that the agent is said to equal or to beat.
  public struct Comparison: Sendable, Equatable {
    public enum Result: String, CaseIterable, Sendable { case better, same }
    /// Place in `KnowledgeBase.concepts`.
    public var concept: Int32
    public var result: Result
    public init(concept: Int32, result: Result) {
      self.concept = concept
      self.result = result
    }
  }
}

/// Who acts, or what is acted on, in a claim.
public struct Participant: Sendable, Equatable {
  public enum Origin: UInt8, Sendable {
    /// Named in the sentence.
    case named
    /// Meant by a pronoun or "this treatment".
    case reference
    /// Meant because the heading or the document is about it.
    case topic
    /// Nobody is named.
    case none
  }

  /// The concept; -1 where the words name none ("our serum"), or where a mover and a quantity make the agent.
  public var concept: Int32
  public var origin: Origin
  /// The state of a quantity that the words name: "excess melanin".
  public var deviation: Concept.State?
  /// "melanin-stimulating serum": the agent moves this quantity (-1: none) in this direction.
  public var movesQuantity: Int32
  public var moves: Concept.Direction?
  /// Bytes of the clean text; empty where nothing in the sentence names it. For a reference the referring words.
  public var range: ByteRange

  public init(
    concept: Int32, origin: Origin, deviation: Concept.State?, movesQuantity: Int32,
    moves: Concept.Direction?,
    range: ByteRange
  ) {
    self.concept = concept
    self.origin = origin
    self.deviation = deviation
    self.movesQuantity = movesQuantity
    self.moves = moves
    self.range = range
  }

  public static let nobody = Participant(
    concept: -1, origin: .none, deviation: nil, movesQuantity: -1, moves: nil, range: ByteRange(0, 0))
}
