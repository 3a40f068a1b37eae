import Assay
import Ingest
import Judgment
import Knowledge
import Testing

/// Rules of advertising: what a sentence claims decides, not a bare phrase.
struct RegulationTests {
  private func findings(
    _ text: String, _ jurisdictions: [String] = [], product: ProductClass? = nil
  ) throws -> [(rule: String, finding: Finding)] {
    let knowledge = try RealRules.checker.get().knowledge
    let options = Judge.Options(jurisdictions: jurisdictions, product: product?.rawValue)
    let checked = try Checker(knowledge: knowledge, judging: options)
      .check(path: "draft", format: .plainText, bytes: Array(text.utf8))
    return checked.judgment.findings.map { (knowledge.findingRules[Int($0.rule)].id, $0) }
      .filter { $0.0.hasPrefix("regulation/") }
  }

  private func regulations(_ finding: Finding) throws -> [RegulationRule] {
    let knowledge = try RealRules.checker.get().knowledge
    return finding.regulations.map { knowledge.regulation.rules[Int($0)] }
  }

  @Test(arguments: [
    "Our laser is FDA approved.", "This serum is FDA approved.", "Our biotin supplement is FDA approved.",
    "The microneedling pen was approved by the FDA.",
  ])
  func approvalIsFlaggedWhereNoneIsGiven(text: String) throws {
    let found = try findings(text)
    #expect(found.map(\.rule) == ["regulation/approved-device"], "\(text)")
    #expect(found.first?.finding.severity == .warning)
  }

  @Test(arguments: [
    "Our laser is FDA cleared.", "Our laser is not FDA approved.", "Is this serum FDA approved?",
    "Ruxolitinib cream is FDA approved for vitiligo.", "No serum is approved by the FDA.",
    "Claims such as \"FDA approved\" on a serum should make you suspicious.",
  ])
  func clearanceDenialAndDrugsPass(text: String) throws {
    #expect(try findings(text).isEmpty, "\(text)")
  }

  @Test func oneFaultOfSeveralMarketsIsOneFindingThatNamesThem() throws {
    let found = try findings("Our face cream heals eczema.", ["us", "uk", "ca"])
    let finding = try #require(found.first?.finding)
    #expect(found.count == 1)
    #expect(finding.message.contains("(CA, UK, US)"), "\(finding.message)")
    #expect(try Set(regulations(finding).map(\.jurisdiction)).isSuperset(of: ["us", "uk", "ca"]))
  }

  @Test func aMarketThatDoesNotBarItIsQuiet() throws {
    let text = "Our salon offers Botox from £99. Book now."
    #expect(try !findings(text, ["uk"]).isEmpty)
    #expect(try findings("Our serum makes the skin look smooth.", ["us", "uk", "eu", "au"]).isEmpty)
  }

  /// Without the regulator's own text a warning at most.
  @Test func whatIsKnownFromReportsAloneIsNoError() throws {
    let knowledge = try RealRules.checker.get().knowledge
    for rule in knowledge.regulation.rules where rule.basis != .primary {
      #expect(rule.allowedSeverity <= .warning, "\(rule.id)")
    }
    for text in knowledge.regulation.faults.flatMap(\.flags) {
      let plain = text.filter { $0 != "«" && $0 != "»" }
      for (rule, finding) in try findings(plain, ["us", "uk", "ie", "eu", "au", "ca"])
      where finding.severity == .error {
        #expect(try regulations(finding).contains { $0.basis == .primary }, "\(rule): \(plain)")
      }
    }
  }

  /// "Our product" may be anything: a class that is chosen makes the finding firmer, never softer.
  @Test func theClassOfAProductDecides() throws {
    let text = "Our formula treats eczema. Order now."
    let asCosmetic = try findings(text, ["us"], product: .cosmetic).map(\.finding.severity).max()
    #expect(asCosmetic == .error)
    #expect(try findings(text, ["us"], product: .drug).isEmpty)
  }

  @Test func allRulesOfTheDossierAreThere() throws {
    let regulation = try RealRules.checker.get().knowledge.regulation
    #expect(regulation.jurisdictions == ["au", "ca", "eu", "ie", "int", "uk", "us"])
    #expect(regulation.rules.count == 128)
    #expect(regulation.rules.allSatisfy { !$0.faults.isEmpty || !$0.check.isEmpty })
    #expect(regulation.rules.allSatisfy { !$0.sources.isEmpty })
  }
}
