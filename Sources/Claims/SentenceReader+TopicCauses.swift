import Ingest
import Knowledge
import Linguistics

/// Causes of what the text is about: "Stress can play a part", "Another theory blames the sun".
extension SentenceReader {
  func readTopicCause(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, _ sentence: Int32, _ firstClaim: Int
  ) {
    guard indicator.voice == .active || indicator.voice == .nonfinite else { return }
    let clause = clauses[clause(of: indicator.first)]
    let any: Grammar.Roles = [.agent, .condition, .quantity]
    let agent =
      nearest(before: indicator.first, from: clause.first, role: any)
      ?? subject(of: indicator.first, role: any)
    if agent == nil, unknownSubject(of: indicator.first) == nil { return }
    let target = linkedTarget(
      after: indicator.end, in: clause.end, links: frame.targetLinks, role: [.condition, .quantity])
    if let target {
      if let agent, mentions[Int(agent)].group == mentions[Int(target)].group { return }
      add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
    } else if let topic = discourse.recentCondition ?? topicParticipant(), !isHeading {
      append(
        indicator, frame, agent: agent, targets: [topic], target: nil, sentence, firstClaim,
        flags: .topicTarget)
    }
  }

  func readBlame(
    _ indicator: Indicator, _ frame: Grammar.FrameRole, _ sentence: Int32, _ firstClaim: Int
  ) {
    let clause = clauses[clause(of: indicator.first)]
    let any: Grammar.Roles = [.agent, .condition, .quantity]
    let agent =
      indicator.voice == .passive
      ? nearest(before: indicator.first, from: clause.first, role: any)
      : object(after: indicator.end, in: clause.end, role: any, limit: 6)
    guard let agent else { return }
    if let target = linkedTarget(
      after: mentions[Int(agent)].end, in: clause.end, links: frame.targetLinks, role: .condition)
    {
      add(indicator, frame, agent: agent, target: target, sentence, firstClaim)
    } else if let topic = discourse.recentCondition ?? topicParticipant() {
      append(
        indicator, frame, agent: agent, targets: [topic], target: nil, sentence, firstClaim,
        flags: .topicTarget)
    }
  }
}
