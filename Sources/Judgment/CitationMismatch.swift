import Claims
import Ingest
import Knowledge

/// A sentence names a source that the rules know, and says something else of it than is known.
///
/// Nothing is reported of a source that is not known. A DOI or PMID identifies a source; else the surname of the first author
/// does, with a claim on what the source is known for and a year, journal or number of participants that agrees (two of them
/// where the surname is short); or the journal and the year, with such a claim.
extension Judge {
  /// A known source, and what of it agrees and differs.
  private struct Identified {
    var source: Int32
    var byIdentifier: Bool
    var agreeing: Int
    /// What the text says otherwise, in words.
    var differing: [String]
    var range: ByteRange
  }

  func checkCitedSource(
    _ sentence: Sentence, _ document: Document, _ reading: DocumentReading, _ candidates: inout [Candidate]
  ) {
    guard namesSource(sentence, document, reading) else { return }
    // What is asked, or debunked as a whole, is not held against the text.
    let claims = sentence.claims.filter { place in
      let claim = reading.claims[Int(place)]
      return claim.relation != .other && claim.certainty != .question && !claim.flags.contains(.debunked)
    }
    guard !claims.isEmpty else { return }
    for found in citedSources(sentence, claims, document, reading) {
      let opposed = claims.first { opposes(found.source, reading.claims[Int($0)]) }
      if opposed != nil || !found.differing.isEmpty {
        candidates.append(mismatch(found, claims, opposed.map { reading.claims[Int($0)] }))
        return
      }
      let source = knowledge.sources[Int(found.source)]
      if source.design == .animal || source.design == .inVitro,
        let place = claims.first(where: { isForPeople(reading.claims[Int($0)]) })
      {
        var candidate = rules.candidate(.preclinicalCitation)
        candidate.cueRange = found.range
        candidate.claims = [place]
        candidate.agents = [reading.claims[Int(place)].agent]
        candidate.sources = [found.source]
        candidates.append(candidate)
        return
      }
    }
  }

  /// An entry of a list of references whose DOI or PMID belongs to a known source with another author, journal or year.
  func checkReference(
    _ block: Block, _ document: Document, _ candidates: inout [Candidate]
  ) {
    let details = CitedDetails(block.range, of: document, known, knowledge)
    guard let source = identified(by: details) else { return }
    let found = compare(source, details, byIdentifier: true, details.identifier ?? block.range)
    if !found.differing.isEmpty { candidates.append(mismatch(found, [], nil)) }
  }

  /// The known sources that a sentence names itself, and those of the entries of the references that it links to.
  private func citedSources(
    _ sentence: Sentence, _ claims: [Int32], _ document: Document, _ reading: DocumentReading
  ) -> [Identified] {
    var found: [Identified] = []
    let details = CitedDetails(sentence.range, of: document, known, knowledge)
    if !details.isEmpty { found = identify(details, claims, sentence.range, reading) }
    for link in document.links(over: sentence.range) {
      guard let reference = link.reference else { continue }
      let entry = CitedDetails(document.blocks[reference].range, of: document, known, knowledge)
      guard !entry.isEmpty else { continue }
      for var source in identify(entry, claims, link.range, reading) {
        // Slips in the entry are told there.
        source.differing = []
        source.range = link.range
        found.append(source)
      }
    }
    return found
  }

  /// Whether a sentence can name a publication: it calls on something, and has a link or a number of four digits.
  private func namesSource(_ sentence: Sentence, _ document: Document, _ reading: DocumentReading) -> Bool {
    guard !sentence.claims.isEmpty,
      sentence.attribution != .none
        || sentence.cues.contains(where: { category(reading.cues[Int($0)]) == .reported })
    else { return false }
    var digits = 0
    for byte in document.text[sentence.range.start..<sentence.range.end] {
      digits = byte >= 0x30 && byte <= 0x39 ? digits + 1 : 0
      if digits == 4 { return true }
    }
    return sentence.attribution >= .fullCitation && !document.links(over: sentence.range).isEmpty
  }

