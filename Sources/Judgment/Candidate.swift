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
  var statements: [Int32] = []
  var definitions: [Int32] = []
  var sources: [Int32] = []
  var agents: [Participant] = []
  var target: Participant = .nobody
  var quantity: Int32 = -1
  var direction: Concept.Direction?
  var state: Concept.State?
  var certainty: EvidenceCertainty?
  /// Bytes of the clean text where the words stand that make the fault; empty: those of the claims.
  var cueRange = ByteRange(0, 0)

  init(check: RuleBook.Check, rule: Int32, severity: FindingRule.Severity, rank: Int32) {
    self.check = check
    self.rule = rule
    self.severity = severity
    self.rank = rank
  }

  /// Faults of one aspect explain each other: only the gravest is reported.
  enum Aspect: Int { case assertion, citation, safety, status }

  var aspect: Aspect {
    switch check {
    case .opposesCondition, .opposesEffect, .definition, .taxonomy, .refuted, .harmful, .insufficient, .overstated,
      .uncovered, .cure, .guarantee, .absolute:
      .assertion
    case .vagueCitation, .unverifiableCitation: .citation
    case .safetyAbsolute, .contraindication: .safety
    case .approvedDevice: .status
    }
  }
}
