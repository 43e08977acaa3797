import Lessons
import Platform
import TestSupport
import Testing

/// What teachers see and do.
@Suite struct BoardTests {
  @Test func `the board shows an answer, its attempts, what the class thinks, and only what changed`() throws {
    let server = try ServerProcess()
    let (anna, ben, teacher) = (try server.join("Anna"), try server.join("Ben"), try server.teach())
    let page = try anna.page()
    let step = try page.step("exercise-sd-")
    _ = try anna.send(step, "answer", "2  * v", on: page)
    let state = try server.get(server.base + "/board/state?lesson=coins", cookie: teacher)
    #expect(state.text.contains("[\"tried\", 1]") && state.text.contains("\"name\": \"Ben\""))
    let sequence = try #require(state.number("seq"))
    _ = try ben.send(step, "answer", "√v", on: page)
    let changed = try server.get("\(server.base)/board/state?lesson=coins&after=\(sequence)", cookie: teacher)
    #expect(changed.text.contains("\"name\": \"Ben\"") && !changed.text.contains("\"name\": \"Anna\""))
    #expect(changed.text.contains("\"right\": 1"))
    let counts = try server.get(
      "\(server.base)/board/columns/coins/\(step)", cookie: teacher, headers: [("Accept", "application/json")])
    #expect(counts.text.contains("[\"2 * v\", 1]"))
    let board = try server.get(server.base + "/board", cookie: teacher).text
    #expect(board.contains("tried") && board.contains("right") && board.contains(server.code))
    let beamer = try server.get(server.base + "/board?projector=on", cookie: teacher).text
    #expect(!beamer.contains("Anna") && !beamer.contains("Ben"))
  }

  @Test func `renamed, removed, and never somebody else's name`() throws {
    let server = try ServerProcess()
    let (anna, teacher) = (try server.join("Anna"), try server.teach())
    _ = try server.join("Ben")
    let id = try #require(try server.get(server.base + "/board/state", cookie: teacher).firstID)
    let taken = try server.post(
      server.base + "/board/rename", [("student", String(id)), ("name", "BEN")], cookie: teacher)
    #expect(taken.status == 409)
    try server.board("rename", [("student", String(id)), ("name", "Ada")], teacher)
    #expect(try server.get(server.base + "/", cookie: anna.cookie).text.contains("Ada"))
    try server.board("remove", [("student", String(id)), ("back", "https://evil.example/")], teacher)
    #expect(try server.get(server.base + "/lessons/coins", cookie: anna.cookie).status == 401)
    _ = try server.join("Ada")
    #expect(try server.post(server.base + "/board/remove", [("student", String(id))], cookie: teacher).status == 404)
    #expect(
      try server.post(server.base + "/board/goto", [("lesson", "coins"), ("step", "99")], cookie: teacher).status == 400
    )
  }

  @Test func `a form of the board leads back to the board and nowhere else`() throws {
    let server = try ServerProcess()
    let teacher = try server.teach()
    let board = server.base + "/board"
    for (back, way) in [
      (board + "?lesson=coins&order=stuck", board + "?lesson=coins&order=stuck"), ("https://evil.example/", board),
      ("//evil.example", board), (board + "/../../x", board), (board + "\r\nSet-Cookie: x=1", board), ("", board),
    ] {
      let reply = try server.post(board + "/code", [("back", back)], cookie: teacher)
      #expect(reply.status == 303 && reply.header("location") == way, "\(back)")
    }
  }

  @Test func `grades in every format are those that 'gradus grade' gives for the same answers`() throws {
    let server = try ServerProcess()
    let (ada, teacher) = (try server.join("Ada"), try server.teach())
    let page = try ada.page()
    let answers = [
      ("exercise-sd-", "answer", "√v"), ("exercise-square-", "answer", "x²"), ("exercise-list-", "answer", "1..10"),
      ("quiz-error-", "choose", "b"), ("quiz-moments-", "choose", "a,b"),
    ]
    for (start, action, text) in answers {
      #expect(try ada.send(page.step(start), action, text, on: page).text("state") == "right", "\(start)")
    }
    for format in GradeFormat.ofClasses {
      let reply = try server.get("\(server.base)/board/grades?lesson=coins&format=\(format.name)", cookie: teacher)
      #expect(reply.status == 200 && reply.header("content-disposition")?.contains("attachment") == true)
      #expect(reply.text.contains("Ada"))
    }
    // Formats for one copy take a class of one; those that need to know more say so.
    for (format, status) in [("gradescope", 200), ("prairielearn", 200), ("classroom50", 400)] {
      #expect(
        try server.get("\(server.base)/board/grades?lesson=coins&format=\(format)", cookie: teacher).status == status)
    }
    let recorded = try References.file(Project.path("Tests/Classroom/grades.csv")).split(separator: "\r\n")
    let table = try server.get("\(server.base)/board/grades?lesson=coins&format=csv", cookie: teacher).text
    let rows = table.replacing("\u{FEFF}", with: "").split(separator: "\r\n")
    #expect(rows.first == recorded.first)
    // The points and verdicts of the copy with the same answers.
    func columns(_ row: Substring, _ places: [Int]) -> [Substring] {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      return places.compactMap { cells.indices.contains($0) ? cells[$0] : nil }
    }
    let places = [0, 2, 3, 4, 5, 6, 9, 10, 13, 14, 17, 18, 21, 22]
    #expect(rows.count == 2 && columns(rows[1], places) == columns(recorded[1], places), "\(rows)")
    #expect(try server.get("\(server.base)/board/grades?lesson=coins&format=xml", cookie: teacher).status == 400)
  }

  @Test func `markup in answers is text wherever it goes`() throws {
    let server = try ServerProcess()
    let (anna, teacher) = (try server.join("<img src=x onerror=alert(1)>"), try server.teach())
    let page = try anna.page()
    let step = try page.step("exercise-sd-")
    let evil = "\"</code></td><script>alert(2)</script>\""
    _ = try anna.send(step, "answer", evil, on: page)
    _ = try anna.send(page.steps[0], "run", evil, on: page)
    let id = try #require(try server.get(server.base + "/board/state", cookie: teacher).firstID)
    for path in ["/board", "/board/columns/coins/\(step)", "/board/students/\(id)", "/board/grades"] {
      let text = try server.get(server.base + path, cookie: teacher).text
      #expect(!text.contains("<img src=x") && !text.contains("<script>alert"), "\(path)")
    }
    let own = try anna.page().html
    #expect(!own.contains("<img src=x") && !own.contains("<script>alert"))
  }
}
