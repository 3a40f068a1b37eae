import Testing

/// Sentences that say what a lightening agent does to skin without pigment as the harm that it is, and those that offer it.
@Suite struct DeepeningTests {
  private static let agents = ["kojic acid", "hydroquinone", "vitamin C"]
  private static let targets = ["white patches", "hypopigmentation", "vitiligo"]

  private func contradictions(_ way: String, _ agent: String, _ target: String) throws -> [Checked.Found] {
    try findings(in: way.filled(agent: agent, target: target)).filter { $0.rule.hasPrefix("contradiction/") }
  }

  @Test(arguments: [
    "{S} makes {O} even paler.", "{S} can lighten {O} even more.", "{S} would lighten {O} further.",
    "{S} makes {O} paler and more noticeable.", "{S} lowers melanin, so it makes {O} worse.",
    "In {O}, {S} would take away even more pigment.",
    "{S} reduces melanin and would deepen the contrast in {O}.",
    "Using {S} on {O} is counterproductive.", "Putting {S} on {O} only makes things worse.",
    "Used on {O}, {S} makes matters worse.", "For {O}, {S} is the wrong tool.",
    "{S} blocks melanin, the very thing that is missing in {O}.",
    "{S} lightens the skin, which is the opposite of what {O} calls for.",
    "Because {S} lowers melanin, it could make {O} more visible.",
  ]) func aHarmThatIsNamedIsNoFault(way: String) throws {
    for agent in Self.agents {
      for target in Self.targets {
        #expect(try contradictions(way, agent, target) == [], "\(way.filled(agent: agent, target: target))")
      }
    }
  }

  /// Rhetoric against it.
  @Test(arguments: [
    "Forget {S} for {O}.", "Skip {S} if you have {O}.", "Anyone who sells you {S} for {O} is lying.",
    "You will find blogs that recommend {S} for {O}; ignore them.",
    "We get asked about {S} for {O} a lot, and our answer is always no.",
    "A clinic that recommends {S} for {O} has not understood it.", "What we never do: {S} for {O}.",
    "Our no-go list: {S} for {O}.",
  ]) func whatIsSpokenAgainstIsNoFault(way: String) throws {
    for agent in Self.agents {
      for target in Self.targets {
        #expect(try contradictions(way, agent, target) == [], "\(way.filled(agent: agent, target: target))")
      }
    }
  }

  @Test(arguments: [
    "Don't forget {S} for {O}.", "Forget lasers: {S} helps {O}.", "Skip the laser, {S} clears {O}.",
    "Use {S} to stop {O} getting worse.", "Apply {S} to {O} before it spreads further.",
    "{S} further improves {O}.", "{S} treats {O} even more gently than lasers.",
    "If {O} is getting worse, use {S}.", "Even more effective for {O} is {S}.",
    "Others say no, and we say yes: {S} for {O}.",
  ]) func whatIsOfferedIsAFault(way: String) throws {
    for agent in Self.agents {
      for target in Self.targets {
        #expect(
          try !contradictions(way, agent, target).isEmpty, "\(way.filled(agent: agent, target: target))")
      }
    }
  }

  /// What is worse depends on the condition.
  @Test(arguments: [
    ("Using phototherapy on melasma only makes it darker.", false),
    ("Phototherapy darkens melasma further.", false),
    ("Using phototherapy on melasma only makes it paler.", true),
    ("Using kojic acid on white patches makes them darker.", true),
    ("Use phototherapy to treat melasma.", true),
  ]) func theConditionTellsWhatIsWorse(text: String, isFault: Bool) throws {
    #expect(try findings(in: text).contains { $0.rule.hasPrefix("contradiction/") } == isFault, "\(text)")
  }
}
