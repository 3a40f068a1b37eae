import Ingest
import Knowledge
import Linguistics

/// What a piece of text says of a publication: identifiers, authors, years, journals, numbers of participants.
struct CitedDetails {
  /// In lower case.
  var dois: [String] = []
  var pmids: [String] = []
  /// Where the first DOI or PMID, or the link to it, stands.
  var identifier: ByteRange?
  var years: [Int32] = []
  /// Surnames in lower case that stand as an author's, each with its place.
  var authors: [(surname: [UInt8], range: ByteRange, isFirst: Bool)] = []
  /// Names that are surely a journal's: they call themselves one ("Journal", "J"), or begin with capitals ("JAMA").
  var journals: [(name: JournalName, range: ByteRange)] = []
  /// Every run of words with capitals that may be a name, as places in `words`.
  private var runs: [Range<Int>] = []
  private var words: [Word] = []
  var participants: [Int32] = []

  /// Whether the text says nothing that tells one publication from another.
  var isEmpty: Bool { dois.isEmpty && pmids.isEmpty && authors.isEmpty && journals.isEmpty }

  /// The piece as a reader sees it: every run of white space as one space, without soft hyphens.
  private var text: [UInt8] = []
  /// Where each byte of `text` stands in the document.
  private var offsets: [Int] = []

  /// Reads the details of a piece of a document.
  init(_ range: ByteRange, of document: Document, _ known: KnownSources, _ knowledge: KnowledgeBase) {
    readText(document.text, range)
    readLinks(document, over: range)
    readIdentifiers()
    words = readWords(knowledge)
    readNumbers()
    readAuthors(known)
    readRuns(known)
  }

  /// Whether the text names a journal.
  func names(_ journal: JournalName) -> Bool {
    runs.contains { run in
      run.contains { start in
        (start..<run.upperBound).contains { last in
          words[start].isCapital && words[last].isCapital && name(start...last).map(journal.fits) == true
        }
      }
    }
  }

  private mutating func readText(_ source: [UInt8], _ range: ByteRange) {
    text.reserveCapacity(range.end - range.start)
    offsets.reserveCapacity(range.end - range.start)
    var place = range.start
    while place < range.end {
      var byte = source[place]
      var length = 1
      if byte == 0xC2, place + 1 < range.end, source[place + 1] == 0xA0 || source[place + 1] == 0xAD {
        // A no-break space, or a soft hyphen.
        length = 2
        byte = source[place + 1] == 0xA0 ? 0x20 : 0
      }
      if byte <= 0x20, byte > 0 { byte = 0x20 }
      if byte > 0, byte != 0x20 || text.last != 0x20 {
        text.append(byte)
        offsets.append(place)
      }
      place += length
    }
  }

  /// Bytes of the document for bytes of `text`.
  private func place(_ start: Int, _ end: Int) -> ByteRange {
    ByteRange(offsets[start], offsets[end - 1] + 1)
  }

  // MARK: Identifiers

  private mutating func readLinks(_ document: Document, over range: ByteRange) {
    for link in document.links(over: range) {
      let bytes = Array(link.target.utf8)
      readDOIs(bytes, at: link.range)
      let pubmed = Array("pubmed".utf8)
      guard bytes.indices.contains(where: { bytes[$0] == 0x70 && bytes[$0...].starts(with: pubmed) }) else {
        continue
      }
      let digits = bytes.split { !($0 >= 0x30 && $0 <= 0x39) }.last
      if let digits, digits.count >= 5 {
        pmids.append(String(decoding: digits, as: UTF8.self))
        identifier = identifier ?? link.range
      }
    }
  }

  private mutating func readIdentifiers() {
    readDOIs(text, at: nil)
    let mark = Array("pmid".utf8)
    let lower = text.lowercasedASCII
    for start in lower.indices where lower[start] == 0x70 && lower[start...].starts(with: mark) {
      let digits = lower[(start + 4)...].prefix(14).drop { $0 < 0x30 || $0 > 0x39 }.prefix {
        $0 >= 0x30 && $0 <= 0x39
      }
      if digits.count >= 5 {
        pmids.append(String(decoding: digits, as: UTF8.self))
        identifier = identifier ?? place(start, digits.endIndex)
      }
    }
  }

