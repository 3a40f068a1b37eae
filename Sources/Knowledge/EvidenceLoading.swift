extension RecordLoader {
  /// Reads a file of sources.
  mutating func loadSources(_ file: RecordReader) {
    eachRecord(of: file, "sources", "source") { loader, record, id in
      let partOf = record.optionalText("part_of")
      let title = record.text("title")
      let authors = record.optionalText("authors")
      let journal = record.optionalText("journal")
      let year = record.integer("year", in: 1500...2200)
      let doi = record.optionalText("doi")
      let pmid = record.optionalText("pmid")
      let url = record.text("url")
      let seenAt = record.optionalText("seen_at")
      let design: Source.Design? = record.choice("design")
      let participants = record.integer("n", in: 0...Int32.max)
      let finding = record.text("finding")
      loader.checkAddresses(doi: doi, pmid: pmid, urls: [url, seenAt], of: record)
      guard let title, let url, let design, let finding else { return false }
      let place = loader.place(record)
      let source = Source(
        id: id.text, partOf: partOf?.text, title: title.text, authors: authors?.text, journal: journal?.text,
        year: year, doi: doi?.text, pmid: pmid?.text, url: url.text, seenAt: seenAt?.text, design: design,
        participants: participants, finding: finding.text, place: place.rulePlace)
      let addresses = [("url", url), ("doi", doi), ("pmid", pmid)].compactMap { key, text in
        text.map { (key: key, text: $0) }
      }
      loader.drafts.sources.append(
        SourceDraft(id: id, source: source, partOf: partOf, addresses: addresses, place: place))
      return true
    }
    file.finish()
  }

  private func checkAddresses(
    doi: PlacedText?, pmid: PlacedText?, urls: [PlacedText?], of record: RecordReader
  ) {
    if let doi, !Self.isDOI(doi.text) {
      faults.report(path, doi.at, "'\(doi.text)' is no DOI", "a DOI begins with '10.' and has a '/'")
    }
    if let pmid, pmid.text.utf8.count > 8 || !pmid.text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
      faults.report(path, pmid.at, "'\(pmid.text)' is no PMID", "a PMID has one to eight digits")
    }
    for case let url? in urls where !url.text.hasPrefix("https://") && !url.text.hasPrefix("http://") {
      faults.report(
        path, url.at, "'\(url.text)' is no address", "write it in full, with 'https://'")
    }
  }

  /// `10.`, four to nine digits (with points), a slash and more.
  static func isDOI(_ text: String) -> Bool {
    guard text.hasPrefix("10."), let slash = text.firstIndex(of: "/") else { return false }
    let registrant = text[..<slash].dropFirst(3)
    let suffix = text[slash...].dropFirst()
    return 4...12 ~= registrant.utf8.count && registrant.utf8.allSatisfy { 0x30...0x39 ~= $0 || $0 == 0x2E }
      && !suffix.isEmpty && !suffix.contains { $0.isWhitespace }
  }

  /// Reads a file of evidence statements.
  mutating func loadEvidence(_ file: RecordReader) {
    let reviewed = file.date("reviewed", required: false)
    eachRecord(of: file, "evidence", "statement") { loader, record, id in
      let intervention = record.text("intervention")
      let partners = record.texts("with")
      let relation: EvidenceStatement.Relation? = record.choice("relation")
      let target = record.text("target")
      let judged = loader.verdict(of: record, in: file, reviewed: reviewed)
      loader.loadStatementExamples(of: record, id)
      guard let intervention, let relation, let target, let judged else { return false }
      loader.drafts.statements.append(
        StatementDraft(
          id: id, intervention: intervention, partners: partners, relation: relation, target: target,
          judged: judged, place: loader.place(record)))
      return true
    }
    file.finish()
  }

  /// Reads a file of definitions.
  mutating func loadDefinitions(_ file: RecordReader) {
    let reviewed = file.date("reviewed", required: false)
    eachRecord(of: file, "definitions", "definition") { loader, record, id in
      let concept = record.text("concept")
      let quantity = record.text("quantity")
      let direction: Definition.Direction? = record.choice("direction")
      let judged = loader.verdict(of: record, in: file, reviewed: reviewed)
      guard let concept, let quantity, let direction, let judged else { return false }
      loader.drafts.definitions.append(
        DefinitionDraft(
          id: id, concept: concept, quantity: quantity, direction: direction, judged: judged,
          place: loader.place(record)))
      return true
    }
    file.finish()
  }

  private func verdict(of record: RecordReader, in file: RecordReader, reviewed: PlacedText?) -> VerdictDraft?
  {
    let verdict: EvidenceStatement.Verdict? = record.choice("verdict")
    let certainty: EvidenceCertainty? = record.choice("certainty")
    let sources = record.texts("sources")
    let note = record.text("note")
    let maySay = record.text("may_say")
    let own = record.date("reviewed", required: false)
    if sources.isEmpty {
      record.damage(record.at, "\(record.name) has no source", "name at least one under 'sources'")
    }
    if !record.has("reviewed") && !file.has("reviewed") {
      record.damage(
        record.at, "\(record.name) has no date of review", "add 'reviewed: yyyy-mm-dd' to it or to its file")
    }
    guard let verdict, let certainty, let note, let maySay, let date = own ?? reviewed, !sources.isEmpty
    else { return nil }
    return VerdictDraft(
      verdict: verdict, certainty: certainty, sources: sources, note: note.text, maySay: maySay.text,
      reviewed: date)
  }
}
