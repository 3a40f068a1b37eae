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
    case agent, target, quantity, moves, stands, does, certainty, note, cue, suggestion, comparator, remark,
      reviewed, age, here, there, place
  }

  let parts: [Part]

  /// `{name}` or `{name|words for where it is empty}`. Places with a name that is none of `Value` stay empty.
  init(_ text: String) {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
      let place = rest[rest.index(after: open)..<close]
      let bar = place.firstIndex(of: "|") ?? place.endIndex
      if let value = Value(rawValue: String(place[..<bar])) {
        parts.append(.value(value, otherwise: String(place[bar...].dropFirst())))
      }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.words(String(rest))) }
    self.parts = parts
  }
}

/// Puts a finding into words: fills the places of a rule's message and suggestion.
struct FindingText {
  let judge: Judge
  let candidate: Candidate
  let document: Document

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
    let knowledge = judge.knowledge
    switch value {
    case .agent: return list(candidate.agents.map(name(of:)))
    case .target: return name(of: candidate.target)
    case .quantity: return candidate.quantity >= 0 ? knowledge.concepts[Int(candidate.quantity)].label : ""
    case .moves:
      let several =
        candidate.agents.count > 1
        || candidate.agents.first.map { EnglishName.isPlural(name(of: $0)) } == true
      switch candidate.direction {
      case .increases: return several ? "raise" : "raises"
      case .decreases: return several ? "lower" : "lowers"
      case .noEffect: return several ? "do not change" : "does not change"
      case nil: return ""
      }
    case .stands: return stands
    case .does:
      switch candidate.direction {
      case .increases: return "raises"
      case .decreases: return "lowers"
      case .noEffect, nil: return "repairs"
      }
    case .certainty: return candidate.certainty.map { $0 == .veryLow ? "very low" : $0.rawValue } ?? ""
    case .note: return note
    case .remark: return candidate.remark
    case .comparator:
      return candidate.comparator >= 0 ? knowledge.concepts[Int(candidate.comparator)].label : ""
    case .cue: return EnglishName.words(candidate.cueRange, in: document)
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

  private var stands: String {
    guard candidate.check == .opposesCondition else {
      switch candidate.state {
      case .low: return "low"
      case .absent: return "missing"
      case .high: return "high"
      case .disordered, nil: return "disordered"
      }
    }
    let have = EnglishName.isPlural(name(of: candidate.target)) ? "have " : "has "
    switch candidate.state {
    case .low: return have + "too little of it"
    case .absent: return have + "none or too little of it"
    case .high: return have + "too much of it"
    case .disordered, nil: return have + "a disordered share of it"
    }
  }

  // MARK: Evidence

  /// What the nearest statement notes, and what those as near note that say otherwise.
  private var note: String {
    let knowledge = judge.knowledge
    guard let first = candidate.nearest?.statement ?? candidate.statements.first else { return "" }
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
    if let nearest = candidate.nearest {
      return (scope ?? "") + knowledge.statements[Int(nearest.statement)].maySay
    }
    if candidate.check == .opposesCondition { return opposite }
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
    if nearest.targetSteps > 0 { classes.append(judge.knowledge.concepts[statement.target.int].label) }
    return "of " + classes.joined(separator: " and ") + " in general: "
  }

  /// What follows from the derivation alone: a treatment of the condition has to move the quantity the other way.
  private var opposite: String {
    guard candidate.quantity >= 0, let direction = candidate.direction else { return "" }
    let quantity = judge.knowledge.concepts[Int(candidate.quantity)].label
    let condition = name(of: candidate.target)
    let (wanted, known) = direction == .decreases ? ("raise", "lowers") : ("lower", "raises")
    let agents = list(candidate.agents.map(name(of:)))
    let several = candidate.agents.count > 1 || EnglishName.isPlural(agents)
    return "for \(condition) a treatment has to \(wanted) \(quantity), and \(agents) "
      + (several ? String(known.dropLast()) : known) + " it"
  }

  /// The label of a class of things that can be counted, in the plural.
  private func plural(_ concept: Concept) -> String {
    let label = concept.label
    guard concept.kind == .class || concept.kind == .device, let last = label.utf8.last,
      last >= 0x61, last <= 0x7A, last != 0x73, !label.hasSuffix("ing"), !label.hasSuffix("medicine")
    else { return label }
    return label.hasSuffix("y") ? label.dropLast() + "ies" : label + "s"
  }

  // MARK: Names

  private func name(of participant: Participant) -> String {
    if participant.concept >= 0, participant.origin != .named || participant.range.isEmpty {
      return judge.knowledge.concepts[Int(participant.concept)].label
    }
    return participant.range.isEmpty ? "this treatment" : EnglishName.words(participant.range, in: document)
  }

  private func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A note as the end of a sentence: without its full stop, and without the capital of a plain first word.
  private func asClause(_ note: String) -> String {
    let bytes = note.utf8
    guard let first = bytes.first, let second = bytes.dropFirst().first else { return note }
    var result = note
    if result.utf8.last == 0x2E { result.removeLast() }
    let isPlainCapital =
      first >= 0x41 && first <= 0x5A && (second >= 0x61 && second <= 0x7A || second == 0x20)
    guard isPlainCapital else { return result }
    return String(UnicodeScalar(first | 0x20)) + result.dropFirst()
  }
}
