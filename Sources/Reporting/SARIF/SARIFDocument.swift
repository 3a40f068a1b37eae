import Ingest
import Judgment
import Knowledge

/// Writes the results of one document, with commas between them.
struct SARIFDocument {
  private let checked: CheckedDocument
  private let knowledge: KnowledgeBase
  /// Whether findings that do not count are results too, with what set them aside.
  private let showsAll: Bool

  init(_ checked: CheckedDocument, knowledge: KnowledgeBase, showsAll: Bool) {
    self.checked = checked
    self.knowledge = knowledge
    self.showsAll = showsAll
  }

  func write(to output: inout [UInt8], drain: Drain?) {
    guard checked.judgment.findings.contains(where: isShown) else { return }
    let hashes = LineHashes(checked.document.source)
    let uri = ReportPath.uri(checked.document.path)
    var isFirst = true
    for finding in ReportedFindings(checked, knowledge: knowledge)
    where showsAll || finding.standing == .reported {
      if output.count >= 1 << 17 { drain?(&output) }
      if !isFirst { output.append(",\n") }
      isFirst = false
      append(finding, uri, hashes, to: &output)
    }
  }

  private func isShown(_ finding: Finding) -> Bool { showsAll || finding.standing == .reported }

  private func append(
    _ finding: ReportedFinding, _ uri: String, _ hashes: LineHashes, to output: inout [UInt8]
  ) {
    output.append("{\"ruleId\":")
    output.append(json: finding.rule.id)
    output.append(",\"ruleIndex\":")
    output.append(decimal: finding.ruleIndex)
    output.append(",\"kind\":\"fail\",\"level\":\"")
    output.append(text: finding.severity.rawValue)
    output.append("\",\"message\":{\"text\":")
    output.append(sarif: finding.advice)
    output.append("},\"locations\":[{")
    append(uri, finding.place, to: &output)
    output.append("}]")
    if !finding.related.isEmpty { append(finding.related, to: &output) }
    output.append(",\"partialFingerprints\":{\"primaryLocationLineHash\":")
    output.append(json: hashes.text(ofLine: finding.place.start.line))
    output.append(",\"claimHash/v1\":\"")
    output.append(hex: finding.fingerprint)
    output.append("\"}")
    if let fix = finding.fix { append(fix, uri, to: &output) }
    if showsAll { append(finding.standing, to: &output) }
    output.append("}")
  }

  // MARK: Places

  private func append(_ uri: String, _ place: SourcePlace, to output: inout [UInt8]) {
    output.append("\"physicalLocation\":{\"artifactLocation\":{\"uri\":")
    output.append(json: uri)
    output.append("},\"region\":")
    append(place, to: &output)
    output.append("}")
  }

  /// Lines and columns, and the same bytes as an offset and a length.
  private func append(_ place: SourcePlace, to output: inout [UInt8]) {
    output.append("{\"startLine\":")
    output.append(decimal: place.start.line)
    output.append(",\"startColumn\":")
    output.append(decimal: place.start.utf16Column)
    output.append(",\"endLine\":")
    output.append(decimal: place.end.line)
    output.append(",\"endColumn\":")
    output.append(decimal: place.end.utf16Column)
    output.append(",\"byteOffset\":")
    output.append(decimal: place.range.start)
    output.append(",\"byteLength\":")
    output.append(decimal: place.range.count)
    output.append("}")
  }

  private func append(_ related: [ReportedFinding.Related], to output: inout [UInt8]) {
    output.append(",\"relatedLocations\":[")
    for (index, other) in related.enumerated() {
      output.append(index == 0 ? "{\"id\":" : ",{\"id\":")
      output.append(decimal: index)
      output.append(",")
      append(ReportPath.uri(other.path), other.place, to: &output)
      output.append(",\"message\":{\"text\":")
      output.append(sarif: other.message)
      output.append("}}")
    }
    output.append("]")
  }

  // MARK: Fixes and suppressions

  private func append(_ fix: ReportedFinding.Fix, _ uri: String, to output: inout [UInt8]) {
    output.append(",\"fixes\":[{\"description\":{\"text\":")
    output.append(sarif: "Write \"\(fix.text)\" instead")
    output.append("},\"artifactChanges\":[{\"artifactLocation\":{\"uri\":")
    output.append(json: uri)
    output.append("},\"replacements\":[{\"deletedRegion\":")
    append(fix.place, to: &output)
    output.append(",\"insertedContent\":{\"text\":")
    output.append(json: fix.text)
    output.append("}}]}]}]")
  }

  /// Either all results of a run say what suppresses them or none does: a reported one is suppressed by nothing.
  private func append(_ standing: Finding.Standing, to output: inout [UInt8]) {
    output.append(",\"suppressions\":[")
    if let justification = standing.justification {
      if case .suppressed = standing {
        output.append("{\"kind\":\"inSource\"")
      } else {
        output.append("{\"kind\":\"external\"")
      }
      output.append(",\"status\":\"accepted\",\"justification\":")
      output.append(json: justification)
      output.append("}")
    }
    output.append("]")
  }
}
