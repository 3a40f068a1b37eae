import Claims
import Ingest
import Judgment
import Knowledge

/// Examples of finding rules, frames and cues. Each check returns nil where the example holds.
extension RuleTester {
  // MARK: Finding rules

  /// The rule is expected to report the marked words; the whole text where none are marked.
  func unflagged(_ text: ExampleText, rule: Int32) -> ExampleFailure? {
    let reported = reports(of: rule, in: text)
    if reported.contains(where: { range in text.marked.map { range.overlaps($0) } ?? true }) { return nil }
    // What is noted on another finding stands at that finding's words.
    if text.findings.contains(where: { $0.attached.contains { $0.rule == rule } }) { return nil }
    return ExampleFailure(
      expected:
        "\(knowledge.findingRules[Int(rule)].id) reports \(text.marked.map { "“\(text.words($0))”" } ?? "it")",
      found: "\(text.findingsText); \(text.verdictsText)")
  }

  /// The rule is expected to be silent.
  func flagged(_ text: ExampleText, rule: Int32) -> ExampleFailure? {
    guard let range = reports(of: rule, in: text).first else { return nil }
    return ExampleFailure(
      expected: "\(knowledge.findingRules[Int(rule)].id) is silent",
      found: "“\(text.words(range))” reported; \(text.verdictsText)")
  }

  /// Bytes of the clean text that the rule reports. What no rule speaks of is no finding but a verdict.
  private func reports(of rule: Int32, in text: ExampleText) -> [ByteRange] {
    guard checker.namesVerdict(rule) else {
      // A rule of advertising may be noted on a finding that says the same.
      let isRegulation = knowledge.regulation.faults.contains { $0.finding == rule }
      return text.findings.filter { finding in
        finding.rule == rule || isRegulation && finding.attached.contains { $0.rule == rule }
      }.map(\.range)
    }
    return text.claims.filter { $0.judged.isListed && $0.judged.verdict == .uncovered }.map(\.claim.range)
  }

  // MARK: Frames

  /// The marked word is expected to make a claim of this kind.
  func unread(_ text: ExampleText, frame: Int32, as pattern: ClaimPattern?) -> ExampleFailure? {
    let made = claims(of: frame, in: text)
    if made.contains(where: { claim in pattern.map { fits(claim, $0) } ?? true }) { return nil }
    return ExampleFailure(
      expected: "\(knowledge.frames[Int(frame)].id) reads \(pattern.map(words) ?? "a claim")",
      found: text.claimsText)
  }

  /// The marked word, which is one of the frame's, is expected to make no claim by it.
  func read(_ text: ExampleText, frame: Int32) -> ExampleFailure? {
    let id = knowledge.frames[Int(frame)].id
    guard let marked = text.marked,
      probe.words(ofFrame: frame, in: text.checked.document).contains(where: { $0.overlaps(marked) })
    else {
      return ExampleFailure(
        expected: "the marked words are words of \(id)",
        found: "no form of one, so that the example shows nothing")
    }
    guard !claims(of: frame, in: text).isEmpty else { return nil }
    return ExampleFailure(expected: "\(id) makes no claim of it", found: text.claimsText)
  }

  private func claims(of frame: Int32, in text: ExampleText) -> [Claim] {
    text.checked.reading.claims.filter { claim in
      claim.frame == frame && (text.marked.map { claim.frameRange.overlaps($0) } ?? true)
    }
  }

  private func fits(_ claim: Claim, _ pattern: ClaimPattern) -> Bool {
    (pattern.agent.map { $0.rawValue == claim.agent.concept } ?? true)
      && (pattern.target.map { $0.rawValue == claim.target.concept } ?? true)
      && claim.relation.rawValue == pattern.relation && claim.negated == pattern.isNegated
  }

  private func words(_ pattern: ClaimPattern) -> String {
    func name(_ concept: ConceptIndex?) -> String { concept.map { knowledge.concepts[$0.int].id } ?? "_" }
    return
      "\(name(pattern.agent)) \(pattern.isNegated ? "not " : "")\(pattern.relation) \(name(pattern.target))"
  }

  // MARK: Cues

  /// The cue is expected in the text, in the marked words where some are marked.
  func unfound(_ text: ExampleText, cue: Int32) -> ExampleFailure? {
    let record = knowledge.cues[Int(cue)]
    // Cues that are read only where they are asked for act on no claim: that their forms are there is all to be seen.
    let actsOnClaims = record.category.phraseSet == .always && record.category != .statistic
    let found =
      actsOnClaims
      ? text.checked.reading.cues.filter { $0.cue == cue }.map(\.range)
      : probe.words(ofCue: cue, in: text.checked.document)
    if found.contains(where: { range in text.marked.map { range.overlaps($0) } ?? true }) { return nil }
    let others = text.checked.reading.cues.map { found in
      "\(knowledge.cues[Int(found.cue)].id) in “\(text.words(found.range))”"
    }
    return ExampleFailure(
      expected: "the cue \(record.id)", found: others.isEmpty ? "no cue" : others.joined(separator: ", "))
  }
}
