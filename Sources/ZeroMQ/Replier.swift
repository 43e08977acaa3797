import Platform

/// A socket that answers each request at once, on a thread of its own (REP).
public final class Replier: Sendable {
  private let service: Service

  /// - Parameter answer: what is answered to a message; itself where nothing is given.
  /// - Throws: where the address cannot be had.
  public init(
    at address: SocketAddress, answer: @escaping @Sendable (Message) -> Message = { $0 }
  ) throws(SystemError) {
    service = try Service(at: address, as: .replier) { state, index, event in
      guard case .message(let request) = event else { return }
      // The way back stands before an empty frame and is not for us.
      guard let border = request.firstIndex(of: []) else { return }
      let reply = Frame.encoded(request[...border] + answer(Array(request[(border + 1)...])))
      if state.connections[index].hasRoom(for: reply) {
        state.connections[index].send(reply)
      } else {
        state.connections[index].isOver = true
      }
    } handler: { _, _ in
    }
  }

  /// Where peers connect; with port 0 the one that was free.
  public var address: SocketAddress { service.address }

  /// Sends what waits, for so many milliseconds at most, and ends.
  public func close(atMost milliseconds: Int = 0) { service.close(atMost: milliseconds) }
}