  /// - Parameter link: where the bytes stand; nil: they are the text itself.
  private mutating func readDOIs(_ bytes: [UInt8], at link: ByteRange?) {
    var start = 0
    while start + 8 < bytes.count {
      // "10." and four digits.
      guard bytes[start] == 0x31, bytes[start + 1] == 0x30, bytes[start + 2] == 0x2E,
        bytes[(start + 3)...].prefix(4).allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
      else {
        start += 1
        continue
      }
      var end = start
      while end < bytes.count, bytes[end] > 0x20, bytes[end] != 0x2C, bytes[end] != 0x3B, bytes[end] != 0x22,
        bytes[end] != 0x5D, bytes[end] != 0x3E
      { end += 1 }
      // A bracket belongs to the DOI only where it was opened there.
      while end > start, let last = Optional(bytes[end - 1]),
        last == 0x2E || last == 0x29 && !bytes[start..<end].contains(0x28)
      { end -= 1 }
      if bytes[start..<end].contains(0x2F) {
        dois.append(String(decoding: Array(bytes[start..<end]).lowercasedASCII, as: UTF8.self))
        identifier = identifier ?? link ?? place(start, end)
      }
      start = end
    }
  }

  // MARK: Words

  private struct Word {
    var start: Int
    var end: Int
    var isNumber: Bool
    var isCapital: Bool
    var classes: WordClasses
  }

