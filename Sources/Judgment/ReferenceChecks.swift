import Claims
import Ingest
import Knowledge

/// A reference that leads nowhere, whatever it is to bear out: an identifier that cannot be one, a number without an entry.
struct ReferenceFault {
  let check: RuleBook.Check
  let range: ByteRange
  /// What is wrong, in words.
  let remark: String

  /// Those of a document, in order.
  ///
  /// - Parameter headings: words that announce references, in lower case.
  static func all(in document: Document, headings: Set<String>) -> [ReferenceFault] {
    var faults = MalformedIdentifier.all(in: document).map { identifier in
      let form =
        switch identifier.kind {
        case .doi: "DOI: one begins with 10, a full stop and four digits or more, and goes on behind a slash"
        case .pmid: "PMID: one has eight digits at most"
        case .trial: "number of ClinicalTrials.gov: one has NCT and eight digits"
        }
      return ReferenceFault(
        check: .malformedIdentifier, range: identifier.range, remark: "\"\(identifier.text)\" is no \(form)")
    }
    let marks = ReferenceMark.all(in: document)
    if !marks.isEmpty {
      switch ReferenceList(of: document, headings: headings) {
      case .unclear: break
      case .none:
        // Once: what is missing is the list.
        faults += marks.prefix(1).map {
          ReferenceFault(check: .missingEntry, range: $0.range, remark: "the text has no list of references")
        }
      case .entries(let count):
        faults += marks.filter { $0.highest > count }.map {
          ReferenceFault(
            check: .missingEntry, range: $0.range,
            remark: "the list of references has \(count) \(count == 1 ? "entry" : "entries")")
        }
      }
    }
    return faults.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
  }
}

extension Judge {
  /// The faults that stand in a sentence; `faults` is cut to those behind it.
  func checkReferences(
    _ sentence: Sentence, _ document: Document, _ reading: DocumentReading,
    _ faults: inout ArraySlice<ReferenceFault>, _ candidates: inout [Candidate]
  ) {
    while let fault = faults.first, fault.range.start < sentence.range.end {
      faults.removeFirst()
      // "Step [1] of our routine": a number stands for evidence where something is claimed.
      guard fault.range.start >= sentence.range.start,
        fault.check != .missingEntry || !sentence.claims.isEmpty
      else { continue }
      var candidate = rules.candidate(fault.check)
      candidate.cueRange = fault.range
      candidate.claims = Array(sentence.claims)
      candidate.remark = fault.remark
      candidates.append(candidate)
    }
    guard let record = placeholder(in: sentence, document, reading) else { return }
    var candidate = rules.candidate(.placeholder)
    candidate.cueRange = record.range
    candidate.claims = Array(sentence.claims)
    candidates.append(candidate)
  }

  private func placeholder(
    in sentence: Sentence, _ document: Document, _ reading: DocumentReading
  ) -> CueRecord? {
    for place in sentence.cues where categories[Int(reading.cues[Int(place)].cue)] == .placeholder {
      let record = reading.cues[Int(place)]
      if isPlaceholder(record, document, sentence, reading) { return record }
    }
    return nil
  }

  /// Whether words stand where their kind of placeholder does: `anywhere`, at the head of brackets (`opening`), or with nothing but
  /// others between brackets (`alone`), which must be square ones for a common word that is the only one (`square`).
  private func isPlaceholder(
    _ record: CueRecord, _ document: Document, _ sentence: Sentence, _ reading: DocumentReading
  ) -> Bool {
    let value = knowledge.cues[Int(record.cue)].value
    if value == "anywhere" { return !isQuoted(record.range, document.text, sentence.range) }
    let text = document.text
    if isQuoted(record.range, text, sentence.range) { return false }
    guard let brackets = brackets(around: record.range, text, sentence.range),
      document.links(over: record.range).isEmpty
    else { return false }
    let words = Self.words(in: brackets, text)
    if value == "opening", let head = words.first, record.range.contains(head.start) { return true }
    let areAll = words.allSatisfy { word in
      sentence.cues.contains { place in
        let other = reading.cues[Int(place)]
        return category(other) == .placeholder && other.range.union(word) == other.range
      }
    }
    guard areAll else { return false }
    return value != "square" || words.count > 1 || text[brackets.start] == 0x5B
  }

  /// «We replace every "[REF]"»: words in quotation marks, with or without brackets, are spoken of.
  private func isQuoted(_ range: ByteRange, _ text: [UInt8], _ sentence: ByteRange) -> Bool {
    var start = range.start - 1
    while start >= sentence.start, Self.isBracket(text[start]) { start -= 1 }
    guard start >= sentence.start else { return false }
    // The straight mark, and the last byte of the curly one.
    return text[start] == 0x22 || text[start] == 0x9C && start >= 2 && text[start - 2] == 0xE2
  }

  /// The brackets that a range stands in, not far from it.
  private func brackets(around range: ByteRange, _ text: [UInt8], _ sentence: ByteRange) -> ByteRange? {
    let furthest = 60
    var start = range.start - 1
    // Soft hyphens before it are not seen.
    while start > sentence.start, text[start] == 0xAD, text[start - 1] == 0xC2 { start -= 2 }
    while start >= sentence.start, start > range.start - furthest, !Self.isBracket(text[start]) { start -= 1 }
    guard start >= sentence.start, let closing = Self.closing(text[start]) else { return nil }
    var end = range.end
    while end < text.count, end < range.end + furthest, !Self.isBracket(text[end]) { end += 1 }
    return end < text.count && text[end] == closing ? ByteRange(start, end + 1) : nil
  }

  /// The bracket that closes an opening one.
  private static func closing(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x28: 0x29
    case 0x5B: 0x5D
    case 0x7B: 0x7D
    case 0x3C: 0x3E
    default: nil
    }
  }

  private static func isBracket(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x3C, 0x3E: true
    default: false
    }
  }

  private static func words(in range: ByteRange, _ text: [UInt8]) -> [ByteRange] {
    let pieces: [Range<Int>] = (range.start..<range.end).split { place in
      let byte = text[place] | 0x20
      // Not the bytes of no-break spaces and soft hyphens.
      let isOther = text[place] >= 0x80 && text[place] != 0xC2 && text[place] != 0xA0 && text[place] != 0xAD
      return !(byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 || isOther)
    }
    return pieces.map { ByteRange($0.lowerBound, $0.upperBound) }
  }
}
