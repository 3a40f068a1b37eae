/// How far the words of a claim go: the scale on which GRADE sets wording against certainty, continued upwards.
public enum Wording: String, CaseIterable, Sendable, Comparable {
  /// Nothing is claimed: it is denied, asked or left open.
  case nothing
  /// "may", "might", "in some people", "if …".
  case may
  /// "can", "probably"; or a weak effect as a fact ("slightly improves").
  case can
  /// The bare verb: "treats".
  case plain
  /// "highly effective", "dramatically".
  case strong
  /// "always", "permanently", "cures".
  case absolute

  /// Steps from the bottom of the scale.
  public var level: Int32 {
    switch self {
    case .nothing: 0
    case .may: 1
    case .can: 2
    case .plain: 3
    case .strong: 4
    case .absolute: 5
    }
  }

  public static func < (a: Wording, b: Wording) -> Bool { a.level < b.level }

  fileprivate init(level: Int32) { self = Self.allCases.first { $0.level == level } ?? .absolute }
}

extension Claim {
  /// How far the claim goes. Strong words take a step up even beside "may", absolute ones two; doubt always leaves it below
  /// the same words without doubt.
  public var wording: Wording {
    if negated { return .nothing }
    let base: Wording
    switch certainty {
    case .question, .unknown: return .nothing
    case .conditional: base = .may
    case .asserted, .hedged, .reported:
      let isLikely = !flags.isDisjoint(with: [.ability, .probable])
      base = flags.contains(.doubted) ? .may : isLikely ? .can : certainty == .hedged ? .may : .plain
    }
    switch strength {
    case .weak: return min(base, .can)
    case .moderate: return base
    case .strong: return Wording(level: base.level + 1)
    case .absolute: return Wording(level: base.level + 2)
    }
  }
}
