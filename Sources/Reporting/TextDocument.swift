import Claims
import Ingest
import Judgment
import Knowledge

/// Writes one document for people.
struct TextDocument {
  private let checked: CheckedDocument
  private let knowledge: KnowledgeBase
  private let options: ReportOptions
  private let steps: StepText
  private var cursor: SourceCursor
  private var output: [UInt8] = []
  private let drain: Drain?

  /// Citations shown of one statement; `assay explain` shows all.
  private static let citationLimit = 3

  init(_ checked: CheckedDocument, knowledge: KnowledgeBase, options: ReportOptions, drain: Drain?) {
    self.drain = drain
    self.checked = checked
    self.knowledge = knowledge
    self.options = options
    steps = StepText(knowledge: knowledge)
    cursor = SourceCursor(checked.document)
  }

  mutating func write(_ tally: Tally, to bytes: inout [UInt8]) {
    swap(&output, &bytes)
    defer { swap(&output, &bytes) }
    let path = checked.document.path
    styled(.bold) { TerminalText.append(path, to: &$0) }
    output.append(": score ")
    output.append(decimal: Int(checked.judgment.score))
    output.append(" of 100, ")
    output.append(text: TextReporter.claims(tally) + "; " + TextReporter.findings(tally) + "\n")
    for note in checked.document.notes {
      place(note.offset)
      styled(.of(.note)) { $0.append("note") }
      output.append(": ")
      TerminalText.append(note.message, to: &output)
      output.append("\n")
    }
    for finding in checked.judgment.findings
    where options.isVerbose || finding.severity > .note && finding.standing == .reported {
      if output.count >= 1 << 17 { drain?(&output) }
      output.append("\n")
      write(finding)
    }
    if options.isVerbose { writeUncovered() }
  }

  // MARK: Style

  private enum Style {
    case bold, dim, red, yellow, cyan

    static func of(_ severity: FindingRule.Severity) -> Style {
      switch severity {
      case .error: .red
      case .warning: .yellow
      case .note: .cyan
      }
    }

    var code: StaticString {
      switch self {
      case .bold: "\u{1B}[1m"
      case .dim: "\u{1B}[2m"
      case .red: "\u{1B}[1;31m"
      case .yellow: "\u{1B}[1;33m"
      case .cyan: "\u{1B}[1;36m"
      }
    }
  }

  private mutating func styled(_ style: Style, _ body: (inout [UInt8]) -> Void) {
    if options.usesColor { output.append(style.code) }
    body(&output)
    if options.usesColor { output.append("\u{1B}[0m") }
  }

  // MARK: Findings

  private mutating func place(_ offset: Int) {
    let place = cursor.place(of: offset)
    TerminalText.append(checked.document.path, to: &output)
    output.append(":")
    output.append(decimal: place.line)
    output.append(":")
    output.append(decimal: place.column)
    if let page = checked.document.page(of: offset) {
      output.append(", page ")
      output.append(decimal: page)
    }
    output.append(": ")
  }

  private mutating func write(_ finding: Finding) {
    let rule = knowledge.findingRules[Int(finding.rule)]
    place(checked.sourceRange(of: finding).start)
    if finding.standing != .reported { output.append(text: finding.standing.name + " ") }
    styled(.of(finding.severity)) { $0.append(text: finding.severity.rawValue) }
    output.append(": ")
    TerminalText.append(finding.message, to: &output)
    styled(.dim) { $0.append(text: " [\(rule.id)]") }
    output.append("\n")
    if finding.sentence >= 0 {
      quote(finding.sentence, finding.range, .of(finding.severity))
    } else if let place = finding.place {
      quote(
        checked.document.source[place.start..<place.end], ByteRange(0, place.end - place.start),
        .of(finding.severity))
    }
    switch finding.standing {
    case .suppressed(let reason, let until):
      paragraphs("allowed:", [reason + (until.map { ", until \($0)" } ?? "")])
    case .approved(let reference, let market):
      paragraphs("approved:", [reference + (market.map { " (\($0.uppercased()))" } ?? "")])
    case .reported, .accepted, .untouched: break
    }
    paragraphs("why:", reasons(of: finding, rule))
    paragraphs("evidence:", evidence(of: finding))
    paragraphs("law:", regulations(of: finding))
    if !finding.suggestion.isEmpty { paragraphs("instead:", [finding.suggestion]) }
    if let fix = finding.fix {
      paragraphs("fix:", ["\"\(clean(fix.range))\" to \"\(fix.text)\""])
    }
    for related in finding.related { paragraphs("see also:", ["\(place(of: related)): \(related.message)"]) }
    for attached in finding.attached where options.isVerbose {
      paragraphs("and:", ["\(attached.message) [\(knowledge.findingRules[Int(attached.rule)].id)]"])
    }
  }

  private mutating func place(of related: Finding.Related) -> String {
    if let elsewhere = related.elsewhere {
      return "\(elsewhere.path):\(elsewhere.line):\(elsewhere.column)"
    }
    let position = cursor.place(of: checked.document.sourceRange(of: related.range).start)
    return "\(position.line):\(position.column)"
  }

