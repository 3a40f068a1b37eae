import Claims
import Ingest
import Testing

/// What reports of trials say of an outcome under an intervention against a comparator.
@Suite struct TrialReportTests {
  /// A report with what was asked of it.
  struct Report: CustomTestStringConvertible, Sendable {
    var direction: ReportedDirection
    var intervention: String
    var comparator: String
    var outcome: String
    var text: String

    init(
      _ direction: ReportedDirection, _ outcome: String, _ intervention: String, against comparator: String,
      _ text: String
    ) {
      self.direction = direction
      self.outcome = outcome
      self.intervention = intervention
      self.comparator = comparator
      self.text = text
    }

    var testDescription: String { "\(outcome), \(intervention): \(text)" }
  }

  private func expectDirection(of report: Report) throws {
    let probe = TextProbe(grammar: try RealRules.reader.get().grammar)
    let document = try Ingest.document(path: "report", format: .plainText, bytes: Array(report.text.utf8))
    let direction = probe.direction(
      in: document, of: report.outcome, intervention: report.intervention, comparator: report.comparator)
    #expect(direction == report.direction)
  }

  @Test(arguments: [
    Report(
      .increased, "total sleep time", "melatonin", against: "placebo",
      "Total sleep time was longer on melatonin than on placebo (412 vs 388 min, p = 0.004)."),
    Report(
      .decreased, "relapse", "rituximab", against: "cyclophosphamide",
      "Relapse occurred in 13% of patients given rituximab and 34% of those given cyclophosphamide (p = 0.02)."
    ),
    Report(
      .increased, "response rate", "drug A", against: "drug B",
      "The response rates were 62% and 41% for drug A and drug B, respectively (P = 0.012)."),
    Report(
      .decreased, "response rate", "drug B", against: "drug A",
      "The response rates were 62% and 41% for drug A and drug B, respectively (P = 0.012)."),
    Report(
      .decreased, "blood loss", "laparoscopic surgery", against: "open surgery",
      "Blood loss was significantly higher in the open group (450 vs. 150 ml)."),
    Report(
      .increased, "blood loss", "open surgery", against: "laparoscopic surgery",
      "Blood loss was significantly higher in the open group (450 vs. 150 ml)."),
    Report(
      .decreased, "duration of motor block", "bupivacaine", against: "ropivacaine",
      "Duration of motor block was significantly prolonged with ropivacaine as compared to bupivacaine."),
    Report(
      .decreased, "nausea", "ketamine (group K)", against: "tramadol (group T)",
      "Nausea was significantly less in group K when compared to group T (P = 0.031)."),
    Report(
      .increased, "nausea", "tramadol (group T)", against: "ketamine (group K)",
      "Nausea was significantly less in group K when compared to group T (P = 0.031)."),
    Report(
      .increased, "toxicity", "high dose", against: "low dose",
      "Toxicity was more pronounced in the high-dose arm."),
    Report(
      .decreased, "toxicity", "low dose", against: "high dose",
      "Toxicity was more pronounced in the high-dose arm."),
    Report(
      .increased, "delirium", "midazolam", against: "dexmedetomidine",
      "Delirium was less common with dexmedetomidine than with midazolam."),
  ]) func aDifferenceHasTheDirectionOfTheIntervention(report: Report) throws {
    try expectDirection(of: report)
  }

  @Test(arguments: [
    Report(
      .decreased, "pain", "acupuncture", against: "sham",
      "Pain scores improved more in the acupuncture group than in the sham group (P = 0.03)."),
    Report(
      .increased, "quality of life", "exercise", against: "usual care",
      "Exercise led to significant improvements in quality of life compared with usual care."),
    Report(
      .decreased, "depressive symptoms", "exercise", against: "usual care",
      "Exercise led to significant improvements in depressive symptoms compared with usual care."),
    Report(
      .increased, "disease-free survival", "anastrozole", against: "tamoxifen",
      "Disease-free survival favoured anastrozole (HR 0.87, 95% CI 0.78 to 0.97; p = 0.01)."),
    Report(
      .decreased, "time to healing", "silver dressing", against: "gauze",
      "Wounds treated with silver dressing healed faster than those treated with gauze (14 vs 21 days)."),
    Report(
      .increased, "healing", "silver dressing", against: "gauze",
      "Wounds treated with silver dressing healed faster than those treated with gauze."),
    Report(
      .decreased, "insomnia severity", "CBT", against: "waiting list",
      "CBT was superior to waiting list in reducing insomnia severity (d = 0.8)."),
  ]) func whatImprovedDependsOnTheOutcome(report: Report) throws { try expectDirection(of: report) }

