import Judgment
import Knowledge

extension HTMLDocument {
  /// What is known, with its verdict, its certainty and its publications.
  mutating func appendEvidence(of finding: Finding) {
    guard !(finding.statements.isEmpty && finding.definitions.isEmpty && finding.sources.isEmpty) else {
      return
    }
    html.append("<details><summary>Evidence</summary>\n")
    for place in finding.statements {
      let statement = knowledge.statements[Int(place)]
      appendStatement(
        EvidenceWords.label(statement.verdict, of: statement.relation), statement.certainty, statement.note,
        statement.maySay == finding.suggestion ? "" : statement.maySay, statement.sources)
    }
    for place in finding.definitions {
      let definition = knowledge.definitions[Int(place)]
      appendStatement(
        "Definition", definition.certainty, definition.note,
        definition.maySay == finding.suggestion ? "" : definition.maySay, definition.sources)
    }
    appendCitations(finding.sources)
    html.append("</details>\n")
  }

  /// - Parameter maySay: "" where nothing may be said, or the finding suggests it already.
  private mutating func appendStatement(
    _ verdict: String, _ certainty: EvidenceCertainty, _ note: String, _ maySay: String, _ sources: [Int32]
  ) {
    html.element(
      "<div class=\"statement\"><p><b>", verdict, "</b> <span class=\"rings\" aria-hidden=\"true\">")
    html.text(EvidenceWords.circles(certainty))
    html.element("</span> <small>", EvidenceWords.label(certainty), " certainty</small></p>\n")
    html.element("<p>", note, "</p>\n")
    if !maySay.isEmpty { html.element("<p class=\"may\"><b>May be said</b> ", maySay, "</p>\n") }
    appendCitations(sources)
    html.append("</div>\n")
  }

  /// A publication is described in full where it first stands in a document, and by its title and address after that.
  mutating func appendCitations(_ sources: [Int32]) {
    guard !sources.isEmpty else { return }
    html.append("<ul class=\"citations\">\n")
    for place in sources {
      let source = knowledge.sources[Int(place)]
      let address = Citation.address(of: source)
      guard cited.insert(place).inserted else {
        html.append("<li class=\"again\">")
        html.link(source.title, to: address)
        html.append("</li>\n")
        continue
      }
      html.append("<li>")
      if let authors = source.authors, !authors.isEmpty {
        html.text(authors)
        html.append(authors.hasSuffix(".") ? " " : ". ")
      }
      html.link(source.title, to: address)
      let rest = [source.journal ?? "", source.year.map(String.init) ?? ""].filter { !$0.isEmpty }
      if !rest.isEmpty { html.text(". " + rest.joined(separator: " ")) }
      html.element(". <small>", EvidenceWords.name(source.design), "</small>")
      if !WebAddress.isSafe(address) { html.element(" <small>", address, "</small>") }
      html.append("</li>\n")
    }
    html.append("</ul>\n")
  }
}
