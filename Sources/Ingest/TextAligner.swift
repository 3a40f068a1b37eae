/// Lays text that a parser reported beside the source bytes it came from, reference by reference and escape
/// by escape.
struct TextAligner {
  enum Syntax { case html, markdown }

  let view: SourceView
  let syntax: Syntax

  /// Appends a piece of parsed text to clean text if the view has it, written in whatever way, exactly at
  /// `start`.
  /// - Returns: where it ends in the view; nil, with the clean text as it was, if it is not there.
  func place(_ piece: UnsafeBufferPointer<UInt8>, at start: Int, into clean: inout CleanText) -> Int? {
    let mark = clean.mark
    var index = 0
    var place = start
    var run = start
    let end = view.count
    while index < piece.count {
      guard place < end else { break }
      let byte = view.bytes[place]
      if byte == 0x26, let (count, length) = reference(at: place, piece, index) {
        view.copy(run, place, to: &clean)
        clean.append(piece[index..<index + length], for: view.sourceRange(place, place + count))
        index += length
        place += count
        run = place
      } else if byte == 0x5C, syntax == .markdown, place + 1 < end, isMark(view.bytes[place + 1]),
        piece[index] == view.bytes[place + 1]
      {
        view.copy(run, place, to: &clean)
        run = place + 1
        place += 2
        index += 1
      } else if byte == piece[index] {
        place += 1
        index += 1
      } else if byte < 0x20, !isWhiteSpace(byte) {
        // Parsers drop control characters.
        view.copy(run, place, to: &clean)
        place += 1
        run = place
      } else {
        break
      }
    }
    guard index == piece.count else {
      clean.rollBack(to: mark)
      return nil
    }
    view.copy(run, place, to: &clean)
    return place
  }

  /// Appends a run of the view that no parser has read, with its references decoded.
  func decode(_ places: Range<Int>, into clean: inout CleanText) {
    var run = places.lowerBound
    var place = run
    while place < places.upperBound {
      guard view.bytes[place] == 0x26,
        let found = CharacterReference(view.bytes, at: place, to: places.upperBound),
        let decoded = found.decoded
      else {
        place += 1
        continue
      }
      view.copy(run, place, to: &clean)
      clean.append(decoded, for: view.sourceRange(place, place + found.count))
      place += found.count
      run = place
    }
    view.copy(run, places.upperBound, to: &clean)
  }

  /// The length of the reference at a place of the view, and of the part of the piece that it stands for; nil
  /// if the piece does not hold what the reference means.
  private func reference(at place: Int, _ piece: UnsafeBufferPointer<UInt8>, _ index: Int) -> (Int, Int)? {
    guard let found = CharacterReference(view.bytes, at: place, to: view.count) else { return nil }
    if let decoded = found.decoded {
      guard piece[index...].starts(with: decoded) else { return nil }
      return (found.count, decoded.count)
    }
    guard syntax == .markdown, piece[index] != 0x26 else { return nil }
    // A name of HTML 5 or a number that is no character: cmark knows it, and gives one code point, seldom
    // two.
    let one = Self.codePointLength(piece, index)
    let next = index + one
    let follower = place + found.count
    guard found.isNamed, next < piece.count else { return (found.count, one) }
    let following: UInt8 = follower < view.count ? view.bytes[follower] : 0
    if following != piece[next], following != 0x26, following != 0x5C {
      return (found.count, one + Self.codePointLength(piece, next))
    }
    return (found.count, one)
  }

  private static func codePointLength(_ piece: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let lead = piece[index]
    let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    return min(length, piece.count - index)
  }
}
