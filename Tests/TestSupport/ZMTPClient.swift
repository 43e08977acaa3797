import Platform

/// A peer of a ZeroMQ socket, written from the specification of ZMTP and not from our own codec.
public final class ZMTPClient {
  public enum Item: Equatable, Sendable {
    case message([[UInt8]])
    case command(name: String, data: [UInt8])
    /// The other side has closed the connection.
    case over
  }

  public struct TooLong: Error {
    public init() {}
  }
  public struct NotUnderstood: Error {
    public init() {}
  }

  /// A hang is no test that goes on for ever.
  private static let patience: Int32 = 60_000

  private let socket: StreamSocket
  private var received: [UInt8] = []
  private var isOver = false

  /// Connects, and says nothing yet.
  public init(to address: SocketAddress) throws { socket = try StreamSocket.connected(to: address) }

  /// Connects and shakes hands.
  public convenience init(
    to address: SocketAddress, as type: String, identity: [UInt8] = [], minor: UInt8 = 1
  ) throws {
    try self.init(to: address)
    try send(bytes: Self.greeting(minor: minor))
    guard try bytes(64)?.first == 0xFF else { throw NotUnderstood() }
    try send(command: "READY", Self.property("Socket-Type", Array(type.utf8)) + Self.property("Identity", identity))
    guard case .command("READY", _) = try next() else { throw NotUnderstood() }
  }

  deinit { socket.close() }

  public static func greeting(major: UInt8 = 3, minor: UInt8 = 1, mechanism: String = "NULL") -> [UInt8] {
    let name = Array(mechanism.utf8) + [UInt8](repeating: 0, count: 20 - mechanism.utf8.count)
    return [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, major, minor] + name + [UInt8](repeating: 0, count: 32)
  }

  public static func property(_ name: String, _ value: [UInt8]) -> [UInt8] {
    [UInt8(name.utf8.count)] + Array(name.utf8) + [0, 0, 0, UInt8(value.count)] + value
  }

  // MARK: Sending

  public func send(bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      switch rest.withUnsafeBytes({ socket.send($0) }) {
      case .bytes(let count): rest = rest.dropFirst(count)
      case .later: try wait(for: POLLOUT)
      case .over: return
      }
    }
  }

  public func send(_ message: [[UInt8]]) throws {
    var bytes: [UInt8] = []
    for (index, frame) in message.enumerated() {
      let more: UInt8 = index < message.count - 1 ? 1 : 0
      if frame.count > 255 {
        bytes.append(2 | more)
        for place in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(frame.count >> place & 0xFF)) }
      } else {
        bytes += [more, UInt8(frame.count)]
      }
      bytes += frame
    }
    try send(bytes: bytes)
  }

  public func send(command name: String, _ data: [UInt8]) throws {
    let body = [UInt8(name.utf8.count)] + Array(name.utf8) + data
    try send(bytes: [4, UInt8(body.count)] + body)
  }

  // MARK: Receiving

  /// The next message or command, waited for.
  public func next() throws -> Item {
    var frames: [[UInt8]] = []
    while true {
      guard let flags = try bytes(1)?.first else { return .over }
      guard let size = try bytes(flags & 2 == 0 ? 1 : 8), let content = try bytes(size.reduce(0) { $0 << 8 | Int($1) })
      else { return .over }
      if flags & 4 != 0 {
        let length = Int(content.first ?? 0)
        let name = String(decoding: content.dropFirst().prefix(length), as: UTF8.self)
        return .command(name: name, data: Array(content.dropFirst(1 + length)))
      }
      frames.append(content)
      if flags & 1 == 0 { return .message(frames) }
    }
  }

  /// Whether something has come that was not read yet; a thousandth of a second is waited for it.
  public func hasMore() throws -> Bool {
    if !received.isEmpty { return true }
    var descriptor = pollfd(fd: socket.descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 1) > 0
  }

  /// The next message; nil where the connection is over.
  public func message() throws -> [[UInt8]]? {
    while true {
      switch try next() {
      case .message(let frames): return frames
      case .command: continue
      case .over: return nil
      }
    }
  }

  private func bytes(_ count: Int) throws -> [UInt8]? {
    while received.count < count {
      if isOver { return nil }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      switch buffer.withUnsafeMutableBytes({ socket.receive(into: $0) }) {
      case .bytes(let size): received += buffer.prefix(size)
      case .later: try wait(for: POLLIN)
      case .over: isOver = true
      }
    }
    defer { received.removeFirst(count) }
    return Array(received.prefix(count))
  }

  private func wait(for event: Int32) throws {
    var descriptor = pollfd(fd: socket.descriptor, events: Int16(event), revents: 0)
    if poll(&descriptor, 1, Self.patience) == 0 { throw TooLong() }
  }
}
