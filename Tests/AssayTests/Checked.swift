import Assay
import Foundation
import Ingest
import Judgment
import Knowledge

/// This repository, and its rules ready to check with.
enum Repository {
  static let path: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  static let checker = Result {
    Checker(
      knowledge: try KnowledgeBase.at(
        directory: path + "/rules", cacheDirectory: NSTemporaryDirectory() + "assay-tests-cache/assay"))
  }
}

/// A text with what was found in it.
struct Checked {
  let checked: CheckedDocument
  let knowledge: KnowledgeBase

  init(_ text: String, as format: DocumentFormat = .plainText) throws {
    let checker = try Repository.checker.get()
    knowledge = checker.knowledge
    checked = try checker.check(path: "draft", format: format, bytes: Array(text.utf8))
  }

  /// The findings of one rule.
  func findings(of rule: String) -> [Finding] {
    checked.judgment.findings.filter { knowledge.findingRules[Int($0.rule)].id == rule }
  }

  var rules: [String] { checked.judgment.findings.map { knowledge.findingRules[Int($0.rule)].id } }

  func sourceRange(_ finding: Finding) -> ByteRange { checked.document.sourceRange(of: finding.range) }

  func source(_ range: ByteRange) -> String {
    String(decoding: checked.document.source[range.start..<range.end], as: UTF8.self)
  }

  func clean(_ range: ByteRange) -> String {
    String(decoding: checked.document.text[range.start..<range.end], as: UTF8.self)
  }

  /// The letters and digits of a text, word by word. The piece of a source that stands for some words may hold one mark of a
  /// pair, which is read as text.
  static func words(of text: String) -> [Substring] {
    text.filter { $0 != "*" && $0 != "_" }.split(whereSeparator: \.isWhitespace)
  }

  /// The same, for a piece of source.
  static func words(of source: String, as format: DocumentFormat) throws -> [Substring] {
    let document = try Ingest.document(path: "piece", format: format, bytes: Array(source.utf8))
    let blocks = document.blocks.map { document.text[$0.range.start..<$0.range.end] }
    return words(of: String(decoding: Array(blocks.joined(separator: [0x20])), as: UTF8.self))
  }
}
