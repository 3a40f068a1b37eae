import Assay
import Foundation
import Gate
import Ingest
import Judgment
import Knowledge
import Reporting

/// Drafts: read, judged, gated, reported, and the report held against itself.
enum DraftInput {
  static func run(_ bytes: [UInt8], as format: DocumentFormat) throws(BrokenLaw) {
    guard let checked = try check(bytes, as: format) else { return }
    try requireSoundJSONLine(of: checked)
    try requireSoundXML(of: checked)
  }

  /// The first byte names the format.
  static func runInAnyFormat(_ bytes: [UInt8]) throws(BrokenLaw) {
    guard let first = bytes.first else { return }
    let format = DocumentFormat.allCases[Int(first) % DocumentFormat.allCases.count]
    guard let checked = try check(Array(bytes.dropFirst()), as: format) else { return }
    for form in Format.allCases where form != .xml && form != .jsonl { _ = report(on: checked, as: form) }
    try requireSoundXML(of: checked)
  }

  /// The draft as judged and gated, with all its laws looked at; nil where its bytes are refused with a reason.
  static func check(
    _ bytes: [UInt8], as format: DocumentFormat, gate: Gate? = nil
  ) throws(BrokenLaw) -> CheckedDocument? {
    let checker = Repository.strictChecker
    guard var checked = try? checker.check(path: "draft", format: format, bytes: bytes) else { return nil }
    (gate ?? plainGate).apply(to: &checked)
    try DocumentLaws.require(of: checked.document)
    try DocumentLaws.require(of: checked)
    return checked
  }

  private static let plainGate = Gate(
    knowledge: Repository.checker.knowledge, settings: ProjectSettings(), jurisdictions: [],
    today: "2026-06-01")

  // MARK: Reports

  /// Made once: their tables of the rules take longer than a short draft.
  private static let reporters: [Format: any Reporter] = {
    let options = ReportOptions(version: "0", isVerbose: true)
    let knowledge = Repository.checker.knowledge
    return Dictionary(
      uniqueKeysWithValues: Format.allCases.map { ($0, $0.reporter(knowledge: knowledge, options: options)) })
  }()

  static func report(on checked: CheckedDocument, as format: Format) -> [UInt8] {
    guard let reporter = reporters[format] else { return [] }
    var bytes: [UInt8] = []
    reporter.begin(to: &bytes)
    let tally = reporter.write(checked, to: &bytes)
    reporter.end(tally, to: &bytes)
    return bytes
  }

  private static func requireSoundJSONLine(of checked: CheckedDocument) throws(BrokenLaw) {
    let bytes = report(on: checked, as: .jsonl)
    try require(bytes.last == 0x0A && bytes.count { $0 == 0x0A } == 1, "a document is one line of JSON")
    try require((try? JSONSerialization.jsonObject(with: Data(bytes))) != nil, "a line of JSON is JSON")
  }

  private static func requireSoundXML(of checked: CheckedDocument) throws(BrokenLaw) {
    let outcome: ReportVerifier.Outcome
    do {
      outcome = try ReportVerifier.verify(report(on: checked, as: .xml))
    } catch {
      throw BrokenLaw("the report is unreadable: \(error)")
    }
    try require(outcome.faults.isEmpty, "the report does not hold: \(outcome.faults.prefix(3))")
  }
}
