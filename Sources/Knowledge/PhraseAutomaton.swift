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

  /// How many there are; `allCases` would make an array each time.
  @inlinable static var count: Int { PhraseSet.promise.rawValue + 1 }
}

/// All phrases of the rules (concepts, cues, frames) over word numbers: a trie whose first step is an array and whose
/// other steps are one hash table. From each token every phrase that begins there is found; none hides another.
public struct PhraseAutomaton: Equatable, Sendable {
  /// Node after a first word, by word number; -1 where no phrase begins with it. One row after the other for each
  /// `PhraseSet`: phrases of different sets share no node, so that looking for one costs nothing of the others.
  public let roots: [Int32]
  /// Open-addressing table of further steps: keys `node << 32 | word` (0 is empty), with the node reached.
  public let keys: [UInt64]
  public let nodes: [Int32]
  /// Of each node the first place in `entries`; one more at the end.
  public let firstEntry: [Int32]
  public let entries: [PhraseEntry]
  /// Of each word the sets that a phrase beginning with it is in: bit `PhraseSet.rawValue`. Most words of a text begin no
  /// phrase, and one small table says so for all sets.
  public let beginnings: [UInt8]
  /// Of each node one record, made from the arrays above.
  public let states: [State]

  /// What there is at a node.
  public struct State: Equatable, Sendable {
    /// Places in `entries`, from the first to the one after the last.
    public var firstEntry: Int32
    public var endEntry: Int32
    /// A bit for each word that leads on, several words to a bit: where it is not set no step need be looked for.
    public var following: UInt64
  }

  @inlinable static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  public init(roots: [Int32], keys: [UInt64], nodes: [Int32], firstEntry: [Int32], entries: [PhraseEntry]) {
    self.roots = roots
    self.keys = keys
    self.nodes = nodes
    self.firstEntry = firstEntry
    self.entries = entries
    let row = roots.count / PhraseSet.count
    var beginnings = [UInt8](repeating: 0, count: row)
    for set in 0..<PhraseSet.count {
      for word in 0..<row where roots[set * row + word] >= 0 { beginnings[word] |= 1 << UInt8(set) }
    }
    self.beginnings = beginnings
    var states: [State] = []
    states.reserveCapacity(max(0, firstEntry.count - 1))
    for node in 1..<max(1, firstEntry.count) {
      states.append(State(firstEntry: firstEntry[node - 1], endEntry: firstEntry[node], following: 0))
    }
    for key in keys where key != 0 {
      // A damaged pack may hold steps from no node; nothing leads to them.
      let node = Int(key >> 32)
      if node < states.count {
        states[node].following |= Self.bit(Int32(truncatingIfNeeded: key))
      }
    }
    self.states = states
  }

  /// The bit of a word in `State.following`.
  @inlinable static func bit(_ word: Int32) -> UInt64 {
    1 << UInt64((UInt32(bitPattern: word) &* 0x9E37_79B1) >> 26)
  }

  /// Where the row of a set begins in `roots`.
  @inlinable
  public func firstRoot(of set: PhraseSet) -> Int { roots.count / PhraseSet.count * set.rawValue }

  /// The node after `word` from `node`, or -1.
  @inlinable
  public func step(from node: Int32, by word: Int32) -> Int32 {
    guard states[Int(node)].following & Self.bit(word) != 0 else { return -1 }
    let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
    let mask = keys.count - 1
    var slot = Self.slot(key, mask)
    while keys[slot] != 0 {
      if keys[slot] == key { return nodes[slot] }
      slot = (slot + 1) & mask
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
    var edges: [UInt64: Int32] = [:]
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
        if let next = edges[key] {
          node = next
        } else {
          node = Int32(outputs.count)
          outputs.append([])
          edges[key] = node
        }
      }
      if !outputs[Int(node)].contains(phrase.entry) { outputs[Int(node)].append(phrase.entry) }
    }
    var size = 16
    while size < edges.count * 2 { size *= 2 }
    var keys = [UInt64](repeating: 0, count: size)
    var nodes = [Int32](repeating: -1, count: size)
    for (key, node) in edges.sorted(by: { $0.key < $1.key }) {
      var slot = Self.slot(key, size - 1)
      while keys[slot] != 0 { slot = (slot + 1) & (size - 1) }
      keys[slot] = key
      nodes[slot] = node
    }
    var firstEntry: [Int32] = []
    var entries: [PhraseEntry] = []
    for output in outputs {
      firstEntry.append(Int32(entries.count))
      entries.append(contentsOf: output)
    }
    firstEntry.append(Int32(entries.count))
    self.init(roots: roots, keys: keys, nodes: nodes, firstEntry: firstEntry, entries: entries)
  }
}
