import Claims
import Judgment
import Knowledge
import Testing

/// Which of several statements decides, whatever they are about.
@Suite struct EvidenceLawTests {
  typealias Statement = MadeUpEvidence.Statement

  /// A place on the way up from the claim: steps of the agent and of the target.
  struct Place: Sendable, CustomTestStringConvertible {
    var agent: Int
    var target: Int
    var distance: Int { agent + target }
    func statement(_ verdict: String, partners: [String] = [], certainty: String = "low") -> Statement {
      Statement(
        agent: MadeUpEvidence.agents[agent], partners: partners, target: MadeUpEvidence.targets[target],
        verdict: verdict, certainty: certainty)
    }
    var testDescription: String { "\(agent)+\(target)" }
  }

  static let places = (0..<3).flatMap { agent in (0..<3).map { Place(agent: agent, target: $0) } }

  @Test(arguments: places, places)
  func theNearestDecidesAndEqualsAreMixed(first: Place, second: Place) throws {
    guard first.agent != second.agent || first.target != second.target else { return }
    let supported = first.statement("supported")
    let refuted = second.statement("refuted")
    // In one order of the rules and in the other.
    for statements in [[supported, refuted], [refuted, supported]] {
      let (verdict, evidence) = try MadeUpEvidence(statements).judged("Alphol may treat night.")
      if first.distance < second.distance {
        #expect(verdict == .supported && evidence == [supported.id])
      } else if first.distance > second.distance {
        #expect(verdict == .refuted && evidence == [refuted.id])
      } else {
        #expect(verdict == .mixed && evidence == [supported.id, refuted.id])
      }
    }
  }

  @Test func agentAndTargetCountTheSame() throws {
    // What holds of a step of the agent holds of a step of the target.
    for place in Self.places {
      let mirrored = Place(agent: place.target, target: place.agent)
      let rival = Place(agent: 1, target: 1)
      func verdict(_ place: Place) throws -> Verdict {
        guard place.agent != 1 || place.target != 1 else { return .mixed }
        return try MadeUpEvidence([place.statement("supported"), rival.statement("refuted")])
          .judged("Alphol may treat night.").verdict
      }
      #expect(try verdict(place) == verdict(mirrored), "\(place)")
    }
  }

  @Test func equalsThatAgreeAreNotMixed() throws {
    let statements = [
      Place(agent: 1, target: 0).statement("supported", certainty: "high"),
      Place(agent: 0, target: 1).statement("supported", certainty: "low"),
    ]
    let checked = try MadeUpEvidence(statements)
    #expect(try checked.judged("Alphol may treat night.").verdict == .supported)
    // Of two that agree the less certain one sets how far the words may go.
    #expect(try checked.judged("Alphol treats night.").verdict == .qualified)
  }

  @Test func bothSidesOfMixedEvidenceAreShown() throws {
    let statements = [
      Place(agent: 1, target: 0).statement("supported"), Place(agent: 0, target: 1).statement("refuted"),
    ]
    let rules = try MadeUpEvidence(statements)
    let judgment = try rules.check("Alphol superbly treats night.").judgment
    let finding = try #require(judgment.findings.first)
    #expect(
      Set(finding.statements.map { rules.knowledge.statements[Int($0)].id }) == Set(statements.map(\.id)))
    for statement in statements { #expect(finding.message.contains(statement.id), "\(finding.message)") }
  }

  @Test(arguments: ["Alphol combined with betol", "Betol combined with alphol"])
  func aStatementOnTheCombinationComesFirst(agents: String) throws {
    let combined = Statement(agent: "alphol", partners: ["betol"], target: "gloom", verdict: "refuted")
    let alone = [
      Statement(agent: "alphol", target: "night", verdict: "supported"),
      Statement(agent: "betol", target: "night", verdict: "supported"),
    ]
    let rules = try MadeUpEvidence(alone + [combined])
    #expect(try rules.judged("\(agents) treats night.").evidence == [combined.id])
    #expect(try rules.judged("Alphol treats night.").evidence == [alone[0].id])
    #expect(try rules.judged("Alphol combined with gammol treats night.").evidence == [alone[0].id])
  }

