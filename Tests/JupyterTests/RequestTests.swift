import Jupyter
import Synchronization
import TestSupport
import Testing
import Vocabulary
import Workbench

/// What is asked besides running cells.
@Suite struct RequestTests {
  @Test func `the kernel says what it is, on both sockets`() throws {
    let client = try KernelClient()
    for socket in [client.shell, client.control] {
      let info = try client.ask("kernel_info_request", "{}", on: socket)
      #expect(info.types == [] && info.reply?.type == "kernel_info_reply")
      #expect(info.reply?.text("protocol_version") == "5.5" && info.reply?.text("implementation") == "gradus")
      #expect(info.reply?.text("language_info", "name") == "gradus")
      #expect(info.reply?.text("language_info", "file_extension") == ".gradus")
      #expect(info.reply?.text("language_info", "version") == Version.current)
    }
  }

  /// Places are counted in Unicode scalars: 𝜎 is one, though four bytes and two units of UTF-16.
  @Test(
    arguments: [
      ("0.1⁵ × sigm", 11, ["sigmoid"], 7, 11), ("# 𝜎\nx\\^-7", 9, ["⁻⁷"], 5, 9), ("\\sigma", 6, ["σ"], 0, 6),
      ("xyzxyz", 6, [], 0, 6), ("xyzxyz", 600, [], 0, 6), ("1 + 𝜎", -1, [], 0, 0),
    ] as [(String, Int, [String], Int, Int)]) func `what completes a word`(
      code: String, place: Int, matches: [String], start: Int, end: Int
    ) throws
  {
    let client = try KernelClient()
    let content = #"{"code": \#(JSON(string: code).text), "cursor_pos": \#(place)}"#
    let reply = try #require(try client.ask("complete_request", content).reply)
    if place >= 0 { #expect(reply["matches"] == .array(matches.map { .text($0) })) }
    #expect(reply["cursor_start"] == .number("\(start)") && reply["cursor_end"] == .number("\(end)"))
    #expect(reply.text("status") == "ok")
    guard case .array(let types)? = reply["metadata", "_jupyter_types_experimental"] else {
      throw ZMTPClient.NotUnderstood()
    }
    if matches == ["sigmoid"], case .object(let first)? = types.first {
      #expect(first["type"] == .text("function"))
      guard case .text(let arguments)? = first["signature"] else { throw ZMTPClient.NotUnderstood() }
      #expect(arguments.hasPrefix("(") && arguments.hasSuffix(")") && first["documentation"] != .text(""))
    }
  }

  @Test(
    arguments: [
      ("sample normal(0, 1) 5", 3, "sample("), ("normal(0, 1)", 8, "normal("), ("normal(0, 1)", 12, "normal("),
      ("2 × 3", 2, "×"), ("width = 5", 2, nil), ("", 0, nil), ("5", 1, nil), ("𝜎 + tanh(1)", 6, "tanh("),
    ] as [(String, Int, String?)]) func `what stands at a place`(code: String, place: Int, says: String?) throws
  {
    let client = try KernelClient()
    let content = #"{"code": \#(JSON(string: code).text), "cursor_pos": \#(place), "detail_level": 0}"#
    let reply = try #require(try client.ask("inspect_request", content).reply)
    #expect(reply["found"] == .truth(says != nil))
    if let says {
      #expect(reply.text("data", "text/plain")?.contains(says) == true)
      if says.hasSuffix("(") { #expect(reply.text("data", "text/html")?.contains("<code>\(says)") == true) }
    } else {
      #expect(reply["data"] == .object([:]))
    }
  }

  @Test func `names of one's own are explained`() throws {
    let client = try KernelClient()
    _ = try client.run("width = 5")
    let reply = try client.ask("inspect_request", #"{"code": "2 width", "cursor_pos": 4}"#).reply
    #expect(reply?.text("data", "text/plain") == "width, a number\n5")
  }

  @Test(arguments: [
    ("1 + 1", "complete"), ("", "complete"), ("f(x) = (x +", "incomplete"), ("[1,\n2", "incomplete"),
    ("1 +", "incomplete"), ("\"text", "incomplete"), ("1 + )", "invalid"), ("> 1 + 1\n2", "complete"),
    ("if 1 < 2 then 3", "incomplete"), ("a = 1\nb = [", "incomplete"), ("(1\n]\n", "invalid"),
  ]) func `whether a text can be run`(code: String, status: String) throws {
    let client = try KernelClient()
    let reply = try client.ask("is_complete_request", #"{"code": \#(JSON(string: code).text)}"#).reply
    #expect(reply?.text("status") == status)
    #expect((reply?.text("indent") != nil) == (status == "incomplete"))
  }

  @Test func `what was run is found again`() throws {
    let client = try KernelClient()
    for code in ["1 + 1", "2 + 2", "1 + 1", "plot tanh;"] { _ = try client.run(code) }
    func ask(_ content: String) throws -> JSONReader.Item? {
      try client.ask("history_request", "{\(content)}").reply?["history"]
    }
    func entries(_ rows: (Int, String)...) -> JSONReader.Item {
      .array(rows.map { .array([.number("1"), .number("\($0.0)"), .text($0.1)]) })
    }
    #expect(try ask(#""hist_access_type": "tail", "n": 2"#) == entries((3, "1 + 1"), (4, "plot tanh;")))
    #expect(
      try ask(#""hist_access_type": "range", "session": 1, "start": 2, "stop": 4"#)
        == entries((2, "2 + 2"), (3, "1 + 1")))
    #expect(try ask(#""hist_access_type": "range", "session": -1, "start": 1"#) == .array([]))
    #expect(
      try ask(#""hist_access_type": "search", "pattern": "? + *""#)
        == entries((1, "1 + 1"), (2, "2 + 2"), (3, "1 + 1")))
    #expect(
      try ask(#""hist_access_type": "search", "pattern": "*+*", "unique": true"#)
        == entries((2, "2 + 2"), (3, "1 + 1")))
    #expect(try ask(#""hist_access_type": "search", "pattern": "*", "n": 1"#) == entries((4, "plot tanh;")))
    #expect(
      try ask(#""hist_access_type": "tail", "n": 1, "output": true"#)
        == .array([.array([.number("1"), .number("4"), .array([.text("plot tanh;"), .null])])]))
    #expect(try client.ask("history_request", #"{"hist_access_type": "all"}"#).reply?.text("status") == "error")
  }

  @Test func `what was run in former sessions is found, and what is run is kept`() throws {
    let kept = Mutex<[String]>([])
    let client = try KernelClient(
      kept: KeptInputs(former: ["a = 1", "plot tanh"]) { input in kept.withLock { $0.append(input) } })
    _ = try client.run("a = 2\na")
    _ = try client.run(" ")
    _ = try client.ask("execute_request", #"{"code": "a = 3", "silent": true}"#)
    #expect(kept.withLock { $0 } == ["a = 2\na"])
    func rows(_ content: String) throws -> [String] {
      guard case .array(let rows)? = try client.ask("history_request", "{\(content)}").reply?["history"] else {
        return []
      }
      return rows.map { row in
        guard case .array(let cells) = row, case .number(let session) = cells[0], case .number(let line) = cells[1],
          case .text(let input) = cells[2]
        else { return "" }
        return "\(session).\(line) \(input)"
      }
    }
    #expect(try rows(#""hist_access_type": "tail", "n": 3"#) == ["1.2 plot tanh", "2.1 a = 2\na", "2.2  "])
    #expect(try rows(#""hist_access_type": "search", "pattern": "a = ?*""#) == ["1.1 a = 1", "2.1 a = 2\na"])
    #expect(try rows(#""hist_access_type": "range", "session": 0"#) == ["2.1 a = 2\na", "2.2  "])
    for session in ["-1", "1"] {
      #expect(try rows(#""hist_access_type": "range", "session": \#(session)"#) == ["1.1 a = 1", "1.2 plot tanh"])
    }
    #expect(try rows(#""hist_access_type": "range", "session": \#(Int.min)"#) == [])
  }

  @Test(arguments: [
    ("", "", true), ("", "*", true), ("abc", "a?c", true), ("abc", "a*", true), ("abc", "*c", true),
    ("abc", "b", false),
    ("abc", "****", true), ("ab", "a?c", false), ("a*c", "a*c", true), ("σ²", "?²", true),
  ]) func `a pattern`(text: String, pattern: String, fits: Bool) {
    #expect(History.matches(Array(text.unicodeScalars), Array(pattern.unicodeScalars)) == fits)
  }

  /// A pattern that would take for ever if every way were tried.
  @Test func `a hostile pattern`() {
    let text = Array(String(repeating: "a", count: 5_000).unicodeScalars)
    let pattern = Array((String(repeating: "*a", count: 500) + "b").unicodeScalars)
    #expect(!History.matches(text, pattern))
  }

  @Test func `widgets are turned away, and what is unknown is framed all the same`() throws {
    let client = try KernelClient()
    #expect(try client.ask("comm_info_request", "{}").reply?["comms"] == .object([:]))
    let opened = try client.ask("comm_open", #"{"comm_id": "c1", "target_name": "t", "data": {}}"#)
    #expect(opened.types == ["comm_close"] && opened.shown[0].text("comm_id") == "c1")
    for type in ["comm_msg", "comm_close", "odd_request", "debug", ""] {
      #expect(try client.ask(type, "{}").types == [])
    }
    #expect(try client.ask("odd_request", "{}", on: client.control).types == [])
  }

  @Test func `heartbeats come back while a cell runs`() throws {
    let client = try KernelClient()
    let heart = try ZMTPClient(to: client.kernel.address(of: .heartbeat), as: "REQ")
    try client.shell.send(client.message("execute_request", KernelClient.execution("1\n[x² for x in 1..1e8];")))
    while try client.heard().type != "execute_result" {}
    try heart.send([[], [1, 2, 3]])
    #expect(try heart.message() == [[], [1, 2, 3]])
    #expect(try client.ask("kernel_info_request", "{}", on: client.control).reply?.text("status") == "ok")
    client.stop.press()
    #expect(try client.answer(from: client.shell).text("ename") == "interrupted")
  }

  @Test(arguments: ["shell", "control"]) func `a shutdown is answered, then the kernel ends`(name: String) throws {
    let client = try KernelClient()
    let socket = name == "shell" ? client.shell : client.control
    let end = try client.ask("shutdown_request", #"{"restart": true}"#, on: socket)
    #expect(end.reply?["restart"] == .truth(true))
    #expect(client.isOver.wait(atMost: 60_000) { $0 ? true : nil } == true)
    #expect(try socket.message() == nil)
  }
}
