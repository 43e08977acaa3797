import Builtins
import Lessons
import Platform
import TestSupport
import Testing

/// What a step makes of what a student types.
@Suite struct StepServerTests {
  static let lesson = ServedLesson(
    path: "",
    text: Conversation.coins + """

      More.

      ```gradus
      > x = sample(c, 5)
      [0, 0, 1, 1, 0]
      ```

      ```gradus slow
      > mean(sample(c, 1000))
      0.3 ±0.1
      ```

      ```gradus
      > save [1, 2] "own.csv"
      > load "own.csv"
      [1, 2]
      ```

      """)

  /// Something that takes hours.
  private static let endless = "[sum([sum([i × j × k for i in 1..999]) for j in 1..999]) for k in 1..1e6]"

  private let server = StepServer(builtins: .standard)
  private let steps: [TutorStep]

  init() throws {
    server.add(Self.lesson)
    steps = try TutorPlan(Document(Self.lesson.text), name: "").steps
  }

  /// The key of the first step for which a word stands at the beginning.
  private func key(_ word: String, _ place: Int = 0) -> String {
    steps.filter { $0.key.hasPrefix(word) }[place].key
  }

  private func request(
    _ action: StepAction, _ text: String = "", at step: String, after lines: [String] = [],
    _ outcome: LessonRecord.Outcome? = nil, hints: Int = 0
  ) -> StepRequest {
    StepRequest(
      version: Self.lesson.version, step: step, lines: lines, action: action, text: text, outcome: outcome,
      hintsShown: hints)
  }

  private func reply(
    _ action: StepAction, _ text: String = "", at step: String, after lines: [String] = [],
    _ outcome: LessonRecord.Outcome? = nil, hints: Int = 0
  ) throws -> StepReply {
    try #require(server.answer(to: request(action, text, at: step, after: lines, outcome, hints: hints)))
  }

  // MARK: Commands

  @Test func `what is tried stays at its step`() throws {
    let (first, second) = (key("command"), key("command", 1))
    let tried = try reply(.run, "a = 3", at: first)
    #expect(tried.state == .tried && tried.isKept && tried.outcome == nil)
    #expect(tried.say.hasPrefix("3. Tried out in a copy"))
    #expect(try reply(.run, "a + 1", at: first, after: ["a = 3"]).html.contains("4"))
    let gone = try reply(.run, "a + 1", at: second)
    #expect(gone.state == .failed && !gone.isKept)
    #expect(gone.say.contains("If you gave 'a' a meaning at another step"))
  }

  @Test func `several lines run up to the first that fails`() throws {
    let reply = try reply(.run, "a = 3\nb = a × 2\nc_c + 1\nd = 4", at: key("command"))
    #expect(reply.state == .failed && reply.isKept)
    #expect(reply.html.contains("6") && reply.html.contains("c_c"))
    let after = try self.reply(.run, "b", at: key("command"), after: ["a = 3\nb = a × 2\nc_c + 1\nd = 4"])
    #expect(after.state == .tried && after.html.contains("6"))
    #expect(try self.reply(.run, "d", at: key("command"), after: ["a = 3\nb = a × 2\nc_c + 1\nd = 4"]).state == .failed)
  }

  @Test func `the lesson's own command after own lines sees them`() throws {
    let reply = try reply(.run, "mean(c)", at: key("command", 1), after: ["c = bernoulli(0.9)"])
    #expect(reply.state == .done && reply.outcome == .done && reply.html.contains("0.9"))
    #expect(try self.reply(.run, "mean(c)", at: key("command", 1)).html.contains("0.3"))
  }

  @Test func `nothing is to be solved at a command`() throws {
    #expect(try reply(.hint, at: key("command")).state == .failed)
    #expect(try reply(.answer, "1", at: key("command")).state == .failed)
    #expect(try reply(.skip, at: key("command")).outcome == .done)
  }

  // MARK: Questions

  @Test func predictions() throws {
    let step = key("predict")
    #expect(try reply(.predict, "0.21", at: step).outcome == .right)
    #expect(try reply(.predict, "21%", at: step).state == .right)
    let late = try reply(.predict, "0.3", at: step)
    #expect(late.state == .late && late.outcome == .late && late.say.contains("You said 0.3; it is 0.21"))
    #expect(late.html.contains("It is p × (1 - p)."))
    #expect(try reply(.predict, at: step).outcome == .done)
    let word = try reply(.predict, "var", at: step)
    #expect(word.state == .failed && word.outcome == nil && !word.html.contains("0.21"))
    #expect(try reply(.predict, "0.21", at: step, .late).outcome == nil)
    for wild in ["...", "[..]", "  ...", "…"] {
      #expect(try reply(.predict, wild, at: step).state != .right, "\(wild)")
    }
  }

