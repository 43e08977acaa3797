import Builtins
import Lessons
import Testing
import Vocabulary

@Suite struct ExerciseTests {
  private static let lesson = """
    # Coins

    ```gradus exercise=sd points=2
    > s = ____
    ```

    <!-- gradus check=sd
    s = 0.458 ±0.001
    wrong 0.21 "That is the variance: take its root."
    -->

    <!-- gradus hint=sd
    Take a square root.
    -->

    <details><summary>Solution</summary>

    ```gradus solution=sd
    > s = std(bernoulli(0.3))
    ```

    </details>

    ```gradus
    > s
    0.458
    ```

    As n grows, the standard error of a mean

    - a) grows
    - b) shrinks

    <!-- gradus quiz=se answer=b points=3
    a "It falls as 1/√n."
    -->

    """

  @Test func `an exercise and a quiz are read`() throws {
    let document = try Document(Self.lesson)
    let exercise = try #require(document.exercises.first)
    #expect(exercise.points == 2)
    #expect(exercise.expectations.map(\.expression) == ["s"])
    #expect(exercise.expectations.map(\.expected) == ["0.458 ±0.001"])
    #expect(exercise.expectations.map(\.line) == [8])
    #expect(exercise.mistakes.map(\.message) == ["That is the variance: take its root."])
    #expect(exercise.hints == ["Take a square root."])
    let quiz = try #require(document.quizzes.first)
    #expect(quiz.options.map(\.text) == ["grows", "shrinks"])
    #expect(quiz.answers == ["b"])
    #expect(quiz.points == 3)
    #expect(quiz.lines == 31...32)
  }

  @Test func `the lesson goes on from the solution`() throws {
    let result = try Lesson.run(Document(Self.lesson), builtins: .standard)
    #expect(result.holds)
    #expect(result.commands.map(\.command.line) == [19, 25])
  }

  @Test func `answers are judged by value`() throws {
    let exercise = try #require(Document(Self.lesson).exercises.first)
    func verdict(_ sources: String...) -> Judgement.Verdict {
      Answer(sources).judged(by: exercise, in: LessonSession(builtins: .standard)).judgement.verdict
    }
    #expect(verdict("s = √0.21") == .right)
    #expect(verdict("v = 0.3 × 0.7", "s = √v") == .right)
    #expect(verdict("s = 0.21") == .wrong("That is the variance: take its root."))
    #expect(verdict("s = 7") == .wrong("s is 7, which is not what is asked for"))
    guard case .failed = verdict("s = (") else { Issue.record("an unfinished answer passed"); return }
    guard case .failed = verdict("s = ____") else { Issue.record("the blank passed"); return }
  }

  @Test(arguments: [
    ("s = 0.458 ±0.001", "s = 0.21", "the solution of exercise 'sd' does not pass its check"),
    ("> s = std(bernoulli(0.3))", "> s = foo(", ""),
    ("wrong 0.21", "wrong 0.458", "the wrong answer 0.458 passes as right"),
    ("wrong 0.21 \"That", "wrong 0.2 ±0.05 \"a\"\nwrong 0.21 \"That", "the wrong answer 0.21 does not get its message"),
    ("wrong 0.21", "wrong much", "the wrong answer much is not a value"),
    ("wrong 0.21", "wrong t = 0.21", "what this wrong answer looks at does not run"),
    ("# Coins", "```gradus\n> s = 0.458;\n```", "exercise 'sd' passes before anything is typed"),
    ("> s = ____", "> s = 0.458\n> t = ____", "the blank of exercise 'sd' passes its check"),
    ("> s = ____", "> v = foo\n> s = ____", "what is given in exercise 'sd' does not run"),
    ("s = 0.458 ±0.001", "s = ...", "the check of exercise 'sd' accepts anything"),
    ("s = 0.458 ±0.001", "s = [..]", "the check of exercise 'sd' accepts anything"),
    ("s = 0.458 ±0.001", "f(s) = 0.458", "the check of exercise 'sd' does not run"),
    (
      "> s = std(bernoulli(0.3))", "> foo\nerror: there is nothing called 'foo'\n> s = std(bernoulli(0.3))",
      "the solution of exercise 'sd' fails, so that nobody can hand it in"
    ),
    ("s = 0.458 ±0.001", "2s = 0.917 ±0.002\nwrong s = 0.459 \"a\"", "the wrong answer 0.459 passes as right"),
  ])
  func `a key that is worth nothing is found`(_ change: (old: String, new: String, message: String)) throws {
    let result = try Lesson.run(Document(Self.lesson.replacing(change.old, with: change.new)), builtins: .standard)
    #expect(!result.holds)
    #expect(change.message.isEmpty || result.flaws.contains { $0.message == change.message })
  }

