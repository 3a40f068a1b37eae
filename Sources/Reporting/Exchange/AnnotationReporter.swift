import Judgment
import Knowledge

/// W3C Web Annotations (https://www.w3.org/TR/annotation-model/) as one JSON-LD annotation page: of each document one
/// annotation with its score, then one for each claim and each finding.
struct AnnotationReporter: Reporter {
  private let knowledge: KnowledgeBase
  private let options: ReportOptions

  init(knowledge: KnowledgeBase, options: ReportOptions) {
    self.knowledge = knowledge
    self.options = options
  }

  func begin(to output: inout [UInt8]) {
    output.append(
      "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":\"urn:assay:annotations:")
    output.append(text: knowledge.sha256)
    output.append("\",\"type\":\"AnnotationPage\",\"startIndex\":0,\"items\":[\n")
  }

  func write(_ checked: CheckedDocument, to output: inout [UInt8], drain: Drain?) -> Tally {
    var document = AnnotationDocument(checked, knowledge: knowledge, options: options, drain: drain)
    document.write(to: &output)
    return Tally(checked)
  }

  var separator: StaticString { ",\n" }

  func end(_ tally: Tally, to output: inout [UInt8]) { output.append("\n]}\n") }
}
