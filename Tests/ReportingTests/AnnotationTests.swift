import Assay
import Ingest
import Judgment
import Reporting
import Testing

@Suite struct AnnotationTests {
  func items(_ checked: [CheckedDocument], options: ReportOptions = Reports.options) throws -> [JSONValue] {
    let page = try JSONValue.parse(Reports.write(.annotations, checked, options: options))
    #expect(page["@context"].text == "http://www.w3.org/ns/anno.jsonld")
    #expect(page["type"].text == "AnnotationPage")
    return page["items"].list
  }

  func check(_ bytes: [UInt8], _ format: DocumentFormat) throws {
    let checked = try MadeUpRules.checker().check(path: "a.md", format: format, bytes: bytes)
    let text = Array(String(decoding: checked.document.text, as: UTF8.self).unicodeScalars)
    func words(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(text[range])) }
    var ids: Set<String> = []
    for item in try items([checked]) {
      #expect(item["type"].text == "Annotation")
      #expect(ids.insert(try #require(item["id"].text)).inserted)
      let selectors = item["target"]["selector"].list
      guard !selectors.isEmpty else { continue }
      #expect(
        selectors.map { $0["type"].text } == [
          "TextQuoteSelector", "TextPositionSelector", "DataPositionSelector",
        ])
      let range = selectors[1]["start"].int..<selectors[1]["end"].int
      let exact = try #require(selectors[0]["exact"].text)
      #expect(words(range).utf8.elementsEqual(exact.utf8))
      let prefix = try #require(selectors[0]["prefix"].text)
      let suffix = try #require(selectors[0]["suffix"].text)
      #expect(words(max(0, range.lowerBound - 32)..<range.lowerBound).utf8.elementsEqual(prefix.utf8))
      #expect(
        words(range.upperBound..<min(text.count, range.upperBound + 32)).utf8.elementsEqual(suffix.utf8))
      let data = selectors[2]["start"].int..<selectors[2]["end"].int
      let slice = bytes[data]
      if format == .plainText, !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil {
        #expect(slice.elementsEqual(exact.utf8))
      } else {
        #expect(!slice.isEmpty)
      }
    }
  }

  @Test(arguments: DocumentFormat.lenient) func selectorsSelectTheWords(format: DocumentFormat) throws {
    for source in HostileSources.named { try check(source.bytes, format) }
    try check(Array(("😀 é " + MadeUpRules.draft).utf8), format)
    for seed in 0..<20 as Range<UInt64> { try check(HostileSources.random(seed), format) }
  }

  @Test func aPathIsARelativeReference() throws {
    let checked = try MadeUpRules.check("Rain.", path: "a:b/ü \"<%.md")
    #expect(try items([checked])[0]["target"].text == "a%3Ab/%C3%BC%20%22%3C%25.md")
  }

  @Test func everyKindOfFindingIsWritten() throws {
    let all = try items([EveryKind.document(), MadeUpRules.check("")], options: EveryKind.options)
    #expect(all.allSatisfy { $0["created"].text == "2026-01-31T08:00:00Z" })
    let comment = try #require(all.first { $0["target"]["selector"].list.count == 1 })
    #expect(comment["target"]["selector"].list[0]["end"].int == 20)
  }

  @Test func noDocumentMakesAnEmptyPage() throws {
    #expect(try items([]).isEmpty)
  }
}
