import Claims
import Foundation
import Ingest
import Judgment
import Knowledge
import Testing

@testable import Reporting

@Suite struct ReportSchemaTests {
  static func file() throws -> String {
    let url = URL(filePath: TestFiles.directory + "/../../Sources/Reporting/Resources/report.xsd")
    return try String(contentsOf: url, encoding: .utf8)
  }

  @Test func theExecutableCarriesTheFile() throws {
    #expect(try Array(Self.file().utf8) == ReportSchema.bytes)
  }

  static func names<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> [String]
  where Value.RawValue == String { type.allCases.map(\.rawValue) }

  static let enumerations: [(String, [String])] = [
    ("documentFormat", names(DocumentFormat.self)),
    ("blockKind", names(Block.Kind.self)),
    ("attribution", names(Claim.Attribution.self)),
    ("cueCategory", names(Cue.Category.self)),
    ("claimRelation", names(Claim.Relation.self)),
    ("claimCertainty", names(Claim.Certainty.self)),
    ("strength", names(Claim.Strength.self)),
    ("wording", names(Wording.self)),
    ("causality", names(Claim.Causality.self)),
    ("advice", names(Claim.Advice.self)),
    ("verdict", names(Verdict.self)),
    ("origin", Participant.Origin.names),
    ("state", names(Concept.State.self)),
    ("direction", names(Concept.Direction.self)),
    ("comparison", names(Claim.Comparison.Result.self)),
    ("severity", names(FindingRule.Severity.self)),
    ("standing", Finding.Standing.names),
    ("spanText", names(XMLSpanText.self)),
    ("conceptKind", names(Concept.Kind.self)),
    ("evidenceRelation", names(EvidenceStatement.Relation.self)),
    ("evidenceVerdict", names(EvidenceStatement.Verdict.self)),
    ("evidenceCertainty", names(EvidenceCertainty.self)),
    ("definitionDirection", names(Definition.Direction.self)),
    ("design", names(Source.Design.self)),
    ("basis", names(RegulationRule.Basis.self)),
    ("productClass", names(ProductClass.self)),
    ("encoding", names(TextEncoding.self)),
  ]

  @Test(arguments: enumerations) func listsAreThoseOfTheProgram(name: String, values: [String]) throws {
    let schema = try Self.file()
    let start = try #require(schema.range(of: "<xs:simpleType name=\"\(name)\">")?.upperBound)
    let end = try #require(schema.range(of: "</xs:simpleType>", range: start..<schema.endIndex)?.lowerBound)
    let listed = schema[start..<end].matches(of: /<xs:enumeration value="([^"]*)"/).map {
      String($0.output.1)
    }
    #expect(listed == values)
  }

  @Test func noListIsForgotten() throws {
    let schema = try Self.file()
    let types = schema.components(separatedBy: "<xs:simpleType name=\"").dropFirst()
    let lists = types.filter { type in
      let body = type.components(separatedBy: "</xs:simpleType>")[0]
      return body.contains("<xs:enumeration")
    }.map { String($0.prefix { $0 != "\"" }) }
    #expect(lists == Self.enumerations.map(\.0))
  }
}
