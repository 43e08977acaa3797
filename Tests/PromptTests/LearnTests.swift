import Platform
import TestSupport
import Testing

/// `gradus learn` as somebody sees it who sits before it.
@Suite(.serialized) struct LearnTests {
  private let folder: TemporaryFolder
  private var lesson: String { folder.path + "/lessons/01-coins.md" }

  private static let text = """
    # Coins

    A coin with p = 0.3.

    ```gradus
    > c = bernoulli(0.3)
    bernoulli(p=0.3)
    > mean(c)
    0.3
    ```

    And its variance?

    ```gradus predict
    > var(c)
    0.21
    ```

    Now you.

    ```gradus exercise=sd points=2
    > s = ____
    ```

    <!-- gradus check=sd
    s = 0.458 ±0.001
    wrong 0.21 "That is the variance: take its root."
    -->

    <!-- gradus hint=sd
    Take a root.
    -->

    <details><summary>Solution</summary>

    ```gradus solution=sd
    > s = std(c)
    ```

    </details>

    As n grows, the standard error of a mean

    - a) grows
    - b) shrinks

    <!-- gradus quiz=se answer=b points=1
    a "It falls as 1/√n."
    -->

    That is all.

    """

  init() throws {
    folder = try TemporaryFolder()
    folder.write("lessons/01-coins.md", Self.text)
    folder.write("lessons/02-dice.md", "# Dice\n\n```gradus\n> 1 + 1\n2\n```\n")
  }

