import Assay
import Judgment
import Knowledge
import Testing

/// Listing and explaining records of the real rules.
@Suite struct RuleCatalogTests {
  private let knowledge: KnowledgeBase
  private let catalog: RuleCatalog
  private let explanation: RuleExplanation

  init() throws {
    knowledge = try Repository.checker.get().knowledge
    catalog = RuleCatalog(knowledge: knowledge)
    explanation = RuleExplanation(catalog: catalog)
  }

  // MARK: Lists

  private func ids(_ change: (inout RecordFilter) -> Void) -> [String] {
    var filter = RecordFilter()
    change(&filter)
    return filter.records(of: catalog).map(\.id)
  }

  @Test func withoutAFilterAllRecordsAreListedInOrder() {
    let records = RecordFilter().records(of: catalog)
    #expect(records.count == catalog.records.count)
    for kind in RecordKind.allCases {
      let ids = records.filter { $0.kind == kind }.map(\.id)
      #expect(!ids.isEmpty && ids == ids.sorted(), "\(kind)")
    }
  }

  @Test func filtersOfEvidenceHoldTogether() {
    let found = ids {
      $0.kind = .statement
      $0.verdict = .refuted
      $0.certainty = .high
      $0.relation = .treats
    }
    let expected = knowledge.statements.filter {
      $0.verdict == .refuted && $0.certainty == .high && $0.relation == .treats
    }
    #expect(!expected.isEmpty && found == expected.map(\.id).sorted())
  }

  @Test func whatIsAskedForTellsTheKinds() {
    func kinds(_ change: (inout RecordFilter) -> Void) -> Set<RecordKind> {
      var filter = RecordFilter()
      change(&filter)
      return Set(filter.records(of: catalog).map(\.kind))
    }
    #expect(kinds { $0.verdict = .supported } == [.statement, .definition])
    #expect(kinds { $0.relation = .treats } == [.statement])
    #expect(kinds { $0.design = .rct } == [.source])
  }

  @Test func aboutMeansMembersAndBothSides() throws {
    let acid = try #require(catalog.concept("tyrosinase-inhibitor"))
    let found = ids { filter in
      filter.kind = .statement
      filter.about = acid
    }
    #expect(found.contains("kojic-acid-melasma"))
    let melasma = try #require(catalog.concept("melasma"))
    let onMelasma = ids { filter in
      filter.kind = .statement
      filter.about = melasma
    }
    #expect(onMelasma.contains("kojic-acid-melasma"))
    for id in onMelasma {
      let statement = try #require(knowledge.statements.first { $0.id == id })
      let named = [statement.intervention, statement.target] + statement.partners
      #expect(
        named.contains { named in
          named == melasma || knowledge.concepts[named.int].ancestors.contains { $0.concept == melasma }
        }, "\(id)")
    }
    let cited = ids { filter in
      filter.kind = .source
      filter.about = melasma
    }
    let statement = try #require(knowledge.statements.first { $0.id == "kojic-acid-melasma" })
    for source in statement.sources { #expect(cited.contains(knowledge.sources[Int(source)].id)) }
  }

