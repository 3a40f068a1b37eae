import Knowledge

/// Where things stand in the book: paths below its directory, and anchors in its pages.
enum Place {
  static let styleSheet = "handbook.css"
  static let index = "index.html"
  static let names = "names.html"
  static let reading = "reading.html"
  static let findingRules = "findings.html"
  static let regulations = "regulations.html"
  static let pack = "pack.html"
  static let sources = "sources/index.html"

  static func concept(_ concept: Concept) -> String { "concepts/\(concept.id).html" }

  static func sources(letter: Character) -> String { "sources/\(letter).html" }

  static func source(_ source: Source) -> String {
    sources(letter: source.id.first ?? "0") + "#" + anchor(source)
  }

  static func statement(_ statement: EvidenceStatement, on concept: Concept) -> String {
    Place.concept(concept) + "#" + anchor(statement)
  }

  static func definition(_ definition: Definition, of concept: Concept) -> String {
    Place.concept(concept) + "#" + anchor(definition)
  }

  static func findingRule(_ rule: FindingRule) -> String { findingRules + "#" + anchor(rule) }

  static func regulation(_ rule: RegulationRule) -> String { regulations + "#" + anchor(rule) }

  static func anchor(_ statement: EvidenceStatement) -> String { "statement-\(statement.id)" }
  static func anchor(_ definition: Definition) -> String { "definition-\(definition.id)" }
  static func anchor(_ source: Source) -> String { "source-\(source.id)" }
  static func anchor(_ rule: FindingRule) -> String { "rule-\(rule.id.replacing("/", with: "-"))" }
  static func anchor(_ rule: RegulationRule) -> String { "regulation-\(rule.id)" }
  static func anchor(_ kind: Concept.Kind) -> String { "kind-\(kind.rawValue)" }
}
