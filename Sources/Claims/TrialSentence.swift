import Ingest
import Knowledge
import Linguistics

/// A sentence of a trial report, with what it says of arms, outcomes, differences and statistics found in it.
struct TrialSentence {
  /// A word of the rules that counts in reports.
  struct Mark {
    /// Tokens.
    var first: Int32
    var end: Int32
    var category: Cue.Category
    var value: Grammar.CueRole.Value
    var scope: Cue.Scope
  }

  enum Side { case tested, control, every }

  /// An arm of the trial named in the sentence.
  struct Arm {
    var first: Int32
    var end: Int32
    var side: Side
    /// Named by a word for such arms ("the intervention group") rather than by its own.
    var isGeneric = false
  }

  /// A stretch that names the outcome asked for.
  struct OutcomePlace {
    var first: Int32
    var end: Int32
    /// How much of the outcome's words it has.
    var weight: Int
  }

  /// A place where the sentence says what became of something.
  struct Event {
    var first: Int32
    var end: Int32
    /// 1 up, -1 down, 0 no difference; nil where a difference has no direction.
    var sign: Int?
    var isSignificant = false
    /// A difference was denied or called alike in so many words.
    var isDenied = false
    /// Compares two values rather than tells of a change in one.
    var isComparison = false
    /// The outcome's own name as a verb or noun ("had recovered"): it came about.
    var isOccurrence = false
    /// Says better or worse, so that the outcome decides.
    var isEvaluation = false
    /// A trend, or a difference called insignificant: it counts only where a statistic says so.
    var isDoubted = false
    /// "There were no relapses": the outcome did not come about.
    var isAbsence = false
    /// Looks at the words behind it ("lower levels of X"), not at its subject ("X was lower").
    var looksAhead = false
  }

  let reader: SentenceReader
  let question: TrialQuestion
  let numbers: NumberReader
  private(set) var marks: [Mark] = []
  private(set) var segments: [Int32] = []
  /// Of each token: how many brackets are open.
  private(set) var depths: [UInt8] = []
  private(set) var outcomes: [OutcomePlace] = []
  private(set) var arms: [Arm] = []
  private(set) var statistics: [TrialStatistic] = []
  var events: [Event] = []

  var first: Int32 { reader.first }
  var end: Int32 { reader.end }

  init(_ reader: SentenceReader, _ question: TrialQuestion) {
    self.reader = reader
    self.question = question
    numbers = NumberReader(tokens: reader.scan.tokens, text: reader.document.text)
    collectMarks()
    findSegments()
    findOutcomes()
    findArms()
    findStatistics()
    findEvents()
    joinSegments()
  }

  func segment(_ token: Int32) -> Int32 { segments[Int(min(max(token, first), end - 1) - first)] }

  func isHyphenated(_ token: Int32) -> Bool {
    token < end && reader.scan.tokens[Int(token)].flags.contains(.hyphenBefore)
  }

  private func stem(_ token: Int32) -> [UInt8] {
    let item = reader.scan.tokens[Int(token)]
    return TextWord.stem(reader.document.text[Int(item.start)..<Int(item.end)])
  }

  func isContent(_ token: Int32) -> Bool {
    let item = reader.scan.tokens[Int(token)]
    return item.kind != .punctuation && !TextWord.isFunction(item, reader.grammar)
  }

  // MARK: What the rules know

  private mutating func collectMarks() {
    let grammar = reader.grammar
    for place in reader.hitRange {
      let hit = reader.scan.hits[place]
      guard hit.entry.kind == .cue else { continue }
      let role = grammar.cues[Int(hit.entry.index)]
      switch role.category {
      case .change, .degree, .evaluation, .sameness, .arm, .statistic, .negation, .pseudo, .comparison,
        .scopeEnd,
        .measure:
        // The longest of those that say the same kind of thing holds.
        if marks.contains(where: {
          $0.first <= hit.first && $0.end >= hit.end && $0.end - $0.first > hit.end - hit.first
            && (Self.saysResult($0.category) && Self.saysResult(role.category)
              || $0.category == role.category)
        }) {
          continue
        }
        // "Similarly, …" takes up another statement.
        if role.category == .sameness, hit.first == first, reader.mark(hit.end) == 0x2C { continue }
        marks.append(
          Mark(
            first: hit.first, end: hit.end, category: role.category, value: role.value, scope: role.scope))
      default: break
      }
    }
  }

  static func saysResult(_ category: Cue.Category) -> Bool {
    switch category {
    case .change, .degree, .evaluation, .sameness: true
    default: false
    }
  }

