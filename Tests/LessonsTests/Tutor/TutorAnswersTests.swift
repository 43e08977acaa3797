import Builtins
import Lessons
import TestSupport
import Testing

/// What the tutor makes of predictions, answers and choices.
@Suite struct TutorAnswersTests {
  private func talk(_ inputs: String..., in lesson: String = Conversation.coins) throws -> Conversation {
    var conversation = try Conversation(lesson)
    for input in inputs { conversation.type(input) }
    return conversation
  }

  // MARK: Predictions

  @Test(arguments: [
    ("0.21", true), ("0.2", true), (" .21 ", true), ("0.22", false), ("0.3", false), ("nothing", false),
    ("0.21 0.3", false),
  ])
  func `a prediction is compared by value`(_ guess: (text: String, isRight: Bool)) throws {
    var talk = try talk("", "")
    #expect(talk.type(guess.text).hasPrefix(guess.isRight ? "Right.\n0.21\n" : "Not quite."))
    #expect(talk.tutor.record.outcomes.values.contains(guess.isRight ? .right : .late))
  }

  @Test func `how far off a prediction is`() throws {
    var talk = try talk("", "")
    #expect(talk.type("0.3").hasPrefix("Not quite. You said 0.3; it is 0.21, 0.09 away.\n0.21\n"))
  }

  @Test func `numbers of a prediction are enough`() throws {
    let lesson =
      "```gradus predict\n> a = [15.81, 2]\n[15.81, 2]\n> √250\n15.8114\n> uniform(-1, 1)\nuniform(low=-1, high=1)\n> 1;\n```\n"
    var talk = try Conversation(lesson)
    #expect(talk.type("15.8, 2").hasPrefix("Right."))
    #expect(talk.type("16").hasPrefix("Right."), "a whole number stands for what rounds to it")
    #expect(talk.type("normal -1 1").hasPrefix("Not quite."), "words that are not there")
    #expect(talk.tutor.question == .command(offer: "1;"), "nothing is asked where nothing is expected")
  }

  /// As values, whatever they are called and however they are written.
  @Test(arguments: [
    ("0.16", "0.16", true), ("0.16", ".16", true), ("0.16", "0.2", true), ("0.16", "1.6e-1", true),
    ("0.16", "4/25", true),
    ("0.16", "0,16", true), ("0.16", "16%", true), ("0.16", "16 %", true), ("0.16", "16 percent", true),
    ("0.16", "about 0.16", true),
    ("0.16", "it is 0.16.", true), ("0.16", "0.4²", true), ("0.16", "0.4 × 0.4", true), ("0.16", "√0.0256", true),
    ("0.16", "2/25", false),
    ("0.16", "16", false), ("0.16", "0,61", false), ("0.16", "61%", false), ("0.16", "0.16 0.2", false),
    ("0.16", "not 0.16", false),
    ("0.1637", "16%", true), ("0.5", "1/2", true), ("0.5", "half", true), ("0.5", "a half", true),
    ("0.5", "one half", true), ("0", "zero", true), ("2", "two", true), ("-0.5", "minus 0.5", true),
    ("-0.5", "−1/2", true), ("-0.5", "1/2", false),
    ("1/3", "1/3", true), ("1/3", "0.33", true), ("1/3", "33.3%", true), ("∞", "infinity", true),
    ("10", "10 units", true), ("10", "10 times as many", true),
    ("normal(0, 1)", "mean 0, standard deviation 1", true), ("normal(0, 1)", "0, 1", true),
    ("normal(0, 1)", "mean 1, standard deviation 0", false), ("normal(0, 1)", "uniform 0 1", false),
    ("[0.25, 0.5]", "0.25 and 0.5", true), ("[0.25, 0.5]", "1/4 and 1/2", true), ("[0.25, 0.5]", "0,25 and 0,5", true),
    ("[0.25, 0.5]", "25% and 50%", true), ("[0.25, 0.5]", "0.5 and 0.25", false),
    ("[0.6, 0.8]", "[3/5, 4/5]", true), ("[0.6, 0.8]", "3/5, 4/5", true), ("[0.6, 0.8]", "[0,6, 0,8]", true),
    ("[0, 16]", "0,16", true), ("[0, 16]", "0 and 16", true),
    ("1 > 0", "true", true), ("1 > 0", "True", true), ("1 > 0", "yes", true), ("1 > 0", "no", false),
    ("1 > 0", "false", false), ("1 < 0", "no", true), ("1 > 0", "it is true I think", true),
    ("1 > 0", "yes, true", true),
    ("1 > 0", "not true", false), ("1 > 0", "true or false", false), ("1 < 0", "that is false", true),
    ("0.77", "1", false), ("0.77", "0.8", true), ("1.3", "1", true), ("15.8", "16", true),
  ])
  func `a prediction is a value`(_ guess: (command: String, text: String, isRight: Bool)) throws {
    var session = LessonSession(builtins: .standard)
    let output = try #require(session.session.run(guess.command).results.first).printed.text
    var talk = try Conversation("```gradus predict\n> \(guess.command)\n\(output)\n```\n")
    #expect(talk.type(guess.text).hasPrefix(guess.isRight ? "Right." : "Not quite."))
  }

