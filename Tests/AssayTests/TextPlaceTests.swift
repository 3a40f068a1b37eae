import Ingest
import Testing

@testable import Assay

/// Places in texts: code points, bytes, and phrases that are looked for.
@Suite struct TextPlaceTests {
  private let text = CodePoints(Array("é — 😀 red skin".utf8))

  private func range(_ start: Int, _ end: Int) -> CodePointRange { CodePointRange(start: start, end: end) }

  @Test func codePointsAndBytesAgree() {
    #expect(text.count == 14)
    #expect(text.bytes(range(0, 1)) == ByteRange(0, 2))
    #expect(text.bytes(range(2, 3)) == ByteRange(3, 6))
    #expect(text.bytes(range(4, 5)) == ByteRange(7, 11))
    #expect(text.bytes(range(6, 14)) == ByteRange(12, 20))
    for start in 0...text.count {
      for end in start...text.count {
        let points = range(start, end)
        #expect(text.points(text.bytes(points)) == points)
      }
    }
  }

  @Test func aPartOfACodePointMeansTheWhole() {
    #expect(text.points(ByteRange(8, 10)) == range(4, 5))
    #expect(text.text(range(4, 8)) == "😀 re")
  }

  private func find(_ phrase: String, in text: String, besides taken: CodePointRange? = nil)
    -> CodePointRange?
  {
    PhraseSearch(CodePoints(Array(text.utf8))).find(phrase, besides: taken)
  }

  @Test func findsPhrasesWhateverTheirCaseAndSpace() {
    #expect(find("red  spots", in: "é 😀 RED\n\u{A0} Spots.") == range(4, 15))
    #expect(find(" Œdème ", in: "un œDÈME") == range(3, 8))
    #expect(find("scar", in: "red spots") == nil)
    #expect(find("  ", in: "red spots") == nil)
    #expect(find("long phrase", in: "long") == nil)
    #expect(find("a", in: "") == nil)
  }

  @Test func wholeWordsComeBeforePartsOfWords() {
    #expect(find("rash", in: "a rashly named rash") == range(15, 19))
    #expect(find("rash", in: "rashes") == range(0, 4))
  }

  @Test func aTakenPlaceIsLeftAlone() {
    #expect(find("sun", in: "sun after sun", besides: range(0, 3)) == range(10, 13))
    #expect(find("sun", in: "sun", besides: range(0, 3)) == range(0, 3))
  }

  @Test func itemsThatShareATextAreInOnePart() {
    #expect(EvaluationPart(ofID: "a") == EvaluationPart(ofID: "a.2"))
    // FNV-1a of no byte is odd; of "a" 0xaf63dc4c8601ec8c.
    #expect(EvaluationPart(ofID: "") == .held)
    #expect(EvaluationPart(ofID: "a") == .look)
    let look = (0..<1000).count { EvaluationPart(ofID: "text-\($0).1") == .look }
    #expect((400...600).contains(look))
  }
}
