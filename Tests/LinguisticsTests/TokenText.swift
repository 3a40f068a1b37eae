import Linguistics

/// Tokens as text, so that a test can show all it expects in one line.
///
/// A token stands as its bytes in the text, after `-` where a hyphen joins it to the one before, after `_` where nothing
/// stands between the two. A number has `#` before it, a punctuation mark `'`.
struct TokenText {
  let bytes: [UInt8]
  let tokens: [Token]

  init(_ text: String, words: WordTable = WordTable(), range: Range<Int>? = nil) {
    let bytes = Array(text.utf8)
    let range = range ?? 0..<bytes.count
    var tokens: [Token] = []
    Tokenizer(words: words).tokenize(bytes.span, from: range.lowerBound, to: range.upperBound, into: &tokens)
    self.bytes = bytes
    self.tokens = tokens
  }

  func text(of token: Token) -> String {
    String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  var line: String {
    tokens.map { token in
      var result = ""
      if token.flags.contains(.hyphenBefore) {
        result = "-"
      } else if !token.flags.contains(.spaceBefore) {
        result = "_"
      }
      switch token.kind {
      case .word: break
      case .number: result += "#"
      case .punctuation: result += "'"
      }
      return result + text(of: token)
    }.joined(separator: " ")
  }
}

/// SplitMix64.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
