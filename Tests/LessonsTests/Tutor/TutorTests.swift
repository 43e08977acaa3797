import Lessons
import TestSupport
import Testing

@Suite struct TutorTests {
  private func talk(_ inputs: String..., in lesson: String = Conversation.coins) throws -> Conversation {
    var conversation = try Conversation(lesson)
    for input in inputs { conversation.type(input) }
    return conversation
  }

  // MARK: From first to last

  @Test func `prose comes up to the next command`() throws {
    var talk = try Conversation(Conversation.coins)
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
    #expect(
      talk.type("")
        == "0.458258\n\nAs n grows, the standard error of a mean\n\na) grows\nb) shrinks\nWhich one? Type its letter (1 point, at the first try).\n"
    )
    let end = talk.type("b")
    #expect(end.hasPrefix("Right. 1 point.\n\nThat is all.\n"))
    #expect(end.contains("This was \"Coins\". You have 3 of 3 points. Of 1 prediction 1 came true."))
    #expect(talk.tutor.question == .ending)
    talk.type("")
    #expect(talk.tutor.question == .nothing)
  }

  @Test func `solutions, hints, keys and comments are never shown before their time`() throws {
    var conversation = try Conversation(Conversation.coins)
    var shown = conversation.shown
    for input in ["", "", "", "s = 0.21", "s = 7"] { shown += conversation.type(input) }
    for secret in [
      "nobody", "secret = ", "root of p", "Of the variance", "Take a root", "std(c)", "0.458", "Solution", "answer",
    ] {
      #expect(!shown.contains(secret), "\(secret) was shown:\n\(shown)")
    }
  }

  // MARK: Trying out

  @Test func `what is tried out cannot break what follows`() throws {
    var talk = try talk("", "c = 5")
    #expect(talk.type("c") == "5\n", "it stays until the next step")
    #expect(
      talk.type("")
        == "0.3\n\nAnd its variance?\n\n> var(c)\nWhat will this print?\nType what you expect, as few digits as you like; Enter shows it.\n"
    )
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
        var talk = try Conversation(Conversation.coins)
        for _ in 0..<steps { talk.type("skip") }
        let before = talk.tutor.position
        let shown = talk.type(word.rawValue)
        #expect(word == .quit || !shown.isEmpty || talk.tutor.position != before, "\(word) at step \(steps)")
      }
    }
  }

  @Test func `help lists every word`() throws {
    var talk = try Conversation(Conversation.coins)
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
    var talk = try Conversation(Conversation.coins, record: first.tutor.record)
    #expect(talk.shown.hasPrefix("Resumed at step 4 of 6 (reset starts over).\n\nNow you.\n"))
    #expect(talk.type("s = std(c)").contains("Right. 2 points."), "the coin is there again")
    #expect(talk.type("back").contains("Now you."))
  }

  @Test func `in the middle of a page the page is shown again`() throws {
    let record = try talk("").tutor.record
    let talk = try Conversation(Conversation.coins, record: record)
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
    #expect(record.finished(of: try TutorPlan(Document(Conversation.coins), name: "")) == 6)
    let edited = Conversation.coins.replacing("A coin with", with: "```gradus\n> 1 + 1\n2\n```\n\nA biased coin with")
      .replacing("> mean(c)\n    0.3", with: "> mean(c)\n    0.30").replacing("b) shrinks", with: "b) falls")
    let plan = try TutorPlan(Document(edited), name: "")
    #expect(plan.steps.map { record.outcomes[$0.key] != nil } == [false, true, true, true, true, true, false])
    let talk = try Conversation(edited, record: record)
    #expect(talk.tutor.position == 0)
  }

  @Test func `a lesson that is done can be gone through again`() throws {
    let record = try talk("", "", "0.2", "s = 0.458", "", "b").tutor.record
    var talk = try Conversation(Conversation.coins, record: record)
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
    #expect(
      talk.type("√0.21")
        == "> s = √0.21\n0.458258\nTaken. Your teacher checks this. Enter goes on; you may also answer again.\n")
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
    var talk = try Conversation(
      "Text.\n\n<details><summary>More</summary>\n\nInside.\n\n```gradus\n> 1\n1\n```\n\n</details>\n\nAfter.\n")
    #expect(talk.shown.hasSuffix("\nText.\n\n**More**\n\nInside.\n\n"))
    #expect(talk.type("").hasPrefix("1\n\nAfter.\n"))
  }

  @Test func `lessons without anything to do, and blocks in lists`() throws {
    #expect(try Conversation("").tutor.question == .ending)
    #expect(try Conversation("# T\n\nOnly prose.\n").tutor.question == .ending)
    var talk = try Conversation(
      "1. Do\n\n   ```gradus\n   > 1 + 1\n   2\n   ```\n\n   and then\n\n   ```gradus skip\n   > never\n   ```\n\n2. Rest\n"
    )
    #expect(talk.shown.hasSuffix("\n1. Do\n\n"))
    #expect(talk.type("").hasPrefix("2\n\n   and then\n\n       > never\n\n2. Rest\n"))
  }
}
