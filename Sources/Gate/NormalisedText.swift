/// Text in small letters (ASCII) with white space as single spaces, so that a changed line break is no change, with the way
/// back to the bytes it was made from.
struct NormalisedText {
  private(set) var bytes: [UInt8] = []
  /// Of each byte its offset in the text it was made from, and the length of that at the end.
  private var offsets: [Int] = []

  init(_ text: some Sequence<UInt8>) {
    var count = 0
    for byte in text {
      let offset = count
      count += 1
      let isSpace = byte == 0x20 || byte >= 0x09 && byte <= 0x0D
      if isSpace {
        if bytes.isEmpty || bytes.last == 0x20 { continue }
        bytes.append(0x20)
      } else {
        bytes.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      }
      offsets.append(offset)
    }
    if bytes.last == 0x20 {
      bytes.removeLast()
      offsets.removeLast()
    }
    offsets.append(count)
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Where words stand whole, as offsets into the text this was made from.
  func places(of words: [UInt8]) -> [Range<Int>] {
    guard !words.isEmpty, words.count <= bytes.count else { return [] }
    var found: [Range<Int>] = []
    for start in 0...(bytes.count - words.count)
    where bytes[start] == words[0] && bytes[start..<(start + words.count)].elementsEqual(words)
      && isBorder(start - 1, start) && isBorder(start + words.count - 1, start + words.count)
    {
      found.append(offsets[start]..<offsets[start + words.count])
    }
    return found
  }

  /// Whether no word runs over from one byte to the next.
  private func isBorder(_ before: Int, _ after: Int) -> Bool {
    guard bytes.indices.contains(before), bytes.indices.contains(after) else { return true }
    return !(isLetter(bytes[before]) && isLetter(bytes[after]))
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte >= 0x80
  }
}
