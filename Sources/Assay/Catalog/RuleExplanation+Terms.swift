import Claims
import Judgment
import Knowledge
import Reporting

/// Words of reports that are no record: verdicts, certainties, families of findings, markets, the score.
extension RuleExplanation {
  /// All that `terms` knows, in order.
  var termNames: [String] {
    ["score", "pack"] + Verdict.allCases.map(\.rawValue) + EvidenceCertainty.allCases.map(\.rawValue)
      + families + knowledge.regulation.jurisdictions
  }

  private var families: [String] { Set(knowledge.findingRules.map { String($0.family) }).sorted() }

  func terms(_ name: String) -> [RecordDetails] {
    var found: [RecordDetails] = []
    if name == "score" { found.append(score) }
    if name == "pack" { found += knowledge.packs.map(pack) }
    if let verdict = Verdict(rawValue: name) { found.append(self.verdict(verdict)) }
    if let certainty = EvidenceCertainty(rawValue: name) { found.append(self.certainty(certainty)) }
    if families.contains(name) { found.append(family(name)) }
    if knowledge.regulation.jurisdictions.contains(name) { found.append(jurisdiction(name)) }
    return found
  }

  private var score: RecordDetails {
    var details = RecordDetails("term", "score", "How claims and documents are scored")
    let lines = ScoreExplanation.text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    details.add("formula", "formula", .lines(lines))
    return details
  }

  private func verdict(_ verdict: Verdict) -> RecordDetails {
    var details = RecordDetails("verdict", verdict.rawValue, Self.meaning(verdict))
    details.add("arises", "it arises", Self.arising(verdict))
    let score = Scoring.score(verdict: verdict, evidence: .high, wording: .plain)
    details.add("score", "score of a claim stated plainly", .number(Int(score)))
    if let written = EvidenceStatement.Verdict(rawValue: verdict.rawValue) {
      details.add(
        "statements", "statements with it", .number(knowledge.statements.count { $0.verdict == written }))
    }
    let rules = knowledge.findingRules.filter { $0.id.hasSuffix("/\(verdict.rawValue)") }
    details.add(
      "findings", "reported as",
      .mentions(rules.map { .init("\($0.id): \($0.message)", ("id", $0.id), ("message", $0.message)) }))
    return details
  }

  private static func meaning(_ verdict: Verdict) -> String {
    switch verdict {
    case .supported: "The evidence bears the claim out."
    case .qualified: "The claim is true with limits."
    case .mixed: "Sources disagree, or the claim holds in part only."
    case .insufficient: "Too little is known to say whether the claim is true."
    case .refuted: "The evidence speaks against the claim, or it is false by definition."
    case .contradictory: "The claim contradicts what is known of the things it names."
    case .harmful: "What the claim offers is documented to harm, or is barred."
    case .uncovered: "No rule speaks of the claim: it was not judged, which is neither approval nor doubt."
    }
  }

  private static func arising(_ verdict: Verdict) -> String {
    switch verdict {
    case .supported:
      "from a statement with this verdict on the same intervention and target or their classes; "
        + "or where a documented harm is told as a harm"
    case .qualified:
      "from a supported statement of low or very low certainty, which bears a careful wording only"
    case .mixed, .insufficient, .refuted:
      "from a statement with this verdict on the same intervention and target or their classes"
    case .contradictory:
      "where the claim inverts a definition; where an intervention moves a quantity the way in which a condition already "
        + "deviates; or where a supported statement says the opposite direction"
    case .harmful: "from a statement with this verdict, where the claim is no warning"
    case .uncovered:
      "where neither a definition, nor signs, nor a statement on the things or their classes is found"
    }
  }

  private func certainty(_ certainty: EvidenceCertainty) -> RecordDetails {
    var details = RecordDetails("certainty", certainty.rawValue, EvidenceWords.meaning(certainty))
    details.add("wording", "wording", EvidenceWords.wording(certainty))
    details.add(
      "statements", "statements with it", .number(knowledge.statements.count { $0.certainty == certainty }))
    return details
  }

  private func family(_ name: String) -> RecordDetails {
    let rules = knowledge.findingRules.filter { $0.family == name }.sorted { $0.id < $1.id }
    var details = RecordDetails(
      "family", name, "\(rules.count) finding \(rules.count == 1 ? "rule" : "rules")")
    details.add(
      "findings", "finding rules",
      .mentions(
        rules.map { rule in
          .init(
            "\(rule.id), \(rule.severity.rawValue): \(rule.message)", ("id", rule.id),
            ("severity", rule.severity.rawValue), ("message", rule.message))
        }))
    return details
  }

  private func jurisdiction(_ name: String) -> RecordDetails {
    let rules = knowledge.regulation.rules.filter { $0.holdsIn.contains(name) }.sorted { $0.id < $1.id }
    var details = RecordDetails("jurisdiction", name, "\(rules.count) rules on advertising and reporting")
    details.add(
      "regulations", "regulations",
      .mentions(rules.map { .init("\($0.id): \($0.why)", ("id", $0.id), ("why", $0.why)) }))
    return details
  }
}
