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
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 100
    }
    return min(max(Int(size.ws_col), 40), 120)
  }

  static var coreCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Writes a message to standard error, on lines of its own.
  static func complain(_ message: String) {
    let bytes = Array((message.hasSuffix("\n") ? message : message + "\n").utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress.map { $0 + done }, bytes.count - done) }
      if count <= 0 { return }
      done += count
    }
  }
}
