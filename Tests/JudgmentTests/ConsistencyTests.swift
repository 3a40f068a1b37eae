import Assay
import Ingest
import Judgment
import Knowledge
import Testing

/// Places of one text, and texts of one set, that contradict each other.
@Suite struct ConsistencyTests {
  /// What is said of the places that contradict each other: findings of their own, and what graver ones explain.
  private func contradictions(in text: String) throws -> [String] {
    let checked = try Checked(text)
    return checked.checked.judgment.findings.flatMap { finding in
      [(finding.rule, finding.message)] + finding.attached.map { ($0.rule, $0.message) }
    }.filter { checked.knowledge.findingRules[Int($0.0)].id == "contradiction/internal" }.map(\.1)
  }

  @Test(arguments: [
    // A quantity goes up and down.
    ("Microneedling breaks down melanin. It is quick. Microneedling boosts melanin.", "to lower melanin"),
    (
      "Microneedling breaks melanin down. The tips are sterile. The needling wakes up the melanocytes.",
      "to lower melanin"
    ),
    ("Retinol increases collagen. It is a vitamin. Retinol breaks down collagen.", "to raise skin collagen"),
    // Works and does not.
    (
      "Azelaic acid does not help against acne. It is a gel. Azelaic acid clears acne.",
      "to do nothing against acne"
    ),
    (
      "Sunscreen prevents melasma. Put it on daily. Sunscreen does nothing to prevent melasma.",
      "to prevent melasma"
    ),
    // Harmless and harmful.
    (
      "Chemical peels have no side effects. They use an acid. Chemical peels cause burns.",
      "to have no side effects"
    ),
    ("Hydroquinone never causes irritation. Hydroquinone causes irritation.", "not to cause irritation"),
    ("Tretinoin is safe during pregnancy. Tretinoin must not be used during pregnancy.", "allowed"),
    ("The thread lift is painless. Patients call the thread lift very painful.", "not to hurt"),
    ("Against acne zinc tablets are useless. Zinc tablets calm breakouts.", "to do nothing against acne"),
    ("Ketoconazole shampoo thickens hair. Ketoconazole shampoo thins hair.", "it \"thickens hair\""),
    // Definitions.
    ("Vitiligo is a lack of melanin. Vitiligo is an excess of melanin.", "a lack of melanin"),
    ("Azelaic acid is a retinoid. It is a gel. Azelaic acid is not a retinoid.", "to belong to"),
    // For ever and for a while.
    ("Dermal fillers are permanent. Dermal fillers last six to nine months.", "to last for ever"),
    ("The results of our diode laser are permanent. We recommend a top-up every spring.", "to last for ever"),
    (
      "Laser hair removal does away with hair for good. Hair grows back after laser hair removal.",
      "to last for ever"
    ),
    // Numbers.
    ("Botulinum toxin takes effect overnight. Botulinum toxin takes effect in two weeks.", "start to work"),
    (
      "Fractional laser has no downtime. After fractional laser you will need ten days off work.",
      "to need no downtime"
    ),
    ("Microneedling has no downtime. Plan one week of downtime after microneedling.", "to need no downtime"),
    ("A single session is enough. The course consists of six visits.", "to take one session"),
    (
      "The results of botulinum toxin last about 3 months. The results of botulinum toxin last 2 years.",
      "to last 3 months"
    ),
    (
      "Needling sessions are spaced four weeks apart. Microneedling is repeated every week.",
      "to lie 4 weeks apart"
    ),
    (
      "Our serum contains 10% azelaic acid. With 20% azelaic acid, our serum is strong.",
      "said to be 10 %"
    ),
  ]) func theLaterPlaceNamesTheEarlierOne(text: String, earlier: String) throws {
    let found = try contradictions(in: text)
    #expect(found.count >= 1, "\(text)")
    #expect(found.first?.contains("; at line 1 ") == true, "\(found)")
    #expect(found.contains { $0.contains(earlier) }, "\(found)")
  }

