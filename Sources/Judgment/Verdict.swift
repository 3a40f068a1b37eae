import Claims
import Ingest
import Knowledge

extension Verdict {
  /// Whether two statements that give these verdicts of one claim disagree.
  func isOther(than verdict: Verdict) -> Bool {
    func side(_ verdict: Verdict) -> Verdict { verdict == .qualified ? .supported : verdict }
    return side(self) != side(verdict)
  }
}

/// One step from the words to a verdict. Numbers are places in the knowledge base or the reading; `ReportText` puts
/// steps into words.
public enum DerivationStep: Sendable, Equatable {
  /// The frame that ties the claim together, with where its word stands.
  case frame(Int32)
  /// A cue that acted: place in `DocumentReading.cues`.
  case cue(Int32)
  /// The agent or target was meant by referring words.
  case reference(concept: Int32)
  /// The target is what the section or the document is about.
  case topic(concept: Int32)
  /// An agent moves a quantity; `from` is the class it has that from (itself where it is its own), `source` a place in
  /// `KnowledgeBase.sources` or -1.
  case effect(concept: Int32, quantity: Int32, direction: Concept.Direction, source: Int32)
  /// The words themselves move a quantity ("melanin-stimulating", "bleach").
  case movedByWords(quantity: Int32, direction: Concept.Direction)
  /// A condition deviates in a quantity.
  case state(concept: Int32, quantity: Int32, state: Concept.State)
  /// The words name a state of a quantity ("excess melanin").
  case namedState(quantity: Int32, state: Concept.State)
  /// One agent is no kind of another.
  case notAKind(Int32, of: Int32)
  /// Move and deviation have the same sign.
  case sameSign
  /// An evidence statement, with the is-a steps from the claim's agent and target to it.
  case statement(Int32, agentSteps: Int32, targetSteps: Int32)
  case definition(Int32)
  /// How far the words go, and how far the evidence bears them to go.
  case wording(Wording, EvidenceCertainty, limit: Wording)
  /// The text says that the agent equals or beats another one; what is known of that.
  case comparedWith(concept: Int32)
  /// The claim is denied, asked or left open, so that nothing is claimed.
  case notClaimed
  /// No statement covers it.
  case uncovered
}

/// A claim with its verdict.
public struct JudgedClaim: Sendable, Equatable {
  public var verdict: Verdict
  /// 0 (contradicts what is known) to 100 (fully borne by evidence); see `Scoring`.
  public var score: Int32
  /// The statement it was judged by: a place in `KnowledgeBase.statements`, or -1.
  public var statement: Int32
  /// Slice of `Judgment.steps`.
  public var derivation: Range<Int32>
  /// Whether reports list it and the document's score counts it: what the text puts forward as a claim, and what a finding
  /// speaks of. Definitions, studies' designs and titles that only name their topic are read, and not listed.
  public var isListed = true
}

/// Something to report at a place of a document.
public struct Finding: Sendable, Equatable {
  /// Place in `KnowledgeBase.findingRules`.
  public var rule: Int32
  public var severity: FindingRule.Severity
  /// Place in `DocumentReading.sentences`; -1 where it is about no sentence (see `place`).
  public var sentence: Int32
  /// Bytes of the clean text; empty where it is about no sentence.
  public var range: ByteRange
  public var message: String
  public var suggestion: String
  /// Places in `DocumentReading.claims`.
  public var claims: [Int32]
  /// Places in `KnowledgeBase.statements`.
  public var statements: [Int32]
  /// Places in `KnowledgeBase.definitions`.
  public var definitions: [Int32]
  /// Places in `KnowledgeBase.sources`, of effects and definitions.
  public var sources: [Int32]
  /// Other places that the finding is about: the other half of a contradiction.
  public var related: [Related]
  /// Lesser faults of the same words that this one explains, gravest first.
  public var attached: [Attached] = []
  /// Rules of jurisdictions that bar it: places in `Regulation.rules`.
  public var regulations: [Int32] = []
  /// What may stand in the text instead, where putting it there is safe whatever else the sentence says.
  public var fix: Fix?
  /// What a project makes of it: only what is `reported` counts for a gate.
  public var standing = Standing.reported
  /// Bytes of the source that it is about, where these are no part of the text (a comment); else nil.
  public var place: ByteRange?

