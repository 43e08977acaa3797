import Synchronization

/// Cancellation of the running work, shared between whoever asks for it and whoever works.
///
/// `request()` only stores into an atomic, so a signal handler may call it.
public final class Interruption: Sendable {
  private let flag = Atomic<Bool>(false)
  /// Nanoseconds since `start`; the largest number where there is no end.
  private let end = Atomic<UInt64>(.max)
  private let start = ContinuousClock.now
  /// How many more times the work may ask before a stop is requested; the largest number where nobody counts.
  private let questions = Atomic<Int>(.max)

  /// What the work is to do on its own thread, and whether there is such a thing.
  private let errand = Mutex<(@Sendable () -> Void)?>(nil)
  private let hasErrand = Atomic<Bool>(false)

  public init() {}

  public func request() { flag.store(true, ordering: .relaxed) }
  public func clear() { flag.store(false, ordering: .relaxed) }
  public var isRequested: Bool {
    if hasErrand.load(ordering: .relaxed) { runErrand() }
    return flag.load(ordering: .relaxed) || isOverdue || isCountedOut
  }

  /// Lets the work do something on its own thread, such as wait, when it asks the next time whether to go on.
  public func send(_ errand: @escaping @Sendable () -> Void) {
    self.errand.withLock { $0 = errand }
    hasErrand.store(true, ordering: .releasing)
  }

  private func runErrand() {
    hasErrand.store(false, ordering: .relaxed)
    let errand = errand.withLock { errand in
      defer { errand = nil }
      return errand
    }
    errand?()
  }

  /// Asks for a stop by itself once so much time has passed, until another limit is set; nil for none.
  public func limit(to time: Duration?) {
    let elapsed = ContinuousClock.now - start
    end.store(time.map { (elapsed + $0).nanoseconds } ?? .max, ordering: .relaxed)
  }

  /// Whether the time is up.
  public var isOverdue: Bool {
    let end = end.load(ordering: .relaxed)
    return end != .max && (ContinuousClock.now - start).nanoseconds >= end
  }

  /// Requests a stop once the work has asked so many times whether to go on: a stop at the same point in every run, on
  /// machines of any speed; nil for none.
  public func request(afterQuestions count: Int?) { questions.store(count ?? .max, ordering: .relaxed) }

  /// How many questions are left before that stop, less than 0 by those asked after it; nil where nobody counts.
  public var questionsLeft: Int? {
    let left = questions.load(ordering: .relaxed)
    return left == .max ? nil : left
  }

  private var isCountedOut: Bool {
    questions.load(ordering: .relaxed) != .max && questions.subtract(1, ordering: .relaxed).newValue < 0
  }

  /// Throws a failure of kind `interrupted` once a stop was asked for.
  public func check() throws(Failure) {
    if isRequested { throw Failure(.interrupted, "stopped") }
  }
}

extension Duration {
  /// Whole nanoseconds, 0 of what is negative.
  fileprivate var nanoseconds: UInt64 {
    let (seconds, attoseconds) = components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    return UInt64(min(seconds, 1 << 33)) * 1_000_000_000 + UInt64(attoseconds / 1_000_000_000)
  }
}
