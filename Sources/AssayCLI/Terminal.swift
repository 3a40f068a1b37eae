import ArgumentParser
import Assay

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the tool needs to know of the place it runs in.
enum Terminal {
  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Whether standard output is a terminal that wants colour (https://no-color.org).
  static var wantsColor: Bool {
    isatty(STDOUT_FILENO) == 1 && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
  }

  /// Columns of the terminal on standard output; 100 where there is none, and never more than 120.
  static var width: Int {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else {
      return 100
    }
    return min(max(Int(size.ws_col), 40), 120)
  }

  static var coreCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The path of this executable; nil where the system does not tell it.
  static var executablePath: String? {
    guard let path = realpath("/proc/self/exe", nil) ?? realpath(CommandLine.arguments.first ?? "", nil)
    else {
      return nil
    }
    defer { free(path) }
    return String(cString: path)
  }

  /// The day in UTC, `yyyy-mm-dd`.
  static var today: String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
  }

  /// Writes a message to standard error, on lines of its own.
  static func complain(_ message: String) {
    write(message.hasSuffix("\n") ? message : message + "\n", STDERR_FILENO)
  }

  /// Writes to standard error as it is.
  static func murmur(_ text: String) { write(text, STDERR_FILENO) }

  /// Writes a line to standard output.
  static func say(_ line: String) { write(line + "\n") }

  /// Writes text to standard output. A reader that has gone is no error.
  static func write(_ text: String) { write(text, STDOUT_FILENO) }

  private static func write(_ text: String, _ descriptor: Int32) {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { bytes in
        #if canImport(Darwin)
          Darwin.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        #elseif canImport(Musl)
          Musl.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        #else
          Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        #endif
      }
      if count <= 0 { return }
      done += count
    }
  }

  /// Ends the run with the code of an outcome.
  static func end(_ outcome: CheckRun.Outcome) throws {
    if outcome != .holds { throw ExitCode(outcome.rawValue) }
  }
}
