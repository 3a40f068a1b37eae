import Testing

/// Harm that evidence documents and a text denies, and exceptions within what a text calls safe.
@Suite struct DenialTests {
  private static let harms = [
    ("isotretinoin", "birth defects"), ("hydroquinone", "ochronosis"), ("minoxidil", "unwanted hair growth"),
  ]

  private func rules(_ text: String) throws -> [String] { try findings(in: text).map(\.rule) }

  @Test(arguments: ["{S} does not cause {O}.", "{S} cannot cause {O}.", "{O} is not caused by {S}."])
  func aKnownHarmThatIsDeniedIsReported(way: String) throws {
    for (agent, harm) in Self.harms.prefix(2) {
      let text = way.filled(agent: agent, target: harm)
      #expect(try rules(text).contains("evidence/refuted"), "\(text)")
    }
  }

  @Test(arguments: [
    "{S} does not always cause {O}.", "{S} does not cause {O} in men.", "Does {S} not cause {O}?",
    "It is a myth that {S} does not cause {O}.", "{S} does not cause {O} if it is used for a short time.",
    "{S} may not cause {O} in everyone.", "{S} can cause {O}.", "It is not known whether {S} causes {O}.",
  ]) func aDenialInPartIsNone(way: String) throws {
    for (agent, harm) in Self.harms {
      let text = way.filled(agent: agent, target: harm)
      #expect(try !rules(text).contains("evidence/refuted"), "\(text)")
    }
  }

  @Test(arguments: [
    "Azelaic acid and S are safe in pregnancy.", "S and azelaic acid are safe in pregnancy.",
    "Azelaic acid, benzoyl peroxide and S are safe in pregnancy.",
    "Not only azelaic acid but also S is safe in pregnancy.",
  ]) func oneOfSeveralThatAreCalledSafe(way: String) throws {
    for agent in ["isotretinoin", "tretinoin"] {
      #expect(try rules(way.replacing("S ", with: agent + " ")).contains("safety/contraindication"), "\(way)")
    }
  }

  @Test(arguments: [
    "Azelaic acid, unlike S, is safe in pregnancy.", "Azelaic acid but not S is safe in pregnancy.",
    "Azelaic acid, and not S, is safe in pregnancy.", "S is safe for most adults, but never in pregnancy.",
    "Pregnant women can safely use azelaic acid, but never S.",
  ]) func anExceptionIsNoFault(way: String) throws {
    for agent in ["isotretinoin", "tretinoin"] {
      let text = way.replacing("S ", with: agent + " ").replacing("S,", with: agent + ",").replacing(
        "S.", with: agent + ".")
      #expect(try rules(text) == [], "\(text)")
    }
  }
}
