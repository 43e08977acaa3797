/// A value that threads share, one at a time, and whose changes others of them wait for.
///
/// Unlike `Mutex` it can be waited on.
public final class Monitor<State>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var state: State

  public init(_ state: sending State) {
    self.state = state
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Uses the value; whoever waits for a change looks again.
  public func change<Output>(_ body: (inout State) throws -> Output) rethrows -> Output {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(condition)
      pthread_mutex_unlock(mutex)
    }
    return try body(&state)
  }

  /// Waits until the body finds what it looks for, and returns that.
  public func wait<Output>(for body: (inout State) -> Output?) -> Output {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let output = body(&state) {
        pthread_cond_broadcast(condition)
        return output
      }
      pthread_cond_wait(condition, mutex)
    }
  }

  /// The same for so long and no longer; nil where the body has not found it by then.
  public func wait<Output>(atMost milliseconds: Int, for body: (inout State) -> Output?) -> Output? {
    var end = timespec()
    clock_gettime(CLOCK_REALTIME, &end)
    let nanoseconds = end.tv_nsec + milliseconds % 1000 * 1_000_000
    end.tv_sec += milliseconds / 1000 + nanoseconds / 1_000_000_000
    end.tv_nsec = nanoseconds % 1_000_000_000
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    var isLast = false
    while true {
      if let output = body(&state) {
        pthread_cond_broadcast(condition)
        return output
      }
      if isLast { return nil }
      isLast = pthread_cond_timedwait(condition, mutex, &end) != 0
    }
  }
}

/// A lock that is held over several statements.
final class Lock: Sendable {
  private let isTaken = Monitor(false)

  func lock() {
    isTaken.wait { isTaken -> Void? in
      if isTaken { return nil }
      isTaken = true
      return ()
    }
  }

  func unlock() { isTaken.change { $0 = false } }
}
