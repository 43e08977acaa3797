import Builtins
import Jupyter
import Vocabulary
import Workbench
import ZeroMQ

/// Makes what nobody would send to a kernel, and tries whether it bears that: bytes of a connection, whole messages among them.
///
/// Input and verdict depend on the seed and the number of the input alone.
public struct WireFuzzer: Sendable {
  private static let roles: [Peer.Role] = [.router, .router, .router, .publisher, .replier]

  private let seed: UInt64
  private let session = Session()

  public init(seed: UInt64) { self.seed = seed }

  /// What one input came to.
  public struct Outcome: Sendable {
    /// What should not be, in whole sentences.
    public var faults: [String] = []
    /// Whether the connection was refused.
    public var isRefused = false
    /// Messages of a front end that were understood.
    public var understood = 0
  }

  /// The bytes that a peer sends.
  public func input(_ number: UInt64) -> [UInt8] {
    var chance = Chance(seed: seed, number: number)
    return Wire.bytes(&chance)
  }

  /// Hands an input to a peer, whole and in pieces, and what it says to a conversation.
  public func trial(_ number: UInt64, of input: [UInt8]) -> Outcome {
    var chance = Chance(seed: seed ^ .max, number: number)
    let role = chance.one(of: Self.roles)
    let whole = Self.reading(input, as: role) { input.count }
    let pieces = Self.reading(input, as: role) { 1 + chance.below(chance.happens(0.5) ? 4 : 100) }
    var outcome = Outcome(isRefused: whole.isRefused)
    if whole != pieces { outcome.faults.append("What is read depends on where the bytes are cut.") }
    var conversation = Conversation(session, stop: Stop())
    for case .message(let message) in whole.events { answer(message, &conversation, &outcome) }
    return outcome
  }

  // MARK: The connection

  private struct Reading: Equatable {
    var events: [Peer.Event] = []
    var answers: [UInt8] = []
    var isRefused = false
  }

  private static func reading(_ input: [UInt8], as role: Peer.Role, _ size: () -> Int) -> Reading {
    var reading = Reading()
    var peer = Peer(role)
    var rest = input[...]
    while !rest.isEmpty, !reading.isRefused {
      let piece = rest.prefix(max(1, size()))
      rest = rest.dropFirst(piece.count)
      do throws(Violation) {
        try peer.take(piece) { reading.events.append($0) }
      } catch {
        reading.isRefused = true
      }
      reading.answers += peer.takeAnswers()
    }
    return reading
  }

  // MARK: The conversation

  private func answer(_ message: Message, _ conversation: inout Conversation, _ outcome: inout Outcome) {
    let signature = Signature(key: [])
    guard let envelope = try? Envelope(message, signature: signature, memory: SignatureMemory()) else { return }
    outcome.understood += 1
    let outlet = Outlet(Author(signature: signature), parent: envelope.header) { message in
      precondition(message.count == 7)
    }
    guard let answer = envelope.answer(in: &conversation, outlet) else { return }
    if JSONReader.item(in: Array(answer.text.utf8)[...], deepest: 64) == nil {
      outcome.faults.append("The answer to \(envelope.type) is no JSON: \(answer.text.prefix(200))")
    }
  }
}

/// Bytes that a peer might send: what the protocol wants, spoilt in some places.
private enum Wire {
  static func bytes(_ chance: inout Chance) -> [UInt8] {
    if chance.happens(0.05) { return noise(&chance, 200) }
    var bytes = greeting(&chance)
    if chance.happens(0.95) { bytes += ready(&chance) }
    for _ in 0..<chance.below(4) {
      switch chance.below(16) {
      case 0: bytes += command(&chance)
      case 1: bytes += Frame.encoded((0...chance.below(70)).map { _ in [] })
      case 2: bytes += noise(&chance, 40)
      default: bytes += Frame.encoded(request(&chance))
      }
    }
    return chance.happens(0.3) ? spoilt(bytes, &chance) : bytes
  }

  private static func noise(_ chance: inout Chance, _ most: Int) -> [UInt8] {
    (0..<chance.below(most)).map { _ in UInt8(chance.below(256)) }
  }

  private static func greeting(_ chance: inout Chance) -> [UInt8] {
    var bytes = Greeting.own
    if chance.happens(0.05) { bytes[chance.below(bytes.count)] = UInt8(chance.below(256)) }
    return bytes
  }

