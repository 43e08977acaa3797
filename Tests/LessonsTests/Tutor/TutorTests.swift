import Lessons
import TestSupport
import Testing

@Suite struct TutorTests {
  static let lesson = """
    # Coins

    A coin with p = 0.3.

    <!-- gradus
    secret = 0.3
    -->

    ```gradus
    > c = bernoulli(secret)
    bernoulli(p=0.3)
    > mean(c)
    0.3
    ```

    <!-- nobody reads this -->

    And its variance?

    ```gradus predict
    > var(c)
    0.21
    ```

    <details><summary>Why?</summary>

    It is p × (1 - p).

    </details>

    Now you.

    ```gradus exercise=sd points=2
    > s = ____
    ```

    <!-- gradus check=sd
    s = 0.458 ±0.001
    wrong 0.21 "That is the *variance*: take its root."
    -->

    <!-- gradus hint=sd
    Take a root.
    -->

    <details><summary>Hint</summary>

    Of the variance.

    </details>

    <details><summary>Solution</summary>

    The root of p × (1 - p).

    ```gradus solution=sd
    > s = std(c)
    ```

    </details>

    ```gradus
    > s
    0.458258
    ```

    As n grows, the standard error of a mean

    - a) grows
    - b) shrinks

    <!-- gradus quiz=se answer=b points=1
    a "It falls as 1/√n."
    -->

    That is all.

    """

  private func talk(_ inputs: String..., in lesson: String = lesson) throws -> Conversation {
    var conversation = try Conversation(lesson)
    for input in inputs { conversation.type(input) }
    return conversation
  }

  // MARK: From first to last