  @Test(arguments: [
    ("<!-- gradus check=sd", "<!-- gradus check=other", "nothing says what answers exercise 'sd'"),
    ("exercise=sd", "exercise=other", "nothing says what answers exercise 'other'"),
    ("solution=sd", "solution=other", "there is no exercise 'other'"),
    ("hint=sd", "hint=other", "there is no exercise 'other'"),
    ("quiz=se", "quiz=sd", "the id 'sd' is taken already"),
    ("answer=b", "answer=c", "quiz 'se' has no option c)"),
    ("answer=b ", "", "quiz 'se' has no answer"),
    ("- a) grows", "- grows", "this option of quiz 'se' does not begin with a letter and a bracket"),
    ("- a) grows\n- b) shrinks\n\n", "", "no options stand before quiz 'se'"),
    ("- b) shrinks", "- b) shrinks\n- b) stays", "quiz 'se' has two options b)"),
    ("a \"It", "q \"It", "quiz 'se' has no option q)"),
    ("s = 0.458 ±0.001", "s 0.458", "this line of a check says not what must hold"),
    ("____", "0.1", "exercise 'sd' has no blank"),
    ("wrong 0.21 \"That is the variance: take its root.\"", "wrong 0.21", "this has no message in quotes at its end"),
    ("check=sd", "chek=sd", "a key cannot be marked 'chek=sd'"),
    ("answer=b points=3\na \"It falls as 1/√n.\"\n-->", "answer=b\n", "this comment is never closed"),
  ])
  func `what does not fit together is said`(_ change: (old: String, new: String, message: String)) {
    let failure = #expect(throws: Failure.self) {
      try Document(Self.lesson.replacing(change.old, with: change.new))
    }
    #expect(failure?.message == change.message)
    #expect(failure?.line != nil)
  }

  /// Where a mistake is said to be, and what to do about it.
  @Test(arguments: [
    ("solution=sd", "solution=ds", 18, "did you mean 'sd'?"), ("- b) shrinks", "- b shrinks", 32, "write '- b) …'"),
    ("- b) shrinks", "- a) shrinks", 32, "line 31 has the other"),
    ("points=2", "points=two", 3, "write points=2, a whole number from 0 to 1000"),
    ("points=3", "points=-1", 34, "write points=2, a whole number from 0 to 1000"),
    ("exercise=sd points=2", "exercise points=2", 3, "write exercise=ID, without blanks"),
    ("exercise=sd points=2", "exercise = sd", 3, "write exercise=ID, without blanks"),
    ("answer=b points", "answer=a, b points", 34, "write the letters without a blank, as in answer=a,c"),
    ("quiz=se", "quiz=sd", 31, "line 3 has it"), ("take its root.\"\n-->", "take its root.\"\n", 7, "end it with -->"),
    (
      "\"That is the variance: take its root.\"", "“That is the variance.”", 9,
      "write it in straight quotation marks: \"…\""
    ),
    ("hint=sd", "hint=ds", 12, "did you mean 'sd'?"),
    ("<summary>Solution</summary>\n\n", "<summary>Solution</summary>\n", 17, "put a blank line before it"),
  ])
  func `a mistake is named where it stands`(_ change: (old: String, new: String, line: Int, hint: String)) {
    let failure = #expect(throws: Failure.self) {
      try Document(Self.lesson.replacing(change.old, with: change.new))
    }
    #expect(failure?.line == change.line, "\(failure?.text() ?? "")")
    #expect(failure?.hint == change.hint)
  }

  @Test func `hidden set-up goes over several lines`() throws {
    let lesson = "```gradus\n> f(2)\n3\n> g(2)\n4\n> a + b\n5\n```\n"
    for setUp in [
      "> f(x) =\n|   x + 1\n> g(x) = x²\n> a = 2\n> b = 3", "f(x) =\n  x + 1\ng(x) = x²\na = 2; b = 3",
      "> f(x) = x + 1\n> g(x) =\n|   x ×\n|   x\na = 2\nb = [1,\n  3][1]",
    ] {
      #expect(
        try Lesson.run(Document("<!-- gradus\n\(setUp)\n-->\n\n" + lesson), builtins: .standard).holds, "\(setUp)")
    }
  }

  @Test func `options may hold lists and boxes`() throws {
    let quiz = "- a) one\n  - for this\n  - or that\n- [ ] b) two\n\n  more of it\n\n<!-- gradus quiz=q answer=b -->\n"
    #expect(try Document(quiz).quizzes.first?.options.map(\.letter) == ["a", "b"])
  }

  @Test func `a copy that was handed out is a lesson, too`() throws {
    let copy = """
      ```gradus exercise=sd
      > s = ____
      ```

      <!-- gradus check=sd kept -->

      - [ ] a) grows
      - [x] b) shrinks

      <!-- gradus quiz=se kept -->

      """
    let document = try Document(copy)
    #expect(document.exercises.first?.isKept == true)
    #expect(document.quizzes.first?.isKept == true)
    #expect(document.quizzes.first?.options.map(\.isChosen) == [false, true])
    #expect(Lesson.run(document, builtins: .standard).holds)
  }

  @Test func `wrong answers of other things than names, and any that are left`() throws {
    let lesson = """
      - A square:

        ```gradus exercise=f
        > f(x) = ____
        ```

        <!-- gradus check=f
        f(2) = 4
        f(3) = 9
        wrong f(3) = 6 "Twice."
        wrong ... "Try f(2)."
        -->

        ```gradus solution=f
        > f(x) = x²
        ```

      """
    let document = try Document(lesson)
    #expect(Lesson.run(document, builtins: .standard).holds)
    let exercise = try #require(document.exercises.first)
    func verdict(_ source: String) -> Judgement.Verdict {
      Answer([source]).judged(by: exercise, in: LessonSession(builtins: .standard)).judgement.verdict
    }
    #expect(verdict("f(x) = 2x") == .wrong("Twice."))
    #expect(verdict("f(x) = 5") == .wrong("Try f(2)."))
    #expect(verdict("f(x) = x × x") == .right)
  }

  @Test func `no answer passes by changing what the key speaks of`() throws {
    let lesson = """
      ```gradus
      > half(x) = x / two
      half(x) = x / two
      > two = 2
      2
      ```

      ```gradus exercise=a
      > n = ____
      ```

      <!-- gradus check=a
      half(n) = 5
      n = 10
      -->

      ```gradus solution=a
      > n = 10
      ```

      """
    let document = try Document(lesson)
    #expect(Lesson.run(document, builtins: .standard).holds)
    let exercise = try #require(document.exercises.first)
    var before = LessonSession(builtins: .standard)
    for block in document.blocks where block.isRun { _ = before.run(block) }
    func isRight(_ sources: String...) -> Bool {
      Answer(sources).judged(by: exercise, in: before).judgement.isRight
    }
    #expect(isRight("n = 10"))
    #expect(isRight("two = 5", "n = 2 × two"))
    #expect(!isRight("n = 10.4", "two = 2.08"))
    #expect(!isRight("set digits=2", "n = 10.01"))
    #expect(!isRight("half(x) = 5", "n = 11"))
    #expect(!isRight("clear", "n = 7"))
  }

  @Test func `a blank may stay in a comment`() {
    #expect(!Answer(["s = 3  # here was ____"]).isBlank)
    #expect(Answer(["s = \"#\" ____"]).isBlank)
    #expect(Answer(["# only a comment", "s = ____"]).isBlank)
  }

  @Test func `quizzes are judged`() throws {
    let quiz = try #require(
      Document("- a) x\n- b) y\n- c) z\n\n<!-- gradus quiz=q answer=a,b\nc \"no\"\n-->\n").quizzes.first)
    #expect(quiz.judgement(of: ["b", "a"]).verdict == .right)
    #expect(quiz.judgement(of: ["a"]).verdict == .wrong("something is still to be chosen"))
    #expect(quiz.judgement(of: ["a", "c"]).verdict == .wrong("no"))
  }

  @Test func `nesting beyond is refused`() {
    #expect(throws: Failure.self) { try Document(String(repeating: ">", count: 100_000) + " x\n") }
    #expect(throws: Failure.self) { try Document(String(repeating: "- ", count: 10_000) + "x\n") }
  }
}
