import Ingest
import Judgment
import Knowledge

/// SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format", 2020) in the profile that GitHub's code scanning
/// asks for: one run, results in the order of the documents.
struct SARIFReporter: Reporter {
  private let knowledge: KnowledgeBase
  private let options: ReportOptions

  init(knowledge: KnowledgeBase, options: ReportOptions) {
    self.knowledge = knowledge
    self.options = options
  }

  func begin(to output: inout [UInt8]) {
    output.append(
      "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json\","
    )
    output.append("\n\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"assay\"")
    if !options.version.isEmpty {
      output.append(",\"version\":")
      output.append(json: options.version)
    }
    output.append(",\"properties\":{\"rulesVersion\":")
    output.append(json: knowledge.packs.map(\.version).joined(separator: "+"))
    output.append(",\"rulesSha256\":")
    output.append(json: knowledge.sha256)
    output.append("},\"rules\":[")
    SARIFRules(knowledge: knowledge).append(to: &output)
    // Without an id, a second run of one commit would replace the first one on GitHub, whatever tool made it.
    output.append("\n]}},\n\"automationDetails\":{\"id\":")
    output.append(json: options.sarifCategory + "/")
    output.append("},\"columnKind\":\"utf16CodeUnits\",")
    output.append("\"newlineSequences\":[\"\\r\\n\",\"\\n\",\"\\r\"],\n\"results\":[\n")
  }

  func write(_ checked: CheckedDocument, to output: inout [UInt8], drain: Drain?) -> Tally {
    var tally = Tally(checked)
    tally.artifacts.append(Tally.Artifact(checked.document))
    SARIFDocument(checked, knowledge: knowledge, showsAll: options.sarifIncludesSuppressed)
      .write(to: &output, drain: drain)
    return tally
  }

  var separator: StaticString { ",\n" }

  func end(_ tally: Tally, to output: inout [UInt8]) {
    output.append("\n],\n\"artifacts\":[")
    // A file that was given twice is one artifact.
    var listed: Set<String> = []
    for artifact in tally.artifacts {
      let uri = ReportPath.uri(artifact.path)
      guard listed.insert(uri).inserted else { continue }
      output.append(listed.count == 1 ? "\n" : ",\n")
      output.append("{\"location\":{\"uri\":")
      output.append(json: uri)
      output.append("},\"length\":")
      output.append(decimal: artifact.byteCount)
      output.append(",\"mimeType\":\"")
      output.append(mimeType(of: artifact))
      if let encoding = artifact.encoding {
        output.append("\",\"encoding\":\"")
        output.append(text: encoding.rawValue)
      }
      output.append("\",\"roles\":[\"analysisTarget\"]}")
    }
    output.append("\n],\n\"invocations\":[{\"executionSuccessful\":")
    output.append(tally.problems.isEmpty ? "true" : "false")
    if !tally.problems.isEmpty {
      output.append(",\"toolExecutionNotifications\":[")
      for (index, problem) in tally.problems.enumerated() {
        output.append(index == 0 ? "\n" : ",\n")
        append(problem, to: &output)
      }
      output.append("]")
    }
    output.append("}]}]}\n")
  }

  private func append(_ problem: RunProblem, to output: inout [UInt8]) {
    output.append("{\"level\":\"error\",\"message\":{\"text\":")
    output.append(sarif: problem.message)
    output.append("},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":")
    output.append(json: ReportPath.uri(problem.path))
    output.append("}}}]}")
  }

  private func mimeType(of artifact: Tally.Artifact) -> StaticString {
    switch artifact.format {
    case .plainText: "text/plain"
    case .markdown: "text/markdown"
    case .html: "text/html"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .jats: "application/jats+xml"
    case .pdf: "application/pdf"
    }
  }
}
