import Claims
import Ingest
import Testing

/// How firmly single sentences tie cause and effect.
struct LinkingTests {
  private func causality(_ text: String) throws -> Claim.Causality {
    let probe = TextProbe(grammar: try RealRules.reader.get().grammar)
    return probe.causality(of: try Ingest.document(path: "-", format: .plainText, bytes: Array(text.utf8)))
  }

  @Test(arguments: [
    "Daily sunscreen use prevented new actinic keratoses in renal transplant recipients.",
    "Oral isotretinoin was effective in clearing nodular acne.",
    "Adding niacinamide did not improve tolerability.",
    "The educational programme had no impact on adherence to emollients.",
    "Smoking cessation led to a marked reduction in wound complications.",
    "Biopsy-guided surgery resulted in fewer re-excisions than visual assessment.",
    "Narrowband phototherapy is an effective treatment for widespread plaque psoriasis.",
    "Weekly methotrexate was more effective than placebo for nail psoriasis.",
    "Treatment with dupilumab significantly improved itch and sleep.",
    "These results show a beneficial effect of early excision on survival.",
    "Compression therapy reduces recurrence of venous ulcers.",
    "Dietary zinc contributes to wound healing.",
    "Patients benefited from a structured handover.",
    "Vitamin D supplementation had a small effect on eczema severity.",
    "Itch was reduced by topical menthol.",
    "The extract inhibited tyrosinase and lowered melanin content.",
    "Sleep loss impairs barrier recovery.",
    "Obesity is a cause of delayed wound closure.",
    "Early referral can shorten the time to diagnosis.",
    "Teledermatology was able to reduce waiting times.",
    "Omalizumab appears safe and markedly improved urticaria control.",
    "The drug failed to reduce flares in adults.",
    "Hyperglycaemia plays a key role in the development of foot ulcers.",
    "Fractional laser enhances penetration of the photosensitiser.",
    "Surgery improved quality of life, and complications were rare.",
  ])
  func wordsOfEffectAreCausal(text: String) throws {
    #expect(try causality(text) == .causal, "\(text)")
  }

  @Test(arguments: [
    "Probiotics may reduce the severity of atopic eczema.",
    "Stress could be a trigger of hair loss.",
    "Metformin might improve outcomes in hidradenitis.",
    "Topical timolol appears to be effective for small haemangiomas.",
    "Green tea extract may have a protective effect against photoageing.",
    "These data suggest a possible role of gut bacteria in rosacea.",
    "Early treatment is likely to prevent scarring.",
    "Iron deficiency may contribute to hair shedding.",
    "Telephone reminders could help to increase attendance.",
    "Interleukin 31 seems to play an important role in itch.",
    "Adjunctive phototherapy may be beneficial in widespread disease.",
    "The delayed effect might be due to slow absorption.",
    "Reducing dressing changes would lower costs.",
    "Botulinum toxin may be an effective treatment for hyperhidrosis of the face.",
    "Lower doses may not affect efficacy.",
  ])
  func aDoubtfulEffectIsConditional(text: String) throws {
    #expect(try causality(text) == .conditional, "\(text)")
  }

  @Test(arguments: [
    "Psoriasis was associated with a higher risk of myocardial infarction.",
    "Serum IgE correlated with disease severity.",
    "Female sex and age over 60 years were independent predictors of relapse.",
    "No association between acne and milk intake was found.",
    "Melanoma incidence was higher in men than in women.",
    "Patients with vitiligo were more likely to have thyroid disease.",
    "Transepidermal water loss did not differ between the two groups.",
    "Smoking is a risk factor for hidradenitis suppurativa.",
    "Quality of life scores decreased with increasing disease duration.",
    "There was no significant difference in recurrence between the two techniques.",
    "High sun exposure may be related to lower bone density.",
    "We found a strong relationship between stress and itch intensity.",
    "Children with eczema had lower filaggrin levels.",
    "Breslow thickness predicted sentinel node status.",
    "A significant improvement in scar scores was observed after six months.",
    "Ulceration could serve as a marker of poor prognosis.",
    "Depression was more common among women with severe acne.",
    "The odds of infection increased with body mass index.",
    "Vitamin D levels were inversely related to psoriasis area.",
    "Contact allergy to nickel is linked to ear piercing.",
    "Older patients showed poorer adherence.",
  ])
  func tiesAndDifferencesAreCorrelational(text: String) throws {
    #expect(try causality(text) == .correlational, "\(text)")
  }

