import Platform

/// What waits to be sent over a connection, in order.
struct Outbox {
  private var pieces: [[UInt8]] = []
  /// The first of them that is not sent yet, and how much of it is.
  private var next = 0
  private var sent = 0
  /// Bytes that wait.
  private(set) var size = 0

  /// Messages that wait.
  var count: Int { pieces.count - next }
  var isEmpty: Bool { count == 0 }

  /// Whether there is room for so many bytes more. One message always has room.
  func hasRoom(for bytes: Int) -> Bool {
    isEmpty || (count < Limit.waitingMessages && size + bytes <= Limit.waitingBytes)
  }

  mutating func add(_ bytes: [UInt8]) {
    if bytes.isEmpty { return }
    pieces.append(bytes)
    size += bytes.count
  }

  /// Sends as much as the system takes; false where the other side is gone.
  mutating func send(over socket: StreamSocket) -> Bool {
    while next < pieces.count {
      let transfer = pieces[next].withUnsafeBytes { socket.send(UnsafeRawBufferPointer(rebasing: $0[sent...])) }
      switch transfer {
      case .bytes(let count): pass(count)
      case .later: return true
      case .over: return false
      }
    }
    pieces.removeAll(keepingCapacity: pieces.count <= 64)
    next = 0
    return true
  }

  private mutating func pass(_ count: Int) {
    sent += count
    size -= count
    guard sent == pieces[next].count else { return }
    pieces[next] = []
    next += 1
    sent = 0
    if next > 1024, next > pieces.count / 2 {
      pieces.removeFirst(next)
      next = 0
    }
  }
}
