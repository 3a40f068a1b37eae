import Ingest
import Judgment
import Reporting
import Testing

/// A finding may be about a comment, which is no part of the text: it has a place in the source, and no words.
@Suite struct CommentFindingTests {
  static let comment = "<!-- caf\u{E9} \u{1F600} -->"

  func document() throws -> CheckedDocument {
    var checked = try MadeUpRules.check("Good morning.\n\n\u{2014} \(Self.comment)\n\nPaleol treats gloom.\n")
    var finding = try #require(checked.judgment.findings.first)
    let start = "Good morning.\n\n\u{2014} ".utf8.count
    finding.place = ByteRange(start, start + Self.comment.utf8.count)
    finding.sentence = -1
    finding.range = ByteRange(0, 0)
    finding.claims = []
    checked.judgment.findings.insert(finding, at: 0)
    return checked
  }

  @Test func isPlacedInTheSource() throws {
    let document = try document()
    let log = try JSONValue.parse(Reports.write(.sarif, [document]))
    #expect(SARIFProfile.faults(of: log) == [])
    let result = log["runs"].list[0]["results"].list[0]
    let region = result["locations"].list[0]["physicalLocation"]["region"]
    #expect(region["startColumn"].int == 3 && region["endColumn"].int == 3 + Self.comment.utf16.count)
    let range = try JSONValue.parse(
      Reports.write(.rdjsonl, [document]).split(separator: "\n").map(String.init)[0])[
        "location"]["range"]
    #expect(range["start"]["column"].int == 5 && range["end"]["column"].int == 5 + Self.comment.utf8.count)
    let command = try #require(WorkflowCommandLine(Reports.write(.github, [document])))
    #expect(command.properties["line"] == "3" && command.properties["col"] == "3")
    #expect(command.properties["endColumn"] == "\(3 + Self.comment.unicodeScalars.count)")
  }

  @Test func hasNamesAndFingerprintsOfItsOwn() throws {
    let document = try document()
    let cases = try #require(XMLTree(Reports.write(.junit, [document]))?.root).all("testcase")
    #expect(cases.map { $0["name"] }.prefix(1) == ["draft.md:3:3 contradiction/opposes-condition"])
    let fingerprints = try JSONValue.parse(Reports.write(.gitlab, [document])).list.map { $0["fingerprint"] }
    #expect(fingerprints.count == 2 && fingerprints[0] != fingerprints[1])
  }
}
