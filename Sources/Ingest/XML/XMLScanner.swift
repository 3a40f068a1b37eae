/// Walks over the tags and texts of well-formed XML in UTF-8, each with its bytes.
///
/// The places that libxml2's own events tell are not exact (the cursor stands now before and now behind a text, and line
/// ends are changed), so the bytes are walked here. What is not well-formed is passed over and never traps.
struct XMLScanner {
  enum Event: Equatable {
    /// A start tag; one that ends in `/>` is followed by its end tag.
    case open(Tag)
    /// The bytes of the end tag; empty for `<br/>`.
    case close(ByteRange)
    /// A run without tags, references undecoded.
    case text(ByteRange)
    /// What stands in `<![CDATA[` and `]]>`.
    case characterData(ByteRange)
    /// A comment with its marks.
    case comment(ByteRange)
  }

  struct Tag: Equatable {
    /// With the angle brackets.
    var range: ByteRange
    /// The name with its prefix.
    var name: ByteRange
    var isEmpty: Bool
  }

  let bytes: [UInt8]
  private var place: Int
  private var pendingClose: ByteRange?

  /// - Parameter start: behind the byte order mark.
  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    place = start
  }

  mutating func next() -> Event? {
    if let close = pendingClose {
      pendingClose = nil
      return .close(close)
    }
    while place < bytes.count {
      let start = place
      guard bytes[place] == 0x3C else {
        place = position(of: 0x3C, from: place)
        return .text(ByteRange(start, place))
      }
      guard place + 1 < bytes.count else { break }
      switch bytes[place + 1] {
      case 0x2F:
        place = end(of: ">", from: place)
        return .close(ByteRange(start, place))
      case 0x3F:
        place = end(of: "?>", from: place)
      case 0x21:
        if starts("<!--") {
          place = end(of: "-->", from: place + 4)
          return .comment(ByteRange(start, place))
        }
        if starts("<![CDATA[") {
          place = end(of: "]]>", from: place + 9)
          return .characterData(ByteRange(start + 9, max(start + 9, place - 3)))
        }
        skipDeclaration()
      default:
        return .open(tag())
      }
    }
    place = bytes.count
    return nil
  }

  private mutating func tag() -> Tag {
    let start = place
    place += 1
    let nameStart = place
    while place < bytes.count, !isWhiteSpace(bytes[place]), bytes[place] != 0x3E, bytes[place] != 0x2F {
      place += 1
    }
    let name = ByteRange(nameStart, place)
    while place < bytes.count, bytes[place] != 0x3E {
      let byte = bytes[place]
      place += 1
      if byte == 0x22 || byte == 0x27 { place = min(bytes.count, position(of: byte, from: place) + 1) }
    }
    place = min(place, bytes.count)
    let isEmpty = place > start && place <= bytes.count && bytes[place - 1] == 0x2F
    if place < bytes.count { place += 1 }
    if isEmpty { pendingClose = ByteRange(place, place) }
    return Tag(range: ByteRange(start, place), name: name, isEmpty: isEmpty)
  }

  /// Passes over `<!DOCTYPE …>` with what stands in its brackets.
  private mutating func skipDeclaration() {
    var depth = 0
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case 0x22, 0x27: place = min(bytes.count, position(of: byte, from: place) + 1)
      case 0x5B: depth += 1
      case 0x5D: depth -= 1
      case 0x3E where depth <= 0: return
      default: break
      }
    }
  }

  private func starts(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard place + count <= bytes.count else { return false }
    return bytes[place..<place + count].elementsEqual(
      UnsafeBufferPointer(start: text.utf8Start, count: count))
  }

  private func position(of byte: UInt8, from start: Int) -> Int {
    guard start < bytes.count else { return bytes.count }
    return bytes.withUnsafeBufferPointer { $0.position(of: byte, from: start, to: bytes.count) }
  }

  /// Behind the next occurrence of a mark of one to three bytes, or the end of the file.
  private func end(of mark: StaticString, from start: Int) -> Int {
    let count = mark.utf8CodeUnitCount
    let wanted = UnsafeBufferPointer(start: mark.utf8Start, count: count)
    var place = start
    while place < bytes.count {
      place = position(of: wanted[0], from: place)
      if place + count > bytes.count { return bytes.count }
      if bytes[place..<place + count].elementsEqual(wanted) { return place + count }
      place += 1
    }
    return bytes.count
  }
}
