import Knowledge
import Linguistics

/// Harm that a sentence names as one, so that it offers nothing: "it makes white patches even paler", "using it there makes matters
/// worse".
extension SentenceReader {
  /// Whether the sentence says that a change goes on the way that is wrong already: "even paler" of what is too pale, "the
  /// opposite of what it needs".
  ///
  /// - Parameter outright: only words that call something worse whatever moves it count.
  func saysThatItDeepens(_ target: Int32, outright: Bool = false) -> Bool {
    var found = false
    scan.forEachPhrase(of: .offering, from: Int(first), to: Int(end), grammar, &begunPhrases) { hit in
      let role = role(of: hit)
      guard role.category == .deepening, !found else { return }
      switch role.value {
      case .worse: found = true
      case .lightens: found = isOff(target, [.low, .absent])
      case .darkens: found = isOff(target, [.high])
      default: found = !outright
      }
    }
    return found
  }

  /// Whether a condition means that some quantity is in one of these states; whether a quantity itself may be.
  private func isOff(_ target: Int32, _ states: [Concept.State]) -> Bool {
    guard target >= 0 else { return false }
    let concept = grammar.knowledge.concepts[Int(target)]
    return concept.states.isEmpty || concept.states.contains { states.contains($0.state) }
  }

  /// "Using it on white patches makes them paler", "used on white patches, it makes them paler": a use that the sentence goes on
  /// to judge.
  func isUseThatIsJudged(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, _ targets: [Participant]
  ) -> Bool {
    guard frame.shape == .adviceVerb || frame.shape == .adjective, frame.moves == nil,
      indicator.form == .ing || indicator.form == .past
    else { return false }
    // "is used on": said of the use itself.
    if indicator.first > first, !classes(indicator.first - 1).isDisjoint(with: [.be, .modal, .auxiliary]) {
      return false
    }
    return targets.contains { saysThatItDeepens($0.concept, outright: true) }
  }
}
