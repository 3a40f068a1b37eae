import Dispatch
import Locking

/// Waits for asynchronous work on the thread of the command, which has nothing else to do.
enum Blocking {
  static func run<Value: Sendable, Failure: Error>(
    _ work: @escaping @Sendable () async throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let box = Box<Value, Failure>()
    let done = DispatchSemaphore(value: 0)
    Task {
      let result: Result<Value, Failure>
      do throws(Failure) {
        result = .success(try await work())
      } catch {
        result = .failure(error)
      }
      box.result.withLock { $0 = result }
      done.signal()
    }
    done.wait()
    guard let result = box.result.withLock({ $0 }) else {
      preconditionFailure("the semaphore is signalled after the result is kept")
    }
    return try result.get()
  }

  private final class Box<Value: Sendable, Failure: Error>: Sendable {
    let result = Locked<Result<Value, Failure>?>(nil)
  }
}
