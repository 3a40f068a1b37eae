/// A publication that was read.
public struct Source: Equatable, Sendable {
  public enum Design: String, CaseIterable, Sendable {
    case metaAnalysis = "meta-analysis"
    case systematicReview = "systematic-review"
    case guideline, rct
    case controlledTrial = "controlled-trial"
    case cohort
    case caseSeries = "case-series"
    case inVitro = "in-vitro"
    case animal
    case narrativeReview = "narrative-review"
    case consensus, regulator, news
  }

  public var id: String
  /// Id of the source that this is a second extract of, or nil.
  public var partOf: String?
  public var title: String
  public var authors: String?
  public var journal: String?
  public var year: Int32?
  public var doi: String?
  public var pmid: String?
  public var url: String
  /// The mirror that was read where `url` is the DOI or PubMed.
  public var seenAt: String?
  public var design: Design
  /// Number of participants.
  public var participants: Int32?
  /// What it found, in our words.
  public var finding: String
  public var place: RulePlace

  public init(
    id: String, partOf: String? = nil, title: String, authors: String? = nil, journal: String? = nil,
    year: Int32? = nil, doi: String? = nil, pmid: String? = nil, url: String, seenAt: String? = nil,
    design: Design,
    participants: Int32? = nil, finding: String, place: RulePlace
  ) {
    self.id = id
    self.partOf = partOf
    self.title = title
    self.authors = authors
    self.journal = journal
    self.year = year
    self.doi = doi
    self.pmid = pmid
    self.url = url
    self.seenAt = seenAt
    self.design = design
    self.participants = participants
    self.finding = finding
    self.place = place
  }
}

/// How sure the evidence is (GRADE: certainty of the body of evidence for one statement).
public enum EvidenceCertainty: String, CaseIterable, Sendable {
  case high, moderate, low
  case veryLow = "very-low"
}

/// What is known of an intervention and a target.
public struct EvidenceStatement: Equatable, Sendable {
  public enum Relation: String, CaseIterable, Sendable {
    case treats, prevents, causes, worsens, increases, decreases
    case noEffect = "no-effect"
    case contraindicated
    /// The intervention, or the condition, calls for the target: contraception, sunscreen, a test.
    case precaution
  }
  public enum Verdict: String, CaseIterable, Sendable {
    case supported, mixed, insufficient, refuted, harmful
  }

  public var id: String
  public var intervention: ConceptIndex
  /// What the intervention is combined with.
  public var partners: [ConceptIndex]
  public var relation: Relation
  public var target: ConceptIndex
  public var verdict: Verdict
  public var certainty: EvidenceCertainty
  /// Places in `KnowledgeBase.sources`.
  public var sources: [Int32]
  public var note: String
  /// A sentence that the evidence bears.
  public var maySay: String
  /// Date of the last review, `yyyy-mm-dd`.
  public var reviewed: String
  public var place: RulePlace

  public init(
    id: String, intervention: ConceptIndex, partners: [ConceptIndex], relation: Relation,
    target: ConceptIndex,
    verdict: Verdict, certainty: EvidenceCertainty, sources: [Int32], note: String, maySay: String,
    reviewed: String,
    place: RulePlace
  ) {
    self.id = id
    self.intervention = intervention
    self.partners = partners
    self.relation = relation
    self.target = target
    self.verdict = verdict
    self.certainty = certainty
    self.sources = sources
    self.note = note
    self.maySay = maySay
    self.reviewed = reviewed
    self.place = place
  }
}

/// What a condition means for a quantity of the body.
public struct Definition: Equatable, Sendable {
  public enum Direction: String, CaseIterable, Sendable {
    case decreases, increases, either
    case noEffect = "no-effect"
  }
  public var id: String
  public var concept: ConceptIndex
  public var quantity: ConceptIndex
  public var direction: Direction
  public var verdict: EvidenceStatement.Verdict
  public var certainty: EvidenceCertainty
  public var sources: [Int32]
  public var note: String
  public var maySay: String
  public var reviewed: String
  public var place: RulePlace

  public init(
    id: String, concept: ConceptIndex, quantity: ConceptIndex, direction: Direction,
    verdict: EvidenceStatement.Verdict, certainty: EvidenceCertainty, sources: [Int32], note: String,
    maySay: String,
    reviewed: String, place: RulePlace
  ) {
    self.id = id
    self.concept = concept
    self.quantity = quantity
    self.direction = direction
    self.verdict = verdict
    self.certainty = certainty
    self.sources = sources
    self.note = note
    self.maySay = maySay
    self.reviewed = reviewed
    self.place = place
  }
}

/// A directory of rules with its version and review date.
public struct Pack: Equatable, Sendable {
  public var id: String
  public var title: String
  public var version: String
  /// `yyyy-mm-dd`.
  public var reviewed: String
  public var about: String
  /// Language of its texts and surface forms (BCP 47).
  public var language: String
  /// How many years a review holds.
  public var maximumAgeYears: Int32

  /// How many years a review holds where no pack says it.
  static let defaultMaximumAge = 3

  public init(
    id: String, title: String, version: String, reviewed: String, about: String, language: String = "en",
    maximumAgeYears: Int32 = 3
  ) {
    self.id = id
    self.title = title
    self.version = version
    self.reviewed = reviewed
    self.about = about
    self.language = language
    self.maximumAgeYears = maximumAgeYears
  }
}
