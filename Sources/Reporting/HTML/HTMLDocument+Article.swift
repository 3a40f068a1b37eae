import Claims
import Ingest
import Judgment
import Knowledge

extension HTMLDocument {
  /// The text in its blocks. A block with findings opens a group: to its left the headings above it and what follows until
  /// the next one, to its right its findings.
  mutating func appendArticle() {
    html.append("<article id=\"")
    anchors.append("x", to: &html)
    html.append("\" aria-label=\"The text with its findings\">\n")
    appendKey()
    let blocks = checked.document.blocks
    var uncovered = uncoveredRanges()[...]
    var findings = places.reported[...]
    // What has no block to stand at.
    if blocks.isEmpty, !findings.isEmpty { appendMargin(Array(findings)) }
    var position = 0
    while position < blocks.count {
      let anchor = findings.first.map { places.blocks[$0] } ?? blocks.count
      var lead = anchor
      while lead > position, blocks[lead - 1].isHeading { lead -= 1 }
      if lead > position || anchor == blocks.count {
        let end = anchor == blocks.count ? anchor : lead
        html.append(position == 0 ? "<div class=\"group\"><div class=\"first\">\n" : "<div class=\"rest\">\n")
        for number in position..<end { append(block: number, [], &uncovered) }
        html.append("</div></div>\n")
      } else if position > 0 {
        html.append("</div>\n")
      }
      guard anchor < blocks.count else { return html.append("</article>\n") }
      html.append("<div class=\"group\"><div class=\"first\">\n")
      for number in lead..<anchor { append(block: number, [], &uncovered) }
      let here = Array(findings.prefix { places.blocks[$0] == anchor })
      findings = findings.dropFirst(here.count)
      append(block: anchor, here, &uncovered)
      html.append("</div>\n")
      appendMargin(here)
      position = anchor + 1
    }
    if !blocks.isEmpty { html.append("</div>\n") }
    html.append("</article>\n")
  }

  /// How the marks look.
  private mutating func appendKey() {
    html.append(
      "<p class=\"key\"><span class=\"sample e\">error</span> <span class=\"sample w\">warning</span> ")
    html.append(
      "<span class=\"sample n\">note</span> <span class=\"sample u\">claim that no rule covers</span></p>\n")
  }

