import Claims
import Ingest
import Knowledge

/// A message with places to fill, cut into its parts once.
struct MessageTemplate: Sendable {
  enum Part: Sendable {
    case words(String)
    /// A place, and what stands there where it would be empty.
    case value(Value, otherwise: String)
  }

  /// What a place is filled with; the name stands in braces in the rules.
  enum Value: String, CaseIterable, Sendable {
    case agent, target, quantity, moves, stands, counter, does, acts, works, `is`, limit, certainty, note,
      cue,
      suggestion, comparator, remark, reviewed, age, here, there, place
  }

  let parts: [Part]

  /// `{name}` or `{name|words for where it is empty}`. Places with a name that is none of `Value` stay empty.
  init(_ text: String) {
    var parts: [Part] = []
    // By bytes, as all marks are ASCII: to tell the characters of a long text takes a hundred times as long.
    var rest = text.utf8[...]
    while let open = rest.firstIndex(of: 0x7B), let close = rest[open...].firstIndex(of: 0x7D) {
      if open > rest.startIndex { parts.append(.words(String(text[rest.startIndex..<open]))) }
      let place = rest[rest.index(after: open)..<close]
      let bar = place.firstIndex(of: 0x7C) ?? place.endIndex
      if let value = Value(rawValue: String(text[place.startIndex..<bar])) {
        parts.append(.value(value, otherwise: String(text[bar..<place.endIndex].dropFirst())))
      }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.words(String(text[rest.startIndex...]))) }
    self.parts = parts
  }
}

/// Puts a finding into words: fills the places of a rule's message and suggestion.
struct FindingText {
  let judge: Judge
  let candidate: Candidate
  let document: Document
  /// Statements whose notes stand beside this text already.
  var isNoted: [Int32] = []

  func fill(_ template: MessageTemplate) -> String {
    var output = ""
    for part in template.parts {
      switch part {
      case .words(let words): output += words
      case .value(let value, let otherwise):
        let filled = text(of: value)
        output += filled.isEmpty ? otherwise : filled
      }
    }
    // What an empty place leaves at the end ("…; ").
    while let last = output.utf8.last, last == 0x20 || last == 0x3B || last == 0x3A { output.removeLast() }
    return output
  }

  private func text(of value: MessageTemplate.Value) -> String {
    switch value {
    case .agent: return agents
    case .target: return name(of: candidate.target)
    case .quantity: return candidate.quantity >= 0 ? label(candidate.quantity) : ""
    case .moves:
      switch candidate.direction {
      case .increases: return areSeveral ? "raise" : "raises"
      case .decreases: return areSeveral ? "lower" : "lowers"
      case .noEffect: return areSeveral ? "do not change" : "does not change"
      case nil: return ""
      }
    case .works: return areSeveral ? "work" : "works"
    case .is: return areSeveral ? "are" : "is"
    case .acts: return acts
    case .stands: return candidate.check == .opposesCondition ? amount : state(candidate.state)
    case .counter: return state(candidate.state == .high ? .low : .high)
    case .does:
      switch candidate.direction {
      case .increases: return "raises"
      case .decreases: return "lowers"
      case .noEffect, nil: return judge.kind(candidate.target.concept) == .condition ? "treats" : "repairs"
      }
    case .limit: return limit
    case .certainty: return candidate.certainty.map { $0 == .veryLow ? "very low" : $0.rawValue } ?? ""
    case .note: return note
    case .remark: return candidate.remark
    case .comparator: return candidate.comparator >= 0 ? label(candidate.comparator) : ""
    case .cue: return cue
    case .suggestion: return suggestion
    case .reviewed: return review?.date ?? ""
    case .age:
      let years = review.map { judge.outdated.freshness.years(at: $0.place) } ?? 0
      return years == 1 ? "1 year" : "\(years) years"
    case .here: return candidate.clash?.here ?? ""
    case .there: return candidate.clash?.there ?? ""
    case .place: return candidate.clash?.place ?? ""
    }
  }

  // MARK: Small words

  private func state(_ state: Concept.State?) -> String {
    switch state {
    case .low: "low"
    case .absent: "missing"
    case .high: "high"
    case .disordered, nil: "disordered"
    }
  }

  private var amount: String {
    switch candidate.state {
    case .low: "too little"
    case .absent: "little or none"
    case .high: "too much"
    case .disordered, nil: "a disorder"
    }
  }

