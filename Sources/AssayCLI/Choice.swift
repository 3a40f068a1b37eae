import ArgumentParser
import Knowledge

/// Reads the values of options that are one of a few words, and says what was meant where one is misspelt.
enum Choice {
  /// The value of a word.
  static func parse<Value: RawRepresentable & CaseIterable>(_ what: String, _ text: String) throws -> Value
  where Value.RawValue == String {
    if let value = Value(rawValue: text) { return value }
    throw refusal(what, text, Value.allCases.map(\.rawValue))
  }

  /// What to answer to a word that is none of the allowed ones.
  static func refusal(_ what: String, _ text: String, _ allowed: [String]) -> ValidationError {
    let remedy =
      Suggestion.nearest(to: text, among: allowed).map { "did you mean '\($0)'?" }
      ?? "choose one of \(allowed.joined(separator: ", "))"
    return ValidationError("no \(what) '\(text)'; \(remedy)")
  }

  /// What to answer to an id that no record has.
  static func refusal(_ what: String, _ text: String, near: [String]) -> ValidationError {
    let remedy =
      near.isEmpty
      ? "'assay rules list' shows all ids"
      : "did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?"
    return ValidationError("no \(what) '\(text)'; \(remedy)")
  }

  /// The allowed words, for help.
  static func words<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> String
  where Value.RawValue == String {
    type.allCases.map(\.rawValue).joined(separator: ", ") + "."
  }
}
