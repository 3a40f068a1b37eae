import Judgment
import Knowledge
import Testing

/// Agents of the vocabulary crossed with conditions of the vocabulary and ways to speak: the mechanism is held to account, not a
/// sentence. `{S}` is the agent, `{O}` the condition.
struct CrossedTests {
  struct Pair {
    var agent: String
    var condition: String
  }

  private static let quantity = Shared.concept("melanin")

  private static func agents(_ direction: Concept.Direction) -> [Int32] {
    indices {
      $0.kind.isIntervention
        && $0.effects.contains { $0.quantity.rawValue == quantity && $0.direction == direction }
    }
  }

  private static func conditions(_ states: [Concept.State]) -> [Int32] {
    let harm = Shared.concept("adverse-effect")
    return indices { concept in
      concept.kind == .condition
        && concept.states.contains { $0.quantity.rawValue == quantity && states.contains($0.state) }
        && !concept.ancestors.contains { $0.concept.rawValue == harm }
    }
  }

  private static func indices(_ holds: (Concept) -> Bool) -> [Int32] {
    Shared.knowledge.concepts.indices.filter {
      holds(Shared.knowledge.concepts[$0]) && !label(Int32($0)).contains("(")
    }
    .map { Int32($0) }
  }

  private static func label(_ concept: Int32) -> String { Shared.knowledge.concepts[Int(concept)].label }

  /// A fifth of all pairs, without those whose use a statement supports.
  private static func pairs(_ agents: [Int32], _ conditions: [Int32]) -> [Pair] {
    var pairs: [Pair] = []
    for (i, agent) in agents.enumerated() {
      for (j, condition) in conditions.enumerated() where (i + j) % 5 == 0 {
        let isException = Shared.knowledge.statements.contains { statement in
          statement.intervention.rawValue == agent && statement.verdict == .supported
            && (statement.target.rawValue == condition
              || Shared.knowledge.concepts[Int(condition)].ancestors.contains {
                $0.concept == statement.target
              })
        }
        if !isException { pairs.append(Pair(agent: label(agent), condition: label(condition))) }
      }
    }
    return pairs
  }

  private static let lighteningForPale = pairs(agents(.decreases), conditions([.low, .absent]))
  private static let raisingForDark = pairs(agents(.increases), conditions([.high]))
  private static let lighteningForDark = pairs(agents(.decreases), conditions([.high]))

  private static func sentence(_ template: String, _ pair: Pair) -> String {
    // A name at the head of a sentence has its capital.
    var text = ""
    for part in template.replacing("{S}", with: pair.agent).replacing("{O}", with: pair.condition).split(
      separator: " ")
    {
      let opens = text.isEmpty || text.hasSuffix(".") || text.hasSuffix("?")
      text +=
        (text.isEmpty ? "" : " ") + (opens ? part.prefix(1).uppercased() + part.dropFirst() : String(part))
    }
    return text
  }

  private static func failures(_ template: String, _ pairs: [Pair], expected: Bool) throws -> [String] {
    try pairs.map { sentence(template, $0) }.filter { try Shared.contradicts($0) != expected }
  }

  @Test(arguments: Templates.recommending)
  func findsLighteningForPaleSkin(template: String) throws {
    let failures = try Self.failures(template, Self.lighteningForPale, expected: true)
    #expect(failures.isEmpty, "\(failures.count) missed, first: \(failures.first ?? "")")
  }

  @Test(arguments: Templates.recommending)
  func findsPigmentRaisingForDarkSpots(template: String) throws {
    let failures = try Self.failures(template, Self.raisingForDark, expected: true)
    #expect(failures.isEmpty, "\(failures.count) missed, first: \(failures.first ?? "")")
  }

  @Test(arguments: Templates.recommending)
  func passesLighteningForDarkSpots(template: String) throws {
    let failures = try Self.failures(template, Self.lighteningForDark, expected: false)
    #expect(failures.isEmpty, "\(failures.count) false alarms, first: \(failures.first ?? "")")
  }

  @Test(arguments: Templates.notRecommending)
  func passesWhatIsNotRecommended(template: String) throws {
    let failures =
      try Self.failures(template, Self.lighteningForPale, expected: false)
      + Self.failures(template, Self.raisingForDark, expected: false)
    #expect(failures.isEmpty, "\(failures.count) false alarms, first: \(failures.first ?? "")")
  }
}
