import Assay
import Foundation
import Knowledge
import Reporting
import Testing

/// What the schema of CSL-JSON asks: `type` and `id`, types of its list, no member that it does not know.
@Suite struct CSLTests {
  static let types: Set<String> = ["article", "article-journal", "article-newspaper", "report", "webpage"]
  static let members: Set<String> = [
    "id", "type", "title", "author", "container-title", "issued", "DOI", "PMID", "URL", "genre", "note",
  ]

  func check(_ report: String) throws -> [JSONValue] {
    let items = try JSONValue.parse(report).list
    var ids: Set<String> = []
    for item in items {
      #expect(ids.insert(try #require(item["id"].text)).inserted)
      #expect(Self.types.contains(try #require(item["type"].text)))
      guard case .object(let members) = item else {
        Issue.record("an item is no object")
        continue
      }
      #expect(Set(members.keys).subtracting(Self.members).isEmpty)
      for (key, member) in members where key != "author" && key != "issued" {
        #expect(member.text != nil, "\(key)")
      }
      for author in item["author"].list { #expect(author["literal"].text?.isEmpty == false) }
      if item["issued"] != .null { #expect(item["issued"]["date-parts"].list[0].list[0].int > 1800) }
    }
    return items
  }

  @Test func itemsAreThoseOfTheVerdicts() throws {
    let documents = try [MadeUpRules.check(MadeUpRules.draft), MadeUpRules.check(MadeUpRules.draft)]
    let items = try check(Reports.write(.csl, documents))
    #expect(items.map { $0["id"].text }.contains("doe-2020"))
  }

  @Test func noDocumentMakesAnEmptyList() throws {
    #expect(try Reports.write(.csl, []) == "[]\n")
  }

  /// Every design of a source has a type.
  @Test func everyDesignHasAType() throws {
    var knowledge = try MadeUpRules.checker().knowledge
    let checked = try MadeUpRules.check(MadeUpRules.draft)
    for design in Source.Design.allCases {
      for journal in ["A \"Journal\"", nil] {
        for index in knowledge.sources.indices {
          knowledge.sources[index].design = design
          knowledge.sources[index].journal = journal
        }
        let reporter = Format.csl.reporter(knowledge: knowledge)
        var output: [UInt8] = []
        reporter.begin(to: &output)
        let tally = reporter.write(checked, to: &output)
        reporter.end(tally, to: &output)
        #expect(try !check(String(decoding: output, as: UTF8.self)).isEmpty, "\(design)")
      }
    }
  }
}
