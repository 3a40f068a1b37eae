import Knowledge
import Testing

/// Precautions that evidence calls for, and sentences that call them needless.
@Suite struct PrecautionTests {
  @Test(arguments: [
    "You do not need {O} with {S}.", "You don't need to use {O} with {S}.",
    "There is no need for {O} after {S}.",
    "No {O} is needed with {S}.", "{O} is not necessary with {S}.", "{O} is unnecessary when you have {S}.",
    "With {S} you can skip {O}.", "After {S}, {O} is optional.", "You can forget about {O} after {S}.",
    "{S} can safely be had without {O}.", "Our clients do without {O} after {S}.",
    "Don't bother with {O} after {S}.",
    "{S} makes {O} superfluous.",
  ]) func isReported(way: String) throws {
    for (precaution, subject) in Self.calledFor {
      let text = way.filled(agent: subject, target: precaution)
      let found = try findings(in: text)
      #expect(found.map(\.rule) == ["safety/precaution"], "\(text) gave \(found)")
      #expect(found.allSatisfy { $0.severity == .error })
    }
    // Nothing is known to call for it.
    let others = try findings(in: way.filled(agent: "azelaic acid", target: "goggles"))
    #expect(others.filter { $0.rule == "safety/precaution" } == [], "\(way)")
  }

  @Test(arguments: [
    "Do you need {O} with {S}?", "Never skip {O} with {S}.", "Do not go without {O} after {S}.",
    "You need {O} with {S}.",
    "{O} is not optional with {S}.", "It is a myth that you do not need {O} with {S}.",
    "{S} is not done without {O}.", "If you forget {O} with {S}, it may end badly.",
    "You cannot do without {O} with {S}.",
    "There is no reason to skip {O} with {S}.", "You do not need expensive {O} with {S}.",
    "{O} is not needed any more once {S} has ended.", "No {O} is needed at night with {S}.",
    "Men do not need {O} with {S}.", "You do not need {O} with {S} unless you go out.",
    "You do not need to wait with {O} after {S}.",
    "{S} cannot replace {O}.", "A serum under {O} is optional with {S}.",
    "Ask your doctor whether you need {O} with {S}.",
  ]) func isNoFault(way: String) throws {
    for (precaution, subject) in Self.calledFor {
      let text = way.filled(agent: subject, target: precaution)
      let found = try findings(in: text).filter { $0.rule == "safety/precaution" }
      #expect(found == [], "\(text)")
    }
  }

  /// Kinds of what calls for it, a condition that does, and what was named before.
  @Test(arguments: [
    "A glycolic acid peel needs no sunscreen afterwards.", "Vitiligo skin does not need sun protection.",
    "You do not need contraception while taking isotretinoin.",
    "We treat severe acne with isotretinoin. Contraception is not needed.",
  ]) func findsWhatCallsForIt(text: String) throws {
    #expect(try findings(in: text).map(\.rule).contains("safety/precaution"), "\(text)")
  }

  private static let calledFor = [
    ("sunscreen", "a chemical peel"), ("contraception", "isotretinoin"), ("goggles", "laser hair removal"),
  ]
}
