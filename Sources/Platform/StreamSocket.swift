/// Where programs of one machine or of several find each other.
public enum SocketAddress: Sendable, Equatable {
  /// A host by its number, such as `127.0.0.1` or `::1`, or `localhost`, or `*` for all that this machine has; port 0 is any
  /// that is free.
  case network(host: String, port: UInt16)
  /// A name in the file system.
  case file(String)
}

/// A socket over which bytes flow both ways. It waits for nothing and raises no signal; whoever holds it closes it.
public struct StreamSocket: Sendable {
  public let descriptor: Int32

  /// How far a call came.
  public enum Transfer: Equatable {
    case bytes(Int)
    /// Nothing can be done at the moment.
    case later
    /// The other side is gone.
    case over
  }

  // MARK: Beginning

  /// One that others can connect to. A name in the file system that a program left behind is taken over.
  public static func listening(at address: SocketAddress) throws(SystemError) -> StreamSocket {
    let socket = try StreamSocket(for: address)
    do throws(SystemError) {
      try socket.bind(to: address)
    } catch {
      socket.close()
      throw error
    }
    if systemListen(socket.descriptor, 64) != 0 {
      let error = SystemError()
      socket.close()
      throw error
    }
    return socket
  }

  /// One that is connected to another that listens.
  public static func connected(to address: SocketAddress) throws(SystemError) -> StreamSocket {
    let socket = try StreamSocket(for: address)
    let status = try withName(of: address) { systemConnect(socket.descriptor, $0, $1) }
    if status != 0 {
      let error = SystemError()
      socket.close()
      throw error
    }
    socket.prepare()
    return socket
  }

  private init(for address: SocketAddress) throws(SystemError) {
    let family =
      switch address {
      case .network(let host, _): host.contains(":") ? AF_INET6 : AF_INET
      case .file: AF_UNIX
      }
    descriptor = systemSocket(family)
    if descriptor < 0 { throw SystemError() }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  private init(adopting descriptor: Int32) { self.descriptor = descriptor }

  private func bind(to address: SocketAddress) throws(SystemError) {
    if case .network = address {
      var yes: Int32 = 1
      setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    }
    func bind() throws(SystemError) -> Int32 {
      try Self.withName(of: address) { systemBind(descriptor, $0, $1) == 0 ? 0 : errno }
    }
    var code = try bind()
    if code == EADDRINUSE, case .file(let path) = address, FileKind(of: path, followsLinks: false) == .other {
      // Somebody who listens would answer.
      do throws(SystemError) {
        try Self.connected(to: address).close()
      } catch {
        if error.code == ECONNREFUSED {
          unlink(path)
          code = try bind()
        }
      }
    }
    if code != 0 { throw SystemError(code) }
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
  }

  /// Nothing waits, small pieces are sent at once, and no signal comes when the other side is gone.
  private func prepare() {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    var yes: Int32 = 1
    // Fails where there is no network between, and nothing is lost by that.
    setsockopt(descriptor, networkProtocol, TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    silenceSignals(of: descriptor)
  }

  /// The next that has connected, nil where there is none.
  public func accepted() -> StreamSocket? {
    let accepted = systemAccept(descriptor)
    guard accepted >= 0 else { return nil }
    let socket = StreamSocket(adopting: accepted)
    socket.prepare()
    return socket
  }

  /// The port at which it listens; 0 where it has none.
  public var port: UInt16 {
    var name = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let status = withUnsafeMutablePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
    }
    guard status == 0, [sa_family_t(AF_INET), sa_family_t(AF_INET6)].contains(name.ss_family) else { return 0 }
    // Both families have it in the same place.
    return withUnsafeBytes(of: &name) { UInt16($0[2]) << 8 | UInt16($0[3]) }
  }

  // MARK: Traffic

  /// Reads what has come, as far as there is room.
  public func receive(into buffer: UnsafeMutableRawBufferPointer) -> Transfer {
    while true {
      let count = systemRead(descriptor, buffer)
      if count > 0 { return .bytes(count) }
      if count == 0 { return .over }
      if errno != EINTR { return errno == EAGAIN || errno == EWOULDBLOCK ? .later : .over }
    }
  }

  /// Sends as much as the system takes.
  public func send(_ bytes: UnsafeRawBufferPointer) -> Transfer {
    while true {
      let count = systemSend(descriptor, bytes)
      if count >= 0 { return .bytes(count) }
      if errno != EINTR { return errno == EAGAIN || errno == EWOULDBLOCK ? .later : .over }
    }
  }

  public func close() { systemClose(descriptor) }

  // MARK: Names

  /// The address as the system has it.
  private static func withName<Output>(
    of address: SocketAddress, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Output
  ) throws(SystemError) -> Output {
    func call<Name>(_ name: inout Name) -> Output {
      withUnsafePointer(to: &name) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<Name>.size)) }
      }
    }
    switch address {
    case .network(let host, let port) where host.contains(":"):
      var name = sockaddr_in6()
      name.sin6_family = sa_family_t(AF_INET6)
      name.sin6_port = port.bigEndian
      guard inet_pton(AF_INET6, host, &name.sin6_addr) == 1 else { throw SystemError(EADDRNOTAVAIL) }
      return call(&name)
    case .network(let host, let port):
      var name = sockaddr_in()
      name.sin_family = sa_family_t(AF_INET)
      name.sin_port = port.bigEndian
      let number = ["localhost": "127.0.0.1", "*": "0.0.0.0"][host] ?? host
      guard inet_pton(AF_INET, number, &name.sin_addr) == 1 else { throw SystemError(EADDRNOTAVAIL) }
      return call(&name)
    case .file(let path):
      var name = sockaddr_un()
      name.sun_family = sa_family_t(AF_UNIX)
      let bytes = Array(path.utf8)
      let isShort = withUnsafeMutableBytes(of: &name.sun_path) { room in
        guard bytes.count < room.count else { return false }
        room.copyBytes(from: bytes)
        return true
      }
      guard isShort else { throw SystemError(ENAMETOOLONG) }
      return call(&name)
    }
  }
}