  private static func ready(_ chance: inout Chance) -> [UInt8] {
    let kind = chance.one(of: ["DEALER", "DEALER", "DEALER", "DEALER", "DEALER", "DEALER", "SUB", "REQ", "PUSH"])
    let identity = chance.happens(0.5) ? [] : noise(&chance, chance.happens(0.1) ? 300 : 20)
    return Frame.encoded(
      command: "READY", property("Socket-Type", Array(kind.utf8)) + property("Identity", identity))
  }

  private static func property(_ name: String, _ value: [UInt8]) -> [UInt8] {
    let size: [UInt8] = [0, 0, UInt8(value.count >> 8), UInt8(value.count & 255)]
    return [UInt8(name.utf8.count)] + Array(name.utf8) + size + value
  }

  private static func command(_ chance: inout Chance) -> [UInt8] {
    let name = chance.one(of: ["PING", "PONG", "SUBSCRIBE", "CANCEL", "ERROR", "READY", "WHAT"])
    return Frame.encoded(command: name, noise(&chance, 20))
  }

  private static func spoilt(_ bytes: [UInt8], _ chance: inout Chance) -> [UInt8] {
    var bytes = bytes
    for _ in 0...chance.below(4) where !bytes.isEmpty {
      let place = chance.below(bytes.count)
      switch chance.below(4) {
      case 0: bytes[place] = UInt8(chance.below(256))
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(UInt8(chance.below(256)), at: place)
      default: bytes.removeLast(chance.below(bytes.count))
      }
    }
    return bytes
  }

  // MARK: Messages of front ends

  private static let types = [
    "complete_request", "inspect_request", "is_complete_request", "execute_request", "history_request", "comm_open",
    "comm_info_request", "kernel_info_request", "comm_msg", "odd",
  ]
  private static let codes = [
    "0.1⁵ × sig", "normal(0, ", "f(x) = (x", "𝜎 + tanh(1)", "x\\^-7", "> 1 + 1\n2", "\"text", "plot ", "", "1\n2\n",
    "sample normal(0, 1) 5", "help clipping", "e\u{301}σ", "\u{0}", "# 🇩🇪🇩", "[1, 2][", "a.b.", "train ",
  ]

  private static func request(_ chance: inout Chance) -> Message {
    let type = chance.one(of: types)
    let header = JSON(object: [("msg_id", JSON(string: "m")), ("msg_type", JSON(string: type))])
    var parts = [header.text, "{}", "{}", content(&chance).text].map { Array($0.utf8) }
    if chance.happens(0.1) {
      let index = chance.below(parts.count)
      parts[index] = spoilt(parts[index], &chance)
    }
    var message = [Array("<IDS|MSG>".utf8), []] + parts
    if chance.happens(0.05) { message.remove(at: chance.below(message.count)) }
    if chance.happens(0.05) { message.insert(noise(&chance, 20), at: chance.below(message.count + 1)) }
    return message
  }

  private static func content(_ chance: inout Chance) -> JSON {
    // Cells are run only where that is known to be quick.
    var members = [("code", JSON(string: chance.one(of: codes)))]
    for name in [
      "cursor_pos", "detail_level", "n", "session", "start", "stop", "silent", "store_history", "unique", "output",
      "pattern", "hist_access_type", "comm_id", "user_expressions", "stop_on_error",
    ] where chance.happens(0.5) {
      members.append((name, item(&chance, depth: 0)))
    }
    return JSON(object: members)
  }

  private static func item(_ chance: inout Chance, depth: Int) -> JSON {
    switch chance.below(depth > 2 ? 6 : 8) {
    case 0: .null
    case 1: JSON(truth: chance.happens(0.5))
    case 2: JSON(number: chance.whole(-3...20))
    case 3: JSON(verbatim: chance.one(of: ["1e999", "-0", "0.5", "9223372036854775807", "9223372036854775808", "1e2"]))
    case 4: JSON(string: chance.one(of: codes))
    case 5: JSON(string: chance.one(of: ["tail", "range", "search", "*", "?", "*a*"]))
    case 6: JSON(array: [item(&chance, depth: depth + 1)])
    default: JSON(object: [("a", item(&chance, depth: depth + 1))])
    }
  }
}
