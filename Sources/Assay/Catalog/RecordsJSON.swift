import Knowledge

extension JSONValue {
  static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  /// An object with the versions that every report begins with, and records of the rules, one a line.
  static func text(ofRecords records: [JSONValue], of knowledge: KnowledgeBase) -> String {
    let head = [
      ("schemaVersion", JSONValue(1)),
      ("tool", .object([Member("name", .string(Tool.name)), Member("version", .string(Tool.version))])),
      (
        "rules",
        .object([
          Member("version", .string(knowledge.packs.map(\.version).joined(separator: "+"))),
          Member("sha256", .string(knowledge.sha256)),
        ])
      ),
    ]
    var output: [UInt8] = [UInt8(ascii: "{")]
    for (key, value) in head {
      output += "\"\(key)\": ".utf8
      value.write(to: &output)
      output += ", ".utf8
    }
    output += "\"records\": [\n".utf8
    for (place, record) in records.enumerated() {
      if place > 0 { output += ",\n".utf8 }
      record.write(to: &output)
    }
    output += "\n]}\n".utf8
    return String(decoding: output, as: UTF8.self)
  }
}
