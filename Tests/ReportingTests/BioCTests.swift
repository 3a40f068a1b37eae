import Assay
import Foundation
import Ingest
import Judgment
import Reporting
import Testing

/// BioC has a document type, which names the elements that each element holds; the same is asked here.
@Suite struct BioCTests {
  /// The order of elements inside each element, as a regular expression over names with a comma behind each.
  static let contents: [String: String] = [
    "collection": "source,date,key,(infon,)*(document,)+",
    "document": "id,(infon,)*(passage,)+(relation,)*",
    "passage": "(infon,)*offset,(text,)?(annotation,)*(relation,)*",
    "annotation": "(infon,)*(location,)*text,",
    "relation": "(infon,)*(node,)*",
  ]
  static let attributes: [String: Set<String>] = [
    "infon": ["key"], "annotation": ["id"], "location": ["offset", "length"], "relation": ["id"],
    "node": ["refid", "role"],
  ]

  func faults(of node: XMLTree.Element) -> [String] {
    let names = node.children.map { $0.name + "," }.joined()
    var faults: [String] = []
    if let content = Self.contents[node.name] {
      if names.range(of: "^(\(content))$", options: .regularExpression) == nil {
        faults.append("\(node.name) holds \(names)")
      }
      if node.hasOwnText { faults.append("\(node.name) holds text") }
    } else if !names.isEmpty {
      faults.append("\(node.name) holds \(names)")
    }
    if Set(node.attributes.keys) != Self.attributes[node.name] ?? [] {
      faults.append("\(node.name) has \(node.attributes.keys.sorted())")
    }
    return faults + node.children.flatMap { self.faults(of: $0) }
  }

  func check(_ bytes: [UInt8], _ format: DocumentFormat, _ unit: BioCUnit) throws {
    let checked = try MadeUpRules.checker().check(path: "a<b>.txt", format: format, bytes: bytes)
    let options = ReportOptions(version: "1.2.3", biocUnit: unit)
    let tree = try #require(XMLTree(Reports.write(.bioc, [checked], options: options)))
    let root = try #require(tree.root)
    #expect(faults(of: root) == [])
    let document = try #require(root.children(named: "document").first)
    let text = XMLTree.allowed(checked.document.text)
    func slice(_ offset: Int, _ length: Int) -> String {
      switch unit {
      case .characters:
        String(String.UnicodeScalarView(Array(text.unicodeScalars)[offset..<offset + length]))
      case .bytes: String(decoding: Array(text.utf8)[offset..<offset + length], as: UTF8.self)
      }
    }
    func length(_ text: String) -> Int { unit == .bytes ? text.utf8.count : text.unicodeScalars.count }
    var ids: Set<String> = []
    for passage in document.children(named: "passage") {
      let start = try #require(Int(passage.children(named: "offset")[0].text))
      if let text = passage.children(named: "text").first?.text {
        #expect(slice(start, length(text)).utf8.elementsEqual(text.utf8))
      }
      for annotation in passage.children(named: "annotation") {
        let location = try #require(annotation.children(named: "location").first)
        let offset = try #require(location.attributes["offset"].flatMap { Int($0) })
        let count = try #require(location.attributes["length"].flatMap { Int($0) })
        #expect(slice(offset, count).utf8.elementsEqual(annotation.children(named: "text")[0].text.utf8))
        #expect(ids.insert(try #require(annotation.attributes["id"])).inserted)
      }
    }
    let relations = document.children(named: "relation")
    for relation in document.children(named: "passage").flatMap({ $0.children(named: "relation") })
      + relations
    {
      #expect(ids.insert(try #require(relation.attributes["id"])).inserted)
      for node in relation.children(named: "node") {
        #expect(ids.contains(try #require(node.attributes["refid"])))
      }
    }
  }

  @Test(arguments: BioCUnit.allCases, DocumentFormat.lenient)
  func offsetsSliceTheText(unit: BioCUnit, format: DocumentFormat) throws {
    for source in HostileSources.named { try check(source.bytes, format, unit) }
    try check(Array(("😀 é " + MadeUpRules.draft).utf8), format, unit)
    for seed in 0..<20 as Range<UInt64> { try check(HostileSources.random(seed), format, unit) }
  }

  @Test func anEmojiIsOneCharacterAndFourBytes() throws {
    let checked = try MadeUpRules.check("😀 Paleol treats gloom.", as: .plainText)
    let characters = try Reports.write(.bioc, [checked])
    #expect(characters.contains("<location offset=\"2\" length=\"6\"/><text>Paleol</text>"))
    #expect(characters.contains("<infon key=\"offset-unit\">characters</infon>"))
    #expect(characters.contains("<key>offsets and lengths count Unicode code points"))
    let bytes = try Reports.write(.bioc, [checked], options: ReportOptions(biocUnit: .bytes))
    #expect(bytes.contains("<location offset=\"5\" length=\"6\"/><text>Paleol</text>"))
    #expect(bytes.contains("<infon key=\"offset-unit\">bytes</infon>"))
  }

  @Test func everyKindOfFindingIsWritten() throws {
    let report = try Reports.write(.bioc, [EveryKind.document()], options: EveryKind.options)
    let root = try #require(XMLTree(report)?.root)
    #expect(faults(of: root) == [])
    #expect(root.children(named: "date")[0].text == "2026-01-31")
    #expect(root.children(named: "document")[0].children(named: "relation").count == 1)
  }
}
