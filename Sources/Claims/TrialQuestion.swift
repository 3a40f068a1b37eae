import Ingest
import Knowledge
import Linguistics

/// What to look for in a report of a trial, in the words of its protocol, made ready for reading.
struct TrialQuestion {
  let outcome: ProtocolPhrase
  /// The words of the intervention that its comparator does not share.
  let tested: ProtocolPhrase
  /// The words of the comparator that the intervention does not share.
  let control: ProtocolPhrase
  /// What the outcome is worth: 1 where more of it is better, -1 where less is.
  let worth: Int
  /// The outcome is a time, which is lower where something comes sooner.
  let isDuration: Bool
  /// The outcome is a change ("weight loss"): the direction of the words in which it is named, else 1.
  let direction: Int
  /// The comparator is the state before the trial, so that changes inside one arm count.
  let comparesWithStart: Bool

  init(outcome: String, intervention: String, comparator: String, grammar: Grammar) {
    let outcome = ProtocolPhrase(outcome, grammar: grammar)
    var tested = ProtocolPhrase(intervention, isArm: true, grammar: grammar)
    var control = ProtocolPhrase(comparator, isArm: true, grammar: grammar)
    comparesWithStart = control.isStart
    // "with A" and "without A" differ in the small word only.
    if !control.isDenied {
      let shared = tested.words.filter { control.names($0) }
      control.remove(control.words.filter { tested.names($0) })
      tested.remove(shared)
    }

    var worth = outcome.worth
    isDuration = outcome.values.contains(.duration)
    if worth == 0, isDuration { worth = -1 } else if outcome.values.contains(.until) { worth = -worth }
    direction = outcome.values.contains(.down) ? -1 : 1
    // Less of something bad is good.
    self.worth = worth == 0 ? 1 : worth * direction
    self.outcome = outcome
    self.tested = tested
    self.control = control
  }
}

/// A phrase of a protocol, as words to be found in a text.
struct ProtocolPhrase {
  struct Word: Equatable {
    /// In lower case, without the ending of a plural.
    var stem: [UInt8]
    /// Written in capitals: perhaps the initials of other words.
    var isAcronym: Bool
    /// Says how something is measured rather than what it is.
    var isMeasure: Bool
    /// The letter or number of an arm: counts only behind "group" or "arm".
    var isLabel: Bool
    /// Of a label: the word before it ("drug" of "drug A").
    var before: [UInt8] = []
  }

  private(set) var words: [Word] = []
  /// The first letters of all its words, for acronyms of it.
  private(set) var initials: [UInt8] = []
  /// What the rules say of the phrase's words.
  private(set) var values: [Grammar.CueRole.Value] = []
  /// 1 where more of what the phrase names is better, -1 where less is, 0 where the rules do not say.
  private(set) var worth = 0
  /// The phrase names the state before the trial.
  private(set) var isStart = false
  /// The phrase says what an arm goes without ("no treatment"): its words count behind a negation only.
  private(set) var isDenied = false

  init(_ phrase: String, isArm: Bool = false, grammar: Grammar) {
    guard
      let document = try? Ingest.document(path: "", format: .plainText, bytes: Array(phrase.utf8))
    else { return }
    let scan = DocumentScan(document, grammar: grammar, readsTrialReports: true)
    var measures = Set<Int32>()
    var labels = Set<Int32>()
    // "(B)": the letter of an arm.
    for place in scan.tokens.indices.dropFirst().dropLast()
    where isArm && scan.tokens[place - 1].mark == 0x28 && scan.tokens[place + 1].mark == 0x29 {
      labels.insert(Int32(place))
    }
    for hit in scan.hits where hit.entry.kind == .cue {
      let role = grammar.cues[Int(hit.entry.index)]
      switch role.category {
      case .measure where role.value != .until: for token in hit.first..<hit.end { measures.insert(token) }
      case .arm:
        if role.value == .label {
          labels.insert(hit.end)
          labels.insert(hit.first - 1)
        }
        values.append(role.value)
      case .change where isInside(hit, scan, grammar): break
      case .measure where role.value == .until: values.append(.until)
      case .worth, .change: values.append(role.value)
      default: break
      }
    }
    worth = Self.worth(in: scan, grammar)
    isDenied =
      isArm
      && scan.hits.contains { hit in
        hit.first == 0 && hit.entry.kind == .cue && grammar.cues[Int(hit.entry.index)].category == .negation
      }
    // "control group (the same procedure with saline)": what describes a control tells nothing of its name.
    let namesControl =
      isArm
      && scan.hits.contains { hit in
        hit.first < 3 && hit.entry.kind == .cue && grammar.cues[Int(hit.entry.index)].value == .control
      }
    for (place, token) in scan.tokens.enumerated() {
      if namesControl, place > 0, token.mark == 0x28 { break }
      guard token.kind != .punctuation else { continue }
      let stem = TextWord.stem(document.text[Int(token.start)..<Int(token.end)])
      let isLetter =
        isArm && token.flags.contains(.capitalized) && place > 0 && scan.tokens[place - 1].kind == .word
      let isLabel = (labels.contains(Int32(place)) || isLetter) && TextWord.isLabel(stem)
      guard isLabel || !TextWord.isFunction(token, grammar) else { continue }
      guard isLabel || stem.count > 1 || token.kind == .number else { continue }
      let word = Word(
        stem: stem, isAcronym: token.flags.contains(.uppercase), isMeasure: measures.contains(Int32(place)),
        isLabel: isLabel,
        before: isLabel && isLetter
          ? TextWord.stem(
            document.text[Int(scan.tokens[place - 1].start)..<Int(scan.tokens[place - 1].end)]) : [])
      if !words.contains(word) { words.append(word) }
    }
    initials = words.compactMap { $0.isLabel ? nil : $0.stem.first }
    isStart = scan.hits.contains { hit in
      hit.first < 2 && hit.entry.kind == .cue && grammar.cues[Int(hit.entry.index)].value == .before
    }
  }

