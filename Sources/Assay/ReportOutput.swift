#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where a report goes: standard output, or a file that appears under its name only when it is complete.
/// Used by one thread.
public final class ReportOutput {
  private let descriptor: Int32
  /// The name in problems.
  private let name: String
  /// Of a file: where it is written, and its name in the end.
  private let file: (temporary: String, path: String)?
  private var buffer: [UInt8] = []
  /// What went wrong while writing; nothing is written after that.
  private var failure: Int32 = 0

  public static func standardOutput() -> ReportOutput {
    ReportOutput(descriptor: STDOUT_FILENO, name: "standard output", file: nil)
  }

  /// A file beside `path`, renamed to it by `finish`.
  public static func file(_ path: String) throws(FileProblem) -> ReportOutput {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      // A device or a pipe is written as it is; a directory cannot be.
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileProblem(path: path, message: writeReason(errno)) }
      return ReportOutput(descriptor: descriptor, name: path, file: nil)
    }
    var name = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw FileProblem(path: path, message: writeReason(errno)) }
    let mask = umask(0)
    umask(mask)
    fchmod(descriptor, 0o666 & ~mask)
    let temporary = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return ReportOutput(descriptor: descriptor, name: path, file: (temporary, path))
  }

  /// The end of a file, which is made where there is none.
  public static func appending(to path: String) throws(FileProblem) -> ReportOutput {
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileProblem(path: path, message: writeReason(errno)) }
    return ReportOutput(descriptor: descriptor, name: path, file: nil)
  }

  private init(descriptor: Int32, name: String, file: (temporary: String, path: String)?) {
    self.descriptor = descriptor
    self.name = name
    self.file = file
  }

  deinit {
    if descriptor != STDOUT_FILENO { close(descriptor) }
    if let file { unlink(file.temporary) }
  }

  /// Whether the reader of a pipe has gone: the rest of the report is not wanted.
  public var isBrokenPipe: Bool { failure == EPIPE }
  public var hasFailed: Bool { failure != 0 }

  /// Appends bytes to the report.
  public func write(_ bytes: [UInt8]) {
    if buffer.count + bytes.count < 1 << 16 {
      buffer += bytes
      return
    }
    flush()
    writeAll(bytes)
  }

  public func flush() {
    writeAll(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes what is left and gives a file its name.
  /// - Throws: what went wrong while writing, unless the reader of a pipe has gone.
  public func finish() throws(FileProblem) {
    flush()
    guard failure == 0 || failure == EPIPE else {
      throw FileProblem(path: name, message: Self.writeReason(failure))
    }
    if let file, rename(file.temporary, file.path) != 0 {
      throw FileProblem(path: name, message: Self.writeReason(errno))
    }
  }

  private func writeAll(_ bytes: [UInt8]) {
    guard failure == 0, !bytes.isEmpty else { return }
    let failure = bytes.withUnsafeBytes { bytes -> Int32 in
      guard let base = bytes.baseAddress else { return 0 }
      var done = 0
      while done < bytes.count {
        #if canImport(Darwin)
          let count = Darwin.write(descriptor, base + done, bytes.count - done)
        #elseif canImport(Musl)
          let count = Musl.write(descriptor, base + done, bytes.count - done)
        #else
          let count = Glibc.write(descriptor, base + done, bytes.count - done)
        #endif
        if count < 0, errno == EINTR { continue }
        if count < 0 { return errno }
        done += count
      }
      return 0
    }
    self.failure = failure
  }

  private static func writeReason(_ number: Int32) -> String {
    switch number {
    case ENOENT, ENOTDIR: "the report cannot be written: there is no such directory; make it first"
    case EACCES, EPERM, EROFS: "the report may not be written here; choose another place"
    case EISDIR: "this is a directory; give the name of a file in it"
    case ENOSPC: "the report cannot be written: the disk is full; make room"
    default: "the report cannot be written (\(String(cString: strerror(number)))); choose another place"
    }
  }
}
