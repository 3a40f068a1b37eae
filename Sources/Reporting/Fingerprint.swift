import Claims
import Ingest
import Judgment
import Knowledge

/// Names findings so that they can be known again in a later version of the document: by the rule, by the sentence in
/// lower case with white space as single spaces, and by how many equal ones came before. Lines may move.
struct Fingerprints {
  private let knowledge: KnowledgeBase
  private var seen: [UInt64: Int] = [:]

  init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
  }

  /// The fingerprint of the next finding of a document: FNV-1a, 64 bits.
  mutating func next(_ finding: Finding, in checked: CheckedDocument) -> UInt64 {
    var hash = Self.hash(knowledge.findingRules[Int(finding.rule)].id)
    Self.mix(0, into: &hash)
    // What is about no sentence is known by the words it is about.
    let range = finding.place ?? checked.reading.sentences[Int(finding.sentence)].range
    let bytes = finding.place == nil ? checked.document.text : checked.document.source
    bytes.withUnsafeBufferPointer { text in
      var afterSpace = false
      for offset in range.start..<range.end {
        var byte = text[offset]
        if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
          if !afterSpace { Self.mix(0x20, into: &hash) }
          afterSpace = true
          continue
        }
        if byte >= 0x41 && byte <= 0x5A { byte |= 0x20 }
        Self.mix(byte, into: &hash)
        afterSpace = false
      }
    }
    let occurrence = seen[hash, default: 0]
    seen[hash] = occurrence + 1
    Self.mix(0, into: &hash)
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: occurrence).littleEndian) { bytes in
      for byte in bytes { Self.mix(byte, into: &hash) }
    }
    return hash
  }

  /// The FNV-1a hash of a text.
  static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { mix(byte, into: &hash) }
    return hash
  }

  private static func mix(_ byte: UInt8, into hash: inout UInt64) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}

extension ByteSink {
  /// Sixteen digits, small letters.
  mutating func append(hex value: UInt64) {
    var shift: UInt64 = 64
    while shift > 0 {
      shift -= 4
      append(hexDigit: UInt8(truncatingIfNeeded: value >> shift) & 15)
    }
  }
}
