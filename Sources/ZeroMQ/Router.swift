import Platform

/// A socket that hears many peers and answers each by its identity (ROUTER).
public final class Router: Sendable {
  private let service: Service

  /// - Parameters:
  ///   - receive: called on a thread of the socket with the sender's identity and the message. While it waits, nothing more is
  ///     read, so that a flood stays with those who send it.
  /// - Throws: where the address cannot be had.
  public init(
    at address: SocketAddress, receive: @escaping @Sendable (_ identity: [UInt8], Message) -> Void
  ) throws(SystemError) {
    let identities = Monitor<[Int: [UInt8]]>([:])
    service = try Service(at: address, as: .router) { state, index, event in
      guard case .ready(let given) = event else { return }
      let number = state.connections[index].number
      let identity = given.isEmpty ? Self.invented(number) : given
      // Who comes back under its old identity takes the place of what was left of it.
      for other in state.connections.indices where state.connections[other].identity == identity {
        state.connections[other].isOver = true
      }
      state.connections[index].identity = identity
      let living = Set(state.connections.lazy.filter { !$0.isOver }.map(\.number))
      identities.change { identities in
        identities[number] = identity
        identities = identities.filter { living.contains($0.key) }
      }
    } handler: { number, event in
      guard case .message(let message) = event, let identity = identities.change({ $0[number] }) else { return }
      receive(identity, message)
    }
  }

  /// Where peers connect; with port 0 the one that was free.
  public var address: SocketAddress { service.address }

  /// An identity for a peer that gives itself none: no peer may begin its own with 0.
  private static func invented(_ number: Int) -> [UInt8] {
    [0] + withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).bigEndian) { Array($0) }
  }

  /// Sends a message to one peer. It is lost where there is none of that identity; a peer that does not read is given up.
  public func send(_ message: Message, to identity: [UInt8]) {
    let bytes = Frame.encoded(message)
    service.withConnections { state in
      guard let index = state.connections.firstIndex(where: { $0.identity == identity && $0.isReady && !$0.isOver })
      else { return }
      if state.connections[index].hasRoom(for: bytes) {
        state.connections[index].send(bytes)
      } else {
        state.connections[index].isOver = true
      }
    }
  }

  /// Waits until what had come before has been handed over, but not longer than so many milliseconds.
  public func settle(atMost milliseconds: Int) { service.settle(atMost: milliseconds) }

  /// Sends what waits, for so many milliseconds at most, and ends.
  public func close(atMost milliseconds: Int = 0) { service.close(atMost: milliseconds) }
}
