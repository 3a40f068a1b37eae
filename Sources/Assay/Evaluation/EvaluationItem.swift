import Ingest

/// A text with a question about it: one line of a file of labelled texts.
package struct EvaluationItem {
  /// As it came: a string or a number.
  let id: JSONValue
  private let fields: JSONValue
  /// The text, read as plain text. Its clean text has the same code points as the text that was given.
  let document: Document
  let points: CodePoints

  /// - Throws: what the line lacks.
  init(line: some Sequence<UInt8>) throws(EvaluationFault) {
    fields = try JSONLineReader.read(line)
    guard case .object = fields else {
      throw EvaluationFault(problem: "this is no JSON object", remedy: "write {\"id\": …, \"text\": …}")
    }
    switch fields["id"] {
    case .string(let text): id = .string(text)
    case .number(let digits): id = .number(digits)
    default:
      throw EvaluationFault(
        problem: "there is no 'id'", remedy: "give the line an \"id\", a string or a number")
    }
    guard let text = fields["text"]?.string else {
      throw EvaluationFault(problem: "there is no 'text'", remedy: "give the line a \"text\", a string")
    }
    do throws(IngestError) {
      document = try Ingest.document(path: "text", format: .plainText, bytes: Array(text.utf8))
    } catch {
      throw EvaluationFault(problem: error.description, remedy: "shorten the text")
    }
    points = CodePoints(document.text)
  }

  /// A member of the line; nil where it is absent or null.
  subscript(field: String) -> JSONValue? {
    let value = fields[field]
    return value == .null ? nil : value
  }

  /// The label that a person gave.
  var gold: JSONValue? { self["label"] }

  var part: EvaluationPart {
    switch id {
    case .string(let text), .number(let text): EvaluationPart(ofID: text)
    default: .look
    }
  }

  /// The text of an optional field.
  func string(_ field: String) throws(EvaluationFault) -> String? {
    guard let value = self[field] else { return nil }
    guard let text = value.string else {
      throw EvaluationFault(problem: "'\(field)' is no string", remedy: "put its words in quotes")
    }
    return text
  }

  /// Reads a `[start, end)` pair and holds it against the text.
  func range(_ value: JSONValue, in field: String) throws(EvaluationFault) -> CodePointRange {
    guard let pair = value.array, pair.count == 2, let start = pair[0].integer, let end = pair[1].integer
    else {
      throw EvaluationFault(
        problem: "'\(field)' is no span",
        remedy: "write [start, end], two whole numbers that count code points")
    }
    guard start >= 0, start < end, end <= points.count else {
      throw EvaluationFault(
        problem: "'\(field)' is [\(start), \(end)], and the text has \(points.count) code points",
        remedy: "count code points from 0, the end exclusive and behind the start")
    }
    return CodePointRange(start: start, end: end)
  }
}
