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
    "In this trial, a low-salt diet lowered systolic pressure by 5 mm Hg in adults with CKD.",
    "The intervention was successful in increasing vegetable intake at 12 months.",
    "Preoperative carbohydrate loading had little influence on length of stay.",
    "Neither zinc nor vitamin A supplementation prevented diarrhoea in infants.",
    "Use of the checklist decreased surgical site infections.",
    "The combination of both drugs produced better glycaemic control than either drug alone.",
    "Maternal smoking adversely affects fetal growth.",
    "Our data confirm the efficacy of linezolid against resistant strains.",
    "Insulin resistance is the main driver of hepatic steatosis.",
    "Ramadan fasting did not have any adverse effects on renal function.",
    "Peer support yielded sustained reductions in depressive symptoms.",
    "Delayed cord clamping protects preterm infants from anaemia.",
    "Statins exert anti-inflammatory effects beyond lipid lowering.",
    "Radiotherapy-induced xerostomia was alleviated by acupuncture.",
    "Switching to tenofovir alafenamide led to improvements in bone density but increased LDL cholesterol.",
    "Nurse-led clinics are effective for the management of hypertension.",
    "Early enteral nutrition significantly shortened ICU stay without increasing complications.",
    "The vaccine conferred protection for up to five years.",
    "Loss of PTEN promotes tumour growth through activation of AKT.",
    "Reducing sedentary time improves insulin sensitivity.",
    "Exercise training resulted in modest improvements of VO2max.",
    "A ketogenic diet can induce remission in drug-resistant epilepsy.",
    "This study demonstrates that music therapy relieves anxiety before surgery.",
    "Food insecurity undermines adherence to antiretroviral therapy.",
    "The benefits of screening outweigh the harms.",
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
    "Weight loss before conception might improve fertility outcomes.",
    "Our results suggest that leptin may mediate the effect of obesity on asthma.",
    "The combination appears to have synergistic effects.",
    "Delayed diagnosis may have led to worse survival.",
    "It is possible that antibiotics altered the gut flora.",
    "Breastfeeding possibly protects against childhood obesity.",
    "Vitamin K2 may be effective in preventing fractures.",
    "Reduced physical activity might be responsible for the increase in BMI.",
    "Integrating mental health care would likely increase retention.",
    "Hyperuricaemia might be a cause of hypertension.",
    "The intervention seems to have no effect on birth weight.",
    "Improved sleep may lead to better glycaemic control.",
    "Such programmes have the potential to reduce readmissions.",
    "These findings suggest a potential benefit of metformin in breast cancer.",
    "Higher protein intake may help preserve lean mass in older adults.",
    "Ozone therapy may accelerate the healing of diabetic ulcers.",
    "Tight control could therefore prevent complications.",
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
    "Preoperative albumin was an independent prognostic factor for overall survival.",
    "Neck circumference correlates positively with insulin resistance in adolescents.",
    "HDL-C was significantly lower in smokers compared with nonsmokers.",
    "Compared with whites, Hispanic women had a twofold higher risk of gestational diabetes.",
    "Children of obese mothers were more frequently admitted to hospital.",
    "No differences in mortality were found between the groups.",
    "The rate of complications did not differ by BMI category.",
    "Low birth weight was not a risk factor for early puberty.",
    "We observed an inverse relationship between coffee intake and liver stiffness.",
    "Serum ferritin may be a useful marker of disease activity.",
    "Elevated troponin on admission predicted 30-day mortality.",
    "Pain scores improved significantly over the follow-up period.",
    "Breast density and age at menarche were related to tumour subtype.",
    "Obese patients are at higher risk of wound dehiscence.",
    "Adherence was better among married participants.",
    "Hospital volume was associated with fewer readmissions, suggesting that centralisation may be beneficial.",
    "There was a trend towards lower recurrence in the statin group.",
    "TT carriers showed increased fasting glucose.",
    "Depression is highly prevalent and strongly linked to poor glycaemic control in this population.",
    "Sarcopenia, rather than BMI, was predictive of toxicity.",
    "Survival was longer in patients with HER2-positive tumours.",
    "Weight gain during pregnancy was greater in primiparous women.",
    "The polymorphism might be associated with susceptibility to gout.",
    "Both indices had similar ability to predict mortality.",
    "Girls had a higher prevalence of underweight than boys.",
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
    "Obesity remains a major public health problem in the region.",
    "More than half of the women were overweight before pregnancy.",
    "The mean age at diagnosis was 54 years.",
    "Strategies to improve adherence are needed.",
    "These findings highlight the importance of regular follow-up.",
    "MRI is a feasible and accurate method for measuring liver fat.",
    "The revised questionnaire showed acceptable internal consistency.",
    "Screening for malnutrition should be part of routine oncology care.",
    "Prospective validation of this model is necessary.",
    "Our results may help clinicians to identify patients who need closer monitoring.",
    "The mechanisms underlying this phenomenon are not fully understood.",
    "Little is known about the effects of fasting in adolescents.",
    "The present study has several limitations.",
    "Robotic surgery is safe and feasible in elderly patients.",
    "Both methods can be used interchangeably.",
    "This trial is registered at ISRCTN.",
    "Diabetes management in rural clinics is suboptimal.",
    "Health policies should aim to prevent childhood obesity.",
    "Patients expressed a preference for group sessions.",
    "Future interventions must target modifiable risk factors.",
    "The optimal timing of surgery is still debated.",
    "We describe the rationale and design of a trial on intermittent fasting.",
    "Only 20% of patients achieved the LDL target.",
    "Clinicians should be aware of the increased risk of fractures in these patients.",
    "The study provides insight into the experiences of carers.",
    "An individualised approach may be appropriate.",
    "Ultrasound may be a reliable alternative to DXA.",
    "Treatment of obesity in primary care is challenging.",
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
