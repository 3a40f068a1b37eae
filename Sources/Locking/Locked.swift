#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A value that one thread at a time can use.
///
/// A lock of pthreads and not `Synchronization.Mutex`: on Linux that one spins while another thread holds it, which Markdown's
/// parser does for milliseconds, and then waits in the kernel where the thread sanitizer does not see the hand-over.
public final class Locked<Value: Sendable>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  // Guarded by `mutex`.
  private var value: Value

  public init(_ value: Value) {
    self.value = value
    let status = pthread_mutex_init(mutex, nil)
    precondition(status == 0, "a lock without attributes can always be made")
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Calls `body` while no other thread uses the value. `body` may not ask for the same lock.
  public func withLock<Result, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body(&value)
  }
}
