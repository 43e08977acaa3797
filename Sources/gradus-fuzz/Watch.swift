import Synchronization
import Vocabulary

/// Asks for a stop when an input has been at work for too long.
final class Watch: Sendable {
  private let start = Mutex<ContinuousClock.Instant?>(nil)
  private let interruption: Interruption
  private let patience: Duration

  init(_ interruption: Interruption, patience: Duration) {
    self.interruption = interruption
    self.patience = patience
    Task.detached { [weak self] in
      while let watch = self {
        watch.look()
        try? await Task.sleep(for: .milliseconds(5))
      }
    }
  }

  func begin() { start.withLock { $0 = .now } }

  func end() {
    start.withLock {
      $0 = nil
      interruption.clear()
    }
  }

  private func look() {
    start.withLock {
      if let start = $0, ContinuousClock.now - start > patience { interruption.request() }
    }
  }
}
