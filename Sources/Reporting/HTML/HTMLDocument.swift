import Claims
import Ingest
import Judgment
import Knowledge

/// Writes one document of a report for people: head, summary, the text with its findings, and what was set aside.
struct HTMLDocument {
  let checked: CheckedDocument
  let knowledge: KnowledgeBase
  let steps: StepText
  let anchors: HTMLAnchors
  let places: FindingPlaces
  var html = HTMLBytes()
  var cursor: SourceCursor
  /// Places in `KnowledgeBase.sources` that the document has described.
  var cited: Set<Int32> = []
  private let drain: Drain?

  init(_ checked: CheckedDocument, knowledge: KnowledgeBase, drain: Drain?) {
    self.checked = checked
    self.knowledge = knowledge
    self.drain = drain
    steps = StepText(knowledge: knowledge)
    anchors = HTMLAnchors(path: checked.document.path)
    places = FindingPlaces(checked)
    cursor = SourceCursor(checked.document)
  }

  mutating func write(_ tally: Tally, to output: inout [UInt8]) {
    swap(&html.bytes, &output)
    defer { swap(&html.bytes, &output) }
    html.append("<section class=\"document\" id=\"")
    anchors.append(to: &html)
    html.append("\" aria-labelledby=\"")
    anchors.append("h", to: &html)
    html.append("\">\n")
    appendHead(tally)
    appendSummary(uncovered: tally.uncoveredClaims)
    appendArticle()
    appendSetAside(tally.setAside)
    html.append("</section>\n")
  }

  mutating func drainIfLong() {
    guard html.bytes.count >= 1 << 17, let drain else { return }
    drain(&html.bytes)
  }

  // MARK: Head

  private mutating func appendHead(_ tally: Tally) {
    html.append("<header class=\"head\">\n<h2 id=\"")
    anchors.append("h", to: &html)
    html.append("\">")
    appendPath()
    html.append("</h2>\n")
    html.append("<div class=\"figures\">\n")
    let score = Int(checked.judgment.score)
    html.append("<div class=\"score\"><p class=\"big\"><b>")
    html.append(decimal: score)
    html.append(
      "</b> of 100</p>\n<svg class=\"bar\" viewBox=\"0 0 100 3\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
    )
    html.append("<rect class=\"all\" width=\"100\" height=\"3\"/><rect class=\"part\" width=\"")
    html.append(decimal: score)
    html.append("\" height=\"3\"/></svg>\n")
    html.element("<p>", ScoreWords.meaning(score, judged: tally.judgedClaims), "</p></div>\n")
    html.append("<dl class=\"counts\">\n")
    figure(tally.errors, "e", tally.errors == 1 ? "error" : "errors")
    figure(tally.warnings, "w", tally.warnings == 1 ? "warning" : "warnings")
    figure(tally.notes, "n", tally.notes == 1 ? "note" : "notes")
    figure(tally.setAside, "q", "set aside")
    figure(tally.judgedClaims, "j", tally.judgedClaims == 1 ? "claim judged" : "claims judged")
    figure(
      tally.uncoveredClaims, "u", tally.uncoveredClaims == 1 ? "claim not covered" : "claims not covered")
    html.append("</dl>\n</div>\n")
    appendReadingNotes()
    html.append("</header>\n")
  }

  /// The name of the document, its directory in small print before it.
  private mutating func appendPath() {
    let path = checked.document.path
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return html.text(path) }
    html.element("<span class=\"directory\">", String(path[...slash]), "</span>")
    html.text(String(path[path.utf8.index(after: slash)...]))
  }

  private mutating func figure(_ value: Int, _ look: StaticString, _ name: String) {
    html.append(value == 0 ? "<div class=\"zero " : "<div class=\"")
    html.append(look)
    html.element("\"><dt>", name, "</dt><dd>")
    html.append(decimal: value)
    html.append("</dd></div>\n")
  }

  /// What a reader should know about how the file was read.
  private mutating func appendReadingNotes() {
    guard !checked.document.notes.isEmpty else { return }
    html.append("<ul class=\"reading\">\n")
    for note in checked.document.notes {
      html.append("<li>Line ")
      html.append(decimal: cursor.place(of: note.offset).line)
      html.element(": ", note.message, "</li>\n")
      drainIfLong()
    }
    html.append("</ul>\n")
  }

  // MARK: Summary

  /// The findings in short, gravest first.
  private mutating func appendSummary(uncovered: Int) {
    guard !places.reported.isEmpty else {
      html.append("<p class=\"none\">Nothing was found to mend.")
      if uncovered > 0 {
        html.append(" That is no approval of the claims that no rule covers, underlined with dots below.")
      }
      html.append("</p>\n")
      return
    }
    html.append("<nav class=\"summary\" aria-labelledby=\"")
    anchors.append("n", to: &html)
    html.append("\">\n<h3 id=\"")
    anchors.append("n", to: &html)
    html.append("\">What to mend</h3>\n<p class=\"jump\"><a href=\"#")
    anchors.append("x", to: &html)
    html.append("\">Skip to the text</a></p>\n<ol>\n")
    for severity in [FindingRule.Severity.error, .warning, .note] {
      for index in places.reported where checked.judgment.findings[index].severity == severity {
        let number = places.numbers[index]
        html.append("<li id=\"")
        anchors.append(.line, number, to: &html)
        html.append("\"><a href=\"#")
        anchors.append(.finding, number, to: &html)
        html.append("\">")
        badge(severity, number)
        html.element("<span class=\"m\">", checked.judgment.findings[index].message, "</span></a></li>\n")
        drainIfLong()
      }
    }
    html.append("</ol>\n</nav>\n")
  }

  // MARK: Severities

  /// The class of a severity.
  func look(_ severity: FindingRule.Severity) -> StaticString {
    switch severity {
    case .error: "e"
    case .warning: "w"
    case .note: "n"
    }
  }

  func name(_ severity: FindingRule.Severity) -> StaticString {
    switch severity {
    case .error: "Error"
    case .warning: "Warning"
    case .note: "Note"
    }
  }

  /// Appends the letter of a severity and the number of a finding.
  mutating func append(code severity: FindingRule.Severity, _ number: Int) {
    switch severity {
    case .error: html.append("E")
    case .warning: html.append("W")
    case .note: html.append("N")
    }
    html.append(decimal: number)
  }

  mutating func badge(_ severity: FindingRule.Severity, _ number: Int) {
    html.append("<span class=\"badge ")
    html.append(look(severity))
    html.append("\">")
    append(code: severity, number)
    html.append("</span> ")
  }
}
