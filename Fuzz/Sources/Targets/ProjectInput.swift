import Gate
import Ingest
import Judgment
import Knowledge
import Reporting

@testable import Assay

/// What a project brings beside its drafts.
enum ProjectInput {
  private static let draft = "Kojic acid cures vitiligo. Experts agree that zinc treats acne.\n"

  /// Whatever follows `<!-- assay-` in a draft with findings.
  static func runSuppressions(_ bytes: [UInt8]) throws(BrokenLaw) {
    let text = Array("<!-- assay-".utf8) + bytes + Array(" -->\n\n\(draft)".utf8)
    try DraftInput.run(text, as: .markdown)
    try DraftInput.run(text, as: .html)
  }

  /// A settings file: read, turned into a gate, its patterns held against paths.
  static func runSettings(_ bytes: [UInt8]) throws(BrokenLaw) {
    let knowledge = Repository.checker.knowledge
    let read = ProjectSettings.read(
      bytes, path: ProjectSettings.fileName,
      known: .init(
        jurisdictions: knowledge.regulation.jurisdictions, rules: knowledge.findingRules.map(\.id),
        formats: Format.allCases.map(\.rawValue)))
    for fault in read.faults {
      try require(fault.line >= 1 && fault.column >= 1, "a fault has a place: \(fault)")
    }
    let file = ProjectFile(settings: read.settings, directory: "/site")
    for path in [
      "/site/a/drafts/of/the/summer/page-2.md", "/site/x", "/site/aaaaaaaaaaaaaaaaaaaaaaaa/b.html",
    ] {
      _ = file.includes(path)
    }
    let gate = Gate(
      knowledge: knowledge, settings: read.settings, jurisdictions: read.settings.jurisdictions,
      today: "2026-06-01")
    _ = try DraftInput.check(Array(draft.utf8), as: .markdown, gate: gate)
  }

  /// A baseline: read, in use, and written again without a loss.
  static func runBaseline(_ bytes: [UInt8]) throws(BrokenLaw) {
    guard let file = try? BaselineFile(bytes, path: "/site/baseline.json") else { return }
    for entry in file.baseline.entries.keys { _ = file.hasFile(of: entry) }
    let use = BaselineUse(file)
    let gate = Gate(
      knowledge: Repository.checker.knowledge, settings: ProjectSettings(), jurisdictions: [],
      today: "2026-06-01")
    if var checked = try DraftInput.check(Array(draft.utf8), as: .markdown) {
      let path = file.entryPath("/site/draft.md")
      use.check(path)
      gate.apply(to: &checked, path: path, accepted: { use.accepts($0) })
    }
    _ = use.unused
    let again = try? BaselineFile(file.bytes, path: "/site/baseline.json")
    try require(again?.baseline == file.baseline, "a baseline that is written and read is the same")
  }
}
