import Claims
import Ingest
import Judgment
import Knowledge

/// The cases of one document. Readers keep one failure of a case and one case of a name: what one rule says of one place
/// is one case, and names begin with the place.
struct JUnitSuite {
  private let checked: CheckedDocument
  private let knowledge: KnowledgeBase
  private let path: String
  private let failsAt: FindingRule.Severity?
  private var cases: [Case] = []
  /// How many cases have a name so far.
  private var names: [String: Int] = [:]

  private struct Case {
    var name: String
    /// Of one rule at one place; none: it passes.
    var findings: [ReportedFinding]

    var isFailure: Bool

    var reported: [ReportedFinding] { findings.filter { $0.standing == .reported } }
    var isSkipped: Bool { !findings.isEmpty && !isFailure }
  }

  /// What makes findings one case.
  private struct Key: Hashable {
    var rule: Int
    var range: ByteRange
  }

  /// Code points of the words shown in a name.
  private static let wordLimit = 80

  /// - Parameter failsAt: findings of this severity and graver ones are failures; nil: none are.
  init(_ checked: CheckedDocument, knowledge: KnowledgeBase, failsAt: FindingRule.Severity?) {
    self.checked = checked
    self.knowledge = knowledge
    self.failsAt = failsAt
    path = ReportPath.relative(checked.document.path)
    addFindings()
    addClaims()
  }

  // MARK: Cases

  private mutating func addFindings() {
    var places: [Key: Int] = [:]
    for finding in ReportedFindings(checked, knowledge: knowledge) {
      let key = Key(rule: finding.ruleIndex, range: finding.place.range)
      if let place = places[key] {
        cases[place].findings.append(finding)
        if fails(finding) { cases[place].isFailure = true }
        continue
      }
      places[key] = cases.count
      add(finding.rule.id, at: finding.place.start, finding.words, [finding])
    }
  }

  private func fails(_ finding: ReportedFinding) -> Bool {
    finding.standing == .reported && failsAt.map { finding.severity >= $0 } ?? false
  }

  private mutating func addClaims() {
    var named: Set<Int32> = []
    for finding in checked.judgment.findings { named.formUnion(finding.claims) }
    var cursor = SourceCursor(checked.document)
    for (index, claim) in checked.reading.claims.enumerated() {
      let judged = checked.judgment.claims[index]
      guard judged.isListed, judged.verdict != .uncovered, !named.contains(Int32(index)) else { continue }
      let words = checked.document.text[claim.range.start..<claim.range.end]
      let start = cursor.place(of: checked.document.sourceRange(of: claim.range).start)
      add("claim", at: start, String(decoding: words, as: UTF8.self), [])
    }
  }

  private mutating func add(
    _ what: String, at start: SourcePosition, _ words: String, _ findings: [ReportedFinding]
  ) {
    var name = "\(path):\(start.line):\(start.column) \(what)"
    let shown = Self.shown(words)
    if !shown.isEmpty { name += ": \(shown)" }
    let count = names[name, default: 0] + 1
    names[name] = count
    // An ordinal of its own may be a name already, where words end in one.
    var unique = name
    var ordinal = count
    while ordinal > 1 {
      unique = "\(name) (\(ordinal))"
      if names[unique] == nil { break }
      ordinal += 1
    }
    if ordinal > 1 { names[unique, default: 0] += 1 }
    cases.append(Case(name: unique, findings: findings, isFailure: findings.contains(where: fails)))
  }

  /// The first words on one line.
  private static func shown(_ words: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in words.unicodeScalars {
      let scalar = TerminalText.shown(scalar)
      if scalar == " ", shown.last == " " || shown.isEmpty { continue }
      guard shown.count < wordLimit else {
        shown.append("…")
        break
      }
      shown.append(scalar)
    }
    return String(shown)
  }

  // MARK: XML

  func write(to output: inout [UInt8], drain: Drain?) {
    var xml = XMLBytes()
    swap(&xml.bytes, &output)
    defer { swap(&xml.bytes, &output) }
    xml.open("testsuite", at: 1)
    xml.attribute("name", path)
    xml.attribute("tests", cases.count)
    xml.attribute("failures", cases.count { $0.isFailure })
    xml.attribute("errors", 0)
    xml.attribute("skipped", cases.count { $0.isSkipped })
    xml.endTag()
    for item in cases {
      if xml.bytes.count >= 1 << 17 { drain?(&xml.bytes) }
      append(item, to: &xml)
    }
    xml.close("testsuite", at: 1)
  }

  private func append(_ item: Case, to xml: inout XMLBytes) {
    xml.open("testcase", at: 2)
    xml.attribute("classname", path)
    xml.attribute("name", item.name)
    xml.attribute("file", path)
    guard !item.findings.isEmpty else { return xml.endEmptyTag() }
    xml.endTag()
    if item.isFailure {
      let reported = item.reported
      xml.open("failure", at: 3)
      xml.attribute("type", (reported.map(\.severity).max() ?? .note).rawValue)
      xml.attribute("message", reported.map(\.message).joined(separator: "; "))
      xml.endTag()
      xml.text(reported.map(text).joined(separator: "\n"))
      xml.close("failure")
    } else {
      xml.open("skipped", at: 3)
      xml.attribute("message", item.findings.compactMap(reason).joined(separator: "; "))
      xml.endEmptyTag()
    }
    xml.close("testcase", at: 2)
  }

  private func reason(_ finding: ReportedFinding) -> String? {
    if finding.standing == .reported {
      return "\(finding.severity.rawValue), which does not break the gate: \(finding.message)"
    }
    let justification = finding.standing.justification
    if case .suppressed = finding.standing { return justification.map { "suppressed: " + $0 } }
    return justification
  }

  private func text(_ finding: ReportedFinding) -> String {
    let start = finding.place.start
    var lines = [
      "\(path):\(start.line):\(start.column): \(finding.severity.rawValue): \(finding.message) [\(finding.rule.id)]"
    ]
    if !finding.suggestion.isEmpty { lines.append("instead: \(finding.suggestion)") }
    for other in finding.related {
      let start = other.place.start
      lines.append(
        "see also: \(ReportPath.relative(other.path)):\(start.line):\(start.column): \(other.message)")
    }
    for lesser in finding.attached {
      lines.append("and: \(lesser.message) [\(knowledge.findingRules[Int(lesser.rule)].id)]")
    }
    return lines.joined(separator: "\n")
  }
}
