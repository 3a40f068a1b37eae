import Knowledge

/// A record or term of the rules in full, for people or as JSON.
public struct RecordDetails: Sendable {
  /// A further record that this one names, with what is said of it here.
  struct Mention: Sendable {
    var text: String
    /// Its members in JSON.
    var members: [(String, String)]

    init(_ text: String, _ members: (String, String)...) {
      self.text = text
      self.members = members
    }
  }

  enum Value: Sendable {
    case text(String)
    case number(Int)
    /// In one line for people.
    case words([String])
    /// A line each.
    case lines([String])
    case mentions([Mention])

    var isEmpty: Bool {
      switch self {
      case .text(let text): text.isEmpty
      case .number: false
      case .words(let words): words.isEmpty
      case .lines(let lines): lines.isEmpty
      case .mentions(let mentions): mentions.isEmpty
      }
    }
  }

  struct Field: Sendable {
    var key: String
    /// For people; nil where JSON alone has the field, because the title says it.
    var label: String?
    var value: Value
    /// The bare term of the rules, for JSON, where people are told more.
    var term: String?
  }

  let kind: String
  let id: String
  let title: String
  private(set) var fields: [Field] = []

  init(_ kind: String, _ id: String, _ title: String) {
    self.kind = kind
    self.id = id
    self.title = title
  }

  /// Adds what there is to say; nothing is said of what is empty.
  mutating func add(_ key: String, _ label: String, _ value: Value) {
    if !value.isEmpty { fields.append(Field(key: key, label: label, value: value)) }
  }

  mutating func add(_ key: String, _ label: String, _ text: String?) {
    add(key, label, .text(text ?? ""))
  }

  /// Adds a term of the rules with what it means to people.
  mutating func add(_ key: String, _ label: String, term: String, meaning: String) {
    fields.append(Field(key: key, label: label, value: .text(meaning), term: term))
  }

  /// Adds what the title says already as a member of its own in JSON.
  mutating func add(member key: String, _ value: Value) {
    fields.append(Field(key: key, label: nil, value: value))
  }

  mutating func add(place: RulePlace) { add("writtenIn", "written in", "\(place.path):\(place.line)") }

  /// Some lines, each with its line end.
  public var text: String {
    var text = "\(kind) \(id)\n"
    if !title.isEmpty { text += "  \(title)\n" }
    for field in fields {
      guard let label = field.label else { continue }
      switch field.value {
      case .text(let value): text += "  \(label): \(value)\n"
      case .number(let number): text += "  \(label): \(number)\n"
      case .words(let words): text += "  \(label): \(words.joined(separator: ", "))\n"
      case .lines(let lines): text += list(label, lines)
      case .mentions(let mentions): text += list(label, mentions.map(\.text))
      }
    }
    return text
  }

  private func list(_ label: String, _ lines: [String]) -> String {
    "  \(label):\n" + lines.map { "    - \($0)\n" }.joined()
  }

  private var json: JSONValue {
    let head: [JSONValue.Member] = [
      .init("kind", .string(kind)), .init("id", .string(id)), .init("title", .string(title)),
    ]
    return .object(head + fields.map { .init($0.key, $0.term.map { .string($0) } ?? Self.json($0.value)) })
  }

  private static func json(_ value: Value) -> JSONValue {
    switch value {
    case .text(let text): .string(text)
    case .number(let number): JSONValue(number)
    case .words(let texts), .lines(let texts): .strings(texts)
    case .mentions(let mentions):
      .array(mentions.map { .object($0.members.map { .init($0.0, .string($0.1)) }) })
    }
  }

  /// Several, with a blank line between.
  public static func text(_ details: [RecordDetails]) -> String {
    details.map(\.text).joined(separator: "\n")
  }

  /// One object, a record a line.
  public static func json(_ details: [RecordDetails], of knowledge: KnowledgeBase) -> String {
    JSONValue.text(ofRecords: details.map(\.json), of: knowledge)
  }
}
