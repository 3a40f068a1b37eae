import Ingest
import Knowledge

/// A concept, a composed agent or a referring expression in the sentence at hand.
struct Mention {
  /// First token, and the one after the last.
  var first: Int32
  var end: Int32
  /// -1 for a composed agent or a reference.
  var concept: Int32
  var roles: Grammar.Roles
  /// What a cue beside a quantity says of it: "excess melanin".
  var deviation: Concept.State?
  var movesQuantity: Int32 = -1
  var moves: Concept.Direction?
  var reference: Reference = .none
  /// The words compare ("increased melanin") rather than name a state ("excess melanin").
  var isChange = false
  /// A product or treatment without a name that the rules know ("our serum").
  var isGeneric = false
  /// A phrase that was given as a concept of an unknown kind.
  var isGiven = false
  /// Held up for comparison ("unlike hydroquinone").
  var isCompared = false
  /// Follows words for people ("patients with melasma").
  var isPopulation = false
  /// A class whose examples follow ("agents such as A and B").
  var isListingHead = false
  /// Mentions of one coordination ("A, B and C") share the number.
  var group: Int32 = 0
  /// The group that this one is combined with ("A combined with B"), or -1.
  var partnerGroup: Int32 = -1

  enum Reference: UInt8 {
    case none, it, they, intervention, interventions, condition, former, latter, combination
    var isPronoun: Bool { self == .it || self == .they }
  }
}

/// A cue in the sentence at hand, with the tokens that it acts on.
struct ActiveCue {
  var first: Int32
  var end: Int32
  /// Place in `KnowledgeBase.cues`.
  var cue: Int32
  var category: Cue.Category
  var value: Grammar.CueRole.Value
  /// Tokens.
  var scopeFirst: Int32
  var scopeEnd: Int32
  /// Place in `DocumentReading.cues`.
  var record: Int32

  func covers(_ token: Int32) -> Bool { token >= scopeFirst && token < scopeEnd }
}

/// A word of a frame in the sentence at hand.
struct Indicator {
  var first: Int32
  var end: Int32
  var frame: Int32
  var form: WordForm
  var voice: Voice

  enum Voice: UInt8 {
    case active
    /// "is reduced by".
    case passive
    /// "to reduce", "reducing": the subject is found elsewhere.
    case nonfinite
    /// "Apply …".
    case imperative
    /// A noun, an adjective, a preposition, a fixed phrase.
    case nominal
  }
}

/// A stretch of a sentence with at most one finite verb group of its own.
struct Clause {
  enum Kind: UInt8 { case main, relative, condition, subordinate, complement }
  var first: Int32
  var end: Int32
  var kind: Kind
}
