import Judgment
import Knowledge
import Testing

/// Promises without exception and denials of all harm, composed of words that say neither alone.
@Suite struct PromiseTests {
  private func rules(in text: String) throws -> [String] { try findings(in: text).map(\.rule) }

  @Test(arguments: [
    "Complications after botulinum toxin? They do not exist.",
    "The side effects of collagen powder? None.",
    "Complication rate of our thread lifts: zero.",
    "The peel is wholly without danger.",
    "Our microneedling pen has never caused so much as a scratch.",
    "Cryolipolysis cannot under any circumstances injure a nerve.",
    "Tretinoin will not irritate any skin, ever.",
    "Reactions to hyaluronic acid filler are simply impossible.",
    "You have nothing to fear from a carbon dioxide laser in our hands.",
    "There is no skin on which our diode laser is not safe.",
    "Whichever skin tone you have, the diode laser is safe for you.",
    "Hyaluronic acid is a substance to which nobody can possibly be allergic.",
  ]) func allHarmIsDenied(text: String) throws {
    #expect(try rules(in: text).contains("safety/absolute"), "\(text)")
  }

  @Test(arguments: [
    "Fillers last forever.", "Filler results last a lifetime.", "The results of botox are permanent.",
    "The effects of fillers are permanent.",
    "The result of microneedling lasts for the rest of your life.", "Your results will last forever.",
  ]) func aResultForEverIsPromised(text: String) throws {
    #expect(try rules(in: text) == ["language/absolute"], "\(text)")
  }

  @Test(arguments: [
    "Fillers do not last forever.", "Results are not permanent.", "The effects of fillers last six months.",
    "Scars are permanent.", "Nothing lasts forever, and fillers do not either.",
    "Do the results of botox last forever?", "The effects of fillers may be permanent.",
    "The side effects of isotretinoin can be permanent.",
    // No patient is kept safe.
    "We keep your data completely safe.", "Payments on this site are 100% safe.",
    "Your card details are absolutely safe with us.",
  ]) func promisesNothing(text: String) throws {
    let alarms = try findings(in: text).filter { $0.severity >= .warning }
    #expect(alarms == [], "\(text)")
  }

  @Test(arguments: [
    "Our Lumi ritual is completely safe.", "It is 100% safe.", "Completely safe and painless.",
  ]) func safetyOfWhatHasNoNameIsClaimed(text: String) throws {
    #expect(try rules(in: text).contains("safety/absolute"), "\(text)")
  }

  @Test(arguments: [
    // What was seen, what is narrowed, what is denied in its turn.
    "There were no serious complications among the 42 women treated with the laser.",
    "The review found no serious adverse events in any of the nine trials.",
    "It is wrong to say that fillers have zero risk.", "No procedure is risk-free.",
    "A mild peel usually heals without complications.",
    "Retinol is not safe for everybody: in pregnancy it must not be used.",
    "Fillers carry a risk of blindness that nobody can rule out.",
    "A doctor who says that a peel cannot go wrong has not done many.",
    // Said of a condition, of a duty, of nothing in particular.
    "Vitiligo is not infectious and does no harm to your other organs.",
    "Without treatment there is no risk to the general health.",
    "The needle must never hurt a vessel of the eye.",
    "No harm in asking your doctor before you start minoxidil.",
    "The moisturiser goes on without stinging.", "Is microneedling without any risk?",
  ]) func whatIsNotDeniedOfATreatmentIsNoFault(text: String) throws {
    #expect(try !rules(in: text).contains("safety/absolute"), "\(text)")
  }

  @Test(arguments: [
    ("Warts, corns, verrucas: nothing stands a chance against our freezing spray.", "language/absolute"),
    ("The laser clears rosacea in one hundred out of one hundred people.", "language/absolute"),
    ("Without exception, our patients lose their cellulite.", "language/absolute"),
    ("Whatever your age, the scalp serum brings your hair back.", "language/absolute"),
    ("Our acne facial works every single time.", "language/absolute"),
    ("Radiofrequency never fails to lift a sagging jaw.", "language/guarantee"),
    ("How long does laser hair removal last? For good.", "language/absolute"),
    ("Psoriasis? With turmeric it is a thing of the past.", "language/absolute"),
    ("Cellulite after six sessions: not better, gone.", "language/absolute"),
    ("Our clients' dark circles are gone and stay gone.", "language/absolute"),
    ("Vitiligo can be cured.", "language/cure"),
    (
      "If you still see a wrinkle after a month of our serum, we pay you back every cent.",
      "language/guarantee"
    ),
  ]) func nothingIsExcepted(text: String, rule: String) throws {
    #expect(try rules(in: text).contains(rule), "\(text)")
  }

  @Test(arguments: [
    "Nothing gets rid of stretch marks for good.", "The effect is over after four months.",
    "Scars from burns stay with you for the rest of your life.",
    "The hair that is lost in scarring alopecia never grows back.",
    "The white patches left by the bleaching cream never go away.",
    "Sunscreen has to be put on again every two hours, no matter how dark your skin is.",
    "Minoxidil has to be used for life.", "Would you like to be rid of your freckles for ever? Think twice.",
    "Clinics that promise to end acne forever should be avoided.",
    "The poster promised that cellulite would be gone for good.",
    "In the study, all 20 patients had a clear improvement of their acne at week 12.",
    "Every patient with psoriasis should be asked about painful joints.",
    "We ask everybody to take at least a fortnight between the first talk and the thread lift.",
    "Once the warts are gone you can stop the salicylic acid.", "Leprosy can be cured with antibiotics.",
    "Vitiligo cannot be cured.", "We do our best to answer every question within a day, without fail.",
  ]) func limitsReportsAndServiceAreNoPromise(text: String) throws {
    #expect(try rules(in: text).allSatisfy { !$0.hasPrefix("language/") }, "\(text)")
  }
}