  @Test func exercises() throws {
    let step = key("exercise")
    let right = try reply(.answer, "√0.21", at: step)
    #expect(right.state == .right && right.outcome == .right && right.points == 2 && right.isKept)
    #expect(right.say.contains("Right. 2 points."))
    #expect(right.html.contains("The lesson goes on with its own answer") && right.html.contains("s = std(c)"))
    let wrong = try reply(.answer, "s = 0.21", at: step)
    #expect(wrong.state == .wrong && wrong.outcome == .tried && wrong.points == 0)
    #expect(wrong.html.contains("<em>variance</em>") && wrong.say.contains("That is the variance: take its root."))
    #expect(!wrong.html.contains("std(c)"))
    #expect(try reply(.answer, "0,458", at: step).state == .right)
    #expect(try reply(.answer, "s = std(c)", at: step, after: ["s = 0.21"], .tried).points == 2)
    #expect(try reply(.answer, "s = std(c)", at: step, .right).points == 0)
    #expect(try reply(.answer, "s = std(c)", at: step, .skipped).outcome == nil)
    #expect(try reply(.answer, "", at: step).say.contains("The blank is still open: s = ____"))
    #expect(try reply(.answer, "s = ____", at: step).state == .failed)
    #expect(try reply(.answer, "s = q", at: step).state == .failed)
    #expect(try reply(.run, "mean(c)", at: step).state == .tried)
  }