  /// Cuts the sentence where another statement begins: a semicolon, "but", "whereas", a second subject with its verb.
  private mutating func findSegments() {
    segments = [Int32](repeating: 0, count: Int(end - first))
    var starts = [Bool](repeating: false, count: Int(end - first))
    for clause in reader.clauses where clause.first < end {
      switch clause.kind {
      case .main, .subordinate, .condition: starts[Int(clause.first - first)] = true
      case .relative, .complement: break
      }
    }
    var depth = 0
    var number: Int32 = 0
    for token in first..<end {
      let mark = reader.mark(token)
      if mark == 0x28 || mark == 0x5B { depth += 1 }
      if mark == 0x29 || mark == 0x5D { depth = max(0, depth - 1) }
      let place = Int(token - first)
      depths.append(UInt8(clamping: depth))
      // What stands in brackets belongs to what stands before them.
      if depth == 0, starts[place] || (token > first && reader.mark(token - 1) == 0x3B) { number += 1 }
      segments[place] = number
    }
  }

  /// A stretch in which nothing happens belongs to the statement before it, or to the one it opens ("Compared with A, …").
  private mutating func joinSegments() {
    let last = segments.last ?? 0
    guard last > 0 else { return }
    let eventful = Set(events.map { segment($0.first) })
    var renumbered: [Int32] = []
    var number: Int32 = -1
    var isOpen = false
    for old in 0...last {
      let start = segments.firstIndex(of: old).map { first + Int32($0) } ?? first
      let opens =
        number < 0 || !reader.classes(start).isDisjoint(with: [.preposition])
        || marks.contains { $0.category == .comparison && $0.first == start }
      if eventful.contains(old) {
        if !isOpen { number += 1 }
        isOpen = false
      } else if opens, !isOpen, old < last {
        number += 1
        isOpen = true
      }
      renumbered.append(max(number, 0))
    }
    segments = segments.map { renumbered[Int($0)] }
  }

  // MARK: The outcome and the arms

  private mutating func findOutcomes() {
    var matched = [Int](repeating: 0, count: Int(end - first))
    for token in first..<end where isContent(token) {
      let stem = stem(token)
      for word in question.outcome.words where TextWord.same(word.stem, stem) {
        let isNumber = reader.scan.tokens[Int(token)].kind == .number
        matched[Int(token - first)] = max(matched[Int(token - first)], word.isMeasure || isNumber ? 1 : 4)
      }
    }
    for token in spelledAcronyms(of: question.outcome) where matched[Int(token - first)] == 0 {
      matched[Int(token - first)] = 3
    }
    for token in first..<end where isAcronym(token) && matched[Int(token - first)] == 0 {
      if question.outcome.hasInitials(stem(token), orWithGroup: false) { matched[Int(token - first)] = 3 }
    }
    var token = first
    while token < end {
      guard matched[Int(token - first)] > 0 else {
        token += 1
        continue
      }
      var place = OutcomePlace(first: token, end: token + 1, weight: 0)
      var cursor = token
      // Small words between the parts of a name are passed over.
      while cursor < end, cursor <= place.end + 1 {
        if matched[Int(cursor - first)] > 0 {
          place.weight += matched[Int(cursor - first)]
          place.end = cursor + 1
        } else if isContent(cursor) || reader.mark(cursor) == 0x2C {
          break
        }
        cursor += 1
      }
      outcomes.append(place)
      token = place.end
    }
    let best = outcomes.map(\.weight).max() ?? 0
    outcomes.removeAll { $0.weight * 2 <= best || $0.weight < 2 }
  }

  /// The words of the sentence whose initials are an acronym in the phrase.
  private func spelledAcronyms(of phrase: ProtocolPhrase) -> [Int32] {
    var found: [Int32] = []
    for word in phrase.words where word.isAcronym && word.stem.count >= 3 {
      var token = first
      while token + Int32(word.stem.count) <= end {
        let run = token..<(token + Int32(word.stem.count))
        if zip(run, word.stem).allSatisfy({ initial($0) == $1 }) { found += run }
        token += 1
      }
    }
    return found
  }

  private func isAcronym(_ token: Int32) -> Bool { reader.scan.tokens[Int(token)].flags.contains(.uppercase) }

  private func initial(_ token: Int32) -> UInt8 {
    let item = reader.scan.tokens[Int(token)]
    guard item.kind == .word else { return 0 }
    return reader.document.text[Int(item.start)] | 0x20
  }

  func isOutcome(_ token: Int32) -> Bool { outcomes.contains { $0.first <= token && token < $0.end } }

