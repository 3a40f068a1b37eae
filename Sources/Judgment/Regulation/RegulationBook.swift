import Claims
import Knowledge

/// The faults of the rules, ready to be looked for: wordings as numbers, what to look at for which cue.
struct RegulationBook: Sendable {
  struct Condition: Sendable {
    var wording: [Int32]
    var with: [Int32]
    var claim: ClaimCondition?
    var source: RegulationFault.Condition
  }

  struct ClaimCondition: Sendable {
    var relations: Set<Claim.Relation>
    var strength: Claim.Strength?
    var attribution: Set<Claim.Attribution>
    var source: RegulationFault.ClaimCondition
  }

  struct Exception: Sendable {
    var wording: [Int32]
    var attribution: Set<Claim.Attribution>
    var source: RegulationFault.Exception
  }

  struct Fault: Sendable {
    var when: [Condition]
    var unless: [Exception]
  }

  let regulation: Regulation
  let faults: [Fault]
  let exceptions: [Exception]
  /// Of each cue the number of its wording, or -1.
  let wordingOfCue: [Int32]
  /// Faults by a wording that one of their conditions looks for.
  let byWording: [[Int32]]
  /// Faults with a condition that begins at a claim, or at a mention.
  let byClaim: [Int32]
  let byMention: [Int32]
  let price: Int32
  let vagueSource: Int32
  /// Rules that bar each fault.
  let barring: [[Int32]]

  init(knowledge: KnowledgeBase) {
    regulation = knowledge.regulation
    var numbers: [String: Int32] = [:]
    func number(_ value: String) -> Int32 {
      if let known = numbers[value] { return known }
      let next = Int32(numbers.count)
      numbers[value] = next
      return next
    }
    price = number("price")
    vagueSource = number("vague-source")
    wordingOfCue = knowledge.cues.map { cue in
      switch cue.category {
      case .wording, .approval: number(cue.value)
      case .vagueSource: Int32(1)
      default: -1
      }
    }
    func exception(_ source: RegulationFault.Exception) -> Exception {
      Exception(
        wording: source.wording.map(number),
        attribution: Set(source.attribution.compactMap(Claim.Attribution.init(rawValue:))), source: source)
    }
    faults = regulation.faults.map { fault in
      Fault(
        when: fault.when.map { source in
          Condition(
            wording: source.wording.map(number), with: source.with.map(number),
            claim: source.claim.map { claim in
              ClaimCondition(
                relations: Set(claim.relations.compactMap(Claim.Relation.init(rawValue:))),
                strength: Claim.Strength(rawValue: claim.strength),
                attribution: Set(claim.attribution.compactMap(Claim.Attribution.init(rawValue:))),
                source: claim)
            }, source: source)
        }, unless: fault.unless.map(exception))
    }
    exceptions = regulation.exceptions.map(exception)
    var byWording = [[Int32]](repeating: [], count: numbers.count)
    var byClaim: [Int32] = []
    var byMention: [Int32] = []
    for (index, fault) in faults.enumerated() {
      let place = Int32(index)
      for condition in fault.when {
        if condition.wording.isEmpty {
          if condition.claim != nil {
            if byClaim.last != place { byClaim.append(place) }
          } else if byMention.last != place {
            byMention.append(place)
          }
        }
        for wording in condition.wording where byWording[Int(wording)].last != place {
          byWording[Int(wording)].append(place)
        }
      }
    }
    self.byWording = byWording
    self.byClaim = byClaim
    self.byMention = byMention
    var barring = [[Int32]](repeating: [], count: faults.count)
    for (index, rule) in regulation.rules.enumerated() {
      for fault in rule.faults { barring[Int(fault)].append(Int32(index)) }
    }
    self.barring = barring
  }

  /// How grave a fault is, and the rules that bar it in the markets chosen; nil where none does.
  ///
  /// - Parameters:
  ///   - standing: what the agent is; rules that are narrowed to other products do not count.
  ///   - isAssumed: the agent only may be what the condition asks for: one step milder.
  func grade(
    _ fault: Int32, jurisdictions: [String], standing: ProductClassifier.Standing, isAssumed: Bool
  ) -> (severity: FindingRule.Severity, rules: [Int32])? {
    let rules = barring[Int(fault)].filter { place in
      let rule = regulation.rules[Int(place)]
      return rule.products.isEmpty || standing.isOne.isEmpty
        || !rule.products.isDisjoint(with: standing.isOne)
    }
    guard !jurisdictions.isEmpty else {
      return regulation.faults[Int(fault)].byDefault.map { ($0, rules) }
    }
    let chosen = rules.filter { place in
      let rule = regulation.rules[Int(place)]
      return rule.holdsIn.contains { $0 == Regulation.everywhere || jurisdictions.contains($0) }
    }
    guard let gravest = chosen.map({ regulation.rules[Int($0)].allowedSeverity }).max() else { return nil }
    return (isAssumed ? gravest.milder : gravest, chosen)
  }
}

extension FindingRule.Severity {
  /// One step down; a note stays one.
  var milder: FindingRule.Severity { self == .error ? .warning : .note }
}
