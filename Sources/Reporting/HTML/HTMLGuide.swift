import Judgment
import Knowledge

/// The foot of a report: how to read it.
enum HTMLGuide {
  static func append(to html: inout HTMLBytes) {
    html.append("<footer class=\"page\">\n<h2>How to read this report</h2>\n")
    html.append("<p><strong>Score.</strong> The mean of the scores of all judged claims, less ")
    html.append(decimal: Int(Scoring.errorCost))
    html.append(" for each error and ")
    html.append(decimal: Int(Scoring.warningCost))
    html.append(
      " for each warning, and never below 0. A claim that its evidence bears out scores 100, one that contradicts"
    )
    html.append(" what is known 0.</p>\n")
    html.append(
      "<p><strong>Severity.</strong> An error has to be mended before the text is published. A warning needs a"
    )
    html.append(" decision. A note is worth knowing.</p>\n")
    html.append(
      "<p><strong>Not covered.</strong> No rule speaks of these claims. That is no approval: a person has to look"
    )
    html.append(" at them.</p>\n<p><strong>Certainty of the evidence (GRADE).</strong></p>\n<ul>\n")
    for certainty in EvidenceCertainty.allCases {
      html.append("<li><span class=\"rings\" aria-hidden=\"true\">")
      html.text(EvidenceWords.circles(certainty))
      html.append("</span> <b>")
      html.text(EvidenceWords.label(certainty))
      html.append(".</b> ")
      html.text(EvidenceWords.meaning(certainty))
      html.append("</li>\n")
    }
    html.append("</ul>\n</footer>\n")
  }
}

/// What a score means, in words.
enum ScoreWords {
  /// - Parameter judged: how many claims could be judged.
  static func meaning(_ score: Int, judged: Int) -> String {
    if judged == 0, score == 100 { return "No claim could be judged, and nothing was found to mend." }
    return switch score {
    case 90...: "What the text claims stays within the evidence, or nearly so."
    case 70..<90: "Most of what the text claims is borne out; a few places need mending."
    case 40..<70: "The text goes beyond its evidence in several places."
    case 1..<40: "Much of what the text claims is not borne out by the evidence."
    default: "What the text claims contradicts the evidence, or goes far beyond it, in many places."
    }
  }
}
