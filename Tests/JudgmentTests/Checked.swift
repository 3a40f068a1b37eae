import Assay
import Claims
import Foundation
import Ingest
import Judgment
import Knowledge

/// The rules of this repository, ready to check with.
enum RealRules {
  static let directory: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/") + "/rules"
  }()

  static let checker = Result {
    Checker(
      knowledge: try KnowledgeBase.at(
        directory: directory, cacheDirectory: NSTemporaryDirectory() + "assay-tests-cache/assay"))
  }
}

/// A text with what was found in it.
struct Checked {
  /// A finding as a user sees it.
  struct Found: Equatable, CustomStringConvertible {
    var rule: String
    var severity: FindingRule.Severity
    /// The words it is about.
    var words: String
    var message: String
    var description: String { "\(severity.rawValue) \(rule) «\(words)»" }
  }

  let checked: CheckedDocument
  let knowledge: KnowledgeBase

  init(_ text: String, as format: DocumentFormat = .plainText) throws {
    let checker = try RealRules.checker.get()
    knowledge = checker.knowledge
    checked = try checker.check(path: "draft", format: format, bytes: Array(text.utf8))
  }

  var findings: [Found] {
    checked.judgment.findings.map { finding in
      Found(
        rule: knowledge.findingRules[Int(finding.rule)].id, severity: finding.severity,
        words: String(
          decoding: checked.document.text[finding.range.start..<finding.range.end], as: UTF8.self),
        message: finding.message)
    }
  }

  var verdicts: [Verdict] { checked.judgment.claims.map(\.verdict) }

  /// Whether a finding says that the text contradicts what is known.
  var isContradicted: Bool {
    checked.judgment.findings.contains {
      knowledge.findingRules[Int($0.rule)].family == "contradiction"
    }
  }

  var gravest: FindingRule.Severity? { checked.judgment.findings.map(\.severity).max() }
}

/// The findings of a text.
func findings(in text: String, as format: DocumentFormat = .plainText) throws -> [Checked.Found] {
  try Checked(text, as: format).findings
}

extension String {
  /// A template with its agent and target, every sentence with a capital.
  func filled(agent: String, target: String) -> String {
    let text = replacing("{S}", with: agent).replacing("{O}", with: target)
    var result = ""
    var opens = true
    for character in text {
      result += opens ? character.uppercased() : String(character)
      if ".?!".contains(character) {
        opens = true
      } else if character != " " {
        opens = false
      }
    }
    return result
  }
}
