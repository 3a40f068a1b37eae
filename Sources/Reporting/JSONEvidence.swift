import Knowledge

extension JSONTables {
  /// Appends the evidence that a report rests on: `"statements"`, `"definitions"`, `"sources"` with their objects, in the
  /// order of the rules.
  func appendEvidence(_ tally: Tally, to output: inout [UInt8]) {
    output.append("\"statements\":[")
    var isFirst = true
    for place in tally.statements.places {
      if !isFirst { output.append(",") }
      isFirst = false
      append(knowledge.statements[place], place, to: &output)
    }
    output.append("],\"definitions\":[")
    isFirst = true
    for place in tally.definitions.places {
      if !isFirst { output.append(",") }
      isFirst = false
      append(knowledge.definitions[place], place, to: &output)
    }
    output.append("],\"sources\":[")
    isFirst = true
    for place in tally.sources.places {
      if !isFirst { output.append(",") }
      isFirst = false
      append(knowledge.sources[place], place, to: &output)
    }
    output.append("]")
  }

  private func append(_ statement: EvidenceStatement, _ place: Int, to output: inout [UInt8]) {
    output.append("{\"id\":")
    statements.append(place, to: &output)
    output.append(",\"intervention\":")
    concepts.append(statement.intervention.int, to: &output)
    output.append(",\"partners\":[")
    for (index, partner) in statement.partners.enumerated() {
      if index > 0 { output.append(",") }
      concepts.append(partner.int, to: &output)
    }
    output.append("],\"relation\":")
    output.append(json: statement.relation.rawValue)
    output.append(",\"target\":")
    concepts.append(statement.target.int, to: &output)
    append(
      verdict: statement.verdict, statement.certainty, note: statement.note, maySay: statement.maySay,
      reviewed: statement.reviewed, sources: statement.sources, to: &output)
  }

  private func append(_ definition: Definition, _ place: Int, to output: inout [UInt8]) {
    output.append("{\"id\":")
    definitions.append(place, to: &output)
    output.append(",\"concept\":")
    concepts.append(definition.concept.int, to: &output)
    output.append(",\"quantity\":")
    concepts.append(definition.quantity.int, to: &output)
    output.append(",\"direction\":")
    output.append(json: definition.direction.rawValue)
    append(
      verdict: definition.verdict, definition.certainty, note: definition.note, maySay: definition.maySay,
      reviewed: definition.reviewed, sources: definition.sources, to: &output)
  }

  private func append(
    verdict: EvidenceStatement.Verdict, _ certainty: EvidenceCertainty, note: String, maySay: String,
    reviewed: String, sources places: [Int32], to output: inout [UInt8]
  ) {
    output.append(",\"verdict\":")
    output.append(json: verdict.rawValue)
    output.append(",\"certainty\":")
    output.append(json: certainty.rawValue)
    output.append(",\"note\":")
    output.append(json: note)
    output.append(",\"maySay\":")
    output.append(json: maySay)
    output.append(",\"reviewed\":")
    output.append(json: reviewed)
    output.append(",\"sources\":[")
    for (index, source) in places.enumerated() {
      if index > 0 { output.append(",") }
      sources.append(Int(source), to: &output)
    }
    output.append("]}")
  }

  private func append(_ source: Source, _ place: Int, to output: inout [UInt8]) {
    output.append("{\"id\":")
    sources.append(place, to: &output)
    output.append(",\"title\":")
    output.append(json: source.title)
    append(source.authors, ",\"authors\":", to: &output)
    append(source.journal, ",\"journal\":", to: &output)
    output.append(",\"year\":")
    if let year = source.year { output.append(decimal: Int(year)) } else { output.append("null") }
    append(source.doi, ",\"doi\":", to: &output)
    append(source.pmid, ",\"pmid\":", to: &output)
    output.append(",\"url\":")
    output.append(json: source.url)
    output.append(",\"design\":")
    output.append(json: source.design.rawValue)
    output.append("}")
  }

  private func append(_ text: String?, _ key: StaticString, to output: inout [UInt8]) {
    output.append(key)
    if let text { output.append(json: text) } else { output.append("null") }
  }
}
