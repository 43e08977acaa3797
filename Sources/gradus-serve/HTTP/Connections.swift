import NIOCore
import NIOHTTPTypes
import Synchronization

/// The connections of a server. Where there are too many, those that have been idle longest make room, so that nobody keeps others out
/// by holding connections open.
final class Connections: Sendable {
  /// How many may be open.
  static let most = 2_000
  /// Seconds for the first request to begin.
  static let patience = Int64(10)

  private struct State {
    var nextNumber = 0
    /// Those that wait for a request, by when they began to.
    var idle: [Int: any Channel] = [:]
    var open = 0
  }

  private let state = Mutex(State())

  var count: Int { state.withLock(\.open) }

  func makeHandler() -> ConnectionGuard { ConnectionGuard(self) }

  fileprivate func opened(_ channel: any Channel) -> Int {
    let (number, oldest) = state.withLock { state in
      state.open += 1
      state.nextNumber += 1
      // Before the new one is among them.
      let oldest = state.open > Self.most ? state.idle.min { $0.key < $1.key } : nil
      if let oldest { state.idle.removeValue(forKey: oldest.key) }
      state.idle[state.nextNumber] = channel
      return (state.nextNumber, oldest?.value)
    }
    oldest?.close(promise: nil)
    return number
  }

  fileprivate func closed(_ number: Int?) {
    state.withLock { state in
      state.open -= 1
      if let number { state.idle.removeValue(forKey: number) }
    }
  }

  /// A request has come.
  fileprivate func isBusy(_ number: Int) { state.withLock { _ = $0.idle.removeValue(forKey: number) } }

  /// All are answered.
  fileprivate func isIdle(_ channel: any Channel) -> Int {
    state.withLock { state in
      state.nextNumber += 1
      state.idle[state.nextNumber] = channel
      return state.nextNumber
    }
  }
}

/// Watches one connection.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let connections: Connections
  /// Among those that are idle; nil while a request is answered.
  private var number: Int?
  private var timer: Scheduled<Void>?
  private var isOpen = false

  init(_ connections: Connections) { self.connections = connections }

  func handlerAdded(context: ChannelHandlerContext) { if context.channel.isActive { begin(context) } }

  func channelActive(context: ChannelHandlerContext) {
    begin(context)
    context.fireChannelActive()
  }

  private func begin(_ context: ChannelHandlerContext) {
    guard !isOpen else { return }
    isOpen = true
    number = connections.opened(context.channel)
    let channel = context.channel
    timer = context.eventLoop.scheduleTask(in: .seconds(Connections.patience)) { channel.close(promise: nil) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    if isOpen { connections.closed(number) }
    isOpen = false
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head = unwrapInboundIn(data) {
      timer?.cancel()
      timer = nil
      if let idle = number { connections.isBusy(idle) }
      number = nil
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data), isOpen, number == nil { number = connections.isIdle(context.channel) }
    context.write(data, promise: promise)
  }
}

@available(*, unavailable)
extension ConnectionGuard: Sendable {}