  /// Whether a word of change is part of a name ("hair loss", "falls") that says by itself what it is worth.
  private func isInside(_ change: PhraseHit, _ scan: DocumentScan, _ grammar: Grammar) -> Bool {
    scan.hits.contains { hit in
      hit.entry.kind == .cue && hit.first <= change.first && hit.end >= change.end
        && grammar.cues[Int(hit.entry.index)].category == .worth
    }
  }

  /// What the head of the phrase is worth: the last word of its first part ("pain relief", "ability to walk"), or, where
  /// that says nothing ("rate of healing"), the first part behind it that does.
  private static func worth(in scan: DocumentScan, _ grammar: Grammar) -> Int {
    var worth = 0
    var last: Int32 = 0
    for hit in scan.hits where hit.entry.kind == .cue {
      let role = grammar.cues[Int(hit.entry.index)]
      guard role.category == .worth, role.value != .duration else { continue }
      let parts = (last..<max(last, hit.first)).contains { token in
        let item = scan.tokens[Int(token)]
        return item.mark == 0x2C || item.mark == 0x3B || item.mark == 0x28
          || !grammar.classes(item).isDisjoint(with: [.preposition, .coordinator])
      }
      if worth != 0, parts { break }
      if hit.first < last { continue }
      worth = role.value == .good ? 1 : -1
      last = hit.end
    }
    return worth
  }

  /// Whether the letters are initials of words of the phrase that follow each other, or of its first words with "group".
  func hasInitials(_ letters: [UInt8], orWithGroup: Bool) -> Bool {
    guard letters.count >= 2 else { return false }
    if letters.count <= initials.count {
      for start in 0...(initials.count - letters.count)
      where initials[start..<(start + letters.count)].elementsEqual(letters) { return true }
    }
    let rest = letters.dropLast()
    return orWithGroup && letters.last == 0x67 && initials.starts(with: rest)
  }

  /// Whether the phrase has the word in some form.
  func names(_ word: Word) -> Bool {
    words.contains { $0.isLabel == word.isLabel && TextWord.same($0.stem, word.stem) }
  }

  mutating func remove(_ others: [Word]) {
    words.removeAll { word in others.contains(word) }
  }
}

/// Words as bytes, compared over their endings.
enum TextWord {
  /// What may stand behind the shared beginning of two forms of a word.
  private static let endings: Set<[UInt8]> = Set(
    [
      "", "e", "s", "es", "d", "ed", "ing", "er", "ers", "or", "ion", "ation", "ment", "al", "ally", "ly",
      "y", "ity",
      "ety", "ive", "ic", "ical", "ance", "ence", "ant", "ent", "able", "ible", "ous", "ful", "n", "en", "t",
      "ated",
      "ating", "ate", "ization", "ized", "izing", "ize", "isation", "ised", "ing", "ia", "ial", "us", "um",
      "a",
    ].map { Array($0.utf8) })

  /// Whether the word ties others together and names nothing.
  static func isFunction(_ token: Token, _ grammar: Grammar) -> Bool {
    guard token.kind == .word else { return token.kind == .punctuation }
    return !grammar.classes(token).isDisjoint(with: [
      .determiner, .preposition, .coordinator, .subordinator, .be, .auxiliary, .modal, .relative, .infinitive,
      .pronoun,
    ])
  }

  /// Whether the word is the letter or number of an arm.
  static func isLabel(_ stem: [UInt8]) -> Bool {
    if stem.count == 1 { return true }
    return stem.count <= 3 && stem.allSatisfy { $0 == 0x69 || $0 == 0x76 }
  }

  /// The word in lower case without the ending of a plural.
  static func stem(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var stem = bytes.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    if stem.count > 4, stem.suffix(3).elementsEqual("ies".utf8) {
      stem.removeLast(3)
      stem.append(0x79)
    } else if stem.count > 3, stem.last == 0x73, stem[stem.count - 2] != 0x73, stem[stem.count - 2] != 0x69 {
      stem.removeLast()
    }
    return stem
  }

  /// Whether two stems are forms of one word: they begin alike and differ in their endings only.
  static func same(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    if one == other { return true }
    var shared = 0
    while shared < one.count, shared < other.count, one[shared] == other[shared] { shared += 1 }
    return shared >= 4 && endings.contains(Array(one[shared...])) && endings.contains(Array(other[shared...]))
  }
}
