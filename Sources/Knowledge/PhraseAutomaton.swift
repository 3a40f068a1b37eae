/// What a phrase of the rules stands for.
public struct PhraseEntry: Equatable, Sendable {
  public enum Kind: UInt8, Sendable { case concept, cue, frame }
  public var kind: Kind
  /// For a frame the form of its word; else `fixed`.
  public var form: WordForm
  public var flags: Flags
  /// Number of tokens.
  public var length: UInt8
  /// Place in `concepts`, `cues` or `frames` of the knowledge base.
  public var index: Int32

  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Counts only where the concept or a class of it is named elsewhere in the document.
    public static let needsContext = Flags(rawValue: 1)
    /// An acronym: counts only where the text has it in capitals.
    /// In its plural the final `s` may be small.
    public static let needsCapitals = Flags(rawValue: 2)
  }

  @inlinable
  public init(kind: Kind, form: WordForm, flags: Flags, length: UInt8, index: Int32) {
    self.kind = kind
    self.form = form
    self.flags = flags
    self.length = length
    self.index = index
  }
}

/// When phrases are looked for.
public enum PhraseSet: Int, CaseIterable, Sendable {
  /// In every text.
  case always
  /// Where the reading of causality and advice asks.
  case linking
  /// Where a report of a trial is asked about.
  case trialReports
  /// Where a sentence names an agent and a condition that no frame ties together.
  case offering
  /// In every text, beside the reading of claims: what can be counted, and what limits a statement.
  case facts
  /// In every sentence that is read.
  case totality
  /// Where a word leaves no exception.
  case promise
  /// Where a sentence names an intervention and a circumstance of patients, or a precaution.
  case admission

  /// How many there are; `allCases` would make an array each time. `PhraseAutomaton.beginnings` has a bit for each.
  @inlinable static var count: Int { PhraseSet.admission.rawValue + 1 }
}

/// All phrases of the rules (concepts, cues, frames) over word numbers: a trie whose first step is an array, and whose
/// other steps are lists sorted by word, most of them of one. From each token every phrase that begins there is found; none
/// hides another.
public struct PhraseAutomaton: Equatable, Sendable {
  /// Node after a first word, by word number; -1 where no phrase begins with it. One row after the other for each
  /// `PhraseSet`: phrases of different sets share no node, so that looking for one costs nothing of the others.
  public let roots: [Int32]
  /// Of each node one record, and one more where the last ends.
  public let states: [State]
  /// The steps of all nodes, one node's after the other's, sorted by word.
  public let steps: [Step]
  public let entries: [PhraseEntry]
  /// Of each word the sets that a phrase beginning with it is in: bit `PhraseSet.rawValue`. Most words of a text begin no
  /// phrase, and one small table says so for all sets.
  public let beginnings: [UInt8]

  /// What there is at a node. Its lists end where those of the next node begin.
  public struct State: Equatable, Sendable {
    /// Place in `entries`.
    public var firstEntry: Int32
    /// Place in `steps`.
    public var firstStep: Int32
    /// A bit for each word that leads on, several words to a bit: where it is not set no step need be looked for.
    public var following: UInt64
  }

  /// The way from a node to another.
  public struct Step: Equatable, Sendable {
    public var word: Int32
    public var node: Int32
  }

  init(roots: [Int32], states: [State], steps: [Step], entries: [PhraseEntry]) {
    self.roots = roots
    self.states = states
    self.steps = steps
    self.entries = entries
    let row = roots.count / PhraseSet.count
    var beginnings = [UInt8](repeating: 0, count: row)
    for set in 0..<PhraseSet.count {
      for word in 0..<row where roots[set * row + word] >= 0 { beginnings[word] |= 1 << UInt8(set) }
    }
    self.beginnings = beginnings
  }

  /// The bit of a word in `State.following`.
  @inlinable static func bit(_ word: Int32) -> UInt64 {
    1 << UInt64((UInt32(bitPattern: word) &* 0x9E37_79B1) >> 26)
  }

  /// Where the row of a set begins in `roots`.
  @inlinable
  public func firstRoot(of set: PhraseSet) -> Int { roots.count / PhraseSet.count * set.rawValue }

  /// Places in `entries` of the phrases that end at a node.
  @inlinable
  public func entries(at node: Int32) -> Range<Int> {
    Int(states[Int(node)].firstEntry)..<Int(states[Int(node) + 1].firstEntry)
  }

  /// The node after `word` from `node`, or -1.
  @inlinable
  public func step(from node: Int32, by word: Int32) -> Int32 {
    let state = states[Int(node)]
    guard state.following & Self.bit(word) != 0 else { return -1 }
    var low = Int(state.firstStep)
    var high = Int(states[Int(node) + 1].firstStep)
    while low < high {
      let middle = (low + high) / 2
      let step = steps[middle]
      if step.word == word { return step.node }
      if step.word < word { low = middle + 1 } else { high = middle }
    }
    return -1
  }
}

extension PhraseAutomaton {
  /// Builds the automaton from phrases given as word numbers (each at least one word, none 0).
  /// Equal phrases of one set share a node; entries of a node keep the order in which they were given.
  public init(
    phrases: [(words: [Int32], entry: PhraseEntry)], wordCount: Int32,
    set: (PhraseEntry) -> PhraseSet = { _ in .always }
  ) {
    let row = Int(wordCount) + 1
    var roots = [Int32](repeating: -1, count: row * PhraseSet.count)
    var found: [UInt64: Int32] = [:]
    var outputs: [[PhraseEntry]] = []
    for phrase in phrases {
      precondition(
        !phrase.words.isEmpty && !phrase.words.contains(0), "a phrase has words, all of them known")
      let root = row * set(phrase.entry).rawValue + Int(phrase.words[0])
      var node = roots[root]
      if node < 0 {
        node = Int32(outputs.count)
        outputs.append([])
        roots[root] = node
      }
      for word in phrase.words.dropFirst() {
        let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
        if let next = found[key] {
          node = next
        } else {
          node = Int32(outputs.count)
          outputs.append([])
          found[key] = node
        }
      }
      if !outputs[Int(node)].contains(phrase.entry) { outputs[Int(node)].append(phrase.entry) }
    }
    // By node, then by word.
    let sorted = found.sorted { $0.key < $1.key }
    var states: [State] = []
    var steps: [Step] = []
    var entries: [PhraseEntry] = []
    for (node, output) in outputs.enumerated() {
      var state = State(firstEntry: Int32(entries.count), firstStep: Int32(steps.count), following: 0)
      while steps.count < sorted.count, sorted[steps.count].key >> 32 == UInt64(node) {
        let step = Step(
          word: Int32(truncatingIfNeeded: sorted[steps.count].key), node: sorted[steps.count].value)
        state.following |= Self.bit(step.word)
        steps.append(step)
      }
      states.append(state)
      entries.append(contentsOf: output)
    }
    states.append(State(firstEntry: Int32(entries.count), firstStep: Int32(steps.count), following: 0))
    self.init(roots: roots, states: states, steps: steps, entries: entries)
  }
}
