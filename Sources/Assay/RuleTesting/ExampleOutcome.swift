import Knowledge

/// What became of one example.
public struct ExampleOutcome: Equatable, Sendable {
  public enum Result: Equatable, Sendable {
    case holds
    /// What was expected, and what was found instead.
    case fails(expected: String, found: String)
    /// Why it was not run.
    case skipped(reason: String)
  }

  /// The sentence, without marks; "" where none could be made.
  public var text: String
  /// Where it is written; of a generated one, where its record is.
  public var place: ExamplePlace
  /// Made from the labels of a statement's concepts.
  public var isGenerated: Bool
  public var result: Result
}

/// The examples of one record of the rules.
public struct RecordOutcome: Equatable, Sendable {
  public var kind: RecordKind
  public var id: String
  public var examples: [ExampleOutcome]

  /// How many examples were run.
  public var run: Int { examples.count - skipped }
  public var held: Int { examples.count { $0.result == .holds } }
  public var failed: Int { run - held }
  public var skipped: Int { examples.count { if case .skipped = $0.result { true } else { false } } }
}
