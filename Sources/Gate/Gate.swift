import Claims
import Ingest
import Judgment
import Knowledge

/// What a project makes of the findings of its texts: how grave they are, what a comment, an approval or a baseline allows,
/// and what the changes that are looked at have to do with. Nothing is taken out but what the settings switch off; the rest
/// gets a standing and stays in the reports.
public struct Gate: Sendable {
  private let knowledge: KnowledgeBase
  /// Of each finding rule what the settings say of it; nil: nothing.
  private let severities: [ConfiguredSeverity?]
  private let approvals: Approvals
  private let today: String
  /// Whether the settings say anything of findings.
  private let isSet: Bool

  /// - Parameters:
  ///   - jurisdictions: the markets that the texts are meant for.
  ///   - today: the day against which the days of suppressions are held, `yyyy-mm-dd`.
  public init(knowledge: KnowledgeBase, settings: ProjectSettings, jurisdictions: [String], today: String) {
    self.knowledge = knowledge
    self.today = today
    severities = knowledge.findingRules.map {
      settings.severities[$0.id] ?? settings.severities[String($0.family)]
    }
    approvals = Approvals(settings.approved, jurisdictions: jurisdictions)
    isSet = severities.contains { $0 != nil } || !approvals.isEmpty
  }

  /// - Parameters:
  ///   - accepted: whether the baseline lists an entry; nil: there is no baseline.
  ///   - path: the document's path as entries of the baseline have it.
  ///   - changes: what is looked at; nil: everything.
  public func apply(
    to checked: inout CheckedDocument, path: String = "", accepted: ((Baseline.Entry) -> Bool)? = nil,
    changes: ChangedLines? = nil
  ) {
    let mayAllow = checked.document.comments.contains { $0.text.contains("assay-") }
    guard isSet || mayAllow || accepted != nil || changes != nil else { return }
    setSeverities(&checked.judgment.findings)
    if mayAllow { suppress(&checked) }
    approve(&checked)
    if let accepted {
      let entries = Baseline.entries(of: checked, path: path, knowledge: knowledge)
      for (place, entry) in entries.enumerated()
      where checked.judgment.findings[place].standing == .reported {
        if let entry, accepted(entry) { checked.judgment.findings[place].standing = .accepted }
      }
    }
    if let changes { setAsideUntouched(&checked, changes) }
    checked.judgment.score = Scoring.document(
      claims: checked.judgment.claims, findings: checked.judgment.findings)
  }

  private func setSeverities(_ findings: inout [Finding]) {
    guard severities.contains(where: { $0 != nil }) else { return }
    findings.removeAll { severities[Int($0.rule)] == .off }
    for place in findings.indices {
      if let severity = severities[Int(findings[place].rule)]?.severity {
        findings[place].severity = severity
      }
      findings[place].attached.removeAll { severities[Int($0.rule)] == .off }
    }
  }

  private func suppress(_ checked: inout CheckedDocument) {
    var suppressions = Suppressions(checked.document, knowledge: knowledge, today: today)
    for (place, standing) in suppressions.standings(of: checked.judgment.findings).enumerated() {
      if let standing { checked.judgment.findings[place].standing = standing }
    }
    var faults = suppressions.finish()
    setSeverities(&faults)
    guard !faults.isEmpty else { return }
    let document = checked.document
    let places = (checked.judgment.findings + faults).map { finding in
      (finding.place ?? document.sourceRange(of: finding.range), finding)
    }
    checked.judgment.findings = places.enumerated().sorted {
      ($0.element.0.start, $0.offset) < ($1.element.0.start, $1.offset)
    }.map(\.element.1)
  }

  private func approve(_ checked: inout CheckedDocument) {
    guard !approvals.isEmpty else { return }
    for place in checked.judgment.findings.indices
    where checked.judgment.findings[place].standing == .reported {
      if let standing = approvals.standing(of: checked.judgment.findings[place], in: checked) {
        checked.judgment.findings[place].standing = standing
      }
    }
  }

  /// A finding stays where its sentence was changed, or another place that it is about.
  private func setAsideUntouched(_ checked: inout CheckedDocument, _ changes: ChangedLines) {
    guard !checked.judgment.findings.isEmpty else { return }
    let document = checked.document
    let lines = document.makeLineTable()
    for place in checked.judgment.findings.indices
    where checked.judgment.findings[place].standing == .reported {
      let finding = checked.judgment.findings[place]
      let own =
        finding.sentence < 0
        ? checked.sourceRange(of: finding)
        : document.sourceRange(of: checked.reading.sentences[Int(finding.sentence)].range)
      let isTouched =
        changes.touches(own, of: document, lines)
        || finding.related.contains { related in
          if let elsewhere = related.elsewhere {
            return changes.touches(
              elsewhere.line...max(elsewhere.line, elsewhere.endLine), of: elsewhere.path)
          }
          return changes.touches(document.sourceRange(of: related.range), of: document, lines)
        }
      if !isTouched { checked.judgment.findings[place].standing = .untouched }
    }
  }
}
