import Ingest

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file of rules in memory.
struct RuleFile {
  /// Path below the rules directory, parts joined by `/`.
  var path: String
  var bytes: [UInt8]
}

/// The files of a rules directory.
enum RuleFiles {
  /// Larger files are refused.
  static let sizeLimit = 16 << 20

  /// All rule files below `directory` in the order of their paths: every `.yaml` and `.yml`, except below `schema/` and
  /// hidden directories. Nil where the directory cannot be read. Files that cannot be read are given to `refuse`.
  static func load(_ directory: String, refuse: (_ path: String, _ problem: String) -> Void) -> [RuleFile]? {
    guard let paths = list(directory) else { return nil }
    return paths.compactMap { path in
      do throws(FileError) {
        return RuleFile(path: path, bytes: try contents(of: "\(directory)/\(path)", limit: sizeLimit))
      } catch {
        refuse(path, error.problem)
        return nil
      }
    }
  }

  /// The SHA-256 over the paths and bytes of all files, in lower-case hexadecimal.
  static func hash(_ files: [RuleFile]) -> String {
    var hash = SHA256()
    for file in files {
      hash.update(Array(file.path.utf8) + [0])
      hash.update(littleEndian(UInt64(file.bytes.count)))
      hash.update(file.bytes)
    }
    return hash.finish()
  }

  private static func littleEndian(_ value: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func list(_ directory: String) -> [String]? {
    var result: [String] = []
    guard let names = names(in: directory) else { return nil }
    var open = names.map { ($0, 1) }
    while let (path, depth) = open.popLast() {
      let full = "\(directory)/\(path)"
      if isDirectory(full) {
        guard depth < 8, path != "schema", let names = Self.names(in: full) else { continue }
        open += names.map { ("\(path)/\($0)", depth + 1) }
      } else if path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
        result.append(path)
      }
    }
    return result.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func names(in directory: String) -> [String]? {
    guard let handle = opendir(directory) else { return nil }
    defer { closedir(handle) }
    var result: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { result.append(name) }
    }
    return result
  }

  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  struct FileError: Error {
    var problem: String
  }

  /// The bytes of a regular file.
  static func contents(of path: String, limit: Int) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(problem: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(problem: "it is no regular file")
    }
    guard status.st_size <= limit else { throw FileError(problem: "it is larger than \(limit >> 20) MB") }
    var failure: Int32 = 0
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Self.readSome(descriptor, buffer, from: count, to: size)
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    guard failure == 0 else { throw FileError(problem: String(cString: strerror(failure))) }
    return bytes
  }

  private static func readSome(
    _ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    return read(descriptor, base + start, end - start)
  }
}
