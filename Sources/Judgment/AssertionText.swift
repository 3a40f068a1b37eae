import Claims
import Knowledge

/// Puts assertions into plain words.
struct AssertionText {
  let knowledge: KnowledgeBase

  /// How an assertion's agent and target are called.
  struct Names {
    var agent: String
    var target: String
    var isPlural: Bool
    private var isPronoun = false

    init(agent: String, target: String) {
      self.agent = agent
      self.target = target
      isPlural = EnglishName.isPlural(agent)
    }

    /// The same with "it" for an agent that `named` has named.
    func pronoun(after named: Names) -> Names {
      var names = self
      names.isPlural = named.isPlural
      names.agent = named.isPlural ? "they" : "it"
      names.isPronoun = true
      return names
    }

    fileprivate var be: String { isPlural ? "are" : "is" }

    /// "the result of microneedling", "its result".
    fileprivate func own(_ noun: String, _ preposition: String) -> String {
      isPronoun ? "\(isPlural ? "their" : "its") \(noun)" : "the \(noun) \(preposition) \(agent)"
    }
  }

  /// The names that the rules have for agent and target.
  func names(of assertion: Assertion) -> Names {
    let target = assertion.key.kind == .anyHarm ? assertion.named : assertion.key.target
    return Names(
      agent: assertion.key.agent >= 0 ? label(assertion.key.agent) : "the treatment",
      target: target >= 0 ? label(target) : "")
  }

  /// The words of a name as they stand inside a sentence: without the capital that only opens one.
  func inSentence(_ words: String, _ concept: Int32) -> String {
    guard concept >= 0, let first = words.utf8.first, first >= 0x41, first <= 0x5A else { return words }
    let lowered = String(UnicodeScalar(first | 0x20)) + words.dropFirst()
    let forms = [label(concept)] + knowledge.concepts[Int(concept)].synonyms
    let singular = EnglishName.isPlural(lowered) ? String(lowered.dropLast()) : lowered
    return forms.contains { $0 == lowered || $0 == singular } ? lowered : words
  }

  /// "microneedling is said to lower melanin".
  func sentence(_ assertion: Assertion, _ names: Names) -> String {
    let isAffirmed = assertion.low > 0
    let target = names.target
    let said = "\(names.agent) \(names.be) said"
    switch assertion.key.kind {
    case .moves where assertion.key.words != 0: return "\(names.agent) \"\(target)\""
    case .moves: return "\(said) \(move(assertion)) \(target)"
    case .treats where assertion.low < 0: return "\(said) to make \(target) worse"
    case .treats: return "\(said) \(isAffirmed ? "to help against" : "to do nothing against") \(target)"
    case .prevents: return "\(said) \(isAffirmed ? "to prevent" : "not to prevent") \(target)"
    case .harms: return "\(said) \(harm(assertion, target))"
    case .anyHarm:
      return isAffirmed ? "\(said) \(harm(assertion, target))" : "\(said) to have no side effects"
    case .state: return "\(said) to be \(isAffirmed ? "an excess" : "a lack") of \(target)"
    case .member: return "\(said) \(isAffirmed ? "to belong" : "not to belong") to: \(target)"
    case .suited:
      return "\(names.agent) \(names.be) \(isAffirmed ? "allowed" : "ruled out") in case of \(target)"
    case .pain: return "\(said) \(isAffirmed ? "to hurt" : "not to hurt")"
    case .onset: return "\(said) to start to work after \(time(assertion))"
    case .downtime:
      guard assertion.high > 0 else { return "\(said) to need no downtime" }
      return "\(names.own("downtime", "after")) is said to be \(time(assertion))"
    case .sessions: return "\(said) to take \(count(assertion))"
    case .lasting: return "\(names.own("result", "of")) is said \(lasting(assertion))"
    case .interval: return "\(names.own("sessions", "of")) are said to lie \(time(assertion)) apart"
    case .concentration:
      return "\(names.own("share", "of")) in the product is said to be \(span(assertion)) %"
    case .depth: return "\(names.own("needles", "of")) are said to reach \(span(assertion)) mm"
    }
  }

  private func label(_ concept: Int32) -> String { knowledge.concepts[Int(concept)].label }

  private func lasting(_ assertion: Assertion) -> String {
    if assertion.low >= Fact.forever { return "to last for ever" }
    return assertion.high < Fact.forever / 2 ? "to last \(time(assertion))" : "not to last"
  }

  private func move(_ assertion: Assertion) -> String {
    switch (assertion.low, assertion.high) {
    case (1, 1): "to raise"
    case (-1, -1): "to lower"
    case (-1, 0): "not to raise"
    case (0, 1): "not to lower"
    default: "not to change"
    }
  }

  private func harm(_ assertion: Assertion, _ harm: String) -> String {
    if assertion.low == 0 { return "not to cause \(harm)" }
    return assertion.isHedged ? "to be able to cause \(harm)" : "to cause \(harm)"
  }

  private func count(_ assertion: Assertion) -> String {
    assertion.high == 1 ? "one session" : "\(span(assertion)) sessions"
  }

  private func span(_ assertion: Assertion) -> String { span(assertion.low, assertion.high) }

  private func span(_ low: Double, _ high: Double) -> String {
    if low == high { return number(low) }
    if low == 0 { return "up to \(number(high))" }
    if high.isInfinite { return "at least \(number(low))" }
    return "\(number(low)) to \(number(high))"
  }

  /// Days in the unit that people would use.
  private func time(_ assertion: Assertion) -> String {
    let ends = [assertion.low, assertion.high].filter { $0 > 0 && $0.isFinite }
    for (days, unit) in [(365.0, "year"), (30.0, "month"), (7.0, "week"), (1.0, "day")] {
      let isWhole = ends.allSatisfy { ($0 / days).rounded() == $0 / days }
      guard days == 1 || isWhole && !ends.isEmpty else { continue }
      let low = assertion.low / days
      let high = assertion.high / days
      return "\(span(low, high)) \(unit)\(low == 1 && high == 1 ? "" : "s")"
    }
    return "\(span(assertion)) days"
  }

  /// At most one place behind the point.
  private func number(_ value: Double) -> String {
    let tenths = (value * 10).rounded()
    let whole = Int(tenths / 10)
    let rest = Int(tenths) - whole * 10
    return rest == 0 ? "\(whole)" : "\(whole).\(rest)"
  }
}
