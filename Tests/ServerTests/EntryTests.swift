import Platform
import TestSupport
import Testing

/// How people come into a class.
@Suite struct EntryTests {
  @Test func `from the code to the lessons, and back by the private link`() throws {
    let server = try ServerProcess()
    #expect(try server.get("/").text.contains("name=\"code\""))
    let led = try server.get("/?code=" + server.code.lowercased())
    #expect(led.status == 303)
    #expect(led.header("location") == "\(server.base)/?code=\(server.code)")
    #expect(try server.get("\(server.base)/?code=\(server.code)").text.contains("Coins &amp; Co"))

    let joined = try server.post(server.base + "/join", [("name", " Anna\t L "), ("code", server.code)])
    #expect(joined.status == 303)
    let set = try #require(joined.header("set-cookie"))
    #expect(set.hasPrefix("g=") && set.contains("; Path=\(server.base)/;"))
    #expect(set.contains("; HttpOnly") && set.contains("; SameSite=Lax") && !set.contains("Secure"))
    let cookie = try ServerProcess.cookie(of: joined)
    let lessons = try server.get(joined.header("location") ?? "", cookie: cookie).text
    #expect(lessons.contains("Anna L") && lessons.contains("A coin that is not fair"))

    // The private link asks first, and changes nothing by itself.
    let token = String(cookie.dropFirst(2))
    #expect(lessons.contains("\(server.base)/resume/\(token)"))
    let asked = try server.get("\(server.base)/resume/\(token)")
    #expect(asked.status == 200 && asked.text.contains("Go on as Anna L") && asked.header("set-cookie") == nil)
    let back = try server.post(server.base + "/resume", [("token", token)])
    #expect(back.status == 303)
    #expect(try ServerProcess.cookie(of: back) == cookie)
  }

  @Test func `two of one name: the second gets a proposal, never the first one's place`() throws {
    let server = try ServerProcess()
    _ = try server.join("Anna")
    let second = try server.post(server.base + "/join", [("name", "ANNA"), ("code", server.code)])
    #expect(second.status == 409)
    #expect(second.header("set-cookie") == nil)
    #expect(second.text.contains("value=\"ANNA 2\""))
    let script = try server.post(server.base + "/join", [("name", "anna"), ("code", server.code)], asJSON: true)
    #expect(script.status == 409)
    #expect(script.text("proposal") == "anna 2")
    _ = try server.join("anna 2")
  }

  @Test(arguments: [
    ("", 400), ("  \u{202E} ", 400), (String(repeating: "x", count: 1_000), 400),
    (String(repeating: "x", count: 100_000), 413), ("<script>alert(1)</script>", 303), ("\u{202E}evil", 303),
    ("👩‍👩‍👧‍👦", 303), ("=cmd()|' /C calc'!A0", 303),
  ])
  func `names of every kind`(_ name: String, _ status: Int) throws {
    let server = try ServerProcess()
    let joined = try server.post(server.base + "/join", [("name", name), ("code", server.code)])
    #expect(joined.status == status)
    guard status == 303 else { return }
    let teacher = try server.teach()
    for page in [
      try server.get(server.base + "/", cookie: try ServerProcess.cookie(of: joined)),
      try server.get(server.base + "/board", cookie: teacher),
    ] {
      #expect(page.status == 200)
      #expect(!page.text.contains("<script>alert") && !page.text.contains("\u{202E}"))
    }
  }

  @Test func `a wrong code, a closed class, another code`() throws {
    let server = try ServerProcess()
    let teacher = try server.teach()
    #expect(try server.get("/?code=AAAAAA").status == 404)
    #expect(try server.post(server.base + "/join", [("name", "Anna"), ("code", "AAA-AAA")]).status == 403)
    #expect(try server.post(server.base + "/join", [("name", "Anna"), ("code", "")]).status == 403)
    try server.board("join", [("on", "false")], teacher)
    let closed = try server.post(server.base + "/join", [("name", "Anna"), ("code", server.code)])
    #expect(closed.status == 403 && closed.text.contains("Nobody can join"))
    try server.board("join", [("on", "true")], teacher)
    try server.board("code", [], teacher)
    #expect(try server.post(server.base + "/join", [("name", "Anna"), ("code", server.code)]).status == 403)
    #expect(try server.get("/?code=" + server.code).status == 404)
    // The address stays what it was.
    #expect(try server.get(server.base + "/").status == 200)
  }

  @Test func `a one-time code lets somebody in once`() throws {
    let server = try ServerProcess()
    let (anna, teacher) = (try server.join("Anna"), try server.teach())
    let id = try #require(try server.get(server.base + "/board/state", cookie: teacher).firstID)
    try server.board("once", [("student", String(id))], teacher)
    let shown = try server.get("\(server.base)/board/students/\(id)", cookie: teacher).text
    let code = String(try #require(shown.split(separator: "<strong class=\"join-code\">").dropFirst().first).prefix(6))
    #expect(code.count == 6 && code.allSatisfy(\.isNumber))
    #expect(try server.post(server.base + "/resume", [("once", code == "000000" ? "000001" : "000000")]).status == 403)
    let back = try server.post(server.base + "/resume", [("once", code)])
    #expect(back.status == 303)
    let other = try ServerProcess.cookie(of: back)
    #expect(other != anna.cookie)
    for cookie in [other, anna.cookie] {
      #expect(try server.get(server.base + "/", cookie: cookie).text.contains("Anna"))
    }
    #expect(try server.post(server.base + "/resume", [("once", code)]).status == 403)
  }

  @Test func `three wrong tries end a one-time code`() throws {
    let server = try ServerProcess()
    _ = try server.join("Anna")
    let teacher = try server.teach()
    let id = try #require(try server.get(server.base + "/board/state", cookie: teacher).firstID)
    try server.board("once", [("student", String(id))], teacher)
    for _ in 0..<3 { #expect(try server.post(server.base + "/resume", [("once", "x")]).status == 403) }
    #expect(try !server.get("\(server.base)/board/students/\(id)", cookie: teacher).text.contains("class=\"code\""))
  }
}

extension LoopbackClient.Reply {
  /// The id of the first row of a board.
  var firstID: Int? {
    guard case .array(let rows)? = self["rows"], case .object(let row)? = rows.first, case .number(let id)? = row["id"]
    else { return nil }
    return Int(id)
  }
}
