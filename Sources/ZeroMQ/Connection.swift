import Platform

/// A connection of a socket with one peer.
struct Connection {
  /// Tells it from all others of the socket, before and after.
  let number: Int
  let socket: StreamSocket
  /// When it must be ready, by the clock of the socket.
  let deadline: ContinuousClock.Instant
  private var peer: Peer
  private var outbox = Outbox()
  /// By which a router knows it.
  var identity: [UInt8] = []
  /// What it wants of a publisher, each topic as often as it has asked for it.
  private(set) var topics: [[UInt8]: Int] = [:]
  private var topicBytes = 0
  /// Whether it was too slow for too long; it misses messages until it has caught up.
  var isBehind = false
  /// Whether it is to be closed.
  var isOver = false

  init(_ number: Int, _ socket: StreamSocket, as role: Peer.Role) {
    self.number = number
    self.socket = socket
    peer = Peer(role)
    deadline = .now + .seconds(Limit.handshake)
    sendAnswers()
  }

  var isReady: Bool { peer.isReady }
  var hasMoreToSend: Bool { !outbox.isEmpty }
  /// Whether nobody has to wait for it any more.
  var hasCaughtUp: Bool { outbox.count < Limit.waitingMessages / 2 && outbox.size < Limit.waitingBytes / 2 }

  // MARK: Reading

  /// Reads what has come, as far as the buffer goes.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer, _ tell: (Peer.Event) -> Void) {
    switch socket.receive(into: buffer) {
    case .later: return
    case .over: isOver = true
    case .bytes(let count):
      do throws(Violation) {
        try peer.take(Array(buffer.prefix(count))[...], tell)
      } catch {
        isOver = true
      }
      sendAnswers()
    }
  }

  private mutating func sendAnswers() {
    let answers = peer.takeAnswers()
    if answers.isEmpty { return }
    // Whoever asks and never reads is not waited for.
    guard outbox.hasRoom(for: answers.count) else {
      isOver = true
      return
    }
    outbox.add(answers)
    flush()
  }

  // MARK: Writing

  func hasRoom(for message: [UInt8]) -> Bool { outbox.hasRoom(for: message.count) }

  /// Sends a message that is encoded already, or keeps it until the peer takes it.
  mutating func send(_ message: [UInt8]) {
    outbox.add(message)
    flush()
  }

  mutating func flush() {
    if !outbox.send(over: socket) { isOver = true }
    if hasCaughtUp { isBehind = false }
  }

  // MARK: Topics

  func wants(_ topic: [UInt8]) -> Bool { topics.keys.contains { topic.starts(with: $0) } }

  /// Whether it is to be sent what begins so.
  func takes(_ topic: [UInt8]) -> Bool { isReady && !isBehind && !isOver && wants(topic) }

  mutating func subscribe(to topic: [UInt8]) {
    topics[topic, default: 0] += 1
    topicBytes += topic.count
    if topics.count > Limit.topics || topicBytes > Limit.topicBytes { isOver = true }
  }

  mutating func cancel(_ topic: [UInt8]) {
    guard let count = topics[topic] else { return }
    topics[topic] = count > 1 ? count - 1 : nil
    topicBytes -= topic.count
  }
}
