import Assay
import Claims
import Foundation
import Ingest
import Judgment
import Knowledge
import Testing

/// What holds for every document.
@Suite struct LawTests {
  static let articles = Result { try ArticleFiles.all(in: Repository.path + "/corpus") }

  private func check(_ article: ArticleFiles) throws -> CheckedDocument {
    try Repository.checker.get().check(
      path: article.path, format: article.format, bytes: try article.textBytes())
  }

  private func expectEqual(_ a: CheckedDocument, _ b: CheckedDocument) {
    #expect(a.reading.claims == b.reading.claims, "\(a.document.path)")
    #expect(a.judgment.claims == b.judgment.claims, "\(a.document.path)")
    #expect(a.judgment.steps == b.judgment.steps, "\(a.document.path)")
    #expect(a.judgment.findings == b.judgment.findings, "\(a.document.path)")
    #expect(a.judgment.score == b.judgment.score, "\(a.document.path)")
  }

  @Test func theSameTextGivesTheSameFindings() throws {
    for article in try Self.articles.get() { expectEqual(try check(article), try check(article)) }
  }

  @Test func fourThreadsFindWhatOneFinds() async throws {
    let articles = try Self.articles.get()
    let serial = try articles.map(check)
    try await withThrowingTaskGroup(of: [(Int, CheckedDocument)].self) { group in
      for thread in 0..<4 {
        // Each begins at another article, so that different ones are read at a time.
        let order = articles.indices.map { ($0 + thread * 4) % articles.count }
        group.addTask { try order.map { ($0, try check(articles[$0])) } }
      }
      for try await results in group {
        for (place, checked) in results { expectEqual(checked, serial[place]) }
      }
    }
  }

  @Test func otherDocumentsLeaveNoTrace() throws {
    let text = "It treats melasma. This procedure is 100% safe."
    let before = try Checked(text).checked
    _ = try Checked("# Kojic acid\n\nKojic acid treats vitiligo.", as: .markdown)
    expectEqual(before, try Checked(text).checked)
  }

  @Test func rangesLeadToTheirWords() throws {
    for article in try Self.articles.get() {
      let checked = try check(article)
      let document = checked.document
      for range in checked.judgment.findings.map(\.range) + checked.reading.claims.map(\.range) {
        let clean = Array(document.text[range.start..<range.end])
        let source = document.sourceRange(of: range)
        let bytes = Array(document.source[source.start..<source.end])
        try #require(!clean.isEmpty, "\(article.path)")
        if article.format == .plainText {
          #expect(bytes == clean, "\(String(decoding: clean, as: UTF8.self)) in \(article.path)")
        } else {
          let written = String(decoding: bytes, as: UTF8.self)
          let words = try Checked.words(of: written, as: article.format)
          #expect(
            words == Checked.words(of: String(decoding: clean, as: UTF8.self)),
            "\(written) in \(article.path)")
        }
      }
    }
  }

  @Test func everythingPointsInsideTheDocument() throws {
    for article in try Self.articles.get() {
      let checked = try check(article)
      #expect(checked.judgment.claims.count == checked.reading.claims.count)
      var place = 0
      for finding in checked.judgment.findings {
        let sentence = checked.reading.sentences[Int(finding.sentence)]
        #expect(sentence.range.overlaps(finding.range), "\(finding.message)")
        #expect(sentence.range.start >= place, "findings stand in the order of the text")
        place = sentence.range.start
        #expect(finding.claims.allSatisfy { checked.reading.claims.indices.contains(Int($0)) })
        #expect(!finding.message.contains("{") && !finding.suggestion.contains("{"), "\(finding.message)")
      }
    }
  }

  @Test func everyFormatFindsTheSame() throws {
    let text = "Kojic acid cures vitiligo. Experts agree that zinc treats acne."
    let plain = try Checked(text)
    #expect(plain.rules.count >= 2)
    #expect(try Checked(text, as: .markdown).rules == plain.rules)
    #expect(try Checked("<p>\(text)</p>", as: .html).rules == plain.rules)
  }

  @Test(arguments: [
    "", " ", "\n\n", "😀", "\u{FEFF}", "....", "kojic acid", "-- -- --", "<p>", "# ", "\u{0}\u{1}",
  ]) func textsThatSayNothingAreFine(text: String) throws {
    for format in DocumentFormat.lenient {
      let checked = try Checked(text, as: format)
      #expect(
        checked.rules == [] && checked.checked.judgment.score == 100, "\(text.debugDescription) as \(format)")
    }
  }
}
