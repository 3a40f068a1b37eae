import Assay
import Ingest
import Judgment
import Knowledge
import Testing

/// A sentence that a finding rule flags, with the words that are to be reported.
struct MarkedSentence: Sendable, CustomTestStringConvertible {
  var rule: String
  var text: String
  /// Bytes of `text` that stood between « and »; all of them where nothing is marked.
  var marked: ByteRange

  init(rule: String, marked text: String) {
    self.rule = rule
    let parts = text.split(separator: "«", maxSplits: 1, omittingEmptySubsequences: false)
    let tail =
      parts.count < 2 ? [] : parts[1].split(separator: "»", maxSplits: 1, omittingEmptySubsequences: false)
    guard tail.count == 2 else {
      self.text = text
      marked = ByteRange(0, text.utf8.count)
      return
    }
    self.text = String(parts[0] + tail[0] + tail[1])
    marked = ByteRange(parts[0].utf8.count, parts[0].utf8.count + tail[0].utf8.count)
  }

  var testDescription: String { "\(rule): \(text)" }

  private var pieces: (before: String, first: String, second: String, after: String) {
    let bytes = Array(text.utf8)
    let word = bytes[marked.start..<marked.end].prefix { $0 != 0x20 && $0 != 0x2E }.count
    // Half of the first word, not inside a character.
    var middle = marked.start + (word + 1) / 2
    while middle < bytes.count, bytes[middle] & 0xC0 == 0x80 { middle += 1 }
    func piece(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }
    return (
      piece(0, marked.start), piece(marked.start, middle), piece(middle, marked.end),
      piece(marked.end, bytes.count)
    )
  }

  /// As HTML: bold round half of the first marked word, an entity for each `a`.
  var html: String {
    let pieces = pieces
    func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("a", with: "&#97;")
    }
    return "<p>\(escaped(pieces.before))<b>\(escaped(pieces.first))</b>\(escaped(pieces.second))"
      + "\(escaped(pieces.after))</p>"
  }

  /// As Markdown: emphasis round half of the first marked word.
  var markdown: String {
    let pieces = pieces
    return "\(pieces.before)*\(pieces.first)*\(pieces.second)\(pieces.after)\n"
  }

  /// Of the rules that need no day (`FreshnessTests` has the others); what no rule speaks of is a verdict, and reported as such.
  static let flagged = Result { () throws -> [MarkedSentence] in
    let knowledge = try Repository.checker.get().knowledge
    return knowledge.findingRules.filter {
      Judge.Options.forExamples(of: $0, in: knowledge) == Judge.Options() && $0.id != "evidence/uncovered"
    }.flatMap { rule in
      rule.flags.map { MarkedSentence(rule: rule.id, marked: $0) }
    }
  }

  static let passed = Result {
    try Repository.checker.get().knowledge.findingRules.flatMap { rule in
      rule.passes.map { MarkedSentence(rule: rule.id, marked: $0) }
    }
  }
}
