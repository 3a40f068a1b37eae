import Linguistics
import Testing

@Suite struct SentenceSplitterTests {
  /// Words with the classes that the splitter asks for.
  static let vocabulary: [(String, WordClasses)] = [
    ("dr", .abbreviation), ("vs", .abbreviation), ("etc", .abbreviation), ("al", .abbreviation),
    ("approx", .abbreviation), ("fig", .numberAbbreviation), ("no", .numberAbbreviation),
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

  /// The sentences of a text.
  private func sentences(of text: String) -> [String] {
    let read = TokenText(text, words: Self.words.table)
    var result: [String] = []
    Self.words.splitter.split(read.tokens, from: 0, to: read.tokens.count, text: read.bytes.span) {
      first, end in
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

  @Test(arguments: [
    "It fades.|Spots go.", "Does it fade?|Yes!|Good.", "It works?!|Yes.", "It fades.|2 weeks pass.",
    "It fades.|Ärzte sagen ja.", "It fades.|\u{201C}Good,\u{201D} she said.", "It fades.|(Not always.)|Good.",
    "He said \u{201C}It fades.\u{201D}|Then it did.", "It fades (see below).|Then it did.",
  ]) func sentencesEndBeforeWhatCanBeginOne(marked: String) { expectSplit(marked) }

  @Test(arguments: [
    "Dr. Smith agrees.", "A vs. B was tried.", "See Fig. 3 for more.", "Smith et al. Found it.",
    "Creams, gels etc. Use both.", "It took approx. 5 weeks.", "Use some, e.g. creams, today.",
    "J. R. Smith agrees.", "It was approved in the U.S. last year.",
  ]) func abbreviationsAndInitialsEndNone(text: String) { expectSplit(text) }

  @Test(arguments: [
    "Creams, gels etc.|The rest fades.", "It was A vs.|However, B won.", "It is vitamin C.|It fades.",
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

  @Test(arguments: ["It fades\nspots in\r\nweeks.", "It fades the\nSpots of May."])
  func lineBreaksEndNone(text: String) { expectSplit(text) }

  @Test(arguments: ["", "spots", "...", "?", "Spots fade"]) func whatHasNoEndIsOneSentence(text: String) {
    #expect(sentences(of: text) == (text.isEmpty ? [] : [text]))
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func sentencesFollowEachOtherWithoutGaps(seed: UInt64) {
    let text = TokenizerTests.randomText(seed).joined()
    let read = TokenText(text, words: Self.words.table)
    var next = 0
    Self.words.splitter.split(read.tokens, from: 0, to: read.tokens.count, text: read.bytes.span) {
      first, end in
      #expect(first == next && end > first, "seed \(seed): \(text.debugDescription)")
      next = end
    }
    #expect(next == read.tokens.count, "seed \(seed): \(text.debugDescription)")
  }
}
