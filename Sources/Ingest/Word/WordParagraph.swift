/// A paragraph of a Word document in the making.
struct WordParagraph {
  var role = WordStyles.Role.body
  /// Its nesting in a list, from 1; 0 where it is no list item.
  var listLevel = 0
  var isInCell = false
  /// The cell that it stands in.
  var cell: TablePlaces.Cell?
  /// Set where it plays a part that no style tells.
  var kind: Block.Kind?
  /// Its mark was deleted: the next paragraph goes on where it ends.
  var isJoinedToNext = false
  private(set) var text: [UInt8] = []
  private(set) var origin = SourceOrigin()
  /// Bytes of `text`.
  var links: [(range: ByteRange, target: String)] = []
  /// Notes that are referred to, each with its place in `text`.
  var marks: [(range: ByteRange, note: String)] = []
  /// What is anchored in it: text boxes, alternative texts.
  var anchored: [WordParagraph] = []

  /// Appends a run of a part that stands for itself. Line ends and tabs become spaces: a paragraph is one line.
  mutating func append(_ bytes: ArraySlice<UInt8>, part: Int) {
    origin.append(
      source: text.count, file: bytes.startIndex, units: bytes.count, sourceUnit: 1, fileUnit: 1, part: part)
    for byte in bytes { text.append(byte < 0x20 ? 0x20 : byte) }
  }

  /// Appends text that stands for a range of a part as a whole.
  mutating func append(_ decoded: [UInt8], for range: ByteRange, part: Int) {
    guard !decoded.isEmpty else { return }
    origin.append(
      source: text.count, file: range.start, sourceUnit: decoded.count, fileUnit: max(range.count, 1),
      part: part)
    for byte in decoded { text.append(byte < 0x20 ? 0x20 : byte) }
  }

  /// Appends a run of the text of a part with its references decoded.
  mutating func append(textOf scanner: XMLScanner, _ range: ByteRange, part: Int) {
    scanner.forEachPiece(of: range) { piece, decoded in
      if let decoded {
        append(decoded, for: piece, part: part)
      } else {
        append(scanner.bytes[piece.start..<piece.end], part: part)
      }
    }
  }

  /// Goes on with another paragraph, whose part in the document it takes.
  func joined(to next: WordParagraph) -> WordParagraph {
    var whole = next
    whole.text = text + next.text
    whole.origin = origin
    whole.origin.append(next.origin.runs, at: text.count)
    let offset = text.count
    whole.links =
      links + next.links.map { (ByteRange($0.range.start + offset, $0.range.end + offset), $0.target) }
    whole.marks =
      marks + next.marks.map { (ByteRange($0.range.start + offset, $0.range.end + offset), $0.note) }
    whole.anchored = anchored + next.anchored
    return whole
  }
}
