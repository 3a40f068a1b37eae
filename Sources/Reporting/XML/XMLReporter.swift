import Judgment
import Knowledge

/// The annotated text of each document with claims, findings and evidence, in the namespace `urn:assay:report:1`.
///
/// The bytes are written here rather than by libxml2's writer: that one takes C strings, lets characters pass that no
/// XML can hold, and keeps the whole report in memory of its own. One escaping function does what is needed.
struct XMLReporter: Reporter {
  private let knowledge: KnowledgeBase
  private let options: ReportOptions

  /// Names the major version: a reader of this one cannot read others.
  static let namespace = "urn:assay:report:1"
  /// The minor version: grows when elements or attributes are added.
  static let schemaVersion = "1.0"

  init(knowledge: KnowledgeBase, options: ReportOptions) {
    self.knowledge = knowledge
    self.options = options
  }

  func begin(to output: inout [UInt8]) {
    var xml = XMLBytes()
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.open("report")
    xml.attribute("xmlns", Self.namespace)
    xml.attribute("schemaVersion", Self.schemaVersion)
    if let timestamp = options.timestamp { xml.attribute("timestamp", timestamp) }
    xml.endTag()
    xml.open("tool", at: 1)
    xml.attribute("name", "assay")
    xml.attribute("version", options.version)
    xml.endEmptyTag()
    xml.open("rules", at: 1)
    xml.attribute("version", knowledge.packs.map(\.version).joined(separator: "+"))
    xml.attribute("sha256", knowledge.sha256)
    xml.endTag()
    for pack in knowledge.packs {
      xml.open("pack", at: 2)
      xml.attribute("id", pack.id)
      xml.attribute("version", pack.version)
      xml.attribute("reviewed", pack.reviewed)
      xml.endEmptyTag()
    }
    xml.close("rules", at: 1)
    output += xml.bytes
  }

  func write(_ checked: CheckedDocument, to output: inout [UInt8], drain: Drain?) -> Tally {
    var tally = Tally(checked)
    tally.collectEvidence(of: checked, knowledge: knowledge)
    tally.collectVocabulary(of: checked, knowledge: knowledge)
    var document = XMLDocument(checked, knowledge: knowledge, drain: drain)
    document.write(to: &output)
    return tally
  }

  var separator: StaticString { "" }

  func end(_ tally: Tally, to output: inout [UInt8]) {
    var xml = XMLBytes()
    let evidence = XMLEvidence(knowledge: knowledge)
    evidence.append(tally, to: &xml)
    xml.append("\n</report>\n")
    output += xml.bytes
  }
}
