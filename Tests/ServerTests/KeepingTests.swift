import GRDB
import Platform
import TestSupport
import Testing

/// What is kept, and what happens when it cannot be.
@Suite struct KeepingTests {
  @Test func `killed and started again: everything that was acknowledged is there`() throws {
    let server = try ServerProcess()
    let teacher = try server.teach()
    let code = server.code
    let old = server.teacher
    var students: [(Student, Int)] = []
    for number in 0..<5 { students.append((try server.join("Student \(number)"), 0)) }
    let page = try students[0].0.page()
    let step = try page.step("exercise-sd-")
    // At each of some moments: right after the last answer was acknowledged.
    for round in 0..<4 {
      for index in students.indices {
        let reply = try students[index].0.send(
          step, "answer", "\(round) × v", on: page, after: String(students[index].1), nonce: "\(round)")
        #expect(reply.text("state") == "wrong", "\(reply.text)")
        students[index].1 = reply.number("after") ?? -1
      }
      server.kill()
      try server.start()
      #expect(server.code == code)
      for (student, after) in students {
        // The same request again is answered as before, and counts no second time.
        let again = try student.send(step, "answer", "\(round) × v", on: page, after: "0", nonce: "\(round)")
        #expect(again.text("state") == "wrong" && again.number("after") == after && after == round + 1)
      }
    }
    let shown = try students[0].0.page().html.replacing(/<[^>]*>/, with: "")
    for round in 0..<4 { #expect(shown.contains("\(round) × v"), "\(round)") }
    #expect(try server.get(server.base + "/board", cookie: teacher).status == 200)
    #expect(try server.get("\(server.base)/teach/\(old)").status == 200)
  }

  @Test func `what the teacher set stays`() throws {
    let server = try ServerProcess()
    let (anna, teacher) = (try server.join("Anna"), try server.teach())
    try server.board("open", [("lesson", "coins"), ("step", "2")], teacher)
    try server.board("join", [("on", "false")], teacher)
    try server.board("pause", [("on", "true")], teacher)
    server.kill()
    try server.start()
    let state = try server.get(server.base + "/board/state", cookie: teacher)
    #expect(state.text("phase") == "paused" && state["joining"] == .truth(false) && state.number("upTo") == 2)
    let page = try anna.page()
    #expect(page.attribute("data-phase") == "paused" && page.html.contains("id=\"closed\""))
  }

  @Test func `the file holds no secret, and what is deleted is gone`() throws {
    let server = try ServerProcess()
    let anna = try server.join("Anna Unmistakable")
    let page = try anna.page()
    _ = try anna.send(page.steps[0], "run", "1234567 + 1", on: page)
    #expect(server.end() == 0)
    let file = server.folder.path + "/data/classes.sqlite"
    func text() throws -> String { String(decoding: try OpenFile(reading: file).rest(), as: UTF8.self) }
    #expect(try text().contains("Anna Unmistakable"))
    for secret in [String(anna.cookie.dropFirst(2)), server.teacher] { #expect(try !text().contains(secret)) }
    #expect(try FileStatus(of: file).rights == 0o600 && FileStatus(of: server.folder.path + "/data").rights == 0o700)
    #expect(
      try Command.run(["class", "list"], in: server.folder).output.contains(
        "Coins & Co: code \(server.code), 1 student"))
    #expect(try Command.run(["class", "delete", "Coin"], in: server.folder).status == 2)
    #expect(try Command.run(["class", "delete", "Coins & Co", "--yes"], in: server.folder).status == 0)
    #expect(try !text().contains("Anna Unmistakable") && !text().contains("1234567"))
    #expect(try Command.run(["class", "list"], in: server.folder).output.isEmpty)
  }

  @Test func `a class goes elsewhere as a file, and links still lead to it`() throws {
    let server = try ServerProcess()
    let anna = try server.join("Anna")
    let page = try anna.page()
    let step = try page.step("exercise-sd-")
    _ = try anna.send(step, "answer", "v", on: page)
    let file = server.folder.path + "/class.json"
    #expect(try Command.run(["class", "export", "Coins & Co", "--output", file], in: server.folder).status == 0)
    #expect(server.end() == 0)
    let taken = try Command.run(["class", "import", file], in: server.folder)
    #expect(taken.status == 2 && taken.errors.contains("--name"))
    let other = try TemporaryFolder()
    #expect(try Command.run(["class", "import", file], in: other).status == 0)
    let second = try ServerProcess([], in: other)
    #expect(second.code == server.code)
    let moved = Student(server: second, cookie: anna.cookie)
    #expect(try moved.page().html.contains("That is the variance"))
    #expect(try Command.run(["class", "import", file], in: other).errors.contains("served already"))
    other.write("bad.json", "{\"format\": 1, \"class\": {}}")
    other.write("newer.json", "{\"format\": 99, \"class\": {}}")
    second.kill()
    for name in ["bad.json", "newer.json", "none.json"] {
      #expect(try Command.run(["class", "import", other.path + "/" + name], in: other).status == 2, "\(name)")
    }
  }

  @Test func `a database of a newer gradus, or of somebody else, is left as it is`() throws {
    for (sql, said) in [
      ("PRAGMA application_id = 0x67726164; PRAGMA user_version = 99; CREATE TABLE future (x)", "newer gradus"),
      ("CREATE TABLE other (x)", "holds no classes of gradus"),
    ] {
      let folder = try TemporaryFolder()
      folder.write("data/x", "")
      let path = folder.path + "/data/classes.sqlite"
      let queue = try DatabaseQueue(path: path)
      try queue.write { try $0.execute(sql: sql) }
      try queue.close()
      let failure = #expect(throws: ServerProcess.NotStarted.self) { try ServerProcess([], in: folder) }
      #expect(failure?.status == 2 && failure?.output.contains(said) == true, "\(failure?.output ?? "")")
      let tables = try DatabaseQueue(path: path).read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema") }
      #expect(tables.count == 1)
    }
    let folder = try TemporaryFolder()
    folder.write("data/classes.sqlite", String(repeating: "no database ", count: 1_000))
    let failure = #expect(throws: ServerProcess.NotStarted.self) { try ServerProcess([], in: folder) }
    #expect(failure?.status == 2 && failure?.output.contains("damaged") == true)
    #expect(folder.read("data/classes.sqlite")?.hasPrefix("no database") == true)
  }

  @Test func `a folder that another server has, or that is none`() throws {
    let server = try ServerProcess()
    let second = #expect(throws: ServerProcess.NotStarted.self) { try ServerProcess([], in: server.folder) }
    #expect(second?.status == 2 && second?.output.contains("served already") == true)
    let folder = try TemporaryFolder()
    folder.write("data", "a file")
    let none = #expect(throws: ServerProcess.NotStarted.self) { try ServerProcess([], in: folder) }
    #expect(none?.status == 2 && none?.output.contains("--data") == true)
  }

  @Test func `a full disk: answers are refused with the reason, reading goes on`() throws {
    // The shell's unit is 512 or 1024 bytes; either is little.
    let server = try ServerProcess(wrapper: ["/bin/sh", "-c", "ulimit -f 600; exec \"$@\"", "sh"])
    let anna = try server.join("Anna")
    let page = try anna.page()
    let text = String(repeating: "1 + ", count: 900) + "1"
    var (after, reply) = (0, try anna.send(page.steps[0], "run", text, on: page))
    for _ in 0..<400 where reply.status == 200 {
      after = reply.number("after") ?? 0
      if after % 50 == 49 {
        after = try anna.send(page.steps[0], "reset", on: page, after: String(after)).number("after") ?? after
      }
      reply = try anna.send(page.steps[0], "run", text + " + \(after)", on: page, after: String(after))
      // Only the pace of one student.
      if reply.status == 429 {
        usleep(200_000)
        reply = try anna.send(page.steps[0], "run", text + " + \(after)", on: page, after: String(after))
      }
    }
    #expect(reply.status == 503 && reply.text("error") == "not-kept", "\(reply.status) \(reply.text)")
    #expect(reply.text("message")?.contains("cannot be kept") == true && reply.header("retry-after") != nil)
    // What is small may still find room, for a while.
    let refused = try (0..<500).first { number in
      try server.post(server.base + "/join", [("name", "Ben \(number)"), ("code", server.code)]).status == 503
    }
    #expect(refused != nil)
    #expect(try anna.page().steps.count == page.steps.count)
    #expect(try server.get("/healthz").status == 200)
  }
}

/// `gradus-serve` as a command that ends.
enum Command {
  static func run(
    _ words: [String], in folder: TemporaryFolder
  ) throws -> (status: Int32?, output: String, errors: String) {
    let (output, errors) = (folder.path + "/.output", folder.path + "/.errors")
    for path in [output, errors] { unlink(path) }
    let process = try ChildProcess(
      ServerProcess.program, words + ["--data", folder.path + "/data"], input: .nothing, output: .file(output),
      errors: .file(errors))
    let status = process.wait().status
    return (status, folder.read(".output") ?? "", folder.read(".errors") ?? "")
  }
}
