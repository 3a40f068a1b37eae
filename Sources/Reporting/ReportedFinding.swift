import Ingest
import Judgment
import Knowledge

/// A finding as formats of other tools want it: with its rule at hand and its places in every unit that they count in.
struct ReportedFinding {
  /// Place in `KnowledgeBase.findingRules`.
  var ruleIndex: Int
  var rule: FindingRule
  var severity: FindingRule.Severity
  var standing: Finding.Standing
  /// One sentence without a full stop.
  var message: String
  /// What to do; may be "".
  var suggestion: String
  var place: SourcePlace
  /// From 1; nil where the file has no pages.
  var page: Int?
  /// The words it is about, as a reader sees them; "" where these are no part of the text.
  var words: String
  var fingerprint: UInt64
  var related: [Related]
  /// Lesser faults of the same words.
  var attached: [Finding.Attached]
  /// Places in `DocumentReading.claims`.
  var claims: [Int32]
  /// A replacement of source bytes, where one is safe.
  var fix: Fix?

  /// Another place that it is about.
  struct Related {
    /// As the user gave it.
    var path: String
    var place: SourcePlace
    var message: String
  }

  struct Fix {
    var place: SourcePlace
    var text: String
  }

  /// Message and suggestion, as one paragraph.
  var advice: String {
    guard !suggestion.isEmpty else { return message }
    let isEnded = message.utf8.last.map { $0 == 0x2E || $0 == 0x21 || $0 == 0x3F } ?? true
    return message + (isEnded ? " Instead: " : ". Instead: ") + suggestion
  }

  /// `advice`, then where the other places are: for formats that have no member for these.
  var summary: String {
    let advice = page.map { "\(self.advice) (page \($0))" } ?? self.advice
    guard !related.isEmpty else { return advice }
    let places = related.map { other in
      "\(ReportPath.relative(other.path)):\(other.place.start.line):\(other.place.start.column)"
    }
    return advice + " (see \(places.joined(separator: ", ")))"
  }
}

/// A stretch of a source file.
struct SourcePlace: Equatable {
  /// Bytes of the source text, which are those of the file where that is UTF-8.
  var range: ByteRange
  var start: SourcePosition
  /// Behind the last byte.
  var end: SourcePosition
}

/// The findings of a document in its order, whatever their standing.
struct ReportedFindings: Sequence, IteratorProtocol {
  private let checked: CheckedDocument
  private let knowledge: KnowledgeBase
  private var fingerprints: Fingerprints
  private var cursor: SourceCursor
  /// Of other places, so that these do not send the first cursor back and forth on a long line.
  private var otherCursor: SourceCursor
  private var index = 0

  init(_ checked: CheckedDocument, knowledge: KnowledgeBase) {
    self.checked = checked
    self.knowledge = knowledge
    fingerprints = Fingerprints(knowledge: knowledge)
    cursor = SourceCursor(checked.document)
    otherCursor = cursor
  }

  mutating func next() -> ReportedFinding? {
    guard index < checked.judgment.findings.count else { return nil }
    let finding = checked.judgment.findings[index]
    index += 1
    let range = checked.sourceRange(of: finding)
    return ReportedFinding(
      ruleIndex: Int(finding.rule), rule: knowledge.findingRules[Int(finding.rule)],
      severity: finding.severity, standing: finding.standing, message: finding.message,
      suggestion: finding.suggestion,
      place: SourcePlace(range, by: &cursor), page: checked.document.page(of: range.start),
      words: words(finding.range),
      fingerprint: fingerprints.next(finding, in: checked), related: related(finding),
      attached: finding.attached, claims: finding.claims, fix: finding.fix.flatMap { fix($0) })
  }

  private func words(_ range: ByteRange) -> String {
    String(decoding: checked.document.text[range.start..<range.end], as: UTF8.self)
  }

  private mutating func related(_ finding: Finding) -> [ReportedFinding.Related] {
    finding.related.map { other in
      if let elsewhere = other.elsewhere {
        return ReportedFinding.Related(
          path: elsewhere.path,
          place: SourcePlace(range: elsewhere.range, start: elsewhere.start, end: elsewhere.end),
          message: other.message)
      }
      let range = checked.document.sourceRange(of: other.range)
      return ReportedFinding.Related(
        path: checked.document.path, place: SourcePlace(range, by: &otherCursor), message: other.message)
    }
  }

  /// A replacement of words is one of source bytes only where these are the words themselves, without marks and tags
  /// between them, and where the new words mean nothing else in the language of the file.
  private mutating func fix(_ fix: Finding.Fix) -> ReportedFinding.Fix? {
    let document = checked.document
    let range = document.sourceRange(of: fix.range)
    guard document.source[range.start..<range.end] == document.text[fix.range.start..<fix.range.end],
      document.file.encoding != nil, document.file.extraction == nil,
      document.format == .plainText || !fix.text.utf8.contains(where: Self.isMark)
    else { return nil }
    return ReportedFinding.Fix(place: SourcePlace(range, by: &cursor), text: fix.text)
  }

  /// Whether a byte may be markup in Markdown or HTML.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x25, 0x27...0x29, 0x2C...0x2F, 0x30...0x3B, 0x3F, 0x41...0x5A, 0x61...0x7A, 0x80...: false
    default: true
    }
  }
}

extension SourcePlace {
  init(_ range: ByteRange, by cursor: inout SourceCursor) {
    self.init(range: range, start: cursor.place(of: range.start), end: cursor.place(of: range.end))
  }
}