  @Test(arguments: [
    Report(
      .decreased, "fasting insulin", "metformin", against: "diet",
      "Metformin caused a greater reduction in fasting insulin than diet did."),
    Report(
      .increased, "fasting insulin", "diet", against: "metformin",
      "Metformin caused a greater reduction in fasting insulin than diet did."),
    Report(
      .decreased, "HbA1c", "exercise", against: "usual care",
      "HbA1c decreased by 0.7% in the exercise group compared with 0.1% in the control group (p<0.001)."),
    Report(
      .increased, "HbA1c", "control", against: "exercise",
      "HbA1c decreased by 0.7% in the exercise group compared with 0.1% in the control group (p<0.001)."),
    Report(
      .increased, "Fugl-Meyer score", "robot-assisted therapy", against: "conventional therapy",
      "The Fugl-Meyer score increased significantly in both groups, but the gain was larger in the robot group (p=0.03)."
    ),
    Report(
      .increased, "weight gain", "probiotics", against: "placebo",
      "Weight gain was greater in infants given probiotics (15.2 g/day) than in those given placebo (12.1 g/day; p = 0.01)."
    ),
  ]) func howMuchSomethingChangedCounts(report: Report) throws { try expectDirection(of: report) }

  @Test(arguments: [
    Report(
      .noDifference, "fever", "zinc", against: "placebo",
      "Cough was shorter with zinc (P < .001), but fever did not differ between groups (P = .4)."),
    Report(
      .decreased, "hospital stay", "laparoscopic surgery", against: "open surgery",
      "Hospital stay was shorter after laparoscopic surgery (3 vs. 6 days, P < 0.001), but operating time was longer (120 vs. 90 min, P < 0.001)."
    ),
    Report(
      .increased, "operating time", "laparoscopic surgery", against: "open surgery",
      "Hospital stay was shorter after laparoscopic surgery (3 vs. 6 days, P < 0.001), but operating time was longer (120 vs. 90 min, P < 0.001)."
    ),
    Report(
      .decreased, "VAS score", "pregabalin", against: "placebo",
      "VAS scores at rest and on movement were significantly lower at 2, 6 and 12 h in the pregabalin group (p < 0.05), whereas sedation scores were higher."
    ),
    Report(
      .increased, "sedation", "pregabalin", against: "placebo",
      "VAS scores at rest and on movement were significantly lower at 2, 6 and 12 h in the pregabalin group (p < 0.05), whereas sedation scores were higher."
    ),
    Report(
      .noDifference, "dizziness", "pregabalin", against: "placebo",
      "Nausea, vomiting and dizziness were similar among the groups, but somnolence was more frequent with pregabalin."
    ),
    Report(
      .increased, "somnolence", "pregabalin", against: "placebo",
      "Nausea, vomiting and dizziness were similar among the groups, but somnolence was more frequent with pregabalin."
    ),
    Report(
      .decreased, "gingival bleeding", "chlorhexidine", against: "saline",
      "Gingival bleeding declined from 42% to 18% in the chlorhexidine group and from 41% to 36% in the saline group (p < 0.01)."
    ),
    Report(
      .decreased, "triglycerides", "fish oil", against: "olive oil",
      "Fish oil lowered triglycerides (-0.35 mmol/L) whereas olive oil had no effect."),
    Report(
      .noDifference, "HDL cholesterol", "fish oil", against: "olive oil",
      "HDL cholesterol was unaffected by either oil."),
    Report(
      .noDifference, "overall survival", "anastrozole", against: "tamoxifen",
      "Disease-free survival favoured anastrozole (HR 0.87, 95% CI 0.78 to 0.97; p = 0.01), but overall survival was similar (HR 0.97, 0.85 to 1.12)."
    ),
  ]) func noDifferenceIsReadOfItsOwnOutcome(report: Report) throws { try expectDirection(of: report) }