  @Test func reviewsBeforeADayAreThoseOfEarlierDays() throws {
    let day = try #require(knowledge.statements.map(\.reviewed).max())
    #expect(
      ids { $0.reviewedBefore = ReviewDate(day) }.count
        == knowledge.statements.count { $0.reviewed < day }
        + knowledge.definitions.count { $0.reviewed < day })
    #expect(
      ids { $0.reviewedBefore = ReviewDate("9999-01-01") }.count
        == knowledge.statements.count + knowledge.definitions.count)
  }

  @Test func filtersThatNothingCanPassSayWhy() {
    var filter = RecordFilter()
    filter.kind = .cue
    filter.verdict = .refuted
    #expect(filter.contradiction == "--verdict is of statements and definitions; cues have none.")
    filter.kind = nil
    filter.design = .rct
    #expect(filter.contradiction?.contains("no record has both") == true)
    filter.verdict = nil
    #expect(filter.contradiction == nil)
  }

  @Test func aTableHasAHeadingAndAlignedColumns() {
    var filter = RecordFilter()
    filter.kind = .definition
    let records = filter.records(of: catalog)
    let lines = RecordTable(records, of: knowledge).text.split(separator: "\n")
    #expect(lines.count == records.count + 1)
    #expect(lines[0].hasPrefix("ID ") && lines[0].hasSuffix("SOURCES"))
    let column = lines[0].distance(
      from: lines[0].startIndex, to: lines[0].firstRange(of: "VERDICT")!.lowerBound)
    for (line, record) in zip(lines.dropFirst(), records) {
      #expect(line.hasPrefix(record.id + " "))
      #expect(
        line.dropFirst(column).hasPrefix(knowledge.definitions[record.index].verdict.rawValue), "\(line)")
    }
    #expect(RecordTable([], of: knowledge).text == "")
  }

  // MARK: Explanations

  @Test func everyRecordIsExplained() {
    for record in catalog.records {
      let text = explanation.details(record).text
      #expect(
        text.hasPrefix("\(record.kind.rawValue) \(record.id)\n") && !text.contains("\u{0}"), "\(record.id)")
      #expect(text.split(separator: "\n").count > 2, "\(record.id)")
    }
  }

  @Test(
    arguments: ["score", "pack", "evidence", "regulation", "very-low", "us"]
      + Verdict.allCases.map(\.rawValue))
  func termsOfReportsAreExplained(term: String) {
    #expect(!explanation.details(of: term).isEmpty)
  }

  @Test func familiesAndMarketsListTheirRules() throws {
    let family = try #require(explanation.details(of: "contradiction").first).text
    for rule in knowledge.findingRules where rule.family == "contradiction" {
      #expect(family.contains(rule.id))
    }
    let market = try #require(explanation.details(of: "ie").first).text
    for rule in knowledge.regulation.rules where rule.holdsIn.contains("ie") {
      #expect(market.contains(rule.id))
    }
  }

  @Test func aConceptIsExplainedWithWhatItHasFromItsClasses() throws {
    let text = try #require(explanation.details(of: "kojic-acid").first).text
    for part in [
      "kojic-acid-melasma: kojic acid treats melasma", "tyrosinase inhibitors (tyrosinase-inhibitor)",
      "from its classes, what it does:", "(from skin-lightening-agent)", "decreases: melanin (melanin)",
    ] { #expect(text.contains(part), "\(part)") }
    let vitiligo = try #require(explanation.details(of: "vitiligo").first).text
    #expect(vitiligo.contains("melanin (melanin) is absent, from its class"))
  }

  @Test func aSourceTellsWhoCitesIt() throws {
    let statement = try #require(knowledge.statements.first { $0.id == "kojic-acid-melasma" })
    let source = knowledge.sources[Int(try #require(statement.sources.first))]
    let text = try #require(explanation.details(of: source.id).first).text
    #expect(text.contains("cited by statements:") && text.contains("- kojic-acid-melasma: "))
  }

  @Test func aConceptIsFoundByItsNames() throws {
    #expect(
      explanation.details(of: "Ascorbic Acid").map(\.text).first?.hasPrefix("concept vitamin-c\n") == true)
    #expect(catalog.concept("ascorbic acid") == catalog.concept("vitamin-c"))
    #expect(catalog.concept("no such thing") == nil)
  }

  @Test(arguments: [
    ("kojic-acyd", "kojic-acid"), ("refutd", "refuted"), ("kojic-acid-melsma", "kojic-acid-melasma"),
    ("evidence/refutd", "evidence/refuted"), ("KOJIC-ACIT", "kojic-acid"), ("dermatolgy", "dermatology"),
  ]) func aMisspeltIdIsMended(text: String, meant: String) {
    #expect(explanation.details(of: text).isEmpty)
    #expect(explanation.suggestions(for: text).first == meant)
  }

  @Test func farFromEverythingNothingIsSuggested() {
    #expect(explanation.suggestions(for: "qqqqqqqqqqqqqqqq").isEmpty)
  }

  // MARK: JSON

  @Test func listsAndExplanationsAreJSONWithStableNames() throws {
    let statements = catalog.records.filter { $0.kind == .statement }
    let list = try #require(FoundationJSON.object(RecordTable(statements, of: knowledge).json))
    #expect(list["schemaVersion"] as? Int == 1)
    let records = try #require(list["records"] as? [[String: Any]])
    #expect(records.count == statements.count)
    #expect(
      Set(try #require(records.first).keys) == [
        "kind", "id", "interventions", "relation", "target", "verdict", "certainty", "reviewed", "sources",
      ])
    let all = catalog.records.map(explanation.details)
    let details = try #require(FoundationJSON.object(RecordDetails.json(all, of: knowledge)))
    #expect((details["records"] as? [[String: Any]])?.count == all.count)
    let one = RecordDetails.json(explanation.details(of: "kojic-acid-melasma"), of: knowledge)
    let record = try #require((FoundationJSON.object(one)?["records"] as? [[String: Any]])?.first)
    #expect(record["verdict"] as? String == "mixed" && record["certainty"] as? String == "low")
    #expect(
      record["interventions"] as? [String] == ["kojic-acid"] && record["target"] as? String == "melasma")
    #expect((record["sources"] as? [[String: Any]])?.first?["id"] is String)
  }
}
