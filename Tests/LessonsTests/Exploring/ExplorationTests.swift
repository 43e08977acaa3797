import Builtins
import Foundation
import Lessons
import Testing
import Vocabulary
import Workbench

/// Blocks whose values readers move.
@Suite struct ExplorationTests {
  private static func lesson(_ words: String, _ commands: String...) -> String {
    "# Move\n\n```gradus \(words)\n\(commands.joined(separator: "\n"))\n```\n"
  }

  private static func run(_ markdown: String, budget: Budget = Budget()) throws -> LessonResult {
    try Lesson.run(Document(markdown), builtins: .standard, budget: budget)
  }

  // MARK: As it is written

  @Test(arguments: [
    ("explore", "this block does not say what is explored"),
    ("explore s=[1]", "'s' has one value, so that there is nothing to explore"),
    ("explore s=[]", "'s' has one value, so that there is nothing to explore"),
    ("explore s=[1, ]", "a value of 's' is empty"),
    ("explore s=[1, 2, 1]", "the value 1 of 's' stands twice"),
    ("explore s=[1, 2] s=[3, 4]", "'s' is explored twice"),
    ("explore a=[1, 2] b=[1, 2] c=[1, 2]", "this block explores 3 names; at most 2 can be moved"),
    ("explore a=[1,2,3,4,5,6,7] b=[1,2,3,4,5,6,7]", "this block would run 49 times; at most 48 are explored"),
    ("s=[1, 2]", "values are given to a block that does not explore them"),
    ("explore predict s=[1, 2]", "a block cannot be marked both 'explore' and 'predict'"),
    ("explore s=[1, 2] skip", "a block cannot be marked both 'explore' and 'skip'"),
    ("explore exercise=a s=[1, 2]", "a block cannot be marked both 'explore' and 'exercise'"),
    ("explore s=1", "a block cannot be marked 's=1'"),
    ("explore s=[1, 2", "a block cannot be marked 's=[1, 2'"),
    ("explore 2s=[1, 2]", "a block cannot be marked '2s=[1, 2]'"),
    ("explore s=[3, 4]", "s = 1 is not among the values that this block explores"),
  ])
  func `what cannot be explored is said`(_ words: String, _ message: String) {
    let failure = #expect(throws: Failure.self) { try Document(Self.lesson(words, "> s = 1;", "> s + 1", "2")) }
    #expect(failure?.message == message)
    #expect(failure?.line == (message.contains("among") ? 4 : 3))
    #expect(failure?.hint?.isEmpty == false)
  }

