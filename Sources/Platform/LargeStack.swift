import Synchronization

/// Runs work on threads whose stacks hold as much nesting as the language allows.
public enum LargeStack {
  /// Reserved, not used: pages are taken as a stack grows.
  private static let size = 512 << 20

  /// Runs work on such a thread and waits for it; signals reach the working thread, not the waiting one, if wanted.
  public static func run<Output: Sendable>(
    takingSignals: Bool = false, _ body: @escaping @Sendable () -> Output
  ) -> Output? {
    let result = Box<Output>()
    let thread = startThread(stack: size) { result.set(body()) }
    guard let thread else { return body() }
    if takingSignals {
      var all = sigset_t()
      sigfillset(&all)
      pthread_sigmask(SIG_BLOCK, &all, nil)
    }
    pthread_join(thread, nil)
    return result.value
  }

  /// Starts work on such a thread, for which nobody waits; false where the system gives none.
  public static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    guard let thread = startThread(stack: size, body) else { return false }
    pthread_detach(thread)
    return true
  }

  /// Starts work that needs little stack on a thread for which nobody waits.
  public static func detach(stack: Int = 256 << 10, _ body: @escaping @Sendable () -> Void) {
    if let thread = startThread(stack: stack, body) { pthread_detach(thread) }
  }

  /// What the body makes of each item, in the order of the items, with so many threads at once.
  public static func map<Input: Sendable, Output: Sendable>(
    _ items: [Input], threads: Int, _ body: @escaping @Sendable (Input) -> Output
  ) -> [Output] {
    let results = items.map { _ in Box<Output>() }
    let counter = Counter()
    let work: @Sendable () -> Void = {
      while true {
        let index = counter.take()
        guard index < items.count else { return }
        results[index].set(body(items[index]))
      }
    }
    let started = (0..<max(1, min(threads, items.count))).compactMap { _ in startThread(stack: size, work) }
    if started.isEmpty { work() }
    for thread in started { pthread_join(thread, nil) }
    return results.compactMap(\.value)
  }

  /// A place for a result that another thread puts there.
  private final class Box<Output: Sendable>: Sendable {
    private let content = Mutex<Output?>(nil)
    var value: Output? { content.withLock { $0 } }
    func set(_ value: Output) { content.withLock { $0 = value } }
  }

  /// Hands out the numbers from 0.
  private final class Counter: Sendable {
    private let next = Atomic<Int>(0)
    func take() -> Int { next.wrappingAdd(1, ordering: .relaxed).oldValue }
  }
}
