/// Finds where sentences end among the tokens of one block.
///
/// A sentence ends after `.`, `!` or `?`, with the quotes and brackets that close there, when white space and something
/// that can begin a sentence follow. A full stop after an abbreviation, an initial or a list number ends none; a line break
/// alone ends none.
public struct SentenceSplitter: Sendable {
  /// Classes by word number.
  private let classes: [WordClasses]

  public init(classes: [WordClasses]) {
    self.classes = classes
  }

  /// Calls `body` with the first token and the one after the last of each sentence in `tokens[first..<end]`.
  public func split(
    _ tokens: borrowing [Token], from first: Int, to end: Int, text: Span<UInt8>, _ body: (Int, Int) -> Void
  ) {
    var start = first
    var index = first
    while index < end {
      let token = tokens[index]
      guard token.kind == .punctuation, token.mark == 0x2E || token.mark == 0x21 || token.mark == 0x3F else {
        index += 1
        continue
      }
      // The whole run of marks, and what closes with it.
      var after = index + 1
      while after < end, tokens[after].kind == .punctuation, !tokens[after].flags.contains(.spaceBefore),
        closes(tokens[after].mark)
      {
        after += 1
      }
      if after >= end { break }
      if token.mark == 0x2E, holds(tokens, stop: index, next: after, start: start, text: text) {
        index = after
        continue
      }
      if begins(tokens[after], at: after, end: end, tokens: tokens) {
        body(start, after)
        start = after
      }
      index = after
    }
    if start < end { body(start, end) }
  }

  private func closes(_ mark: UInt8) -> Bool {
    switch mark {
    case 0x2E, 0x21, 0x3F, 0x22, 0x27, 0x29, 0x5D: true  // . ! ? " ' ) ]
    default: false
    }
  }

  /// Whether a token can be the first of a sentence.
  private func begins(_ token: Token, at index: Int, end: Int, tokens: borrowing [Token]) -> Bool {
    guard token.flags.contains(.spaceBefore) else { return false }
    switch token.kind {
    case .word: return token.flags.contains(.capitalized) || token.flags.contains(.nonASCII)
    case .number: return true
    case .punctuation:
      // A quote, a bracket, a bullet, a dash: the token behind it decides.
      guard index + 1 < end else { return true }
      switch token.mark {
      case 0x22, 0x27, 0x28, 0x5B, 0x2A, 0x2D, 0:
        let next = tokens[index + 1]
        return next.kind != .word || next.flags.contains(.capitalized) || token.mark == 0x5B
      default: return false
      }
    }
  }

  /// Whether the full stop at `stop` belongs to an abbreviation, an initial or a list number.
  private func holds(_ tokens: borrowing [Token], stop: Int, next: Int, start: Int, text: Span<UInt8>) -> Bool
  {
    guard stop > start, next == stop + 1 else { return false }
    let before = tokens[stop - 1]
    guard !tokens[stop].flags.contains(.spaceBefore) else { return false }
    let follower = tokens[next]
    if !follower.flags.contains(.spaceBefore) { return true }
    switch before.kind {
    case .word:
      let kind = classes[Int(before.word)]
      if kind.contains(.numberAbbreviation) && follower.kind == .number { return true }
      if kind.contains(.abbreviation) {
        // "etc. The": an abbreviation at a sentence's end is followed by a capital that opens a sentence.
        return
          !(follower.kind == .word && follower.flags.contains(.capitalized)
          && classes[Int(follower.word)].isDisjoint(with: [.properName])
          && !classes[Int(follower.word)].isDisjoint(with: [.determiner, .pronoun, .connector, .subordinator]))
      }
      // One letter: an initial ("J. Smith"), or one part of "e.g." and "U.S.".
      if before.end - before.start == 1, text[Int(before.start)] < 0x80 {
        if follower.kind == .word && !follower.flags.contains(.capitalized) { return true }
        let opensSentence = !classes[Int(follower.word)].isDisjoint(with: [.determiner, .pronoun, .connector])
        return before.flags.contains(.capitalized) && !opensSentence
      }
      return follower.kind == .word && !follower.flags.contains(.capitalized)
        && !follower.flags.contains(.nonASCII)
    case .number:
      // "1. Apply …" at the start of a sentence is a list number.
      return stop - 1 == start || (follower.kind == .word && !follower.flags.contains(.capitalized))
    case .punctuation:
      return follower.kind == .word && !follower.flags.contains(.capitalized)
    }
  }
}
