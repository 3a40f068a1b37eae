import Knowledge
import Testing

/// The one rule by which reviews pass, for `rules validate` and for checks.
@Suite struct FreshnessTests {
  private let place = RulePlace(path: "demo/evidence/all.yaml", line: 1)

  private func freshness(_ asOf: String?) throws -> Freshness {
    let knowledge = try #require(SmallRules().load().knowledge)
    return Freshness(packs: knowledge.packs, asOf: asOf.flatMap { ReviewDate($0) })
  }

  /// The small pack was reviewed on 2026-01-01; its reviews hold for two years.
  @Test(arguments: [
    ("2026-01-01", "2028-01-01", false), ("2026-01-01", "2028-01-02", true),
    ("2024-02-29", "2026-02-28", false),
    ("2024-02-29", "2026-03-01", true), ("2030-01-01", "2026-01-01", false), ("no day", "2030-01-01", false),
  ]) func reviewsPassAfterTheirYears(reviewed: String, asOf: String, outdated: Bool) throws {
    #expect(try freshness(asOf).isOutdated(reviewed, at: place) == outdated)
  }

  @Test func thePacksOwnReviewIsTodayWhereNoDayIsGiven() throws {
    #expect(try freshness(nil).today(at: place)?.text == "2026-01-01")
    #expect(try !freshness(nil).isOutdated("2024-01-01", at: place))
    #expect(try freshness(nil).isOutdated("2023-12-31", at: place))
  }

  @Test(arguments: ["2028-01-01", "2028-01-02"]) func validationAgrees(asOf: String) throws {
    let faults = SmallRules().load(asOf: asOf).faults.filter { $0.contains("demo/evidence/all.yaml") }
    #expect(try !faults.isEmpty == freshness(asOf).isOutdated("2026-01-01", at: place), "\(faults)")
  }

  @Test(arguments: ["2026-13-01", "2026-02-29", "26-01-01", "2026/01/01", "", "2026-1-1", "today"])
  func whatIsNoDayIsRefused(text: String) {
    #expect(ReviewDate(text) == nil)
  }
}
