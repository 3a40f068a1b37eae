import FoundationEssentials
import Knowledge

/// The settings that hold for a directory, with the file they came from.
public struct ProjectFile: Equatable, Sendable {
  public var settings: ProjectSettings
  /// The absolute path of the directory that the file stands in; nil where there is no file.
  public var directory: String?

  public init(settings: ProjectSettings = ProjectSettings(), directory: String? = nil) {
    self.settings = settings
    self.directory = directory
  }

  /// Whether a file is looked at.
  /// - Parameter path: absolute.
  func includes(_ path: String) -> Bool {
    guard let directory, path.hasPrefix(directory == "/" ? "/" : directory + "/") else { return true }
    let below = Array(path.utf8.dropFirst(directory == "/" ? 1 : directory.utf8.count + 1))
    if settings.exclude.contains(where: { PathPattern($0).covers(below) }) { return false }
    return settings.include.isEmpty || settings.include.contains { PathPattern($0).covers(below) }
  }

  /// A path of the settings, from the directory of the file.
  public func path(_ relative: String) -> String {
    guard let directory, !relative.hasPrefix("/") else { return relative }
    return directory + "/" + relative
  }
}

/// Finds the settings that hold for texts: those of `.assay.yml` in the text's directory, or in the nearest directory above
/// that has one. Each file is read once.
public struct SettingsFiles {
  private let known: ProjectSettings.Names
  private var byDirectory: [String: ProjectFile] = [:]
  /// What is wrong with the files that were read.
  public private(set) var faults: [RuleFault] = []

  public init(known: ProjectSettings.Names) { self.known = known }

  /// - Parameter path: a file or a directory; nil or "-": the current directory.
  public mutating func settings(for path: String?) -> ProjectFile {
    let start = AbsolutePath.of(path.flatMap { $0 == "-" ? nil : $0 } ?? ".")
    return settings(in: AbsolutePath.isDirectory(start) ? start : AbsolutePath.directory(of: start))
  }

  private mutating func settings(in directory: String) -> ProjectFile {
    if let known = byDirectory[directory] { return known }
    let file = directory == "/" ? "/" + ProjectSettings.fileName : "\(directory)/\(ProjectSettings.fileName)"
    let result: ProjectFile
    if let bytes = FileManager.default.contents(atPath: file) {
      let read = ProjectSettings.read(Array(bytes), path: file, known: known)
      faults += read.faults
      result = ProjectFile(settings: read.settings, directory: directory)
    } else if FileManager.default.fileExists(atPath: file) {
      faults.append(
        RuleFault(
          path: file, line: 1, column: 1, problem: "the file cannot be read",
          remedy: "make it a readable file"))
      result = ProjectFile(directory: directory)
    } else if directory == "/" {
      result = ProjectFile()
    } else {
      result = settings(in: AbsolutePath.directory(of: directory))
    }
    byDirectory[directory] = result
    return result
  }
}
