import Synchronization

/// Work on very many numbers, shared out among the processors.
public enum Pieces {
  /// So many numbers at once are worth no second thread.
  private static let few = 1 << 17
  /// A piece is done in less time than anybody notices, so that work can be stopped between two.
  public static let size = 1 << 15

  /// Goes through the numbers from 0 to below a count in pieces, until the body returns false. What the body does with a
  /// piece must depend on that piece alone: nobody knows in which order and on which threads pieces are done.
  public static func forEach(of count: Int, _ body: @escaping @Sendable (Range<Int>) -> Bool) {
    let next = Next()
    let work: @Sendable () -> Void = {
      while true {
        let start = next.start.wrappingAdd(size, ordering: .relaxed).oldValue
        guard start < count, body(start..<min(count, start + size)) else { return }
      }
    }
    let others = count < few ? 0 : processorCount - 1
    let threads = (0..<others).compactMap { _ in startThread(stack: 256 << 10, work) }
    work()
    for thread in threads { pthread_join(thread, nil) }
  }

  private final class Next: Sendable {
    let start = Atomic(0)
  }
}
