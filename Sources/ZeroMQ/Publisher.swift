import Platform

/// A socket that tells many peers what they have subscribed to (XPUB).
public final class Publisher: Sendable {
  private let service: Service

  /// - Parameter welcome: what a peer is told first, and it alone, when it subscribes to a topic; nil for nothing.
  /// - Throws: where the address cannot be had.
  public init(
    at address: SocketAddress, welcome: @escaping @Sendable (_ topic: [UInt8]) -> Message? = { _ in nil }
  ) throws(SystemError) {
    service = try Service(at: address, as: .publisher) { state, index, event in
      switch event {
      case .subscribe(let topic):
        state.connections[index].subscribe(to: topic)
        if let message = welcome(topic).map(Frame.encoded), state.connections[index].hasRoom(for: message) {
          state.connections[index].send(message)
        }
      case .cancel(let topic): state.connections[index].cancel(topic)
      case .ready, .message: break
      }
    } handler: { _, _ in
    }
  }

  /// Where peers connect; with port 0 the one that was free.
  public var address: SocketAddress { service.address }

  /// Tells a message to all whose topics its first frame begins with.
  ///
  /// A subscriber who keeps up misses nothing: one who is behind is waited for, a second at most, and misses messages from then
  /// on until it has caught up.
  public func send(_ message: Message) {
    let bytes = Frame.encoded(message)
    let topic = message.first ?? []
    func isFull(_ connection: Connection) -> Bool {
      connection.wants(topic) && !connection.isBehind && !connection.isOver && !connection.hasRoom(for: bytes)
    }
    let isCrowded = service.withConnections { state in
      guard !state.connections.contains(where: isFull) else { return true }
      Self.send(bytes, topic, &state)
      return false
    }
    guard isCrowded else { return }
    _ = service.wait(atMost: Limit.patience) { state in state.connections.contains(where: isFull) ? nil : true }
    service.withConnections { state in
      for index in state.connections.indices where isFull(state.connections[index]) {
        state.connections[index].isBehind = true
      }
      Self.send(bytes, topic, &state)
    }
  }

  private static func send(_ bytes: [UInt8], _ topic: [UInt8], _ state: inout Service.State) {
    for index in state.connections.indices where state.connections[index].takes(topic) {
      state.connections[index].send(bytes)
    }
  }

  /// Sends what waits, for so many milliseconds at most, and ends.
  public func close(atMost milliseconds: Int = 0) { service.close(atMost: milliseconds) }
}