  @Test func aPartnerMayBeOfTheClassThatAStatementNames() throws {
    let onClass = Statement(agent: "gammol", partners: ["liner"], target: "night", verdict: "refuted")
    let own = Statement(agent: "gammol", partners: ["betol"], target: "night", verdict: "supported")
    let text = "Gammol combined with betol may treat night."
    #expect(try MadeUpEvidence([onClass]).judged(text).verdict == .refuted)
    #expect(try MadeUpEvidence([onClass, own]).judged(text).verdict == .supported)
  }

  @Test func theClaimsOwnRelationComesFirst() throws {
    let statements = [
      Statement(agent: "alphol", relation: "causes", target: "stain", verdict: "refuted"),
      Statement(agent: "alphol", relation: "worsens", target: "stain", verdict: "harmful"),
    ]
    #expect(try MadeUpEvidence(statements).judged("Alphol causes stain.").verdict == .refuted)
    #expect(try MadeUpEvidence([statements[1]]).judged("Alphol causes stain.").verdict == .supported)
  }

  // MARK: Random rules

  private func random(_ generator: inout SplitMix) -> Statement {
    let agents = ["alphol", "betol", "liner", "topper", "gammol"]
    let targets = ["night", "dusk", "gloom", "glare"]
    let agent = agents.randomElement(using: &generator) ?? "alphol"
    let partners = ["betol", "gammol"].filter { $0 != agent && Int.random(in: 0..<4, using: &generator) == 0 }
    return Statement(
      agent: agent, partners: partners, target: targets.randomElement(using: &generator) ?? "night",
      verdict: ["supported", "mixed", "insufficient", "refuted"].randomElement(using: &generator) ?? "mixed",
      certainty: ["high", "moderate", "low", "very-low"].randomElement(using: &generator) ?? "low")
  }

  private static let texts = [
    "Alphol treats night.", "Betol may treat dusk.", "Alphol combined with betol superbly treats night.",
    "Liner can treat gloom.", "Alphol does not treat night.",
  ]

  /// What a reader sees of the judgment of a text.
  private func seen(_ text: String, _ statements: [Statement]) throws -> [String] {
    let rules = try MadeUpEvidence(statements)
    let judgment = try rules.check(text).judgment
    return judgment.claims.map { "\($0.verdict) \($0.score)" }
      + judgment.findings.map { "\($0.severity) \($0.message) \($0.suggestion)" }
  }

  @Test(arguments: 0..<40) func neitherOrderNorUnrelatedStatementsMatter(seed: Int) throws {
    var generator = SplitMix(state: UInt64(seed))
    var statements: [Statement] = []
    for _ in 0..<8 {
      let next = random(&generator)
      if !statements.contains(where: { $0.id == next.id }) { statements.append(next) }
    }
    let shuffled = statements.shuffled(using: &generator)
    // On another agent, on another condition, and on a combination that no text names.
    let unrelated = [
      Statement(agent: "gammol", relation: "prevents", target: "glare", verdict: "refuted"),
      Statement(agent: "alphol", relation: "prevents", target: "glare", verdict: "harmful"),
      Statement(agent: "alphol", partners: ["betol", "gammol"], target: "night", verdict: "refuted"),
    ].filter { added in !statements.contains { $0.id == added.id } }
    for text in Self.texts {
      let plain = try seen(text, statements)
      #expect(try seen(text, shuffled) == plain, "\(text) by \(statements.map(\.id))")
      #expect(try seen(text, statements + unrelated) == plain, "\(text) by \(statements.map(\.id))")
    }
  }

  /// More doubt never makes a finding graver nor a score lower.
  @Test(arguments: 0..<40) func doubtNeverCosts(seed: Int) throws {
    var generator = SplitMix(state: UInt64(seed) &+ 1000)
    let rules = try MadeUpEvidence([random(&generator)])
    for words in ["treat night", "superbly treat night", "always treat night"] {
      var last: (severity: Int, score: Int32)?
      // From the firmest to the most doubtful.
      for modal in ["will", "can", "may"] {
        let judgment = try rules.check("Alphol \(modal) \(words).").judgment
        let severity =
          judgment.findings.map { [.note: 1, .warning: 2, .error: 3][$0.severity] ?? 0 }.max() ?? 0
        let score = try #require(judgment.claims.first).score
        if let last {
          #expect(severity <= last.severity, "\(modal) \(words)")
          #expect(score >= last.score, "\(modal) \(words)")
        }
        last = (severity, score)
      }
    }
  }
}

/// A seeded generator.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
