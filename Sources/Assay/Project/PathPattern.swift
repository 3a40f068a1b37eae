/// A pattern for paths, as in `.gitignore`: `*` any run of characters but `/`, `?` one, `[a-z]` one of a set, `**` any run of
/// directories. One with a `/` before its end is held against the whole path, one without against the last part; one that
/// ends in `/` means directories only. What names a directory means all below it.
struct PathPattern: Equatable, Sendable {
  private enum Piece: Equatable {
    case byte(UInt8)
    /// One byte of these ranges, or one of no range where it is negated.
    case set([ClosedRange<UInt8>], isNegated: Bool)
    /// Any bytes but `/`.
    case run
    /// Any bytes.
    case deepRun
    /// Nothing, or any bytes that end in `/`.
    case directories
  }

  private let pieces: [Piece]
  /// Held against the whole path below the directory of the pattern.
  private let isAnchored: Bool
  private let isForDirectories: Bool

  init(_ text: String) {
    var text = text[...]
    isForDirectories = text.hasSuffix("/")
    while text.count > 1, text.hasSuffix("/") { text.removeLast() }
    isAnchored = text.contains("/")
    while text.hasPrefix("./") { text = text.dropFirst(2) }
    if text.hasPrefix("/") { text.removeFirst() }
    pieces = Self.pieces(of: Array(text.utf8))
  }

  private static func pieces(of bytes: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    var place = 0
    while place < bytes.count {
      let next = place + 1 < bytes.count ? bytes[place + 1] : nil
      switch bytes[place] {
      case 0x2A where next == 0x2A:
        place += 2
        let isWithSlash = place < bytes.count && bytes[place] == 0x2F
        // "**/" at the end was "**".
        pieces.append(isWithSlash && place + 1 < bytes.count ? .directories : .deepRun)
        if isWithSlash { place += 1 }
        continue
      case 0x2A: pieces.append(.run)
      case 0x3F: pieces.append(.set([], isNegated: true))
      case 0x5B:
        guard let close = bytes[(place + 1)...].firstIndex(of: 0x5D), close > place + 1 else {
          pieces.append(.byte(0x5B))
          break
        }
        pieces.append(set(bytes[(place + 1)..<close]))
        place = close
      case 0x5C:
        pieces.append(.byte(next ?? 0x5C))
        if next != nil { place += 1 }
      case let byte: pieces.append(.byte(byte))
      }
      place += 1
    }
    return pieces
  }

  /// What stands between square brackets.
  private static func set(_ bytes: ArraySlice<UInt8>) -> Piece {
    let isNegated = bytes.first == 0x21 || bytes.first == 0x5E
    var rest = isNegated ? bytes.dropFirst() : bytes
    var ranges: [ClosedRange<UInt8>] = []
    while let first = rest.popFirst() {
      guard rest.count >= 2, rest[rest.startIndex] == 0x2D else {
        ranges.append(first...first)
        continue
      }
      let last = rest[rest.startIndex + 1]
      if first <= last { ranges.append(first...last) }
      rest = rest.dropFirst(2)
    }
    return .set(ranges, isNegated: isNegated)
  }

  /// - Parameter path: below the directory of the pattern, parts joined by `/`.
  func matches(_ path: [UInt8], isDirectory: Bool) -> Bool {
    if isForDirectories, !isDirectory { return false }
    if isAnchored { return matches(path[...]) }
    return matches(path.lastIndex(of: 0x2F).map { path[($0 + 1)...] } ?? path[...])
  }

  /// Whether the path, or a directory above it, matches.
  func covers(_ path: [UInt8]) -> Bool {
    if matches(path, isDirectory: false) { return true }
    for (index, byte) in path.enumerated() where byte == 0x2F {
      if matches(Array(path[..<index]), isDirectory: true) { return true }
    }
    return false
  }

  /// Keeps all places of the pattern that the path so far can have led to: pattern times path steps, whatever they hold.
  private func matches(_ path: ArraySlice<UInt8>) -> Bool {
    var places = [Bool](repeating: false, count: pieces.count + 1)
    places[0] = true
    passOver(&places, isAtPart: true)
    for byte in path {
      var next = [Bool](repeating: false, count: pieces.count + 1)
      for (place, piece) in pieces.enumerated() where places[place] {
        switch piece {
        case .byte(let wanted): if byte == wanted { next[place + 1] = true }
        case .set(let ranges, let isNegated):
          if byte != 0x2F, ranges.contains(where: { $0.contains(byte) }) != isNegated {
            next[place + 1] = true
          }
        case .run: if byte != 0x2F { next[place] = true }
        case .deepRun, .directories: next[place] = true
        }
      }
      passOver(&next, isAtPart: byte == 0x2F)
      places = next
    }
    return places[pieces.count]
  }

  /// Adds the places behind pieces that may take nothing more.
  private func passOver(_ places: inout [Bool], isAtPart: Bool) {
    for (place, piece) in pieces.enumerated() where places[place] {
      switch piece {
      case .run, .deepRun: places[place + 1] = true
      case .directories: if isAtPart { places[place + 1] = true }
      case .byte, .set: break
      }
    }
  }
}
