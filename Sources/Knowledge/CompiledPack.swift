/// A knowledge base as bytes: one file that is read in a few milliseconds, where YAML takes a hundred.
///
/// Everything is little-endian. A header (magic, format version, number of sections, length, checksum) is followed by
/// the table of sections and the sections, each at a multiple of 16 bytes:
///
/// | section | holds |
/// | --- | --- |
/// | strings | the bytes of all different strings |
/// | stringEnds | UInt32 offset after each string |
/// | records | one stream of UInt32: packs, concepts, sources, … , strings by number |
/// | wordSlots, wordEntries, wordBytes, wordClasses | the `WordTable` and its classes |
/// | roots, states, steps, entries | the `PhraseAutomaton` |
public enum CompiledPack {
  /// Goes up with every change of the format or of what the compiler makes of the same rules.
  public static let formatVersion: UInt32 = 10

  /// Why bytes are no compiled pack.
  public struct Damage: Error, Equatable, Sendable, CustomStringConvertible {
    public var problem: String
    public var description: String { "the compiled rules are damaged: \(problem)" }
  }

  static let magic: [UInt8] = Array("ASSAYPAK".utf8)
  static let headerSize = 32
  static let sectionEntrySize = 16
  static let alignment = 16

  enum Section: Int, CaseIterable {
    case strings, stringEnds, records
    case wordSlots, wordEntries, wordBytes, wordClasses
    case roots, states, steps, entries
  }

  /// The bytes of a knowledge base. Equal knowledge bases give equal bytes.
  public static func encode(_ knowledge: KnowledgeBase) -> [UInt8] {
    var writer = PackWriter()
    writer.write(knowledge)
    return writer.finish()
  }

  /// The knowledge base that `encode` gave these bytes for. Any other bytes are refused: whatever they hold, nothing is
  /// read out of bounds and nothing traps.
  ///
  /// - Parameter isOwn: the bytes are part of this executable; they are not held against their checksum again.
  public static func decode(
    _ bytes: UnsafeRawBufferPointer, isOwn: Bool = false
  ) throws(Damage) -> KnowledgeBase {
    let reader = try PackReader(bytes, isOwn: isOwn)
    return try reader.knowledgeBase()
  }

  /// The knowledge base that `encode` gave these bytes for.
  public static func decode(_ bytes: [UInt8]) throws(Damage) -> KnowledgeBase {
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(Damage) in try decode(buffer) }
    }
    return try result.get()
  }

  /// A checksum of bytes against damage, not against intent. Each step is invertible, so that a change of any one word
  /// changes the sum.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    var position = 0
    while position + 8 <= bytes.count {
      sum ^= UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      sum = sum &* 0xD6E8_FEB8_6659_FD93
      sum ^= sum >> 32
      position += 8
    }
    while position < bytes.count {
      sum = (sum ^ UInt64(bytes[position])) &* 0xD6E8_FEB8_6659_FD93
      sum ^= sum >> 32
      position += 1
    }
    return sum
  }
}
