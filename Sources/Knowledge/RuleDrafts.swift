import Linguistics

/// The records of all files as they are written: checked one by one, not yet against each other.
struct RuleDrafts {
  var packs: [PackDraft] = []
  var concepts: [ConceptDraft] = []
  var sources: [SourceDraft] = []
  var statements: [StatementDraft] = []
  var definitions: [DefinitionDraft] = []
  var cues: [CueDraft] = []
  var frames: [FrameDraft] = []
  var findings: [FindingDraft] = []
  var regulation = RegulationDrafts()
  var language = LanguageDraft()
  /// Of all records, in the order of the files.
  var examples: [ExampleDraft] = []
  var templates: [TemplateDraft] = []
  /// Words between an agent and its first partner, and between partners.
  var templateJoins = ["", ""]
  /// Ids of records that were reported and left out; what refers to them is dropped without a further fault.
  var lost: Set<String> = []
}

/// Where a record begins.
struct DraftPlace: Equatable {
  var path: String
  var at: Position
  var rulePlace: RulePlace { RulePlace(path: path, line: Int32(truncatingIfNeeded: at.line)) }
}

/// A record with an id.
protocol Draft {
  var id: PlacedText { get }
  var place: DraftPlace { get }
}

struct PackDraft: Draft {
  var id: PlacedText
  var pack: Pack
  var reviewed: PlacedText
  /// The class of harms, whose members a supported statement does not cause.
  var harmClass: PlacedText?
  var place: DraftPlace
}

struct ConceptDraft: Draft {
  struct State {
    var quantity: PlacedText
    var state: Concept.State
  }
  struct Effect {
    var quantity: PlacedText
    var direction: Concept.Direction
    var source: PlacedText
  }
  var id: PlacedText
  var kind: Concept.Kind
  var label: PlacedText
  var synonyms: [PlacedText]
  var needsContext: [PlacedText]
  var parents: [PlacedText]
  var states: [State]
  var effects: [Effect]
  var place: DraftPlace
}

struct SourceDraft: Draft {
  var id: PlacedText
  var source: Source
  var partOf: PlacedText?
  /// Address, DOI and PMID with their places.
  var addresses: [(key: String, text: PlacedText)]
  var place: DraftPlace
}

/// What statements and definitions share.
struct VerdictDraft {
  var verdict: EvidenceStatement.Verdict
  var certainty: EvidenceCertainty
  var sources: [PlacedText]
  var note: String
  var maySay: String
  /// The record's own date, or the file's.
  var reviewed: PlacedText
}

struct StatementDraft: Draft {
  var id: PlacedText
  var intervention: PlacedText
  var partners: [PlacedText]
  var relation: EvidenceStatement.Relation
  var target: PlacedText
  var judged: VerdictDraft
  var place: DraftPlace
}

struct DefinitionDraft: Draft {
  var id: PlacedText
  var concept: PlacedText
  var quantity: PlacedText
  var direction: Definition.Direction
  var judged: VerdictDraft
  var place: DraftPlace
}

struct CueDraft: Draft {
  var id: PlacedText
  var cue: Cue
  var forms: [PlacedText]
  var place: DraftPlace
}

struct FrameDraft: Draft {
  var id: PlacedText
  var frame: Frame
  var words: [PlacedText]
  var quantity: PlacedText?
  var place: DraftPlace
}

struct FindingDraft: Draft {
  var id: PlacedText
  var rule: FindingRule
  var sources: [PlacedText]
  var agents: [PlacedText]
  var place: DraftPlace
}

/// The tables of `words.yaml`.
struct LanguageDraft {
  struct ClassWord {
    var word: PlacedText
    var classes: WordClasses
  }
  var path = ""
  var classWords: [ClassWord] = []
  /// Base forms of common verbs.
  var verbs: [PlacedText] = []
  /// Words that cannot stand alone as the name of a concept.
  var commonWords: [PlacedText] = []
  /// Third person, -ing form, past forms, by base form.
  var irregularVerbs: [String: [String]] = [:]
  var plurals: [String: String] = [:]
  var spellings: [(String, String)] = []
  /// Pairs of last words of the name of a procedure that stand for each other.
  var procedureWords: [(String, String)] = []
  var referenceHeadings: [String] = []
}
