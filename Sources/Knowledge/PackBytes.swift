import Linguistics

/// The sections of a compiled pack, with bounds checked.
struct PackBytes {
  typealias Damage = CompiledPack.Damage
  private let sections: [UnsafeRawBufferPointer]
  /// Part of this executable, and as whole as its code: what only damage can change is not looked at again. The structures
  /// that are made of it check their bounds all the same.
  let isOwn: Bool

  /// Checks header, length, checksum and the table of sections.
  /// - Parameter isOwn: the bytes are part of this executable.
  init(_ bytes: UnsafeRawBufferPointer, isOwn: Bool = false) throws(Damage) {
    self.isOwn = isOwn
    let sectionCount = CompiledPack.Section.allCases.count
    let start = CompiledPack.headerSize + CompiledPack.sectionEntrySize * sectionCount
    guard bytes.count >= start, bytes.prefix(8).elementsEqual(CompiledPack.magic) else {
      throw Damage(problem: "they do not begin as a compiled pack does")
    }
    func word(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    func half(_ offset: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
    guard half(8) == CompiledPack.formatVersion, half(12) == UInt32(sectionCount) else {
      throw Damage(problem: "they have another format version")
    }
    guard word(16) == UInt64(bytes.count) else {
      throw Damage(problem: "they have another length than they say")
    }
    let body = UnsafeRawBufferPointer(rebasing: bytes[CompiledPack.headerSize...])
    guard isOwn || word(24) == CompiledPack.checksum(body) else {
      throw Damage(problem: "their checksum is wrong")
    }
    var found: [UnsafeRawBufferPointer] = []
    for section in 0..<sectionCount {
      let entry = CompiledPack.headerSize + section * CompiledPack.sectionEntrySize
      let offset = word(entry)
      let length = word(entry + 8)
      guard offset >= UInt64(start), offset <= UInt64(bytes.count), length <= UInt64(bytes.count) - offset
      else {
        throw Damage(problem: "a section lies outside")
      }
      found.append(UnsafeRawBufferPointer(rebasing: bytes[Int(offset)..<Int(offset + length)]))
    }
    sections = found
  }

  subscript(_ section: CompiledPack.Section) -> UnsafeRawBufferPointer { sections[section.rawValue] }

  /// A section as an array of integers.
  func array<Value: FixedWidthInteger>(
    _ section: CompiledPack.Section, _: Value.Type = Value.self
  ) throws(Damage) -> [Value] {
    let bytes = self[section]
    guard bytes.count % MemoryLayout<Value>.size == 0 else { throw Damage(problem: "a section is cut off") }
    let count = bytes.count / MemoryLayout<Value>.size
    let values = [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
      initialized = count
    }
    #if _endian(big)
      return values.map { Value(littleEndian: $0) }
    #else
      return values
    #endif
  }

  // MARK: Words and phrases

  func words(count: Int32) throws(Damage) -> WordTable {
    let slots: [UInt32] = try array(.wordSlots)
    let numbers: [UInt32] = try array(.wordEntries)
    guard numbers.count % 4 == 0 else { throw Damage(problem: "the words are cut off") }
    let entries = stride(from: 0, to: numbers.count, by: 4).map { place in
      WordTable.Entry(
        hash: numbers[place], offset: numbers[place + 1], length: numbers[place + 2],
        word: Int32(bitPattern: numbers[place + 3]))
    }
    // An empty slot ends a search: without one it would not end.
    guard slots.contains(0),
      let table = WordTable(slots: slots, entries: entries, bytes: Array(self[.wordBytes]), count: count)
    else { throw Damage(problem: "the words do not fit together") }
    return table
  }

  func wordClasses(count: Int32) throws(Damage) -> [WordClasses] {
    let values: [UInt32] = try array(.wordClasses)
    guard values.count == Int(count) + 1 else {
      throw Damage(problem: "the word classes do not fit the words")
    }
    return values.map { WordClasses(rawValue: $0) }
  }

  /// - Parameter limits: how many records there are of each kind of phrase.
  func phrases(
    wordCount: Int32, limits: [PhraseEntry.Kind: Int]
  ) throws(Damage) -> PhraseAutomaton {
    let roots: [Int32] = try array(.roots)
    let states = try self.states()
    let steps = try self.steps()
    let entries = try self.entries(limits)
    let automaton = PhraseAutomaton(roots: roots, states: states, steps: steps, entries: entries)
    if isOwn { return automaton }
    let nodeCount = states.count - 1
    let isNode: (Int32) -> Bool = { $0 >= 0 && Int($0) < nodeCount }
    guard roots.count == (Int(wordCount) + 1) * PhraseSet.count,
      roots.allSatisfy({ $0 == -1 || isNode($0) }), steps.allSatisfy({ isNode($0.node) }),
      let first = states.first, first.firstEntry == 0, first.firstStep == 0,
      let last = states.last, Int(last.firstEntry) == entries.count, Int(last.firstStep) == steps.count,
      last.following == 0,
      zip(states, states.dropFirst()).allSatisfy({
        $0.firstEntry <= $1.firstEntry && $0.firstStep <= $1.firstStep
      })
    else { throw Damage(problem: "the phrases do not fit together") }
    return automaton
  }

  private func states() throws(Damage) -> [PhraseAutomaton.State] {
    let bytes = self[.states]
    guard bytes.count % 16 == 0 else { throw Damage(problem: "the phrases are cut off") }
    return stride(from: 0, to: bytes.count, by: 16).map { place in
      PhraseAutomaton.State(
        firstEntry: Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int32.self)),
        firstStep: Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: place + 4, as: Int32.self)),
        following: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)))
    }
  }

  private func steps() throws(Damage) -> [PhraseAutomaton.Step] {
    let bytes = self[.steps]
    guard bytes.count % 8 == 0 else { throw Damage(problem: "the phrases are cut off") }
    return stride(from: 0, to: bytes.count, by: 8).map { place in
      PhraseAutomaton.Step(
        word: Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int32.self)),
        node: Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: place + 4, as: Int32.self)))
    }
  }

  private func entries(_ limits: [PhraseEntry.Kind: Int]) throws(Damage) -> [PhraseEntry] {
    let bytes = self[.entries]
    guard bytes.count % 8 == 0 else { throw Damage(problem: "the phrases are cut off") }
    let (concepts, cues, frames) = (limits[.concept] ?? 0, limits[.cue] ?? 0, limits[.frame] ?? 0)
    var entries: [PhraseEntry] = []
    entries.reserveCapacity(bytes.count / 8)
    for place in stride(from: 0, to: bytes.count, by: 8) {
      let number = bytes.loadUnaligned(fromByteOffset: place + 4, as: Int32.self)
      let index = Int32(littleEndian: number)
      guard let kind = PhraseEntry.Kind(rawValue: bytes[place]),
        let form = WordForm(rawValue: bytes[place + 1]),
        bytes[place + 2] < 4, bytes[place + 3] > 0, index >= 0
      else { throw Damage(problem: "a phrase is none") }
      let limit =
        switch kind {
        case .concept: concepts
        case .cue: cues
        case .frame: frames
        }
      guard Int(index) < limit else { throw Damage(problem: "a phrase stands for nothing") }
      entries.append(
        PhraseEntry(
          kind: kind, form: form, flags: PhraseEntry.Flags(rawValue: bytes[place + 2]),
          length: bytes[place + 3], index: index))
    }
    return entries
  }
}
