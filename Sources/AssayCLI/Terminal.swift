import ArgumentParser
import Assay
import Reporting

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

  /// Writes a message to standard error, on a line of its own. What a terminal or a log would obey is taken out, line breaks
  /// included: messages name files and quote drafts.
  static func complain(_ message: String) { complain(lines: TerminalText.line(message)) }

  /// Writes a message of several lines to standard error.
  static func complain(lines message: String) {
    let shown = TerminalText.lines(message)
    _ = write(Array((shown.hasSuffix("\n") ? shown : shown + "\n").utf8), STDERR_FILENO)
  }

  /// Writes words of the tool's own to standard error as they are.
  static func murmur(_ text: String) { _ = write(Array(text.utf8), STDERR_FILENO) }

  /// Writes a line to standard output, without what a terminal would obey.
  static func say(_ line: String) throws { try put(TerminalText.line(line) + "\n") }

  /// Writes text of several lines to standard output, without what a terminal would obey.
  static func write(_ text: String) throws { try put(TerminalText.lines(text)) }

  /// Writes JSON, which escapes what a terminal would obey, to standard output.
  static func write(json: String) throws { try put(json) }

  /// A reader that has gone is no error: the rest is not wanted.
  /// - Throws: the code 2 where it cannot be written, which is told.
  private static func put(_ text: String) throws {
    let failure = write(Array(text.utf8), STDOUT_FILENO)
    guard failure != 0, failure != EPIPE else { return }
    complain(ReportOutput.problem(writingTo: "standard output", failure).description)
    throw ExitCode(2)
  }

  /// Writes all bytes; returns what kept it from that, or 0.
  private static func write(_ bytes: [UInt8], _ descriptor: Int32) -> Int32 {
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
      if count < 0, errno == EINTR { continue }
      if count < 0 { return errno }
      done += count
    }
    return 0
  }

  /// Ends the run with the code of an outcome.
  static func end(_ outcome: CheckRun.Outcome) throws {
    if outcome != .holds { throw ExitCode(outcome.rawValue) }
  }
}
