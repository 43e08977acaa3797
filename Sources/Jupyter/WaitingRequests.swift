import Platform
import ZeroMQ

/// What front ends have asked and nobody has answered yet.
final class WaitingRequests: Sendable {
  struct Waiting {
    /// Counted from 1 in the order in which they came.
    let number: Int
    let sender: [UInt8]
    let message: Message
  }

  private struct State {
    var waiting: [Waiting] = []
    var next = 0
    var bytes = 0
    var last = 0
    var isOver = false

    var isEmpty: Bool { next == waiting.count }
  }

  /// More are not taken; their senders wait.
  private static let most = 10_000
  private static let mostBytes = 64 << 20

  private let state = Monitor(State())

  /// Waits while there are too many.
  func add(_ message: Message, from sender: [UInt8]) {
    let size = message.reduce(0) { $0 + $1.count }
    state.wait { state -> Void? in
      if state.isOver { return () }
      let count = state.waiting.count - state.next
      guard count == 0 || (count < Self.most && state.bytes + size <= Self.mostBytes) else { return nil }
      state.last += 1
      state.bytes += size
      state.waiting.append(Waiting(number: state.last, sender: sender, message: message))
      return ()
    }
  }

  /// Waits for the next; nil once all is over.
  func take() -> Waiting? {
    state.wait { state -> Waiting?? in
      if state.isOver { return .some(nil) }
      guard !state.isEmpty else { return nil }
      let first = state.waiting[state.next]
      state.next += 1
      state.bytes -= first.message.reduce(0) { $0 + $1.count }
      if state.isEmpty || state.next > 1024 {
        state.waiting.removeFirst(state.next)
        state.next = 0
      }
      return first
    }
  }

  /// The number of the one that came last.
  var last: Int { state.change { $0.last } }

  /// Nothing is taken from now on.
  func end() { state.change { $0.isOver = true } }
}
