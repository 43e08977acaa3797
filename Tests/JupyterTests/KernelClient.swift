import Builtins
import Jupyter
import Platform
import TestSupport
import Testing
import Vocabulary
import Workbench

/// A kernel on ports of its own, with a front end that speaks the protocol by hand.
final class KernelClient {
  static let key = "a key for tests"

  /// A message that came: what it is, what it answers, what it says.
  struct Message {
    let type: String
    let parent: JSONReader.Item
    let content: JSONReader.Item

    subscript(_ path: String...) -> JSONReader.Item? {
      path.reduce(content) { item, name in
        guard case .object(let members)? = item else { return nil }
        return members[name]
      }
    }

    func text(_ path: String...) -> String? {
      let item = path.reduce(content) { item, name -> JSONReader.Item? in
        guard case .object(let members)? = item else { return nil }
        return members[name]
      }
      if case .text(let text)? = item { return text }
      return nil
    }
  }

  /// What a request brought: the answer, and what all front ends have seen because of it, without busy and idle.
  struct Exchange {
    let reply: Message?
    let shown: [Message]

    var types: [String] { shown.map(\.type) }
    /// The plain text of all results.
    var plain: [String] { shown.compactMap { $0.text("data", "text/plain") } }
  }

  let kernel: Kernel
  let stop = Stop()
  let dropped = Monitor<[String]>([])
  let isOver = Monitor(false)
  let shell: ZMTPClient
  let control: ZMTPClient
  let broadcast: ZMTPClient
  private var count = 0

  static func file(key: String = key) -> String {
    """
    {"shell_port": 0, "control_port": 0, "stdin_port": 0, "hb_port": 0, "iopub_port": 0, "ip": "127.0.0.1", \
    "transport": "tcp", "signature_scheme": "hmac-sha256", "key": "\(key)", "kernel_name": "gradus"}
    """
  }

  init(key: String = key, kept: KeptInputs = .none) throws {
    let file = try ConnectionFile(Array(Self.file(key: key).utf8))
    kernel = try Kernel(file, stop: stop) { [dropped] text in
      dropped.change { $0.append(text) }
    } lastResort: {
    }
    LargeStack.detach { [kernel, isOver] in
      _ = LargeStack.run { kernel.run(Session(), kept: kept) }
      isOver.change { $0 = true }
    }
    shell = try ZMTPClient(to: kernel.address(of: .shell), as: "DEALER", identity: Array("front end".utf8))
    control = try ZMTPClient(to: kernel.address(of: .control), as: "DEALER", identity: Array("front end".utf8))
    broadcast = try ZMTPClient(to: kernel.address(of: .broadcast), as: "SUB")
    try broadcast.send(command: "SUBSCRIBE", [])
    // Whether the start is seen depends on who comes first; the welcome always is.
    var first = try heard()
    if first.type == "status" { first = try heard() }
    #expect(first.type == "iopub_welcome" && first.text("subscription") == "")
  }

  deinit {
    stop.press()
    try? control.send(message("shutdown_request", "{}"))
    _ = isOver.wait(atMost: 60_000) { $0 ? true : nil }
  }

  // MARK: Messages

  func message(_ type: String, _ content: String, key: String = key, header: String? = nil) -> [[UInt8]] {
    count += 1
    let parts = [
      header ?? #"{"msg_id": "m\#(count)", "session": "s", "msg_type": "\#(type)", "version": "5.5", "odd": [1.50]}"#,
      "{}", "{}", content,
    ].map { Array($0.utf8) }
    return [Array("<IDS|MSG>".utf8), Self.signature(of: parts, key: key)] + parts
  }

  static func signature(of parts: [[UInt8]], key: String) -> [UInt8] {
    if key.isEmpty { return [] }
    let code = SHA256.authenticationCode(of: parts.flatMap { $0 }, key: Array(key.utf8))
    return code.flatMap { byte in Array((byte < 16 ? "0" : "").utf8) + Array(String(byte, radix: 16).utf8) }
  }

  private static func read(_ frames: [[UInt8]]) throws -> Message {
    let border = try #require(frames.firstIndex(of: Array("<IDS|MSG>".utf8)))
    let parts = frames[(border + 2)...].map { JSONReader.item(in: $0[...], deepest: 100) ?? .null }
    guard parts.count == 4, case .object(let header) = parts[0], case .text(let type)? = header["msg_type"] else {
      throw ZMTPClient.NotUnderstood()
    }
    return Message(type: type, parent: parts[1], content: parts[3])
  }

  /// The next that all front ends see.
  func heard() throws -> Message { try Self.read(try #require(try broadcast.message())) }

  /// The next answer of a socket.
  func answer(from client: ZMTPClient) throws -> Message { try Self.read(try #require(try client.message())) }

  // MARK: Requests

  /// Asks, and waits for idle; there is an answer to whatever is a request.
  func ask(_ type: String, _ content: String, on client: ZMTPClient? = nil) throws -> Exchange {
    let client = client ?? shell
    let message = message(type, content)
    try client.send(message)
    let reply = type.hasSuffix("_request") && type != "odd_request" ? try answer(from: client) : nil
    return Exchange(reply: reply, shown: try heard(because: message[2]))
  }

  /// What is seen because of a request, between its busy and its idle.
  func heard(because header: [UInt8]) throws -> [Message] {
    let parent = JSONReader.item(in: header[...])
    var shown: [Message] = []
    var isBusy = false
    while true {
      let message = try heard()
      guard message.parent == parent else { continue }
      guard message.type == "status" else {
        #expect(isBusy, "\(message.type) comes before busy")
        shown.append(message)
        continue
      }
      if message.text("execution_state") == "idle" { return shown }
      #expect(message.text("execution_state") == "busy" && !isBusy && shown.isEmpty)
      isBusy = true
    }
  }

  static func execution(_ code: String, _ more: String = "") -> String {
    #"{"code": \#(JSON(string: code).text), "silent": false, "store_history": true\#(more)}"#
  }

  func run(_ code: String, _ more: String = "") throws -> Exchange {
    try ask("execute_request", Self.execution(code, more))
  }
}
