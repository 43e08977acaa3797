import Lessons
import Testing

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
    let result = try Lesson.run(Document(Self.lesson))
    #expect(result.holds)
    #expect(result.commands.map(\.command.line) == [19, 25])
  }

  @Test func `answers are judged by value`() throws {
    let exercise = try #require(Document(Self.lesson).exercises.first)
    func verdict(_ sources: String...) -> Judgement.Verdict {
      Answer(sources).judged(by: exercise, in: LessonSession()).judgement.verdict
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
  ])
  func `a key that is worth nothing is found`(_ change: (old: String, new: String, message: String)) throws {
    let result = try Lesson.run(Document(Self.lesson.replacing(change.old, with: change.new)))
    #expect(!result.holds)
    #expect(change.message.isEmpty || result.flaws.contains { $0.message == change.message })
  }

  @Test(arguments: [
    ("<!-- gradus check=sd", "<!-- gradus check=other", "nothing says what answers exercise 'sd'"),
    ("exercise=sd", "exercise=other", "nothing says what answers exercise 'other'"),
    ("solution=sd", "solution=other", "exercise 'sd' has no solution"),
    ("hint=sd", "hint=other", "there is no exercise 'other'"),
    ("quiz=se", "quiz=sd", "the id 'sd' is taken already"),
    ("answer=b", "answer=c", "quiz 'se' has no option c)"),
    ("answer=b ", "", "quiz 'se' has no answer"),
    ("- a) grows", "- grows", "no options stand before quiz 'se'"),
    ("a \"It", "q \"It", "quiz 'se' has no option q)"),
    ("s = 0.458 ±0.001", "s 0.458", "this line of a check says not what must hold"),
    ("____", "0.1", "exercise 'sd' has no blank"),
    ("wrong 0.21 \"That is the variance: take its root.\"", "wrong 0.21", "this has no message in quotes at its end"),
    ("check=sd", "chek=sd", "a key cannot be marked 'chek=sd'"),
    ("answer=b points=3\na \"It falls as 1/√n.\"\n-->", "answer=b\n", "this comment is never closed"),
  ])
  func `what does not fit together is said`(_ change: (old: String, new: String, message: String)) {
    let failure = #expect(throws: DocumentFailure.self) {
      try Document(Self.lesson.replacing(change.old, with: change.new))
    }
    #expect(failure?.message == change.message)
    #expect(failure?.line != nil)
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
    #expect(Lesson.run(document).holds)
  }

  @Test func `nesting beyond reason is refused`() {
    #expect(throws: DocumentFailure.self) { try Document(String(repeating: ">", count: 100_000) + " x\n") }
    #expect(throws: DocumentFailure.self) { try Document(String(repeating: "- ", count: 10_000) + "x\n") }
  }
}
