import Claims
import Ingest
import Testing

/// Sentences that no writer writes.
@Suite struct LongSentenceTests {
  /// The claim behind it is read all the same, and in its own words.
  @Test(arguments: ["not", "may", "kojic acid or", "no risk,"])
  func aSentenceOfThousandsOfWordsIsRead(words: String) throws {
    let text = String(repeating: words + " ", count: 3_000) + "end. Kojic acid treats melasma."
    let reading = try Reading(text)
    #expect(reading.claims.last == "kojic-acid treats melasma")
    let last = try #require(reading.reading.sentences.last?.range)
    #expect(reading.document.text[last.start..<last.end].elementsEqual("Kojic acid treats melasma.".utf8))
  }

  @Test func itsLengthCanBeSet() throws {
    let text =
      "The grey stones of this old and winding path lie still, and so it seems does all that once went by."
    var limits = ReadingLimits()
    #expect(try Reading(text, limits: limits).reading.cuts == [])
    limits.sentenceTokens = 16
    let reading = try Reading(text, limits: limits).reading
    #expect(reading.sentences.count == 2 && reading.cuts == [reading.sentences[1].range.start])
  }

  @Test func aListOfManyThingsIsCutBetweenThem() throws {
    let list = String(repeating: "grey stones, ", count: 300)
    let reading = try Reading("It has \(list)kojic acid treats melasma.")
    let texts = reading.reading.sentences.map {
      String(decoding: reading.document.text[$0.range.start..<$0.range.end], as: UTF8.self)
    }
    #expect(texts.count > 1 && texts.dropLast().allSatisfy { $0.hasSuffix("stones,") })
    #expect(reading.claims == ["kojic-acid treats melasma"])
  }
}
