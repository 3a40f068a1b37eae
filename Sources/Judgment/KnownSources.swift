import Knowledge

/// The sources of the rules by what a text may name them by: DOI, PMID, first author, the statements that rest on them.
final class KnownSources: Sendable {
  /// Places in `KnowledgeBase.sources`.
  let byDOI: [String: Int32]
  let byPMID: [String: Int32]
  /// By the surname of the first author, in lower case.
  let byFirstAuthor: [[UInt8]: [Int32]]
  /// Names of journals, as words to compare.
  let journals: [JournalName?]
  /// Every journal that the rules know, once.
  let allJournals: [JournalName]
  /// Places in `KnowledgeBase.statements` that cite each source.
  let statements: [[Int32]]

  init(knowledge: KnowledgeBase) {
    var statements = [[Int32]](repeating: [], count: knowledge.sources.count)
    for index in knowledge.statements.indices {
      for source in knowledge.statements[index].sources { statements[Int(source)].append(Int32(index)) }
    }
    self.statements = statements
    // Many sources appeared in the same journal.
    var read: [String: JournalName] = [:]
    var all: [JournalName] = []
    journals = knowledge.sources.indices.map { index in
      guard let text = knowledge.sources[index].journal else { return nil }
      if let name = read[text] { return name.words.isEmpty ? nil : name }
      let name = JournalName(Array(text.utf8))
      read[text] = name
      if name.words.isEmpty { return nil }
      if !all.contains(name) { all.append(name) }
      return name
    }
    allJournals = all
    var byDOI: [String: Int32] = [:]
    var byPMID: [String: Int32] = [:]
    var byFirstAuthor: [[UInt8]: [Int32]] = [:]
    for index in knowledge.sources.indices where knowledge.sources[index].partOf == nil {
      if let doi = knowledge.sources[index].doi { byDOI[doi.lowercased()] = Int32(index) }
      if let pmid = knowledge.sources[index].pmid { byPMID[pmid] = Int32(index) }
      if let first = Self.surnames(knowledge.sources[index].authors, limit: 1).first {
        byFirstAuthor[first, default: []].append(Int32(index))
      }
    }
    self.byDOI = byDOI
    self.byPMID = byPMID
    self.byFirstAuthor = byFirstAuthor
  }

  /// The surnames of "De Dormael R, Bastien P, et al.", in lower case; nothing of what does not end in initials, as the
  /// names of bodies do not.
  ///
  /// - Parameter limit: how many are wanted, the first ones.
  static func surnames(_ authors: String?, limit: Int = .max) -> [[UInt8]] {
    guard let authors else { return [] }
    var result: [[UInt8]] = []
    for name in Array(authors.utf8).split(separator: 0x2C) where result.count < limit {
      var words = name.split(separator: 0x20)
      guard words.count > 1, let initials = words.popLast(), initials.count <= 4,
        initials.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A || $0 == 0x2D || $0 == 0x2E })
      else { continue }
      result.append(Array(words.joined(separator: [0x20])).lowercasedASCII)
    }
    return result
  }
}

/// The name of a journal as its words in lower case, small ones left out, to be compared over abbreviations.
struct JournalName: Equatable, Sendable {
  let words: [[UInt8]]
  /// The first letters of the words.
  private let initials: [UInt8]

  /// Reads a name up to the first digit, bracket or colon ("Dermatologic Therapy 34(1): e14539"). Short words without a
  /// capital ("of", "the") are what abbreviations leave out.
  init(_ text: [UInt8]) {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in text + [0x20] {
      // A typographic apostrophe parts words like a plain one.
      let isMark = byte == 0xE2 || byte == 0x80 || byte == 0x99
      if byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80 && !isMark {
        word.append(byte)
        continue
      }
      if let first = word.first, word.count > 3 || first >= 0x41 && first <= 0x5A {
        words.append(word.lowercasedASCII)
      }
      word.removeAll()
      if byte >= 0x30 && byte <= 0x3A || byte == 0x28 { break }
    }
    self.words = words
    initials = words.compactMap { $0.first }
  }

  /// Whether two names can be of one journal: word by word, one abbreviates the other ("Br J Dermatol"), or one is made of the
  /// other's initials.
  func fits(_ other: JournalName) -> Bool {
    if words.count == other.words.count {
      return zip(words, other.words).allSatisfy { $0.starts(with: $1) || $1.starts(with: $0) }
    }
    if words.count == 1, other.words.count >= 3 { return words[0] == other.initials }
    if other.words.count == 1, words.count >= 3 { return other.words[0] == initials }
    return false
  }
}

extension Collection<UInt8> {
  /// With ASCII capitals in lower case.
  var lowercasedASCII: [UInt8] { map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 } }
}
