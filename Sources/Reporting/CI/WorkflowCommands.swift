import Knowledge

/// The first commands of each level, for the end of a report.
struct WorkflowCommands: Sendable, Equatable {
  /// How many annotations of a level GitHub shows of one step.
  static let limit = 10

  private var kept: [FindingRule.Severity: [[UInt8]]] = [:]

  /// The kept commands of a level, in the order of the report.
  subscript(severity: FindingRule.Severity) -> [[UInt8]] { kept[severity] ?? [] }

  /// Keeps a command if there is room for it.
  /// - Parameter write: appends the command; not called where there is no room.
  mutating func add(_ severity: FindingRule.Severity, _ write: (inout [UInt8]) -> Void) {
    guard self[severity].count < Self.limit else { return }
    var command: [UInt8] = []
    write(&command)
    kept[severity, default: []].append(command)
  }

  /// Adds what comes later in the report.
  mutating func add(_ later: WorkflowCommands) {
    for (severity, commands) in later.kept {
      kept[severity, default: []] += commands.prefix(Self.limit - self[severity].count)
    }
  }
}
