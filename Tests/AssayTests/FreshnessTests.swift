import Assay
import Ingest
import Judgment
import Knowledge
import Testing

/// What is said of evidence whose review no longer holds.
@Suite struct FreshnessTests {
  private let knowledge: KnowledgeBase
  private let rule: FindingRule

  init() throws {
    knowledge = try Repository.checker.get().knowledge
    rule = try #require(knowledge.findingRules.first { $0.check == "evidence/outdated" })
  }

  private func notes(_ text: String, _ options: Judge.Options) throws -> [Finding] {
    let checked = try Checker(knowledge: knowledge, judging: options)
      .check(path: "draft", format: .plainText, bytes: Array(text.utf8))
    return checked.judgment.findings.filter { knowledge.findingRules[Int($0.rule)].id == rule.id }
  }

  @Test func theRulesExamplesAreRight() throws {
    let options = Judge.Options.forExamples(of: rule, in: knowledge)
    #expect(!rule.flags.isEmpty && !rule.passes.isEmpty)
    for example in rule.flags.map({ MarkedSentence(rule: rule.id, marked: $0) }) {
      let note = try #require(try notes(example.text, options).first, "\(example.text)")
      #expect(note.range.overlaps(example.marked) && note.severity == .note, "\(example.text)")
    }
    for text in rule.passes { #expect(try notes(text, options).isEmpty, "\(text)") }
  }

  @Test func withoutADayNothingIsOutdated() throws {
    for text in rule.flags { #expect(try notes(text, Judge.Options()).isEmpty, "\(text)") }
  }

  @Test func aReviewHoldsUpToItsAnniversary() throws {
    let text = "Homeopathy treats eczema."
    let statement = try #require(knowledge.statements.first { $0.id == "homeopathy-eczema" })
    let pack = try #require(knowledge.packs.first)
    let year = try #require(Int(statement.reviewed.prefix(4))) + Int(pack.maximumAgeYears)
    let lastDay = "\(year)\(statement.reviewed.dropFirst(4))"
    #expect(try notes(text, Judge.Options(asOf: lastDay)).isEmpty)
    let later = try notes(text, Judge.Options(asOf: "\(year + 1)-01-01"))
    #expect(later.count == 1)
    #expect(later.first?.message.contains(statement.reviewed) == true)
    #expect(later.first?.message.contains("\(pack.maximumAgeYears) years") == true)
  }

  @Test func aStatementIsNotedOnceInADocument() throws {
    let text = "Homeopathy treats eczema. Eczema is treated by homeopathy.\n\nHomeopathy treats eczema."
    let notes = try notes(text, Judge.Options(asOf: "2100-01-01"))
    #expect(notes.map { $0.statements.map { knowledge.statements[Int($0)].id } } == [["homeopathy-eczema"]])
  }

  /// What is reported of a text beside the note does not depend on the day, and stays in the order of the text.
  @Test func theDayChangesNothingElse() throws {
    let text =
      "Homeopathy treats eczema. Hypopigmentation is caused by excess melanin. Microneedling cures acne."
    func findings(_ options: Judge.Options) throws -> (Judgment, [Finding]) {
      let judgment = try Checker(knowledge: knowledge, judging: options)
        .check(path: "draft", format: .plainText, bytes: Array(text.utf8)).judgment
      return (judgment, judgment.findings.filter { knowledge.findingRules[Int($0.rule)].id != rule.id })
    }
    let (now, plain) = try findings(Judge.Options())
    let (later, rest) = try findings(Judge.Options(asOf: "2100-01-01"))
    #expect(plain == rest && now.score == later.score && later.findings.count > rest.count)
    #expect(later.findings.map(\.sentence) == later.findings.map(\.sentence).sorted())
  }
}