  private mutating func findArms() {
    var sides = [(side: Side, isGeneric: Bool)?](repeating: nil, count: Int(end - first))
    func set(_ range: Range<Int32>, _ side: Side, isGeneric: Bool = false) {
      for token in range where sides[Int(token - first)] == nil {
        sides[Int(token - first)] = (side, isGeneric)
      }
    }
    var named: Set<Side> = []
    for token in first..<end where isContent(token) || TextWord.isLabel(stem(token)) {
      let stem = stem(token)
      for (phrase, side) in [(question.tested, Side.tested), (question.control, .control)] {
        if phrase.isDenied, side == .control, isDeniedWord(token),
          phrase.words.contains(where: { TextWord.same($0.stem, stem) })
        {
          sides[Int(token - first)] = (.control, false)
          named.insert(.control)
          continue
        }
        let fits = phrase.words.contains { word in
          if word.isLabel {
            return word.stem == stem
              && (isLabelPlace(token)
                || token > first && !word.before.isEmpty && self.stem(token - 1) == word.before)
          }
          if word.isMeasure || isOutcome(token) || phrase.isDenied && !isDeniedWord(token) { return false }
          return TextWord.same(word.stem, stem)
        }
        guard fits else { continue }
        set(token..<(token + 1), side)
        named.insert(side)
      }
    }
    for token in spelledAcronyms(of: question.tested) where !isOutcome(token) {
      set(token..<(token + 1), .tested)
    }
    for token in spelledAcronyms(of: question.control) where !isOutcome(token) {
      set(token..<(token + 1), .control)
    }
    for token in first..<end where isAcronym(token) && !isOutcome(token) {
      let letters = stem(token)
      let isTested = question.tested.hasInitials(letters, orWithGroup: true)
      if isTested != question.control.hasInitials(letters, orWithGroup: true) {
        set(token..<(token + 1), isTested ? .tested : .control)
        named.insert(isTested ? .tested : .control)
      }
    }
    for mark in marks where mark.category == .arm && !isOutcome(mark.first) {
      switch mark.value {
      case .every: set(mark.first..<mark.end, .every)
      case .control where !named.contains(.control) || question.control.values.contains(.control):
        set(mark.first..<mark.end, .control, isGeneric: true)
      case .tested where !named.contains(.tested) || question.tested.values.contains(.tested):
        set(mark.first..<mark.end, .tested, isGeneric: true)
      default: break
      }
    }
    for token in first..<end {
      guard let known = sides[Int(token - first)] else { continue }
      let isGeneric = known.isGeneric
      var side = known.side
      // "those not given A", "non-A": the other arm.
      if side == .tested, !isGeneric, isWithout(token) { side = .control }
      if let last = arms.last, last.side == side, last.end == token {
        arms[arms.count - 1].end = token + 1
      } else {
        arms.append(Arm(first: token, end: token + 1, side: side, isGeneric: isGeneric))
      }
    }
  }

  /// Whether the letter or number of an arm may stand here: behind "group", or in a list of such behind it.
  private func isLabelPlace(_ token: Int32) -> Bool {
    let item = reader.scan.tokens[Int(token)]
    guard item.kind != .punctuation, item.end - item.start <= 3, TextWord.isLabel(stem(token)) else {
      return false
    }
    var place = token - 1
    while place >= first, place >= token - 4 {
      if marks.contains(where: {
        $0.category == .arm && $0.value == .label && $0.first <= place && place < $0.end
      }) {
        return true
      }
      let before = reader.scan.tokens[Int(place)]
      guard before.end - before.start <= 3 else { break }
      place -= 1
    }
    // "the C group"
    return marks.contains { $0.category == .arm && $0.value == .label && $0.first == token + 1 }
  }

  /// Whether the arm is named by what it goes without.
  private func isWithout(_ token: Int32) -> Bool {
    marks.contains { mark in
      mark.category == .arm && mark.value == .without && mark.end <= token && token - mark.end <= 1
    }
  }

  /// Whether "no" or "without" stands just before.
  private func isDeniedWord(_ token: Int32) -> Bool {
    marks.contains { $0.category == .negation && $0.end <= token && token - $0.end <= 2 }
  }

  // MARK: Statistics

  private mutating func findStatistics() {
    for mark in marks where mark.category == .statistic {
      let place = (mark.first, mark.end)
      let found: TrialStatistic?
      switch mark.value {
      case .probability: found = numbers.probability(after: place, before: end)
      case .ratio, .hazard:
        // "or" between words is no odds ratio.
        let token = reader.scan.tokens[Int(mark.first)]
        guard mark.end - mark.first > 1 || token.flags.contains(.uppercase) || token.end - token.start > 2
        else { continue }
        found = numbers.ratio(after: place, before: end).map { ratio in
          var ratio = ratio
          ratio.isHazard = mark.value == .hazard
          return ratio
        }
      case .interval: found = numbers.interval(after: place, before: end)
      case .difference: found = numbers.difference(after: place, before: end)
      default: found = nil
      }
      if let found,
        !statistics.contains(where: { $0.first < found.end && $0.end > found.first && $0.kind == found.kind })
      {
        statistics.append(found)
      }
    }
  }
}
