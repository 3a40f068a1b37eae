import Yams

/// Typed access to the fields of one record. Scalars are text and never resolved: `no` is "no", `012` is "012".
/// Whatever is missing, unknown or of the wrong type is reported, and reading goes on.
final class RecordReader {
  let path: String
  let at: Position
  let faults: FaultCollector
  /// What faults call the record: `concept 'x'`.
  var name: String
  /// Whether a field that the record cannot do without is missing or unusable.
  private(set) var isDamaged = false
  private var fields: [String: Node] = [:]
  private var keys: [PlacedText] = []
  private var asked: [String] = []

  /// Returns nil, with a fault, where the node is no record.
  init?(_ node: Node, _ name: String, path: String, faults: FaultCollector) {
    self.path = path
    self.name = name
    self.faults = faults
    at = node.position
    guard case .mapping(let mapping) = node else {
      faults.report(
        path, node.position, "\(name) must be a record, but is \(node.typeName)", "write 'key: value'")
      return nil
    }
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        faults.report(path, key.position, "a key of \(name) is \(key.typeName)", "keys are single words")
        continue
      }
      keys.append(PlacedText(text: scalar.string, at: key.position))
      fields[scalar.string] = value
    }
  }

  /// Reports what makes the record unusable.
  func damage(_ at: Position, _ problem: String, _ remedy: String) {
    isDamaged = true
    faults.report(path, at, problem, remedy)
  }

  func has(_ key: String) -> Bool { fields[key] != nil }

  private func ask(_ key: String, required: Bool) -> Node? {
    if !asked.contains(key) { asked.append(key) }
    if let node = fields[key] { return node }
    if required { damage(at, "\(name) has no '\(key)'", "add '\(key): …'") }
    return nil
  }

  private func wrongType(_ key: String, _ node: Node, _ expected: String) {
    damage(
      node.position, "'\(key)' of \(name) must be \(expected), but is \(node.typeName)", "write \(expected)")
  }

  private func scalar(_ node: Node, _ key: String, _ expected: String) -> PlacedText? {
    guard case .scalar(let scalar) = node else {
      wrongType(key, node, expected)
      return nil
    }
    let text = trim(scalar.string)
    guard !text.isEmpty else {
      damage(node.position, "'\(key)' of \(name) is empty", "give it a value or leave it out")
      return nil
    }
    return PlacedText(text: text, at: node.position)
  }

  private func trim(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }

  // MARK: Fields

  func text(_ key: String) -> PlacedText? {
    ask(key, required: true).flatMap { scalar($0, key, "a text") }
  }

  func optionalText(_ key: String) -> PlacedText? {
    ask(key, required: false).flatMap { scalar($0, key, "a text") }
  }

  /// A text of an optional field that may be written as "".
  func textOrEmpty(_ key: String) -> String {
    guard let node = ask(key, required: false) else { return "" }
    if case .scalar(let scalar) = node { return trim(scalar.string) }
    wrongType(key, node, "a text")
    return ""
  }

  func texts(_ key: String, required: Bool = false) -> [PlacedText] {
    guard let node = ask(key, required: required) else { return [] }
    guard case .sequence(let sequence) = node else {
      wrongType(key, node, "a list of texts")
      return []
    }
    return sequence.compactMap { scalar($0, key, "a list of texts") }
  }

  func integer(_ key: String, in range: ClosedRange<Int32>, required: Bool = false) -> Int32? {
    guard let node = ask(key, required: required), let text = scalar(node, key, "a whole number") else {
      return nil
    }
    guard let value = Int32(text.text) else {
      damage(text.at, "'\(key)' of \(name) is no whole number: '\(text.text)'", "write digits only")
      return nil
    }
    guard range.contains(value) else {
      let limits = "between \(range.lowerBound) and \(range.upperBound)"
      damage(text.at, "'\(key)' of \(name) is \(value)", "it must lie \(limits)")
      return nil
    }
    return value
  }

  /// A value of an enumeration. The field must be there unless `fallback` is given.
  func choice<Value: RawRepresentable & CaseIterable>(
    _ key: String, _ fallback: Value? = nil
  ) -> Value? where Value.RawValue == String {
    guard let node = ask(key, required: fallback == nil) else { return fallback }
    return scalar(node, key, "a text").flatMap { choice(of: $0, key) }
  }

  /// A value of an enumeration that need not be written.
  func optionalChoice<Value: RawRepresentable & CaseIterable>(_ key: String) -> Value?
  where Value.RawValue == String {
    guard let node = ask(key, required: false) else { return nil }
    return scalar(node, key, "a text").flatMap { choice(of: $0, key) }
  }

  /// `text` as a value of an enumeration.
  func choice<Value: RawRepresentable & CaseIterable>(
    of text: PlacedText, _ key: String
  ) -> Value? where Value.RawValue == String {
    if let value = Value(rawValue: text.text) { return value }
    let allowed = Value.allCases.map(\.rawValue)
    let remedy =
      Suggestion.remedy(for: text.text, among: allowed) ?? "choose one of \(allowed.joined(separator: ", "))"
    damage(text.at, "'\(text.text)' is no value of '\(key)' in \(name)", remedy)
    return nil
  }

  /// `true` or `false`; `fallback` where it is not written.
  func flag(_ key: String, _ fallback: Bool) -> Bool {
    guard let node = ask(key, required: false), let text = scalar(node, key, "true or false") else {
      return fallback
    }
    switch text.text {
    case "true": return true
    case "false": return false
    default:
      damage(text.at, "'\(key)' of \(name) is '\(text.text)'", "write true or false")
      return fallback
    }
  }

  /// The records of a list.
  func records(_ key: String, _ what: String, required: Bool = false) -> [RecordReader] {
    guard let node = ask(key, required: required) else { return [] }
    guard case .sequence(let sequence) = node else {
      wrongType(key, node, "a list of records")
      return []
    }
    return sequence.compactMap { RecordReader($0, what, path: path, faults: faults) }
  }

  /// An entry of a list that may hold both.
  enum Entry {
    case text(PlacedText)
    case record(RecordReader)
  }

  /// The entries of a list of texts and records.
  func entries(_ key: String, _ what: String) -> [Entry] {
    guard let node = ask(key, required: false) else { return [] }
    guard case .sequence(let sequence) = node else {
      wrongType(key, node, "a list")
      return []
    }
    return sequence.compactMap { entry in
      if case .mapping = entry {
        return RecordReader(entry, what, path: path, faults: faults).map { .record($0) }
      }
      return scalar(entry, key, "a list of texts").map { .text($0) }
    }
  }

  func record(_ key: String, _ what: String) -> RecordReader? {
    ask(key, required: false).flatMap { RecordReader($0, what, path: path, faults: faults) }
  }

  /// Lists of texts, e.g. pairs of spellings.
  func lists(_ key: String) -> [[PlacedText]] {
    guard let node = ask(key, required: false) else { return [] }
    guard case .sequence(let sequence) = node else {
      wrongType(key, node, "a list of lists")
      return []
    }
    return sequence.map { inner in
      guard case .sequence(let texts) = inner else {
        wrongType(key, inner, "a list of lists")
        return []
      }
      return texts.compactMap { scalar($0, key, "a list of texts") }
    }
  }

  // MARK: Maps with free keys

  /// The keys of the record in their order; they count as known.
  var freeKeys: [PlacedText] {
    asked += keys.map(\.text)
    return keys
  }

  /// Reports every key that nobody asked for.
  func finish() {
    for key in keys where !asked.contains(key.text) {
      let remedy =
        Suggestion.remedy(for: key.text, among: asked)
        ?? "known keys are \(asked.sorted().joined(separator: ", "))"
      faults.report(path, key.at, "unknown key '\(key.text)' in \(name)", remedy)
    }
  }
}
