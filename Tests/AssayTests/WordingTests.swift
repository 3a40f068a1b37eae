import Claims
import Ingest
import Judgment
import Knowledge
import Testing

/// What is reported besides contradictions, and what is left alone.
struct WordingTests {
  @Test(arguments: [
    ("Excess melanin is responsible for hypopigmentation.", "contradiction/definition"),
    ("Vitiligo is caused by an overproduction of melanin.", "contradiction/definition"),
    ("The cream reduced hypopigmentation in patients with melasma.", "contradiction/taxonomy"),
    ("Kojic acid stimulates melanin production.", "contradiction/opposes-effect"),
    ("Kojic acid is a kind of glycolic acid.", "contradiction/kind"),
    ("Our cream cures eczema.", "language/cure"),
    ("We guarantee that the peel removes acne scars.", "language/guarantee"),
    ("Laser treatment permanently removes melasma.", "language/absolute"),
    ("The peel has no side effects.", "safety/absolute"),
    ("Microneedling is safe for all skin types.", "safety/absolute"),
    ("Studies show that microneedling improves acne scars dramatically.", "citation/vague"),
    (
      "A study published in the Journal of Skin Care found that peels improve acne scars.",
      "citation/unverifiable"
    ),
    ("Our laser is FDA approved.", "regulation/approved-device"),
  ])
  func reports(text: String, rule: String) throws {
    let alarms = try Shared.alarms(text)
    #expect(alarms.contains(rule), "\(text) gave \(alarms)")
  }

  @Test(arguments: [
    "Excess melanin is responsible for melasma.", "Hypopigmentation is a lack of melanin.",
    "Laser toning caused hypopigmentation in patients with melasma.",
    "Kojic acid inhibits melanin production.",
    "There is no cure for eczema.", "No treatment is free of side effects.", "Is the peel completely safe?",
    "We cannot guarantee that the peel removes acne scars.", "The cream does not cure eczema.",
    "Ruxolitinib cream is FDA approved for vitiligo.", "It is a myth that sunscreen cures melasma.",
    "Bleaching the remaining skin with monobenzone is an option in extensive vitiligo.",
  ])
  func passes(text: String) throws {
    let alarms = try Shared.alarms(text)
    #expect(alarms.isEmpty, "\(text) gave \(alarms)")
  }

  /// More hedging never raises a finding, and what is denied or asked is not claimed.
  @Test func hedgingNeverMakesAFindingGraver() throws {
    var tried = 0
    for statement in Shared.knowledge.statements
    where statement.relation == .treats && statement.partners.isEmpty {
      let agent = Shared.knowledge.concepts[statement.intervention.int].label
      let target = Shared.knowledge.concepts[statement.target.int].label
      guard !agent.contains("("), !target.contains("("),
        Shared.knowledge.concepts[statement.target.int].kind == .condition
      else { continue }
      func gravest(_ text: String) throws -> FindingRule.Severity? {
        try Shared.check(text).judgment.findings.map(\.severity).max()
      }
      let plain = try gravest("\(agent) treats \(target).").map { $0 >= .warning ? 2 : 1 } ?? 0
      let hedged = try gravest("\(agent) may treat \(target).").map { $0 >= .warning ? 2 : 1 } ?? 0
      #expect(hedged <= plain, "\(agent) may treat \(target)")
      #expect(
        try Shared.alarms("\(agent) does not treat \(target).").isEmpty, "\(agent) does not treat \(target)")
      #expect(try Shared.alarms("Does \(agent) treat \(target)?").isEmpty, "Does \(agent) treat \(target)?")
      tried += 1
    }
    #expect(tried > 150)
  }

  @Test func noSentenceHasMoreThanTwoFindings() throws {
    let checked = try Shared.check(
      "Studies show that our FDA approved kojic acid laser permanently cures vitiligo with no side effects, guaranteed."
    )
    #expect(checked.judgment.findings.count == 2)
    #expect(checked.judgment.findings.contains { $0.severity == .error })
  }
}

