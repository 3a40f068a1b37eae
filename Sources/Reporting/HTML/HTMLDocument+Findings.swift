import Ingest
import Judgment
import Knowledge

extension HTMLDocument {
  /// The findings of a block, beside it.
  mutating func appendMargin(_ findings: [Int]) {
    html.append("<aside class=\"margin\" aria-label=\"Findings\">\n")
    for finding in findings { append(finding: finding) }
    html.append("</aside>\n")
  }

  private mutating func append(finding index: Int) {
    let finding = checked.judgment.findings[index]
    let number = places.numbers[index]
    html.append("<div class=\"finding ")
    html.append(look(finding.severity))
    html.append("\" id=\"")
    anchors.append(.finding, number, to: &html)
    html.append("\">\n<p class=\"label\"><a class=\"badge ")
    html.append(look(finding.severity))
    html.append("\" href=\"#")
    if places.marks[index].isEmpty {
      appendAnchor(ofBlock: places.blocks[index])
    } else {
      anchors.append(.mark, number, to: &html)
    }
    html.append("\" aria-label=\"")
    append(code: finding.severity, number)
    html.append(", to the words in the text\">")
    append(code: finding.severity, number)
    html.append("</a> <b>")
    html.append(name(finding.severity))
    html.append("</b> ")
    html.element("<code>", knowledge.findingRules[Int(finding.rule)].id, "</code> <a class=\"up\" href=\"#")
    anchors.append(.line, number, to: &html)
    html.append("\" aria-label=\"To the list of findings\">↑</a></p>\n<p class=\"m\" id=\"")
    anchors.append(.message, number, to: &html)
    html.element("\">", finding.message, "</p>\n")
    appendBody(of: finding)
    html.append("</div>\n")
    drainIfLong()
  }

  private mutating func appendAnchor(ofBlock block: Int) {
    if block >= 0 {
      anchors.append(.block, block + 1, to: &html)
    } else {
      anchors.append("x", to: &html)
    }
  }

  /// All that is said of a finding below its message.
  private mutating func appendBody(of finding: Finding) {
    if let place = finding.place { appendSource(place) }
    if !finding.suggestion.isEmpty {
      html.element(
        "<p class=\"instead\"><b>Instead</b> <span class=\"m\">", finding.suggestion, "</span></p>\n")
    }
    if let fix = finding.fix {
      html.append("<p class=\"fix\"><b>Fix</b> <del>")
      html.text(Array(checked.document.text[fix.range.start..<fix.range.end]))
      html.element("</del> <span aria-label=\"becomes\">→</span> <ins>", fix.text, "</ins></p>\n")
    }
    appendRelated(finding)
    appendAttached(finding)
    appendRegulations(finding)
    appendDerivation(finding)
    appendEvidence(of: finding)
  }

  /// Words of the source that are no part of the text.
  private mutating func appendSource(_ place: ByteRange) {
    html.append("<p class=\"source\">In a comment, line ")
    html.append(decimal: cursor.place(of: place.start).line)
    html.append(": <code>")
    html.text(String(decoding: checked.document.source[place.start..<place.end], as: UTF8.self))
    html.append("</code></p>\n")
  }

  private mutating func appendRelated(_ finding: Finding) {
    for related in finding.related {
      html.append("<p class=\"related\"><b>See also</b> <a href=\"#")
      if let elsewhere = related.elsewhere {
        HTMLAnchors(path: elsewhere.path).append(to: &html)
        html.element("\">", "\(elsewhere.path), line \(elsewhere.line)", "</a>: ")
        html.text(related.message)
      } else {
        appendAnchor(ofBlock: FindingPlaces.block(at: related.range.start, in: checked.document))
        html.element("\">", related.message, "</a>")
      }
      html.append("</p>\n")
    }
  }

  private mutating func appendAttached(_ finding: Finding) {
    guard !finding.attached.isEmpty else { return }
    html.append("<div class=\"also\"><b>Also here</b>\n<ul>\n")
    for attached in finding.attached {
      html.append("<li class=\"")
      html.append(look(attached.severity))
      html.append("\"><b>")
      html.append(name(attached.severity))
      html.element("</b> <span class=\"m\">", attached.message, "</span> ")
      html.element("<code>", knowledge.findingRules[Int(attached.rule)].id, "</code></li>\n")
    }
    html.append("</ul></div>\n")
  }

