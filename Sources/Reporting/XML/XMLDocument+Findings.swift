import Ingest
import Judgment
import Knowledge

extension XMLDocument {
  mutating func appendFindings() {
    var fingerprints = Fingerprints(knowledge: knowledge)
    for (index, finding) in checked.judgment.findings.enumerated() {
      drainIfLong()
      xml.open("finding", at: 3)
      xml.attribute("id", "f\(index + 1)")
      xml.attribute("rule", knowledge.findingRules[Int(finding.rule)].id)
      xml.attribute("severity", finding.severity.rawValue)
      if finding.sentence >= 0 { xml.attribute("sentence", "s\(finding.sentence + 1)") }
      xml.attribute("standing", finding.standing.name)
      var fingerprint: [UInt8] = []
      fingerprint.append(hex: fingerprints.next(finding, in: checked))
      xml.attribute("fingerprint", String(decoding: fingerprint, as: UTF8.self))
      xml.endTag()
      if let place = finding.place {
        appendSpan(source: place, at: 4)
      } else {
        appendSpan(finding.range, at: 4)
      }
      xml.element("message", finding.message, at: 4)
      xml.element("suggestion", finding.suggestion, at: 4)
      for place in finding.claims { reference("claimRef", "c\(place + 1)", at: 4) }
      for place in finding.statements {
        reference("statementRef", knowledge.statements[Int(place)].id, at: 4)
      }
      for place in finding.definitions {
        reference("definitionRef", knowledge.definitions[Int(place)].id, at: 4)
      }
      for place in finding.sources { reference("cite", knowledge.sources[Int(place)].id, at: 4) }
      for place in finding.regulations {
        reference("regulationRef", knowledge.regulation.rules[Int(place)].id, at: 4)
      }
      append(finding.standing)
      for related in finding.related { append(related) }
      for attached in finding.attached { append(attached) }
      if let fix = finding.fix {
        xml.open("fix", at: 4)
        xml.endTag()
        appendSpan(fix.range, at: 5)
        xml.open("replacement", at: 5)
        xml.endTag()
        xml.text(fix.text)
        xml.close("replacement")
        xml.close("fix", at: 4)
      }
      xml.close("finding", at: 3)
    }
  }

  private mutating func append(_ standing: Finding.Standing) {
    switch standing {
    case .suppressed(let reason, let until):
      xml.open("suppression", at: 4)
      xml.attribute("reason", reason)
      if let until { xml.attribute("until", until) }
      xml.endEmptyTag()
    case .approved(let reference, let market):
      xml.open("approval", at: 4)
      xml.attribute("reference", reference)
      if let market { xml.attribute("market", market) }
      xml.endEmptyTag()
    case .reported, .accepted, .untouched: break
    }
  }

  private mutating func append(_ related: Finding.Related) {
    xml.open("related", at: 4)
    xml.endTag()
    if let elsewhere = related.elsewhere {
      xml.open("elsewhere", at: 5)
      xml.attribute("path", elsewhere.path)
      attributes(file: FilePlace(part: elsewhere.part, range: elsewhere.range))
      xml.attribute("line", elsewhere.line)
      xml.attribute("column", elsewhere.column)
      xml.attribute("endLine", elsewhere.endLine)
      xml.attribute("endColumn", elsewhere.endColumn)
      if let page = elsewhere.page { xml.attribute("page", page) }
      xml.endEmptyTag()
    } else {
      appendSpan(related.range, at: 5)
    }
    xml.open("message", at: 5)
    xml.endTag()
    xml.text(related.message)
    xml.close("message")
    xml.close("related", at: 4)
  }

  private mutating func append(_ attached: Finding.Attached) {
    xml.open("attached", at: 4)
    xml.attribute("rule", knowledge.findingRules[Int(attached.rule)].id)
    xml.attribute("severity", attached.severity.rawValue)
    xml.endTag()
    xml.text(attached.message)
    xml.close("attached")
  }
}
