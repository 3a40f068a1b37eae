import Claims
import Ingest
import Judgment

/// The lines of files that a change touches: the gate then looks at their sentences alone.
public struct ChangedLines: Equatable, Sendable {
  /// Lines (1-based) of each changed file, by its path as the run names it, sorted, without overlap; nil: the whole file is
  /// new.
  private var ranges: [String: [ClosedRange<Int>]?] = [:]

  public init() {}

  /// The whole file is new.
  public mutating func addFile(_ path: String) { ranges[path] = .some(nil) }

  /// Lines that were added or changed.
  public mutating func add(_ lines: ClosedRange<Int>, of path: String) {
    // Taken out, so that the array grows in its place.
    guard var known = ranges.updateValue([], forKey: path) ?? [] else { return addFile(path) }
    if let last = known.last, lines.lowerBound <= last.upperBound {
      let first = known.firstIndex { $0.upperBound >= lines.lowerBound } ?? 0
      var end = first
      var whole = lines
      while end < known.count, known[end].lowerBound <= lines.upperBound {
        whole = min(whole.lowerBound, known[end].lowerBound)...max(whole.upperBound, known[end].upperBound)
        end += 1
      }
      known.replaceSubrange(first..<end, with: [whole])
    } else {
      known.append(lines)
    }
    ranges[path] = known
  }

  /// A file that was changed in nothing that is text, such as its name alone.
  public mutating func addUntouched(_ path: String) {
    if ranges[path] == nil { ranges[path] = .some([]) }
  }

  /// Whether the file was changed at all.
  public func touches(_ path: String) -> Bool { ranges[path] != nil }

  /// Whether one of the lines was changed.
  func touches(_ lines: ClosedRange<Int>, of path: String) -> Bool {
    guard let changed = ranges[path] else { return false }
    guard let changed else { return true }
    var low = 0
    var high = changed.count
    while low < high {
      let middle = (low + high) / 2
      if changed[middle].upperBound >= lines.lowerBound { high = middle } else { low = middle + 1 }
    }
    return low < changed.count && changed[low].lowerBound <= lines.upperBound
  }

  /// Whether a line of a range of the source was changed.
  func touches(_ range: ByteRange, of document: Document, _ table: LineTable) -> Bool {
    guard ranges[document.path] != nil else { return false }
    let first = table.position(of: range.start).line
    let last = table.position(of: max(range.start, range.end - 1)).line
    return touches(first...max(first, last), of: document.path)
  }
}
