/// The other side of a connection, as the protocol sees it: bytes go in, what they mean and what must be answered comes out.
///
/// Pure like `FrameReader`: tests and the fuzzer hand it bytes, a connection hands it what a socket has read.
package struct Peer {
  /// What a socket is for.
  package enum Role: String, Sendable {
    case router = "ROUTER"
    case replier = "REP"
    case publisher = "XPUB"

    fileprivate var partners: Set<String> {
      switch self {
      case .router: ["DEALER", "REQ", "ROUTER"]
      case .replier: ["REQ", "DEALER"]
      case .publisher: ["SUB", "XSUB"]
      }
    }
  }

  package enum Event: Equatable, Sendable {
    /// Both sides know each other now; the identity is empty where the peer gives itself none.
    case ready(identity: [UInt8])
    case message(Message)
    case subscribe([UInt8])
    case cancel([UInt8])
  }

  private enum Stage {
    case greeting([UInt8])
    case handshake
    case traffic
  }

  private let role: Role
  private var stage = Stage.greeting([])
  private var reader = FrameReader()
  /// What is to be sent to it next.
  private var answers = Greeting.own
  /// Whether it may be sent messages.
  package private(set) var isReady = false

  package init(_ role: Role) { self.role = role }

  /// What must be sent to it; it counts as sent then.
  package mutating func takeAnswers() -> [UInt8] {
    defer { answers = [] }
    return answers
  }

  /// Takes in what has come from it. What comes before something that is forbidden is told; then it throws.
  package mutating func take(_ bytes: ArraySlice<UInt8>, _ tell: (Event) -> Void) throws(Violation) {
    if case .greeting(let begun) = stage {
      let all = begun + bytes
      guard try Greeting.read(all[...]) != nil else {
        stage = .greeting(all)
        return
      }
      stage = .handshake
      answers += Frame.encoded(command: "READY", properties)
      reader.add(all.dropFirst(Greeting.size))
    } else {
      reader.add(bytes)
    }
    while let item = try reader.next() { try take(item, tell) }
  }

  private mutating func take(_ item: FrameReader.Item, _ tell: (Event) -> Void) throws(Violation) {
    switch item {
    case .command("READY", let data):
      guard case .handshake = stage else { throw Violation("READY comes twice") }
      let identity = try Self.identity(in: data, for: role)
      stage = .traffic
      isReady = true
      tell(.ready(identity: identity))
    case .command("ERROR", _): throw Violation("the peer reports an error")
    case .command(let name, let data):
      guard isReady else { throw Violation("the command \(name) comes before READY") }
      try take(command: name, data, tell)
    case .message(let message):
      guard isReady else { throw Violation("a message comes before READY") }
      guard role == .publisher else { return tell(.message(message)) }
      // How peers of version 3.0 subscribe; anything else they may say to each other is not for us.
      guard message.count == 1, let first = message[0].first else { return }
      let topic = Array(message[0].dropFirst())
      if first == 1 { tell(.subscribe(topic)) }
      if first == 0 { tell(.cancel(topic)) }
    }
  }

  private mutating func take(
    command name: String, _ data: ArraySlice<UInt8>, _ tell: (Event) -> Void
  ) throws(Violation) {
    switch name {
    case "PING":
      guard (2...18).contains(data.count) else { throw Violation("a PING has a wrong length") }
      answers += Frame.encoded(command: "PONG", Array(data.dropFirst(2)))
    case "SUBSCRIBE" where role == .publisher: tell(.subscribe(Array(data)))
    case "CANCEL" where role == .publisher: tell(.cancel(Array(data)))
    default: break
    }
  }

  // MARK: READY

  private var properties: [UInt8] {
    Self.property("Socket-Type", role.rawValue) + (role == .router ? Self.property("Identity", "") : [])
  }

  private static func property(_ name: String, _ value: String) -> [UInt8] {
    [UInt8(name.utf8.count)] + Array(name.utf8)
      + withUnsafeBytes(of: UInt32(value.utf8.count).bigEndian) { Array($0) } + Array(value.utf8)
  }

  /// Of the properties of a peer that fits the role.
  private static func identity(in data: ArraySlice<UInt8>, for role: Role) throws(Violation) -> [UInt8] {
    var identity: [UInt8] = []
    var kind: String?
    var rest = data
    while let length = rest.popFirst().map(Int.init) {
      let name = rest.prefix(length)
      rest = rest.dropFirst(length)
      let size = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      guard length > 0, name.count == length, rest.count >= 4, rest.count - 4 >= size else {
        throw Violation("READY breaks off")
      }
      let value = rest.dropFirst(4).prefix(size)
      rest = rest.dropFirst(4 + size)
      switch String(decoding: name, as: UTF8.self).lowercased() {
      case "socket-type": kind = String(decoding: value, as: UTF8.self)
      case "identity": identity = Array(value)
      default: break
      }
    }
    guard let kind, role.partners.contains(kind) else {
      throw Violation("a socket of type \(role.rawValue) does not talk to \(kind ?? "one without a type")")
    }
    guard identity.count <= 255, identity.first != 0 else { throw Violation("an identity is not allowed") }
    return identity
  }
}
