import Synchronization

/// A value that another thread works out in the meantime.
public final class Background<Output: Sendable>: Sendable {
  private let result = Mutex<Output?>(nil)
  private let body: @Sendable () -> Output
  private let thread: Mutex<pthread_t?>

  /// Begins at once; where there is no other processor or no thread, the work is done when it is asked for.
  public init(_ body: @escaping @Sendable () -> Output) {
    self.body = body
    thread = Mutex(nil)
    guard processorCount > 1 else { return }
    let started = startThread(stack: 1 << 20) { [self] in
      let output = body()
      result.withLock { $0 = output }
    }
    thread.withLock { $0 = started }
  }

  /// Waits for the value.
  public var value: Output {
    thread.withLock { thread in
      if let running = thread { pthread_join(running, nil) }
      thread = nil
    }
    return result.withLock { result in
      let output = result ?? body()
      result = output
      return output
    }
  }
}