  // MARK: Which source

  private func identify(
    _ details: CitedDetails, _ claims: [Int32], _ range: ByteRange, _ reading: DocumentReading
  ) -> [Identified] {
    if let source = identified(by: details) {
      return [compare(source, details, byIdentifier: true, details.identifier ?? range)]
    }
    var found: [Identified] = []
    for author in details.authors {
      let alike = known.byFirstAuthor[author.surname, default: []]
        .map { compare($0, details, byIdentifier: false, author.range) }
      // One publication of theirs that fits all that is said settles it.
      if alike.contains(where: { $0.differing.isEmpty && $0.agreeing >= 2 }) {
        found += alike.filter { $0.differing.isEmpty && $0.agreeing >= 2 && isOn($0.source, claims, reading) }
        continue
      }
      let wanted = author.surname.count <= 4 ? 2 : 1
      found += alike.filter { $0.agreeing >= wanted && isOn($0.source, claims, reading) }
    }
    if found.isEmpty, let journal = details.journals.first, details.years.count == 1, details.authors.isEmpty
    {
      for place in claims {
        for source in sources(on: reading.claims[Int(place)]) {
          guard knowledge.sources[Int(source)].year == details.years[0],
            known.journals[Int(source)]?.fits(journal.name) == true
          else { continue }
          found.append(compare(source, details, byIdentifier: false, journal.range))
        }
      }
    }
    // Where two are meant equally, neither is held against the text.
    return found.count == 1 || found.allSatisfy { $0.source == found[0].source } ? Array(found.prefix(1)) : []
  }

  private func identified(by details: CitedDetails) -> Int32? {
    let sources = Set(
      details.dois.compactMap { known.byDOI[$0] } + details.pmids.compactMap { known.byPMID[$0] })
    return sources.count == 1 ? sources.first : nil
  }

  private func compare(
    _ place: Int32, _ details: CitedDetails, byIdentifier: Bool, _ range: ByteRange
  ) -> Identified {
    let source = knowledge.sources[Int(place)]
    var found = Identified(
      source: place, byIdentifier: byIdentifier, agreeing: 0, differing: [], range: range)
    if let year = source.year, !details.years.isEmpty {
      if details.years.contains(year) {
        found.agreeing += 1
      } else if details.years.count == 1, abs(details.years[0] - year) > 1 {
        // A year's difference may lie between the web and the print.
        found.differing.append("it is from \(year), not \(details.years[0])")
      }
    }
    if let journal = known.journals[Int(place)], let name = source.journal {
      if details.names(journal) {
        found.agreeing += 1
      } else if details.journals.count == 1 {
        found.differing.append("it appeared in \(name)")
      }
    }
    if let participants = source.participants, details.participants.count == 1 {
      let stated = details.participants[0]
      if stated == participants {
        found.agreeing += 1
      } else if !names(stated, source) {
        found.differing.append("it had \(participants) participants, not \(stated)")
      }
    }
    let surnames = byIdentifier ? KnownSources.surnames(source.authors) : []
    if let author = details.authors.first(where: { $0.isFirst }), !surnames.isEmpty,
      let authors = source.authors
    {
      let isPlain = authors.utf8.allSatisfy { $0 < 0x80 } && author.surname.allSatisfy { $0 < 0x80 }
      if isPlain,
        !surnames.contains(where: { $0.reversed().starts(with: author.surname.reversed()) })
      {
        found.differing.append("it is by \(authors)")
      }
    }
    return found
  }

  /// Whether the title or finding of a source names a number: of an arm, of those who stayed.
  private func names(_ number: Int32, _ source: Source) -> Bool {
    let digits = Array(String(number).utf8)
    return [source.title, source.finding].contains { text in
      text.utf8.filter { $0 != 0x2C }.split { $0 < 0x30 || $0 > 0x39 }.contains { $0.elementsEqual(digits) }
    }
  }