  @Test func `prose comes up to the next command`() throws {
    var talk = try Conversation(Self.lesson)
    #expect(
      talk.shown == """
        Enter runs the command that is offered; type anything else to try it out. help
        says more.

        Coins
        =====

        A coin with p = 0.3.


        """)
    #expect(talk.tutor.question == .command(offer: "c = bernoulli(secret)"))
    #expect(talk.type("") == "bernoulli(p=0.3)\n")
    #expect(talk.tutor.question == .command(offer: "mean(c)"))
    #expect(
      talk.type("mean(c) + 0") == """
        0.3
        Tried out in a copy: what you define stays until the next step, and the lesson
        goes on from its own state.

        """)
  }

  @Test func `a lesson from beginning to end`() throws {
    var talk = try talk("", "")
    #expect(talk.tutor.question == .prediction)
    #expect(talk.type("0.21").hasPrefix("Right.\n0.21\n\nIt is p × (1 - p).\n"))
    #expect(talk.tutor.question == .exercise)
    #expect(talk.type("s = √0.21").hasPrefix("0.458258\nRight. 2 points.\n"))
    #expect(talk.type("") == "0.458258\n\nAs n grows, the standard error of a mean\n\na) grows\nb) shrinks\nWhich one? Type its letter (1 point).\n")
    let end = talk.type("b")
    #expect(end.hasPrefix("Right. 1 point.\n\nThat is all.\n"))
    #expect(end.contains("This was \"Coins\". You have 3 of 3 points. Of 1 prediction 1 came true."))
    #expect(talk.tutor.question == .ending)
    talk.type("")
    #expect(talk.tutor.question == .nothing)
  }

  @Test func `solutions, hints, keys and comments are never shown before their time`() throws {
    var conversation = try Conversation(Self.lesson)
    var shown = conversation.shown
    for input in ["", "", "", "s = 0.21", "s = 7"] { shown += conversation.type(input) }
    for secret in ["nobody", "secret = ", "root of p", "Of the variance", "Take a root", "std(c)", "0.458", "Solution", "answer"] {
      #expect(!shown.contains(secret), "\(secret) was shown:\n\(shown)")
    }
  }

  // MARK: Trying out

  @Test func `what is tried out cannot break what follows`() throws {
    var talk = try talk("", "c = 5")
    #expect(talk.type("c") == "5\n", "it stays until the next step")
    #expect(talk.type("") == "0.3\n\nAnd its variance?\n\n> var(c)\nWhat will this print?\nType what you expect, as few digits as you like; Enter shows it.\n")
    #expect(talk.type("play").contains("resume"))
    #expect(talk.type("c") == "bernoulli(p=0.3)\n")
    #expect(talk.type("clear") == "")
    #expect(talk.type("resume").contains("What will this print?"))
    #expect(talk.type("").hasPrefix("0.21\n"))
  }

  @Test func `a name from a trial that is over is explained`() throws {
    var talk = try talk("k = 2", "")
    #expect(talk.type("k + 1").contains("'k' was defined while trying something out"))
  }

  @Test func `the command of the lesson may be typed`() throws {
    var talk = try talk("c  = bernoulli(secret)")
    #expect(talk.tutor.position == 1)
    talk.type("mean(c) + 0")
    #expect(talk.tutor.position == 1)
  }

  @Test func `several lines are several commands`() throws {
    var talk = try talk("")
    let shown = talk.type("a = [1,\n2]\nb = 3\na × b\nzzz\n4")
    #expect(shown.hasPrefix("[1, 2]\n3\n[3, 6]\nerror: there is nothing called 'zzz'\n"))
    #expect(!shown.contains("4"))
  }

  @Test func `what differs from the lesson is said`() throws {
    var talk = try Conversation("```gradus\n> 1 + 1\n3\n> zzz\n> 4\n```\n")
    #expect(talk.type("") == "2\nThis is not what the lesson says, which is\n\n    3\n")
    #expect(talk.type("").hasSuffix("The lesson does not expect this.\n"))
    #expect(talk.tutor.position == 2)
  }

  // MARK: Predictions

  @Test(arguments: [
    ("0.21", true), ("0.2", true), (" .21 ", true), ("0.22", false), ("0.3", false), ("nothing", false), ("0.21 0.3", false),
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
    let lesson = "```gradus predict\n> a = [15.81, 2]\n[15.81, 2]\n> √250\n15.8114\n> uniform(-1, 1)\nuniform(low=-1, high=1)\n> 1;\n```\n"
    var talk = try Conversation(lesson)
    #expect(talk.type("15.8, 2").hasPrefix("Right."))
    #expect(talk.type("16").hasPrefix("Right."), "a whole number stands for what rounds to it")
    #expect(talk.type("normal -1 1").hasPrefix("Not quite."), "words that are not there")
    #expect(talk.tutor.question == .command(offer: "1;"), "nothing is asked where nothing is expected")
  }

  @Test func `skip and an empty answer show it`() throws {
    for input in ["", "skip"] {
      var talk = try talk("", "")
      #expect(talk.type(input).hasPrefix("0.21\n"))
      #expect(talk.tutor.record.outcomes.values.filter { $0 == .done }.count == 3)
    }
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

  @Test func `wrong answers get the messages of the key`() throws {
    var talk = try talk("", "", "")
    #expect(talk.type("0.21") == "> s = 0.21\n0.21\nNot quite. That is the *variance*: take its root.\nTry again; hint helps.\n")
    #expect(talk.type("0.3 × 0.7 + 1") == "1.21\nThat is not the answer yet.\n")
    #expect(talk.type("[1, 2]") == "[1, 2]\n", "the solution is no vector")
    #expect(talk.type("s = 7") == "7\nNot quite: s is 7, which is not what is asked for.\n")
    #expect(talk.type("s") == "7\n", "what was answered can be looked at")
    #expect(talk.type("v = 0.21") == "0.21\n", "a step on the way is no answer")
    #expect(talk.type("help std").hasPrefix("std(x"), "help is no answer")
    #expect(talk.type("s = ____") == "Put your answer in the place of ____.\n")
    #expect(talk.type("s = (") .contains("error:"))
    #expect(talk.type("√v").contains("Right. 2 points."))
  }

  @Test func `hints come one by one, then the solution`() throws {
    var talk = try talk("", "", "")
    #expect(talk.type("hint") == "Hint 1 of 2: Take a root.\n")
    #expect(talk.type("hint").hasPrefix("Hint 2 of 2: Of the variance.\n"))
    #expect(talk.type("hint").contains("skip"))
    let shown = talk.type("skip")
    #expect(shown.hasPrefix("\nThe root of p × (1 - p).\n\n> s = std(c)\n0.458258\n"))
    #expect(talk.tutor.record.outcomes.values.contains(.skipped))
    #expect(talk.type("") .hasPrefix("0.458258\n"))
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
    #expect(talk.type("4") == "> b = a + 4\n9\n> d = a × b\n45\nNot quite: d is 45, which is not what is asked for.\nTry again; hint helps.\n")
    #expect(talk.type("b = a + 5").hasPrefix("10\n> d = a × b\n50\nRight. 1 point.\n"))
  }

  // MARK: Quizzes

  @Test func `a quiz is asked until it is right, and earns its points at the first try`() throws {
    var talk = try talk("", "", "", "s = 0.458", "")
    #expect(talk.type("c") == "The options are a, b.\n")
    #expect(talk.type("A") == "Not quite. It falls as 1/√n.\n")
    #expect(talk.type("(b)") != "" )
    talk.type("b)")
    #expect(talk.shown.contains("2 of 3 points") || talk.tutor.position == 6)
    #expect(talk.tutor.record.outcomes.values.contains(.late))
  }

  @Test func `several options`() throws {
    let lesson = "Which?\n\n- a) 1\n- b) 2\n- c) 3\n\n<!-- gradus quiz=q answer=a,c\n-->\n"
    var talk = try Conversation(lesson)
    #expect(talk.shown.contains("Which ones? Type their letters (1 point)."))
    #expect(talk.type("a") == "Not quite: something is still to be chosen.\n")
    #expect(talk.type("ab") == "Not quite: b) is not right.\n")
    #expect(talk.type("c, a").hasPrefix("Right. Points are for the first try.\n"))
  }

  // MARK: Words

  @Test func `back and again`() throws {
    var talk = try talk("", "", "0.3")
    #expect(talk.type("back").hasPrefix("\nAnd its variance?\n"))
    #expect(talk.tutor.question == .prediction)
    talk.type("back")
    #expect(talk.tutor.question == .command(offer: "mean(c)"))
    #expect(talk.type("again").contains("A coin with p = 0.3."))
    #expect(talk.tutor.question == .command(offer: "c = bernoulli(secret)"))
    #expect(talk.type("back") == "This is the first step.\n")
    for input in ["", "", "0.21"] { talk.type(input) }
    #expect(talk.tutor.record.outcomes.values.contains(.late), "what came first stays")
  }

  @Test func `words with a space before them are commands`() throws {
    var talk = try talk("", " play = 3")
    #expect(talk.type(" play") == "3\n")
    #expect(talk.type("play").hasPrefix("Play as you like"))
    #expect(talk.tutor.question == .play)
  }

  @Test func `every word does something everywhere`() throws {
    for steps in 0...6 {
      for word in TutorWord.allCases {
        var talk = try Conversation(Self.lesson)
        for _ in 0..<steps { talk.type("skip") }
        let before = talk.tutor.position
        let shown = talk.type(word.rawValue)
        #expect(word == .quit || !shown.isEmpty || talk.tutor.position != before, "\(word) at step \(steps)")
      }
    }
  }

  @Test func `help lists every word`() throws {
    var talk = try Conversation(Self.lesson)
    let help = talk.type("help")
    for word in TutorWord.allCases { #expect(help.contains("`\(word.rawValue)`")) }
  }

  @Test func `reset asks`() throws {
    var talk = try talk("", "", "0.21", "reset")
    #expect(talk.tutor.question == .reset)
    #expect(talk.type("") == "Nothing is forgotten.\n")
    #expect(!talk.tutor.wantsReset)
    talk.type("reset")
    talk.type("y")
    #expect(talk.tutor.wantsReset)
    #expect(talk.startOver().contains("A coin with p = 0.3."))
    #expect(talk.tutor.record.outcomes.isEmpty)
    #expect(talk.tutor.position == 0)
  }

  // MARK: Going on another day

  @Test func `a lesson goes on where it was left`() throws {
    let first = try talk("", "", "0.2", "1")
    var talk = try Conversation(Self.lesson, record: first.tutor.record)
    #expect(talk.shown.hasPrefix("Resumed at step 4 of 6 (reset starts over).\n\nNow you.\n"))
    #expect(talk.type("s = std(c)").contains("Right. 2 points."), "the coin is there again")
    #expect(talk.type("back").contains("Now you."))
  }

  @Test func `in the middle of a page the page is shown again`() throws {
    let record = try talk("").tutor.record
    let talk = try Conversation(Self.lesson, record: record)
    #expect(
      talk.shown == """
        Resumed at step 2 of 6 (reset starts over).

        Coins
        =====

        A coin with p = 0.3.

        > c = bernoulli(secret)
        bernoulli(p=0.3)

        """)
  }

  @Test func `of a long page only its end is shown again`() throws {
    let lesson = "Long.\n\n```gradus\n" + (1...20).map { "> \($0)\n" }.joined() + "```\n"
    var first = try Conversation(lesson)
    for _ in 1...12 { first.type("") }
    let talk = try Conversation(lesson, record: first.tutor.record)
    #expect(talk.shown.hasSuffix("\nLong.\n\n…\n> 8\n8\n> 9\n9\n> 10\n10\n> 11\n11\n> 12\n12\n"))
  }

  @Test func `an edited lesson keeps what is unchanged`() throws {
    let record = try talk("", "", "0.2", "0.21", "s = 0.458", "", "b").tutor.record
    #expect(record.finished(of: try TutorPlan(Document(Self.lesson), name: "")) == 6)
    let edited = Self.lesson.replacing("A coin with", with: "```gradus\n> 1 + 1\n2\n```\n\nA biased coin with")
      .replacing("> mean(c)\n    0.3", with: "> mean(c)\n    0.30").replacing("b) shrinks", with: "b) falls")
    let plan = try TutorPlan(Document(edited), name: "")
    #expect(plan.steps.map { record.outcomes[$0.key] != nil } == [false, true, true, true, true, true, false])
    let talk = try Conversation(edited, record: record)
    #expect(talk.tutor.position == 0)
  }

  @Test func `a lesson that is done can be gone through again`() throws {
    let record = try talk("", "", "0.2", "s = 0.458", "", "b").tutor.record
    var talk = try Conversation(Self.lesson, record: record)
    #expect(talk.shown.hasPrefix("You have been through this lesson: step 1 of 6, 3 of 3 points."))
    for input in ["", "", "", "skip", "", "a", "b"] { talk.type(input) }
    #expect(talk.shown.contains("You have 3 of 3 points."), "what was earned stays")
  }

  // MARK: Copies without keys

  @Test func `answers in a copy that was handed out are for the teacher`() throws {
    let copy = """
      ```gradus exercise=sd
      > s = ____
      ```

      <!-- gradus check=sd kept -->

      - [ ] a) grows
      - [ ] b) shrinks

      <!-- gradus quiz=se kept -->

      ```gradus
      > 2 × s
      ```

      """
    var talk = try Conversation(copy)
    #expect(talk.type("") == "The blank is still open: s = ____\n")
    #expect(talk.type("√0.21") == "> s = √0.21\n0.458258\nTaken. Your teacher checks this. Enter goes on; you may also answer again.\n")
    #expect(talk.type("s = 0.46").contains("Taken."))
    talk.type("")
    #expect(talk.type("a").contains("Taken. Your teacher checks this."))
    #expect(talk.tutor.record.outcomes.values.contains(.handed("s = 0.46")))
    var later = try Conversation(copy, record: talk.tutor.record)
    #expect(later.type("").hasPrefix("0.92\n"), "the lesson goes on from the learner's answer")
    #expect(talk.type("").hasPrefix("0.92\n"))
    #expect(talk.shown.contains("exercise sd:\n    s = 0.46\n    quiz se:\n    a\n"))
  }

  // MARK: Odd lessons

  @Test func `asides that are about no question are read in their places`() throws {
    var talk = try Conversation("Text.\n\n<details><summary>More</summary>\n\nInside.\n\n```gradus\n> 1\n1\n```\n\n</details>\n\nAfter.\n")
    #expect(talk.shown.hasSuffix("\nText.\n\n**More**\n\nInside.\n\n"))
    #expect(talk.type("").hasPrefix("1\n\nAfter.\n"))
  }

  @Test func `lessons without anything to do, and blocks in lists`() throws {
    #expect(try Conversation("").tutor.question == .ending)
    #expect(try Conversation("# T\n\nOnly prose.\n").tutor.question == .ending)
    var talk = try Conversation("1. Do\n\n   ```gradus\n   > 1 + 1\n   2\n   ```\n\n   and then\n\n   ```gradus skip\n   > never\n   ```\n\n2. Rest\n")
    #expect(talk.shown.hasSuffix("\n1. Do\n\n"))
    #expect(talk.type("").hasPrefix("2\n\n   and then\n\n       > never\n\n2. Rest\n"))
  }
}