  @Test func hints() throws {
    let step = key("exercise")
    let first = try reply(.hint, at: step)
    #expect(first.say == "Hint 1 of 2: Take a root.")
    #expect(!first.html.contains("variance"))
    #expect(
      try reply(.hint, at: step, hints: 1).say
        == "Hint 2 of 2 (now worth 1 of 2 points): Of the variance. That was the last hint; “Show the solution” goes on."
    )
    #expect(try reply(.hint, at: step, hints: 2).say == "There are no more hints; “Show the solution” goes on.")
    #expect(try reply(.hint, at: step, hints: -5).say.contains("1 of 2"))
    #expect(try reply(.hint, at: step, hints: .max).state == .hint)
  }

  @Test func `hints cost points, also where the step is begun anew`() throws {
    let step = key("exercise")
    #expect(try reply(.hint, at: step).outcome == nil)
    #expect(try reply(.hint, at: step, hints: 1).outcome == .hinted(hints: 2))
    let known = LessonRecord.Outcome.hinted(hints: 2)
    #expect(try reply(.hint, at: step, known).say == "Hint 1 of 2 (now worth 1 of 2 points): Take a root.")
    #expect(try reply(.hint, at: step, known).outcome == nil)
    #expect(try reply(.answer, "s = 0.21", at: step, known).outcome == nil, "it stays hinted")
    let right = try reply(.answer, "s = std(c)", at: step, known)
    #expect(right.outcome == .helped(hints: 2) && right.points == 1)
    #expect(right.say.contains("Right. 1 of 2 points."))
    #expect(try reply(.hint, at: step, .helped(hints: 2), hints: 1).outcome == nil)
    #expect(try reply(.hint, at: step, .right, hints: 1).say.hasPrefix("Hint 2 of 2: "), "what was earned stays")
  }

  @Test func quizzes() throws {
    let step = key("quiz")
    let wrong = try reply(.choose, "a", at: step)
    #expect(wrong.state == .wrong && wrong.outcome == .tried && wrong.html.contains("1/√n"))
    #expect(try reply(.choose, "b", at: step).points == 1)
    let late = try reply(.choose, "B)", at: step, .tried)
    #expect(late.state == .late && late.points == 0 && late.outcome == .late)
    #expect(try reply(.choose, "b", at: step, .right).points == 0)
    #expect(try reply(.choose, "x", at: step).say == "The options are a, b.")
    #expect(try reply(.choose, "", at: step).say == "Choose a, b, or skip.")
    let skipped = try reply(.skip, at: step)
    #expect(skipped.outcome == .skipped && skipped.say.contains("The answer is b)."))
  }

  @Test func `a copy without keys takes answers for the teacher`() throws {
    let text = """
      # Kept

      ```gradus exercise=sd points=2 kept
      > s = ____
      ```

      - [ ] a) x
      - [ ] b) y

      <!-- gradus quiz=one points=1 kept -->

      """
    let steps: [TutorStep]
    do { steps = try TutorPlan(Document(text), name: "").steps } catch {
      // How a released copy marks what it keeps is its own affair: made by release.
      return
    }
    let lesson = ServedLesson(path: "", text: text)
    server.add(lesson)
    for step in steps {
      var request = StepRequest(version: lesson.version, step: step.key, action: .answer, text: "s = 0.4")
      if case .quiz = step.task { (request.action, request.text) = (.choose, "b") }
      let reply = try #require(server.answer(to: request))
      #expect(reply.state == .handed)
      if case .handed = reply.outcome {} else { Issue.record("nothing is handed") }
    }
  }

  // MARK: Limits

  @Test func `what is too long is not run`() throws {
    let long = String(repeating: "1+", count: 50_000) + "1"
    #expect(
      try reply(.run, long, at: key("command")).say
        == "This is too long: 100001 bytes. At most 4096 can be sent at once.")
    let many = [String](repeating: "1", count: 100)
    #expect(try reply(.run, "2", at: key("command"), after: many).say.contains("Start over"))
    #expect(try reply(.run, "2", at: key("command"), after: [long]).state == .failed)
    #expect(try reply(.skip, at: key("command"), after: many).state == .done)
  }

  @Test func `an endless loop is stopped by its steps`() throws {
    var limits = ServingLimits()
    limits.steps = 100_000
    let server = StepServer(builtins: .standard, limits: limits)
    server.add(Self.lesson)
    let loop = request(.run, Self.endless, at: key("command"))
    let reply = try #require(server.answer(to: loop))
    #expect(reply.state == .budget && !reply.isKept && reply.outcome == nil)
    #expect(reply.say == "This takes more steps than one command may here and was stopped. Nothing was changed.")
    #expect(try #require(server.answer(to: request(.run, "1 + 1", at: key("command")))).state == .tried)
  }

  @Test func `work is stopped by its processor time`() throws {
    var limits = ServingLimits()
    limits.seconds = 0.05
    limits.steps = .max
    let server = StepServer(builtins: .standard, limits: limits)
    server.add(Self.lesson)
    let loop = request(.run, Self.endless + "\n1 + 1", at: key("command"))
    let reply = try #require(server.answer(to: loop))
    #expect(reply.state == .budget)
    #expect(reply.say == "This takes longer than 0.05 seconds of computing and was stopped. Nothing was changed.")
  }

  @Test func `outputs are cut`() throws {
    let reply = try reply(.run, "[\"\(String(repeating: "y", count: 300))\" for i in 1..2000]", at: key("command"))
    #expect(reply.html.utf8.count < 600_000)
    let matrix = try self.reply(.run, "[[i × j for i in 1..1000] for j in 1..1000]", at: key("command"))
    #expect(matrix.html.utf8.count < 1_000_000)
    var limits = ServingLimits()
    limits.output = 100
    let server = StepServer(builtins: .standard, limits: limits)
    server.add(Self.lesson)
    let cut = try #require(
      server.answer(to: request(.run, (0..<40).map { "a\($0) = \($0)" }.joined(separator: "\n"), at: key("command"))))
    #expect(cut.say.contains("the rest is cut off"))
    #expect(cut.isKept)
  }

  @Test func `figures are at most ten`() throws {
    let text = [String](repeating: "plot normal(0, 1)", count: 12).joined(separator: "\n")
    let reply = try reply(.run, text, at: key("command"))
    #expect(reply.html.split(separator: "<svg").count - 1 == 10)
  }

  @Test func `files have little room`() throws {
    let step = key("command", 6)
    #expect(try reply(.run, "41 + sum(load(\"own.csv\"))", at: step).html.contains("44"))
    #expect(try reply(.run, "load \"own.csv\"", at: key("command", 5)).state == .failed)
    #expect(try reply(.run, "save [5] \"a.csv\"\nload \"a.csv\"", at: step).state == .tried)
    #expect(try reply(.run, "load \"a.csv\"", at: step, after: ["save [5] \"a.csv\""]).state == .tried)
    #expect(try reply(.run, "load \"a.csv\"", at: step).state == .failed)
    let big = "save linspace(0, 1, 1_000_000) \"b.npy\""
    #expect(try reply(.run, big, at: step).state == .tried)
    // Again and again: what was given up counts for nobody.
    for _ in 0..<5 { #expect(try reply(.run, big, at: step, after: [big]).state != .crashed) }
    let full = try reply(.run, big, at: step, after: [big, big])
    #expect(full.state == .budget && full.say.contains("no more than 16 MB of files can be written here"))
    let many = (0..<70).map { "save [1] \"\($0).csv\"" }.joined(separator: "\n")
    let refused = try reply(.run, many, at: step)
    #expect(refused.state == .budget && refused.say.contains("no more than 64 files can be written here"))
    #expect(try reply(.run, "save [9] \"own.csv\"", at: step).state == .tried)
    #expect(try reply(.run, at: step).say == "[1, 2].")
  }

  @Test func `deep nesting is an error`() throws {
    let text = String(repeating: "(", count: 1500) + "1" + String(repeating: ")", count: 1500)
    #expect([.tried, .failed, .budget].contains(try reply(.run, text, at: key("command")).state))
    let calls = try reply(.run, "g(x) = g(x) + 1\ng(1)", at: key("command"))
    #expect(calls.state == .budget && calls.say.contains("nested"))
  }

  @Test func `text stays text`() throws {
    let step = key("command")
    for text in ["\"<script>alert(1)</script>\"", "<b>", "x = \"a\u{1B}[2J\u{202E}b\"", "'&amp;'"] {
      let reply = try reply(.run, text, at: step)
      #expect(!reply.html.contains("<script") && !reply.html.contains("<b>") && !reply.html.contains("\u{1B}"))
    }
  }

  @Test func `an unknown lesson or step has no reply`() {
    #expect(server.answer(to: request(.run, at: "command-nothing")) == nil)
    var other = request(.run, at: key("command"))
    other.version = "other"
    #expect(server.answer(to: other) == nil)
  }

  // MARK: The law

  /// Requests of every kind.
  private var requests: [StepRequest] {
    var requests: [StepRequest] = []
    let lines = [
      "a = 3", "x = sample(c, 3)", "sample(c, 3)", "c = bernoulli(0.5)", "save [a] \"q.csv\"", "z +", "load \"q.csv\"",
    ]
    for step in steps {
      for action in StepAction.allCases {
        for text in ["", "a", "sample(c, 3)", "s = 0.21", "0.21", "std(c)"] {
          requests.append(request(action, text, at: step.key))
          requests.append(request(action, text, at: step.key, after: Array(lines.prefix(2)), .tried, hints: 1))
        }
      }
      for count in 0...lines.count {
        requests.append(request(.run, "x = sample(c, 3)", at: step.key, after: Array(lines.prefix(count))))
        requests.append(request(.answer, "s", at: step.key, after: Array(lines.prefix(count))))
      }
    }
    return requests
  }

  @Test func `a reply depends on the request alone`() throws {
    let requests = requests
    let replies = requests.map(server.answer)
    // On one that has answered all of them, from the last to the first.
    for (request, reply) in zip(requests, replies).reversed() {
      #expect(server.answer(to: request) == reply, "\(request)")
    }
    // On one that keeps nothing, and in another order.
    var limits = ServingLimits()
    limits.cache = 0
    let other = StepServer(builtins: .standard, limits: limits)
    other.add(Self.lesson)
    for index in requests.indices {
      let place = (index * 7919) % requests.count
      #expect(other.answer(to: requests[place]) == replies[place], "\(requests[place])")
    }
    // On a new one each.
    for place in stride(from: 0, to: requests.count, by: 17) {
      let new = StepServer(builtins: .standard)
      new.add(Self.lesson)
      #expect(new.answer(to: requests[place]) == replies[place], "\(requests[place])")
    }
  }

  // MARK: Help

  @Test func completions() throws {
    let found = try #require(
      server.completions(version: Self.lesson.version, step: key("command", 1), lines: [], in: "𝛼 + bern", at: 9))
    #expect(found.range == 5..<9 && found.candidates.map(\.text) == ["bernoulli"])
    let own = try #require(
      server.completions(
        version: Self.lesson.version, step: key("command", 1), lines: ["width_of = 3"], in: "widt", at: 4))
    #expect(own.candidates.map(\.text) == ["width_of"])
    #expect(server.completions(version: "", step: "", lines: [], in: "", at: 0) == nil)
    for place in [-1, 0, 3, 1_000_000] {
      #expect(
        server.completions(version: Self.lesson.version, step: key("command"), lines: [], in: "é€", at: place) != nil)
    }
  }

  @Test func help() {
    #expect(server.help("std").contains("std("))
    #expect(server.help("<b>").contains("&lt;b&gt;"))
    #expect(server.help("").contains("help sample"))
  }
}

extension StepServer {
  /// The reply, made on a stack as workers have it.
  func answer(to request: StepRequest) -> StepReply? { LargeStack.run { self.reply(to: request) } ?? nil }
}
