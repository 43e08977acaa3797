import Synchronization

/// The wish to stop the running work, shared between whoever asks and whoever works.
///
/// `request()` only stores into an atomic, so a signal handler may call it.
public final class Interruption: Sendable {
  private let flag = Atomic<Bool>(false)

  public init() {}

  public func request() { flag.store(true, ordering: .relaxed) }
  public func clear() { flag.store(false, ordering: .relaxed) }
  public var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Throws a failure of kind `interrupted` once a stop was asked for.
  public func check() throws(Failure) {
    if isRequested { throw Failure(.interrupted, "stopped") }
  }
}
