import Knowledge

/// The finding rules by the mechanism that makes them, and what the judgment needs to know of frames.
///
/// A class, since findings in the making carry it along.
final class RuleBook: Sendable {
  /// The mechanisms of judgment. A finding rule names one under `check`, or is named like it.
  enum Check: String, CaseIterable, Sendable {
    case opposesCondition = "contradiction/opposes-condition"
    case opposesEffect = "contradiction/opposes-effect"
    case definition = "contradiction/definition"
    case taxonomy = "contradiction/taxonomy"
    case kind = "contradiction/kind"
    case bothWays = "evidence/both-ways"
    case inside = "contradiction/internal"
    case across = "contradiction/across-documents"
    case refuted = "evidence/refuted"
    case harmful = "evidence/harmful"
    case insufficient = "evidence/insufficient"
    case overstated = "evidence/overstated"
    case comparison = "evidence/comparison"
    case unsupported = "evidence/unsupported"
    case uncovered = "evidence/uncovered"
    case outdated = "evidence/outdated"
    case vagueCitation = "citation/vague"
    case unverifiableCitation = "citation/unverifiable"
    case citationMismatch = "citation/mismatch"
    case preclinicalCitation = "citation/preclinical"
    case placeholder = "citation/placeholder"
    case malformedIdentifier = "citation/malformed"
    case missingEntry = "citation/missing-entry"
    case safetyAbsolute = "safety/absolute"
    case contraindication = "safety/contraindication"
    case unsettledSafety = "safety/unsettled"
    case precaution = "safety/precaution"
    case cure = "language/cure"
    case guarantee = "language/guarantee"
    case absolute = "language/absolute"
    /// All rules of the family: each fault of `rules/regulation` is one.
    case regulation = "regulation"
  }

  let knowledge: KnowledgeBase
  /// Message and suggestion of each finding rule.
  let messages: [MessageTemplate]
  let suggestions: [MessageTemplate]
  private let places: [Int32]
  private let quantities: [Int32]

  init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    messages = knowledge.findingRules.map { MessageTemplate($0.message) }
    suggestions = knowledge.findingRules.map { MessageTemplate($0.suggestion) }
    places = Check.allCases.map { check in
      knowledge.findingRules.firstIndex { ($0.check.isEmpty ? $0.id : $0.check) == check.rawValue }.map(
        Int32.init) ?? -1
    }
    var concepts: [String: Int32] = [:]
    for (index, concept) in knowledge.concepts.enumerated() { concepts[concept.id] = Int32(index) }
    quantities = knowledge.frames.map { concepts[$0.movesQuantity] ?? -1 }
  }

  /// A finding of the rule, still without claims; its rule is -1 where the rules do not have it.
  func candidate(_ check: Check) -> Candidate {
    let place = places[Check.allCases.firstIndex(of: check) ?? 0]
    return Candidate(
      check: check, rule: place, severity: place >= 0 ? knowledge.findingRules[Int(place)].severity : .note,
      rank: place >= 0 ? knowledge.findingRules[Int(place)].rank : 0)
  }

  /// A finding of one rule of a mechanism that several rules share.
  func candidate(_ check: Check, rule: Int32) -> Candidate {
    let record = knowledge.findingRules[Int(rule)]
    return Candidate(check: check, rule: rule, severity: record.severity, rank: record.rank)
  }

  /// The quantity that a frame's word moves, or nil.
  func quantity(of frame: Int32) -> Int32? {
    let quantity = quantities[Int(frame)]
    return quantity >= 0 ? quantity : nil
  }
}
