import Ingest
import Judgment
import Knowledge

extension JSONDocument {
  mutating func appendFindings() {
    var fingerprints = Fingerprints(knowledge: tables.knowledge)
    for (index, finding) in checked.judgment.findings.enumerated() {
      drainIfLong()
      output.append(index == 0 ? "{\"rule\":" : ",{\"rule\":")
      tables.findingRules.append(Int(finding.rule), to: &output)
      output.append(",\"severity\":\"")
      output.append(text: finding.severity.rawValue)
      output.append("\",\"range\":")
      append(range: finding.range)
      output.append(",\"sentence\":")
      output.append(decimal: Int(finding.sentence))
      output.append(",\"claims\":[")
      for (place, claim) in finding.claims.enumerated() {
        output.append(place == 0 ? "\"c" : ",\"c")
        output.append(decimal: Int(claim) + 1)
        output.append("\"")
      }
      output.append("],\"message\":")
      output.append(json: finding.message)
      append(list: finding.statements, tables.statements, ",\"evidence\":[")
      append(list: finding.definitions, tables.definitions, ",\"definitions\":[")
      append(list: finding.sources, tables.sources, ",\"citations\":[")
      output.append(",\"suggestion\":")
      output.append(json: finding.suggestion)
      output.append(",\"related\":[")
      for (place, related) in finding.related.enumerated() {
        output.append(place == 0 ? "{\"range\":" : ",{\"range\":")
        append(range: related.range)
        output.append(",\"message\":")
        output.append(json: related.message)
        output.append("}")
      }
      output.append("],\"fingerprint\":\"")
      output.append(hex: fingerprints.next(finding, in: checked))
      output.append("\"}")
    }
  }

  private mutating func append(list places: [Int32], _ fragments: JSONFragments, _ key: StaticString) {
    output.append(key)
    for (index, place) in places.enumerated() {
      if index > 0 { output.append(",") }
      fragments.append(Int(place), to: &output)
    }
    output.append("]")
  }
}
