import Judgment
import Knowledge

/// What offsets and lengths of a BioC file count. Its description says bytes, most tools count characters.
public enum BioCUnit: String, CaseIterable, Sendable {
  /// Unicode code points.
  case characters
  /// UTF-8 bytes.
  case bytes

  var meaning: StaticString {
    switch self {
    case .characters: "Unicode code points"
    case .bytes: "UTF-8 bytes"
    }
  }
}

/// BioC XML (Comeau et al. 2013, doi:10.1093/database/bat064): one collection, blocks as passages, mentions, cues, claims
/// and findings as annotations, what a claim ties together as relations. Offsets run over the document's clean text.
struct BioCReporter: Reporter {
  private let knowledge: KnowledgeBase
  private let options: ReportOptions

  init(knowledge: KnowledgeBase, options: ReportOptions) {
    self.knowledge = knowledge
    self.options = options
  }

  func begin(to output: inout [UInt8]) {
    var xml = XMLBytes()
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE collection SYSTEM \"BioC.dtd\">\n")
    xml.append("<collection><source>assay</source><date>")
    xml.text(String((options.timestamp ?? "").prefix(10)))
    xml.append("</date><key>offsets and lengths count ")
    xml.append(options.biocUnit.meaning)
    xml.append(" of the clean text of a document, from 0</key>")
    xml.infon("offset-unit", options.biocUnit.rawValue)
    xml.infon("tool", "assay \(options.version)")
    xml.infon("rules-sha256", knowledge.sha256)
    output += xml.bytes
  }

  func write(_ checked: CheckedDocument, to output: inout [UInt8], drain: Drain?) -> Tally {
    var document = BioCDocument(checked, knowledge: knowledge, unit: options.biocUnit, drain: drain)
    document.write(to: &output)
    return Tally(checked)
  }

  var separator: StaticString { "" }

  func end(_ tally: Tally, to output: inout [UInt8]) { output.append("</collection>\n") }
}

extension XMLBytes {
  /// A key with its value, as all of BioC's records carry them.
  mutating func infon(_ key: StaticString, _ value: String) {
    append("<infon key=\"")
    append(key)
    append("\">")
    text(value)
    append("</infon>")
  }
}
