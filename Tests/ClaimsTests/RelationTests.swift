import Claims
import Testing

/// Whether a text says that one phrase treats or causes another, whatever they mean. The first marked phrase is asked
/// about the second; with ≫ before the text the other way round.
@Suite struct RelationTests {
  @Test(arguments: [
    "«Amoxicillin» is widely used in the treatment of «otitis media».",
    "≫Treatment of «otitis media» with «amoxicillin» was effective in most children.",
    "Efficacy of «metformin» in «polycystic ovary syndrome».",
    "«Metformin» therapy for «type 2 diabetes» is old.",
    "≫«Heart failure» patients treated with «bisoprolol» had fewer admissions.",
    "«Botulinum toxin» has been shown to improve «cervical dystonia».",
    "We evaluated the use of «imatinib» in patients with «chronic leukaemia».",
    "«Laser» prevents «blindness».",
    "«Radiotherapy» for «bone metastases» relieves pain.", "«Steroid»-treated «asthma» was milder.",
    "≫Patients with severe «asthma» were given «omalizumab» for 16 weeks.",
    "≫Gastric «ulcer» caused by aspirin was treated with «omeprazole».",
  ])
  func treatmentIsRead(text: String) throws {
    let found = try relation(text)
    #expect(found.treats && !found.causes)
  }

  @Test(arguments: [
    "«Amiodarone»-induced «thyroiditis» is common.",
    "≫«Thyroiditis» induced by «amiodarone» responds to steroids.",
    "«Isoniazid» can cause «hepatitis».", "≫«Hepatitis» due to «isoniazid» was found in three patients.",
    "«Smoking» increases the risk of «lung cancer».", "«Asbestos» leads to «lung cancer».",
    "≫Gastric «ulcer» caused by «aspirin» was treated with omeprazole.",
    "≫«Nephrotoxicity» of «cisplatin» limits its use.",
    "A mutation in «CFTR» is responsible for «cystic fibrosis».", "≫«Rash» after «amoxicillin» is frequent.",
  ])
  func causationIsRead(text: String) throws {
    let found = try relation(text)
    #expect(found.causes && !found.treats)
  }

  @Test(arguments: [
    "«Amoxicillin» does not cure «viral pharyngitis».", "«Asthma» and «eczema» often coexist.",
    "«Vitamin C» had no effect on the «common cold».", "«Obesity» was measured in patients with «asthma».",
    "There was no evidence that «aspirin» causes «asthma».", "It is not known whether «zinc» treats «warts».",
    "Aspirin was compared with placebo in 200 patients with «angina» and «stroke».",
  ])
  func nothingIsReadWhereNothingIsSaid(text: String) throws {
    let found = try relation(text)
    #expect(!found.treats && !found.causes)
  }

  private func relation(_ text: String) throws -> (treats: Bool, causes: Bool) {
    let turned = text.hasPrefix("≫")
    let probe = try ProbeText(turned ? String(text.dropFirst()) : text)
    try #require(probe.phrases.count == 2)
    let agent = probe.phrases[turned ? 1 : 0]
    return probe.probe.relation(in: probe.document, from: agent, to: probe.phrases[turned ? 0 : 1])
  }
}
