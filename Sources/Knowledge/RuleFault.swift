/// A fault in a rules file, with the place to mend.
public struct RuleFault: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Severity: String, CaseIterable, Sendable {
    /// The record, or the rules as a whole, cannot be used as written.
    case error
    /// The rules can be used, but something in them is stale or without effect.
    case warning
  }

  /// The file, beginning with the rules directory as it was given.
  public var path: String
  /// 1-based.
  public var line: Int
  /// 1-based, in code points.
  public var column: Int
  /// What is wrong, in lower case without a full stop.
  public var problem: String
  /// What to do about it.
  public var remedy: String
  public var severity: Severity

  public init(
    path: String, line: Int, column: Int, problem: String, remedy: String, severity: Severity = .error
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.problem = problem
    self.remedy = remedy
    self.severity = severity
  }

  /// `path:line:column: error: problem; remedy`
  public var description: String {
    "\(path):\(line):\(column): \(severity.rawValue): \(problem); \(remedy)"
  }
}

/// A place in a rules file: both numbers are 1-based, columns count code points.
struct Position: Equatable, Sendable {
  var line: Int
  var column: Int
  static let start = Position(line: 1, column: 1)
}

/// Gathers the faults of all files of one run.
final class FaultCollector {
  private let root: String
  /// Other directories that files were added from, by the path of the file.
  private var addedRoots: [String: String] = [:]
  private var collected: [RuleFault] = []

  /// - Parameter root: the rules directory, put before the path of each fault.
  init(root: String) {
    self.root = root
  }

  /// A file that does not stand in the rules directory.
  func add(_ path: String, from root: String) { addedRoots[path] = root }

  func report(
    _ path: String, _ at: Position, _ problem: String, _ remedy: String,
    severity: RuleFault.Severity = .error
  ) {
    let root = addedRoots[path] ?? self.root
    let full = path.isEmpty ? root : root.isEmpty ? path : "\(root)/\(path)"
    collected.append(
      RuleFault(
        path: full, line: at.line, column: at.column, problem: problem, remedy: remedy, severity: severity))
  }

  func warn(_ path: String, _ at: Position, _ problem: String, _ remedy: String) {
    report(path, at, problem, remedy, severity: .warning)
  }

  /// All faults in the order of path, line, column, problem; equal ones once.
  var sorted: [RuleFault] {
    let ordered = collected.sorted {
      ($0.path, $0.line, $0.column, $0.problem) < ($1.path, $1.line, $1.column, $1.problem)
    }
    var result: [RuleFault] = []
    for fault in ordered where fault != result.last { result.append(fault) }
    return result
  }
}
