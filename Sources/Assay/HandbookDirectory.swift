internal import CUnfinishedFiles
import FoundationEssentials
import Handbook

/// The directory that a handbook is written into.
///
/// A list of the files lies beside them. It says that the directory holds a handbook, and which files of an older one are to go.
/// Other files in it are never touched.
public struct HandbookDirectory: Sendable {
  public let path: String
  /// Whether to write beside files that are no handbook.
  public let isForced: Bool

  /// The list of files; its first line tells what the directory is.
  private static let listName = "handbook.files"
  private static let listHead = "assay handbook: the files of this book, which the next one replaces"

  public init(path: String, isForced: Bool = false) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    self.isForced = isForced
  }

  /// Writes a handbook. A new directory appears when it is complete; in one that is there each file is replaced as a whole, the
  /// first page last, and files of the older book that the new one does not have are removed.
  /// - Throws: why it cannot be written; nothing was changed where the directory is refused.
  public func write(_ files: [Handbook.File]) throws(FileProblem) {
    var isDirectory = false
    guard exists(path, isDirectory: &isDirectory) else { return try writeNew(files) }
    guard isDirectory else { throw problem("there is a file of this name; give a directory") }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw problem("the directory cannot be read; change its permissions")
    }
    let old = names.contains(Self.listName) ? listedFiles() : nil
    if old == nil, !names.isEmpty, !isForced {
      throw problem(
        "the directory holds files that are no handbook; give an empty one, or write among them with --force")
    }
    try write(files, into: path, onUnfinished: nil)
    let new = Set(files.map(\.path))
    for stale in old ?? [] where !new.contains(stale) {
      try? FileManager.default.removeItem(atPath: path + "/" + stale)
    }
  }

  private func writeNew(_ files: [Handbook.File]) throws(FileProblem) {
    let parent = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "."
    var isDirectory = false
    guard parent.isEmpty || exists(parent, isDirectory: &isDirectory) && isDirectory else {
      throw problem("there is no directory \(parent) to make it in; make that first")
    }
    let temporary = path + ".unfinished"
    var wasThere = false
    guard !exists(temporary, isDirectory: &wasThere) else {
      throw FileProblem(
        path: temporary, message: "this was left by a run that did not end; remove it and try again")
    }
    // All of it goes where a signal ends the run.
    var noted: [OpaquePointer?] = []
    defer { for note in noted { assay_unfinished_forget(note) } }
    do throws(FileProblem) {
      try write(files, into: temporary) { noted.append($0) }
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw error
    }
    do {
      try FileManager.default.moveItem(atPath: temporary, toPath: path)
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw problem("the directory cannot be made; choose another place")
    }
  }

  /// The list goes first, so that a run that is cut off leaves a directory that the next run may write to.
  /// - Parameter onUnfinished: called with the note of each file and directory, where all of them are to go with a run that is
  ///   cut off.
  private func write(
    _ files: [Handbook.File], into root: String, onUnfinished note: ((OpaquePointer?) -> Void)?
  ) throws(FileProblem) {
    let list = ([Self.listHead] + files.map(\.path)).joined(separator: "\n") + "\n"
    var made: Set<String> = []
    func put(_ name: String, _ bytes: [UInt8]) throws(FileProblem) {
      let file = root + "/" + name
      let directory = String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])
      if made.insert(directory).inserted { try makeDirectory(directory, note) }
      if let note { note(assay_unfinished_note(file)) }
      let output = try ReportOutput.file(file)
      output.write(bytes)
      try output.finish()
    }
    try put(Self.listName, Array(list.utf8))
    for file in files where file.path != Handbook.firstPage { try put(file.path, file.bytes) }
    for file in files where file.path == Handbook.firstPage { try put(file.path, file.bytes) }
  }

  private func makeDirectory(_ directory: String, _ note: ((OpaquePointer?) -> Void)?) throws(FileProblem) {
    var isDirectory = false
    if exists(directory, isDirectory: &isDirectory), isDirectory { return }
    var noted: OpaquePointer?
    guard assay_unfinished_make_directory(directory, &noted) == 0 else {
      throw FileProblem(path: directory, message: "the directory cannot be made; choose another place")
    }
    if let note { note(noted) } else { assay_unfinished_forget(noted) }
  }

  /// The files of the book that lies there; nil where its list is none. Names that no handbook has are left out, so that a list
  /// from elsewhere removes nothing else.
  private func listedFiles() -> [String]? {
    guard let data = FileManager.default.contents(atPath: path + "/" + Self.listName) else { return nil }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.first == Self.listHead else { return nil }
    return lines.dropFirst().filter(Handbook.mayBeFile)
  }

  private func exists(_ path: String, isDirectory: inout Bool) -> Bool {
    FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
  }

  private func problem(_ message: String) -> FileProblem { FileProblem(path: path, message: message) }
}
