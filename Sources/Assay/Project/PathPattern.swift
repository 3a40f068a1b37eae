/// A pattern for paths, as in `.gitignore`: `*` any run of characters but `/`, `?` one, `[a-z]` one of a set, `**` any run of
/// directories. One with a `/` before its end is held against the whole path, one without against the last part; one that
/// ends in `/` means directories only. What names a directory means all below it.
struct PathPattern: Equatable, Sendable {
  private let bytes: [UInt8]
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
    bytes = Array(text.utf8)
  }

  /// - Parameter path: below the directory of the pattern, parts joined by `/`.
  func matches(_ path: [UInt8], isDirectory: Bool) -> Bool {
    if isForDirectories, !isDirectory { return false }
    if isAnchored { return Self.matches(bytes[...], path[...]) }
    let name = path.lastIndex(of: 0x2F).map { path[($0 + 1)...] } ?? path[...]
    return Self.matches(bytes[...], name)
  }

  /// Whether the path, or a directory above it, matches.
  func covers(_ path: [UInt8]) -> Bool {
    if matches(path, isDirectory: false) { return true }
    for (index, byte) in path.enumerated() where byte == 0x2F {
      if matches(Array(path[..<index]), isDirectory: true) { return true }
    }
    return false
  }

  /// Steps back to the last star that could take more, so that no pattern takes more than pattern times path steps for each
  /// `**`.
  private static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    var p = pattern.startIndex
    var t = text.startIndex
    var star: (pattern: Int, text: Int)?
    while true {
      if p < pattern.endIndex, pattern[p] == 0x2A {
        if p + 1 < pattern.endIndex, pattern[p + 1] == 0x2A {
          var rest = p + 2
          // "**/x" holds for "x" as well.
          if rest < pattern.endIndex, pattern[rest] == 0x2F { rest += 1 }
          if rest == pattern.endIndex { return true }
          var start = t
          while true {
            let atPart = start == text.startIndex || start > text.startIndex && text[start - 1] == 0x2F
            if atPart || pattern[rest - 1] != 0x2F, matches(pattern[rest...], text[start...]) { return true }
            guard start < text.endIndex else { return false }
            start += 1
          }
        }
        star = (p + 1, t)
        p += 1
        continue
      }
      if t == text.endIndex { return p == pattern.endIndex }
      if p < pattern.endIndex, let next = step(pattern, p, text[t]) {
        p = next
        t += 1
        continue
      }
      guard let last = star, last.text < text.endIndex, text[last.text] != 0x2F else { return false }
      star = (last.pattern, last.text + 1)
      p = last.pattern
      t = last.text + 1
    }
  }

  /// Behind the piece of the pattern that takes the byte; nil where it does not.
  private static func step(_ pattern: ArraySlice<UInt8>, _ place: Int, _ byte: UInt8) -> Int? {
    switch pattern[place] {
    case 0x3F: return byte == 0x2F ? nil : place + 1
    case 0x5B:
      guard let close = pattern[(place + 1)...].firstIndex(of: 0x5D), close > place + 1 else {
        return byte == 0x5B ? place + 1 : nil
      }
      var index = place + 1
      let isNegated = pattern[index] == 0x21 || pattern[index] == 0x5E
      if isNegated { index += 1 }
      var isOne = false
      while index < close {
        if index + 2 < close, pattern[index + 1] == 0x2D {
          isOne = isOne || (pattern[index] <= byte && byte <= pattern[index + 2])
          index += 3
        } else {
          isOne = isOne || pattern[index] == byte
          index += 1
        }
      }
      return isOne != isNegated && byte != 0x2F ? close + 1 : nil
    case 0x5C where place + 1 < pattern.endIndex: return pattern[place + 1] == byte ? place + 2 : nil
    default: return pattern[place] == byte ? place + 1 : nil
    }
  }
}