  @Test(arguments: [
    Report(
      .noDifference, "BMI", "metformin", against: "diet",
      "A trend toward lower BMI was seen with metformin (P = 0.08)."),
    Report(
      .noDifference, "sepsis", "probiotics", against: "placebo",
      "There was no statistically significant difference in the rate of sepsis (12% v 15%, p=0.34)."),
    Report(
      .noDifference, "pain intensity", "acupuncture", against: "sham",
      "The mean difference in pain at 8 weeks was -0.3 (95% CI -1.0 to 0.4)."),
    Report(
      .noDifference, "pain", "acupuncture", against: "sham",
      "Pain scores fell in the acupuncture group (P < 0.01) and in the sham group (P < 0.05); the difference between groups was not significant (P = 0.6)."
    ),
    Report(
      .noDifference, "pain", "acupuncture", against: "sham",
      "Pain decreased significantly in both groups, with no difference between them."),
    Report(
      .noDifference, "mortality", "probiotics", against: "placebo",
      "Mortality was 4.1% in the probiotic group and 5.0% in the placebo group (RR 0.82, 95% CI 0.5 to 1.3)."),
    Report(
      .noDifference, "falls", "vitamin D", against: "placebo", "Vitamin D did not reduce the number of falls."
    ),
    Report(
      .noDifference, "preeclampsia", "low-dose aspirin", against: "placebo",
      "Aspirin was not associated with a reduced risk of preeclampsia (OR 0.92; 95% CI 0.71-1.19)."),
    Report(
      .noDifference, "progression-free survival", "nivolumab", against: "chemotherapy",
      "The hazard ratio for disease progression or death was 0.92 (95% CI, 0.77 to 1.11)."),
    Report(
      .noDifference, "weight", "sertraline", against: "placebo",
      "Weight did not increase significantly in the sertraline group compared with the placebo group."),
    Report(
      .noDifference, "weight", "sertraline", against: "placebo", "Neither group showed a change in weight."),
  ]) func chanceIsNoDifference(report: Report) throws { try expectDirection(of: report) }

  @Test(arguments: [
    Report(
      .decreased, "duration of cough", "zinc", against: "placebo",
      "The mean duration of cough was 3.1 days in the zinc group and 6.3 days in the placebo group (P < .001)."
    ),
    Report(
      .increased, "overall survival", "nivolumab", against: "chemotherapy",
      "Median overall survival was 12.2 months with nivolumab versus 9.4 months with chemotherapy (HR 0.73; 96% CI, 0.59 to 0.89; P=0.002)."
    ),
    Report(
      .increased, "patency", "stent", against: "balloon",
      "Patency at 12 months was 81.3% vs 62.1% in the stent and balloon groups, respectively (P = .004)."),
    Report(
      .increased, "ovulation", "metformin", against: "diet",
      "Ovulation was achieved in 46 of 100 women on metformin and in 24 of 98 on diet (P = 0.002)."),
    Report(
      .decreased, "rebleeding", "omeprazole", against: "ranitidine",
      "Rebleeding was seen in 4/60 patients on omeprazole and 13/58 on ranitidine (p=0.02)."),
    Report(
      .decreased, "time to recovery", "sugammadex", against: "neostigmine",
      "Geometric mean time to recovery was 2.2 min with sugammadex compared with 17.6 min with neostigmine (P<0.0001)."
    ),
    Report(
      .increased, "knowledge", "education", against: "no education",
      "The mean knowledge score after the intervention was 14.2 in the intervention group against 9.8 in the control group (p < 0.0001)."
    ),
    Report(
      .decreased, "opioid consumption", "TENS", against: "no TENS",
      "Opioid consumption was 12 mg (SD 4) with TENS and 19 mg (SD 5) without TENS (p=0.001)."),
    Report(
      .decreased, "infection", "silver dressing", against: "gauze",
      "No infections occurred with silver dressing, whereas 6 occurred with gauze (P = 0.01)."),
  ]) func valuesAndStatisticsTell(report: Report) throws { try expectDirection(of: report) }

  @Test func aLaterSentenceTakesADifferenceBack() throws {
    try expectDirection(
      of: Report(
        .noDifference, "pain", "laser", against: "cream",
        "Pain was lower after laser than after cream. This difference was not significant."))
  }

  @Test func aTableRowIsReadByItsLastNumber() throws {
    try expectDirection(
      of: Report(.noDifference, "itching", "laser", against: "cream", "Itching, n (%) 12 (24) 15 (31) 0.44"))
  }

  @Test func whatIsNotReportedIsNoDifference() throws {
    try expectDirection(
      of: Report(.noDifference, "itching", "laser", against: "cream", "Itching was assessed every week."))
  }

  @Test func theComparatorMayBeWithoutTheIntervention() throws {
    try expectDirection(
      of: Report(
        .decreased, "itching", "compresses", against: "no compresses",
        "Itching was 40% lower with compresses than without compresses."))
  }

  @Test(arguments: [
    Report(
      .decreased, "pulse rate", "drug B", against: "drug C",
      "Pulse rate was 91, 72 and 84 in groups given drug A, drug B and drug C, respectively (P < 0.01)."),
    Report(
      .noDifference, "nausea", "drug", against: "placebo",
      "Headache, nausea and rash were less frequent with drug (P = 0.01, P = 0.3 and P = 0.02, respectively)."
    ),
    Report(
      .decreased, "rash", "drug", against: "placebo",
      "Headache, nausea and rash were less frequent with drug (P = 0.01, P = 0.3 and P = 0.02, respectively)."
    ),
  ]) func listsRunInParallel(report: Report) throws { try expectDirection(of: report) }
}