  /// What the lesson says, what came, what was said.
  @Test(arguments: [
    ("24 ±10", "19", "24", true), ("24 ±10", "19", "19", true), ("24 ±10", "19", "30", true),
    ("24 ±10", "19", "14", true),
    ("24 ±10", "19", "34.5", false), ("24 ±10", "19", "about 25", true), ("24 ±10", "19", "24 ±10", true),
    ("0.50 ±10%", "0.47", "0.54", true), ("0.50 ±10%", "0.47", "0.56", false), ("0.50 +-0.1", "0.47", "0,6", true),
    ("0.47", "0.47", "0.474", false), ("0.47", "0.47", "0.48", false),
    ("[1 ±1, 5]", "[1.5, 5]", "0.5, 5", true), ("[1 ±1, 5]", "[1.5, 5]", "0.5, 6", false),
    ("[1 ±1, 5]", "[1.5, 5]", "5, 1.5", false),
  ])
  func `all within the margin of a lesson are right`(
    _ guess: (expected: String, printed: String, text: String, isRight: Bool)
  ) throws {
    var talk = try Conversation("```gradus predict\n> \(guess.printed)\n\(guess.expected)\n```\n")
    #expect(talk.type(guess.text).hasPrefix(guess.isRight ? "Right." : "Not quite."))
  }

  @Test func `where only the margin made it right, the lesson's number is told`() throws {
    var talk = try Conversation("```gradus predict\n> 19\n24 ±10\n```\n")
    #expect(talk.type("30").hasPrefix("Right. The lesson says 24 ±10.\n19\n"))
  }

  @Test(arguments: ["clear", "exit", "next", "answer", "mean", "solution", "?", "sigmod(1)", "mean(c)", "f′(2)"])
  func `a command is no prediction and tells nothing`(_ word: String) throws {
    var talk = try talk("", "")
    let step = talk.tutor.position
    #expect(!talk.type(word).contains("0.21"))
    #expect(talk.tutor.position == step)
  }

  @Test(arguments: ["0,458", "45.8%", "s = 0,458", "45,8 %", " 0.458"])
  func `an answer is read as it was meant`(_ text: String) throws {
    var talk = try talk("", "", "")
    #expect(talk.type(text).contains("Right. 2 points."), "\(talk.shown)")
  }

  @Test func `skip and an empty answer show it`() throws {
    for input in ["", "skip"] {
      var talk = try talk("", "")
      #expect(talk.type(input).hasPrefix("0.21\n"))
      #expect(talk.tutor.record.outcomes.values.filter { $0 == .done }.count == 3)
    }
  }

