import Gate
import Judgment
import Testing

/// Severities, approved claims, baseline and changed lines.
struct ProjectGateTests {
  static let cure = "Our cream cures eczema."

  @Test(arguments: [
    ("severity: {language/cure: note}", ["reported note language/cure"]),
    ("severity: {language: warning}", ["reported warning language/cure"]),
    ("severity: {language: off}", []),
    ("severity: {language: off, language/cure: error}", ["reported error language/cure"]),
  ])
  func settingsSayHowGraveAFindingIs(settings: String, expected: [String]) throws {
    #expect(try GatedText(Self.cure, settings: settings).standings == expected)
  }

  @Test(arguments: [
    ("approved: [{text: 'our cream  CURES eczema', reference: file 3}]", [], true),
    ("approved: [{pattern: 'cream (cures|heals) \\w+', reference: file 3}]", [], true),
    ("approved: [{text: 'our cream cures', reference: file 3, markets: [uk]}]", ["uk"], true),
    ("approved: [{text: 'our cream cures', reference: file 3, markets: [uk]}]", ["uk", "us"], false),
    ("approved: [{text: 'our cream cures', reference: file 3, markets: [uk]}]", [], true),
    ("approved: [{text: 'our cream', reference: file 3}]", [], false),
    ("approved: [{text: 'ream cures eczema', reference: file 3}]", [], false),
  ])
  func approvedWordsMayStand(settings: String, markets: [String], isApproved: Bool) throws {
    let text = try GatedText("Hello. \(Self.cure)", settings: settings, jurisdictions: markets)
    #expect((text.reported == []) == isApproved, "\(text.standings)")
    guard isApproved else { return }
    guard case .approved(let reference, _) = text.checked.judgment.findings[0].standing else {
      Issue.record("not approved")
      return
    }
    #expect(reference == "file 3")
  }

  /// More than what was approved is not covered by it.
  @Test func approvalEndsWhereTheWordsEnd() throws {
    let settings = "approved: [{text: 'azelaic acid treats rosacea', reference: file 1}]"
    let text = try GatedText("Azelaic acid treats rosacea and always cures eczema.", settings: settings)
    #expect(!text.reported.isEmpty)
  }

  static let before = "# Creams\n\nHello.\n\n\(cure)\n\n\(cure)\n"

  @Test(arguments: [
    // Moved, and another line break: the same findings.
    ("\(cure)\n\nNew words above.\n\nOur cream\ncures   eczema.\n", 0),
    ("# Creams\n\n\(cure)\n", 0),
    // A third one is new.
    ("\(cure) \(cure) \(cure)", 1),
    // An edit of the sentence opens it again.
    ("Our fine cream cures eczema.", 1),
  ])
  func aBaselineKnowsFindingsBySentence(text: String, new: Int) throws {
    let baseline = try GatedText(Self.before).baseline
    let gated = try GatedText(text, baseline: baseline)
    #expect(gated.reported.count == new, "\(gated.standings)")
  }

  @Test func changedLinesDecideWhatCounts() throws {
    let text = "\(Self.cure)\n\nFirst line,\nand our cream\ncures eczema.\n"
    for (lines, count) in [(1...1, 1), (4...4, 1), (2...2, 0), (6...9, 0), (1...5, 2)] {
      var changes = ChangedLines()
      changes.add(lines, of: "draft.md")
      #expect(try GatedText(text, changes: changes).reported.count == count, "\(lines)")
    }
    var changes = ChangedLines()
    changes.addFile("draft.md")
    #expect(try GatedText(text, changes: changes).reported.count == 2)
    #expect(try GatedText(text, changes: ChangedLines()).reported == [])
  }

  /// The other half of a contradiction was changed: the finding stands although its own sentence was not.
  @Test func aChangedOtherHalfCounts() throws {
    let text = "Microneedling lowers melanin.\n\nHello.\n\nMicroneedling raises melanin.\n"
    var changes = ChangedLines()
    changes.add(1...1, of: "draft.md")
    let gated = try GatedText(text, changes: changes)
    #expect(gated.reported.contains("contradiction/internal"), "\(gated.standings)")
  }
}
