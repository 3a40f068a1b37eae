/// The records of `regulation/` as they are written.
struct RegulationDrafts {
  struct ProductDraft {
    var product: ProductClass?
    var mayBe: ProductClasses
    var kinds: [Concept.Kind]
    var concepts: [PlacedText]
    var words: [String]
    var path: String
  }

  struct FaultDraft: Draft {
    var id: PlacedText
    var fault: RegulationFault
    var explainedBy: [PlacedText]
    var when: [ConditionDraft]
    var unless: [ExceptionDraft]
    var place: DraftPlace
  }

  /// The lists of a condition that name something; the rest stands in `condition`.
  struct ConditionDraft {
    var condition: RegulationFault.Condition
    var wording: [PlacedText]
    var with: [PlacedText]
    var agents: [PlacedText]
    var mentions: [PlacedText]
    var targets: [PlacedText]
  }

  struct ExceptionDraft {
    var exception: RegulationFault.Exception
    var wording: [PlacedText]
    var agents: [PlacedText]
    var mentions: [PlacedText]
    var evidence: [PlacedText]
    var path: String
  }

  struct RuleDraft: Draft {
    var id: PlacedText
    var rule: RegulationRule
    var faults: [PlacedText]
    var sources: [PlacedText]
    var place: DraftPlace
  }

  var products: [ProductDraft] = []
  var unnamedMayBe: ProductClasses = []
  /// Lists of concepts that conditions name as "@list".
  var groups: [String: [PlacedText]] = [:]
  var groupsPath = ""
  var faults: [FaultDraft] = []
  var rules: [RuleDraft] = []
  var exceptions: [ExceptionDraft] = []
  var passes: [String] = []
}
