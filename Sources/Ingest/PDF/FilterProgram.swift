#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A program that reads standard input and writes standard output.
///
/// Its input and output are files without a name, so that neither side ever waits for the other. A run blocks its thread and
/// no other, and needs no other: one that waits for asynchronous work would stand still where all threads of the pool wait.
struct FilterProgram {
  struct Result {
    /// What the program exits with; more than 128 where a signal ended it.
    var status: Int32
    var output: [UInt8]
    var errors: [UInt8]
  }

  enum Failure: Error {
    /// There is none of its name on the PATH.
    case missing
    /// The reason, in the words of the system.
    case cannotRun(String)
    case tookTooLong
    case wroteTooMuch
  }

  private let name: String
  private let arguments: [String]

  init(_ name: String, _ arguments: [String]) {
    self.name = name
    self.arguments = arguments
  }

  /// - Parameters:
  ///   - seconds: the program is ended after that.
  ///   - outputLimit: bytes; the program is ended when it has written more.
  func run(_ input: [UInt8], seconds: Int, outputLimit: Int) throws(Failure) -> Result {
    let files = [tmpfile(), tmpfile(), tmpfile()]
    defer { for file in files { if let file { fclose(file) } } }
    guard let source = files[0], let output = files[1], let errors = files[2] else {
      throw .cannotRun(String(cString: strerror(errno)))
    }
    guard fwrite(input, 1, input.count, source) == input.count, fflush(source) == 0 else {
      throw .cannotRun(String(cString: strerror(errno)))
    }
    rewind(source)
    let process = try spawn(descriptors: [fileno(source), fileno(output), fileno(errors)])
    let status = try wait(for: process, seconds: seconds) { Self.size(of: output) <= outputLimit }
    return Result(
      status: status, output: Self.contents(of: output),
      errors: Array(Self.contents(of: errors).prefix(1 << 16)))
  }

  private func spawn(descriptors: [Int32]) throws(Failure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    var words = ([name] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    let failure = posix_spawnp(&process, name, &actions, nil, &words, environ)
    if failure == ENOENT { throw .missing }
    if failure != 0 { throw .cannotRun(String(cString: strerror(failure))) }
    return process
  }

  private func wait(for process: pid_t, seconds: Int, isWithinLimit: () -> Bool) throws(Failure) -> Int32 {
    var status: Int32 = 0
    var waited = 0
    var pause = 500
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { break }
      if ended < 0, errno != EINTR { throw .cannotRun(String(cString: strerror(errno))) }
      let tooLong = waited >= seconds * 1_000_000
      if tooLong || !isWithinLimit() {
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        throw tooLong ? .tookTooLong : .wroteTooMuch
      }
      usleep(useconds_t(pause))
      waited += pause
      pause = min(pause * 2, 20_000)
    }
    guard isWithinLimit() else { throw .wroteTooMuch }
    // The macros of <sys/wait.h> are not seen from Swift: the low seven bits name the signal, the next eight the code.
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  private static func size(of file: UnsafeMutablePointer<FILE>) -> Int {
    var status = stat()
    return fstat(fileno(file), &status) == 0 ? Int(status.st_size) : 0
  }

  private static func contents(of file: UnsafeMutablePointer<FILE>) -> [UInt8] {
    rewind(file)
    return [UInt8](unsafeUninitializedCapacity: size(of: file)) { buffer, count in
      // No more than the buffer holds.
      count = fread(buffer.baseAddress, 1, buffer.count, file)
    }
  }
}