  private func readWords(_ knowledge: KnowledgeBase) -> [Word] {
    var words: [Word] = []
    var place = 0
    func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80 }
    func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    while place < text.count {
      let first = text[place]
      var end = place
      if isLetter(first) {
        while end < text.count,
          isLetter(text[end])
            || text[end] == 0x2D && end + 1 < text.count && isLetter(text[end + 1])
        { end += 1 }
        let word = knowledge.words.find(text[place..<end].lowercasedASCII)
        words.append(
          Word(
            start: place, end: end, isNumber: false,
            isCapital: first >= 0x41 && first <= 0x5A || first == 0xC3,
            classes: word.map { knowledge.wordClasses[Int($0)] } ?? []))
      } else if isDigit(first) {
        while end < text.count,
          isDigit(text[end])
            || text[end] == 0x2C && end + 3 < text.count && isDigit(text[end + 1])
              && isDigit(text[end + 3])
            || text[end] == 0x2E && end + 1 < text.count && isDigit(text[end + 1])
        { end += 1 }
        words.append(Word(start: place, end: end, isNumber: true, isCapital: false, classes: []))
      } else {
        end += 1
      }
      place = end
    }
    return words
  }

  private func number(_ word: Word) -> Int32? {
    word.isNumber
      ? Int32(String(decoding: text[word.start..<word.end].filter { $0 != 0x2C }, as: UTF8.self)) : nil
  }

  private func isYear(_ word: Word) -> Bool {
    guard word.isNumber, word.end - word.start == 4, let value = number(word) else { return false }
    return value >= 1900 && value < 2100
  }

  private mutating func readNumbers() {
    for (index, word) in words.enumerated() where word.isNumber {
      guard let value = number(word) else { continue }
      let next = words.dropFirst(index + 1).prefix(2)
      // "in 45 patients", "124 adult women", "n = 45".
      if next.contains(where: { $0.classes.contains(.human) && $0.start - word.end < 20 })
        || index > 0 && isN(words[index - 1]) && word.start - words[index - 1].end <= 3
      {
        participants.append(value)
      } else if isYear(word), !isInIdentifier(word) {
        years.append(value)
      }
    }
  }

  private func isN(_ word: Word) -> Bool { word.end - word.start == 1 && text[word.start] | 0x20 == 0x6E }

  /// Whether a number belongs to a DOI or an address.
  private func isInIdentifier(_ word: Word) -> Bool {
    let before = word.start > 0 ? text[word.start - 1] : 0x20
    let after = word.end < text.count ? text[word.end] : 0x20
    return before == 0x2F || before == 0x2E || before == 0x2D || after == 0x2F
  }

  // MARK: Authors

  private mutating func readAuthors(_ known: KnownSources) {
    for (index, word) in words.enumerated() where word.isCapital && word.end - word.start >= 2 {
      guard index + 1 < words.count, isFollowedAsAuthor(index) else { continue }
      let isEtAl = words[index + 1].classes.contains(.citation)
      var surname = text[word.start..<word.end].lowercasedASCII
      var start = word.start
      // "van Zuuren", "De Dormael".
      for count in 1...2 where index >= count {
        let longer = text[words[index - count].start..<word.end].lowercasedASCII
        if known.byFirstAuthor[longer] != nil {
          surname = longer
          start = words[index - count].start
        }
      }
      var end = word.end
      if let year = words.dropFirst(index + 1).prefix(4).first(where: isYear) { end = year.end }
      // "Smith (2019)": the bracket that was opened is closed.
      if text[start..<end].contains(0x28), end < text.count, text[end] == 0x29 { end += 1 }
      authors.append((surname, place(start, end), isEtAl))
    }
  }

  /// "Smith et al.", "Smith 2019", "Smith (2019", "Smith, 2019", "Smith and Lee (2019)", "Smith and colleagues".
  private func isFollowedAsAuthor(_ index: Int) -> Bool {
    let next = words[index + 1]
    let gap = next.start - words[index].end
    if next.classes.contains(.citation) && next.end - next.start == 2 && gap == 1 { return true }
    if isYear(next) && gap <= 3 { return true }
    guard next.classes.contains(.coordinator), gap == 1, index + 2 < words.count else { return false }
    let other = words[index + 2]
    guard other.isCapital else { return false }
    return words.dropFirst(index + 3).prefix(1).contains { isYear($0) && $0.start - other.end <= 3 }
  }

  // MARK: Journals

  /// Runs of words with capitals ("British Journal of Dermatology", "Br J Dermatol").
  private mutating func readRuns(_ known: KnownSources) {
    var index = 0
    while index < words.count {
      guard words[index].isCapital else {
        index += 1
        continue
      }
      var last = index
      var next = index + 1
      while next < words.count, !words[next].isNumber, isJoined(words[next - 1], words[next]) {
        if words[next].isCapital {
          last = next
        } else if words[next].end - words[next].start > 1,
          words[next].classes.isDisjoint(with: [.preposition, .coordinator, .determiner])
        {
          break
        }
        next += 1
      }
      runs.append(index..<(last + 1))
      readJournal(index..<(last + 1), known)
      index = last + 1
    }
  }

  private func isJoined(_ word: Word, _ next: Word) -> Bool {
    let gap = text[word.end..<next.start]
    return gap.count <= 4
      && gap.allSatisfy { byte in
        switch byte {
        case 0x20, 0x26, 0x27, 0x2C, 0x2D, 0x2E, 0x3A: true
        // Dashes and the typographic apostrophe.
        default: byte >= 0x80
        }
      }
  }

  /// The words of a run as a name; nil where one word alone is no name.
  private func name(_ part: ClosedRange<Int>) -> JournalName? {
    let bytes = Array(text[words[part.lowerBound].start..<words[part.upperBound].end])
    if part.count == 1, bytes.count < 3 || !Self.isAcronym(bytes) { return nil }
    return JournalName(bytes)
  }

  private static func isAcronym(_ bytes: [UInt8]) -> Bool { bytes.allSatisfy { $0 >= 0x41 && $0 <= 0x5A } }

  /// Whether a word makes a name a journal's: "Journal", "J", "JAMA".
  private func isJournalWord(_ word: Word) -> Bool {
    let bytes = Array(text[word.start..<word.end])
    return bytes == [0x4A] || bytes.count >= 3 && Self.isAcronym(bytes)
      || word.classes.contains(.citation) && bytes.count > 3
  }

  /// The longest part of a run that is a known journal and calls itself one, or the run where it does.
  private mutating func readJournal(_ run: Range<Int>, _ known: KnownSources) {
    guard run.contains(where: { isJournalWord(words[$0]) }) else { return }
    for length in stride(from: run.count, to: 0, by: -1) {
      for start in run.lowerBound...(run.upperBound - length) {
        let part = start...(start + length - 1)
        guard words[start].isCapital, words[part.upperBound].isCapital,
          part.contains(where: { isJournalWord(words[$0]) }), let name = name(part),
          known.allJournals.contains(where: { name.fits($0) })
        else { continue }
        journals.append((name, place(words[start].start, words[part.upperBound].end)))
        return
      }
    }
    guard run.count >= 3, run.contains(where: { words[$0].classes.contains(.citation) }) else { return }
    let (start, end) = (words[run.lowerBound].start, words[run.upperBound - 1].end)
    journals.append((JournalName(Array(text[start..<end])), place(start, end)))
  }
}
