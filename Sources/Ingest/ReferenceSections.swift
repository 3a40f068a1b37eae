/// Gives the kind `reference` to every block between a heading such as "References" and the next heading of
/// the same or a higher level.
func markReferences(in blocks: inout [Block], of text: [UInt8], headings: Set<String>) {
  var level: Int?
  for index in blocks.indices {
    if blocks[index].kind == .heading {
      if let current = level, blocks[index].level > current { continue }
      level = isReferenceHeading(text, blocks[index].range, headings) ? blocks[index].level : nil
    } else if level != nil || opensWithReferenceHeading(text, blocks[index].range, headings) {
      blocks[index].kind = .reference
      blocks[index].level = 0
    }
  }
}

/// "Sources: Smith and others, …": the references of a text that has no headings.
private func opensWithReferenceHeading(_ text: [UInt8], _ range: ByteRange, _ headings: Set<String>) -> Bool {
  guard let colon = text[range.start..<min(range.end, range.start + 40)].firstIndex(of: 0x3A),
    colon + 1 < range.end
  else { return false }
  return isReferenceHeading(text, ByteRange(range.start, colon), headings)
}

/// Whether a line announces references: one of `headings` in any case, perhaps numbered, perhaps with a
/// colon.
func isReferenceHeading(_ text: [UInt8], _ range: ByteRange, _ headings: Set<String>) -> Bool {
  guard range.count <= 80 else { return false }
  var start = range.start
  var end = range.end
  while start < end, !isLetter(text[start]), text[start] < 0x80 { start += 1 }
  while end > start, text[end - 1] == 0x3A || isWhiteSpace(text[end - 1]) { end -= 1 }
  guard start < end else { return false }
  return headings.contains(String(decoding: text[start..<end].map(lowerCase), as: UTF8.self))
}
