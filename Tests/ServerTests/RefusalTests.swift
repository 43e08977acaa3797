import Platform
import TestSupport
import Testing

/// What is refused, with a clear answer each.
@Suite struct RefusalTests {
  @Test func `who is nobody, who is somebody else, and what is nowhere`() throws {
    let server = try ServerProcess()
    let (anna, teacher) = (try server.join("Anna"), try server.teach())
    let page = try anna.page()
    let step = page.steps[0]
    for path in ["/lessons/coins", "/events", "/complete?lesson=coins&step=\(step)&line=a", "/help?word=a", "/jobs/x"] {
      #expect(try server.get(server.base + path).status == 401, "\(path)")
      #expect(try server.get(server.base + path, cookie: "g=AAAAAAAAAAAAAAAAAAAAAA").status == 401, "\(path)")
    }
    let fields = [("do", "run"), ("text", "1"), ("version", page.version)]
    #expect(try server.post("\(server.base)/lessons/coins/steps/\(step)", fields).status == 401)
    // A student does not learn that there is a board.
    for path in ["", "/state", "/columns/coins/\(step)", "/students/1", "/grades", "/grades?lesson=coins&format=csv"] {
      #expect(try server.get(server.base + "/board" + path, cookie: anna.cookie).status == 404, "\(path)")
      #expect(try server.get(server.base + "/board" + path).status == 404, "\(path)")
    }
    for word in ["goto", "open", "pause", "join", "code", "rename", "remove", "once", "end"] {
      #expect(try server.post("\(server.base)/board/\(word)", [("on", "true")], cookie: anna.cookie).status == 404)
    }
    #expect(try server.get("\(server.base)/board/students/99", cookie: teacher).status == 404)
    for path in [
      "/nothing", "/c/AAAAAA/", "/c/x/", server.base + "/nothing", server.base + "/teach/AAAAAAAAAAAAAAAAAAAAAA",
      server.base + "/resume/AAAAAAAAAAAAAAAAAAAAAA", "/assets/../gradus.css", "/assets/%2e%2e/x", "/c/%00/", "/c/%ff/",
    ] { #expect(try server.get(path, cookie: anna.cookie).status == 404, "\(path)") }
    #expect(try server.get(server.base + "/lessons/none", cookie: anna.cookie).status == 404)
    #expect(try anna.send("nothing", "run", "1", on: page).status == 404)
    #expect(try anna.send(step, "win", "1", on: page).status == 400)
    let foreign = Page(html: "data-version=\"abc\"", size: 0)
    #expect(try anna.send(step, "run", "1", on: foreign).status == 409)
  }

  @Test func `a visit changes nothing`() throws {
    let server = try ServerProcess()
    let (anna, teacher) = (try server.join("Anna"), try server.teach())
    let before = try server.get(server.base + "/board/state", cookie: teacher).text
    let step = try anna.page().steps[0]
    for path in [
      "/join?name=Eve&code=\(server.code)", "/lessons/coins/steps/\(step)?do=run&text=1",
      "/help-wanted?lesson=coins&on=true",
      "/board/pause?on=true", "/board/remove?student=1", "/board/end", "/board/code", "/jobs/x/stop",
    ] { #expect(try server.get(server.base + path, cookie: "\(anna.cookie); \(teacher)").status == 404, "\(path)") }
    #expect(try server.get(server.base + "/board/state", cookie: teacher).text == before)
  }

  @Test func `posts from another site, with another host, from nowhere`() throws {
    let server = try ServerProcess()
    let anna = try server.join("Anna")
    let page = try anna.page()
    let path = "\(server.base)/lessons/coins/steps/\(page.steps[0])"
    func status(_ headers: [(String, String)], host: String = "127.0.0.1") throws -> Int? {
      let body = "do=run&text=1&version=\(page.version)"
      let wire = try Wire(port: server.port)
      let lines = headers.map { "\($0): \($1)\r\n" }.joined()
      try wire.send(
        "POST \(path) HTTP/1.1\r\nHost: \(host)\r\nCookie: \(anna.cookie)\r\nContent-Type: application/x-www-form-urlencoded\r\n"
          + "Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\(lines)\r\n\(body)")
      wire.readToEnd()
      return wire.status
    }
    #expect(try status([]) == 303)
    #expect(try status([("Origin", "http://127.0.0.1")]) == 303)
    #expect(try status([("Origin", "http://evil.example")]) == 403)
    #expect(try status([("Origin", "null")]) == 403)
    #expect(try status([("Sec-Fetch-Site", "cross-site")]) == 403)
    #expect(try status([], host: "evil.example") == 421)
    #expect(try status([("X-Forwarded-Host", "127.0.0.1")], host: "evil.example") == 421)
    #expect(try status([("Origin", "http://evil.example")], host: "evil.example") == 421)
  }

  @Test(arguments: [
    ("application/json", "{", 400), ("application/json", "[1]", 400),
    ("application/json", #"{"do":"run","text":"\u0000"}"#, 400),
    ("application/json", "\u{FEFF}{}", 400), ("application/json", #"{"do":1}"#, 400), ("text/plain", "do=run", 415),
    ("multipart/form-data; boundary=x", "--x--", 415), ("application/x-www-form-urlencoded", "do=%ff", 400),
    ("application/x-www-form-urlencoded", "do=run&text=%00", 400), ("application/x-www-form-urlencoded", "do=%zz", 400),
    ("application/x-www-form-urlencoded", "", 400),
    ("application/x-www-form-urlencoded", "do=run&text=" + String(repeating: "x", count: 5_000), 413),
    ("application/x-www-form-urlencoded", String(repeating: "x", count: 20_000), 413),
    ("application/x-www-form-urlencoded", String(repeating: "a&", count: 200), 400),
    ("application/json", #"{"do":"run","text":"1","more":[1,{"a":null}],"after":"0"}"#, 200),
  ])
  func `bodies`(_ type: String, _ body: String, _ status: Int) throws {
    let server = try ServerProcess()
    let anna = try server.join("Anna")
    let path = "\(server.base)/lessons/coins/steps/\(try anna.page().steps[0])"
    let reply = try LoopbackClient.send(
      "POST", port: server.port, path,
      headers: [("Content-Type", type), ("Cookie", anna.cookie), ("Accept", "application/json")], body: Array(body.utf8)
    )
    #expect(reply.status == status, "\(reply.text)")
    if status != 200 { #expect(reply.text("message")?.isEmpty == false) }
  }

  @Test func `a gigabyte that is announced, headers without end, no HTTP at all: others do not notice`() throws {
    let server = try ServerProcess()
    let anna = try server.join("Anna")
    let page = try anna.page()
    let huge = try Wire(port: server.port)
    try huge.send(
      "POST \(server.base)/lessons/coins/steps/\(page.steps[0]) HTTP/1.1\r\nHost: localhost\r\nCookie: \(anna.cookie)\r\n"
        + "Content-Type: application/json\r\nContent-Length: 1000000000\r\n\r\n{")
    huge.readToEnd()
    #expect(huge.status == 413)
    let heads = try Wire(port: server.port)
    let header = "X: " + String(repeating: "x", count: 1_000) + "\r\n"
    _ = try? heads.send("GET / HTTP/1.1\r\nHost: localhost\r\n" + String(repeating: header, count: 1_000) + "\r\n")
    heads.readToEnd()
    #expect(heads.status != 200)
    let noise = try Wire(port: server.port)
    _ = try? noise.send(String(repeating: "\u{0}\u{1}\u{FF}", count: 1_000))
    noise.readToEnd()
    #expect(noise.status == nil || noise.status == 400)
    #expect(try anna.send(page.steps[0], "run", "1 + 1", on: page).status == 200)
  }

  @Test func `whoever sends nothing, or a byte now and then, is cut off`() throws {
    let server = try ServerProcess()
    let anna = try server.join("Anna")
    let page = try anna.page()
    let silent = try Wire(port: server.port)
    let slow = try Wire(port: server.port)
    try slow.send(
      "POST \(server.base)/lessons/coins/steps/\(page.steps[0]) HTTP/1.1\r\nHost: localhost\r\nCookie: \(anna.cookie)\r\n"
        + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n")
    // As fast as the other end is read: what counts is that the connection ends.
    for _ in 0..<400 {
      if (try? slow.send("x")) == nil { break }
      usleep(50_000)
    }
    slow.readToEnd()
    silent.readToEnd()
    #expect(slow.status == nil && silent.received.isEmpty)
    #expect(try anna.send(page.steps[0], "run", "1 + 1", on: page).status == 200)
  }

  @Test func `more connections than there is room for: the idle ones make room`() throws {
    let server = try ServerProcess()
    let anna = try server.join("Anna")
    var idle: [Wire] = []
    for _ in 0..<2_200 { if let wire = try? Wire(port: server.port) { idle.append(wire) } }
    #expect(idle.count > 500)
    for _ in 0..<20 { #expect(try server.get(server.base + "/", cookie: anna.cookie).status == 200) }
  }

  @Test func `too many requests of one student are slowed down, those of others are not`() throws {
    let server = try ServerProcess()
    let (anna, ben) = (try server.join("Anna"), try server.join("Ben"))
    let page = try anna.page()
    var statuses: [Int] = []
    for _ in 0..<400 where statuses.last != 429 {
      let reply = try server.get("\(server.base)/help?word=std", cookie: anna.cookie)
      statuses.append(reply.status)
      if reply.status == 429 { #expect(reply.header("retry-after") != nil) }
    }
    // A machine that is so busy that nothing comes at more than five a second has nothing to slow down.
    #expect(statuses.last == 429 || statuses.count == 400)
    #expect(try ben.send(page.steps[0], "run", "1 + 1", on: page).status == 200)
  }

  @Test func `every response carries its policies`() throws {
    let server = try ServerProcess()
    let anna = try server.join("Anna")
    for path in ["/", server.base + "/", server.base + "/lessons/coins", "/assets/gradus.js", "/healthz", "/nothing"] {
      let reply = try server.get(path, cookie: anna.cookie)
      #expect(
        reply.header("content-security-policy")
          == "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
          + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'", "\(path)")
      #expect(reply.header("x-content-type-options") == "nosniff")
      #expect(reply.header("referrer-policy") == "same-origin")
      #expect(reply.header("cross-origin-opener-policy") == "same-origin")
      #expect(reply.header("permissions-policy")?.contains("camera=()") == true)
      #expect(reply.header("cache-control") != nil)
      #expect(!reply.text.contains("<script>") && !reply.text.contains(" style=\"") && !reply.text.contains("<style"))
    }
    #expect(try server.get(server.base + "/", cookie: anna.cookie).header("cache-control") == "no-store")
  }
}
