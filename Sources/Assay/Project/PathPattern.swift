/// A pattern for paths, as in `.gitignore`: `*` any run of characters but `/`, `?` one, `[a-z]` one of a set, `**` any run of
/// directories. One with a `/` before its end is held against the whole path, one without against the last part; one that
/// ends in `/` means directories only. What names a directory means all below it.
struct PathPattern: Equatable, Sendable {
  private let pieces: [PathPiece]
  /// Held against the whole path below the directory of the pattern.
  private let isAnchored: Bool
  private let isForDirectories: Bool

  init(_ text: String) { self.init(Array(text.utf8)[...]) }

  /// - Parameter text: in UTF-8.
  init(_ text: ArraySlice<UInt8>) {
    var text = text
    isForDirectories = text.last == 0x2F
    while text.count > 1, text.last == 0x2F { text.removeLast() }
    isAnchored = text.contains(0x2F)
    while text.starts(with: [0x2E, 0x2F]) { text = text.dropFirst(2) }
    if text.first == 0x2F { text = text.dropFirst() }
    pieces = PathPiece.pieces(of: text)
  }

  /// - Parameter path: below the directory of the pattern, parts joined by `/`.
  func matches(_ path: ArraySlice<UInt8>, isDirectory: Bool) -> Bool {
    if isForDirectories, !isDirectory { return false }
    if isAnchored { return matches(path) }
    return matches(path.lastIndex(of: 0x2F).map { path[($0 + 1)...] } ?? path)
  }

  /// Whether the path, or a directory above it, matches.
  func covers(_ path: [UInt8]) -> Bool {
    if matches(path[...], isDirectory: false) { return true }
    return path.indices.contains { path[$0] == 0x2F && matches(path[..<$0], isDirectory: true) }
  }

  /// Steps back to the last `*` that can take more of its part of the path, then to the last `**`. Those before need not be
  /// asked: what the last one could not reach they cannot either. So the steps are at most those of pattern times path for each
  /// place where a `**` may end.
  private func matches(_ text: ArraySlice<UInt8>) -> Bool {
    var piece = 0
    var place = text.startIndex
    // The piece behind it, and up to where it took the text.
    var run: (next: Int, end: Int)?
    var parts: (next: Int, end: Int, endsAtPart: Bool)?
    while true {
      if piece == pieces.count {
        if place == text.endIndex { return true }
      } else {
        switch pieces[piece] {
        case .run:
          piece += 1
          run = (piece, place)
          continue
        case .parts(let endsAtPart):
          piece += 1
          if piece == pieces.count { return true }
          parts = (piece, place, endsAtPart)
          run = nil
          if !endsAtPart || Self.isStartOfPart(place, text) { continue }
        case let one:
          if place < text.endIndex, one.takes(text[place]) {
            piece += 1
            place += 1
            continue
          }
        }
      }
      if let last = run, last.end < text.endIndex, text[last.end] != 0x2F {
        place = last.end + 1
        piece = last.next
        run = (piece, place)
        continue
      }
      guard let last = parts else { return false }
      place = last.end + 1
      while last.endsAtPart, place <= text.endIndex, !Self.isStartOfPart(place, text) { place += 1 }
      guard place <= text.endIndex else { return false }
      piece = last.next
      parts = (piece, place, last.endsAtPart)
      run = nil
    }
  }

  private static func isStartOfPart(_ place: Int, _ text: ArraySlice<UInt8>) -> Bool {
    place == text.startIndex || text[place - 1] == 0x2F
  }
}

/// What a pattern consists of.
private enum PathPiece: Equatable, Sendable {
  case byte(UInt8)
  /// `?`
  case one
  /// `[a-z]`, `[!a-z]`: the bytes that it takes, a bit for each.
  case set([UInt64])
  /// `*`
  case run
  /// `**`, or with its slash `**/`, which ends before a part of the path.
  case parts(endsAtPart: Bool)

  /// Whether one byte of a path fits; those of `run` and `parts` are counted elsewhere.
  func takes(_ byte: UInt8) -> Bool {
    switch self {
    case .byte(let wanted): wanted == byte
    case .one: byte != 0x2F
    case .set(let bits): bits[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1
    case .run, .parts: false
    }
  }

  static func pieces(of text: ArraySlice<UInt8>) -> [PathPiece] {
    var pieces: [PathPiece] = []
    // Where the last `]` stands: behind it a `[` begins no set, and need not be looked for.
    let lastClose = text.lastIndex(of: 0x5D) ?? text.startIndex
    var place = text.startIndex
    while place < text.endIndex {
      let byte = text[place]
      place += 1
      switch byte {
      case 0x2A where place < text.endIndex && text[place] == 0x2A:
        place += 1
        // "**/x" holds for "x" as well.
        let endsAtPart = place < text.endIndex && text[place] == 0x2F
        if endsAtPart { place += 1 }
        pieces.append(.parts(endsAtPart: endsAtPart))
      case 0x2A: pieces.append(.run)
      case 0x3F: pieces.append(.one)
      case 0x5B where place < lastClose:
        guard let close = text[place...].firstIndex(of: 0x5D), close > place else {
          pieces.append(.byte(byte))
          continue
        }
        pieces.append(set(text[place..<close]))
        place = close + 1
      case 0x5C where place < text.endIndex:
        pieces.append(.byte(text[place]))
        place += 1
      default: pieces.append(.byte(byte))
      }
    }
    return pieces
  }

  /// The inside of `[…]`.
  private static func set(_ text: ArraySlice<UInt8>) -> PathPiece {
    var bits: [UInt64] = [0, 0, 0, 0]
    var place = text.startIndex
    let isNegated = text[place] == 0x21 || text[place] == 0x5E
    if isNegated { place += 1 }
    while place < text.endIndex {
      let isRange = place + 2 < text.endIndex && text[place + 1] == 0x2D
      let last = isRange ? text[place + 2] : text[place]
      if text[place] <= last {
        for byte in text[place]...last { bits[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
      }
      place += isRange ? 3 : 1
    }
    if isNegated { bits = bits.map { ~$0 } }
    bits[0] &= ~(1 << 0x2F)
    return .set(bits)
  }
}
