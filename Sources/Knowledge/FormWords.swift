import Linguistics

/// A surface form as the words that the tokenizer finds in it, so that forms and text can never disagree.
///
/// Punctuation is left out: "A:B" and "A (B)" are the two words A and B, and the matcher passes over marks inside a
/// phrase. A percent sign belongs to its number.
struct FormWords: Equatable {
  struct Word: Equatable {
    /// Lower case, marks removed (é is e, α is alpha).
    var text: String
    /// Other spellings of the same word, with their marks, in lower and upper case.
    var spellings: [String] = []
    var hyphenBefore = false
    var isNumber = false
  }
  var words: [Word]

  /// What tells forms apart.
  var key: String {
    words.map(\.text).joined(separator: " ")
  }

  init(words: [Word]) {
    self.words = words
  }

  private static let boundaries = Tokenizer(words: WordTable())

  init(_ form: String) {
    let bytes = Array(Self.plainMarks(form).utf8)
    var tokens: [Token] = []
    Self.boundaries.tokenize(bytes.span, from: 0, to: bytes.count, into: &tokens)
    words = []
    for token in tokens where token.kind != .punctuation {
      let written = String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
      var word = Self.fold(written)
      word.hyphenBefore = token.flags.contains(.hyphenBefore)
      word.isNumber = token.kind == .number
      words.append(word)
    }
  }

  /// Typographic apostrophes as `'`, soft hyphens and zero-width characters left out, as the tokenizer reads them.
  private static func plainMarks(_ form: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in form.unicodeScalars {
      switch scalar.value {
      case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: continue
      case 0x2018...0x201B: result.append("'")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A word in lower case without marks, with the spellings that have them.
  static func fold(_ written: String) -> Word {
    let lower = written.lowercased()
    if lower.utf8.allSatisfy({ $0 < 0x80 }) { return Word(text: lower) }
    var plain = ""
    for character in lower { plain += PlainLetters.stand[character].map { String($0) } ?? String(character) }
    // The tokenizer folds ASCII only: a capital beyond ASCII is a spelling of its own.
    let upper = lower.uppercased()
    let capital = upper.prefix(1) + lower.dropFirst()
    var spellings: [String] = []
    for spelling in [lower, String(capital), upper, written] {
      let folded = asciiLowercased(spelling)
      if folded != plain && !spellings.contains(folded) { spellings.append(folded) }
    }
    return Word(text: plain, spellings: spellings)
  }

  static func asciiLowercased(_ text: String) -> String {
    String(decoding: text.utf8.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}

/// Letters beyond ASCII and what stands for them in plain writing.
enum PlainLetters {
  static let stand: [Character: String] = {
    let marked = [
      "a": "àáâãäåāăą", "c": "çćč", "d": "ďđ", "e": "èéêëēęě", "g": "ğ", "i": "ìíîïīı", "l": "ł", "n": "ñńň",
      "o": "òóôõöøōő", "r": "řŕ", "s": "śšş", "t": "ťţ", "u": "ùúûüūůű", "y": "ýÿ", "z": "źżž",
      "ss": "ß", "ae": "æ", "oe": "œ", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε",
      "kappa": "κ", "lambda": "λ", "omega": "ω", "mu": "µμ",
    ]
    var result: [Character: String] = [:]
    for (plain, letters) in marked {
      for letter in letters { result[letter] = plain }
    }
    return result
  }()
}
