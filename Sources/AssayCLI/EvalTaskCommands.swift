import ArgumentParser
import Assay
import Claims
import FoundationEssentials
import Ingest

/// The tasks over single lines: JSON lines in, `{"id": …, "label": …}` lines out.
struct EvalLines: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "lines", abstract: "Stub.")
  @Argument var task: String
  @Argument var file: String
  @OptionGroup var rules: RulesOption

  func run() throws {
    let probe = TextProbe(grammar: Grammar(knowledge: try rules.load()))
    let data = try Data(contentsOf: URL(filePath: file))
    for line in data.split(separator: 0x0A) {
      guard let item = try? JSONDecoder().decode(Item.self, from: Data(line)) else { continue }
      let document = try Ingest.document(
        path: "-", format: .plainText, bytes: Array(item.text.utf8), options: IngestOptions())
      func bytes(_ span: [Int]) -> ByteRange {
        let scalars = item.text.unicodeScalars
        let from = scalars.index(scalars.startIndex, offsetBy: span[0])
        let to = scalars.index(from, offsetBy: span[1] - span[0])
        return ByteRange(
          item.text.utf8.distance(from: item.text.startIndex, to: from),
          item.text.utf8.distance(from: item.text.startIndex, to: to))
      }
      func points(_ range: ByteRange) -> [Int] {
        let head = String(decoding: document.text[..<range.start], as: UTF8.self).unicodeScalars.count
        let body = String(decoding: document.text[range.start..<range.end], as: UTF8.self).unicodeScalars.count
        return [head, head + body]
      }
      var label = ""
      switch task {
      case "negation":
        label = item.span.map { probe.isNegated(bytes($0), in: document) } ?? false ? "\"Negated\"" : "\"Affirmed\""
      case "cues":
        let cues = probe.assertionCues(in: document)
        let kinds = Set(cues.map(\.kind.rawValue)).sorted().map { "\"\($0)\"" }.joined(separator: ",")
        label = "[\(kinds)], \"cues\": ["
          + cues.map { "{\"type\": \"\($0.kind.rawValue)\", \"cue\": [\(points($0.range))], \"scope\": \(points($0.scope))}" }
          .joined(separator: ", ") + "]"
      case "causality": label = "\"\(probe.causality(of: document).rawValue)\""
      case "advice": label = "\"\(probe.advice(in: document).rawValue)\""
      case "direction":
        label = "\"\(probe.direction(in: document, of: item.outcome ?? "", intervention: item.intervention ?? "", comparator: item.comparator ?? "").rawValue)\""
      case "relation":
        let relation = probe.relation(in: document, from: bytes(item.term1 ?? [0, 0]), to: bytes(item.term2 ?? [0, 0]))
        label = "{\"treat\": \(relation.treats ? 1 : 0), \"cause\": \(relation.causes ? 1 : 0)}"
      case "sentences":
        let found = probe.sentences(of: document).map { "\(points($0))" }
        label = "[\(found.joined(separator: ","))]"
      default: break
      }
      print("{\"id\": \"\(item.id)\", \"label\": \(label)}")
    }
  }

  struct Item: Decodable {
    var id: String
    var text: String
    var span: [Int]?
    var intervention: String?
    var comparator: String?
    var outcome: String?
    var term1: [Int]?
    var term2: [Int]?
  }
}
