import Synchronization
import Vocabulary

/// Asks an answer to stop when its time is over.
final class AnswerClock: Sendable {
  private struct Watched {
    let end: ContinuousClock.Instant
    let interruption: Interruption
    var isOver = false
  }

  private let watched = Mutex<Watched?>(nil)
  private let time: Duration

  init(seconds: Double) {
    time = .seconds(seconds)
    Task.detached { [weak self] in
      while let clock = self {
        clock.look()
        try? await Task.sleep(for: .milliseconds(5))
      }
    }
  }

  func start(_ interruption: Interruption) {
    watched.withLock { $0 = Watched(end: .now + time, interruption: interruption) }
  }

  /// Whether the time was over.
  func stop() -> Bool {
    watched.withLock { watched in
      defer { watched = nil }
      return watched?.isOver == true
    }
  }

  /// Asks again each time, since long work takes a wish as fulfilled when it stops.
  private func look() {
    watched.withLock { watched in
      guard let end = watched?.end, .now > end else { return }
      watched?.isOver = true
      watched?.interruption.request()
    }
  }
}
