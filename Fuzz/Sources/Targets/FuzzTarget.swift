import Ingest

/// What reads bytes that nobody vouches for. A new one is a case here and a line in `run`; `make fuzz`, the seeds and the
/// replay of kept inputs find it.
enum FuzzTarget: String, CaseIterable, Sendable {
  /// A draft in one format through the whole check, with its reports.
  case text, markdown, html, docx, jats
  /// The parts of a DOCX file, in an archive that is whole.
  case word
  /// A draft in any format: the first byte chooses it. Every form of report is written.
  case format
  /// Comments that allow findings.
  case suppressions
  /// `.assay.yml`, and a gate made from it.
  case settings
  /// A baseline in use.
  case baseline
  /// Files of rules.
  case rules
  /// The compiled pack.
  case pack
  /// A report given to `assay verify`.
  case report

  /// Does what the product does with such bytes.
  /// - Throws: `BrokenLaw` where something does not hold that holds for all input. Errors that tell the user what is
  ///   wrong with the bytes are no failures.
  func run(_ bytes: [UInt8]) throws(BrokenLaw) {
    switch self {
    case .text: try DraftInput.run(bytes, as: .plainText)
    case .markdown: try DraftInput.run(bytes, as: .markdown)
    case .html: try DraftInput.run(bytes, as: .html)
    case .docx: try DraftInput.run(bytes, as: .docx)
    case .jats: try DraftInput.run(bytes, as: .jats)
    case .word: try WordInput.run(bytes)
    case .format: try DraftInput.runInAnyFormat(bytes)
    case .suppressions: try ProjectInput.runSuppressions(bytes)
    case .settings: try ProjectInput.runSettings(bytes)
    case .baseline: try ProjectInput.runBaseline(bytes)
    case .rules: try RulesInput.run(bytes)
    case .pack: try RulesInput.runPack(bytes)
    case .report: try ReportInput.run(bytes)
    }
  }
}

/// Something that holds for all input, and did not.
struct BrokenLaw: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

/// - Throws: `BrokenLaw` with what ought to hold, where it does not.
func require(_ holds: Bool, _ law: @autoclosure () -> String) throws(BrokenLaw) {
  if !holds { throw BrokenLaw(law()) }
}
