/// A message: its frames, in order.
public typealias Message = [[UInt8]]

/// A frame as it goes over the wire: a byte of flags, the length in one byte or in eight, the content.
package enum Frame {
  static let more: UInt8 = 1
  static let long: UInt8 = 2
  static let command: UInt8 = 4

  /// All frames of a message.
  package static func encoded(_ message: Message) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(message.reduce(0) { $0 + $1.count + 9 })
    for (index, frame) in message.enumerated() {
      append(frame, flags: index < message.count - 1 ? more : 0, to: &bytes)
    }
    return bytes
  }

  /// A command with its name.
  package static func encoded(command name: String, _ data: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    append([UInt8(name.utf8.count)] + Array(name.utf8) + data, flags: command, to: &bytes)
    return bytes
  }

  private static func append(_ content: [UInt8], flags: UInt8, to bytes: inout [UInt8]) {
    if content.count < 256 {
      bytes += [flags, UInt8(content.count)]
    } else {
      bytes.append(flags | long)
      withUnsafeBytes(of: UInt64(content.count).bigEndian) { bytes += $0 }
    }
    bytes += content
  }
}

/// Reads frames from bytes that come in any pieces.
///
/// Pure: it touches no socket, and what it yields does not depend on where the bytes are cut.
package struct FrameReader {
  package enum Item: Equatable, Sendable {
    case message(Message)
    case command(name: String, data: ArraySlice<UInt8>)
  }

  private var buffer: [UInt8] = []
  /// Where what has not been read yet begins.
  private var start = 0
  /// The frames so far of a message that goes on, and their bytes.
  private var frames: Message = []
  private var size = 0

  package init() {}

  /// Takes in what has come.
  package mutating func add(_ bytes: some Collection<UInt8>) {
    if start == buffer.count {
      buffer.removeAll(keepingCapacity: buffer.count <= 1 << 16)
      start = 0
    } else if start > 1 << 16, start > buffer.count / 2 {
      buffer.removeFirst(start)
      start = 0
    }
    buffer.append(contentsOf: bytes)
  }

  /// The next message or command that is whole, nil while there is none. Throws at what no peer may send; nothing that follows
  /// can be read then.
  package mutating func next() throws(Violation) -> Item? {
    while let (flags, content) = try frame() {
      if flags & Frame.command != 0 { return try Self.command(content) }
      frames.append(Array(content))
      size += content.count
      guard flags & Frame.more == 0 else { continue }
      defer { (frames, size) = ([], 0) }
      return .message(frames)
    }
    return nil
  }

  /// The next frame that is whole. What it asks for is judged before its content has come.
  private mutating func frame() throws(Violation) -> (flags: UInt8, content: ArraySlice<UInt8>)? {
    let rest = buffer[start...]
    guard let flags = rest.first else { return nil }
    let isCommand = flags & Frame.command != 0
    guard flags & ~(Frame.more | Frame.long | Frame.command) == 0, !isCommand || flags & Frame.more == 0 else {
      throw Violation("a frame has flags that mean nothing")
    }
    let head = flags & Frame.long != 0 ? 9 : 2
    guard rest.count >= head else { return nil }
    let length = rest.dropFirst().prefix(head - 1).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(isCommand ? Limit.command : Limit.message - size) else {
      throw Violation("a frame of \(length) bytes is too long")
    }
    guard isCommand || frames.count < Limit.frames else { throw Violation("a message has too many frames") }
    let whole = head + Int(length)
    guard rest.count >= whole else { return nil }
    start += whole
    return (flags, rest.dropFirst(head).prefix(Int(length)))
  }

  private static func command(_ content: ArraySlice<UInt8>) throws(Violation) -> Item {
    guard let length = content.first.map(Int.init), length > 0, content.count > length else {
      throw Violation("a command has no name")
    }
    let name = content.dropFirst().prefix(length)
    return .command(name: String(decoding: name, as: UTF8.self), data: content.dropFirst(1 + length))
  }
}
