import Platform
import Vocabulary

/// Watches from a thread of its own how much processor time pieces of work take, each on the thread that it runs on.
///
/// Processor time is the work's own: what other work and other programs do meanwhile does not make it longer.
final class ThreadWatch: Sendable {
  /// One piece of work.
  private struct Work {
    let clock: ThreadClock
    let interruption: Interruption
    /// In nanoseconds of the thread's time.
    let start: UInt64
    let end: UInt64
    /// What is done once the work is long; nil when it has been done.
    var whenLong: (@Sendable () -> Void)?
    let isStopped: @Sendable () -> Bool
    var isOver = false
  }

  private struct State {
    var work: [Int: Work] = [:]
    var nextNumber = 0
    var isOver = false
  }

  private let state = Monitor(State())
  /// Beyond its end by so much more, work that does not stop is not waited for.
  private let grace: UInt64 = 2_000_000_000
  /// From here on work is long.
  private let long: UInt64
  private let giveUp: @Sendable (Interruption) -> Void
  private let look: @Sendable () -> Void
  private static let pause: UInt32 = 10_000

  /// - Parameters:
  ///   - long: the time from which on work is long.
  ///   - look: called every now and then while there is work.
  ///   - giveUp: called with the interruption of work that goes on when its time has long been over.
  init(
    long: Duration = .milliseconds(100), look: @escaping @Sendable () -> Void = {},
    giveUp: @escaping @Sendable (Interruption) -> Void
  ) {
    self.long = UInt64(long / .nanoseconds(1))
    self.look = look
    self.giveUp = giveUp
    LargeStack.detach { [state, pause = Self.pause, weak self] in
      while true {
        let isOver = state.wait { $0.isOver || !$0.work.isEmpty ? $0.isOver : nil }
        guard !isOver, let self else { return }
        self.lookAtAll()
        usleep(pause)
      }
    }
  }

  deinit { state.change { $0.isOver = true } }

  /// Runs work on the calling thread that is asked to stop once it has taken so many seconds.
  ///
  /// - Parameter whenLong: called on another thread, once, when the work is found to be long.
  func limit<Output>(
    _ interruption: Interruption, to seconds: Double, whenLong: (@Sendable () -> Void)? = nil,
    isStopped: @escaping @Sendable () -> Bool = { false }, _ body: () -> Output
  ) -> (output: Output, isOver: Bool) {
    let clock = ThreadClock()
    let start = clock.nanoseconds ?? 0
    let end = start + UInt64(max(0, seconds) * 1e9)
    let number = state.change { state in
      state.nextNumber += 1
      state.work[state.nextNumber] = Work(
        clock: clock, interruption: interruption, start: start, end: end, whenLong: whenLong,
        isStopped: isStopped)
      return state.nextNumber
    }
    let output = body()
    let isOver = state.change { $0.work.removeValue(forKey: number)?.isOver ?? false }
    return (output, isOver)
  }

  private func lookAtAll() {
    look()
    let (lost, long) = state.change { state -> (Interruption?, [@Sendable () -> Void]) in
      var lost: Interruption?
      var long: [@Sendable () -> Void] = []
      for (number, work) in state.work {
        guard let now = work.clock.nanoseconds else { continue }
        if let whenLong = work.whenLong, now - work.start >= self.long {
          long.append(whenLong)
          state.work[number]?.whenLong = nil
        }
        // Again and again: a training that was stopped is no reason for what follows it to go on.
        if now >= work.end || work.isStopped() { work.interruption.request() }
        guard now >= work.end else { continue }
        state.work[number]?.isOver = true
        if now - work.end >= grace { lost = work.interruption }
      }
      return (lost, long)
    }
    for call in long { call() }
    if let lost { giveUp(lost) }
  }

  /// The same for a request.
  func limit<Output>(
    _ control: StepControl, to seconds: Double, _ body: () -> Output
  ) -> (output: Output, isOver: Bool) {
    limit(
      control.interruption, to: seconds, whenLong: control.whenLong, isStopped: { control.isStopped }, body)
  }
}
