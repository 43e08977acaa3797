import Synchronization
import Vocabulary

/// What stops the running cell: a front end's button, or a signal.
public final class Stop: Sendable {
  public let interruption = Interruption()
  private let count = Atomic<Int>(0)

  public init() {}

  /// May be called by a signal handler.
  public func press() {
    count.wrappingAdd(1, ordering: .relaxed)
    interruption.request()
  }

  /// How often it was pressed. Work that keeps what it has reached does not tell that it was stopped.
  var presses: Int { count.load(ordering: .relaxed) }
}
