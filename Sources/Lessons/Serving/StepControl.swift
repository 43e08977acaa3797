import Synchronization
import Vocabulary

/// What reaches a request while it runs, and what it says meanwhile.
final class StepControl: Sendable {
  /// Of this request alone.
  let interruption = Interruption()
  private let stop = Atomic(false)
  /// Called, on another thread, once the request is found to be long.
  let whenLong: (@Sendable () -> Void)?
  /// Told how far long work has come.
  let progress: (@Sendable (WorkProgress) -> Void)?

  init(whenLong: (@Sendable () -> Void)? = nil, progress: (@Sendable (WorkProgress) -> Void)? = nil) {
    self.whenLong = whenLong
    self.progress = progress
  }

  /// The same as sessions want it; nil where nobody watches.
  var watcher: (@Sendable (WorkProgress?) -> Void)? {
    guard let progress else { return nil }
    return { news in if let news { progress(news) } }
  }

  /// Whether the student has stopped it.
  var isStopped: Bool { stop.load(ordering: .relaxed) }

  func requestStop() {
    stop.store(true, ordering: .relaxed)
    interruption.request()
  }
}
