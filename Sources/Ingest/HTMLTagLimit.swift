/// Finds tags with so many attributes that libxml2, which compares each with all before it, would take seconds.
enum HTMLTagLimit {
  /// Offsets of the `<` of tags with more than `limit` attributes. What only looks like a tag, in a script, may be among them.
  static func excesses(in bytes: [UInt8], over limit: Int) -> [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      var found: [Int] = []
      var place = bytes.position(of: 0x3C, from: 0, to: bytes.count)
      while place + 1 < bytes.count {
        var end = place + 1
        if isLetter(bytes[end]), countAttributes(bytes, from: &end) > limit { found.append(place) }
        place = bytes.position(of: 0x3C, from: end, to: bytes.count)
      }
      return found
    }
  }

  /// Counts words outside quotes up to the end of a tag, and moves there.
  private static func countAttributes(_ bytes: UnsafeBufferPointer<UInt8>, from place: inout Int) -> Int {
    var count = 0
    var isInWord = true
    while place < bytes.count {
      let byte = bytes[place]
      if byte == 0x3E || byte == 0x3C { break }
      if byte == 0x22 || byte == 0x27, bytes[place - 1] == 0x3D {
        let close = bytes.position(of: byte, from: place + 1, to: bytes.count)
        if close < bytes.count { place = close }
      }
      let isBlank = isWhiteSpace(byte) || byte == 0x2F || byte == 0x22 || byte == 0x27
      if !isBlank, !isInWord { count += 1 }
      isInWord = !isBlank
      place += 1
    }
    return count
  }
}