  @Test func `values are cut at commas that are in no brackets and no text`() throws {
    let words = "slow explore w=[normal(0, 1), he_normal, [1, 2]] t=[\"a, b]\", \"c\"]"
    let block = try #require(try Document(Self.lesson(words, "> w", "> t")).blocks.first)
    #expect(
      block.exploration?.dials.map(\.values) == [["normal(0, 1)", "he_normal", "[1, 2]"], ["\"a, b]\"", "\"c\""]])
    #expect(block.marks.contains(.slow) && block.written == [0, 0])
    #expect(block.exploration?.settings == [[0, 0], [0, 1], [1, 0], [1, 1], [2, 0], [2, 1]])
  }

  @Test(arguments: [
    ("3", [2, 1]), (" s  =  2 ; ", [1, 1]), ("t = 30", [0, 2]), ("20", [0, 1]), ("t=10;", [0, 0]), ("x = 3", nil),
    ("s == 3", nil), ("s = 7", nil), ("s", nil), ("", nil), ("t = 3", nil),
  ])
  func `a value that is typed is found`(_ text: String, _ setting: [Int]?) throws {
    let block = try #require(
      try Document(Self.lesson("explore s=[1, 2, 3] t=[10, 20, 30]", "> s + t")).blocks.first)
    #expect(block.exploration?.setting(of: text, from: [0, 1]) == setting)
  }

  // MARK: Checked

  @Test func `the written value is compared, and the lesson goes on from it`() throws {
    let lesson = Self.lesson("explore s=[1, 2, 3]", "> s = 2;", "> s²", "4") + "\n```gradus\n> s\n2\n```\n"
    let result = try Self.run(lesson)
    #expect(result.holds && result.count == 3)
    #expect(result.explored.first?.views.map { $0.results.map(\.outputText) } == [["", "1"], ["", "4"], ["", "9"]])
    #expect(try !Self.run(Self.lesson("explore s=[1, 2, 3]", "> s = 2;", "> s²", "5")).holds)
  }

  @Test func `a name that no command sets has its first value`() throws {
    let result = try Self.run(Self.lesson("explore s=[3, 4] t=[10, 20]", "> s × t", "30"))
    #expect(result.holds && result.count == 1)
    #expect(result.explored.first?.views.flatMap { $0.results.map(\.outputText) } == ["30", "60", "40", "80"])
  }

  @Test(arguments: [
    (
      "explore s=[1, 0, 5]", "> s = 1;\n> [7, 8][s]\n8", 5, "with s = 5 this fails, which the block explores"
    ),
    ("explore s=[1, oops]", "> s = 1;\n> s + 1\n2", 4, "with s = oops this fails, which the block explores"),
    ("explore s=[1, 2]", "> s = 1;\n> 4\n4", 3, "nothing that this block prints changes with 's', which it explores"),
    (
      "explore s=[1, 2] t=[1, 2]", "> s + 0 × t\n1", 3,
      "nothing that this block prints changes with 't', which it explores"
    ),
    ("explore s=[oops, 2]", "> 1\n1", 3, "'s = oops' fails, which this block explores"),
  ])
  func `what fails or changes nothing with other values is a flaw`(
    _ words: String, _ commands: String, _ line: Int, _ message: String
  ) throws {
    let result = try Self.run(Self.lesson(words, commands))
    #expect(!result.holds)
    #expect(result.flaws.map(\.message) == [message])
    #expect(result.flaws.map(\.line) == [line])
  }

  @Test func `an error that the lesson announces may come with some values and not with others`() throws {
    #expect(try Self.run(Self.lesson("explore s=[7, 1]", "> s = 7;", "> [7, 8][s]", "error: [..]")).holds)
  }

  @Test func `what never ends uses up the lesson's budget, and no more`() throws {
    var budget = Budget()
    budget.steps = 100_000
    let lesson =
      Self.lesson("explore n=[1, 500, 501, 502]", "> n = 1;", "> sum([sum([k for k in 1..n]) for j in 1..n])", "1")
      + "\n```gradus\n> n\n1\n```\n"
    let result = try Self.run(lesson, budget: budget)
    #expect(result.flaws.map(\.message) == ["with n = 500 this fails, which the block explores"])
    #expect(result.flaws.first?.detail.contains("more than 100000 steps") == true)
    #expect(result.explored.first?.views.count == 2)
  }

  // MARK: Learned

  private static let moving = """
    # Move

    ```gradus explore s=[1, 2, 3] t=[10, 20]
    > s = 2;
    > t = 10;
    > s × t
    20
    ```

    On.

    ```gradus
    > s
    2
    ```

    """

  @Test func `the tutor moves through it`() throws {
    var talk = try Conversation(Self.moving, width: 200)
    #expect(
      talk.shown.contains("Explore: Left and right move s (1, 2, 3), up and down move t (10, 20); so does a value"))
    #expect(talk.shown.hasSuffix("> s = 2;\n> t = 10;\n> s × t\n20\n"))
    #expect(talk.tutor.question == .exploration(names: 2))
    #expect(talk.move(by: 1) == "> s = 3;\n> t = 10;\n> s × t\n30\n")
    #expect(talk.move(by: 1) == "")
    #expect(talk.move(name: 1, by: 1) == "> s = 3;\n> t = 20;\n> s × t\n60\n")
    #expect(talk.move(name: 2, by: 1) == "")
    #expect(talk.type("s = 1") == "> s = 1;\n> t = 20;\n> s × t\n20\n")
    #expect(talk.type("2") == "> s = 2;\n> t = 20;\n> s × t\n40\n")
    // What is tried out sees the values that are shown, and the lesson goes on from those that are written.
    #expect(talk.type("t + 1") == "21\n")
    #expect(talk.type("hint").contains("Enter goes on"))
    #expect(talk.type("").contains("On."))
    #expect(talk.move(by: 1) == "")
    #expect(talk.type("t").hasPrefix("10\n"))
    #expect(talk.type("").hasPrefix("2\n"))
    #expect(talk.tutor.question == .ending)
  }

  @Test func `it is passed over, gone back to and kept`() throws {
    var talk = try Conversation(Self.moving)
    _ = talk.move(by: -1)
    #expect(talk.type("skip").contains("On."))
    #expect(talk.type("back").contains("> s = 2;\n"))
    #expect(talk.type("play").contains("resume"))
    #expect(talk.move(by: 1) == "")
    _ = talk.type("resume")
    _ = talk.type("")
    let again = try Conversation(Self.moving, record: talk.tutor.record)
    #expect(again.shown.contains("Resumed at step 2 of 2"))
    #expect(again.tutor.question == .command(offer: "s"))
  }

  // MARK: On pages

  @Test func `a page has a choice for each value, and all views`() throws {
    let site = try ExportedSite(["a.md": Self.moving, "b.md": Self.lesson("run", "> 1")])
    let page = try site.page("a.html")
    #expect(PageReading(page).isWellFormed)
    #expect(page.ranges(of: "<input type=\"radio\"").count == 5)
    #expect(page.ranges(of: "checked=\"\" /> <span>2</span>").count == 1)
    #expect(page.ranges(of: "role=\"group\" aria-label=\"s = ").count == 6)
    for (s, t) in [(1, 10), (1, 20), (2, 10), (2, 20), (3, 10), (3, 20)] {
      #expect(page.contains("aria-label=\"s = \(s), t = \(t)\""))
    }
    #expect(page.contains("data-second=\"1\"") && page.contains("<legend>t</legend>"))
    #expect(page.ranges(of: ":nth-of-type(").count == 5)
    #expect(!page.contains("<script"))
    #expect(try !site.page("b.html").contains(":nth-of-type("))
  }

  @Test func `a class moves through it in the browser`() throws {
    let lesson = ServedLesson(path: "", text: Self.moving)
    let server = StepServer(builtins: .standard)
    server.add(lesson)
    let steps = try TutorPlan(Document(lesson.text), name: "").steps
    func reply(_ action: StepAction, _ text: String, at step: Int, after lines: [String] = []) throws -> StepReply {
      try #require(
        server.answer(
          to: StepRequest(
            version: lesson.version, step: steps[step].key, lines: lines, action: action, text: text, outcome: nil,
            hintsShown: 0)))
    }
    let shown = try reply(.run, "", at: 0)
    #expect(shown.outcome == .done && shown.html.ranges(of: "role=\"group\" aria-label=\"s = ").count == 6)
    #expect(try reply(.run, "s = 2;\nt = 10;\ns × t", at: 0).html == shown.html)
    let own = try reply(.run, "s = 7;\nt = 10;\ns × t", at: 0)
    #expect(own.state == .tried && own.html.contains("70") && own.outcome == nil)
    #expect(try reply(.run, "s × t", at: 0, after: ["s = 7; t = 5;"]).html.contains("35"))
    #expect(try reply(.run, "", at: 1).html.contains("2"))
    #expect(try reply(.hint, "", at: 0).state == .failed)
  }

  /// Buttons of one name exclude each other, so that what is shown twice would be chosen in but one place.
  @Test func `each time that it is run in class has choices of its own`() throws {
    let document = try Document(Self.moving)
    let page = try LivePage(
      document, path: "", name: "move", pages: [:], lexicon: BuiltinTable.standard.lexicon, version: "1")
    let server = StepServer(builtins: .standard)
    let lesson = ServedLesson(path: "", text: Self.moving)
    server.add(lesson)
    let step = page.plan.steps[0].key
    let request = StepRequest(version: lesson.version, step: step, action: .run)
    let attempt = StepView.Attempt(.run, typed: "", reply: try #require(server.answer(to: request)).html)
    let view = StepView(outcome: .done, after: 2, attempts: [attempt, attempt])
    let frame = PageFrame(address: PageAddress(), student: "Ada", nonce: "n", phase: .open, event: 0, wantsHelp: false)
    let html = page.html({ $0 == step ? view : StepView() }, frame).source
    let groups = html.components(separatedBy: "<input type=\"radio\" name=\"").dropFirst().map {
      $0.prefix { $0 != "\"" }
    }
    #expect(groups.count == 10 && Set(groups).count == 4)
    #expect(html.components(separatedBy: "checked=\"\"").count - 1 == 4)
  }
}
