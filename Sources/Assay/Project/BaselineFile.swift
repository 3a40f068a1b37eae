import FoundationEssentials
import Gate
import Judgment
import Knowledge
import Locking

/// A baseline as a file: JSON, pretty and sorted, so that a change of it reads well.
public struct BaselineFile: Sendable {
  public var baseline: Baseline
  private let directory: String

  private struct Contents: Codable {
    struct Entry: Codable {
      var path: String
      var rule: String
      var claim: String
      var sentence: String
      var occurrence: Int
      var rules: String
    }
    var schemaVersion: Int
    var entries: [Entry]
  }

  /// A baseline without entries, to be written to `path`.
  public init(path: String) {
    baseline = Baseline()
    directory = AbsolutePath.directory(of: AbsolutePath.of(path))
  }

  /// Reads a file.
  /// - Throws: `FileProblem` where it cannot be read or is no baseline.
  public static func read(_ path: String) throws(FileProblem) -> BaselineFile {
    try BaselineFile(FileContents.read(path), path: path)
  }

  /// - Parameters:
  ///   - bytes: the file as it was read.
  ///   - path: where it stands; the paths of its entries begin at its directory.
  /// - Throws: `FileProblem` where the bytes are no baseline.
  init(_ bytes: [UInt8], path: String) throws(FileProblem) {
    let contents: Contents
    do {
      contents = try JSONDecoder().decode(Contents.self, from: Data(bytes))
    } catch {
      throw FileProblem(
        path: path,
        message: "this is no baseline; write one with 'assay baseline write PATH… --output \(path)'")
    }
    guard contents.schemaVersion == 1 else {
      throw FileProblem(
        path: path,
        message: "this baseline has version \(contents.schemaVersion), and 1 is known; write it again")
    }
    self.init(path: path)
    for entry in contents.entries {
      let key = Baseline.Entry(
        path: entry.path, rule: entry.rule, claim: entry.claim, sentence: entry.sentence,
        occurrence: entry.occurrence)
      baseline.entries[key] = entry.rules
    }
  }

  /// The bytes of the file.
  public var bytes: [UInt8] {
    let entries = baseline.entries.sorted { $0.key < $1.key }.map { entry, rules in
      Contents.Entry(
        path: entry.path, rule: entry.rule, claim: entry.claim, sentence: entry.sentence,
        occurrence: entry.occurrence, rules: rules)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Plain values always have a form.
    let data = (try? encoder.encode(Contents(schemaVersion: 1, entries: entries))) ?? Data()
    return Array(data) + [0x0A]
  }

  /// Whether the file of an entry is still there.
  public func hasFile(of entry: Baseline.Entry) -> Bool {
    let path = entry.path.hasPrefix("/") ? entry.path : "\(directory)/\(entry.path)"
    return FileManager.default.fileExists(atPath: AbsolutePath.of(path))
  }

  /// A document's path as entries have it.
  public func entryPath(_ path: String) -> String {
    AbsolutePath.relative(AbsolutePath.of(path), to: directory)
  }
}

/// A baseline in use by several threads, with what of it was met.
public final class BaselineUse: Sendable {
  public let file: BaselineFile
  private let met = Locked<(entries: Set<Baseline.Entry>, paths: Set<String>)>(([], []))

  public init(_ file: BaselineFile) { self.file = file }

  func accepts(_ entry: Baseline.Entry) -> Bool {
    guard file.baseline.entries[entry] != nil else { return false }
    met.withLock { _ = $0.entries.insert(entry) }
    return true
  }

  /// A file was checked: its entries can be judged unused.
  func check(_ path: String) { met.withLock { _ = $0.paths.insert(path) } }

  /// Entries of checked files that no finding has any more, sorted.
  public var unused: [Baseline.Entry] {
    let (entries, paths) = met.withLock { $0 }
    return file.baseline.entries.keys.filter { paths.contains($0.path) && !entries.contains($0) }.sorted()
  }
}
