import Claims
import Foundation
import Ingest
import Judgment
import Knowledge
import Reporting
import Testing

@Suite struct JSONReportTests {
  let schema: JSONSchema

  init() throws {
    let path = TestFiles.directory + "/../../Sources/Reporting/Resources/report.schema.json"
    schema = JSONSchema(root: try .parse(String(contentsOf: URL(filePath: path), encoding: .utf8)))
  }

  func report(_ drafts: String...) throws -> JSONValue {
    try .parse(Reports.write(.json, drafts.map { try MadeUpRules.check($0) }))
  }

  @Test func followsItsSchema() throws {
    let report = try report(MadeUpRules.draft, "Paleol treats gloom.\0 Paleol treats gloom.")
    #expect(schema.faults(of: report, by: schema.root) == [])
    #expect(report["documents"].list.count == 2)
    #expect(report["documents"].list[0]["findings"].list.count == 2)
  }

  @Test func linesFollowTheirSchemaAndStandAlone() throws {
    let documents = [try MadeUpRules.check(MadeUpRules.draft), try MadeUpRules.check("Paleol treats gloom.")]
    let lines = try Reports.write(.jsonl, documents).split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines {
      let value = try JSONValue.parse(String(line))
      #expect(schema.faults(of: value, by: schema.root["$defs"]["line"]) == [])
    }
  }

  /// A title that only names its topic is read and not listed; the list stays valid, and what a finding speaks of is in it.
  @Test func whatIsNoClaimIsNotListed() throws {
    let report = try report("# Brightol treats glare\n\nBrightol treats glare. Paleol treats gloom.")
    #expect(schema.faults(of: report, by: schema.root) == [])
    let document = report["documents"].list[0]
    let listed = document["claims"].list.map { $0["id"].text }
    #expect(listed == ["c2", "c3"], "the title alone is left out")
    for finding in document["findings"].list {
      for claim in finding["claims"].list { #expect(listed.contains(claim.text)) }
    }
  }

  @Test func noDocumentsMakeAnEmptyReport() throws {
    let report = try JSONValue.parse(Reports.write(.json, []))
    #expect(schema.faults(of: report, by: schema.root) == [])
  }

  @Test(arguments: [
    ("claim", "relation", Claim.Relation.allCases.map(\.rawValue)),
    ("claim", "certainty", Claim.Certainty.allCases.map(\.rawValue)),
    ("claim", "strength", Claim.Strength.allCases.map(\.rawValue)),
    ("claim", "causality", Claim.Causality.allCases.map(\.rawValue)),
    ("claim", "advice", Claim.Advice.allCases.map(\.rawValue)),
    ("claim", "attribution", Claim.Attribution.allCases.map(\.rawValue)),
    ("claim", "verdict", Verdict.allCases.map(\.rawValue)),
    ("claim", "targetState", Concept.State.allCases.map(\.rawValue)),
    ("sentence", "block", Block.Kind.allCases.map(\.rawValue)),
    ("finding", "severity", FindingRule.Severity.allCases.map(\.rawValue)),
    ("document", "format", DocumentFormat.allCases.map(\.rawValue)),
    ("statement", "verdict", EvidenceStatement.Verdict.allCases.map(\.rawValue)),
    ("statement", "certainty", EvidenceCertainty.allCases.map(\.rawValue)),
    ("statement", "relation", EvidenceStatement.Relation.allCases.map(\.rawValue)),
    ("definition", "direction", Definition.Direction.allCases.map(\.rawValue)),
    ("source", "design", Source.Design.allCases.map(\.rawValue)),
  ])
  func schemaListsEveryValue(object: String, key: String, values: [String]) {
    let listed = schema.root["$defs"][object]["properties"][key]["enum"].list.compactMap(\.text)
    #expect(listed.sorted() == values.sorted(), "\(object).\(key)")
  }

  @Test func rangesAreBytesOfTheSource() throws {
    let draft = "é **Paleol** tre&#97;ts gloom.\n"
    let report = try report(draft)
    let range = report["documents"].list[0]["claims"].list[0]["range"]
    let bytes = Array(draft.utf8)[range["start"].int..<range["end"].int]
    #expect(String(decoding: bytes, as: UTF8.self) == "Paleol** tre&#97;ts gloom")
    #expect(range["line"].int == 1 && range["column"].int == 5)
  }

  @Test func fingerprintsOutliveMovesAndTellTwinsApart() throws {
    let first = try report("Paleol treats gloom.\n\nPaleol treats gloom.\n")
    let moved = try report("Good morning.\n\n\nPaleol\ntreats  gloom.\n\n- Paleol treats gloom.\n")
    func fingerprints(_ report: JSONValue) -> [String] {
      report["documents"].list[0]["findings"].list.compactMap { $0["fingerprint"].text }
    }
    #expect(fingerprints(first) == fingerprints(moved))
    #expect(Set(fingerprints(first)).count == 2)
  }
}
