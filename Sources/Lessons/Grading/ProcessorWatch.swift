import Platform
import Synchronization
import Vocabulary
import Workbench

/// Watches from a thread of its own how much processor time this process has taken since an answer began.
///
/// Processor time is the answer's own: what other programs do meanwhile does not make it longer, as it does with the time on the
/// wall.
final class ProcessorWatch: Sendable {
  private struct State {
    var interruption: Interruption?
    /// In nanoseconds of processor time.
    var end = UInt64.max
    var isOver = false
  }

  private let state = Mutex(State())
  /// Beyond the end by so much more, work that does not stop is not waited for.
  private let grace: Duration
  private let giveUp: @Sendable () -> Void
  private static let pause: UInt32 = 10_000

  /// - Parameter giveUp: called where work goes on when its time has long been over.
  init(grace: Duration, giveUp: @escaping @Sendable () -> Void) {
    self.grace = grace
    self.giveUp = giveUp
  }

  /// Begins to watch; goes on until the process ends, and ends it once the one that started it is gone.
  func start() {
    let parent = getppid()
    LargeStack.detach {
      while getppid() == parent {
        self.look()
        usleep(Self.pause)
      }
      _exit(0)
    }
  }

  /// Runs work that is asked to stop once it has taken so much time.
  func limit<Output>(
    _ interruption: Interruption, to time: Duration, _ body: () -> Output
  ) -> (output: Output, isOver: Bool) {
    state.withLock { $0 = State(interruption: interruption, end: processorTime + time.nanoseconds) }
    let output = body()
    let isOver = state.withLock { state in
      defer { state = State() }
      return state.isOver
    }
    return (output, isOver)
  }

  private func look() {
    let now = processorTime
    let isLong = state.withLock { state -> Bool in
      guard now >= state.end else { return false }
      state.isOver = true
      state.interruption?.request()
      return now - state.end >= grace.nanoseconds
    }
    if isLong { giveUp() }
  }
}

extension Duration {
  fileprivate var nanoseconds: UInt64 { UInt64(max(0, self / .nanoseconds(1))) }
}
