import Linguistics
import Testing

@Suite struct SentenceSplitterTests {
  /// Words with the classes that the splitter asks for.
  static let vocabulary: [(String, WordClasses)] = [
    ("dr", .abbreviation), ("vs", .abbreviation), ("etc", [.abbreviation, .closingAbbreviation]),
    ("al", .abbreviation),
    ("approx", .abbreviation), ("fig", .numberAbbreviation), ("no", .numberAbbreviation),
    ("mr", [.abbreviation, .title]), ("inc", .abbreviation), ("us", .pronoun), ("of", .preposition),
    ("at", .preposition), ("by", .preposition), ("and", .coordinator), ("left", .finiteVerb),
    ("did", .question),
    ("millions", .opener),
    ("the", .determiner), ("it", .pronoun), ("however", .connector), ("may", .properName),
  ]
  static let words: (table: WordTable, splitter: SentenceSplitter) = {
    var table = WordTable()
    var classes: [WordClasses] = [[]]
    for (word, kind) in vocabulary {
      _ = table.add(Array(word.utf8))
      classes.append(kind)
    }
    return (table, SentenceSplitter(classes: classes))
  }()

  static let limit = 256

  /// The sentences of a text.
  private func sentences(of text: String) -> [String] {
    let read = TokenText(text, words: Self.words.table)
    var result: [String] = []
    Self.words.splitter.split(
      read.tokens, from: 0, to: read.tokens.count, text: read.bytes.span, limit: Self.limit
    ) { first, end in
      let range = Int(read.tokens[first].start)..<Int(read.tokens[end - 1].end)
      result.append(String(decoding: read.bytes[range], as: UTF8.self))
    }
    return result
  }

  /// `|` stands where one sentence ends and the next begins.
  private func expectSplit(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let expected = marked.split(separator: "|").map(String.init)
    let text = marked.replacing("|", with: " ")
    #expect(sentences(of: text) == expected, "\(text)", sourceLocation: sourceLocation)
  }

  @Test func whatNobodyCallsASentenceIsCut() {
    let limit = Self.limit
    func words(_ count: Int) -> String { String(repeating: "left ", count: count) }
    func lengths(_ text: String) -> [Int] {
      sentences(of: text).map { TokenText($0, words: Self.words.table).tokens.count }
    }
    #expect(lengths(words(limit)) == [limit])
    #expect(lengths(words(limit + 1)) == [limit, 1])
    #expect(lengths(words(limit * 3 + 5)) == [limit, limit, limit, 5])
    // Behind a comma, where one is near.
    #expect(lengths(words(limit - 20) + ", " + words(100)) == [limit - 19, 100])
    #expect(lengths(words(20) + ", " + words(limit)) == [limit, 21])
    #expect(sentences(of: words(limit) + "right. It fades.").last == "It fades.")
  }

  @Test(arguments: [
    "It fades.|Spots go.", "Does it fade?|Yes!|Good.", "It works?!|Yes.", "It fades.|2 weeks pass.",
    "It fades.|Ärzte sagen ja.", "It fades.|\u{201C}Good,\u{201D} she said.", "It fades.|(Not always.)|Good.",
    "He said \u{201C}It fades.\u{201D}|Then it did.", "It fades (see below).|Then it did.",
  ]) func sentencesEndBeforeWhatCanBeginOne(marked: String) { expectSplit(marked) }

  @Test(arguments: [
    "Dr. Smith agrees.", "A vs. B was tried.", "See Fig. 3 for more.", "Smith et al. Found it.",
    "It took approx. 5 weeks.", "Use some, e.g. creams, today.",
    "J. R. Smith agrees.", "It was approved in the U.S. last year.",
  ]) func abbreviationsAndInitialsEndNone(text: String) { expectSplit(text) }

  @Test(arguments: [
    "Creams, gels etc.|Use both.", "Creams, gels etc.|The rest fades.", "It was A vs.|However, B won.",
    "It is vitamin C.|It fades.",
    "We saw No.|Five left.",
  ]) func abbreviationsEndOneBeforeAnOpeningWord(marked: String) { expectSplit(marked) }

  @Test(arguments: ["It rose to 0.05 in weeks.", "A dose of 1,200.50 mg.", "Version 1.5.2 is out."])
  func pointsInsideNumbersEndNone(text: String) { expectSplit(text) }

  @Test(arguments: [
    "It fades [12].|Spots go.", "It fades.|[3] Spots go.", "It fades (12).|Spots go.",
  ]) func citationMarksStayWithTheirSentence(marked: String) { expectSplit(marked) }

  @Test(arguments: [
    "It fades... slowly.", "It fades\u{2026} slowly.", "It fades...|Then it goes.",
    "It fades\u{2026}|Then it goes.",
  ]) func anEllipsisEndsOneBeforeACapitalOnly(marked: String) { expectSplit(marked) }

