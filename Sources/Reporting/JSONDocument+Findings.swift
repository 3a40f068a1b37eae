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
      append(list: finding.regulations, tables.regulations, ",\"regulations\":[")
      output.append(",\"suggestion\":")
      output.append(json: finding.suggestion)
      output.append(",\"related\":[")
      for (place, related) in finding.related.enumerated() {
        if place > 0 { output.append(",") }
        append(related)
      }
      output.append("],\"attached\":[")
      for (place, attached) in finding.attached.enumerated() {
        output.append(place == 0 ? "{\"rule\":" : ",{\"rule\":")
        tables.findingRules.append(Int(attached.rule), to: &output)
        output.append(",\"severity\":\"")
        output.append(text: attached.severity.rawValue)
        output.append("\",\"message\":")
        output.append(json: attached.message)
        output.append("}")
      }
      output.append("],\"fix\":")
      if let fix = finding.fix {
        output.append("{\"range\":")
        append(range: fix.range)
        output.append(",\"text\":")
        output.append(json: fix.text)
        output.append("}")
      } else {
        output.append("null")
      }
      append(finding.standing)
      output.append(",\"fingerprint\":\"")
      output.append(hex: fingerprints.next(finding, in: checked))
      output.append("\"}")
    }
  }

  private mutating func append(_ standing: Finding.Standing) {
    output.append(",\"standing\":\"")
    output.append(text: standing.name)
    output.append("\",\"suppression\":")
    if case .suppressed(let reason, let until) = standing {
      output.append("{\"reason\":")
      output.append(json: reason)
      output.append(",\"until\":")
      if let until { output.append(json: until) } else { output.append("null") }
      output.append("}")
    } else {
      output.append("null")
    }
    output.append(",\"approval\":")
    if case .approved(let reference, let market) = standing {
      output.append("{\"reference\":")
      output.append(json: reference)
      output.append(",\"market\":")
      if let market { output.append(json: market) } else { output.append("null") }
      output.append("}")
    } else {
      output.append("null")
    }
  }

  private mutating func append(_ related: Finding.Related) {
    output.append("{")
    if let elsewhere = related.elsewhere {
      output.append("\"path\":")
      output.append(json: elsewhere.path)
      output.append(",\"range\":{\"start\":")
      output.append(decimal: elsewhere.range.start)
      output.append(",\"end\":")
      output.append(decimal: elsewhere.range.end)
      output.append(",\"line\":")
      output.append(decimal: elsewhere.line)
      output.append(",\"column\":")
      output.append(decimal: elsewhere.column)
      output.append(",\"endLine\":")
      output.append(decimal: elsewhere.endLine)
      output.append(",\"endColumn\":")
      output.append(decimal: elsewhere.endColumn)
      append(part: elsewhere.part, page: elsewhere.page)
      output.append("}")
    } else {
      output.append("\"range\":")
      append(range: related.range)
    }
    output.append(",\"message\":")
    output.append(json: related.message)
    output.append("}")
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
