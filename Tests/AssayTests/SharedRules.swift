import Assay
import Claims
import Foundation
import Ingest
import Judgment
import Knowledge

/// The rules of the repository and a checker on them, loaded once for all tests.
enum Shared {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path()

  static let knowledge: KnowledgeBase = {
    let (knowledge, faults) = RulesLoader.load(directory: root + "rules")
    guard let knowledge, !faults.contains(where: { $0.severity == .error }) else {
      preconditionFailure("the rules have faults: \(faults)")
    }
    return knowledge
  }()

  static let checker = Checker(knowledge: knowledge)

  static func check(_ text: String, as format: DocumentFormat = .plainText) throws -> CheckedDocument {
    try checker.check(path: "draft", format: format, bytes: Array(text.utf8))
  }

  /// The rules that report the text, errors and warnings only unless `notes`.
  static func alarms(_ text: String, as format: DocumentFormat = .plainText, notes: Bool = false) throws
    -> [String]
  {
    try check(text, as: format).judgment.findings
      .filter { notes || $0.severity >= .warning }.map { knowledge.findingRules[Int($0.rule)].id }
  }

  static func contradicts(_ text: String) throws -> Bool {
    try alarms(text).contains { $0.hasPrefix("contradiction/") }
  }

  static func concept(_ id: String) -> Int32 {
    Int32(knowledge.concepts.firstIndex { $0.id == id } ?? -1)
  }

  /// The claims of a text as `agent relation target`, with a minus sign before the relation where it is denied.
  static func claims(_ text: String) throws -> [String] {
    let checked = try check(text)
    func name(_ participant: Participant) -> String {
      participant.concept >= 0 ? knowledge.concepts[Int(participant.concept)].id : "-"
    }
    return checked.reading.claims.map {
      "\(name($0.agent)) \($0.negated ? "-" : "")\($0.relation.rawValue) \(name($0.target))"
    }
  }
}