  /// Whether a finding counts, and if not why.
  public enum Standing: Sendable, Equatable {
    case reported
    /// A comment in the text allows it.
    case suppressed(reason: String, until: String?)
    /// The sentence says what the project's settings list as approved.
    case approved(reference: String, market: String?)
    /// The baseline lists it.
    case accepted
    /// The changes that are looked at do not touch its sentence.
    case untouched

    /// The name in reports.
    public var name: String {
      switch self {
      case .reported: "reported"
      case .suppressed: "suppressed"
      case .approved: "approved"
      case .accepted: "accepted"
      case .untouched: "untouched"
      }
    }

    /// All names.
    public static let names = ["reported", "suppressed", "approved", "accepted", "untouched"]
  }

  /// A finding about a comment, or another piece of the source that is no part of the text.
  /// - Parameter place: bytes of the source.
  public init(
    rule: Int32, severity: FindingRule.Severity, place: ByteRange, message: String, suggestion: String,
    sources: [Int32]
  ) {
    self.init(
      rule: rule, severity: severity, sentence: -1, range: ByteRange(0, 0), message: message,
      suggestion: suggestion, claims: [], statements: [], definitions: [], sources: sources, related: [])
    self.place = place
  }

  init(
    rule: Int32, severity: FindingRule.Severity, sentence: Int32, range: ByteRange, message: String,
    suggestion: String, claims: [Int32], statements: [Int32], definitions: [Int32], sources: [Int32],
    related: [Related]
  ) {
    self.rule = rule
    self.severity = severity
    self.sentence = sentence
    self.range = range
    self.message = message
    self.suggestion = suggestion
    self.claims = claims
    self.statements = statements
    self.definitions = definitions
    self.sources = sources
    self.related = related
  }

  /// Another place that the finding is about.
  public struct Related: Sendable, Equatable {
    /// Bytes of the clean text of the finding's own document; empty where `elsewhere` tells the place.
    public var range: ByteRange
    public var message: String
    /// The place in another document.
    public var elsewhere: Elsewhere?
    public init(range: ByteRange, message: String, elsewhere: Elsewhere? = nil) {
      self.range = range
      self.message = message
      self.elsewhere = elsewhere
    }
  }

  /// A place in the source of another document, which need not be at hand any more.
  public struct Elsewhere: Sendable, Equatable {
    public var path: String
    /// Bytes of the file, or of `part`.
    public var range: ByteRange
    /// The file in a container; nil where it is no container.
    public var part: String?
    /// From 1; nil for files without pages.
    public var page: Int?
    /// Where the range begins.
    public var start: SourcePosition
    /// Behind the range.
    public var end: SourcePosition
    public init(path: String, range: ByteRange, start: SourcePosition, end: SourcePosition) {
      self.path = path
      self.range = range
      self.start = start
      self.end = end
    }

    /// 1-based; columns in code points.
    public var line: Int { start.line }
    public var column: Int { start.column }
    public var endLine: Int { end.line }
    public var endColumn: Int { end.column }
  }

  /// A fault that would have been a finding of its own, had not a graver one spoken for the same words.
  public struct Attached: Sendable, Equatable {
    /// Place in `KnowledgeBase.findingRules`.
    public var rule: Int32
    public var severity: FindingRule.Severity
    public var message: String
    public init(rule: Int32, severity: FindingRule.Severity, message: String) {
      self.rule = rule
      self.severity = severity
      self.message = message
    }
  }

  /// A replacement of words.
  public struct Fix: Sendable, Equatable {
    /// Bytes of the clean text.
    public var range: ByteRange
    public var text: String
    public init(range: ByteRange, text: String) {
      self.range = range
      self.text = text
    }
  }
}

/// What was made of the reading of one document.
public struct Judgment: Sendable {
  /// One for each claim of the reading, in its order.
  public var claims: [JudgedClaim] = []
  public var steps: [DerivationStep] = []
  /// In the order of the text.
  public var findings: [Finding] = []
  /// 0 to 100; see `Scoring`.
  public var score: Int32 = 100
}
