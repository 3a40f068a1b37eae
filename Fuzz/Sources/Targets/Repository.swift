import Assay
import Foundation
import Judgment
import Knowledge
import Reporting

/// This repository, and its rules ready to check with.
enum Repository {
  static let path: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(4)
    return parts.joined(separator: "/")
  }()

  static let checker = Checker(knowledge: loadRules())

  /// All findings are looked at: of every market, old sources too.
  static let strictChecker = checker.judging(
    .init(jurisdictions: checker.knowledge.regulation.jurisdictions, asOf: "2030-01-01"))

  static func bytes(of path: String) -> [UInt8] {
    FileManager.default.contents(atPath: "\(self.path)/\(path)").map { [UInt8]($0) } ?? []
  }

  /// The files below a directory, by their paths from the repository, in order.
  static func files(in directory: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: "\(path)/\(directory)")?.compactMap { $0 as? String }
    return (found ?? []).sorted().map { "\(directory)/\($0)" }
  }

  private static func loadRules() -> KnowledgeBase {
    guard let knowledge = RulesLoader.load(directory: path + "/rules").knowledge else {
      fatalError("the rules of the repository cannot be read")
    }
    return knowledge
  }
}
