import Knowledge

/// Writes what the documents of a report point to: concepts, rules, evidence and its publications, in the order of the
/// rules.
struct XMLEvidence {
  let knowledge: KnowledgeBase

  func append(_ tally: Tally, to xml: inout XMLBytes) {
    xml.open("concepts", at: 1)
    xml.endTag()
    for place in tally.concepts.places { append(knowledge.concepts[place], to: &xml) }
    xml.close("concepts", at: 1)
    xml.open("findingRules", at: 1)
    xml.endTag()
    for place in tally.findingRules.places { append(knowledge.findingRules[place], to: &xml) }
    xml.close("findingRules", at: 1)
    xml.open("regulations", at: 1)
    xml.endTag()
    for place in tally.regulations.places { append(knowledge.regulation.rules[place], to: &xml) }
    xml.close("regulations", at: 1)
    xml.open("evidence", at: 1)
    xml.endTag()
    for place in tally.statements.places { append(knowledge.statements[place], to: &xml) }
    for place in tally.definitions.places { append(knowledge.definitions[place], to: &xml) }
    xml.close("evidence", at: 1)
    xml.open("references", at: 1)
    xml.endTag()
    for place in tally.sources.places { append(knowledge.sources[place], to: &xml) }
    xml.close("references", at: 1)
  }

  private func append(_ concept: Concept, to xml: inout XMLBytes) {
    xml.open("concept", at: 2)
    xml.attribute("id", concept.id)
    xml.attribute("kind", concept.kind.rawValue)
    xml.attribute("label", concept.label)
    xml.endEmptyTag()
  }

  private func append(_ rule: FindingRule, to xml: inout XMLBytes) {
    xml.open("findingRule", at: 2)
    xml.attribute("id", rule.id)
    xml.attribute("severity", rule.severity.rawValue)
    xml.endTag()
    xml.element("why", rule.why, at: 3)
    append(rule.sources, to: &xml)
    xml.close("findingRule", at: 2)
  }

  private func append(_ rule: RegulationRule, to xml: inout XMLBytes) {
    xml.open("regulation", at: 2)
    xml.attribute("id", rule.id)
    xml.attribute("severity", rule.allowedSeverity.rawValue)
    xml.attribute("basis", rule.basis.rawValue)
    xml.endTag()
    for jurisdiction in rule.holdsIn { xml.element("jurisdiction", jurisdiction, at: 3) }
    xml.element("why", rule.why, at: 3)
    xml.element("fix", rule.fix, at: 3)
    append(rule.sources, to: &xml)
    xml.close("regulation", at: 2)
  }

  private func append(_ statement: EvidenceStatement, to xml: inout XMLBytes) {
    xml.open("statement", at: 2)
    xml.attribute("id", statement.id)
    xml.attribute("intervention", knowledge.concepts[statement.intervention.int].id)
    xml.attribute("relation", statement.relation.rawValue)
    xml.attribute("target", knowledge.concepts[statement.target.int].id)
    xml.attribute("verdict", statement.verdict.rawValue)
    xml.attribute("certainty", statement.certainty.rawValue)
    xml.attribute("reviewed", statement.reviewed)
    xml.endTag()
    for partner in statement.partners {
      xml.open("partner", at: 3)
      xml.attribute("concept", knowledge.concepts[partner.int].id)
      xml.endEmptyTag()
    }
    xml.element("note", statement.note, at: 3)
    xml.element("maySay", statement.maySay, at: 3)
    append(statement.sources, to: &xml)
    xml.close("statement", at: 2)
  }

  private func append(_ definition: Definition, to xml: inout XMLBytes) {
    xml.open("definition", at: 2)
    xml.attribute("id", definition.id)
    xml.attribute("concept", knowledge.concepts[definition.concept.int].id)
    xml.attribute("quantity", knowledge.concepts[definition.quantity.int].id)
    xml.attribute("direction", definition.direction.rawValue)
    xml.attribute("verdict", definition.verdict.rawValue)
    xml.attribute("certainty", definition.certainty.rawValue)
    xml.attribute("reviewed", definition.reviewed)
    xml.endTag()
    xml.element("note", definition.note, at: 3)
    xml.element("maySay", definition.maySay, at: 3)
    append(definition.sources, to: &xml)
    xml.close("definition", at: 2)
  }

  private func append(_ sources: [Int32], to xml: inout XMLBytes) {
    for place in sources {
      xml.open("cite", at: 3)
      xml.attribute("ref", knowledge.sources[Int(place)].id)
      xml.endEmptyTag()
    }
  }

  private func append(_ source: Source, to xml: inout XMLBytes) {
    xml.open("reference", at: 2)
    xml.attribute("id", source.id)
    xml.attribute("design", source.design.rawValue)
    if let year = source.year { xml.attribute("year", Int(year)) }
    if let doi = source.doi { xml.attribute("doi", doi) }
    if let pmid = source.pmid { xml.attribute("pmid", pmid) }
    xml.attribute("url", source.url)
    if let participants = source.participants { xml.attribute("participants", Int(participants)) }
    xml.endTag()
    xml.element("authors", source.authors ?? "", at: 3)
    xml.element("title", source.title, at: 3)
    xml.element("journal", source.journal ?? "", at: 3)
    xml.element("finding", source.finding, at: 3)
    xml.close("reference", at: 2)
  }
}
