import Claims
import Ingest
import Knowledge

/// A fault that a sentence may be reported for, before the gravest is chosen.
struct Candidate {
  var check: RuleBook.Check
  var rule: Int32
  var severity: FindingRule.Severity
  var rank: Int32
  var claims: [Int32] = []
  /// Statements to be cited.
  var statements: [Int32] = []
  /// The statement that says what may be said instead, with how far it lies from what the sentence says.
  var nearest: EvidenceLookup.Near?
  /// Statements as near as `nearest` that say otherwise.
  var dissenting: [Int32] = []
  var definitions: [Int32] = []
  var sources: [Int32] = []
  var agents: [Participant] = []
  var target: Participant = .nobody
  var quantity: Int32 = -1
  var direction: Concept.Direction?
  var state: Concept.State?
  var certainty: EvidenceCertainty?
  /// Rules of jurisdictions that bar it: places in `Regulation.rules`.
  var regulations: [Int32] = []
  /// Finding rules that say the same, on whose finding the regulations are noted instead.
  var explainedBy: [Int32] = []
  /// What the claim says of agent and target.
  var relation = Claim.Relation.treats
  /// The furthest wording that the evidence bears.
  var limit: Wording?
  /// Bytes of the clean text where the words stand that make the fault; empty: those of the claims.
  var cueRange = ByteRange(0, 0)
  /// Of two places that contradict each other what they say.
  var clash: Clash?
  var related: [Finding.Related] = []

  /// What there is to say of just this case.
  var remark = ""
  /// What the agents are said to equal or to beat.
  var comparator: Int32 = -1

  /// Cites the nearest statements.
  mutating func cite(_ match: EvidenceLookup.Match?, dissenting: [EvidenceLookup.Near] = []) {
    guard let match else { return }
    nearest = match.nearest
    self.dissenting = dissenting.map(\.statement)
    statements = [match.statement] + self.dissenting
  }

  init(check: RuleBook.Check, rule: Int32, severity: FindingRule.Severity, rank: Int32) {
    self.check = check
    self.rule = rule
    self.severity = severity
    self.rank = rank
  }

  /// Faults of one aspect explain each other: only the gravest is reported.
  enum Aspect: Int { case direction, assertion, citation, safety, status, consistency, age }

  /// Whether this fault makes another one superfluous: it has the same aspect, or it says that the direction is wrong, which
  /// leaves nothing to say about the evidence (a promise of cure remains a fault of its own).
  func explains(_ other: Candidate) -> Bool {
    if aspect == other.aspect { return true }
    // What is wrong in itself need not be held against other places as well.
    if aspect == .direction, other.aspect == .consistency { return true }
    // "No side effects": what the same statement says of the outcome is said with it.
    if aspect == .safety, other.aspect == .assertion {
      return !Set(statements).isDisjoint(with: other.statements)
    }
    guard aspect == .direction, other.aspect == .assertion else { return false }
    switch other.check {
    case .cure, .guarantee, .absolute: return false
    default: return true
    }
  }

  var aspect: Aspect {
    switch check {
    case .opposesCondition, .opposesEffect, .definition, .taxonomy, .kind, .bothWays: .direction
    case .refuted, .harmful, .insufficient, .overstated, .comparison, .unsupported, .uncovered, .cure,
      .guarantee, .absolute:
      .assertion
    case .vagueCitation, .unverifiableCitation, .citationMismatch, .preclinicalCitation, .placeholder,
      .malformedIdentifier, .missingEntry:
      .citation
    case .safetyAbsolute, .contraindication, .unsettledSafety, .precaution: .safety
    case .regulation: .status
    case .outdated: .age
    case .inside, .across: .consistency
    }
  }
}
