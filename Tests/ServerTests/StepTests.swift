import Platform
import TestSupport
import Testing

/// What students do in lessons.
@Suite struct StepTests {
  @Test func `a command, a wrong answer, a hint, a right one: each reply says what it is`() throws {
    let server = try ServerProcess()
    let anna = try server.join("Anna")
    let page = try anna.page()
    let (command, exercise) = (try page.step("command-"), try page.step("exercise-sd-"))

    let ran = try anna.send(command, "run", "p = target", on: page)
    #expect(ran.status == 200, "\(ran.text)")
    #expect(ran.text("state") == "done" && ran.text("step") == command && ran.number("after") == 1)
    #expect(ran.text("html")?.contains("0.3") == true)

    let wrong = try anna.send(exercise, "answer", "v", on: page)
    #expect(wrong.text("state") == "wrong" && wrong.number("points") == 0 && wrong.number("possible") == 2)
    #expect(wrong.text("html")?.contains("That is the variance") == true)
    #expect(wrong.text("say")?.isEmpty == false)
    let hint = try anna.send(exercise, "hint", on: page, after: "1")
    #expect(hint.text("state") == "hint" && hint.text("html")?.contains("Take a square root") == true)
    let right = try anna.send(exercise, "answer", "√v", on: page, after: "2")
    #expect(right.text("state") == "right" && right.number("points") == 2 && right.number("after") == 3)

    let reloaded = try anna.page()
    #expect(reloaded.html.contains("That is the variance") && reloaded.html.contains("Take a square root"))
    // Nobody else sees any of it.
    let ben = try server.join("Ben").page()
    #expect(!ben.html.contains("That is the variance") && !ben.html.contains("data-outcome"))
  }

  @Test func `without a script a form leads back to the step, and the page shows what came of it`() throws {
    let server = try ServerProcess()
    let anna = try server.join("Anna")
    let page = try anna.page()
    let step = try page.step("quiz-moments-")
    let address = "\(server.base)/lessons/coins/steps/\(step)"
    let sent = try server.post(
      address,
      [
        ("do", "choose"), ("text", "a"), ("text", "b"), ("after", "0"), ("version", page.version),
        ("nonce", page.attribute("name=\"nonce\" value")),
      ], cookie: anna.cookie)
    #expect(sent.status == 303 && sent.header("location") == "\(server.base)/lessons/coins#\(step)")
    #expect(try anna.page().html.contains("data-outcome=\"right\""))
  }

  @Test func `a request that is repeated counts once and gets the same reply; another one with its nonce is refused`()
    throws
  {
    let server = try ServerProcess()
    let anna = try server.join("Anna")
    let page = try anna.page()
    let step = try page.step("quiz-error-")
    let first = try anna.send(step, "choose", "a", on: page, nonce: "n-1")
    let again = try anna.send(step, "choose", "a", on: page, nonce: "n-1")
    #expect(first.text("state") == "wrong")
    #expect(again.number("seq") == first.number("seq") && again.text("html") == first.text("html"))
    #expect(again.number("after") == 1)
    #expect(try anna.send(step, "choose", "b", on: page, nonce: "n-1").status == 409)
    // Somebody else's nonces are their own.
    let ben = try server.join("Ben")
    #expect(try ben.send(step, "choose", "b", on: ben.page(), nonce: "n-1").text("state") == "right")
  }

  @Test func `of two tabs the one that is behind is told so`() throws {
    let server = try ServerProcess()
    let anna = try server.join("Anna")
    let page = try anna.page()
    let step = try page.step("exercise-square-")
    #expect(try anna.send(step, "answer", "2 × x", on: page).status == 200)
    let behind = try anna.send(step, "answer", "x²", on: page)
    #expect(behind.status == 409 && behind.number("after") == 1)
    #expect(try anna.send(step, "answer", "x²", on: page, after: "7").status == 409)
    #expect(try anna.send(step, "answer", "x²", on: page, after: "-1").status == 400)
    #expect(try anna.send(step, "answer", "x²", on: page, after: "1").text("state") == "right")
  }

  @Test func `starting over forgets the lines and keeps the points`() throws {
    let server = try ServerProcess()
    let anna = try server.join("Anna")
    let page = try anna.page()
    let step = try page.step("exercise-sd-")
    _ = try anna.send(step, "answer", "√v", on: page)
    let over = try anna.send(step, "reset", on: page, after: "1")
    #expect(over.status == 200 && over.number("after") == 0)
    let section = try anna.page().html.split(separator: "<section").first { $0.contains(step) } ?? ""
    #expect(section.contains("data-outcome=\"right\"") && !section.contains("class=\"reply\""))
  }

