import Knowledge
import Linguistics

/// "A video claims that S helps with O. It doesn't.": a sentence that takes back the one before.
extension SentenceReader {
  /// Marks the claims of the sentence before as denied where this one takes them back at its head.
  func readRetraction(of before: Range<Int32>) {
    guard !before.isEmpty, !isQuestion, isTakenBack() else { return }
    for index in before where result.claims[Int(index)].certainty != .question {
      result.claims[Int(index)].flags.insert(.debunked)
      result.claims[Int(index)].negated = true
    }
  }

  private func isTakenBack() -> Bool {
    var found = false
    let last = min(end, first + Self.headLength)
    scan.forEachPhrase(of: .offering, from: Int(first), to: Int(last), grammar, &begunPhrases) { hit in
      guard role(of: hit).category == .retraction, opens(hit) else { return }
      // "It doesn't hurt" says something of its own; "It doesn't." takes back.
      found = found || role(of: hit).value != .short || hit.end >= end || mark(hit.end) != 0
    }
    return found
  }

  /// Whether nothing but a connector stands before ("But", "Sadly,").
  private func opens(_ hit: PhraseHit) -> Bool {
    (first..<hit.first).allSatisfy { scan.tokens[Int($0)].kind != .word || $0 == first }
  }

  /// Words at the head of a sentence that are looked at.
  private static let headLength: Int32 = 9
}
