extension RecordLoader {
  /// Reads `pack.yaml`.
  mutating func loadPack(_ file: RecordReader) {
    file.name = "the pack"
    let id = file.text("id")
    let title = file.text("title")
    let version = file.text("version")
    let reviewed = file.date("reviewed", required: true)
    let about = file.text("about")
    let language = file.optionalText("language")?.text ?? "en"
    let age = file.integer("maximum_age_years", in: 1...100) ?? 3
    let harmClass = file.optionalText("harm_class")
    file.finish()
    if let id, !IDRule.plain.holds(id.text) {
      file.damage(id.at, "'\(id.text)' is no id", IDRule.plain.remedy)
    }
    if let id, let directory = path.split(separator: "/").first, id.text != directory {
      faults.report(
        path, id.at, "the pack '\(id.text)' stands in the directory '\(directory)'", "give both the same name"
      )
    }
    guard let id, let title, let version, let reviewed, let about else { return }
    let pack = Pack(
      id: id.text, title: title.text, version: version.text, reviewed: reviewed.text, about: about.text,
      language: language, maximumAgeYears: age)
    drafts.packs.append(
      PackDraft(id: id, pack: pack, reviewed: reviewed, harmClass: harmClass, place: place(file)))
  }

  /// Reads a file of concepts.
  mutating func loadConcepts(_ file: RecordReader) {
    eachRecord(of: file, "concepts", "concept") { loader, record, id in
      let kind: Concept.Kind? = record.choice("kind")
      let label = record.text("label")
      let synonyms = record.texts("synonyms")
      let needsContext = record.texts("needs_context")
      let parents = record.texts("is_a")
      let states = loader.states(of: record)
      let effects = record.records("effects", "an effect of \(record.name)").compactMap(loader.effect)
      guard let kind, let label else { return false }
      loader.drafts.concepts.append(
        ConceptDraft(
          id: id, kind: kind, label: label, synonyms: synonyms, needsContext: needsContext, parents: parents,
          states: states, effects: effects, place: loader.place(record)))
      return true
    }
    file.finish()
  }

  private func states(of record: RecordReader) -> [ConceptDraft.State] {
    guard let map = record.record("state", "the state of \(record.name)") else { return [] }
    return map.freeKeys.compactMap { quantity in
      guard let value = map.text(quantity.text) else { return nil }
      let state: Concept.State? = map.choice(of: value, quantity.text)
      return state.map { ConceptDraft.State(quantity: quantity, state: $0) }
    }
  }

  private func effect(_ record: RecordReader) -> ConceptDraft.Effect? {
    let quantity = record.text("quantity")
    let direction: Concept.Direction? = record.choice("direction")
    let source = record.text("source")
    record.finish()
    guard let quantity, let direction, let source else { return nil }
    return ConceptDraft.Effect(quantity: quantity, direction: direction, source: source)
  }
}
