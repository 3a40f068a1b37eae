import Claims
import Ingest
import Testing

/// What single sentences tell their readers to do.
struct AdviceTests {
  private func advice(_ text: String) throws -> Claim.Advice {
    let probe = TextProbe(grammar: try RealRules.reader.get().grammar)
    return probe.advice(in: try Ingest.document(path: "-", format: .plainText, bytes: Array(text.utf8)))
  }

  @Test(arguments: [
    "Patients with psoriasis should be screened for arthritis.",
    "We recommend annual skin examination in transplant recipients.",
    "Patch testing is recommended for persistent hand eczema.",
    "Clinicians must be aware of drug reactions in the elderly.",
    "Blood pressure needs to be monitored during treatment with ciclosporin.",
    "It is essential that suspicious naevi are excised completely.",
    "Close follow-up is warranted in these patients.",
    "Sun protection education is needed in primary schools.",
    "Isotretinoin should not be prescribed during pregnancy.",
    "Routine antibiotic prophylaxis is not recommended for minor skin surgery.",
    "It is necessary to exclude malignancy before laser treatment.",
    "Physicians should ask about over-the-counter products.",
    "Early referral to a specialist is required.",
    "Our findings suggest that dermatologists should counsel smokers.",
    "Caution is advised when prescribing topical steroids for the face.",
    "Greater attention to mental health is needed in patients with vitiligo.",
    "Systemic treatment must be started without delay.",
    "There is a need for better emollient education among carers.",
    "Full body examination should be part of every first visit.",
    "Apply sunscreen every morning.",
    "Avoid scrubbing the affected areas.",
    "Do not pick at the lesions.",
    "Use a gentle cleanser twice a day.",
    "You should see a dermatologist if a mole changes.",
    "Never share razors or towels.",
    "If your skin is dry, choose a cream instead of a gel.",
    "Make sure your retinol is stored in the dark.",
    "Wear a wide-brimmed hat in summer.",
    "You need to reapply sunscreen after swimming.",
    "Wash your face with lukewarm water, then pat it dry.",
    "Start with a low concentration and increase it slowly.",
    "Stop the cream if a rash appears.",
    "Talk to your doctor before you take isotretinoin.",
    "Don't forget to moisturise after the peel.",
    "Dermatologists recommend a mineral sunscreen for sensitive skin.",
    "It is important to remove make-up before sleeping.",
    "Given the high relapse rate, patients should be followed for at least two years.",
    "These data underscore the need for early screening of first-degree relatives.",
    "Efforts to reduce sunburn in adolescents are urgently needed.",
    "Surgeons must balance the cosmetic result against the risk of recurrence.",
    "Public health policies should focus on outdoor workers.",
    "Vitamin D levels should be measured and deficiency should be corrected before surgery.",
    "Careful selection of patients is essential.",
    "We therefore advise against the routine use of prophylactic antibiotics.",
    "Health professionals need to be trained in shared decision making.",
    "It is recommended that women of childbearing age use two forms of contraception.",
    "Treatment decisions should be based on comorbidity rather than age alone.",
    "Clinicians should not rely on a single negative biopsy.",
    "Regular monitoring of liver function is mandatory.",
    "Culturally adapted programmes are required to improve adherence in migrants.",
    "Secondary syphilis should be considered in any unexplained rash.",
    "Oral terbinafine is the treatment of choice for scalp ringworm.",
    "Prompt recognition of the syndrome is crucial to avoid blindness.",
    "Nurses are encouraged to use a pain scale at every dressing change.",
    "Clinicians should consider screening for sleep disorders.",
    "Limit showers to ten minutes.",
    "Keep the wound covered for the first two days.",
    "Once a week, exfoliate with a mild acid.",
    "When the itch returns, press a cold cloth on the area.",
    "Please consult a doctor before starting the tablets.",
    "Do not use hydroquinone for longer than three months.",
    "Skip the toner if your skin stings.",
    "Ensure that the area is completely dry.",
  ])
  func whatIsAskedOutrightIsStrong(text: String) throws {
    #expect(try advice(text) == .strong, "\(text)")
  }