  @Test(arguments: ["1. Apply it daily.|2. Wait.", "1. Apply it daily."])
  func listNumbersBelongToWhatFollows(marked: String) { expectSplit(marked) }

  @Test(arguments: [
    "1. Cleanse the skin|2. Tone it|3. Wait", "1.) Cleanse.|2.) Tone.", "a) Cleanse|b) Tone|c) Wait",
    "a. Cleanse the skin|b. Tone it", "(a) It fades.|(b) It stays.", "\u{2022} Cleanse|\u{2022} Tone",
    "\u{2043}9. Cleanse|\u{2043}10. Tone", "First.|ii. Second.|iii. Third.", "Q. Is it?|A. It is.",
  ]) func itemsThatRunOnAreSentences(marked: String) { expectSplit(marked) }

  @Test(arguments: [
    "1. Use step 3. Then wait.", "Use it (see step 2) Then wait.", "A. Smith and B. Jones agree.",
    "J. K. Smith agrees.",
  ]) func numbersOutOfOrderAreNoItems(text: String) {
    #expect(sentences(of: text).count == (text.contains("step 3.") ? 2 : 1))
  }

  @Test(arguments: [
    "It faded.12,13|Then it stayed.", "It faded.\u{00B9}\u{2074}|Then it stayed.",
    "It faded (1999).7|Then it stayed.",
    "It faded.[4]|Then it stayed.", "It fell by 5%.3|Then it stayed.", "Did it (or not?) [45].|It did.",
  ]) func referenceNumbersEndTheirSentence(marked: String) { expectSplit(marked) }

  @Test(arguments: ["See Fig.2 The rest.", "It is v.2 Now."]) func numbersOfNamesAreNoReferences(text: String)
  {
    expectSplit(text)
  }

  @Test func aForgottenSpaceEndsASentence() {
    #expect(sentences(of: "Spots go.Then they stay!Look.") == ["Spots go.", "Then they stay!", "Look."])
    #expect(sentences(of: "About 1,500.These were few.") == ["About 1,500.", "These were few."])
  }

  @Test(arguments: [
    "Write to Ann.Lee@example.org now.", "See www.Example.Com for it.", "Use Node.js or ASP.NET here.",
    "Ask Mr.Smith now.", "See a/b.Txt.gz now.",
  ]) func pointsInsideNamesEndNone(text: String) { expectSplit(text) }

  @Test(arguments: [
    "At 9 a.m. Mr. Smith came.|He left at 4 P.M.|Mr. Smith stayed.", "It was given i.v.|Spots went.",
    "Spots, i.e. Melasma, fade.", "Spots of type I.|Type II stays.", "Take vitamin C.|Topical forms sting.",
    "It was found by A. Smith.|UV-B.|Then UV-A.", "He left the U.S.|Millions did.", "He left the U.S. Army.",
    "Ask you and I.|Did they?", "It was made (Roth Inc.) Then sold.", "It is N\u{00B0}. 26.|The rest is not.",
    "See Fig. 2A and Fig. S1 and Fig. IV.|The rest fades.",
  ]) func theLastLetterOfASentenceIsToldFromAnInitial(marked: String) { expectSplit(marked) }

  @Test(arguments: [
    "It bound.|p53 did not.|mRNA did.|c-fos too.", "We saw E. coli.|It grew.", "It fades. spots go.",
  ])
  func symbolsKeepTheirSmallLetterAtTheStart(marked: String) { expectSplit(marked) }

  @Test(arguments: [
    "What . . . I mean ... I do.", "It ends . . . .|Then more.", "It was weak.|. . . The rest was. . . .",
    "The spot [...] grew [...]\u{201D} (Roth 12).", "It is safe (!) They say.",
  ]) func omissionsEndNone(marked: String) { expectSplit(marked) }

  @Test(arguments: ["It fades\nspots in\r\nweeks.", "It fades the\nSpots of May."])
  func lineBreaksEndNone(text: String) { expectSplit(text) }

  @Test(arguments: ["", "spots", "...", "?", "Spots fade"]) func whatHasNoEndIsOneSentence(text: String) {
    #expect(sentences(of: text) == (text.isEmpty ? [] : [text]))
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func sentencesFollowEachOtherWithoutGaps(seed: UInt64) {
    let text = TokenizerTests.randomText(seed).joined()
    let read = TokenText(text, words: Self.words.table)
    var next = 0
    Self.words.splitter.split(
      read.tokens, from: 0, to: read.tokens.count, text: read.bytes.span, limit: Self.limit
    ) { first, end in
      #expect(first == next && end > first, "seed \(seed): \(text.debugDescription)")
      next = end
    }
    #expect(next == read.tokens.count, "seed \(seed): \(text.debugDescription)")
  }
}