  @Test(arguments: [
    // The views of others, and questions.
    "Some studies found that microneedling raises melanin. Others found that microneedling lowers melanin.",
    "Critics say that minoxidil does nothing for hair loss. Minoxidil treats hair loss.",
    "Many believe that azelaic acid does not help against acne. That is a myth. Azelaic acid clears acne.",
    "Minoxidil does nothing for hair loss. Not so. Minoxidil treats hair loss.",
    "Is there downtime after microneedling? Microneedling has no downtime.",
    // In part, and with an exception.
    "Microneedling may not work for everyone. Microneedling improves acne scars.",
    "Minoxidil treats hair loss. However, minoxidil does nothing for hair loss.",
    "Microneedling is safe. In rare cases, microneedling causes infection.",
    "Hydroquinone does not cure melasma. Hydroquinone treats melasma.",
    // Other people, places, doses, partners and times.
    "Microneedling breaks melanin down in melasma. Microneedling stimulates melanin in vitiligo.",
    "In the lips hyaluronic acid filler lasts six months. In the cheeks hyaluronic acid filler lasts two years.",
    "At 2% hydroquinone does not cause irritation. At high doses hydroquinone causes irritation.",
    "Microneedling alone does not improve melasma. Microneedling combined with tranexamic acid improves melasma.",
    "At first tretinoin causes irritation. After a month tretinoin does not cause irritation.",
    "A light peel has no downtime. A deep peel needs two weeks of downtime.",
    "The 10% glycolic peel has no downtime. The 70% glycolic peel needs one week of downtime.",
    "Microneedling has no downtime. Fractional laser needs one week of downtime.",
    // Other treatments, though only one is known by name.
    "Waxing hurts. It grows back in weeks. Electrolysis is painless, and its result is permanent.",
    "The GlowFacial has no downtime. Microneedling needs one week of downtime.",
    // Other things are counted.
    "The results of botulinum toxin last three months. The first results appear after two weeks.",
    "A session of microneedling takes one hour. Microneedling takes six sessions.",
    "After one session of microneedling the skin glows. Microneedling takes six sessions.",
    "The results of botulinum toxin last three months. The results of botulinum toxin last three to four months.",
    "Laser hair removal takes six sessions, four weeks apart. Laser hair removal is repeated every year.",
    "Our day cream contains 5% niacinamide. Our night cream contains 10% niacinamide.",
  ]) func whatCanBothHoldIsNoContradiction(text: String) throws {
    #expect(try contradictions(in: text) == [], "\(text)")
  }

  @Test func sectionsOnOtherConditionsAreNotHeldAgainstEachOther() throws {
    let text = """
      # Microneedling for acne scars

      Microneedling takes six sessions.

      # Microneedling for wrinkles

      Microneedling takes three sessions.
      """
    #expect(try findings(in: text, as: .markdown).allSatisfy { $0.rule != "contradiction/internal" })
  }

  @Test func theEarlierPlaceIsPointedTo() throws {
    let text = "Minoxidil treats hair loss.\n\nIt is a foam.\n\nMinoxidil has no effect on hair loss."
    let checked = try Checked(text)
    let finding = try #require(
      checked.checked.judgment.findings.first {
        checked.knowledge.findingRules[Int($0.rule)].id == "contradiction/internal"
      })
    let related = try #require(finding.related.first)
    #expect(finding.related.count == 1)
    #expect(finding.range.start > related.range.end)
    #expect(
      String(decoding: checked.checked.document.text[related.range.start..<related.range.end], as: UTF8.self)
        == "Minoxidil treats hair loss")
    #expect(related.message == "minoxidil is said to help against hair loss")
  }

  @Test func oppositeSignsAreErrorsAndOtherContradictionsWarnings() throws {
    func severity(_ text: String) throws -> String? {
      try findings(in: text).first { $0.rule == "contradiction/internal" }?.severity.rawValue
    }
    #expect(try severity("Microneedling lowers melanin. Microneedling raises melanin.") == "error")
    #expect(try severity("Minoxidil treats hair loss. Minoxidil does nothing for hair loss.") == "warning")
  }

  @Test func whatIsWrongInItselfExplainsTheContradiction() throws {
    // The wrong place comes first: the right one is left alone.
    let checked = try Checked("Melasma is a lack of melanin. It is common. Melasma is an excess of melanin.")
    let rules = checked.checked.judgment.findings.map { checked.knowledge.findingRules[Int($0.rule)].id }
    #expect(rules == ["contradiction/definition"])
    let attached = try #require(checked.checked.judgment.findings.first?.attached)
    #expect(attached.contains { checked.knowledge.findingRules[Int($0.rule)].id == "contradiction/internal" })
    #expect(checked.checked.judgment.findings.first?.related.count == 1)
  }
}
