import Judgment
import Knowledge
import Testing

/// Sentences that were read wrongly once, by the mechanism that had to be mended.
struct RegressionTests {
  @Test(arguments: [
    // A named state of a quantity is the subject of a verb.
    "Excess melanin causes vitiligo.", "Overproduction of melanin leads to white patches on the skin.",
    "Lack of melanin causes dark spots.",
    // "Stop" is what a treatment does, not a warning.
    "Stop vitiligo with kojic acid.",
    // The last of a list.
    "Hydroquinone treats dark spots, age spots and white spots.",
    // Examples file one condition under another.
    "Common forms of hypopigmentation include melasma.",
    // A condition changes the colour of the skin.
    "Vitiligo darkens the skin.",
    // What a sentence opens with is what it is about.
    "For vitiligo, the best choice is hydroquinone.", "If you have vitiligo, glycolic peels are the answer.",
    "Hydroquinone is the gold standard for leukoderma.",
    // What the text itself says of an agent.
    "Papaya is a bleaching agent. Rub papaya on white patches.",
  ])
  func findsTheContradiction(text: String) throws {
    #expect(try Checked(text).isContradicted, "\(text)")
  }

  @Test(arguments: [
    "Melasma in people with vitiligo is uncommon.",
    "Solar lentigines in patients with vitiligo were treated with laser.",
    "Treat vitiligo not with lightening creams but with phototherapy.",
    "Kojic acid is often recommended for vitiligo, but it would only make the patches paler.",
    "Hydroquinone lightens the normal skin around vitiligo patches.",
    "The lecture covered hydroquinone, vitiligo and the history of skin bleaching.",
    "Hyaluronic acid fillers are FDA approved for nasolabial folds.",
    "Finasteride cannot cause breast cancer.",
    "Vitamin C may support phototherapy in vitiligo.", "Sunlight darkens melasma.",
    "There is no such thing as a treatment without side effects.",
    "Nor do we call it completely safe for everyone.",
    // A clause with a subject of its own says nothing of what the sentence offers.
    "Microneedling can help a lot, as the skin reacts by healing its wounds.",
    // An outcome that the next words, or the next sentence, take back.
    "Cooling takes the edge off the hair laser, yet painless it is not.",
    "The brochure says that HIFU is painless. Our patients say it is not.",
    // A question calls on nothing and promises nothing.
    "Ask which studies show that a peel helps acne scars.", "Is this serum FDA approved?",
  ])
  func raisesNoAlarm(text: String) throws {
    let alarms = try Checked(text).findings.filter { $0.severity >= .warning }.map(\.rule)
    #expect(alarms.isEmpty, "\(text) gave \(alarms)")
  }

  @Test func aCureThatCanBeIsPromised() throws {
    #expect(try Checked("Psoriasis can be cured with our balm.").findings.map(\.rule) == ["language/cure"])
  }

  @Test func namesNoCureWhereNoneIsPromised() throws {
    let alarms = try Checked("Nothing beats kojic acid for vitiligo.").findings.map(\.rule)
    #expect(
      !alarms.contains("language/cure") && alarms.contains("contradiction/opposes-condition"), "\(alarms)")
  }
}

extension RegressionTests {
  /// What a text denies or asks is not held against it, in the score either.
  @Test(arguments: [
    "Vitiligo is not caused by too much melanin.", "Do not use lemon juice for hyperpigmentation.",
    "It is a myth that excess melanin is responsible for hypopigmentation.",
    "Is excess melanin responsible for hypopigmentation?",
  ])
  func scoresDenialsInFull(text: String) throws {
    #expect(try Checked(text).checked.judgment.score == 100, "\(text)")
  }

  @Test(arguments: [
    "Unlike zinc, kojic acid treats vitiligo.", "There is no doubt that kojic acid treats vitiligo.",
    "Don't hesitate to use kojic acid on vitiligo.", "Kojic acid doesn't just treat vitiligo, it cures it.",
  ])
  func findsTheContradictionBehindRhetoric(text: String) throws {
    #expect(try Checked(text).isContradicted, "\(text)")
  }
}