  @Test(arguments: [
    "Phototherapy may be considered in children with severe eczema.",
    "Topical tacrolimus could be used as maintenance treatment.",
    "We suggest that dressings are changed twice weekly.",
    "Oral propranolol is a good option for large haemangiomas.",
    "Dermoscopy can be used in daily practice.",
    "Botulinum toxin may be a useful alternative for plantar sweating.",
    "Screening for depression might be warranted in this group.",
    "These findings support the use of topical sirolimus in tuberous sclerosis.",
    "Longer intervals may be appropriate in stable disease.",
    "Consider asking your dermatologist about azelaic acid.",
    "You may want to try a fragrance-free lotion.",
    "You could start with a weekly mask.",
    "Niacinamide is worth trying if retinol irritates your skin.",
    "You might consider a humidifier in winter.",
    "Try a thicker cream at night.",
    "Additional imaging may be necessary in selected cases.",
    "Sentinel node biopsy may be offered to patients with thick tumours.",
    "A lower dose might be preferable in older adults.",
    "It is reasonable to stop treatment after one year of remission.",
    "Doctors could consider home phototherapy as an alternative.",
    "You can use a light moisturiser under make-up.",
    "Topical ivermectin appears to be a reasonable first option in mild disease.",
    "Screening programmes could be targeted at men over sixty.",
    "Our results suggest that surgery might be postponed in frail patients.",
    "Regular walking may be encouraged in patients with lymphoedema.",
    "The questionnaire may be useful for identifying patients at risk.",
    "This technique can be considered an alternative to flap surgery.",
    "Patients with severe itch could benefit from earlier systemic treatment.",
    "Home phototherapy is a viable alternative to clinic visits.",
    "Imiquimod may be preferred when surgery is contraindicated.",
    "The score can be used to select patients for biopsy.",
    "A trial of antihistamines is reasonable before further tests.",
    "You can also mix the powder with water.",
    "If you prefer a lighter texture, you might like a gel.",
    "It may be worth keeping a diary of your symptoms.",
    "Early mobilisation after flap surgery may be advisable.",
    "Silicone sheets are an option for raised scars.",
  ])
  func whatIsLeftToChoiceIsWeak(text: String) throws {
    #expect(try advice(text) == .weak, "\(text)")
  }

  @Test(arguments: [
    "Further research is needed on the role of diet.",
    "Future studies should include darker skin types.",
    "Larger randomised trials are required to confirm these findings.",
    "More data are needed before firm conclusions can be drawn.",
    "Psoriasis was associated with obesity.",
    "Topical timolol reduced the size of haemangiomas.",
    "The guideline recommends two reviewers for each biopsy.",
    "Current guidelines recommend weekly dosing.",
    "Retinol may irritate sensitive skin.",
    "Vitamin C is required for collagen synthesis.",
    "Half of the patients needed a second procedure.",
    "The recommended dose was exceeded in four patients.",
    "Additional investigation is warranted to understand this link.",
    "Patients were advised to avoid the sun during the trial.",
    "Zinc is an essential element.",
    "The effect of needling needs to be studied in larger cohorts.",
    "Most patients preferred the foam.",
    "Who should use retinol?",
    "Hyaluronic acid draws water into the skin.",
    "Adherence to treatment remains low among teenagers.",
    "Stress increases sebum production.",
    "Care of chronic wounds is costly.",
    "Acne may be caused by hormones.",
    "Prospective studies should address the optimal dose.",
    "The need for surgery decreased over the decade.",
    "Use of emollients was low in this population.",
    "Results need to be interpreted with caution.",
    "Whether patients should stop methotrexate before surgery is unclear.",
    "The findings should be confirmed in other populations.",
    "Awareness of the guideline was low among family doctors.",
    "Whether this applies to children needs further investigation.",
    "Sirolimus was well tolerated and reduced facial angiofibromas.",
    "Adherence to recommended screening intervals was poor.",
    "Future work should focus on patient-reported outcomes.",
    "The authors used a validated questionnaire.",
    "Fewer than half of the respondents recommended sunscreen to their patients.",
    "No serious adverse events were reported.",
    "Patients who needed surgery were older.",
    "Melanoma risk may be higher in pilots.",
    "High-quality evidence is lacking.",
    "Sebum is needed for a healthy skin barrier.",
    "The optimal dose remains to be determined.",
    "Retinoids increase cell turnover.",
    "Do you need a toner?",
    "This study should help to explain the rise in melanoma.",
    "Peptides can firm the skin.",
    "Large cohort studies are necessary to assess rare adverse events.",
    "Zinc oxide sits on top of the skin.",
    "Half of women could not recall the advice they were given.",
    "Light exposure must have contributed to the damage.",
  ])
  func findingsResearchAndReportsAdviseNothing(text: String) throws {
    #expect(try advice(text) == .none, "\(text)")
  }

  @Test(arguments: [
    ("You should use azelaic acid for rosacea.", Claim.Advice.strong),
    ("Consider azelaic acid for rosacea.", .weak),
    ("Azelaic acid may be considered for rosacea.", .weak),
    ("Guidelines recommend azelaic acid for rosacea.", .none),
    ("Further studies should test azelaic acid for rosacea.", .none), ("Azelaic acid treats rosacea.", .none),
  ]) func aClaimAdvisesAsItsSentence(text: String, advice expected: Claim.Advice) throws {
    let reading = try Reading(text).reading
    #expect(reading.claims.map(\.advice) == [expected], "\(text)")
    #expect(try advice(text) == expected, "\(text)")
  }

  @Test func theCueOfAdviceIsKept() throws {
    let read = try Reading("You should use azelaic acid for rosacea.")
    let claim = try #require(read.reading.claims.first)
    let words = claim.cues.map { read.text(read.reading.cues[Int(read.reading.claimCues[Int($0)])].range) }
    #expect(words.contains("should"), "\(words)")
  }
}
