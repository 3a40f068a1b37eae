extension PlainTextGroups {
  /// Tells headings from paragraphs.
  ///
  /// A heading is a single line that is underlined, or all in capitals, or names the references, or is short,
  /// begins with a capital or a digit, ends without a mark and has something under it. The first block of a
  /// document makes a heading of level 1, others of level 2.
  func blocks(of text: [UInt8], options: IngestOptions) -> [Block] {
    var blocks: [Block] = []
    blocks.reserveCapacity(groups.count)
    var isInReferences = false
    for (index, group) in groups.enumerated() {
      if group.itemLevel > 0 {
        blocks.append(Block(kind: .listItem, level: group.itemLevel, range: group.range))
        continue
      }
      var level = 0
      if group.isSingleLine, group.underline > 0 || group.width <= Self.headingWidth {
        let isReferences = isReferenceHeading(text, group.range, options.referenceHeadings)
        if isReferences || isHeading(group, in: text, isLast: index + 1 == groups.count, isInReferences) {
          level = group.underline > 0 ? group.underline : blocks.isEmpty ? 1 : 2
          isInReferences = isReferences
        }
      }
      blocks.append(Block(kind: level > 0 ? .heading : .paragraph, level: level, range: group.range))
    }
    return blocks
  }

  /// Columns up to which a line can be a heading.
  private static let headingWidth = 80

  /// - Parameter isInReferences: an entry of a list of references often looks like a heading; one that is no
  ///   entry
  ///   stands alone and has no number in it.
  private func isHeading(_ group: Group, in text: [UInt8], isLast: Bool, _ isInReferences: Bool) -> Bool {
    if group.underline > 0 { return true }
    var capitals = 0
    var hasSmall = false
    var hasDigit = false
    for offset in group.range.start..<group.range.end {
      let byte = text[offset]
      if byte >= 0x41 && byte <= 0x5A { capitals += 1 }
      if byte >= 0x61 && byte <= 0x7A || byte >= 0x80 { hasSmall = true }
      if isDigit(byte) { hasDigit = true }
    }
    if isInReferences, hasDigit || !group.isSetOff { return false }
    // A shouted sentence is a sentence all the same.
    if capitals >= 3, !hasSmall, text[group.range.end - 1] != 0x2E { return true }
    return !isLast && beginsLikeHeading(text, group.range) && !endsWithMark(text[group.range.end - 1])
  }

  private func beginsLikeHeading(_ text: [UInt8], _ range: ByteRange) -> Bool {
    var index = range.start
    if text[index] == 0x22 || text[index] == 0x27 || text[index] == 0x28 { index += 1 }
    if range.end - index > 3, text[index] == 0xE2, text[index + 1] == 0x80 { index += 3 }  // “ and ‘
    guard index < range.end else { return false }
    let byte = text[index]
    if byte == 0xC3, index + 1 < range.end { return text[index + 1] <= 0x9E && text[index + 1] != 0x97 }
    return isDigit(byte) || (byte >= 0x41 && byte <= 0x5A)
  }

  /// `.` `!` `?` `:` `;` `,`
  private func endsWithMark(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0x3A || byte == 0x3B || byte == 0x2C
  }
}