  private func start(
    _ arguments: String..., columns: UInt16 = 80, rows: UInt16 = 40, environment: [String] = []
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      ["learn"] + (arguments.isEmpty ? [lesson] : arguments), history: folder.path + "/history", columns: columns,
      rows: rows, environment: ["XDG_STATE_HOME=" + folder.path] + environment)
  }

  private func run(_ arguments: String..., input: String = "", environment: [String] = []) throws -> Program.Outcome {
    let words = ["learn"] + arguments
    let environment = environment + ["XDG_STATE_HOME=" + folder.path]
    return switch words.count {
    case 1: try Program.run(words[0], input: Array(input.utf8), environment: environment)
    case 2: try Program.run(words[0], words[1], input: Array(input.utf8), environment: environment)
    default: try Program.run(words[0], words[1], words[2], input: Array(input.utf8), environment: environment)
    }
  }

  // MARK: At the terminal

  @Test func `a lesson from its first page to its last, with a crash on the way`() throws {
    var terminal = try start()
    terminal.expectRows("A coin with p = 0.3.", "", "> c = bernoulli(0.3)", column: 2)
    terminal.send("\r")
    terminal.expectRows("> c = bernoulli(0.3)", "bernoulli(p=0.3)", "> mean(c)", column: 2)
    terminal.send("mean(c) × 2\r")
    terminal.expectRows("goes on from its own state.", "> mean(c)", column: 2)
    terminal.send("\r")
    terminal.expectRows(
      "> var(c)", "What will this print?", "Type what you expect, as few digits as you like; Enter shows it.", "?")
    terminal.send("0.3\r")
    terminal.expectRows(
      "? 0.3", "Not quite. You said 0.3; it is 0.21, 0.09 away.", "0.21", "", "Now you.", "", "Exercise, 2 points",
      "> s = ____",
      "Type what belongs in the blank, or whole commands, as many as you like. hint", "helps, skip shows the solution.",
      ">")
    terminal.send("0.21\r")
    terminal.expectRows(
      "> 0.21", "> s = 0.21", "0.21", "Not quite. That is the variance: take its root.", "Try again; hint helps.", ">")
    terminal.send(signal: SIGKILL)
    #expect(terminal.endingSignal() == SIGKILL)

    terminal = try start()
    terminal.expectRows(
      "Resumed at step 4 of 5 (reset starts over).", "", "Now you.", "", "Exercise, 2 points", "> s = ____",
      "Type what belongs in the blank, or whole commands, as many as you like. hint", "helps, skip shows the solution.",
      ">")
    terminal.send("hint\r")
    terminal.expectRows("> hint", "Hint: Take a root.", "That was the last hint; skip shows the solution.", ">")
    terminal.send("√var(c)\r")
    terminal.expectRows(
      "> s = √var(c)", "0.458258", "Right. 2 points.", "The lesson goes on with its own answer:", "", "    s = std(c)",
      "",
      "As n grows, the standard error of a mean", "", "a) grows", "b) shrinks",
      "Which one? Type its letter (1 point, at the first try).",
      "?")
    terminal.send("a\r")
    terminal.expectRows("? a", "Not quite. It falls as 1/√n.", "?")
    terminal.send("b\r")
    terminal.expectRows(
      "That is all.", "", String(repeating: "─", count: 40), "",
      "This was \"Coins\". You have 2 of 3 points. Of 1 prediction 0 came true.", "",
      "Next: Dice, with gradus learn \(folder.path)/lessons/02-dice.md.", "",
      "Enter leaves; until then what you type is tried out.", ">")
    terminal.send("s\r")
    terminal.expectRows("> s", "0.458258", ">")
    #expect(terminal.end() == 0)
    #expect(try run(folder.path + "/lessons").output == "1  Coins  done, 2 of 3 points\n2  Dice   1 step\n")
  }

  @Test func `what is offered can be changed`() throws {
    let terminal = try start()
    terminal.expectRows("> c = bernoulli(0.3)", column: 2)
    terminal.send("\u{1B}[C\u{7F}\u{7F}5)\r")
    terminal.expect("bernoulli(p=0.5)")
    terminal.expectRows("> c = bernoulli(0.3)", column: 2)
    terminal.send("mean(c)\r")
    terminal.expectRows("> mean(c)", "0.5", "> c = bernoulli(0.3)", column: 2)
    terminal.send("\t")
    terminal.expectRows("> c = bernoulli(0.3)", column: 20)
    terminal.send("\u{15}")
    terminal.expectRows("> c = bernoulli(0.3)", column: 2)
    terminal.send("x = [1,\r2]\r")
    terminal.expectRows("| 2]", "[1, 2]", "> c = bernoulli(0.3)", column: 2)
    terminal.send("\u{1B}[A\u{1B}[A\u{1B}[A")
    terminal.expectRows("> mean(c)", column: 9)
    terminal.send("\u{03}")
    terminal.expectRows("> mean(c)^C", "> c = bernoulli(0.3)", column: 2)
    #expect(terminal.end() == 0)
  }

  @Test func `Tab completes the tutor's words and the language's`() throws {
    let terminal = try start()
    terminal.expectRows("> c = bernoulli(0.3)", column: 2)
    terminal.send("prog\t")
    terminal.expectRows("> progress")
    terminal.send("\u{15}ski\t\u{15}resu\t\r")
    terminal.expectRows("> resume", "Nothing is interrupted; Enter goes on.", "> c = bernoulli(0.3)", column: 2)
    terminal.send("re\t")
    terminal.expect("ends play")
    #expect(terminal.shows { $0.text.contains("relu") })
    terminal.send("\u{03}")
    #expect(terminal.end() == 0)
  }

  @Test func `Ctrl-C stops a command and Enter runs it again`() throws {
    folder.write(
      "lessons/long.md", "```gradus\n> 1 + 1\n2\n> mean([sum([k % 7 for k in 1..1e4]) for n in 1..1e6])\n30000\n```\n")
    let terminal = try start(folder.path + "/lessons/long.md")
    terminal.expectRows("> 1 + 1", column: 2)
    terminal.send("\r")
    terminal.expectRows("2", "> mean([sum([k % 7 for k in 1..1e4]) for n in 1..1e6])", column: 2)
    terminal.send("\r")
    usleep(200_000)
    terminal.send("\u{03}")
    terminal.expect("Stopped. Enter runs it again")
    terminal.expectRows("> mean([sum([k % 7 for k in 1..1e4]) for n in 1..1e6])", column: 2)
    #expect(terminal.end() == 0)
    #expect(try run(folder.path + "/lessons/long.md").output.contains("Resumed at step 2 of 2"))
  }

  @Test func `Ctrl-D says how to come back`() throws {
    let terminal = try start()
    terminal.expectRows("> c = bernoulli(0.3)", column: 2)
    terminal.send("\r")
    terminal.expectRows("> mean(c)", column: 2)
    #expect(terminal.end() == 0)
    terminal.expect("Go on here with gradus learn")
  }

  @Test func `forty columns, and another width in the middle`() throws {
    let terminal = try start(columns: 40)
    terminal.expect("Tables and figures are up to 80 columns\nwide; this window has 40.")
    terminal.expectRows("> c = bernoulli(0.3)", column: 2)
    terminal.send("\r\r")
    terminal.expectRows(
      "And its variance?", "", "> var(c)", "What will this print?", "Type what you expect, as few digits as",
      "you like; Enter shows it.",
      "?")
    terminal.resize(columns: 80)
    terminal.send("\r")
    terminal.expectRows(
      "Type what belongs in the blank, or whole commands, as many as you like. hint", "helps, skip shows the solution.",
      ">")
    #expect(terminal.end() == 0)
  }

  @Test func `figures are as wide as the window`() throws {
    folder.write("lessons/figure.md", "```gradus\n> plot normal(0, 1)\n...\n```\n")
    let terminal = try start(folder.path + "/lessons/figure.md", columns: 50)
    terminal.expectRows("> plot normal(0, 1)", column: 2)
    terminal.send("\r")
    terminal.expect("Enter leaves")
    let rows = terminal.window.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.contains { $0.contains("└") && (40...50).contains($0.count) }, "\(terminal.window.text)")
    #expect(!terminal.window.text.contains("not what the lesson says"))
    #expect(terminal.end() == 0)
  }

  @Test func `a dumb terminal`() throws {
    let terminal = try start(environment: ["TERM=dumb"])
    terminal.expectRows("A coin with p = 0.3.", "", "Enter runs > c = bernoulli(0.3)", ">")
    terminal.type("\r")
    terminal.expectRows("bernoulli(p=0.3)", "Enter runs > mean(c)", ">")
    #expect(terminal.end() == 0)
    #expect(!terminal.written.contains("\u{1B}"))
  }

  @Test func `without UTF-8`() throws {
    let terminal = try start(environment: ["LC_ALL=C"])
    terminal.expectRows("> c = bernoulli(0.3)", column: 2)
    terminal.send("\r\r\rskip\ra\r")
    terminal.expectRows("? a", "Not quite. It falls as 1/sqrt n.", "?")
    #expect(terminal.end() == 0)
    #expect(!terminal.written.utf8.contains { $0 >= 0x80 })
  }

  // MARK: Without a terminal

  @Test func `a class is scripted line by line`() throws {
    let outcome = try run(lesson, input: "\n\n0.21\n√0.21\nb\n")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("> c = bernoulli(0.3)\nbernoulli(p=0.3)\n> mean(c)\n0.3\n"))
    #expect(outcome.output.contains("? 0.21\nRight.\n0.21\n"))
    #expect(outcome.output.contains("You have 3 of 3 points."))
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test func `lessons are found and listed`() throws {
    #expect(try run(folder.path + "/lessons", "2", input: "\n").output.contains("> 1 + 1\n2\n"))
    #expect(try run(folder.path + "/lessons").output == "1  Coins  5 steps\n2  Dice   done\n")
    let missing = try run(folder.path + "/nothing")
    #expect(missing.status == 2)
    #expect(missing.errors.hasPrefix("error: "))
    folder.write("lessons/03-bad.md", "# Bad\n\n```gradus\n> 1\n")
    let bad = try run(folder.path + "/lessons/03-bad.md")
    #expect(bad.status == 2)
    #expect(bad.errors.contains("03-bad.md:3: this block is never closed"))
    #expect(try run(folder.path + "/lessons").output.contains("cannot be read"))
  }

  @Test func `a sitting of a lesson is called by its number, and so is the way back`() throws {
    let section = "```gradus\n" + (1...20).map { "> \($0)\n\($0)\n" }.joined() + "```\n"
    folder.write("lessons/03-long.md", "# Long\n\n## One\n\n\(section)\n## Two\n\n\(section)")
    folder.write("lessons/words.md", "# Words\n\n```gradus\n> 1\n```\n")
    let lessons = folder.path + "/lessons"
    let outcome = try run(lessons, "3.2", input: "\n")
    #expect(outcome.output.contains("Sitting 2 of 2, about 5 minutes, 20 steps: Two\n"))
    #expect(outcome.output.contains("\n> 1\n1\n") && !outcome.output.contains("One"))
    let way = outcome.output.split { $0.isWhitespace || $0 == "`" }.joined(separator: " ")
    #expect(way.contains("Go on here with gradus learn \(lessons)/03-long.md.2 ."), "\(way)")
    #expect(try run("\(lessons)/03-long.md.2").output.contains("Resumed at step 22 of 40, 2 of 20 in sitting 2 of 2"))
    let list = try run(lessons).output
    #expect(
      list.contains("3  Long   2 sittings  1 of 40 steps\n\nBeside them, called by name:\n\nwords  Words"), "\(list)")
    let missing = try run(lessons, "3.5")
    #expect(missing.status == 2 && missing.errors.contains("this lesson has no sitting 5 (it has 2 sittings)"))
  }

  @Test func `a damaged progress file stops nobody`() throws {
    folder.write("gradus/progress", "nonsense")
    let outcome = try run(lesson, input: "\n")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("put aside as"))
    #expect(folder.read("gradus/progress.damaged-1") == "nonsense")
    #expect(try run(folder.path + "/lessons").output.contains("1 of 5 steps"))
  }

  @Test func `a state folder that cannot be written stops nobody`() throws {
    folder.write("file", "")
    let outcome = try run(lesson, input: "\n\n", environment: ["XDG_STATE_HOME=" + folder.path + "/file"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Progress cannot be kept: "))
    #expect(outcome.output.contains("> var(c)"))
  }

  /// Killed at any instant, the file is there, whole, and not behind what was shown.
  @Test func `progress survives being killed`() throws {
    let steps = 300
    let commands = (1...steps).map { "> \($0) + 0\n\($0)\n" }.joined()
    folder.write("lessons/many.md", "# Many\n\n```gradus\n\(commands)```\n")
    let path = folder.path + "/lessons/many.md"
    var done = 0
    var kills = 0
    var random = SystemRandomNumberGenerator()
    while done < steps, kills < 60 {
      let terminal = try start(path, rows: 24)
      terminal.expect("> \(done + 1) + 0")
      terminal.send(String(repeating: "\r", count: steps))
      usleep(UInt32.random(in: 1_000...20_000, using: &random))
      terminal.send(signal: SIGKILL)
      let ending = terminal.endingSignal()
      kills += 1
      let shown = terminal.screen.split(separator: "\n").compactMap { Int($0) }.max() ?? done
      let text = try #require(folder.read("gradus/progress") ?? (done == 0 ? "" : nil))
      #expect(text.isEmpty || (text.hasPrefix("gradus progress 1\n") && text.hasSuffix("\nend\n")))
      let kept = text.split(separator: "\n").count { $0.hasPrefix("step\t") }
      #expect(kept >= done && kept >= min(shown, steps) - 1, "\(shown) were shown, \(kept) kept")
      // The last step may be done before the signal comes.
      #expect(ending == SIGKILL || kept == steps)
      done = kept
    }
    #expect(kills > 1)
    #expect(folder.read("gradus/progress.damaged-1") == nil)
  }
}
