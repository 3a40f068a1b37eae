import Assay
import Claims
import Ingest
import Judgment
import Knowledge
import Testing

/// What a finding says may be said instead.
@Suite struct SuggestionTests {
  private func suggestion(_ text: String, _ statements: [MadeUpEvidence.Statement]) throws -> String {
    try #require(try MadeUpEvidence(statements).check(text).judgment.findings.first, "\(text)").suggestion
  }

  @Test func theStatementOnJustThisIsQuoted() throws {
    let statement = MadeUpEvidence.Statement(agent: "alphol", target: "night", verdict: "insufficient")
    #expect(
      try suggestion("Alphol treats night.", [statement]) == "It may be said of alphol-treats-night.")
  }

  @Test func aStatementOnAClassSaysThatItIs() throws {
    let agentClass = MadeUpEvidence.Statement(agent: "liner", target: "night", verdict: "refuted")
    #expect(
      try suggestion("Alphol treats night.", [agentClass])
        == "of liners in general: It may be said of liner-treats-night.")
    let targetClass = MadeUpEvidence.Statement(agent: "alphol", target: "gloom", verdict: "refuted")
    #expect(
      try suggestion("Alphol treats night.", [targetClass])
        == "of gloom in general: It may be said of alphol-treats-gloom.")
    let both = MadeUpEvidence.Statement(agent: "topper", target: "dusk", verdict: "refuted")
    #expect(
      try suggestion("Alphol treats night.", [both])
        == "of toppers and dusk in general: It may be said of topper-treats-dusk.")
  }

  @Test func withoutAStatementTheRulesOwnAdviceStands() throws {
    let other = [
      MadeUpEvidence.Statement(agent: "betol", target: "night", verdict: "supported"),
      MadeUpEvidence.Statement(agent: "alphol", target: "glare", verdict: "supported"),
    ]
    #expect(try suggestion("Alphol always treats night.", other) == "say what happens")
  }

  /// Over all statements of the rules: nothing is suggested of another agent or another condition.
  @Test func suggestionsSpeakOfTheClaimsOwnPair() throws {
    let knowledge = try RealRules.checker.get().knowledge
    for (agent, target) in try EvidenceTests.treated.get() {
      let checked = try Checked("{S} always treats {O}.".filled(agent: agent, target: target)).checked
      for finding in checked.judgment.findings {
        guard let place = finding.claims.first else { continue }
        let claim = checked.reading.claims[Int(place)]
        for statement in knowledge.statements where finding.suggestion == statement.maySay {
          let isOwn = knowledge.statements.contains {
            $0.maySay == statement.maySay
              && ($0.intervention.rawValue == claim.agent.concept
                || knowledge.concepts[$0.intervention.int].id == "any-skin-treatment")
              && ($0.target.rawValue == claim.target.concept
                || knowledge.concepts[$0.target.int].id == "any-skin-condition")
          }
          #expect(isOwn, "\(agent), \(target): \(finding.suggestion)")
        }
      }
    }
  }

  @Test func aContradictionWithoutAStatementSaysWhatFollows() throws {
    // Over all agents and conditions: none is left without anything to say instead.
    let pairs = try CrossedTests.pairs.get().lighteningForPale
    var derived = 0
    for (agent, condition) in pairs {
      for finding in try Checked("{S} treats {O}.".filled(agent: agent, target: condition)).checked.judgment
        .findings
      {
        #expect(!finding.suggestion.isEmpty, "\(agent), \(condition)")
        if finding.suggestion.contains("a treatment has to raise melanin") { derived += 1 }
      }
    }
    #expect(derived > 10)
  }

  @Test(
    arguments: [
      ("Kojic acid is clinically proven to lighten melasma.", "is clinically proven to", "may"),
      ("Kojic acid is guaranteed to lighten melasma.", "is guaranteed to", "may"),
    ]) func wordsThatClaimTooMuchAreReplaced(text: String, words: String, with: String) throws
  {
    let checked = try Checked(text).checked
    let fix = try #require(checked.judgment.findings.compactMap(\.fix).first)
    #expect(
      String(decoding: checked.document.text[fix.range.start..<fix.range.end], as: UTF8.self) == words)
    #expect(fix.text == with)
    // The mended sentence is no fault any more.
    let mended = text.replacing(words, with: with)
    #expect(try findings(in: mended).allSatisfy { $0.severity == .note }, "\(mended)")
  }

  @Test(arguments: [
    "Niacinamide is clinically proven to treat acne.", "Homeopathy is guaranteed to treat eczema.",
    "Kojic acid is guaranteed to treat vitiligo.",
  ]) func nothingIsReplacedThatWouldStillBeWrong(text: String) throws {
    #expect(try Checked(text).checked.judgment.findings.allSatisfy { $0.fix == nil }, "\(text)")
  }
}
