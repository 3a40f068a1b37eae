import Assay

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A line on standard error that counts the files of a long run, where that is a terminal and the report goes elsewhere.
final class Progress {
  private let count: Int
  private let isShown: Bool
  private var last: UInt64 = 0
  private var isOnScreen = false

  /// Shorter runs need none.
  private static let leastCount = 50
  /// Nanoseconds from one line to the next.
  private static let interval: UInt64 = 100_000_000

  init(of count: Int) {
    self.count = count
    isShown = count >= Self.leastCount && isatty(STDERR_FILENO) == 1 && isatty(STDOUT_FILENO) == 0
  }

  func show(_ done: Int) {
    guard isShown else { return }
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    let now = UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    guard now - last >= Self.interval else { return }
    last = now
    isOnScreen = true
    Terminal.murmur("\r\(done) of \(count) files")
  }

  /// Clears the line, so that something else can stand there.
  func pause() {
    guard isOnScreen else { return }
    isOnScreen = false
    Terminal.murmur("\r\u{1B}[K")
  }

  func end() { pause() }
}
