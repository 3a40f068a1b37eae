/// One of two halves of a file, so that errors can be read in one and figures taken from the other.
package enum EvaluationPart: String, CaseIterable, Sendable {
  case look, held

  /// The half that an item belongs to. Items whose ids agree up to the first dot stay together: they share a text.
  package init(ofID id: String) {
    // FNV-1a.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in id.utf8 {
      if byte == UInt8(ascii: ".") { break }
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    self = hash.isMultiple(of: 2) ? .look : .held
  }
}
