import Knowledge

/// The kinds of record that rules are made of.
public enum RecordKind: String, CaseIterable, Sendable {
  case concept, source, statement, definition, cue, frame, finding, regulation, pack

  /// The name of several of them, as the command line takes it.
  public var plural: String { rawValue + "s" }

  /// The kind of a name in the singular or plural; nil where it is none.
  public init?(name: String) {
    guard let kind = Self.allCases.first(where: { $0.rawValue == name || $0.plural == name }) else {
      return nil
    }
    self = kind
  }
}
