import Foundation
import Testing

/// JSON as it stands, for tests of reports.
indirect enum JSONValue: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSONValue].self))
    }
  }

  static func parse(_ text: String) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  subscript(key: String) -> JSONValue {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }
  var list: [JSONValue] { if case .list(let items) = self { items } else { [] } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var int: Int { if case .number(let number) = self { Int(number) } else { -1 } }
  var bool: Bool { self == .bool(true) }
}

/// The part of JSON Schema that `report.schema.json` uses.
struct JSONSchema {
  let root: JSONValue

  /// What is wrong with a value, with the path to it.
  func faults(of value: JSONValue, by schema: JSONValue, at path: String = "$") -> [String] {
    var schema = schema
    if let reference = schema["$ref"].text, let name = reference.split(separator: "/").last {
      schema = root["$defs"][String(name)]
    }
    var faults: [String] = []
    if case .list(let allowed) = schema["enum"], !allowed.contains(value) {
      faults.append("\(path): \(value) is not allowed")
    }
    if schema["const"] != .null, schema["const"] != value {
      faults.append("\(path): \(value) is not the constant")
    }
    let types = schema["type"].text.map { [$0] } ?? schema["type"].list.compactMap(\.text)
    if !types.isEmpty, !types.contains(where: { Self.isA(value, $0) }) {
      faults.append("\(path): \(value) is no \(types.joined(separator: " or "))")
    }
    if case .object(let members) = value, case .object(let properties) = schema["properties"] {
      for key in schema["required"].list.compactMap(\.text) where members[key] == nil {
        faults.append("\(path): '\(key)' is missing")
      }
      for (key, member) in members {
        guard let property = properties[key] else {
          faults.append("\(path): '\(key)' is not described")
          continue
        }
        faults += self.faults(of: member, by: property, at: "\(path).\(key)")
      }
    }
    if case .list(let items) = value {
      for (index, item) in items.enumerated() {
        faults += self.faults(of: item, by: schema["items"], at: "\(path)[\(index)]")
      }
    }
    if let pattern = schema["pattern"].text, let text = value.text,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      faults.append("\(path): \(text) does not match \(pattern)")
    }
    return faults
  }

  private static func isA(_ value: JSONValue, _ type: String) -> Bool {
    switch (value, type) {
    case (.null, "null"), (.bool, "boolean"), (.text, "string"), (.list, "array"), (.object, "object"): true
    case (.number(let number), "integer"): number.rounded() == number
    default: false
    }
  }
}
