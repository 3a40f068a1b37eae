import Ingest
import Knowledge

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A text to be checked that has not been read yet.
public struct InputFile: Equatable, Sendable {
  public enum Origin: Equatable, Sendable { case file, standardInput }
  /// The name shown in reports; for a file also where it is read.
  public var path: String
  public var format: DocumentFormat
  public var origin: Origin
  /// The settings that hold for it.
  public var project: ProjectFile
  /// It is refused where it is larger, in bytes.
  public var sizeLimit: Int

  public init(
    path: String, format: DocumentFormat, origin: Origin = .file, project: ProjectFile = ProjectFile(),
    sizeLimit: Int? = nil
  ) {
    self.path = path
    self.format = format
    self.origin = origin
    self.project = project
    self.sizeLimit = sizeLimit ?? project.settings.limits.fileSize
  }

  /// Reads the bytes.
  public func read() throws(FileProblem) -> [UInt8] {
    switch origin {
    case .file: try FileContents.read(path, limit: sizeLimit)
    case .standardInput: try FileContents.readStandardInput(as: path, limit: sizeLimit)
    }
  }
}

/// Finds the files that a command line names.
public struct InputFiles: Sendable {
  /// In the order of the command line; those of a directory in the order of their names.
  public private(set) var files: [InputFile] = []
  /// Paths that give nothing to check.
  public private(set) var problems: [FileProblem] = []
  /// Files that were named one by one and that the settings leave out.
  public private(set) var leftOut: [String] = []
  /// What is wrong with the settings of the files.
  public private(set) var settingsFaults: [RuleFault] = []

  static let types =
    "name it \(Ingest.fileTypes), or pass its text on standard input with '--stdin-path NAME'"

  /// - Parameters:
  ///   - paths: files, directories, and `-` for standard input.
  ///   - standardInputPath: the name of what comes from standard input; its extension gives the format, plain text
  ///     where it has none that is known.
  ///   - settings: where files find their settings; nil: they have none.
  ///   - sizeLimit: larger files are refused, in bytes; nil: what the settings say.
  public init(
    paths: [String], standardInputPath: String? = nil, settings: SettingsFiles? = nil, sizeLimit: Int? = nil
  ) {
    var finder = InputFinder(settings: settings, sizeLimit: sizeLimit)
    for path in paths {
      if path == "-" { finder.addStandardInput(standardInputPath) } else { finder.add(path) }
    }
    files = finder.files
    problems = finder.problems
    leftOut = finder.leftOut
    settingsFaults = finder.settings?.faults ?? []
  }

  /// Whether a path, or what it links to, is one of the files.
  public func holds(_ path: String) -> Bool {
    let wanted = Set([AbsolutePath.of(path), AbsolutePath.resolvingLinks(path) ?? path])
    return files.contains { file in
      file.origin == .file
        && (wanted.contains(AbsolutePath.of(file.path))
          || AbsolutePath.resolvingLinks(file.path).map(wanted.contains) == true)
    }
  }

  /// The files for which `isKept` holds.
  public func filter(_ isKept: (InputFile) -> Bool) -> InputFiles {
    var result = self
    result.files = files.filter(isKept)
    return result
  }
}

/// Walks over what a command line names.
private struct InputFinder {
  var files: [InputFile] = []
  var problems: [FileProblem] = []
  var leftOut: [String] = []
  var settings: SettingsFiles?
  /// Absolute paths of `files`: one that is named twice is checked once.
  private var seen: Set<String> = []

  private let sizeLimit: Int?

  init(settings: SettingsFiles?, sizeLimit: Int?) {
    self.settings = settings
    self.sizeLimit = sizeLimit
  }

  /// How many files were found, once or again.
  private var found = 0

  private mutating func take(_ file: InputFile, _ absolutePath: String) {
    found += 1
    if seen.insert(absolutePath).inserted { files.append(file) }
  }

  mutating func addStandardInput(_ name: String?) {
    guard !files.contains(where: { $0.origin == .standardInput }) else { return }
    let project = settings?.settings(for: name) ?? ProjectFile()
    let format = name.flatMap { Self.format(of: $0, project) } ?? .plainText
    files.append(
      InputFile(
        path: name ?? "<stdin>", format: format, origin: .standardInput, project: project,
        sizeLimit: sizeLimit))
  }

