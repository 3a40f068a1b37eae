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
  private var active: [Active] = []
  private(set) var faults: [Finding] = []

  /// Each finding is held against each suppression: of one document no more are read.
  static let limit = 1_000

  /// - Parameter today: the day against which `until` is held, `yyyy-mm-dd`.
  init(_ document: Document, knowledge: KnowledgeBase, today: String) {
    self.document = document
    self.knowledge = knowledge
    var open: [Suppression] = []
    var count = 0
    for comment in document.comments {
      do {
        guard let suppression = try Suppression.read(comment) else { continue }
        count += 1
        guard count <= Self.limit else {
          fault(
            .malformed, comment.range,
            "there are more than \(Self.limit) of them, and this one and those behind it do nothing",
            "allow rules for a file with assay-ignore-file, or for a project with 'severity' in .assay.yml")
          break
        }
        switch suppression.form {
        case .next: add(suppression, block(of: suppression), today)
        case .file: add(suppression, ByteRange(0, document.text.count), today)
        case .start: open.append(suppression)
        case .end: close(suppression, &open, today)
        }
      } catch {
        fault(.malformed, comment.range, error.problem, error.remedy)
      }
    }
    for suppression in open {
      fault(
        .malformed, suppression.place, "it has no end",
        "add <!-- assay-ignore-end \(suppression.rules.joined(separator: ",")) --> after the last block")
    }
  }

  private mutating func add(_ suppression: Suppression, _ reach: ByteRange?, _ today: String) {
    let families = Set(knowledge.findingRules.map { String($0.family) })
    let unknown = suppression.rules.filter { rule in
      !families.contains(rule) && !knowledge.findingRules.contains { $0.id == rule }
    }
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

  private mutating func close(_ end: Suppression, _ open: inout [Suppression], _ today: String) {
    // An end without rules closes the last start.
    let place = open.lastIndex { end.rules.isEmpty || $0.rules == end.rules }
    guard let place else {
      fault(
        .malformed, end.place, "no start stands before it",
        "begin with <!-- assay-ignore-start RULE reason=\"…\" -->, and name the same rules")
      return
    }
    let start = open.remove(at: place)
    add(start, ByteRange(start.clean, max(start.clean, end.clean)), today)
  }

  /// The block that a comment stands in, or that it stands behind on the same line; else the next one.
  private func block(of suppression: Suppression) -> ByteRange? {
    let blocks = document.blocks
    // Blocks go up: the first that ends behind the comment is found by halving.
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].range.end > suppression.clean { high = middle } else { low = middle + 1 }
    }
    if low > 0 {
      let last = blocks[low - 1].range
      let end = document.sourceRange(of: last).end
      if end < suppression.place.start,
        document.source[end..<suppression.place.start].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
      {
        return last
      }
    }
    return low < blocks.count ? blocks[low].range : nil
  }

  // MARK: Findings

  /// Why a finding may stand; nil where nothing allows it. Marks what is used.
  mutating func standing(of finding: Finding) -> Finding.Standing? {
    var result: Finding.Standing?
    for place in active.indices where active[place].reach.overlaps(finding.range) {
      let rules = active[place].suppression.rules
      let speaks = rules.contains { names($0, finding.rule) }
      // One that names only what is attached allows nothing, but it is not idle.
      guard
        speaks
          || finding.attached.contains(where: { attached in rules.contains { names($0, attached.rule) } })
      else { continue }
      active[place].isUsed = true
      if speaks, !active[place].isExpired, result == nil {
        result = .suppressed(
          reason: active[place].suppression.reason, until: active[place].suppression.until)
      }
    }
    return result
  }

  private func names(_ word: String, _ rule: Int32) -> Bool {
    let record = knowledge.findingRules[Int(rule)]
    return record.id == word || record.family == word
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
