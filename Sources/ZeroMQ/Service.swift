import Platform

/// What the three kinds of sockets share: a place where peers connect, their connections, and a thread that serves them.
final class Service: Sendable {
  struct State {
    var connections: [Connection] = []
    fileprivate var lastNumber = 0
    fileprivate var isClosing = false
    fileprivate var isClosed = false
    /// How often the thread has looked at all connections and found nothing.
    fileprivate var quietRounds = 0
    /// Whether somebody waits for such a round.
    fileprivate var isAwaited = false

    /// The place of a connection that is still there.
    func index(of number: Int) -> Int? { connections.firstIndex { $0.number == number } }
  }

  /// Called on the thread with the state locked, for what changes the connection itself.
  typealias Change = @Sendable (inout State, _ connection: Int, Peer.Event) -> Void
  /// Called on the thread with nothing locked, afterwards.
  typealias Handler = @Sendable (_ connection: Int, Peer.Event) -> Void

  /// Where peers connect; with port 0 the one that was free.
  let address: SocketAddress
  private let listener: StreamSocket
  private let role: Peer.Role
  private let state = Monitor(State())
  private let bell: Pipe
  private let change: Change
  private let handler: Handler

  /// Throws where the address cannot be had.
  init(
    at address: SocketAddress, as role: Peer.Role, change: @escaping Change, handler: @escaping Handler
  ) throws(SystemError) {
    guard let bell = Pipe() else { throw SystemError() }
    for end in [bell.reading, bell.writing] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    listener = try StreamSocket.listening(at: address)
    if case .network(let host, _) = address {
      self.address = .network(host: host, port: listener.port)
    } else {
      self.address = address
    }
    self.role = role
    self.bell = bell
    self.change = change
    self.handler = handler
    // What peers send may nest, and is read by handlers.
    LargeStack.detach(stack: 1 << 20) { [self] in serve() }
  }

  // MARK: For all threads

  /// Touches the connections, and wakes the thread if something waits to be sent or a connection to be closed.
  func withConnections<Output>(_ body: (inout State) -> Output) -> Output {
    let (output, isWoken) = state.change { state in
      let output = body(&state)
      return (output, state.connections.contains { $0.hasMoreToSend || $0.isOver })
    }
    if isWoken { ring() }
    return output
  }

  /// Waits until the body finds what it looks for, but not longer.
  func wait<Output>(atMost milliseconds: Int, for body: (inout State) -> Output?) -> Output? {
    state.wait(atMost: milliseconds, for: body)
  }

  /// Waits until what had come before the call has been read, but not longer than so many milliseconds.
  func settle(atMost milliseconds: Int) {
    // The first such round may have begun before the call.
    for _ in 0..<2 {
      let seen = state.change { state in
        state.isAwaited = true
        return state.quietRounds
      }
      ring()
      _ = state.wait(atMost: milliseconds) { $0.quietRounds > seen || $0.isClosed ? true : nil }
    }
    state.change { $0.isAwaited = false }
  }

  /// Sends what waits, for so many milliseconds at most, and ends.
  func close(atMost milliseconds: Int) {
    _ = state.wait(atMost: milliseconds) { state in
      state.connections.allSatisfy { !$0.hasMoreToSend || $0.isOver } ? true : nil
    }
    state.change { $0.isClosing = true }
    ring()
    _ = state.wait(atMost: milliseconds) { $0.isClosed ? true : nil }
  }

  private func ring() {
    var byte: UInt8 = 0
    _ = write(bell.writing, &byte, 1)
  }

  // MARK: The thread

  private func serve() {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while let ready = waited() {
      if ready.contains(bell.reading) { while read(bell.reading, buffer.baseAddress, 64) > 0 {} }
      if ready.contains(listener.descriptor) { accept() }
      for (number, event) in traffic(of: ready, buffer) { handler(number, event) }
      // A round in which something came is followed by one that shows whether that was all.
      let isQuiet = ready.subtracting([bell.reading]).isEmpty
      let isAwaited = state.change { state in
        if isQuiet { state.quietRounds += 1 }
        return state.isAwaited
      }
      if isAwaited, !isQuiet { ring() }
    }
    state.change { state in
      for connection in state.connections { connection.socket.close() }
      state.connections = []
      listener.close()
      if case .file(let path) = address { unlink(path) }
      state.isClosed = true
    }
  }

  deinit {
    for end in [bell.reading, bell.writing] { Platform.close(end) }
  }

  /// The descriptors at which there is something to do; nil where all is over.
  private func waited() -> Set<Int32>? {
    let plan = state.change { state -> (descriptors: [pollfd], timeout: Int32)? in
      guard !state.isClosing else { return nil }
      var descriptors = [bell.reading, listener.descriptor].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      for connection in state.connections {
        let events = POLLIN | (connection.hasMoreToSend ? POLLOUT : 0)
        descriptors.append(pollfd(fd: connection.socket.descriptor, events: Int16(events), revents: 0))
      }
      let deadline = state.connections.lazy.filter { !$0.isReady }.map(\.deadline).min()
      return (descriptors, deadline.map { max(0, Int32(($0 - .now) / .milliseconds(1))) + 1 } ?? -1)
    }
    guard let plan else { return nil }
    var descriptors = plan.descriptors
    _ = poll(&descriptors, nfds_t(descriptors.count), plan.timeout)
    return Set(descriptors.filter { $0.revents != 0 }.map(\.fd))
  }

  private func accept() {
    guard let socket = listener.accepted() else {
      // There may be no more descriptors; then it would be asked again and again.
      usleep(1_000)
      return
    }
    state.change { state in
      guard state.connections.count < Limit.peers else { return socket.close() }
      state.lastNumber += 1
      state.connections.append(Connection(state.lastNumber, socket, as: role))
    }
  }

  /// Reads and writes where that is possible, and closes what is over; what the peers have said.
  private func traffic(
    of ready: Set<Int32>, _ buffer: UnsafeMutableRawBufferPointer
  ) -> [(Int, Peer.Event)] {
    state.change { state in
      var events: [(Int, Peer.Event)] = []
      for index in state.connections.indices {
        let number = state.connections[index].number
        if ready.contains(state.connections[index].socket.descriptor), !state.connections[index].isOver {
          if state.connections[index].hasMoreToSend { state.connections[index].flush() }
          var told: [Peer.Event] = []
          state.connections[index].read(into: buffer) { told.append($0) }
          for event in told {
            change(&state, index, event)
            events.append((number, event))
          }
        }
        if !state.connections[index].isReady, state.connections[index].deadline < .now {
          state.connections[index].isOver = true
        }
      }
      for connection in state.connections where connection.isOver { connection.socket.close() }
      state.connections.removeAll(where: \.isOver)
      return events
    }
  }
}
