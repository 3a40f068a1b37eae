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
    /// Says better or worse, so that the outcome decides.
    var isEvaluation = false
    /// A trend, or a difference called insignificant: it counts only where a statistic says so.
    var isDoubted = false
    /// Looks at the words behind it ("lower levels of X"), not at its subject ("X was lower").
    var looksAhead = false
  }

  let reader: SentenceReader
  let question: TrialQuestion
  let numbers: NumberReader
  private(set) var marks: [Mark] = []
  private(set) var segments: [Int32] = []
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
      case .change, .degree, .evaluation, .sameness, .arm, .statistic, .negation, .pseudo, .comparison, .scopeEnd:
        // The longest of those that say the same kind of thing holds.
        if marks.contains(where: {
          $0.first <= hit.first && $0.end >= hit.end && $0.end - $0.first > hit.end - hit.first
            && (Self.saysResult($0.category) && Self.saysResult(role.category) || $0.category == role.category)
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
      // What stands in brackets belongs to what stands before them.
      if depth == 0, starts[place] || (token > first && reader.mark(token - 1) == 0x3B) { number += 1 }
      segments[place] = number
    }
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
    matchInitials(of: question.outcome) { range, weight in
      for token in range where matched[Int(token - first)] == 0 { matched[Int(token - first)] = weight }
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

  /// Finds words whose initials are an acronym of the phrase, and acronyms made of the phrase's initials.
  private func matchInitials(of phrase: ProtocolPhrase, _ body: (Range<Int32>, Int) -> Void) {
    for word in phrase.words where word.isAcronym && word.stem.count >= 3 {
      var token = first
      while token + Int32(word.stem.count) <= end {
        let run = token..<(token + Int32(word.stem.count))
        if zip(run, word.stem).allSatisfy({ initial($0) == $1 }) { body(run, 3) }
        token += 1
      }
    }
    let initials = phrase.words.compactMap { $0.stem.first }
    for token in first..<end where reader.scan.tokens[Int(token)].flags.contains(.uppercase) {
      let stem = stem(token)
      guard stem.count >= 2, stem.count <= initials.count else { continue }
      for start in 0...(initials.count - stem.count)
      where initials[start..<(start + stem.count)].elementsEqual(stem) { body(token..<(token + 1), 3) }
    }
  }

  private func initial(_ token: Int32) -> UInt8 {
    let item = reader.scan.tokens[Int(token)]
    guard item.kind == .word else { return 0 }
    return reader.document.text[Int(item.start)] | 0x20
  }

  func isOutcome(_ token: Int32) -> Bool { outcomes.contains { $0.first <= token && token < $0.end } }

  private mutating func findArms() {
    var sides = [Side?](repeating: nil, count: Int(end - first))
    func set(_ range: Range<Int32>, _ side: Side) {
      for token in range where sides[Int(token - first)] == nil { sides[Int(token - first)] = side }
    }
    var named: Set<Side> = []
    for token in first..<end where isContent(token) || isLabelPlace(token) {
      let stem = stem(token)
      for (phrase, side) in [(question.tested, Side.tested), (question.control, .control)] {
        let fits = phrase.words.contains { word in
          if word.isLabel { return word.stem == stem && isLabelPlace(token) }
          if word.isMeasure || isOutcome(token) || phrase.isDenied && !isDeniedWord(token) { return false }
          return TextWord.same(word.stem, stem)
        }
        guard fits else { continue }
        set(token..<(token + 1), side)
        named.insert(side)
      }
    }
    matchInitials(of: question.tested) { range, _ in if !isOutcome(range.lowerBound) { set(range, .tested) } }
    matchInitials(of: question.control) { range, _ in if !isOutcome(range.lowerBound) { set(range, .control) } }
    for mark in marks where mark.category == .arm {
      switch mark.value {
      case .every: set(mark.first..<mark.end, .every)
      case .control where !named.contains(.control) || question.control.values.contains(.control):
        set(mark.first..<mark.end, .control)
      case .tested where !named.contains(.tested) || question.tested.values.contains(.tested):
        set(mark.first..<mark.end, .tested)
      default: break
      }
    }
    for token in first..<end {
      guard let side = sides[Int(token - first)] else { continue }
      if let last = arms.last, last.side == side, last.end == token {
        arms[arms.count - 1].end = token + 1
      } else {
        arms.append(Arm(first: token, end: token + 1, side: side))
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
      if marks.contains(where: { $0.category == .arm && $0.value == .label && $0.first <= place && place < $0.end }) {
        return true
      }
      let before = reader.scan.tokens[Int(place)]
      guard before.end - before.start <= 3 else { break }
      place -= 1
    }
    // "the C group"
    return marks.contains { $0.category == .arm && $0.value == .label && $0.first == token + 1 }
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
      case .ratio:
        // "or" between words is no odds ratio.
        let token = reader.scan.tokens[Int(mark.first)]
        guard mark.end - mark.first > 1 || token.flags.contains(.uppercase) || token.end - token.start > 2
        else { continue }
        found = numbers.ratio(after: place, before: end)
      case .interval: found = numbers.interval(after: place, before: end)
      default: found = nil
      }
      if let found, !statistics.contains(where: { $0.first < found.end && $0.end > found.first && $0.kind == found.kind }) {
        statistics.append(found)
      }
    }
  }
}