  private func uncoveredRanges() -> [ByteRange] {
    var ranges: [ByteRange] = []
    for (claim, judged) in zip(checked.reading.claims, checked.judgment.claims)
    where judged.isListed && judged.verdict == .uncovered && !claim.range.isEmpty {
      ranges.append(claim.range)
    }
    return ranges.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  // MARK: Blocks

  /// - Parameters:
  ///   - findings: those of the block.
  ///   - uncovered: claims from this block on; those of the block are taken off.
  private mutating func append(block number: Int, _ findings: [Int], _ uncovered: inout ArraySlice<ByteRange>)
  {
    let block = checked.document.blocks[number]
    var spans = findings.compactMap { finding -> MarkedText.Span? in
      let range = places.marks[finding]
      return range.isEmpty ? nil : MarkedText.Span(range: range, finding: finding)
    }
    while let range = uncovered.first, range.start < block.range.end {
      uncovered.removeFirst()
      let start = max(range.start, block.range.start)
      let end = min(range.end, block.range.end)
      if start < end { spans.append(MarkedText.Span(range: ByteRange(start, end), finding: -1)) }
    }
    spans.sort { ($0.range.start, -$0.range.end, $0.finding) < ($1.range.start, -$1.range.end, $1.finding) }
    let element = HTMLBlock(block)
    html.append("<")
    html.append(element.name)
    html.append(" class=\"")
    html.append(element.look)
    if let kind = element.kind {
      html.append("\" data-kind=\"")
      html.append(kind)
    }
    html.append("\" id=\"")
    anchors.append(.block, number + 1, to: &html)
    html.append("\">")
    for piece in MarkedText.pieces(of: block.range, spans: spans) { append(piece, spans) }
    html.append("</")
    html.append(element.name)
    html.append(">\n")
    drainIfLong()
  }

  private mutating func append(text range: ByteRange) {
    let text = checked.document.text
    text.withUnsafeBufferPointer {
      html.append(escaped: UnsafeBufferPointer(rebasing: $0[range.start..<range.end]))
    }
  }

  // MARK: Marks

  /// A piece of text under a mark of its gravest finding. Where findings begin it has their ids, and where they end their
  /// numbers, which the style sheet shows: they are no part of the text.
  private mutating func append(_ piece: MarkedText.Piece, _ spans: [MarkedText.Span]) {
    let findings = piece.spans.map { spans[$0].finding }.filter { $0 >= 0 }
    guard let gravest = findings.min(by: { precedes($0, $1) }) else {
      if piece.spans.isEmpty { return append(text: piece.range) }
      html.append("<mark class=\"u\">")
      append(text: piece.range)
      return html.append("</mark>")
    }
    let starts = piece.starts.map { spans[$0].finding }.filter { $0 >= 0 }
    let ends = piece.ends.map { spans[$0].finding }.filter { $0 >= 0 }
    html.append("<mark class=\"")
    html.append(look(checked.judgment.findings[gravest].severity))
    if findings.count > 1 { html.append(" over") }
    if let first = starts.first {
      html.append("\" id=\"")
      anchors.append(.mark, places.numbers[first], to: &html)
    }
    html.append("\">")
    for finding in starts.dropFirst() {
      html.append("<span id=\"")
      anchors.append(.mark, places.numbers[finding], to: &html)
      html.append("\"></span>")
    }
    html.append("<a href=\"#")
    anchors.append(.finding, places.numbers[gravest], to: &html)
    html.append("\" aria-describedby=\"")
    anchors.append(.message, places.numbers[gravest], to: &html)
    if ends.contains(gravest) {
      html.append("\" data-number=\"")
      append(code: checked.judgment.findings[gravest].severity, places.numbers[gravest])
    }
    html.append("\">")
    append(text: piece.range)
    html.append("</a>")
    for finding in ends where finding != gravest { append(number: finding) }
    html.append("</mark>")
  }

  /// The number of a finding whose words end where those of a graver one go on or end, too.
  private mutating func append(number finding: Int) {
    let severity = checked.judgment.findings[finding].severity
    let number = places.numbers[finding]
    html.append("<a class=\"")
    html.append(look(severity))
    html.append("\" href=\"#")
    anchors.append(.finding, number, to: &html)
    html.append("\" aria-label=\"")
    append(code: severity, number)
    html.append(", ")
    html.append(name(severity))
    html.append("\" data-number=\"")
    append(code: severity, number)
    html.append("\"></a>")
  }

  private func precedes(_ first: Int, _ second: Int) -> Bool {
    let findings = checked.judgment.findings
    return findings[first].severity != findings[second].severity
      ? findings[first].severity > findings[second].severity : first < second
  }
}

/// The element that a block is written as.
private struct HTMLBlock {
  let name: StaticString
  let look: StaticString
  /// What a reader is told of it, where its look does not.
  let kind: StaticString?

  init(_ block: Block) {
    switch block.kind {
    case .title: (name, look, kind) = ("p", "title", "Title of the page")
    case .heading:
      look = "heading"
      kind = nil
      // Below the name of the document and the heading of its part.
      switch block.level {
      case ...1: name = "h3"
      case 2: name = "h4"
      case 3: name = "h5"
      default: name = "h6"
      }
    case .paragraph: (name, look, kind) = ("p", "paragraph", nil)
    case .listItem:
      name = "p"
      kind = nil
      switch block.level {
      case ...1: look = "item"
      case 2: look = "item second"
      default: look = "item third"
      }
    case .tableCell: (name, look, kind) = ("p", "cell", "Table cell")
    case .caption: (name, look, kind) = ("p", "aside", "Caption")
    case .quote: (name, look, kind) = ("blockquote", "quote", nil)
    case .button: (name, look, kind) = ("p", "button", "Button")
    case .alternativeText: (name, look, kind) = ("p", "aside", "Text in place of a picture")
    case .description: (name, look, kind) = ("p", "aside", "Description for search engines")
    case .reference: (name, look, kind) = ("p", "reference", "Reference")
    case .footnote: (name, look, kind) = ("p", "aside", "Note")
    }
  }
}

extension Block {
  fileprivate var isHeading: Bool { kind == .heading }
}