/// How sentences are read.
struct ReadingTests {
  @Test(arguments: [
    ("Tretinoin treats acne.", "tretinoin treats acne"),
    ("Acne is treated with tretinoin.", "tretinoin treats acne"),
    ("Treatment of acne with tretinoin works.", "tretinoin treats acne"),
    ("Tretinoin is effective for acne.", "tretinoin treats acne"),
    ("Acne responds well to tretinoin.", "tretinoin treats acne"),
    ("Apply tretinoin to treat acne.", "tretinoin treats acne"),
    ("Tretinoin does not treat acne.", "tretinoin -treats acne"),
    ("Tretinoin failed to improve acne.", "tretinoin -treats acne"),
    ("It is a myth that tretinoin treats acne.", "tretinoin -treats acne"),
    ("Microneedling stimulates collagen.", "microneedling increases collagen"),
    ("Hydroquinone can cause irritation.", "hydroquinone causes contact-dermatitis"),
    ("Tretinoin treats not only acne but rosacea.", "tretinoin treats acne"),
    ("Acne is common. Tretinoin is a retinoid. It treats acne.", "tretinoin treats acne"),
  ])
  func reads(text: String, claim: String) throws {
    let claims = try Shared.claims(text)
    #expect(claims.contains(claim), "\(text) gave \(claims)")
  }

  @Test func givesEachMemberOfAListItsClaim() throws {
    let claims = try Shared.claims("Tretinoin, adapalene and azelaic acid treat acne.")
    #expect(claims == ["tretinoin treats acne", "adapalene treats acne", "azelaic-acid treats acne"])
  }

  @Test func takesACombinationAsOneClaimWithAPartner() throws {
    let checked = try Shared.check("Microneedling combined with vitamin C improves acne scars.")
    let claim = try #require(checked.reading.claims.first)
    let partners = claim.partners.map { checked.reading.partners[Int($0)].concept }
    #expect(
      [claim.agent.concept] + partners == [Shared.concept("microneedling"), Shared.concept("vitamin-c")])
  }

  @Test(arguments: [
    ("Tretinoin treats acne.", Claim.Certainty.asserted), ("Tretinoin may treat acne.", .hedged),
    ("Does tretinoin treat acne?", .question), ("There is no evidence that tretinoin treats acne.", .unknown),
    ("Research has shown that tretinoin treats acne.", .reported),
  ])
  func saysHowSureTheTextIs(text: String, certainty: Claim.Certainty) throws {
    let claim = try #require(try Shared.check(text).reading.claims.first)
    #expect(claim.certainty == certainty)
  }

  @Test(arguments: [
    ("Tretinoin treats acne.", Claim.Attribution.none), ("Studies show that tretinoin treats acne.", .vague),
    ("A paper in the Journal of Acne found that tretinoin treats acne.", .namedJournal),
    ("Tretinoin treats acne [12].", .inTextReference),
    ("Tretinoin treats acne (Smith et al., 2020).", .inTextReference),
    ("Tretinoin treats acne (doi: 10.1000/182).", .fullCitation),
  ])
  func saysWhatTheTextCallsOn(text: String, attribution: Claim.Attribution) throws {
    #expect(try Shared.check(text).reading.sentences.first?.attribution == attribution)
  }

  @Test func keepsPlacesBehindMarks() throws {
    let source = "Naïve “😀” text.\n\n**Kojic** *acid* reduces <b>hypo</b>pigmentation."
    let checked = try Shared.check(source, as: .markdown)
    let finding = try #require(checked.judgment.findings.first)
    let range = checked.document.sourceRange(of: finding.range)
    let words = String(decoding: Array(source.utf8)[range.start..<range.end], as: UTF8.self)
    #expect(words == "Kojic** *acid* reduces <b>hypo</b>pigmentation")
  }

  @Test func readsNoClaimsInCodeAndFrontMatter() throws {
    let source =
      "---\ntitle: Kojic acid treats vitiligo\n---\n\n```\nKojic acid treats vitiligo.\n```\n\nHello."
    #expect(try Shared.check(source, as: .markdown).reading.claims.isEmpty)
  }
}
