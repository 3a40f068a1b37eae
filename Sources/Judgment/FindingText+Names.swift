import Claims
import Ingest
import Knowledge
import Linguistics

/// Names as a person would write them inside a sentence.
extension FindingText {
  var agents: String { list(candidate.agents.map(name(of:))) }

  var areSeveral: Bool {
    candidate.agents.count > 1 || candidate.agents.first.map { EnglishName.isPlural(name(of: $0)) } == true
  }

  func name(of participant: Participant) -> String {
    if participant.concept >= 0, participant.origin != .named || participant.range.isEmpty {
      return label(participant.concept)
    }
    return participant.range.isEmpty
      ? "this treatment" : inSentence(EnglishName.words(participant.range, in: document), participant.concept)
  }

  /// The label of a concept without what tells it from others in brackets: "vitamin C (topical)".
  func label(_ concept: Int32) -> String { withoutBracket(judge.knowledge.concepts[Int(concept)].label) }

  func withoutBracket(_ label: String) -> String {
    guard label.hasSuffix(")"), let bracket = label.firstRange(of: " (") else { return label }
    return String(label[..<bracket.lowerBound])
  }

  /// The words of the text without the capital that only the beginning of a sentence gives them, and with the article that
  /// the reading leaves out ("serum").
  private func inSentence(_ words: String, _ concept: Int32) -> String {
    let bytes = Array(words.utf8)
    guard bytes.count > 1, bytes[1] >= 0x61, bytes[1] <= 0x7A else { return words }
    let hasCapital = bytes[0] >= 0x41 && bytes[0] <= 0x5A
    let small = hasCapital ? words.prefix(1).lowercased() + words.dropFirst() : words
    if concept >= 0 {
      let known = judge.knowledge.concepts[Int(concept)]
      // A name that the rules write with its capital keeps it.
      let forms = [known.label] + known.synonyms + known.needsContext
      return forms.contains { words.hasPrefix($0) } ? words : small
    }
    // "Our serum", "This cream".
    let first = bytes.prefix { $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x61 && $0 <= 0x7A }
    let number = judge.knowledge.words.find(Array(first).lowercasedASCII)
    let classes = number.map { judge.knowledge.wordClasses[Int($0)] } ?? []
    if !classes.isDisjoint(with: [.person, .determiner, .pronoun]) { return small }
    return hasCapital || EnglishName.isPlural(words) ? words : "the " + words
  }

  private func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A note as the end of a sentence: without its full stop, and without the capital of a plain first word.
  func asClause(_ note: String) -> String {
    let bytes = note.utf8
    guard let first = bytes.first, let second = bytes.dropFirst().first else { return note }
    var result = note
    if result.utf8.last == 0x2E { result.removeLast() }
    let isPlainCapital =
      first >= 0x41 && first <= 0x5A && (second >= 0x61 && second <= 0x7A || second == 0x20)
    guard isPlainCapital else { return result }
    return String(UnicodeScalar(first | 0x20)) + result.dropFirst()
  }
}
