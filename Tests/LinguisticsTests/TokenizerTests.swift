import Linguistics
import Testing

@Suite struct TokenizerTests {
  @Test(arguments: [
    ("skin-lightening cream", "skin -lightening cream"),
    ("skin\u{2010}lightening", "skin -lightening"),
    ("a well-known T-shirt-like thing", "a well -known T -shirt -like thing"),
    ("pre- and post-treatment", "pre _'- and post -treatment"),
    ("dark - light", "dark '- light"),
    ("dark\u{2014}light", "dark _'\u{2014} _light"),
    ("1550-nm laser", "#1550 -nm laser"),
    ("5-10 sessions", "#5 -#10 sessions"),
  ]) func hyphensJoinWordsAndAreNoTokens(text: String, expected: String) {
    #expect(TokenText(text).line == expected, "\(text)")
  }

  @Test(arguments: [
    ("Smith's skin", "Smith _'s skin"),
    ("Smith\u{2019}s skin", "Smith _\u{2019}s skin"),
    ("it's the patients' skin", "it _'s the patients _'' skin"),
    ("doesn't won\u{2019}t", "doesn't won\u{2019}t"),
    ("you'll", "you'll"),
    ("rock'n'roll", "rock'n'roll"),
    ("O'SHEA'S", "O'SHEA _'S"),
  ]) func apostrophesBelongToContractionsAndPartPossessives(text: String, expected: String) {
    #expect(TokenText(text).line == expected, "\(text)")
  }

  @Test(arguments: [
    ("80% of 1,200", "#80% of #1,200"),
    ("0.05 mg", "#0.05 mg"),
    ("It cost 5.", "It cost #5 _'."),
    ("in 2020, 30", "in #2020 _', #30"),
    ("5fu and 2nd", "5fu and 2nd"),
    ("q10 b12", "q10 b12"),
    ("80 %", "#80 '%"),
    ("1.5.2", "#1.5.2"),
  ]) func numbersKeepTheirPointsAndPercent(text: String, expected: String) {
    #expect(TokenText(text).line == expected, "\(text)")
  }

  @Test(arguments: [
    ("dark 😀spots", "dark '😀 _spots"),
    ("pig\u{AD}ment fades", "pig\u{AD}ment fades"),
    ("dark\u{A0}spots", "dark spots"),
    ("«dark» \u{201C}spots\u{201D}", "'« _dark _'» '\u{201C} _spots _'\u{201D}"),
    ("naïve Café", "naïve Café"),
    ("\u{FEFF}dark\u{200B} spots", "dark\u{200B} spots"),
    ("wait\u{2026} what?!", "wait _'\u{2026} what _'? _'!"),
    ("≥ 5 µg×2", "'≥ #5 µg _'× _#2"),
    ("", ""),
    (" \n\t ", ""),
  ]) func charactersBeyondASCIIAreTold(text: String, expected: String) {
    #expect(TokenText(text).line == expected, "\(text)")
  }

  @Test func marksStandForTheirKind() {
    let text = TokenText("\u{201C}a\u{201D} «b» \u{2018}c\u{2019} — … • \u{2212} (")
    let marks = text.tokens.filter { $0.kind == .punctuation }.map(\.mark)
    let expected: [Character] = ["\"", "\"", "\"", "\"", "'", "'", "-", ".", "*"]
    #expect(marks.prefix(9).map { Character(UnicodeScalar($0)) } == expected)
    #expect(marks.suffix(2) == [0, UInt8(ascii: "(")])
  }

  @Test func flagsTellCaseSpaceAndLines() throws {
    let text = TokenText("Dark FDA a\r\nA é, b")
    let flags = text.tokens.map(\.flags)
    try #require(flags.count == 7, "\(text.line)")
    #expect(flags[0] == [.capitalized, .spaceBefore])
    #expect(flags[1] == [.capitalized, .uppercase, .spaceBefore])
    #expect(flags[2] == .spaceBefore)
    #expect(flags[3] == [.capitalized, .spaceBefore, .lineBreakBefore], "one letter is no word in capitals")
    #expect(flags[4] == [.nonASCII, .spaceBefore])
    #expect(flags[5] == [])
    #expect(flags[6] == .spaceBefore)
  }

  @Test(arguments: [
    ("DARK", "dark"), ("Don\u{2019}t", "don't"), ("pig\u{AD}ment", "pigment"), ("Café", "café"),
    ("10", "10"), ("B12", "b12"), ("naïve", "naïve"),
  ]) func wordsAreFoundByTheirFoldedForm(written: String, folded: String) throws {
    var words = WordTable()
    let number = words.add(Array(folded.utf8))
    for text in [written, "an \(written), and"] {
      let found = TokenText(text, words: words).tokens.filter { $0.word != 0 }
      #expect(found.map(\.word) == [number], "\(text)")
    }
    #expect(TokenText("x\(written)", words: words).tokens.allSatisfy { $0.word == 0 })
  }

  @Test(arguments: ["Smith's", "Smith\u{2019}s"]) func thePossessiveIsAWordOfItsOwn(text: String) throws {
    var words = WordTable()
    let possessive = words.add(Array("'s".utf8))
    #expect(TokenText(text, words: words).tokens.map(\.word) == [0, possessive])
  }

  // MARK: Laws

  static let pieces = [
    "skin", "Dark", "é", "😀", " ", "  ", "\n", "-", "\u{2010}", "\u{2014}", "'", "\u{2019}", "s", "'s", "5",
    "1,2", "0.5", "%", ".", "?!", "\u{AD}", "\u{A0}", "\u{201C}", "(", ")", "µ", "字", "\u{200B}", "№", "\t",
  ]

  static func randomText(_ seed: UInt64) -> [String] {
    var random = SplitMix64(state: seed)
    return (0..<Int.random(in: 0..<40, using: &random)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func tokensAreSortedAndLieInsideTheText(seed: UInt64) {
    let text = Self.randomText(seed).joined()
    let read = TokenText(text)
    var end: Int32 = 0
    for token in read.tokens {
      #expect(token.start >= end && token.end > token.start, "seed \(seed): \(text.debugDescription)")
      #expect(
        String(validating: read.bytes[Int(token.start)..<Int(token.end)], as: UTF8.self) != nil,
        "seed \(seed): \(text.debugDescription)")
      end = token.end
    }
    #expect(Int(end) <= read.bytes.count, "seed \(seed): \(text.debugDescription)")
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func aPartIsReadAsIfItStoodAlone(seed: UInt64) {
    let pieces = Self.randomText(seed)
    var random = SplitMix64(state: ~seed)
    let first = Int.random(in: 0...pieces.count, using: &random)
    let last = Int.random(in: first...pieces.count, using: &random)
    let start = pieces[..<first].reduce(0) { $0 + $1.utf8.count }
    let alone = TokenText(pieces[first..<last].joined())
    let part = TokenText(pieces.joined(), range: start..<(start + alone.bytes.count))
    let shifted = alone.tokens.map { token in
      var token = token
      token.start += Int32(start)
      token.end += Int32(start)
      return token
    }
    #expect(part.tokens == shifted, "seed \(seed): \(part.line) instead of \(alone.line)")
  }
}
