import Ingest

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

  public init(path: String, format: DocumentFormat, origin: Origin = .file) {
    self.path = path
    self.format = format
    self.origin = origin
  }

  /// Reads the bytes.
  public func read() throws(FileProblem) -> [UInt8] {
    switch origin {
    case .file: try FileContents.read(path)
    case .standardInput: try FileContents.readStandardInput(as: path)
    }
  }
}

/// Finds the files that a command line names.
public struct InputFiles: Sendable {
  /// In the order of the command line; those of a directory in the order of their names.
  public private(set) var files: [InputFile] = []
  /// Paths that give nothing to check.
  public private(set) var problems: [FileProblem] = []

  static let types = "name it .txt, .md or .html, or pass its text on standard input with '--stdin-path NAME'"

  /// - Parameters:
  ///   - paths: files, directories, and `-` for standard input.
  ///   - standardInputPath: the name of what comes from standard input; its extension gives the format, plain text
  ///     where it has none that is known.
  public init(paths: [String], standardInputPath: String? = nil) {
    for path in paths {
      if path == "-" { addStandardInput(standardInputPath) } else { add(path) }
    }
  }

  private mutating func addStandardInput(_ name: String?) {
    guard !files.contains(where: { $0.origin == .standardInput }) else { return }
    let format = name.flatMap(Self.format(of:)) ?? .plainText
    files.append(InputFile(path: name ?? "<stdin>", format: format, origin: .standardInput))
  }

  private mutating func add(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      problems.append(FileProblem(path: path, message: FileContents.reason(errno)))
      return
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      let before = files.count
      let problemsBefore = problems.count
      walk(path)
      if files.count == before, problems.count == problemsBefore {
        problems.append(
          FileProblem(
            path: path, message: "the directory holds no .txt, .md or .html file; name one that does"))
      }
    } else if let format = Self.format(of: path) {
      files.append(InputFile(path: path, format: format))
    } else {
      problems.append(FileProblem(path: path, message: "the type of this file is not known; \(Self.types)"))
    }
  }

  /// Adds the drafts below a directory. Hidden entries are left out, links to directories are not followed.
  private mutating func walk(_ root: String) {
    var pending = [root]
    while let directory = pending.popLast() {
      guard let names = names(in: directory) else { continue }
      var below: [String] = []
      for name in names {
        let path = directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
        var status = stat()
        guard lstat(path, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
          below.append(path)
        } else if let format = Self.format(of: name), stat(path, &status) == 0,
          status.st_mode & S_IFMT == S_IFREG
        {
          files.append(InputFile(path: path, format: format))
        }
      }
      // Files of a directory first, then its directories in the order of their names.
      pending.append(contentsOf: below.reversed())
    }
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

  private static func format(of path: String) -> DocumentFormat? {
    let name =
      path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
    return Ingest.format(ofFileNamed: String(name))
  }
}