  @Test func `what is asked some commands later is said again where the answer belongs`() throws {
    let lesson = "First.\n\nTwo and one: what is b?\n\n```gradus predict\n> a = 2;\n> b = a + 1\n3\n```\n"
    var talk = try Conversation(lesson)
    #expect(talk.shown.hasSuffix("\nTwo and one: what is b?\n\n\nYou are asked after 1 command.\n\n"))
    #expect(talk.type("").hasPrefix("\nTwo and one: what is b?\n\n> b = a + 1\nWhat will this print?\n"))
  }

  // MARK: Exercises

  @Test func `an expression fills the blank`() throws {
    var talk = try talk("", "", "")
    #expect(
      talk.type("std(bernoulli(0.3))") == """
        > s = std(bernoulli(0.3))
        0.458258
        Right. 2 points.
        The lesson goes on with its own answer:

            s = std(c)

        """)
    #expect(talk.tutor.question == .command(offer: "s"))
  }

  @Test func `the lesson goes on from its own answer`() throws {
    var talk = try talk("", "", "", "c = 1", "s = 0.458")
    #expect(talk.type("").hasPrefix("0.458258\n"))
  }

  @Test func `what the solution does behind the answer is no other answer`() throws {
    let lesson =
      "```gradus exercise=n\n> n = ____\n```\n\n<!-- gradus check=n\nn = 2\n-->\n\n```gradus solution=n\n> n = 2\n> n²\n```\n"
    var talk = try Conversation(lesson)
    #expect(talk.type("2").hasPrefix("> n = 2\n2\nRight. 1 point.\n"))
    #expect(!talk.shown.contains("its own answer"))
  }

  @Test func `wrong answers get the messages of the key`() throws {
    var talk = try talk("", "", "")
    #expect(
      talk.type("0.21")
        == "> s = 0.21\n0.21\nNot quite. That is the *variance*: take its root.\nTry again; hint helps.\n")
    #expect(talk.type("0.3 × 0.7 + 1") == "1.21\nThat is not the answer yet.\n")
    #expect(talk.type("[1, 2]") == "[1, 2]\n", "the solution is no vector")
    #expect(talk.type("s = 7") == "7\nNot quite: s is 7, which is not what is asked for.\n")
    #expect(talk.type("s") == "7\n", "what was answered can be looked at")
    #expect(talk.type("v = 0.21") == "0.21\n", "a step on the way is no answer")
    #expect(talk.type("help std").hasPrefix("std(x"), "help is no answer")
    #expect(talk.type("s = ____") == "Put your answer in the place of ____.\n")
    #expect(talk.type("s = (").contains("error:"))
    #expect(talk.type("√v").contains("Right. 2 points."))
  }

  @Test func `what hints cost is said before, counts once, and is remembered`() throws {
    var talk = try Conversation(Conversation.coins)
    for _ in 1...2 { talk.type("") }
    #expect(talk.type("").contains("Exercise, 2 points; each hint after the first costs 1\n"))
    talk.type("hint")
    #expect(talk.tutor.record.outcomes.count == 3, "the first hint costs nothing")
    talk.type("hint")
    talk.type("s = 0.21")
    var later = try Conversation(Conversation.coins, record: talk.tutor.record)
    #expect(later.shown.contains("Exercise, 2 points; each"))
    #expect(later.type("hint") == "Hint 1 of 2 (now worth 1 of 2 points): Take a root.\n")
    #expect(later.type("s = std(c)").contains("Right. 1 of 2 points.\n"))
    later.type("back")
    for _ in 1...3 { later.type("hint") }
    #expect(later.type("s = std(c)").contains("Right.\n"))
    later.type("")
    #expect(later.shown.contains("(1 point, at the first try)."))
    #expect(later.type("b").contains("You have 2 of 3 points."))
  }

  @Test(arguments: [
    (1, 3, "1 point", [1, 1, 1, 1]), (2, 1, "2 points", [2, 2]),
    (2, 2, "2 points; each hint after the first costs 1", [2, 2, 1]),
    (2, 3, "2 points; each hint after the first costs 1, the last point stays", [2, 2, 1, 1]),
    (3, 3, "3 points; each hint after the first costs 1", [3, 3, 2, 1]), (0, 3, "0 points", [0, 0, 0, 0]),
  ])
  func `what is said before is what counts`(_ row: (points: Int, hints: Int, said: String, worth: [Int])) throws {
    let hints = (1...row.hints).map { "\n<!-- gradus hint=a\nNumber \($0).\n-->\n" }.joined()
    var talk = try Conversation(
      "```gradus exercise=a points=\(row.points)\n> s = ____\n```\n\n<!-- gradus check=a\ns = 5\n-->\n\(hints)\n"
        + "```gradus solution=a\n> s = 5\n```\n")
    #expect(talk.shown.contains("Exercise, \(row.said)\n"))
    for count in 0...row.hints {
      var other = talk
      other.type("s = 5")
      #expect(other.tutor.record.points(of: other.tutor.plan) == row.worth[count])
      talk.type("hint")
    }
  }

  @Test func `hints come one by one, then the solution`() throws {
    var talk = try talk("", "", "")
    #expect(talk.type("hint") == "Hint 1 of 2: Take a root.\n")
    #expect(talk.type("hint").hasPrefix("Hint 2 of 2 (now worth 1 of 2 points): Of the variance.\n"))
    #expect(talk.type("hint").contains("skip"))
    let shown = talk.type("skip")
    #expect(shown.hasPrefix("\nThe root of p × (1 - p).\n\n> s = std(c)\n0.458258\n"))
    #expect(talk.tutor.record.outcomes.values.contains(.skipped))
    #expect(talk.type("").hasPrefix("0.458258\n"))
    talk.type("b")
    #expect(talk.shown.contains("You have 1 of 3 points."))
    #expect(talk.shown.contains("Passed over: exercise sd."))
  }

  @Test func `a template of several commands`() throws {
    let lesson = """
      ```gradus exercise=two
      > x = 3
      > a = ____
      > b = a + ____
      > d = a × b
      ```

      <!-- gradus check=two
      d = 50
      -->

      ```gradus solution=two
      > x = 3
      > a = 5
      > b = a + 5
      > d = a × b
      ```
      """
    var talk = try Conversation(lesson)
    #expect(talk.shown.contains("> x = 3\n3\n> a = ____\n"))
    #expect(talk.type("x + 2") == "> a = x + 2\n5\nNow: b = a + ____\n")
    #expect(
      talk.type("4")
        == "> b = a + 4\n9\n> d = a × b\n45\nNot quite: d is 45, which is not what is asked for.\nTry again; hint helps.\n"
    )
    #expect(talk.type("b = a + 5").hasPrefix("10\n> d = a × b\n50\nRight. 1 point.\n"))
  }

  // MARK: Quizzes

  @Test func `a quiz is asked until it is right, and earns its points at the first try`() throws {
    var talk = try talk("", "", "", "s = 0.458", "")
    #expect(talk.type("c") == "The options are a, b; type one of the letters.\n")
    #expect(talk.type("it grows") == "The options are a, b; type one of the letters.\n", "no command")
    #expect(talk.type("1 + 1").hasPrefix("2\n"), "a command can be tried out")
    #expect(talk.type("A") == "Not quite. It falls as 1/√n.\n")
    #expect(talk.type("(b)") != "")
    talk.type("b)")
    #expect(talk.shown.contains("2 of 3 points") || talk.tutor.position == 6)
    #expect(talk.tutor.record.outcomes.values.contains(.late))
  }

  @Test func `several options`() throws {
    let lesson = "Which?\n\n- a) 1\n- b) 2\n- c) 3\n\n<!-- gradus quiz=q answer=a,c\n-->\n"
    var talk = try Conversation(lesson)
    #expect(talk.shown.contains("Which ones? Type their letters (1 point, at the first try)."))
    #expect(talk.type("a") == "Not quite: something is still to be chosen.\n")
    #expect(talk.type("ab") == "Not quite: b) is not right.\n")
    #expect(talk.type("c, a").hasPrefix("Right. Points are for the first try.\n"))
  }
}
