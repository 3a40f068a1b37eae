import Ingest
import Knowledge
import Linguistics

/// Harms that people have after a treatment, said without a verb of causing: "You may notice some redness".
extension SentenceReader {
  /// A harm that no claim of the sentence speaks of, said to be had or to come about, is what the agent of the sentence or of
  /// the text causes.
  func readHarms(sentence: Int32, firstClaim: Int) {
    guard !isHeading else { return }
    for (place, mention) in mentions.enumerated()
    where mention.roles.contains(.harm) && mention.reference == .none && !mention.isCompared
      && !mention.isPopulation
      // "No side effects" names an outcome, and no harm.
      && !mentions.contains(where: {
        $0.roles.contains(.outcome) && $0.first <= mention.first && $0.end >= mention.end
      })
    {
      let range = byteRange(mention.first, mention.end)
      if result.claims[firstClaim...].contains(where: {
        $0.target.range.overlaps(range) || $0.range.contains(range.start)
      }) {
        continue
      }
      let clause = clauses[clause(of: mention.first)]
      guard clause.kind != .condition else { continue }
      let cue = cues.first {
        $0.category == .experience && $0.first >= clause.first && $0.end <= clause.end
          || $0.category == .negation && $0.covers(mention.first)
      }
      // An item of a list needs no verb: "Redness and some swelling".
      guard cue != nil || isItem && !(first..<end).contains(where: { verb($0) == .finite }) else { continue }
      let named =
        nearest(before: mention.first, from: clause.first, role: .agent)
        ?? linkedAgent(after: mention.end, in: clause.end, links: [])
      let agents = named == nil ? discourse.harmAgents : []
      guard named != nil || !agents.isEmpty, !cues.contains(where: { $0.category == .naturalCourse }) else {
        continue
      }
      guard let frame = grammar.harmFrame else { continue }
      let indicator = Indicator(
        first: cue?.first ?? mention.first, end: cue?.end ?? mention.end, frame: frame, form: .fixed,
        voice: .nominal)
      append(
        indicator, grammar.frames[Int(frame)], agent: named,
        targets: participants(of: Int32(place), as: .target),
        target: Int32(place), sentence, firstClaim, flags: [], implied: agents)
    }
  }
}
