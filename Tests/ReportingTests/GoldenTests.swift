import Assay
import Knowledge
import Reporting
import Testing

@Suite struct GoldenTests {
  @Test(arguments: Format.allCases) func reportsADraft(format: Format) throws {
    let checked = try MadeUpRules.check(MadeUpRules.draft)
    var report = try Reports.write(format, [checked])
    if let sha256 = MadeUpRules.loaded.knowledge?.sha256 { report = report.replacing(sha256, with: "SHA256") }
    try expectGolden(report, "draft.\(format.rawValue)")
  }

  @Test func showsNotesAndUncoveredClaimsWhenVerbose() throws {
    let checked = try MadeUpRules.check(MadeUpRules.draft)
    let options = ReportOptions(width: 60, isVerbose: true)
    try expectGolden(try Reports.write(.text, [checked], options: options), "verbose.text")
  }

  @Test func listsClaimsAsATable() throws {
    let checked = try MadeUpRules.check(MadeUpRules.draft)
    let table = ClaimTable(knowledge: try MadeUpRules.checker().knowledge, showsDerivations: true)
    var output: [UInt8] = []
    _ = table.write(checked, to: &output)
    try expectGolden(String(decoding: output, as: UTF8.self), "claims.text")
  }

  @Test(arguments: Format.allCases) func equalInputGivesEqualBytes(format: Format) throws {
    let first = try Reports.write(format, [MadeUpRules.check(MadeUpRules.draft)])
    let second = try Reports.write(format, [MadeUpRules.check(MadeUpRules.draft)])
    #expect(first == second)
  }

  static let longDraft = Result {
    try MadeUpRules.check(String(repeating: MadeUpRules.draft, count: 600))
  }

  /// The format for GitHub keeps a few lines for its end, and CSL-JSON says nothing of a document by itself.
  @Test(arguments: Format.allCases.filter { $0 != .github && $0 != .csl })
  func piecesMakeTheSameReport(format: Format) throws {
    let checked = try Self.longDraft.get()
    let reporter = format.reporter(
      knowledge: try MadeUpRules.checker().knowledge, options: ReportOptions(isVerbose: true))
    var whole: [UInt8] = []
    let tally = reporter.write(checked, to: &whole)
    var pieces: [UInt8] = []
    var rest: [UInt8] = []
    var drained = 0
    let tallyOfPieces = reporter.write(checked, to: &rest) { bytes in
      pieces += bytes
      bytes.removeAll()
      drained += 1
    }
    #expect(drained > 1)
    #expect(pieces + rest == whole)
    #expect(tally == tallyOfPieces)
  }
}
