import Testing
import ZeroMQ

/// What is read does not depend on how the bytes come, and what no peer may send is refused.
@Suite struct CodecTests {
  /// Messages with frames of the sizes at which lengths are written otherwise, and commands between them.
  private static func stream(seed: UInt64) -> (items: [FrameReader.Item], bytes: [UInt8]) {
    var generator = Steps(seed: seed)
    var items: [FrameReader.Item] = []
    var bytes: [UInt8] = []
    for _ in 0..<12 {
      if generator.below(4) == 0 {
        let data = generator.bytes(generator.below(300))
        items.append(.command(name: "WORD", data: data[...]))
        bytes += Frame.encoded(command: "WORD", data)
      } else {
        let sizes = (0...generator.below(6)).map { _ in [0, 1, 254, 255, 256, 257, 5_000][generator.below(7)] }
        let message = sizes.map { generator.bytes($0) }
        items.append(.message(message))
        bytes += Frame.encoded(message)
      }
    }
    return (items, bytes)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>) func `any cut of the bytes reads the same`(seed: UInt64) throws {
    let (items, bytes) = Self.stream(seed: seed)
    var generator = Steps(seed: seed &+ 1000)
    var reader = FrameReader()
    var read: [FrameReader.Item] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(1 + generator.below(seed % 2 == 0 ? 3_000 : 7))
      rest = rest.dropFirst(piece.count)
      reader.add(piece)
      while let item = try reader.next() { read.append(item) }
    }
    #expect(read == items)
  }

  @Test func `a frame is written as the specification says`() {
    #expect(Frame.encoded([[1, 2], []]) == [1, 2, 1, 2, 0, 0])
    let long = [UInt8](repeating: 7, count: 256)
    #expect(Frame.encoded([long]) == [2, 0, 0, 0, 0, 0, 0, 1, 0] + long)
    #expect(Frame.encoded(command: "PONG", [9]) == [4, 6, 4, 0x50, 0x4F, 0x4E, 0x47, 9])
  }

  @Test(
    arguments: [
      // Flags that mean nothing, a command that goes on.
      [8, 0], [0x80, 1, 1], [5, 1, 1],
      // A frame longer than may be, known before it has come, and one that would overflow.
      [2, 0, 0, 0, 0, 4, 0, 0, 1], [2, 255, 255, 255, 255, 255, 255, 255, 255], [6, 0, 0, 0, 0, 0, 1, 0, 1],
      // Commands without a name, with half of one.
      [4, 0], [4, 1, 0], [4, 3, 5, 65, 66],
    ] as [[UInt8]]) func `what no peer may send is refused`(bytes: [UInt8])
  {
    var reader = FrameReader()
    reader.add(bytes)
    #expect(throws: Violation.self) { try reader.next() }
  }

  @Test func `a message has an end`() {
    var reader = FrameReader()
    for _ in 0...Limit.frames { reader.add([1, 0]) }
    #expect(throws: Violation.self) { try reader.next() }
  }

  /// A peer in one piece and byte by byte.
  @Test func `a handshake in any pieces`() throws {
    let ready = ZMTP.ready("DEALER", identity: [1, 2, 3])
    let bytes = Greeting.own + ready + Frame.encoded([[4], [5]]) + Frame.encoded(command: "PING", [0, 1, 7, 8])
    for size in [1, 3, 63, 64, 65, bytes.count] {
      var peer = Peer(.router)
      #expect(peer.takeAnswers() == Greeting.own)
      var events: [Peer.Event] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = rest.prefix(size)
        rest = rest.dropFirst(size)
        try peer.take(Array(piece)[...]) { events.append($0) }
      }
      #expect(events == [.ready(identity: [1, 2, 3]), .message([[4], [5]])])
      #expect(Array(peer.takeAnswers().suffix(9)) == Frame.encoded(command: "PONG", [7, 8]))
    }
  }

  @Test func `a ping is answered with what came with it`() throws {
    var peer = Peer(.replier)
    try peer.take((Greeting.own + ZMTP.ready("REQ"))[...]) { _ in }
    _ = peer.takeAnswers()
    try peer.take(Frame.encoded(command: "PING", [0, 1, 7, 8])[...]) { _ in }
    #expect(peer.takeAnswers() == Frame.encoded(command: "PONG", [7, 8]))
    #expect(throws: Violation.self) { try peer.take(Frame.encoded(command: "PING", [0])[...]) { _ in } }
  }

  /// Both ways of subscribing, that of version 3.0 and that of 3.1.
  @Test func `subscriptions by command and by message`() throws {
    var peer = Peer(.publisher)
    var events: [Peer.Event] = []
    let bytes =
      Greeting.own + ZMTP.ready("SUB") + Frame.encoded(command: "SUBSCRIBE", [65]) + Frame.encoded([[1, 66]])
      + Frame.encoded(command: "CANCEL", [65]) + Frame.encoded([[0, 66]]) + Frame.encoded([[9, 9]])
      + Frame.encoded([[1], [2]])
    try peer.take(bytes[...]) { events.append($0) }
    #expect(
      events == [.ready(identity: []), .subscribe([65]), .subscribe([66]), .cancel([65]), .cancel([66])])
  }

  @Test(
    arguments: [
      Array("GET / HTTP/1.1\r\n".utf8), [0xFE], Array(ZMTP.greeting(major: 2)), ZMTP.greeting(mechanism: "CURVE"),
      ZMTP.greeting(mechanism: "PLAIN"), [0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0x7E],
      Greeting.own + ZMTP.ready("PUB"), Greeting.own + ZMTP.ready("DEALER", identity: [0, 1]),
      Greeting.own + Frame.encoded([[1]]), Greeting.own + Frame.encoded(command: "PING", [0, 0]),
      Greeting.own + ZMTP.ready("DEALER") + ZMTP.ready("DEALER"),
      Greeting.own + Frame.encoded(command: "READY", [200, 1]),
      Greeting.own + Frame.encoded(command: "READY", [1, 65, 255, 255, 255, 255]),
      Greeting.own + Frame.encoded(command: "ERROR", [0]),
    ] as [[UInt8]]) func `who does not speak as we do is refused`(bytes: [UInt8])
  {
    var peer = Peer(.router)
    #expect(throws: Violation.self) { try peer.take(bytes[...]) { _ in } }
  }
}

/// Pieces of the protocol as the specification writes them.
enum ZMTP {
  static func greeting(major: UInt8 = 3, mechanism: String = "NULL") -> [UInt8] {
    let name = Array(mechanism.utf8) + [UInt8](repeating: 0, count: 20 - mechanism.utf8.count)
    return [0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0x7F, major, 1] + name + [UInt8](repeating: 0, count: 32)
  }

  static func ready(_ type: String, identity: [UInt8] = []) -> [UInt8] {
    func property(_ name: String, _ value: [UInt8]) -> [UInt8] {
      [UInt8(name.utf8.count)] + Array(name.utf8) + [0, 0, 0, UInt8(value.count)] + value
    }
    let body = [5] + Array("READY".utf8) + property("Socket-Type", Array(type.utf8)) + property("Identity", identity)
    return [4, UInt8(body.count)] + body
  }
}

/// Numbers that look random and depend on the seed alone (splitmix64).
struct Steps {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((word ^ word >> 31) % UInt64(bound))
  }

  mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(below(256)) } }
}
