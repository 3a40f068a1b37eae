import Claims
import Testing

/// Outcomes said of a treatment by "be" and "have".
@Suite struct OutcomeTests {
  @Test(
    arguments: [
      ("HIFU is pain-free.", "hifu treats pain-free"),
      ("Microneedling has no downtime.", "microneedling treats no-downtime"),
      ("Microneedling comes with no downtime.", "microneedling treats no-downtime"),
      ("Our thread lifts are permanent.", "thread-lift treats permanent-result"),
      ("HIFU will be as good as surgery.", "hifu treats surgery-equivalent"),
    ]) func isReached(text: String, claim: String) throws
  {
    #expect(try claims(in: text) == [claim])
  }

  @Test func isDeniedWithTheVerb() throws {
    let claim = try #require(try Reading("HIFU is not pain-free.").reading.claims.first)
    #expect(claim.relation == .treats && claim.negated)
  }

  /// The outcome describes something else, or something else is said to have it.
  @Test(arguments: [
    "Lasers are no match for permanent make-up.", "The pain after fillers is permanent.",
    "Hyperpigmentation after peels is permanent.", "If HIFU is pain-free, we will book it.",
  ]) func isNotReadIntoOtherThings(text: String) throws {
    #expect(try !claims(in: text).contains { $0.hasSuffix("permanent-result") || $0.hasSuffix("pain-free") })
  }
}
