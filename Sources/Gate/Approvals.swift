import Claims
import Ingest
import Judgment
import Knowledge

/// The words that a project may use because somebody approved them.
struct Approvals: Sendable {
  private enum Matcher: @unchecked Sendable {
    /// Words in lower case, one space between two.
    case text([UInt8])
    // Matching changes nothing in a Regex, which is not marked as Sendable.
    case pattern(Regex<AnyRegexOutput>)
  }

  private let entries: [(matcher: Matcher, claim: ApprovedClaim)]

  /// - Parameter jurisdictions: the markets of the text; an approval has to hold in all of them.
  init(_ approved: [ApprovedClaim], jurisdictions: [String]) {
    entries = approved.compactMap { claim in
      guard claim.markets.isEmpty || jurisdictions.allSatisfy(claim.markets.contains) else { return nil }
      switch claim.words {
      case .text(let text): return (.text(NormalisedText(Array(text.utf8)).bytes), claim)
      case .pattern(let pattern):
        return (try? Regex(pattern)).map { (.pattern($0.ignoresCase()), claim) }
      }
    }
  }

  var isEmpty: Bool { entries.isEmpty }

  /// What approves a finding: its words lie within approved words of its sentence.
  func standing(of finding: Finding, in checked: CheckedDocument) -> Finding.Standing? {
    guard finding.sentence >= 0, !entries.isEmpty else { return nil }
    let sentence = checked.reading.sentences[Int(finding.sentence)].range
    let bytes = Array(checked.document.text[sentence.start..<sentence.end])
    let wanted = max(0, finding.range.start - sentence.start)..<max(0, finding.range.end - sentence.start)
    let text = NormalisedText(bytes)
    for entry in entries where matches(entry.matcher, bytes, text, wanted) {
      return .approved(
        reference: entry.claim.reference,
        market: entry.claim.markets.isEmpty ? nil : entry.claim.markets.joined(separator: ", "))
    }
    return nil
  }

  private func matches(
    _ matcher: Matcher, _ bytes: [UInt8], _ text: NormalisedText, _ wanted: Range<Int>
  ) -> Bool {
    switch matcher {
    case .text(let words):
      return text.places(of: words).contains {
        $0.lowerBound <= wanted.lowerBound && $0.upperBound >= wanted.upperBound
      }
    case .pattern(let regex):
      let sentence = String(decoding: bytes, as: UTF8.self)
      return sentence.matches(of: regex).contains { match in
        let start = sentence.utf8.distance(from: sentence.startIndex, to: match.range.lowerBound)
        let end = sentence.utf8.distance(from: sentence.startIndex, to: match.range.upperBound)
        return start <= wanted.lowerBound && end >= wanted.upperBound
      }
    }
  }
}