  private mutating func appendRegulations(_ finding: Finding) {
    guard !finding.regulations.isEmpty else { return }
    let rules = finding.regulations.map { knowledge.regulation.rules[Int($0)] }
    var markets: [String] = []
    for rule in rules where !markets.contains(rule.jurisdiction) { markets.append(rule.jurisdiction) }
    html.append("<details><summary>Regulation")
    for market in markets { append(market: market) }
    html.append("</summary>\n<ul class=\"laws\">\n")
    for rule in rules {
      html.append("<li>")
      append(market: rule.jurisdiction)
      html.text(" \(rule.why) ")
      html.element("<code>", rule.id, "</code>")
      appendCitations(rule.sources)
      html.append("</li>\n")
    }
    html.append("</ul></details>\n")
  }

  private mutating func append(market: String) {
    let name = market == Regulation.everywhere ? "everywhere" : market.uppercased()
    html.element(" <span class=\"market\">", name, "</span>")
  }

  /// The steps of all claims of the finding, each once; the rule's own reason where it has no claim.
  private mutating func appendDerivation(_ finding: Finding) {
    var told: Set<[UInt8]> = []
    html.append("<details><summary>Why</summary>\n")
    for claim in finding.claims {
      for place in checked.judgment.claims[Int(claim)].derivation {
        let step = checked.judgment.steps[Int(place)]
        var words: [UInt8] = []
        var reason: [UInt8] = []
        steps.appendStep(step, of: checked, to: &words)
        steps.appendReason(step, of: checked, to: &reason)
        guard told.insert(words + [0] + reason).inserted else { continue }
        html.append(
          told.count == 1 ? "<ol class=\"steps\">\n<li><span class=\"m\">" : "<li><span class=\"m\">")
        html.text(words)
        html.append("</span> <small>")
        html.text(reason)
        html.append("</small></li>\n")
      }
    }
    if told.isEmpty {
      html.element("<p>", knowledge.findingRules[Int(finding.rule)].why, "</p>")
    } else {
      html.append("</ol>")
    }
    html.append("</details>\n")
  }

  // MARK: Set aside

  /// What does not count, folded, with the reason.
  mutating func appendSetAside(_ count: Int) {
    guard count > 0 else { return }
    html.append("<details class=\"set-aside\"><summary>")
    html.append(decimal: count)
    html.append(count == 1 ? " finding set aside</summary>\n" : " findings set aside</summary>\n")
    var number = 0
    for (index, finding) in checked.judgment.findings.enumerated() where finding.standing != .reported {
      number += 1
      html.append("<div class=\"finding q\" id=\"")
      anchors.append(.setAside, number, to: &html)
      html.append("\">\n<p class=\"label\"><b>")
      html.append(name(finding.severity))
      html.element(
        "</b> <code>", knowledge.findingRules[Int(finding.rule)].id, "</code> <a class=\"up\" href=\"#")
      appendAnchor(ofBlock: places.blocks[index])
      html.append("\">line ")
      html.append(decimal: cursor.place(of: checked.sourceRange(of: finding).start).line)
      html.append("</a></p>\n")
      append(finding.standing)
      if finding.place == nil, !finding.range.isEmpty {
        html.append("<p class=\"words\">")
        html.text(Array(checked.document.text[finding.range.start..<finding.range.end]))
        html.append("</p>\n")
      }
      html.element("<p class=\"m\">", finding.message, "</p>\n")
      appendBody(of: finding)
      html.append("</div>\n")
      drainIfLong()
    }
    html.append("</details>\n")
  }

  private mutating func append(_ standing: Finding.Standing) {
    html.append("<p class=\"standing\"><b>")
    switch standing {
    case .reported: html.append("Reported</b>")
    case .suppressed(let reason, let until):
      html.element("Allowed by a comment</b> ", reason, "")
      if let until { html.text(", until \(until)") }
    case .approved(let reference, let market):
      html.element("Approved wording</b> ", reference, "")
      if let market { append(market: market) }
    case .accepted: html.append("Accepted</b> by the baseline")
    case .untouched: html.append("Untouched</b> by the changes that were looked at")
    }
    html.append("</p>\n")
  }
}
