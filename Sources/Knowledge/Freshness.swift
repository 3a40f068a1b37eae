/// Which reviews of evidence are too old on a day.
///
/// The day is given, or it is the day on which the pack of a record was reviewed: no clock is read, so that the same rules
/// give the same answer for ever.
public struct Freshness: Sendable {
  private struct Terms: Sendable {
    var today: ReviewDate?
    var years: Int
  }

  /// By the directory of the pack, which bears its id.
  private let terms: [Substring: Terms]
  /// For records outside of the packs.
  private let others: Terms

  /// - Parameter asOf: the day to hold reviews against; nil: the review date of each pack.
  public init(packs: [Pack], asOf: ReviewDate? = nil) {
    var terms: [Substring: Terms] = [:]
    for pack in packs {
      terms[pack.id[...]] = Terms(
        today: asOf ?? ReviewDate(pack.reviewed), years: Int(pack.maximumAgeYears))
    }
    self.terms = terms
    others = Terms(
      today: asOf ?? packs.compactMap { ReviewDate($0.reviewed) }.max(),
      years: packs.map { Int($0.maximumAgeYears) }.min() ?? Pack.defaultMaximumAge)
  }

  /// How many years a review of the record at a place holds.
  public func years(at place: RulePlace) -> Int { terms(at: place).years }

  /// The day that the record at a place is held against; nil where no day is given and no pack has one.
  public func today(at place: RulePlace) -> ReviewDate? { terms(at: place).today }

  /// Whether a review (`yyyy-mm-dd`) of the record at a place no longer holds.
  public func isOutdated(_ reviewed: String, at place: RulePlace) -> Bool {
    let terms = terms(at: place)
    guard let today = terms.today, let date = ReviewDate(reviewed) else { return false }
    return date.hasPassed(after: terms.years, by: today)
  }

  private func terms(at place: RulePlace) -> Terms { terms[place.path.prefix { $0 != "/" }] ?? others }
}
