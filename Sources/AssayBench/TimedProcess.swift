#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Runs a program to its end and tells what it took.
struct TimedProcess {
  struct Cost {
    /// Seconds from start to end.
    var wall: Double
    /// Seconds of processor time, of the program and of the system for it, on all cores.
    var processor: Double
    /// Bytes.
    var peakMemory: Int
  }

  let program: String
  let arguments: [String]
  /// Whether its output goes nowhere.
  let isSilent: Bool

  init(_ program: String, _ arguments: [String], isSilent: Bool = true) {
    self.program = program
    self.arguments = arguments
    self.isSilent = isSilent
  }

  func run() throws -> Cost {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if isSilent { posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0) }
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    let start = Self.now
    let failure = posix_spawnp(&process, program, &actions, nil, &words, environ)
    guard failure == 0 else {
      throw BenchError(message: "'\(program)' cannot be run: \(String(cString: strerror(failure)))")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchError(message: "'\(program)' was lost") }
    }
    let wall = Self.now - start
    // The low seven bits name a signal; codes up to 1 are findings.
    guard status & 0x7F == 0, (status >> 8) & 0xFF <= 1 else {
      throw BenchError(message: "'\(program) \(arguments.prefix(4).joined(separator: " "))' failed")
    }
    #if canImport(Darwin)
      let unit = 1
    #else
      let unit = 1024
    #endif
    return Cost(
      wall: wall, processor: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime),
      peakMemory: Int(usage.ru_maxrss) * unit)
  }

  /// A monotonic clock, in seconds.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}

/// What keeps the benchmark from being run, in one sentence.
struct BenchError: Error, CustomStringConvertible {
  var message: String
  var description: String { message }
}