  // MARK: What it found

  /// Whether two concepts are the same, or one is a kind of the other.
  private func areRelated(_ a: Int32, _ b: ConceptIndex) -> Bool {
    a >= 0
      && (lookup.steps(from: a, to: b) != nil || lookup.steps(from: b.rawValue, to: ConceptIndex(a)) != nil)
  }

  /// Statements that cite the source and are on what the claim speaks of.
  private func statements(of source: Int32, on claim: Claim) -> [EvidenceStatement] {
    known.statements[Int(source)].map { knowledge.statements[Int($0)] }.filter {
      areRelated(claim.agent.concept, $0.intervention) && areRelated(claim.target.concept, $0.target)
    }
  }

  private func isOn(_ source: Int32, _ claims: [Int32], _ reading: DocumentReading) -> Bool {
    claims.contains { !statements(of: source, on: reading.claims[Int($0)]).isEmpty }
  }

  /// The sources of the statements that speak of just what a claim speaks of.
  private func sources(on claim: Claim) -> [Int32] {
    guard claim.agent.concept >= 0, claim.target.concept >= 0 else { return [] }
    var result: [Int32] = []
    for statement in lookup.exact(claim.agent.concept, claim.target.concept) {
      for source in knowledge.statements[Int(statement)].sources where !result.contains(source) {
        result.append(source)
      }
    }
    return result
  }

  /// Whether a source is known to have found otherwise than a claim says: by the statements that rest on it, or, where these
  /// leave it open, by its own finding.
  private func opposes(_ source: Int32, _ claim: Claim) -> Bool {
    guard isClaimed(claim), claim.wording >= .can,
      claim.flags.isDisjoint(with: [.studyDesign, .definitional]),
      claim.relation == .treats || claim.relation == .prevents
    else { return false }
    let statements = statements(of: source, on: claim)
    if statements.isEmpty { return false }
    if statements.contains(where: { $0.verdict == .supported || $0.verdict == .mixed }) { return false }
    if statements.contains(where: {
      $0.relation.rawValue == claim.relation.rawValue && ($0.verdict == .refuted || $0.verdict == .harmful)
    }) {
      return true
    }
    return finding(of: source, denies: claim)
  }

  /// Whether the finding of a source, read like any text, denies an effect and says of none that it was seen.
  private func finding(of source: Int32, denies claim: Claim) -> Bool {
    guard let reader,
      let document = try? Ingest.document(
        path: "", format: .plainText, bytes: Array(knowledge.sources[Int(source)].finding.utf8))
    else { return false }
    var denied = false
    for other in reader.read(document).claims
    where other.agent.concept >= 0 && other.target.concept >= 0
      && areRelated(claim.agent.concept, ConceptIndex(other.agent.concept))
      && areRelated(claim.target.concept, ConceptIndex(other.target.concept))
    {
      if other.negated || other.relation == .noEffect {
        denied = true
      } else if other.relation == .treats || other.relation == .prevents {
        return false
      }
    }
    return denied
  }

  private func mismatch(_ found: Identified, _ claims: [Int32], _ opposed: Claim?) -> Candidate {
    let source = knowledge.sources[Int(found.source)]
    var candidate = rules.candidate(.citationMismatch)
    candidate.cueRange = found.range
    candidate.claims = claims
    candidate.sources = [found.source]
    let name = [source.authors, source.year.map(String.init)].compactMap(\.self).joined(separator: " ")
    var remarks = found.differing
    if opposed != nil { remarks.append("it found this: " + source.finding.withoutFinalStop) }
    candidate.remark =
      (name.isEmpty ? "" : name + ", ") + "\"" + source.title.withoutFinalStop + "\": "
      + remarks.joined(separator: "; ")
    // An author and a year may stand for another publication; an identifier may not.
    if !found.byIdentifier, opposed == nil || found.agreeing < 2 { candidate.severity = .warning }
    return candidate
  }
}

extension String {
  fileprivate var withoutFinalStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