  mutating func add(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      problems.append(FileProblem(path: path, message: FileContents.reason(errno)))
      return
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      let before = found
      let problemsBefore = problems.count
      walk(path)
      if found == before, problems.count == problemsBefore {
        problems.append(
          FileProblem(
            path: path,
            message: "the directory holds no \(Ingest.directoryFileTypes) file; name one that does"))
      }
      return
    }
    let project = settings?.settings(for: path) ?? ProjectFile()
    guard let format = Self.format(of: path, project) else {
      problems.append(
        FileProblem(path: path, message: "the type of this file is not known; \(InputFiles.types)"))
      return
    }
    let absolutePath = AbsolutePath.of(path)
    if project.includes(absolutePath) {
      take(InputFile(path: path, format: format, project: project, sizeLimit: sizeLimit), absolutePath)
    } else {
      leftOut.append(path)
    }
  }

  /// Adds the drafts below a directory. Hidden entries and what `.gitignore` names are left out, links to directories are not
  /// followed, and links to files only where they stay below the directory.
  private mutating func walk(_ root: String) {
    let absoluteRoot = AbsolutePath.of(root)
    let realRoot = AbsolutePath.resolvingLinks(root)
    var pending = [(path: root, ignored: Self.ignoreRules(above: absoluteRoot))]
    while let (directory, inherited) = pending.popLast() {
      guard let names = names(in: directory) else { continue }
      let absolute = AbsolutePath.of(directory)
      var ignored = inherited
      if let bytes = try? FileContents.read("\(absolute)/.gitignore") {
        ignored = ignored.adding(bytes, in: absolute)
      }
      let project = settings?.settings(for: directory) ?? ProjectFile()
      var below: [String] = []
      for name in names {
        let path = directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
        let absolutePath = "\(absolute)/\(name)"
        var status = stat()
        guard lstat(path, &status) == 0 else { continue }
        let isDirectory = status.st_mode & S_IFMT == S_IFDIR
        if ignored.leavesOut(absolutePath, isDirectory: isDirectory) { continue }
        if isDirectory {
          below.append(path)
          continue
        }
        if status.st_mode & S_IFMT == S_IFLNK, !Self.isBelow(AbsolutePath.resolvingLinks(path), realRoot) {
          continue
        }
        if let format = Self.format(of: name, project, isFound: true), stat(path, &status) == 0,
          status.st_mode & S_IFMT == S_IFREG, project.includes(absolutePath)
        {
          take(
            InputFile(path: path, format: format, project: project, sizeLimit: sizeLimit), absolutePath)
        }
      }
      // Files of a directory first, then its directories in the order of their names.
      pending.append(contentsOf: below.reversed().map { ($0, ignored) })
    }
  }

  /// What the `.gitignore` files of the directories above say, where these are part of a repository.
  private static func ignoreRules(above directory: String) -> IgnoreRules {
    var above: [String] = []
    var place = directory
    var status = stat()
    while stat("\(place)/.git", &status) != 0 {
      guard place != "/" else { return IgnoreRules() }
      place = AbsolutePath.directory(of: place)
      above.append(place)
    }
    return above.reversed().reduce(IgnoreRules()) { rules, directory in
      (try? FileContents.read("\(directory)/.gitignore")).map { rules.adding($0, in: directory) } ?? rules
    }
  }

  private static func isBelow(_ path: String?, _ root: String?) -> Bool {
    guard let path, let root else { return false }
    return path.hasPrefix(root == "/" ? "/" : root + "/")
  }

  private mutating func names(in directory: String) -> [String]? {
    guard let stream = opendir(directory) else {
      problems.append(FileProblem(path: directory, message: FileContents.reason(errno)))
      return nil
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard bytes.first != UInt8(ascii: ".") else { continue }
      guard let name = String(validating: bytes, as: UTF8.self) else {
        let shown = "\(directory)/\(String(decoding: bytes, as: UTF8.self))"
        problems.append(FileProblem(path: shown, message: "its name is not UTF-8; rename it"))
        continue
      }
      names.append(name)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// - Parameter isFound: in a directory, not named by the user.
  private static func format(of path: String, _ project: ProjectFile, isFound: Bool = false)
    -> DocumentFormat?
  {
    let name =
      path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
    if !project.settings.formats.isEmpty, let dot = name.lastIndex(of: "."),
      let format = project.settings.formats[String(name[name.index(after: dot)...])]
    {
      return format
    }
    return isFound ? Ingest.format(ofFileFound: String(name)) : Ingest.format(ofFileNamed: String(name))
  }
}
