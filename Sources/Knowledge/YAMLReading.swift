import Yams

/// Reads the text of a rules file. A record that is no YAML, or has a key twice, is reported and left out, and the rest
/// of the file is still read.
struct YAMLText {
  /// Nil where nothing could be read.
  var root: Node?
  /// Ids of records that were left out: what refers to them is not at fault.
  var lostIDs: [String] = []

  init(_ text: String, path: String, faults: FaultCollector) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var current = text
    var syntaxFaults = 0
    while true {
      do {
        root = try Yams.compose(yaml: current, .basic)
        return
      } catch {
        let fault = Self.describe(error)
        if fault.isSyntax { syntaxFaults += 1 }
        // Later errors of syntax are often echoes of the first.
        if !fault.isSyntax || syntaxFaults == 1 {
          faults.report(path, fault.at, fault.problem, fault.remedy)
        }
        guard syntaxFaults <= 3, let record = Self.record(at: fault.at.line, of: lines) else {
          lostIDs += lines.compactMap(Self.id)
          return
        }
        lostIDs += lines[record].compactMap(Self.id)
        for line in record { lines[line] = "" }
        current = lines.joined(separator: "\n")
      }
    }
  }

  /// The lines (0-based) of the list entry that holds `line` (1-based); nil where it has nothing left to leave out.
  private static func record(at line: Int, of lines: [Substring]) -> Range<Int>? {
    func depth(_ line: Substring) -> Int? {
      let spaces = line.prefix { $0 == " " }.count
      return line.dropFirst(spaces).hasPrefix("- ") ? spaces : nil
    }
    guard let level = lines.lazy.compactMap(depth).first else { return nil }
    let target = min(line - 1, lines.count - 1)
    guard let start = lines[...target].lastIndex(where: { depth($0) == level }) else { return nil }
    let rest = lines[(start + 1)...]
    let end = rest.firstIndex {
      depth($0) == level || ($0.first.map { $0 != " " && $0 != "#" && $0 != "\r" } ?? false)
    }
    return start..<(end ?? lines.count)
  }

  private static func id(_ line: Substring) -> String? {
    let content = line.drop { $0 == " " || $0 == "-" }
    guard content.hasPrefix("id:") else { return nil }
    return content.dropFirst(3).split(separator: " ").first.map { $0.filter { $0 != "\"" && $0 != "'" } }
  }

  private static func describe(
    _ error: any Error
  ) -> (at: Position, problem: String, remedy: String, isSyntax: Bool) {
    let remedy = "look for a missing quote, colon or indentation here or just above"
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let place = Position(line: max(1, mark.line), column: max(1, mark.column))
      let doing = context.map { " \($0.text) that begins in line \($0.mark.line)" } ?? ""
      return (place, "this is no YAML: \(problem)\(doing)", remedy, true)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let place = Position(line: max(1, context.mark.line), column: max(1, context.mark.column))
      return (
        place, "the key '\(duplicates.first ?? "")' stands twice in one record", "keep one of them", false
      )
    case .reader(let problem, _, _, _):
      return (.start, "this is no YAML: \(problem)", "remove control characters from the file", true)
    default:
      return (.start, "this is no YAML: \(error)", remedy, true)
    }
  }
}

/// A text of a rules file with its place.
struct PlacedText: Equatable {
  var text: String
  var at: Position
}

extension Node {
  var position: Position {
    Position(line: max(1, mark?.line ?? 1), column: max(1, mark?.column ?? 1))
  }

  /// What the node is, as faults call it.
  var typeName: String {
    switch self {
    case .scalar(let scalar): scalar.string.isEmpty ? "empty" : "a single text"
    case .sequence: "a list"
    case .mapping: "a record"
    case .alias: "an alias"
    }
  }
}
