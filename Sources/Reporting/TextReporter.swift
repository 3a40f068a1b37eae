import Judgment
import Knowledge

/// For people: each finding with the words it is about, why it is one, the evidence and the way out.
struct TextReporter: Reporter {
  let knowledge: KnowledgeBase
  let options: ReportOptions

  func begin(to output: inout [UInt8]) {}

  func write(_ checked: CheckedDocument, to output: inout [UInt8], drain: Drain?) -> Tally {
    let tally = Tally(checked)
    var document = TextDocument(checked, knowledge: knowledge, options: options, drain: drain)
    document.write(tally, to: &output)
    return tally
  }

  var separator: StaticString { "\n" }

  func end(_ tally: Tally, to output: inout [UInt8]) {
    guard tally.documents > 0 else { return }
    output.append("\n")
    output.append(text: Self.summary(tally))
    if !options.isVerbose, tally.notes + tally.uncoveredClaims > 0 {
      output.append(" (--verbose shows notes and claims that no rule covers)")
    }
    output.append("\n")
  }

  /// The figures of a run on one line.
  static func summary(_ tally: Tally) -> String {
    [
      count(tally.documents, "document", "documents"), count(tally.sentences, "sentence", "sentences"),
      claims(tally),
    ].joined(separator: ", ") + ": " + findings(tally)
  }

  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  static func claims(_ tally: Tally) -> String {
    count(tally.judgedClaims, "claim", "claims") + " judged, \(tally.uncoveredClaims) not covered"
  }

  static func findings(_ tally: Tally) -> String {
    [
      count(tally.errors, "error", "errors"), count(tally.warnings, "warning", "warnings"),
      count(tally.notes, "note", "notes"),
    ].joined(separator: ", ") + (tally.setAside > 0 ? ", \(tally.setAside) set aside" : "")
  }
}
