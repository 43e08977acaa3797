import Platform
import TestSupport
import Testing

/// What pages are told as it happens, and the server's end.
@Suite struct NewsTests {
  private func listen(_ server: ServerProcess, _ cookie: String, after: String? = nil) throws -> Wire {
    let wire = try Wire(port: server.port)
    let last = after.map { "Last-Event-ID: \($0)\r\n" } ?? ""
    try wire.send(
      "GET \(server.base)/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nCookie: \(cookie)\r\n\(last)\r\n"
    )
    #expect(wire.read(until: "retry: 2000"))
    return wire
  }

  @Test func `every page hears what the teacher does, and what it missed`() throws {
    let server = try ServerProcess()
    let (anna, ben, teacher) = (try server.join("Anna"), try server.join("Ben"), try server.teach())
    let page = try anna.page()
    let wires = [try listen(server, anna.cookie), try listen(server, ben.cookie)]
    for wire in wires {
      #expect(wire.text.contains("text/event-stream") && wire.text.lowercased().contains("x-accel-buffering: no"))
    }
    try server.board("goto", [("lesson", "coins"), ("step", "2")], teacher)
    for wire in wires {
      #expect(wire.read(until: "event: goto\ndata: {\"lesson\": \"coins\", \"step\": \"\(page.steps[1])\"}\n\n"))
    }
    let identifier = String(wires[0].text.split(separator: "id: ").last?.prefix { $0.isNumber } ?? "")
    #expect(Int(identifier) != nil)
    try server.board("pause", [("on", "true")], teacher)
    try server.board("open", [("lesson", "coins"), ("step", "3")], teacher)
    let again = try listen(server, anna.cookie, after: identifier)
    #expect(again.read(until: "event: open\ndata: {\"lesson\": \"coins\", \"upTo\": 3}\n\n"))
    #expect(again.text.contains("event: pause\ndata: {\"on\": true}"))
    #expect(!again.text.contains("event: goto"))
    // One that was never told gets all there is to know.
    for unknown in ["1", "99999999999999999", "x"] {
      let other = try listen(server, anna.cookie, after: unknown)
      if unknown == "x" { continue }
      #expect(other.read(until: "event: state\ndata: {"), "\(unknown)")
      #expect(other.read(until: "\"goto\": {\"lesson\": \"coins\""))
    }
    // The same for a page behind a proxy that holds streams back.
    let polled = try server.get("\(server.base)/events?after=\(identifier)", cookie: anna.cookie)
    #expect(polled.header("content-type") == "application/json")
    #expect(polled.text.contains("\"event\": \"pause\"") && polled.text.contains("\"event\": \"open\""))
    #expect(try server.get("\(server.base)/events?after=5", cookie: anna.cookie)["state"] != .null)
  }

  @Test func `paused, opened up to a step, ended: what is sent is refused, what is read is not`() throws {
    let server = try ServerProcess()
    let (anna, teacher) = (try server.join("Anna"), try server.teach())
    let page = try anna.page()
    try server.board("pause", [("on", "true")], teacher)
    #expect(try anna.send(page.steps[0], "run", "1", on: page).text("error") == "paused")
    try server.board("pause", [("on", "false")], teacher)
    try server.board("open", [("lesson", "coins"), ("step", "1")], teacher)
    #expect(try anna.send(page.steps[0], "run", "1", on: page).status == 200)
    let refused = try anna.send(page.steps[1], "run", "1", on: page)
    #expect(refused.status == 403 && refused.text("error") == "not-open")
    try server.board("open", [("lesson", "coins"), ("step", "")], teacher)
    #expect(try anna.send(page.steps[1], "run", "1", on: page).status == 200)
    try server.board("end", [], teacher)
    #expect(try anna.send(page.steps[1], "run", "1", on: page, after: "1").text("error") == "ended")
    #expect(try server.post(server.base + "/join", [("name", "Ben"), ("code", server.code)]).status == 403)
    #expect(try anna.page().attribute("data-phase") == "ended")
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `asked to end, it tells the pages, keeps everything, and ends with status 0`(_ signal: Int32) throws {
    let server = try ServerProcess()
    let anna = try server.join("Anna")
    let wire = try listen(server, anna.cookie)
    let page = try anna.page()
    let sent = try anna.send(page.steps[0], "run", "41 + 1", on: page)
    #expect(sent.status == 200)
    #expect(server.end(signal) == 0)
    #expect(wire.read(until: "event: closed"))
    wire.readToEnd()
    try server.start()
    #expect(try anna.page().html.contains("41"))
  }

  @Test func `streams of pages that are gone are given up`() throws {
    let server = try ServerProcess()
    let (anna, teacher) = (try server.join("Anna"), try server.teach())
    for _ in 0..<50 { _ = try listen(server, anna.cookie) }
    for step in 1...5 { try server.board("goto", [("lesson", "coins"), ("step", String(step))], teacher) }
    let wire = try listen(server, anna.cookie)
    try server.board("goto", [("lesson", "coins"), ("step", "1")], teacher)
    #expect(wire.read(until: "event: goto"))
  }
}
