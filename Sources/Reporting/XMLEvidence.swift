import Knowledge

/// Writes the evidence that a report rests on, and its publications.
struct XMLEvidence {
  let knowledge: KnowledgeBase

  func append(_ tally: Tally, to xml: inout XMLBytes) {
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

  private func append(_ statement: EvidenceStatement, to xml: inout XMLBytes) {
    xml.open("statement", at: 2)
    xml.attribute("id", statement.id)
    xml.attribute("intervention", knowledge.concepts[statement.intervention.int].id)
    if !statement.partners.isEmpty {
      xml.attribute(
        "partners", statement.partners.map { knowledge.concepts[$0.int].id }.joined(separator: " "))
    }
    xml.attribute("relation", statement.relation.rawValue)
    xml.attribute("target", knowledge.concepts[statement.target.int].id)
    appendRest(
      statement.verdict, statement.certainty, statement.reviewed, statement.sources, statement.note,
      statement.maySay, to: &xml)
    xml.close("statement", at: 2)
  }

  private func append(_ definition: Definition, to xml: inout XMLBytes) {
    xml.open("definition", at: 2)
    xml.attribute("id", definition.id)
    xml.attribute("concept", knowledge.concepts[definition.concept.int].id)
    xml.attribute("quantity", knowledge.concepts[definition.quantity.int].id)
    xml.attribute("direction", definition.direction.rawValue)
    appendRest(
      definition.verdict, definition.certainty, definition.reviewed, definition.sources, definition.note,
      definition.maySay, to: &xml)
    xml.close("definition", at: 2)
  }

  /// Ends the start tag and appends the children.
  private func appendRest(
    _ verdict: EvidenceStatement.Verdict, _ certainty: EvidenceCertainty, _ reviewed: String,
    _ sources: [Int32], _ note: String, _ maySay: String, to xml: inout XMLBytes
  ) {
    xml.attribute("verdict", verdict.rawValue)
    xml.attribute("certainty", certainty.rawValue)
    xml.attribute("reviewed", reviewed)
    xml.attribute("references", sources.map { knowledge.sources[Int($0)].id }.joined(separator: " "))
    xml.endTag()
    xml.element("note", note, at: 3)
    xml.element("maySay", maySay, at: 3)
  }

  private func append(_ source: Source, to xml: inout XMLBytes) {
    xml.open("reference", at: 2)
    xml.attribute("id", source.id)
    xml.attribute("design", source.design.rawValue)
    if let year = source.year { xml.attribute("year", Int(year)) }
    if let doi = source.doi { xml.attribute("doi", doi) }
    if let pmid = source.pmid { xml.attribute("pmid", pmid) }
    xml.attribute("url", source.url)
    xml.endTag()
    xml.element("authors", source.authors ?? "", at: 3)
    xml.element("title", source.title, at: 3)
    xml.element("journal", source.journal ?? "", at: 3)
    xml.close("reference", at: 2)
  }
}