  @Test(arguments: [
    "Further trials are needed to confirm the effect of honey on wounds.",
    "The prevalence of scabies in the region was 12%.",
    "Clinicians should screen patients with psoriasis for arthritis.",
    "Future research should examine whether diet affects acne.",
    "This review describes current treatment of alopecia areata.",
    "Dermoscopy is a reliable tool for the diagnosis of basal cell carcinoma.",
    "The procedure was feasible and well tolerated.",
    "Most patients were satisfied with the cosmetic result.",
    "The role of the microbiome in rosacea remains unclear.",
    "The small sample size limits the generalisability of our results.",
    "Interventions to increase sunscreen use among outdoor workers are urgently needed.",
    "We aimed to evaluate the efficacy of topical tranexamic acid.",
    "ClinicalTrials.gov number NCT00000000.",
    "Guidelines recommend annual skin checks for transplant recipients.",
    "Two thirds of participants reported daily use of a moisturiser.",
    "Data were collected from three university hospitals.",
    "Access to dermatology services remains limited in rural areas.",
    "These findings may guide the design of future trials.",
    "A diagnosis of sarcoidosis must be considered in persistent granulomatous lesions.",
    "Larger studies are required to clarify the association between rosacea and migraine.",
    "Biologic drugs are increasingly used in adolescents.",
    "It is important to reduce delays in referral.",
    "The scale has good validity and reliability.",
    "Physicians need to be aware of this rare complication.",
  ])
  func whatStatesNoTieIsNone(text: String) throws {
    #expect(try causality(text) == .none, "\(text)")
  }

  @Test(arguments: [
    // The verb decides, not the noun inside its object.
    ("The peel reduced the risk of scarring.", Claim.Causality.causal),
    ("The peel was associated with a reduction of scars.", .correlational),
    // With an object a verb of change is an effect, without one a change that was seen.
    ("The cream increased hydration.", .causal), ("Hydration increased with age.", .correlational),
    ("Hydration was increased by the cream.", .causal),
    ("Hydration was increased after four weeks.", .correlational),
    // What comes first in the main clause counts, a concession only where nothing else does.
    ("Although age was associated with relapse, the cream prevented new lesions.", .causal),
    ("Although age was associated with relapse, the cohort was small.", .correlational),
    // Doubt takes what stands behind it, a doubtful tie stays a tie.
    ("A possible benefit of zinc was described.", .conditional),
    ("Zinc may be linked to acne.", .correlational),
    // Only what the subject does counts, not what something is meant for.
    ("A cream to reduce redness was developed.", .none), ("The cream was shown to reduce redness.", .causal),
    // The study itself brings nothing about.
    ("These findings contribute to the literature.", .none),
    ("Poor sleep contributes to dark circles.", .causal),
  ]) func theConstructionDecides(text: String, causality expected: Claim.Causality) throws {
    #expect(try causality(text) == expected, "\(text)")
  }

  @Test(arguments: [
    ("Kojic acid is associated with reduced melasma.", Claim.Causality.correlational),
    ("There was an association between tretinoin and improvement in acne.", .correlational),
    ("Tretinoin may be associated with an improvement in acne.", .correlational),
    ("Kojic acid reduces melanin.", .causal), ("Tretinoin can treat acne.", .causal),
    ("Azelaic acid may treat rosacea.", .conditional),
    ("Azelaic acid potentially treats rosacea.", .conditional),
  ]) func aClaimIsAsFirmAsItsSentence(text: String, causality: Claim.Causality) throws {
    let reading = try Reading(text).reading
    #expect(reading.claims.map(\.causality) == [causality], "\(text)")
  }

  @Test func aVerbBehindAnAssociationSaysMore() throws {
    let claims = try Reading("Tretinoin was linked to a reduction in acne and worsens rosacea.").reading
      .claims
    #expect(claims.map(\.causality) == [.correlational, .causal])
  }
}
