import Ingest
import Reporting

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Why a file could not be checked, in one line: what is wrong, and what to do.
public struct FileProblem: Error, Equatable, Sendable, CustomStringConvertible {
  public var path: String
  public var message: String

  public init(path: String, message: String) {
    self.path = path
    self.message = message
  }

  /// `path: message` on one line, without what a terminal would obey.
  public var description: String { TerminalText.line("\(path): \(message)") }
}

/// Reads whole files.
enum FileContents {
  /// The bytes of a regular file.
  /// - Parameter limit: larger files are refused, in bytes.
  static func read(_ path: String, limit: Int = Ingest.sizeLimit) throws(FileProblem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileProblem(path: path, message: reason(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileProblem(path: path, message: reason(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileProblem(
        path: path, message: "this is no regular file; pass its text on standard input, as '-'")
    }
    return try read(descriptor, path: path, expected: Int(status.st_size), limit: limit)
  }

  /// Everything that comes from standard input.
  static func readStandardInput(as path: String, limit: Int = Ingest.sizeLimit) throws(FileProblem) -> [UInt8]
  {
    try read(STDIN_FILENO, path: path, expected: 0, limit: limit)
  }

  private static func read(_ descriptor: Int32, path: String, expected: Int, limit: Int) throws(FileProblem)
    -> [UInt8]
  {
    guard expected <= limit else {
      throw FileProblem(path: path, message: IngestError.tooLarge(size: expected, limit: limit).description)
    }
    var bytes: [UInt8] = []
    // One byte more than expected, so that the end is seen without growing.
    var chunk = max(expected + 1, 1 << 16)
    while true {
      var failure: Int32 = 0
      let part = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        var done = -1
        repeat { done = readBytes(descriptor, buffer.baseAddress, chunk) } while done < 0 && errno == EINTR
        if done < 0 { failure = errno }
        count = max(done, 0)
      }
      if failure != 0 { throw FileProblem(path: path, message: reason(failure)) }
      if part.isEmpty { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      guard bytes.count <= limit else {
        throw FileProblem(
          path: path, message: IngestError.tooLarge(size: bytes.count, limit: limit).description)
      }
      chunk = 1 << 16
    }
  }

  private static func readBytes(_ descriptor: Int32, _ base: UnsafeMutablePointer<UInt8>?, _ count: Int)
    -> Int
  {
    #if canImport(Darwin)
      Darwin.read(descriptor, base, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, base, count)
    #else
      Glibc.read(descriptor, base, count)
    #endif
  }

  /// What an error number means for the person who named the file.
  static func reason(_ number: Int32) -> String {
    switch number {
    case ENOENT, ENOTDIR: "there is no such file; check the spelling"
    case EACCES, EPERM: "it may not be read; change its permissions"
    case EISDIR: "this is a directory; name it alone to check what it holds"
    case ELOOP: "its symbolic links go in a circle; name the file itself"
    default: "it cannot be read (\(String(cString: strerror(number)))); check the file and try again"
    }
  }
}
