import Platform
import Synchronization
import Vocabulary

/// One line that tells how far long work is and how long it will still take, rewritten at most twenty times a second.
final class ProgressLine: Sendable {
  private struct State {
    var lastShown: ContinuousClock.Instant?
    /// When the work was seen first, and how far it was then.
    var start: (time: ContinuousClock.Instant, share: Double)?
    /// How often the program had been stopped then; a pause is no part of the pace.
    var pauses = 0
  }

  private let state = Mutex(State())

  /// Shows how far it is in the place of the last line; nil takes it away.
  func show(_ progress: WorkProgress?) {
    guard let line = state.withLock({ Self.line(for: progress, &$0) }) else { return }
    Terminal.write("\r\u{1B}[K" + String(line.prefix(Terminal.columns - 1)))
  }

  /// What is to be shown now, nil where the last line stays.
  private static func line(for progress: WorkProgress?, _ state: inout State) -> String? {
    guard let progress, !progress.text.isEmpty else {
      defer { state = State() }
      return state.lastShown == nil ? nil : ""
    }
    let now = ContinuousClock.now
    if let last = state.lastShown, now - last < .milliseconds(50) { return nil }
    state.lastShown = now
    guard let share = progress.share, share.isFinite else { return progress.text }
    guard let start = state.start, start.share <= share, state.pauses == Pauses.count else {
      (state.start, state.pauses) = ((now, share), Pauses.count)
      return progress.text
    }
    return progress.text + (remaining(after: now - start.time, done: share - start.share, left: 1 - share) ?? "")
  }

  /// The time that is left if it goes on at the same pace; nil while that is a guess.
  private static func remaining(after elapsed: Duration, done: Double, left: Double) -> String? {
    let elapsed = elapsed / .seconds(1)
    guard elapsed > 0.5, done > 0, left > 0 else { return nil }
    let seconds = elapsed / done * left
    return switch seconds {
    case ..<90: "  \(Int(seconds.rounded(.up))) s left"
    case ..<5_400: "  \(Int((seconds / 60).rounded())) min left"
    case ..<172_800: "  \(Int((seconds / 3_600).rounded())) h left"
    case ..<1e9: "  \(Int((seconds / 86_400).rounded())) days left"
    default: nil
    }
  }
}

/// How often the program was stopped and went on.
enum Pauses {
  private static let counter = Atomic<Int>(0)

  static var count: Int { counter.load(ordering: .relaxed) }

  /// Counts from now on.
  static func watch() {
    _ = count
    Signal.handle(SIGCONT) { _ in Pauses.counter.wrappingAdd(1, ordering: .relaxed) }
  }
}