  @Test func `one command at a time, and Stop ends it`() throws {
    let server = try ServerProcess()
    let anna = try server.join("Anna")
    let page = try anna.page()
    let steps = page.steps
    let body =
      #"{"do":"run","text":"[std(sample(normal(0, 1), 1e6)) for i in 1..10000];","after":0,"version":"\#(page.version)","nonce":"slow"}"#
    let slow =
      "POST \(server.base)/lessons/coins/steps/\(steps[0]) HTTP/1.1\r\nHost: localhost\r\nCookie: \(anna.cookie)\r\n"
      + "Content-Type: application/json\r\nAccept: application/json\r\nConnection: close\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
      + body
    var wire = try Wire(port: server.port)
    try wire.send(slow)
    // Once it runs, whatever else is sent is refused; another student is not kept waiting.
    var second = try anna.send(steps[1], "run", "1 + 1", on: page)
    var after = 0
    while second.status != 409 || second.text("error") != "running" {
      try #require([200, 429].contains(second.status), "\(second.text)")
      after = second.number("after") ?? after
      // The slow one may have been the one that was refused: it is sent again, and counts once.
      wire = try Wire(port: server.port)
      try wire.send(slow)
      // Not faster than a student may be.
      usleep(250_000)
      second = try anna.send(steps[1], "run", "1 + 1", on: page, after: String(after))
    }
    let ben = try server.join("Ben")
    #expect(try ben.send(steps[0], "run", "1 + 1", on: ben.page()).status == 200)
    // What takes longer than ten seconds is asked for again, here by the same request.
    wire.readToEnd()
    if wire.status == 202 {
      let id = String(wire.text.split(separator: "\"job\": \"").last?.prefix { $0 != "\"" } ?? "")
      #expect(try server.get("\(server.base)/jobs/\(id)", cookie: ben.cookie).status == 404)
      #expect(try server.post("\(server.base)/jobs/\(id)/stop", [], cookie: anna.cookie, asJSON: true).status == 200)
      var reply = try server.get("\(server.base)/jobs/\(id)?wait=20", cookie: anna.cookie)
      while reply.status == 202 { reply = try server.get("\(server.base)/jobs/\(id)?wait=20", cookie: anna.cookie) }
      #expect(["stopped", "budget"].contains(reply.text("state")))
    } else {
      #expect(wire.text.contains("budget"))
    }
  }

  @Test func `completion, help, and the wish for help`() throws {
    let server = try ServerProcess()
    let (anna, teacher) = (try server.join("Anna"), try server.teach())
    let page = try anna.page()
    let step = page.steps[0]
    let found = try server.get(
      "\(server.base)/complete?lesson=coins&step=\(step)&line=bernou&at=6", cookie: anna.cookie)
    #expect(found.status == 200 && found.text.contains("bernoulli"))
    #expect(found.number("from") == 0 && found.number("to") == 6)
    let help = try server.get("\(server.base)/help?word=bernoulli", cookie: anna.cookie)
    #expect(help.status == 200 && help.text("html")?.contains("bernoulli") == true)
    for (on, wants) in [("true", true), ("false", false)] {
      let sent = try server.post(
        server.base + "/help-wanted", [("lesson", "coins"), ("step", step), ("on", on)], cookie: anna.cookie,
        asJSON: true)
      #expect(sent.status == 200)
      #expect(try server.get(server.base + "/board/state", cookie: teacher).text.contains("\"help\": \(wants)"))
    }
  }

  @Test func `a lesson that changes: the old page goes on, a new one shows the new text, and what was done stays`()
    throws
  {
    let server = try ServerProcess()
    let anna = try server.join("Anna")
    let old = try anna.page()
    let quiz = try old.step("quiz-error-")
    #expect(try anna.send(quiz, "choose", "b", on: old).text("state") == "right")
    let text = server.folder.read("lessons/coins.md") ?? ""
    server.folder.write(
      "lessons/coins.md", text.replacing("p = target\n0.3", with: "p = target + 0\n0.3") + "\nNew words.\n")
    let new = try anna.page()
    #expect(new.version != old.version && new.html.contains("New words."))
    #expect(new.html.contains("data-outcome=\"right\"") && new.steps.contains(quiz))
    // A step that only the old text has.
    let gone = try #require(old.steps.first { !new.steps.contains($0) })
    #expect(try anna.send(gone, "run", "p = target", on: old).text("state") == "done")
    #expect(try anna.send(gone, "run", "p = target", on: new, after: "1").status == 404)
    let exercise = try old.step("exercise-sd-")
    #expect(try anna.send(exercise, "answer", "√v", on: old).text("state") == "right")
    // Also after a restart.
    server.kill()
    try server.start()
    #expect(try anna.send(gone, "run", "p + 1", on: old, after: "1").status == 200)
    // Broken, or gone, it stays as it was.
    server.folder.write("lessons/coins.md", "```gradus\nnever closed")
    #expect(try anna.page().html.contains("New words."))
    unlink(server.folder.path + "/lessons/coins.md")
    #expect(try anna.page().html.contains("New words."))
  }
}
