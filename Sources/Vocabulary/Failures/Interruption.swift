import Synchronization

/// Cancellation of the running work, shared between whoever asks for it and whoever works.
///
/// `request()` only stores into an atomic, so a signal handler may call it.
public final class Interruption: Sendable {
  private let flag = Atomic<Bool>(false)
  /// Nanoseconds since `start`; the largest number where there is no end.
  private let end = Atomic<UInt64>(.max)
  private let start = ContinuousClock.now

  public init() {}

  public func request() { flag.store(true, ordering: .relaxed) }
  public func clear() { flag.store(false, ordering: .relaxed) }
  public var isRequested: Bool { flag.load(ordering: .relaxed) || isOverdue }

  /// Asks for a stop by itself once so much time has passed, until another limit is set; nil for none.
  public func limit(to time: Duration?) {
    let elapsed = ContinuousClock.now - start
    end.store(time.map { (elapsed + $0).nanoseconds } ?? .max, ordering: .relaxed)
  }

  /// Whether the time is up.
  public var isOverdue: Bool {
    let end = end.load(ordering: .relaxed)
    return end != .max && (ContinuousClock.now - start).nanoseconds >= end
  }

  /// Throws a failure of kind `interrupted` once a stop was asked for.
  public func check() throws(Failure) {
    if isRequested { throw Failure(.interrupted, "stopped") }
  }
}

extension Duration {
  /// Whole nanoseconds, 0 of what is negative.
  fileprivate var nanoseconds: UInt64 {
    let (seconds, attoseconds) = components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    return UInt64(min(seconds, 1 << 33)) * 1_000_000_000 + UInt64(attoseconds / 1_000_000_000)
  }
}
