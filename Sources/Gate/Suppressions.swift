import Ingest
import Judgment
import Knowledge

/// Applies the suppressions of a document to its findings, and finds what is wrong with them.
struct Suppressions {
  private struct Active {
    var suppression: Suppression
    /// Bytes of the clean text that it allows findings in.
    var reach: ByteRange
    var isUsed = false
    var isExpired = false
    /// It names no rule that is there, which is told already.
    var isUnknown = false
  }

  private let knowledge: KnowledgeBase
  private let document: Document
  /// The words that comments may name: ids of finding rules, and their families.
  private let known: Set<String>
  private var active: [Active] = []
  private(set) var faults: [Finding] = []

  /// - Parameter today: the day against which `until` is held, `yyyy-mm-dd`.
  init(_ document: Document, knowledge: KnowledgeBase, today: String) {
    self.document = document
    self.knowledge = knowledge
    known = Set(knowledge.findingRules.flatMap { [$0.id, String($0.family)] })
    var open = OpenSuppressions()
    for comment in document.comments {
      do {
        guard let suppression = try Suppression.read(comment) else { continue }
        switch suppression.form {
        case .next: add(suppression, block(of: suppression), today)
        case .file: add(suppression, ByteRange(0, document.text.count), today)
        case .start: open.add(suppression)
        case .end: close(suppression, &open, today)
        }
      } catch {
        fault(.malformed, comment.range, error.problem, error.remedy)
      }
    }
    for suppression in open.all {
      fault(
        .malformed, suppression.place, "it has no end",
        "add <!-- assay-ignore-end \(suppression.rules.joined(separator: ",")) --> after the last block")
    }
  }

  private mutating func add(_ suppression: Suppression, _ reach: ByteRange?, _ today: String) {
    let unknown = suppression.rules.filter { !known.contains($0) }
    for rule in unknown {
      fault(
        .unknown, suppression.place, "there is no rule '\(rule)'",
        Suggestion.remedy(for: rule, among: knowledge.findingRules.map(\.id))
          ?? "'assay rules list --kind findings' tells them")
    }
    var entry = Active(suppression: suppression, reach: reach ?? ByteRange(0, 0))
    entry.isUnknown = unknown.count == suppression.rules.count
    if let until = suppression.until, until < today {
      entry.isExpired = true
      fault(
        .expired, suppression.place, "it ended on \(until)",
        "mend the sentence, or give it a new day with a reason")
    }
    active.append(entry)
  }

  private mutating func close(_ end: Suppression, _ open: inout OpenSuppressions, _ today: String) {
    guard let start = open.close(end.rules) else {
      fault(
        .malformed, end.place, "no start stands before it",
        "begin with <!-- assay-ignore-start RULE reason=\"…\" -->, and name the same rules")
      return
    }
    add(start, ByteRange(start.clean, max(start.clean, end.clean)), today)
  }

  /// The block that a comment stands in, or that it stands behind on the same line; else the next one.
  private func block(of suppression: Suppression) -> ByteRange? {
    let blocks = document.blocks
    var next = 0
    var end = blocks.count
    while next < end {
      let middle = (next + end) / 2
      if blocks[middle].range.end > suppression.clean { end = middle } else { next = middle + 1 }
    }
    if next > 0 {
      let last = blocks[next - 1]
      let end = document.sourceRange(of: last.range).end
      if end < suppression.place.start,
        document.source[end..<suppression.place.start].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
      {
        return last.range
      }
    }
    return next < blocks.count ? blocks[next].range : nil
  }

  // MARK: Findings

  /// Why each of the findings may stand; nil where nothing allows it. Marks what is used.
  mutating func standings(of findings: [Finding]) -> [Finding.Standing?] {
    var result = [Finding.Standing?](repeating: nil, count: findings.count)
    let named = named(among: findings)
    for place in active.indices {
      let (reach, suppression) = (active[place].reach, active[place].suppression)
      for rule in suppression.rules {
        guard let findings = named[rule] else { continue }
        // One that names only what is attached allows nothing, but it is not idle.
        if findings.isMet(by: reach) { active[place].isUsed = true }
        guard !active[place].isExpired else { continue }
        findings.take(in: reach) { finding in
          guard result[finding] == nil else { return }
          result[finding] = .suppressed(reason: suppression.reason, until: suppression.until)
        }
      }
    }
    return result
  }

  /// The findings that each word of the comments names.
  private func named(among findings: [Finding]) -> [String: SuppressedFindings] {
    var named: [String: SuppressedFindings] = [:]
    for entry in active {
      for rule in entry.suppression.rules where named[rule] == nil { named[rule] = SuppressedFindings() }
    }
    for (place, finding) in findings.enumerated() {
      let own = words(naming: finding.rule)
      for word in own { named[word]?.add(finding.range, finding: place, isOwn: true) }
      for word in Set(finding.attached.flatMap { words(naming: $0.rule) }) where !own.contains(word) {
        named[word]?.add(finding.range, finding: place, isOwn: false)
      }
    }
    for findings in named.values { findings.arrange() }
    return named
  }

  private func words(naming rule: Int32) -> [String] {
    let record = knowledge.findingRules[Int(rule)]
    return [record.id, String(record.family)]
  }

  /// What is wrong with the comments, after all findings were asked for.
  mutating func finish() -> [Finding] {
    for entry in active where !entry.isUsed && !entry.isExpired && !entry.isUnknown {
      let rules = entry.suppression.rules.joined(separator: ", ")
      fault(.unused, entry.suppression.place, "nothing of \(rules) is found there", "take it out")
    }
    return faults.sorted { ($0.place?.start ?? 0) < ($1.place?.start ?? 0) }
  }

  private enum Check: String {
    case unknown = "suppression/unknown"
    case malformed = "suppression/malformed"
    case expired = "suppression/expired"
    case unused = "suppression/unused"
  }

  private mutating func fault(_ check: Check, _ place: ByteRange, _ problem: String, _ remedy: String) {
    guard let rule = knowledge.findingRules.firstIndex(where: { $0.id == check.rawValue }) else { return }
    let record = knowledge.findingRules[rule]
    faults.append(
      Finding(
        rule: Int32(rule), severity: record.severity, place: place,
        message: record.message.replacing("{problem}", with: problem), suggestion: remedy,
        sources: record.sources))
  }
}
