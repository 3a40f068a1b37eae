/// The first assertions of each kind, agent and target, to hold later ones against.
struct AssertionIndex<Place: Sendable>: Sendable {
  struct Entry: Sendable {
    var assertion: Assertion
    /// Where it stands.
    var place: Place
  }

  /// Of one agent and target so many different ones are kept; who says more different things of one thing is told enough.
  static var limit: Int { 12 }

  private var entries: [Assertion.Key: [Entry]] = [:]

  /// The first assertion that cannot hold beside this one.
  func first(against assertion: Assertion, where holds: (Entry) -> Bool) -> Entry? {
    guard let known = entries[assertion.key] else { return nil }
    return known.first(where: holds)
  }

  /// Keeps an assertion, unless the same was said before.
  /// - Returns: whether it is new.
  @discardableResult
  mutating func add(_ assertion: Assertion, at place: Place) -> Bool {
    let known = entries[assertion.key]
    if let known,
      known.count >= Self.limit || known.contains(where: { $0.assertion.repeats(assertion) })
    {
      return false
    }
    entries[assertion.key, default: []].append(Entry(assertion: assertion, place: place))
    return true
  }
}
