import TestSupport
import Testing
import Vocabulary

/// Cells: what they show, in which order, and how they are counted.
@Suite struct ExecutionTests {
  @Test func `a cell is shown with its number and its result`() throws {
    let client = try KernelClient()
    let first = try client.run("0.1⁵ × 0.03")
    #expect(first.types == ["execute_input", "execute_result"])
    #expect(first.shown[0].text("code") == "0.1⁵ × 0.03" && first.shown[0]["execution_count"] == .number("1"))
    #expect(first.plain == ["3×10⁻⁷"])
    #expect(first.reply?.type == "execute_reply" && first.reply?.text("status") == "ok")
    #expect(first.reply?["execution_count"] == .number("1") && first.reply?["payload"] == .array([]))
    #expect(try client.run("a = 2; a + 1\n# a comment\nb = [1,\n 2]").plain == ["2", "3", "[1, 2]"])
    let silenced = try client.run("a;")
    #expect(silenced.types == ["execute_input"] && silenced.reply?["execution_count"] == .number("3"))
    #expect(try client.run("").reply?.text("status") == "ok")
  }

  @Test func `what is not to be seen is not, and does not count`() throws {
    let client = try KernelClient()
    let silent = try client.ask("execute_request", #"{"code": "a = 5", "silent": true, "store_history": true}"#)
    #expect(silent.types == [] && silent.reply?["execution_count"] == .number("0"))
    let unstored = try client.ask("execute_request", #"{"code": "a", "silent": false, "store_history": false}"#)
    #expect(unstored.plain == ["5"] && unstored.reply?["execution_count"] == .number("0"))
    #expect(try client.run("a").reply?["execution_count"] == .number("1"))
    let history = try client.ask("history_request", #"{"hist_access_type": "tail", "n": 10}"#)
    #expect(history.reply?["history"] == .array([.array([.number("1"), .number("1"), .text("a")])]))
  }

  @Test func `figures are drawn, tables are tables`() throws {
    let client = try KernelClient()
    let figure = try client.run("plot tanh")
    #expect(figure.types == ["execute_input", "display_data"])
    #expect(figure.shown[1].text("data", "image/svg+xml")?.hasPrefix("<svg ") == true)
    #expect(figure.plain[0].contains("┤"))
    let table = try client.run("describe(normal(0, 1))")
    #expect(table.types == ["execute_input", "execute_result"])
    let described = try client.run(
      "inspect(sequential(input(2), dense(3, tanh), dense(1), seed=1), circles(20, seed=1))")
    let html = described.shown.compactMap { $0.text("data", "text/html") }
    #expect(html.first?.contains("<table>") == true && html.first?.contains("<th") == true)
  }

  @Test func `an error has its lines, and what succeeded stays`() throws {
    let client = try KernelClient()
    let failed = try client.run("a = 1\nsqrt(a, 2, 3)\nb = 2")
    #expect(failed.types == ["execute_input", "execute_result", "error"])
    let error = try #require(failed.shown.last)
    #expect(error.text("ename") == "argument")
    guard case .array(let lines)? = error["traceback"] else { throw ZMTPClient.NotUnderstood() }
    #expect(lines.count == 3)
    if case .text(let source) = lines[1] { #expect(source == "  sqrt(a, 2, 3)") }
    #expect(failed.reply?.text("status") == "error" && failed.reply?.text("evalue") == error.text("evalue"))
    #expect(failed.reply?["execution_count"] == .number("1"))
    #expect(try client.run("a").plain == ["1"])
    #expect(try client.run("b").reply?.text("ename") == "name")
  }

  @Test func `a pasted transcript runs as at the prompt`() throws {
    let client = try KernelClient()
    let pasted = try client.run("> a = 3\n3\n> smaple a\nerror: there is no function 'smaple'\n> a + 1\n4")
    #expect(pasted.types == ["execute_input", "execute_result", "error", "execute_result"])
    #expect(pasted.plain == ["3", "4"] && pasted.reply?.text("status") == "error")
  }

  @Test func `words that leave ask the front end, and forgetting is said`() throws {
    let client = try KernelClient()
    let left = try client.run("exit")
    guard case .array(let payload)? = left.reply?["payload"] else { throw ZMTPClient.NotUnderstood() }
    #expect(payload.count == 1 && left.types == ["execute_input", "stream"])
    _ = try client.run("a = 1; b = 2")
    #expect(try client.run("clear").shown.last?.text("text") == "forgot a, b\n")
  }

  @Test func `cells that wait behind an error are not run`() throws {
    let client = try KernelClient()
    let messages = ["nothing_here", "a = 1", "a = 2"].map { code in
      client.message("execute_request", KernelClient.execution(code))
    }
    let question = client.message("is_complete_request", #"{"code": "1"}"#)
    for message in messages + [question] { try client.shell.send(message) }
    let replies = try (0..<4).map { _ in try client.answer(from: client.shell) }
    #expect(replies.map { $0.text("ename") } == ["name", "Aborted", "Aborted", nil])
    #expect(replies[3].text("status") == "complete")
    #expect(try client.heard(because: messages[1][2]).isEmpty)
    // What comes later is run; and who does not want that says so.
    #expect(try client.run("1").plain == ["1"])
    let kept = ["nothing_here", "7"].map { code in
      client.message("execute_request", KernelClient.execution(code, #", "stop_on_error": false"#))
    }
    for message in kept { try client.shell.send(message) }
    #expect(try client.answer(from: client.shell).text("status") == "error")
    #expect(try client.answer(from: client.shell).text("status") == "ok")
  }

  @Test func `expressions are evaluated beside the session`() throws {
    let client = try KernelClient()
    let done = try client.run(
      "a = 2", #", "user_expressions": {"x": "a + 1", "y": "nothing_here", "z": 5, "w": "a = 9"}"#)
    #expect(done.reply?.text("user_expressions", "x", "data", "text/plain") == "3")
    #expect(done.reply?.text("user_expressions", "y", "ename") == "name")
    #expect(done.reply?.text("user_expressions", "z", "status") == "error")
    #expect(try client.run("a").plain == ["2"])
  }

  @Test func `a stop ends the cell and no other`() throws {
    let client = try KernelClient()
    // Between cells it is not meant for anybody.
    #expect(try client.ask("interrupt_request", "{}", on: client.control).reply?.text("status") == "ok")
    #expect(try client.run("1 + 1").plain == ["2"])
    for code in ["[x² for x in 1..1e8];", "train sequential(input(2), dense(50), dense(1)) circles(1000) epochs=1e6"] {
      try client.shell.send(client.message("execute_request", KernelClient.execution("a = 1\n\(code)\nb = 2")))
      // From its first result on it is this cell that is meant.
      while try client.heard().type != "execute_result" {}
      _ = try client.ask("interrupt_request", "{}", on: client.control)
      let reply = try client.answer(from: client.shell)
      #expect(reply.text("status") == "error" && reply.text("ename") == "interrupted")
      #expect(try client.run("b").reply?.text("ename") == "name")
    }
  }
}
