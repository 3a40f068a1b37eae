#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Does numbered pieces of work on several threads and hands the results over in their order.
///
/// Threads run ahead of the hand-over by a few pieces only, so that memory does not grow with their number.
final class OrderedWork<Result: Sendable>: @unchecked Sendable {
  private let count: Int
  private let lookAhead: Int
  private let work: @Sendable (Int) -> Result
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  // Guarded by `mutex`.
  private var results: [Int: Result] = [:]
  private var next = 0
  private var delivered = 0
  private var isStopped = false

  private init(count: Int, jobs: Int, _ work: @escaping @Sendable (Int) -> Result) {
    self.count = count
    lookAhead = jobs * 4
    self.work = work
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    pthread_cond_destroy(changed)
    mutex.deallocate()
    changed.deallocate()
  }

  /// - Parameters:
  ///   - jobs: threads; with 1 everything happens on the caller's.
  ///   - deliver: gets the results of 0, 1, 2 … on the caller's thread; returns false to stop.
  static func run(
    count: Int, jobs: Int, work: @escaping @Sendable (Int) -> Result, deliver: (Result) -> Bool
  ) {
    let jobs = min(jobs, count)
    guard jobs > 1 else {
      for index in 0..<count where !deliver(work(index)) { return }
      return
    }
    OrderedWork(count: count, jobs: jobs, work).run(jobs: jobs, deliver)
  }

  private func run(jobs: Int, _ deliver: (Result) -> Bool) {
    let threads = (0..<jobs).compactMap { _ in WorkThread { self.workOn() } }
    for index in 0..<count {
      // Where no thread could be made the work is done here.
      let result = threads.isEmpty ? work(index) : take(index)
      guard deliver(result) else { break }
    }
    pthread_mutex_lock(mutex)
    isStopped = true
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(mutex)
    for thread in threads { thread.join() }
  }

  /// What a thread does: the next piece, until there is none.
  private func workOn() {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      while !isStopped, next < count, next >= delivered + lookAhead { pthread_cond_wait(changed, mutex) }
      guard !isStopped, next < count else { return }
      let index = next
      next += 1
      pthread_mutex_unlock(mutex)
      let result = work(index)
      pthread_mutex_lock(mutex)
      results[index] = result
      pthread_cond_broadcast(changed)
    }
  }

  /// Waits for a piece and takes it.
  private func take(_ index: Int) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let result = results.removeValue(forKey: index) {
        delivered = index + 1
        pthread_cond_broadcast(changed)
        return result
      }
      pthread_cond_wait(changed, mutex)
    }
  }
}
