/// The words that rules know, numbered from 1. Look-up is by the folded bytes of a word: ASCII letters in lower case,
/// typographic apostrophes as `'`, soft hyphens left out. Letters beyond ASCII are kept as they are; the builder adds
/// their spellings (capital, without marks) as words of the same number.
///
/// An open-addressing hash table over FNV-1a hashes; read-only once built.
public struct WordTable: Equatable, Sendable {
  /// Entry number + 1 at each slot, 0 where empty; a power of two long, at most half full.
  public private(set) var slots: [UInt32]
  /// Of each entry: hash, offset into `bytes`, length, word number.
  public private(set) var entries: [Entry]
  public private(set) var bytes: [UInt8]
  /// The highest word number.
  public private(set) var count: Int32

  public struct Entry: Equatable, Sendable {
    public var hash: UInt32
    public var offset: UInt32
    public var length: UInt32
    public var word: Int32
    public init(hash: UInt32, offset: UInt32, length: UInt32, word: Int32) {
      self.hash = hash
      self.offset = offset
      self.length = length
      self.word = word
    }
  }

  /// An empty table.
  public init() {
    slots = [UInt32](repeating: 0, count: 16)
    entries = []
    bytes = []
    count = 0
  }

  /// A table from stored parts, as `slots`, `entries`, `bytes` and `count` gave them. Returns nil where they do not fit
  /// together (a damaged file).
  public init?(slots: [UInt32], entries: [Entry], bytes: [UInt8], count: Int32) {
    guard slots.count >= 2, slots.count & (slots.count - 1) == 0, entries.count * 2 <= slots.count,
      slots.allSatisfy({ Int($0) <= entries.count }),
      entries.allSatisfy({ Int($0.offset) + Int($0.length) <= bytes.count && $0.word > 0 && $0.word <= count }
      )
    else { return nil }
    self.slots = slots
    self.entries = entries
    self.bytes = bytes
    self.count = count
  }

  @inlinable static var seed: UInt32 { 2_166_136_261 }
  @inlinable static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }
  /// Spreads the high bits of an FNV hash into the low ones that choose the slot.
  @inlinable static func finish(_ hash: UInt32) -> UInt32 { hash ^ (hash >> 15) }

  /// The number of the word with these folded bytes, added if it was not there.
  public mutating func add(_ folded: some Collection<UInt8>) -> Int32 {
    let word = Array(folded)
    if let known = find(word) { return known }
    count += 1
    insert(word, as: count)
    return count
  }

  /// Makes `folded` another spelling of a word that is there; does nothing where that spelling has a number already.
  public mutating func add(_ folded: some Collection<UInt8>, as word: Int32) {
    precondition(word > 0 && word <= count, "only a known word can have another spelling")
    let spelling = Array(folded)
    if find(spelling) == nil { insert(spelling, as: word) }
  }

  /// The number of the word with these folded bytes, or nil.
  public func find(_ folded: [UInt8]) -> Int32? {
    var hash = Self.seed
    for byte in folded { hash = Self.step(hash, byte) }
    hash = Self.finish(hash)
    let mask = UInt32(slots.count - 1)
    var slot = hash & mask
    while slots[Int(slot)] != 0 {
      let entry = entries[Int(slots[Int(slot)]) - 1]
      if entry.hash == hash, bytes[Int(entry.offset)..<Int(entry.offset + entry.length)].elementsEqual(folded)
      {
        return entry.word
      }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  private mutating func insert(_ folded: [UInt8], as word: Int32) {
    var hash = Self.seed
    for byte in folded { hash = Self.step(hash, byte) }
    hash = Self.finish(hash)
    entries.append(Entry(hash: hash, offset: UInt32(bytes.count), length: UInt32(folded.count), word: word))
    bytes.append(contentsOf: folded)
    if entries.count * 2 > slots.count {
      slots = [UInt32](repeating: 0, count: slots.count * 2)
      for index in entries.indices { place(UInt32(index + 1)) }
    } else {
      place(UInt32(entries.count))
    }
  }

  private mutating func place(_ number: UInt32) {
    let mask = UInt32(slots.count - 1)
    var slot = entries[Int(number) - 1].hash & mask
    while slots[Int(slot)] != 0 { slot = (slot &+ 1) & mask }
    slots[Int(slot)] = number
  }
}
