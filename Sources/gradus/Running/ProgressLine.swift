import Synchronization

/// One line that tells how far long work is, rewritten at most twenty times a second.
final class ProgressLine: Sendable {
  private let lastShown = Mutex<ContinuousClock.Instant?>(nil)

  /// Shows a text in the place of the last one; nil takes it away.
  func show(_ text: String?) {
    let isDue = lastShown.withLock { last in
      guard let text, !text.isEmpty else {
        defer { last = nil }
        return last != nil
      }
      let now = ContinuousClock.now
      if let last, now - last < .milliseconds(50) { return false }
      last = now
      return true
    }
    if isDue { Terminal.write("\r\u{1B}[K" + String((text ?? "").prefix(Terminal.columns - 1))) }
  }
}
