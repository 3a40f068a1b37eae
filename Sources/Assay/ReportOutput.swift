internal import CUnfinishedFiles

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where a report goes: standard output, or a file that appears under its name only when it is complete. What goes wrong, and
/// a signal that ends the process, leave neither half a file nor a temporary one.
/// Used by one thread.
public final class ReportOutput {
  /// What is written to.
  private enum Target {
    /// Standard output, a device or a pipe: written as it is.
    case stream
    /// Written under a temporary name, and its name in the end.
    case file(temporary: String, path: String, noted: OpaquePointer?)
    /// Appended to a file that had so many bytes; it has them again where that fails.
    case end(size: off_t)
  }

  private let descriptor: Int32
  /// The name in problems.
  private let name: String
  private let target: Target
  private var isClosed = false
  private var buffer: [UInt8] = []
  /// What went wrong while writing; nothing is written after that.
  private var failure: Int32 = 0

  public static func standardOutput() -> ReportOutput {
    ReportOutput(descriptor: STDOUT_FILENO, name: "standard output", target: .stream)
  }

  /// A file beside `path`, renamed to it by `finish`. A link to a file stays, and the file is replaced; a file keeps its
  /// permissions.
  public static func file(_ path: String) throws(FileProblem) -> ReportOutput {
    // By any of its names; to be replaced, the file that it was sent to would have to be another one.
    if standardOutputNames.contains(path) { return standardOutput() }
    var status = stat()
    let isThere = stat(path, &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      // A device or a pipe is written as it is; a directory cannot be.
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileProblem(path: path, message: writeReason(errno)) }
      return ReportOutput(descriptor: descriptor, name: path, target: .stream)
    }
    let place = isThere ? AbsolutePath.resolvingLinks(path) ?? path : path
    var name = Array("\(place).XXXXXX".utf8CString)
    var noted: OpaquePointer?
    let descriptor = assay_unfinished_create(&name, &noted)
    guard descriptor >= 0 else { throw FileProblem(path: path, message: writeReason(errno)) }
    let mask = umask(0)
    umask(mask)
    fchmod(descriptor, isThere ? status.st_mode & 0o777 : 0o666 & ~mask)
    let temporary = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return ReportOutput(
      descriptor: descriptor, name: path,
      target: .file(temporary: temporary, path: place, noted: noted))
  }

  private static let standardOutputNames: Set<String> = ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"]

  /// The end of a file, which is made where there is none.
  public static func appending(to path: String) throws(FileProblem) -> ReportOutput {
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileProblem(path: path, message: writeReason(errno)) }
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    return ReportOutput(
      descriptor: descriptor, name: path, target: isFile ? .end(size: status.st_size) : .stream)
  }

  private init(descriptor: Int32, name: String, target: Target) {
    self.descriptor = descriptor
    self.name = name
    self.target = target
  }

  deinit {
    if descriptor != STDOUT_FILENO, !isClosed { close(descriptor) }
    if case .file(let temporary, _, let noted) = target {
      // Gone already where it has its name.
      if !isClosed || failure != 0 { unlink(temporary) }
      assay_unfinished_forget(noted)
    }
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

  /// Drops what was not written yet; a file that is not finished does not appear.
  func discard() { buffer.removeAll() }

  /// Writes what is left and gives a file its name.
  /// - Throws: what went wrong while writing, unless the reader of a pipe has gone.
  public func finish() throws(FileProblem) {
    flush()
    if failure != 0, case .end(let size) = target { ftruncate(descriptor, size) }
    guard failure == 0 || failure == EPIPE else {
      throw FileProblem(path: name, message: Self.writeReason(failure))
    }
    guard case .file(let temporary, let path, _) = target, failure == 0 else { return }
    // Some file systems tell only now that there is no room.
    isClosed = true
    if close(descriptor) != 0 || rename(temporary, path) != 0 {
      failure = errno
      throw FileProblem(path: name, message: Self.writeReason(failure))
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

  /// What to tell where a write failed with an error number.
  public static func problem(writingTo name: String, _ number: Int32) -> FileProblem {
    FileProblem(path: name, message: writeReason(number))
  }

  private static func writeReason(_ number: Int32) -> String {
    switch number {
    case ENOENT, ENOTDIR: "it cannot be written: there is no such directory; make it first"
    case EACCES, EPERM, EROFS: "nothing may be written here; choose another place"
    case EISDIR: "this is a directory; give the name of a file in it"
    case ENOSPC, EDQUOT: "it cannot be written: the disk is full; make room"
    case EFBIG:
      "it cannot be written: it is larger than a file may be here (see 'ulimit -f'); raise the limit"
    case EBADF: "it cannot be written: it is closed; leave it open, or name a file with --output"
    default: "it cannot be written (\(String(cString: strerror(number)))); choose another place"
    }
  }
}
