import Claims
import Ingest
import Knowledge

/// Puts a finding into words: fills the placeholders of a rule's message and suggestion.
struct FindingText {
  let judge: Judge
  let candidate: Candidate
  let document: Document

  /// The text with every `{placeholder}` replaced; a sentence that starts with a replaced word gets its capital where the
  /// template has one.
  func fill(_ template: String) -> String {
    guard template.utf8.contains(UInt8(ascii: "{")) else { return template }
    var output = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      output += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      output += value(of: rest[rest.index(after: open)..<close])
      rest = rest[rest.index(after: close)...]
    }
    output += rest
    return trim(output)
  }

  /// Takes off what an empty placeholder leaves at the end ("…; ").
  private func trim(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, last == " " || last == ";" || last == ":" { text = text.dropLast() }
    return String(text)
  }

  private func value(of name: Substring) -> String {
    let knowledge = judge.knowledge
    switch name {
    case "agent": return list(candidate.agents.map(name(of:)))
    case "target": return self.name(of: candidate.target)
    case "quantity": return candidate.quantity >= 0 ? knowledge.concepts[Int(candidate.quantity)].label : ""
    case "moves":
      let several = candidate.agents.count > 1 || candidate.agents.first.map { isPlural(self.name(of: $0)) } == true
      switch candidate.direction {
      case .increases: return several ? "raise" : "raises"
      case .decreases: return several ? "lower" : "lowers"
      case .noEffect: return several ? "do not change" : "does not change"
      case nil: return ""
      }
    case "stands":
      switch candidate.state {
      case .low: return candidate.check == .opposesCondition ? "\(have) too little of it" : "low"
      case .absent: return candidate.check == .opposesCondition ? "\(have) none or too little of it" : "missing"
      case .high: return candidate.check == .opposesCondition ? "\(have) too much of it" : "high"
      case .disordered, nil: return "disordered"
      }
    case "does":
      switch candidate.direction {
      case .increases: return "raises"
      case .decreases: return "lowers"
      case .noEffect, nil: return "repairs"
      }
    case "certainty": return candidate.certainty.map { $0 == .veryLow ? "very low" : $0.rawValue } ?? ""
    case "note":
      return candidate.statements.first.map { firstLower(dropStop(knowledge.statements[Int($0)].note)) } ?? ""
    case "cue": return words(candidate.cueRange)
    case "suggestion": return suggestion()
    default: return ""
    }
  }

  private var have: String { isPlural(self.name(of: candidate.target)) ? "have" : "has" }

  /// Whether a name takes a verb in the plural ("peels", but not "psoriasis").
  private func isPlural(_ name: String) -> Bool {
    guard name.hasSuffix("s") else { return false }
    return !name.hasSuffix("ss") && !name.hasSuffix("is") && !name.hasSuffix("us")
  }

  private func suggestion() -> String {
    let knowledge = judge.knowledge
    if let statement = candidate.statements.first { return knowledge.statements[Int(statement)].maySay }
    if let definition = candidate.definitions.last { return knowledge.definitions[Int(definition)].maySay }
    return ""
  }

  func name(of participant: Participant) -> String {
    if participant.concept >= 0, participant.origin != .named || participant.range.isEmpty {
      return judge.knowledge.concepts[Int(participant.concept)].label
    }
    if !participant.range.isEmpty { return words(participant.range) }
    return "this treatment"
  }

  private func words(_ range: ByteRange) -> String {
    String(decoding: document.text[range.start..<range.end], as: UTF8.self)
      .split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
  }

  private func list(_ names: [String]) -> String {
    guard names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
  }

  private func dropStop(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }

  private func firstLower(_ text: String) -> String {
    guard let first = text.first, let second = text.dropFirst().first, second.isLowercase || second == " " else {
      return text
    }
    return first.lowercased() + text.dropFirst()
  }
}
