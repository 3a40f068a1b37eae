import Claims
import Ingest
import Judgment
import Knowledge

/// An example as it was checked.
struct ExampleText {
  let checked: CheckedDocument
  /// Bytes of the clean text; nil where nothing is marked.
  let marked: ByteRange?
  private let knowledge: KnowledgeBase

  init(_ text: String, marked: Range<Int>? = nil, _ checker: Checker) throws(IngestError) {
    checked = try checker.check(path: "example", format: .plainText, bytes: Array(text.utf8))
    self.marked = marked.map { ByteRange($0.lowerBound, $0.upperBound) }
    knowledge = checker.knowledge
  }

  var findings: [Finding] { checked.judgment.findings }

  /// The claims with what was made of them.
  var claims: [(claim: Claim, judged: JudgedClaim)] {
    Array(zip(checked.reading.claims, checked.judgment.claims))
  }

  func words(_ range: ByteRange) -> String {
    String(decoding: checked.document.text[range.start..<range.end], as: UTF8.self)
  }

  // MARK: What was found, in words

  /// The findings, by rule and words.
  var findingsText: String {
    guard !findings.isEmpty else { return "no finding" }
    return findings.map { "\(knowledge.findingRules[Int($0.rule)].id) in “\(words($0.range))”" }
      .joined(separator: ", ")
  }

  /// The claims, by agent, relation, target and frame.
  var claimsText: String {
    list(claims.map { text($0.claim) + frameText($0.claim) })
  }

  /// The claims with their verdicts.
  var verdictsText: String {
    list(
      claims.map { claim, judged in
        let statement = judged.statement >= 0 ? " by \(knowledge.statements[Int(judged.statement)].id)" : ""
        return "\(text(claim)): \(judged.verdict.rawValue)\(statement)"
      })
  }

  private func list(_ items: [String]) -> String {
    items.isEmpty ? "no claim" : items.joined(separator: ", ")
  }

  private func frameText(_ claim: Claim) -> String {
    claim.frame >= 0
      ? " by \(knowledge.frames[Int(claim.frame)].id) in “\(words(claim.frameRange))”" : " without a frame"
  }

  private func text(_ claim: Claim) -> String {
    let negation = claim.negated ? "not " : ""
    return "\(text(claim.agent)) \(negation)\(claim.relation.rawValue) \(text(claim.target))"
  }

  private func text(_ participant: Participant) -> String {
    if participant.concept >= 0 { return knowledge.concepts[Int(participant.concept)].id }
    return participant.range.isEmpty ? "_" : "“\(words(participant.range))”"
  }
}
