import Claims
import Ingest
import Judgment

/// The lines of files that a change touches: the gate then looks at their sentences alone.
public struct ChangedLines: Equatable, Sendable {
  /// Lines (1-based) of each changed file, by its path as the run names it, sorted; nil: the whole file is new.
  private var ranges: [String: [ClosedRange<Int>]?] = [:]

  public init() {}

  /// The whole file is new.
  public mutating func addFile(_ path: String) { ranges[path] = .some(nil) }

  /// Lines that were added or changed.
  public mutating func add(_ lines: ClosedRange<Int>, of path: String) {
    switch ranges[path] {
    case .some(.none): return
    case .some(.some(let known)): ranges[path] = .some(known + [lines])
    case .none: ranges[path] = .some([lines])
    }
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
    return changed.map { $0.contains { $0.overlaps(lines) } } ?? true
  }

  /// Whether a line of a range of the source was changed.
  func touches(_ range: ByteRange, of document: Document, _ table: LineTable) -> Bool {
    guard ranges[document.path] != nil else { return false }
    let first = table.position(of: range.start).line
    let last = table.position(of: max(range.start, range.end - 1)).line
    return touches(first...max(first, last), of: document.path)
  }
}
