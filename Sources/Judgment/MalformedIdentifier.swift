import Ingest

/// A DOI, PMID or registration number that no publication can have, by its form alone.
///
/// A DOI is "10.", a registrant of digits (and stops), a slash and a suffix (https://doi.info/doi-handbook/HTML/doi-name-syntax2.html;
/// registrants have four digits or more; "10/…" is a short DOI). A PMID has one to eight digits (https://researchguides.stevens.edu/c.php?g=442331&p=6577176). A
/// number of ClinicalTrials.gov is "NCT" and eight digits (https://clinicaltrials.gov/ct2/help/glossary/ct-identifier-nct).
struct MalformedIdentifier {
  enum Kind { case doi, pmid, trial }
  let kind: Kind
  /// Bytes of the clean text; of a link the words that it lies on, or the last byte of those before it where it has none.
  let range: ByteRange
  let text: String

  /// Those of a whole document, in order.
  static func all(in document: Document) -> [MalformedIdentifier] {
    var found: [MalformedIdentifier] = []
    var blocks = document.blocks[...]
    for identifier in scan(document.text) {
      while let block = blocks.first, block.range.end <= identifier.range.start { blocks.removeFirst() }
      if let block = blocks.first, block.range.contains(identifier.range.start) { found.append(identifier) }
    }
    var others = found[...]
    for link in document.links {
      // An address that is its own text is read there.
      while let other = others.first, other.range.end <= link.range.start { others.removeFirst() }
      if let other = others.first, other.range.overlaps(link.range) { continue }
      guard let bad = scan(Array(link.target.utf8)).first else { continue }
      var range = link.range
      if document.text[range.start..<range.end].allSatisfy({ $0 <= 0x20 }) {
        let end = document.text[..<range.start].lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? range.start
        range = ByteRange(max(0, end - 1), end)
      }
      found.append(MalformedIdentifier(kind: bad.kind, range: range, text: bad.text))
    }
    return found.sorted { $0.range.start < $1.range.start }
  }

  private static func scan(_ text: [UInt8]) -> [MalformedIdentifier] {
    var found: [MalformedIdentifier] = []
    // Of "doi", "pmid", "pubmed" and "nct" the first letters.
    let heads: UInt32 = 1 << 0x04 | 1 << 0x10 | 1 << 0x0E
    for (place, byte) in text.enumerated() {
      guard byte >= 0x40, heads & (1 << UInt32(byte & 0x1F)) != 0, place == 0 || !isLetter(text[place - 1])
      else {
        continue
      }
      let identifier: (Kind, Int)?
      switch byte | 0x20 {
      case 0x64: identifier = end(ofBadDOIAt: place, text).map { (.doi, $0) }
      case 0x70: identifier = end(ofBadPMIDAt: place, text).map { (.pmid, $0) }
      default: identifier = end(ofBadTrialAt: place, text).map { (.trial, $0) }
      }
      if let (kind, end) = identifier {
        found.append(
          MalformedIdentifier(
            kind: kind, range: ByteRange(place, end), text: String(decoding: text[place..<end], as: UTF8.self)
          ))
      }
    }
    return found
  }

  /// "doi:10.…", "https://doi.org/10.…". Only what begins like a number with a stop, and with "10." or a slash in it, is meant
  /// to be one.
  private static func end(ofBadDOIAt place: Int, _ text: [UInt8]) -> Int? {
    guard let name = end(of: "doi", at: place, text),
      let value = skipMarks(from: end(of: ".org", at: name, text) ?? name, text)
    else { return nil }
    var cursor = digits(from: value, text)
    guard cursor > value, cursor < text.count, text[cursor] == 0x2E else { return nil }
    let isDirectory = cursor == value + 2 && text[value] == 0x31 && text[value + 1] == 0x30
    let registrant = cursor + 1
    cursor = digits(from: registrant, text)
    let isLong = cursor - registrant >= 4
    while cursor + 1 < text.count, text[cursor] == 0x2E, isDigit(text[cursor + 1]) {
      cursor = digits(from: cursor + 1, text)
    }
    // Lines may be broken at the slash.
    var slash = cursor
    while slash < text.count, slash < cursor + 4, text[slash] <= 0x20 { slash += 1 }
    if isDirectory, isLong, slash < text.count, text[slash] == 0x2F {
      var suffix = slash + 1
      while suffix < text.count, suffix < slash + 5, text[suffix] <= 0x20 { suffix += 1 }
      if suffix < text.count, isLetter(text[suffix]) || isDigit(text[suffix]) || text[suffix] == 0x28 {
        return nil
      }
    }
    let end = endOfWord(from: value, text)
    // "DOI 2.0" is a version of something.
    return isDirectory || text[value..<end].contains(0x2F) ? end : nil
  }

  /// "PMID: 123456789", "pubmed.ncbi.nlm.nih.gov/123456789", "PMID XXXXXXXX".
  private static func end(ofBadPMIDAt place: Int, _ text: [UInt8]) -> Int? {
    guard let name = end(of: "pmid", at: place, text) ?? end(of: "pubmed.ncbi.nlm.nih.gov/", at: place, text),
      let value = skipMarks(from: name, text)
    else { return nil }
    let stop = endOfNumber(from: value, text)
    return stop - value > 8 || stop > digits(from: value, text) && stop - value > 2 ? stop : nil
  }

  private static func end(ofBadTrialAt place: Int, _ text: [UInt8]) -> Int? {
    guard place + 3 < text.count, text[place] == 0x4E, text[place + 1] == 0x43, text[place + 2] == 0x54
    else { return nil }
    let stop = endOfNumber(from: place + 3, text)
    guard stop > place + 3, stop == text.count || !isLetter(text[stop]) else { return nil }
    return stop - place - 3 == 8 && digits(from: place + 3, text) == stop ? nil : stop
  }

  // MARK: Bytes

  /// Behind the colon, slash or blanks after a name; nil at the end of the text.
  private static func skipMarks(from start: Int, _ text: [UInt8]) -> Int? {
    var place = start
    // With the bytes of a no-break space.
    while place < text.count, place < start + 5,
      text[place] <= 0x20 || [0x3A, 0x2F, 0xC2, 0xA0].contains(text[place])
    { place += 1 }
    return place < text.count ? place : nil
  }

  private static func digits(from start: Int, _ text: [UInt8]) -> Int {
    var place = start
    while place < text.count, isDigit(text[place]) { place += 1 }
    return place
  }

  /// Digits, or crosses that stand for them.
  private static func endOfNumber(from start: Int, _ text: [UInt8]) -> Int {
    var place = start
    while place < text.count, isDigit(text[place]) || text[place] | 0x20 == 0x78 { place += 1 }
    return place
  }

  private static func endOfWord(from start: Int, _ text: [UInt8]) -> Int {
    var place = start
    while place < text.count,
      isLetter(text[place]) || isDigit(text[place]) || "./-_".utf8.contains(text[place])
    { place += 1 }
    while place > start, text[place - 1] == 0x2E { place -= 1 }
    return place
  }

  /// Behind a word in any case, with or without soft hyphens; nil where it does not stand there.
  private static func end(of word: StaticString, at start: Int, _ text: [UInt8]) -> Int? {
    word.withUTF8Buffer { letters in
      var place = start
      for letter in letters {
        while place + 1 < text.count, text[place] == 0xC2, text[place + 1] == 0xAD { place += 2 }
        guard place < text.count, text[place] | 0x20 == letter | 0x20 else { return nil }
        place += 1
      }
      return place
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80
  }
}
