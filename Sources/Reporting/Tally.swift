import Claims
import Ingest
import Judgment
import Knowledge

/// Figures of one document, or of several added up, and the evidence that they rest on.
public struct Tally: Sendable, Equatable {
  public var documents = 0
  public var words = 0
  public var sentences = 0
  /// Claims that a rule speaks of.
  public var judgedClaims = 0
  public var uncoveredClaims = 0
  public var errors = 0
  public var warnings = 0
  public var notes = 0
  /// Findings that do not count: suppressed, approved, accepted or untouched.
  public var setAside = 0
  /// What was not checked.
  public var problems: [RunProblem] = []
  /// The lowest score of a document; 100 where there is none.
  public var lowestScore: Int32 = 100
  /// Places in the knowledge base that claims and findings name.
  var statements = PlaceSet()
  var definitions = PlaceSet()
  var sources = PlaceSet()
  /// The documents, for the formats that list them at their end.
  var artifacts: [Artifact] = []
  /// For the end of a log of GitHub Actions.
  var commands = WorkflowCommands()
  /// For the summary page of GitHub Actions.
  var summaryRows = SummaryRows()

  /// What is told of a document beside its findings.
  struct Artifact: Sendable, Equatable {
    /// As the user gave it.
    var path: String
    var format: DocumentFormat
    /// Nil for files that are no text.
    var encoding: TextEncoding?
    var byteCount: Int

    init(_ document: Document) {
      path = document.path
      format = document.format
      let extraction = document.file.extraction
      encoding = extraction == nil ? document.file.encoding : nil
      byteCount = extraction?.byteCount ?? document.file.bytes.count
    }
  }
  /// Filled for formats that list them.
  var concepts = PlaceSet()
  var findingRules = PlaceSet()
  var regulations = PlaceSet()
  /// Of the documents in order, for a table of contents; only formats that have one fill it.
  var contents: [ContentsEntry] = []

  public init() {}

  /// Counts a document; leaves the evidence out.
  public init(_ checked: CheckedDocument) {
    documents = 1
    words = checked.reading.wordCount
    sentences = checked.reading.sentences.count
    for claim in checked.judgment.claims where claim.isListed {
      if claim.verdict == .uncovered { uncoveredClaims += 1 } else { judgedClaims += 1 }
    }
    for finding in checked.judgment.findings {
      guard finding.standing == .reported else {
        setAside += 1
        continue
      }
      switch finding.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: notes += 1
      }
    }
    lowestScore = checked.judgment.score
  }

  public mutating func add(_ other: Tally) {
    documents += other.documents
    words += other.words
    sentences += other.sentences
    judgedClaims += other.judgedClaims
    uncoveredClaims += other.uncoveredClaims
    errors += other.errors
    warnings += other.warnings
    notes += other.notes
    setAside += other.setAside
    problems += other.problems
    lowestScore = min(lowestScore, other.lowestScore)
    statements.formUnion(other.statements)
    definitions.formUnion(other.definitions)
    sources.formUnion(other.sources)
    artifacts += other.artifacts
    commands.add(other.commands)
    summaryRows.add(other.summaryRows)
    concepts.formUnion(other.concepts)
    findingRules.formUnion(other.findingRules)
    regulations.formUnion(other.regulations)
    contents += other.contents
  }

  /// Reported findings of a severity.
  func count(of severity: FindingRule.Severity) -> Int {
    switch severity {
    case .error: errors
    case .warning: warnings
    case .note: notes
    }
  }

  /// Findings that count.
  public var findings: Int { errors + warnings + notes }

  /// Whether there is a finding of this severity or a graver one.
  public func hasFinding(atLeast severity: FindingRule.Severity) -> Bool {
    switch severity {
    case .note: errors + warnings + notes > 0
    case .warning: errors + warnings > 0
    case .error: errors > 0
    }
  }

  /// Adds the evidence that a document's claims and findings name, and the sources behind it.
  mutating func collectEvidence(of checked: CheckedDocument, knowledge: KnowledgeBase) {
    for claim in checked.judgment.claims where claim.statement >= 0 { statements.insert(claim.statement) }
    for step in checked.judgment.steps {
      switch step {
      case .statement(let place, _, _): statements.insert(place)
      case .definition(let place): definitions.insert(place)
      case .effect(_, _, _, let source): sources.insert(source)
      default: break
      }
    }
    for finding in checked.judgment.findings {
      for place in finding.statements { statements.insert(place) }
      for place in finding.definitions { definitions.insert(place) }
      for place in finding.sources { sources.insert(place) }
    }
    for place in statements.places {
      for source in knowledge.statements[place].sources { sources.insert(source) }
    }
    for place in definitions.places {
      for source in knowledge.definitions[place].sources { sources.insert(source) }
    }
  }
}

/// A set of places in an array.
struct PlaceSet: Sendable, Equatable {
  private var words: [UInt64] = []

  /// Negative places are no places.
  mutating func insert(_ place: Int32) {
    guard place >= 0 else { return }
    let word = Int(place) / 64
    while words.count <= word { words.append(0) }
    words[word] |= 1 << UInt64(place % 64)
  }

  mutating func formUnion(_ other: PlaceSet) {
    while words.count < other.words.count { words.append(0) }
    for (index, bits) in other.words.enumerated() { words[index] |= bits }
  }

  /// In ascending order.
  var places: [Int] {
    var places: [Int] = []
    for (index, word) in words.enumerated() {
      var bits = word
      while bits != 0 {
        places.append(index * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    return places
  }
}
