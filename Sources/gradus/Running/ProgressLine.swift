import Synchronization
import Vocabulary

/// One line that tells how far long work is and how long it will still take, rewritten at most twenty times a second.
final class ProgressLine: Sendable {
  private struct State {
    var lastShown: ContinuousClock.Instant?
    /// When the work was seen first, and how far it was then.
    var start: (time: ContinuousClock.Instant, share: Double)?
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
    guard let start = state.start, start.share <= share else {
      state.start = (now, share)
      return progress.text
    }
    return progress.text + (remaining(after: now - start.time, done: share - start.share, left: 1 - share) ?? "")
  }

  /// The time that is left if it goes on at the same pace; nil while that is a guess.
  private static func remaining(after elapsed: Duration, done: Double, left: Double) -> String? {
    let elapsed = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
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
