/// What `.gitignore` files leave out below a directory. The last line that speaks of a path decides, the nearest file last.
struct IgnoreRules: Sendable {
  private struct Line: Sendable {
    var pattern: PathPattern
    /// "!": what a line before left out is looked at after all.
    var isKept: Bool
    /// The directory of its file, as the walk names it.
    var directory: [UInt8]
  }

  private var lines: [Line] = []

  /// The rules with those of one more file.
  /// - Parameter directory: where the file stands, as the walk names it.
  func adding(_ bytes: [UInt8], in directory: String) -> IgnoreRules {
    var result = self
    for line in bytes.split(separator: 0x0A) {
      var text = line
      while let last = text.last, last == 0x0D || last == 0x20 && text.dropLast().last != 0x5C {
        text.removeLast()
      }
      guard let first = text.first, first != UInt8(ascii: "#") else { continue }
      let isKept = first == UInt8(ascii: "!")
      if isKept { text.removeFirst() }
      result.lines.append(
        Line(pattern: PathPattern(text), isKept: isKept, directory: Array(directory.utf8)))
    }
    return result
  }

  /// - Parameter path: as the walk names it.
  func leavesOut(_ path: String, isDirectory: Bool) -> Bool {
    let bytes = Array(path.utf8)
    for line in lines.reversed() {
      var below = bytes[...]
      if !line.directory.isEmpty {
        guard below.starts(with: line.directory) else { continue }
        below = below.dropFirst(line.directory.count)
        if below.first == 0x2F { below = below.dropFirst() }
      }
      if line.pattern.matches(below, isDirectory: isDirectory) { return !line.isKept }
    }
    return false
  }
}
