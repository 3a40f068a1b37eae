import Assay
import Foundation
import Gate
import Ingest
import Judgment
import Knowledge

/// The rules of this repository.
enum RealRules {
  static let directory: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/") + "/rules"
  }()

  static let checker = Result {
    Checker(
      knowledge: try KnowledgeBase.at(
        directory: directory, cacheDirectory: NSTemporaryDirectory() + "assay-tests-cache/assay"))
  }
}

/// A text with what a gate makes of it.
struct GatedText {
  var checked: CheckedDocument
  let knowledge: KnowledgeBase

  init(
    _ text: String, as format: DocumentFormat = .markdown, settings: String = "",
    jurisdictions: [String] = [],
    today: String = "2026-06-01", baseline: Baseline? = nil, changes: ChangedLines? = nil
  ) throws {
    let checker = try RealRules.checker.get()
    knowledge = checker.knowledge
    checked = try checker.check(path: "draft.md", format: format, bytes: Array(text.utf8))
    let read = ProjectSettings.read(
      Array(settings.utf8), path: ".assay.yml",
      known: .init(jurisdictions: ["uk", "us"], rules: knowledge.findingRules.map(\.id)))
    precondition(read.faults.isEmpty, "\(read.faults)")
    let gate = Gate(
      knowledge: knowledge, settings: read.settings, jurisdictions: jurisdictions, today: today)
    gate.apply(
      to: &checked, path: "draft.md", accepted: baseline.map { known in { known.entries[$0] != nil } },
      changes: changes)
  }

  /// Rule and standing of each finding.
  var standings: [String] {
    checked.judgment.findings.map {
      "\($0.standing.name) \($0.severity.rawValue) \(knowledge.findingRules[Int($0.rule)].id)"
    }
  }

  /// Those that count.
  var reported: [String] {
    checked.judgment.findings.filter { $0.standing == .reported }.map {
      knowledge.findingRules[Int($0.rule)].id
    }
  }

  var baseline: Baseline {
    var baseline = Baseline()
    baseline.add(checked, path: "draft.md", knowledge: knowledge)
    return baseline
  }
}