  private func clean(_ range: ByteRange) -> String {
    String(decoding: checked.document.text[range.start..<range.end], as: UTF8.self)
  }

  /// The sentence, with the words underlined.
  private mutating func quote(_ sentence: Int32, _ marked: ByteRange, _ style: Style) {
    let range = checked.reading.sentences[Int(sentence)].range
    let start = min(max(marked.start, range.start), range.end) - range.start
    let end = min(max(marked.end, range.start), range.end) - range.start
    quote(
      checked.document.text[range.start..<range.end], ByteRange(start, max(start, end)), style)
  }

  private mutating func quote(_ bytes: ArraySlice<UInt8>, _ marked: ByteRange, _ style: Style) {
    let text = String(decoding: bytes, as: UTF8.self)
    for line in WrappedText(text, width: options.width - 4, marked: marked.start..<marked.end).lines {
      output.append("    ")
      output.append(contentsOf: line.text)
      output.append("\n")
      guard let last = line.marks.lastIndex(of: true) else { continue }
      output.append("    ")
      styled(style) { output in
        for isMarked in line.marks[...last] { output.append(isMarked ? 0x5E : 0x20) }
      }
      output.append("\n")
    }
  }

  /// A labelled list: the label before the first line, the rest below its text.
  private mutating func paragraphs(_ label: StaticString, _ texts: [String]) {
    let indent = 12
    var isFirst = true
    for text in texts {
      // The lines of an entry hang behind its dash.
      let hang = text.hasPrefix("- ") ? 2 : 0
      for (number, line) in WrappedText(text, width: options.width - indent - hang).lines.enumerated() {
        output.append("  ")
        if isFirst {
          styled(.dim) { $0.append(label) }
          for _ in 0..<(indent - 2 - label.utf8CodeUnitCount) { output.append(0x20) }
        } else {
          for _ in 0..<(indent - 2) { output.append(0x20) }
        }
        if number > 0 { for _ in 0..<hang { output.append(0x20) } }
        output.append(contentsOf: line.text)
        output.append("\n")
        isFirst = false
      }
    }
  }

  // MARK: Reasons

  /// The steps of all claims of the finding, each once; the rule's own reason where it has no claim.
  private func reasons(of finding: Finding, _ rule: FindingRule) -> [String] {
    var reasons: [String] = []
    for claim in finding.claims {
      for reason in derivation(ofClaim: claim) where !reasons.contains(reason) { reasons.append(reason) }
    }
    return reasons.isEmpty ? [rule.why] : reasons
  }

  private func derivation(ofClaim claim: Int32) -> [String] {
    checked.judgment.claims[Int(claim)].derivation.map { place in
      let step = checked.judgment.steps[Int(place)]
      var text: [UInt8] = []
      steps.appendStep(step, of: checked, to: &text)
      text.append(" (")
      steps.appendReason(step, of: checked, to: &text)
      text.append(")")
      return String(decoding: text, as: UTF8.self)
    }
  }

  private func evidence(of finding: Finding) -> [String] {
    var texts: [String] = []
    var cited: [Int32] = []
    func cite(_ sources: [Int32], _ id: String) {
      let new = sources.filter { !cited.contains($0) }
      for source in new.prefix(Self.citationLimit) {
        cited.append(source)
        texts.append("- " + Citation.text(knowledge.sources[Int(source)]))
      }
      if new.count > Self.citationLimit {
        texts.append("- and \(new.count - Self.citationLimit) more: assay explain \(id)")
      }
    }
    for place in finding.statements {
      let statement = knowledge.statements[Int(place)]
      texts.append(
        "\(statement.note) (\(statement.verdict.rawValue), \(words(statement.certainty)) certainty)")
      cite(statement.sources, statement.id)
    }
    for place in finding.definitions {
      let definition = knowledge.definitions[Int(place)]
      texts.append("\(definition.note) (definition, \(words(definition.certainty)) certainty)")
      cite(definition.sources, definition.id)
    }
    cite(finding.sources, knowledge.findingRules[Int(finding.rule)].id)
    return texts
  }

  /// The rules that bar it, the first of each jurisdiction; `assay explain` shows all.
  private func regulations(of finding: Finding) -> [String] {
    var texts: [String] = []
    var told: Set<String> = []
    for place in finding.regulations {
      let rule = knowledge.regulation.rules[Int(place)]
      guard told.insert(rule.jurisdiction).inserted else { continue }
      texts.append("- \(rule.jurisdiction.uppercased()): \(rule.why) (\(rule.id), \(rule.basis.rawValue))")
    }
    return texts
  }

  private func words(_ certainty: EvidenceCertainty) -> String {
    certainty == .veryLow ? "very low" : certainty.rawValue
  }

  // MARK: Uncovered claims

  private mutating func writeUncovered() {
    for (index, claim) in checked.reading.claims.enumerated()
    where checked.judgment.claims[index].isListed && checked.judgment.claims[index].verdict == .uncovered {
      output.append("\n")
      place(checked.document.sourceRange(of: claim.range).start)
      styled(.of(.note)) { $0.append("uncovered") }
      output.append(": no rule speaks of this claim\n")
      quote(claim.sentence, claim.range, .dim)
    }
  }
}
