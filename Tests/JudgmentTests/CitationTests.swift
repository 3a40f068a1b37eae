import Assay
import Ingest
import Judgment
import Knowledge
import Testing

/// Sources that a text names, held against what is known of them.
@Suite struct CitationTests {
  /// Rules with a trial that found nothing, one that found something, and one on animals.
  private static func checker() throws -> Checker {
    var knowledge = try RealRules.checker.get().knowledge
    func index(_ id: String) throws -> ConceptIndex {
      ConceptIndex(try #require(knowledge.concepts.firstIndex { $0.id == id }, "no concept \(id)"))
    }
    let place = RulePlace(path: "made-up", line: 1)
    func source(
      _ id: String, _ authors: String, _ journal: String, _ year: Int32, _ design: Source.Design, _ n: Int32,
      _ finding: String, doi: String, pmid: String
    ) -> Source {
      Source(
        id: id, title: "A made-up study", authors: authors, journal: journal, year: year, doi: doi,
        pmid: pmid,
        url: "https://example.org/\(id)", design: design, participants: n, finding: finding, place: place)
    }
    func statement(
      _ id: String, _ intervention: String, _ target: String, _ verdict: EvidenceStatement.Verdict,
      _ source: Int
    ) throws -> EvidenceStatement {
      EvidenceStatement(
        id: id, intervention: try index(intervention), partners: [], relation: .treats,
        target: try index(target), verdict: verdict, certainty: .low, sources: [Int32(source)],
        note: "Made up.", maySay: "Made up.", reviewed: "2026-01-01", place: place)
    }
    let first = knowledge.sources.count
    knowledge.sources += [
      source(
        "zzyzx-2011", "Zzyzx AB, Quill C, et al.", "British Journal of Dermatology", 2011, .rct, 48,
        "In 48 patients snail mucin did not improve rosacea compared with placebo.",
        doi: "10.9999/zz.2011.1", pmid: "99999901"),
      source(
        "quorrel-2015", "Quorrel D", "Journal of the American Academy of Dermatology", 2015, .rct, 60,
        "In 60 patients (30 in each arm) snail mucin improved acne.", doi: "10.9999/qu.2015.2",
        pmid: "99999902"),
      source(
        "mousley-2017", "Mousley E, Tail F", "Nutrients", 2017, .animal, 12,
        "In 12 mice snail mucin reduced redness.", doi: "10.9999/mo.2017.3", pmid: "99999903"),
    ]
    knowledge.statements += [
      try statement("snail-rosacea", "snail-mucin", "rosacea", .insufficient, first),
      try statement("snail-acne", "snail-mucin", "acne", .supported, first + 1),
      try statement("snail-eczema", "snail-mucin", "atopic-dermatitis", .insufficient, first + 2),
    ]
    return Checker(knowledge: knowledge)
  }

  private func mismatches(_ text: String, as format: DocumentFormat = .plainText) throws -> [Finding] {
    let checker = try Self.checker()
    let checked = try checker.check(path: "draft", format: format, bytes: Array(text.utf8))
    return checked.judgment.findings.filter {
      checker.knowledge.findingRules[Int($0.rule)].id == "citation/mismatch"
    }
  }

  @Test(
    arguments: [
      // What it found.
      ("Zzyzx et al. (2011) found that snail mucin improves rosacea.", "did not improve rosacea"),
      ("Snail mucin improves rosacea (Zzyzx et al., Br J Dermatol 2011).", "did not improve rosacea"),
      ("Snail mucin improves rosacea (doi:10.9999/ZZ.2011.1).", "did not improve rosacea"),
      ("Snail mucin improves rosacea (PMID: 99999901).", "did not improve rosacea"),
      // Where and when it appeared, how many took part, whose it is.
      (
        "Quorrel (2015), in the British Journal of Dermatology, found that snail mucin improves acne.",
        "it appeared in"
      ),
      ("Quorrel et al. (J Am Acad Dermatol 2009) found that snail mucin improves acne.", "it is from 2015"),
      ("Quorrel 2015 found that snail mucin improved acne in 500 patients.", "it had 60 participants"),
      ("Smith et al. found that snail mucin improves acne (doi 10.9999/qu.2015.2).", "it is by Quorrel D"),
      ("In 2003 a trial found that snail mucin improves acne (doi 10.9999/qu.2015.2).", "it is from 2015"),
    ]) func aKnownSourceSaysOtherwise(text: String, remark: String) throws
  {
    let finding = try #require(try mismatches(text).first, "\(text)")
    #expect(finding.message.contains(remark), "\(finding.message)")
    #expect(finding.severity >= .warning && finding.sources.count == 1)
  }

  @Test(arguments: [
    // It agrees.
    "Zzyzx et al. (2011) found that snail mucin does not improve rosacea.",
    "Quorrel (2015) found that snail mucin improves acne in 60 patients.",
    "Quorrel (2015) found that snail mucin improves acne in 30 patients of one arm.",
    "Snail mucin improves acne (Quorrel et al., J Am Acad Dermatol 2015).",
    "Snail mucin improves acne (Quorrel et al., JAAD 2016).",
    "Snail mucin improves acne (doi:10.9999/qu.2015.2).",
    // Nobody knows it.
    "Smith et al. (2011) found that snail mucin improves rosacea.",
    "Snail mucin improves rosacea (Smith et al., Br J Dermatol 2011).",
    "Snail mucin improves rosacea (doi:10.9999/other).", "Snail mucin improves rosacea (PMID 12345).",
    // Another year and no journal, or another topic: another publication, as far as anyone can tell.
    "Zzyzx (2019) found that snail mucin improves rosacea.",
    "Zzyzx et al. (2011) found that tretinoin improves acne.",
    "Zzyzx et al. (2011) studied snail mucin in rosacea.",
    // Nothing is claimed.
    "Did Zzyzx et al. (2011) find that snail mucin improves rosacea?",
    "Zzyzx et al. (2011) found that snail mucin may improve rosacea.",
  ]) func noMismatch(text: String) throws {
    #expect(try mismatches(text).map(\.message) == [], "\(text)")
  }

  @Test func aListOfReferencesIsRead() throws {
    func list(_ entry: String) -> String {
      "# Snail\n\nSnail mucin is slimy.\n\n## References\n\n1. \(entry)\n"
    }
    let right =
      "Quorrel D. A made-up study. J Am Acad Dermatol. 2015;72(1):1-9. doi:10.9999/qu.2015.2"
    #expect(try mismatches(list(right), as: .markdown).isEmpty)
    let wrong = right.replacing("2015;72", with: "2004;72").replacing("J Am Acad", with: "Br J")
    let finding = try #require(try mismatches(list(wrong), as: .markdown).first)
    #expect(finding.message.contains("it is from 2015, not 2004"), "\(finding.message)")
  }

  @Test func anAnimalStudyIsNoTrialInPeople() throws {
    let checker = try Self.checker()
    let text = "Mousley and Tail (2017) showed that snail mucin treats eczema."
    let checked = try checker.check(path: "draft", format: .plainText, bytes: Array(text.utf8))
    let rules = checked.judgment.findings.map { checker.knowledge.findingRules[Int($0.rule)].id }
    #expect(rules.contains("citation/preclinical"), "\(rules)")
  }

  @Test(arguments: [
    "Studies in mice show that kojic acid will clear your melasma.",
    "Kojic acid lowered melanin in mice, so it treats melasma in people.",
    "In a lab dish, vitamin C boosted collagen. This means it treats wrinkles.",
    "A preprint shows that kojic acid treats melasma.",
  ]) func whatIsNotOfPeopleIsNoEvidenceForThem(text: String) throws {
    #expect(try findings(in: text).contains { $0.rule == "citation/preclinical" }, "\(text)")
  }

  @Test(arguments: [
    "In mice, kojic acid reduced melanin.", "A mouse study found that minoxidil treats hair loss.",
    "A preprint suggests that kojic acid may help melasma.",
    "Animal studies do not prove that kojic acid treats melasma in patients.",
    "Kojic acid lowered melanin in mice; whether it treats melasma in people is not known.",
    "In a lab dish, vitamin C boosted collagen. Tretinoin treats wrinkles.",
  ]) func whatStaysWithTheMiceIsFine(text: String) throws {
    #expect(try findings(in: text).allSatisfy { $0.rule != "citation/preclinical" }, "\(text)")
  }

  // MARK: Over the sources of the rules

  /// Every source with an author, a journal and a year, written as a reference list has it.
  @Test func noSourceOfTheRulesDisagreesWithItself() throws {
    let checker = try RealRules.checker.get()
    let known = checker.knowledge.sources.filter { $0.authors != nil && $0.journal != nil && $0.year != nil }
    try #require(known.count > 200)
    let entries = known.map { source in
      let identifier = source.doi.map { "doi:\($0)" } ?? source.pmid.map { "PMID: \($0)" } ?? source.url
      return
        "1. \(source.authors ?? ""). \(source.title). \(source.journal ?? ""). \(source.year ?? 0). \(identifier)"
    }
    let text = "# Skin\n\nSkin is an organ.\n\n## References\n\n" + entries.joined(separator: "\n") + "\n"
    let checked = try checker.check(path: "draft", format: .markdown, bytes: Array(text.utf8))
    #expect(checked.judgment.findings.map(\.message) == [])
  }

  /// Sentences that cite what the statements of the rules rest on, as they are: none disagrees.
  @Test func noStatementOfTheRulesDisagreesWithItsSources() throws {
    let checker = try RealRules.checker.get()
    let knowledge = checker.knowledge
    var count = 0
    for statement in knowledge.statements
    where statement.relation == .treats && statement.partners.isEmpty
      && (statement.verdict == .supported || statement.verdict == .mixed)
    {
      for place in statement.sources {
        let source = knowledge.sources[Int(place)]
        guard let author = source.authors?.split(separator: " ").first, let year = source.year,
          let journal = source.journal
        else { continue }
        count += 1
        let text =
          "\(author) et al. (\(journal) \(year)) found that \(knowledge.concepts[statement.intervention.int].label) "
          + "improves \(knowledge.concepts[statement.target.int].label)."
        let found = try findings(in: text).filter { $0.rule == "citation/mismatch" }
        #expect(found == [], "\(text)")
      }
    }
    #expect(count > 100)
  }
}
