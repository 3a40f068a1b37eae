import Gate

/// A unified diff without context, as git writes it.
struct GitDiff {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Adds the lines of the new side.
  /// - Parameter files: names of the files by their path below the root of the repository.
  func add(to changes: inout ChangedLines, files: [String: String]) {
    var file: String?
    // A line of the text may look like a header: a hunk says how many lines it has.
    var left = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if left > 0, let first = line.first, first == 0x2B || first == 0x2D {
        left -= 1
        continue
      }
      if line.starts(with: Array("diff --git ".utf8)) {
        file = nil
      } else if line.starts(with: Array("rename to ".utf8)) {
        file = files[Self.path(line.dropFirst(10))]
        file.map { changes.addUntouched($0) }
      } else if line.starts(with: Array("+++ ".utf8)) {
        let path = Self.path(line.dropFirst(4))
        file = path.hasPrefix("b/") ? files[String(path.dropFirst(2))] : nil
        file.map { changes.addUntouched($0) }
      } else if line.starts(with: Array("@@ ".utf8)), let hunk = Self.hunk(line) {
        left = hunk.removed + hunk.added
        guard let file else { continue }
        // Where lines were only taken out, those around the gap have changed their sense.
        let range =
          hunk.added > 0 ? hunk.start...(hunk.start + hunk.added - 1) : max(1, hunk.start)...(hunk.start + 1)
        changes.add(range, of: file)
      }
    }
  }

  /// A path as git writes it: in quotation marks, with escapes, where it has to be; a tab ends one with spaces.
  private static func path(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.first == 0x22 else {
      return String(decoding: bytes.prefix { $0 != 0x09 }, as: UTF8.self)
    }
    var result: [UInt8] = []
    var index = bytes.startIndex + 1
    while index < bytes.endIndex, bytes[index] != 0x22 {
      guard bytes[index] == 0x5C, index + 1 < bytes.endIndex else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let escaped = bytes[index + 1]
      if (0x30...0x37).contains(escaped), index + 3 < bytes.endIndex {
        let digits = bytes[(index + 1)...(index + 3)]
        result.append(UInt8(truncatingIfNeeded: digits.reduce(0) { $0 * 8 + Int($1) - 0x30 }))
        index += 4
        continue
      }
      switch escaped {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      default: result.append(escaped)
      }
      index += 2
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `@@ -12,3 +14,2 @@`: a count that is missing is 1.
  private static func hunk(_ line: ArraySlice<UInt8>) -> (start: Int, added: Int, removed: Int)? {
    let parts = line.split(separator: 0x20)
    guard parts.count >= 3, parts[1].first == 0x2D, parts[2].first == 0x2B,
      let old = numbers(parts[1].dropFirst()), let new = numbers(parts[2].dropFirst())
    else { return nil }
    return (new.start, new.count, old.count)
  }

  private static func numbers(_ bytes: ArraySlice<UInt8>) -> (start: Int, count: Int)? {
    let parts = bytes.split(separator: 0x2C).map { Int(String(decoding: $0, as: UTF8.self)) }
    guard let first = parts.first, let start = first else { return nil }
    return (start, parts.count > 1 ? parts[1] ?? 1 : 1)
  }
}
