import Platform
import Synchronization
import Vocabulary

/// Asks for a stop when an input has been at work for too long, and ends the program when it does not stop.
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
      guard let start = $0 else { return }
      let time = ContinuousClock.now - start
      if time > patience { interruption.request() }
      if time > patience + .seconds(10) {
        print("the last input does not stop")
        exit(2)
      }
    }
  }
}
