import Ingest

/// A sentence of a document.
public struct Sentence: Sendable, Equatable {
  /// Bytes of the clean text, from the first token to the last.
  public var range: ByteRange
  /// Place in `Document.blocks`.
  public var block: Int32
  /// Slices of `DocumentReading.mentions`, `.cues` and `.claims`.
  public var mentions: Range<Int32>
  public var cues: Range<Int32>
  public var claims: Range<Int32>
  /// Slice of `DocumentReading.promises`.
  public var promises: Range<Int32>
  /// Slice of `DocumentReading.admissions`.
  public var admissions: Range<Int32>
  /// Slice of `DocumentReading.waivers`.
  public var waivers: Range<Int32>
  /// Names a circumstance of patients, and limits for whom or when ("except in pregnancy").
  public var isRestricted: Bool
  public var isQuestion: Bool
  public var attribution: Claim.Attribution
  /// Place in `DocumentReading.cues` of the words that call on evidence nobody can look up ("studies show", "Swedish scientists
  /// confirm"); -1: none do.
  public var vagueSource: Int32
}

/// A concept found in the text.
public struct MentionRecord: Sendable, Equatable {
  /// Bytes of the clean text.
  public var range: ByteRange
  /// Place in `KnowledgeBase.concepts`, or -1 for an agent composed of a quantity and a mover, or without a name.
  public var concept: Int32
  /// Of an agent what the words before its name narrow it to ("deep", "70%"): equal for equal words, 0 for none.
  public var variant: UInt32 = 0

  public init(range: ByteRange, concept: Int32) {
    self.range = range
    self.concept = concept
  }
}

/// A cue found in the text.
public struct CueRecord: Sendable, Equatable {
  /// Bytes of the clean text.
  public var range: ByteRange
  /// Place in `KnowledgeBase.cues`.
  public var cue: Int32
  /// Bytes of the clean text that the cue acts on; empty where the sentence was not read for claims.
  public var scope = ByteRange(0, 0)
}

/// What was read from a document: sentences, mentions, cues, claims.
public struct DocumentReading: Sendable {
  public var sentences: [Sentence] = []
  public var mentions: [MentionRecord] = []
  public var cues: [CueRecord] = []
  public var claims: [Claim] = []
  public var promises: [Promise] = []
  public var admissions: [Admission] = []
  public var waivers: [Waiver] = []
  /// Interventions that claims name as partners.
  public var partners: [Participant] = []
  /// Places in `cues` that act on claims.
  public var claimCues: [Int32] = []
  /// Countable things said of treatments, in the order of the sentences.
  public var facts: [Fact] = []
  /// What limits sentences, in their order.
  public var limits: [Limit] = []
  /// Offsets into the clean text at which sentences that are too long were cut.
  public var cuts: [Int] = []
  /// Number of words in claim places.
  public var wordCount = 0
}