  /// What is said of agent and target, with the target.
  private var acts: String {
    let target = name(of: candidate.target)
    switch candidate.relation {
    case .prevents: return (areSeveral ? "prevent " : "prevents ") + target
    case .increases, .decreases, .noEffect:
      let quantity = candidate.target.concept >= 0 ? label(candidate.target.concept) : target
      return (areSeveral ? "have" : "has") + " this effect on " + quantity
    default: return (areSeveral ? "work for " : "works for ") + target
    }
  }

  private var limit: String {
    switch candidate.limit {
    case .nothing?: "no claim that it works"
    case .may?: "\"may\" at most"
    case .can?: "\"can\" or \"probably\" at most"
    case .plain?, .strong?, .absolute?: "strong words at most"
    case nil: ""
    }
  }

  /// The words that are at fault. A journal is quoted from its name on.
  private var cue: String {
    let quoted = EnglishName.words(candidate.cueRange, in: document)
    guard candidate.check == .unverifiableCitation,
      let first = quoted.utf8.firstIndex(where: { $0 >= 0x41 && $0 <= 0x5A })
    else { return quoted }
    return String(quoted[first...])
  }

  // MARK: Evidence

  /// What the nearest statement notes, and what those as near note that say otherwise.
  private var note: String {
    let knowledge = judge.knowledge
    guard let first = candidate.nearest?.statement ?? candidate.statements.first, !isNoted.contains(first)
    else { return "" }
    var note = (scope ?? "") + asClause(knowledge.statements[Int(first)].note)
    for other in candidate.dissenting {
      note += "; other evidence says otherwise: " + asClause(knowledge.statements[Int(other)].note)
    }
    return note
  }

  /// What may be said instead: of just this agent and target where a statement speaks of them; what is said of a class of
  /// them is said to be that.
  private var suggestion: String {
    let knowledge = judge.knowledge
    // What is said of one agent does not mend a sentence on several.
    if candidate.check == .opposesCondition, candidate.nearest == nil || candidate.agents.count > 1 {
      return opposite
    }
    if let nearest = candidate.nearest {
      return (scope ?? "") + knowledge.statements[Int(nearest.statement)].maySay
    }
    guard let definition = candidate.definitions.last else { return "" }
    return knowledge.definitions[Int(definition)].maySay
  }

  /// The review of the evidence that the finding rests on.
  private var review: (date: String, place: RulePlace)? {
    if let place = candidate.statements.first {
      let statement = judge.knowledge.statements[Int(place)]
      return (statement.reviewed, statement.place)
    }
    return candidate.definitions.first.map { place in
      let definition = judge.knowledge.definitions[Int(place)]
      return (definition.reviewed, definition.place)
    }
  }

  /// "of chemical peels in general: ", where the nearest statement is on a class of what the sentence speaks of.
  private var scope: String? {
    guard let nearest = candidate.nearest, !nearest.isExact else { return nil }
    let statement = judge.knowledge.statements[Int(nearest.statement)]
    // What holds for every treatment, or for all that is treated, says so itself.
    if nearest.agentSteps >= EvidenceLookup.universalSteps
      || nearest.targetSteps >= EvidenceLookup.universalSteps
    {
      return nil
    }
    var classes: [String] = []
    if nearest.agentSteps > 0 { classes.append(plural(judge.knowledge.concepts[statement.intervention.int])) }
    if nearest.targetSteps > 0 { classes.append(label(statement.target.rawValue)) }
    return "of " + classes.joined(separator: " and ") + " in general: "
  }

  /// What follows from the derivation alone: a treatment of the condition has to move the quantity the other way.
  private var opposite: String {
    guard candidate.quantity >= 0, let direction = candidate.direction else { return "" }
    let (wanted, known) = direction == .decreases ? ("raise", "lower") : ("lower", "raise")
    return "for \(name(of: candidate.target)) a treatment has to \(wanted) \(label(candidate.quantity)), and "
      + "\(agents) \(known)\(areSeveral ? "" : "s") it"
  }

  /// The label of a class of things that can be counted, in the plural.
  private func plural(_ concept: Concept) -> String {
    let label = withoutBracket(concept.label)
    guard concept.kind == .class || concept.kind == .device, let last = label.utf8.last,
      last >= 0x61, last <= 0x7A, last != 0x73, !label.hasSuffix("ing"), !label.hasSuffix("medicine")
    else { return label }
    return label.hasSuffix("y") ? label.dropLast() + "ies" : label + "s"
  }
}
