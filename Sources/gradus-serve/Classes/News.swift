import Synchronization
import Vocabulary

/// What a class is told as it happens: kept for a while, so that a page that was cut off hears what it missed.
final class News: Sendable {
  /// Whom it is for.
  enum Audience: Sendable, Equatable {
    case all, teachers
    case student(Int)
  }

  struct Item: Sendable {
    /// Grows; 0 of what passes and is not told again.
    let number: Int
    let kind: String
    let data: JSON
    let audience: Audience
  }

  /// What a stream of news carries.
  enum Pulse: Sendable {
    case item(Item)
    /// Nothing for a while; something is sent all the same, so that nobody takes the connection for dead.
    case silence
  }

  /// Items that are kept.
  private static let most = 256
  /// Items that wait for a reader; who reads no faster is to come anew.
  private static let patience = 128

  private struct State {
    var last: Int
    var items: [Item] = []
    var listeners: [Int: (audience: Audience, stream: AsyncStream<Pulse>.Continuation)] = [:]
    var nextListener = 0
    var isOver = false
  }

  private let state: Mutex<State>

  /// - Parameter start: what numbers begin after; more than that of a server that ran before.
  init(after start: Int) { state = Mutex(State(last: start)) }

  /// The number of the latest item.
  var last: Int { state.withLock(\.last) }

  /// Tells something.
  ///
  /// - Parameter passes: whether it is worth nothing later.
  func tell(_ kind: String, _ data: JSON, to audience: Audience = .all, passes: Bool = false) {
    state.withLock { state in
      if !passes { state.last += 1 }
      let item = Item(number: passes ? 0 : state.last, kind: kind, data: data, audience: audience)
      if !passes {
        state.items.append(item)
        if state.items.count > Self.most { state.items.removeFirst() }
      }
      for (number, listener) in state.listeners where Self.hears(listener.audience, item) {
        send(.item(item), to: number, in: &state)
      }
    }
  }

  private static func hears(_ listener: Audience, _ item: Item) -> Bool {
    item.audience == .all || item.audience == listener
  }

  private func send(_ pulse: Pulse, to number: Int, in state: inout State) {
    guard case .dropped = state.listeners[number]?.stream.yield(pulse) else { return }
    state.listeners.removeValue(forKey: number)?.stream.finish()
  }

  /// Keeps silent streams alive; to be called every few seconds.
  func breathe() {
    state.withLock { state in for number in state.listeners.keys { send(.silence, to: number, in: &state) } }
  }

  /// The items after one, for somebody; nil where that is too long ago, or of another server.
  func items(after number: Int, for audience: Audience) -> [Item]? {
    state.withLock { Self.items(after: number, for: audience, in: $0) }
  }

  private static func items(after number: Int, for audience: Audience, in state: State) -> [Item]? {
    let oldest = (state.items.first?.number ?? state.last + 1) - 1
    guard (oldest...state.last).contains(number) else { return nil }
    return state.items.filter { $0.number > number && hears(audience, $0) }
  }

  /// A stream of what is told from now on, with what came after a number before that, as `items` has it.
  func listen(after number: Int, as audience: Audience) -> (missed: [Item]?, last: Int, stream: AsyncStream<Pulse>) {
    let (stream, continuation) = AsyncStream<Pulse>.makeStream(bufferingPolicy: .bufferingOldest(Self.patience))
    return state.withLock { state in
      let listener = state.nextListener
      state.nextListener += 1
      if state.isOver {
        continuation.finish()
      } else {
        state.listeners[listener] = (audience, continuation)
        continuation.onTermination = { [weak self] _ in
          // Not at once: it may be called while the lock is held.
          Task { self?.forget(listener) }
        }
      }
      return (Self.items(after: number, for: audience, in: state), state.last, stream)
    }
  }

  private func forget(_ listener: Int) { state.withLock { _ = $0.listeners.removeValue(forKey: listener) } }

  /// How many listen.
  var listeners: Int { state.withLock { $0.listeners.count } }

  /// Ends all streams once what was told is read.
  func end() {
    state.withLock { state in
      state.isOver = true
      for listener in state.listeners.values { listener.stream.finish() }
      state.listeners = [:]
    }
  }
}
