import Claims
import Knowledge

/// The faults of the rules, ready to be looked for: wordings as numbers, what to look at for which cue.
struct RegulationBook: Sendable {
  // Classes, since they are looked at for every claim and as values would be copied with all their lists each time.

  final class Condition: Sendable {
    let wording: [Int32]
    let with: [Int32]
    let claim: ClaimCondition?
    let source: RegulationFault.Condition

    init(_ source: RegulationFault.Condition, number: (String) -> Int32) {
      wording = source.wording.map(number)
      with = source.with.map(number)
      claim = source.claim.map(ClaimCondition.init)
      self.source = source
    }
  }

  final class ClaimCondition: Sendable {
    // Few each: a search is shorter than a hash.
    let relations: [Claim.Relation]
    let strength: Claim.Strength?
    let attribution: [Claim.Attribution]
    let source: RegulationFault.ClaimCondition

    init(_ source: RegulationFault.ClaimCondition) {
      relations = source.relations.compactMap(Claim.Relation.init(rawValue:))
      strength = Claim.Strength(rawValue: source.strength)
      attribution = source.attribution.compactMap(Claim.Attribution.init(rawValue:))
      self.source = source
    }
  }

  final class Exception: Sendable {
    let wording: [Int32]
    let attribution: [Claim.Attribution]
    let source: RegulationFault.Exception

    init(_ source: RegulationFault.Exception, number: (String) -> Int32) {
      wording = source.wording.map(number)
      attribution = source.attribution.compactMap(Claim.Attribution.init(rawValue:))
      self.source = source
    }
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
  /// Faults with a condition that begins at a claim of a relation, or at a mention.
  let byRelation: [Claim.Relation: [Int32]]
  let byMention: [Int32]
  /// Of each concept whether a condition of `byMention` may begin at it.
  let isLookedFor: [Bool]
  let price: Int32
  let vagueSource: Int32
  /// Rules that bar each fault.
  let barring: [[Int32]]

  /// - Parameter jurisdictions: the markets chosen. Faults that nothing bars there are not looked for.
  init(knowledge: KnowledgeBase, jurisdictions: [String]) {
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
    faults = regulation.faults.map { fault in
      Fault(
        when: fault.when.map { Condition($0, number: number) },
        unless: fault.unless.map { Exception($0, number: number) })
    }
    exceptions = regulation.exceptions.map { Exception($0, number: number) }
    let rules = regulation.rules
    var barring = [[Int32]](repeating: [], count: faults.count)
    for (index, rule) in rules.enumerated() {
      for fault in rule.faults { barring[Int(fault)].append(Int32(index)) }
    }
    self.barring = barring
    var byWording = [[Int32]](repeating: [], count: numbers.count)
    var byRelation: [Claim.Relation: [Int32]] = [:]
    var byMention: [Int32] = []
    var begins: Set<ConceptIndex> = []
    for (index, fault) in faults.enumerated() {
      let isBarred =
        jurisdictions.isEmpty
        ? regulation.faults[index].byDefault != nil
        : barring[index].contains { rules[Int($0)].holds(in: jurisdictions) }
      guard isBarred else { continue }
      let place = Int32(index)
      for condition in fault.when {
        if condition.wording.isEmpty {
          if let claim = condition.claim {
            for relation in claim.relations.isEmpty ? Claim.Relation.allCases : claim.relations
            where byRelation[relation]?.last != place {
              byRelation[relation, default: []].append(place)
            }
          } else {
            if byMention.last != place { byMention.append(place) }
            begins.formUnion(condition.source.mentions)
          }
        }
        for wording in condition.wording where byWording[Int(wording)].last != place {
          byWording[Int(wording)].append(place)
        }
      }
    }
    self.byWording = byWording
    self.byRelation = byRelation
    self.byMention = byMention
    isLookedFor = knowledge.concepts.indices.map { place in
      begins.contains(ConceptIndex(Int32(place)))
        || knowledge.concepts[place].ancestors.contains { begins.contains($0.concept) }
    }
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
    let chosen = rules.filter { regulation.rules[Int($0)].holds(in: jurisdictions) }
    guard let gravest = chosen.map({ regulation.rules[Int($0)].allowedSeverity }).max() else { return nil }
    return (isAssumed ? gravest.milder : gravest, chosen)
  }
}

extension RegulationRule {
  fileprivate func holds(in jurisdictions: [String]) -> Bool {
    holdsIn.contains { $0 == Regulation.everywhere || jurisdictions.contains($0) }
  }
}

extension FindingRule.Severity {
  /// One step down; a note stays one.
  var milder: FindingRule.Severity { self == .error ? .warning : .note }
}
