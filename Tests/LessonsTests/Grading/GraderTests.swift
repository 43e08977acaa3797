import Lessons
import TestSupport
import Testing
import Vocabulary

/// What becomes of processes that end or do not go on, shown with programs of the shell in the place of the worker.
@Suite struct GraderTests {
  private static let lesson = """
    - a) x
    - b) y

    <!-- gradus quiz=one answer=a -->

    - a) x
    - b) y

    <!-- gradus quiz=two answer=a points=2 -->

    """

  private func grade(_ script: String, files: Int, jobs: Int = 2, patience: Double = 60) throws -> GradeBook {
    let folder = try TemporaryFolder()
    folder.write("lesson.md", Self.lesson)
    for number in 0..<files { folder.write("copies/\(number).md", "") }
    var budget = AnswerBudget()
    budget.seconds = 0.3
    budget.patience = patience
    let grader = Grader(
      lesson: folder.path + "/lesson.md", program: "/bin/sh", arguments: ["-c", script], budget: budget, jobs: jobs)
    return try grader.grade(SubmissionFiles.find([folder.path + "/copies"]))
  }

  private func verdicts(_ book: GradeBook) -> [[String]] {
    book.submissions.map { $0.problem.map { [$0] } ?? $0.grades.map(\.verdict.rawValue) }
  }

  /// Reads requests; `$first` is the number of the question to begin with, `$path` the submission.
  private static func worker(_ body: String) -> String {
    """
    echo ready
    while IFS="$(printf '\\t')" read -r path first; do
    \(body)
    echo done
    done
    """
  }

  @Test func `an answer that ends the program costs itself alone`() throws {
    let script = Self.worker(
      """
      printf 'content\\tx\\n'
      case "$path:$first" in */1.md:0) kill -9 $$;; esac
      if [ $first = 0 ]; then printf 'grade\\twrong\\tno\\t\\t0\\t\\n'; fi
      case "$path:$first" in */3.md:*) kill -11 $$;; esac
      printf 'grade\\tright\\t\\t\\t0\\t\\n'
      """)
    for jobs in [1, 3] {
      let book = try grade(script, files: 5, jobs: jobs)
      #expect(
        verdicts(book) == [
          ["wrong", "right"], ["crashed", "right"], ["wrong", "right"], ["wrong", "crashed"], ["wrong", "right"],
        ])
      #expect(book.submissions[1].grades[0].message == "running it ended the program (signal 9)")
      #expect(book.points(book.submissions[3]) == 0)
      #expect(book.possible == 3)
    }
  }

  @Test func `an answer that does not stop is ended`() throws {
    let book = try grade(
      Self.worker(
        """
        printf 'content\\tx\\n'
        if [ $first = 0 ]; then exec sleep 60; fi
        printf 'grade\\tright\\t\\t\\t0\\t\\n'
        """), files: 1, patience: 2)
    #expect(verdicts(book) == [["over budget", "right"]])
  }

  @Test func `an answer that took too long ends with its process`() throws {
    let book = try grade(
      Self.worker(
        """
        printf 'content\\tx\\n'
        if [ $first = 0 ]; then printf 'late\\n'; exit 1; fi
        printf 'grade\\tright\\t\\t\\t0\\t\\n'
        """), files: 2)
    #expect(verdicts(book) == [["over budget", "right"], ["over budget", "right"]])
  }

  @Test func `a copy that ends the program before it is read costs itself alone`() throws {
    let book = try grade(
      Self.worker(
        """
        case "$path" in */0.md) kill -9 $$;; esac
        printf 'content\\tx\\n'; printf 'grade\\tright\\t\\t\\t0\\t\\n'; printf 'grade\\tblank\\t\\t\\t0\\t\\n'
        """), files: 2)
    #expect(verdicts(book) == [["reading it ended the program"], ["right", "blank"]])
  }

  @Test(arguments: ["nonsense", "grade\\tright\\t", "grade\\tsplendid\\t\\t", "done", "content", "ready"])
  func `a worker that speaks out of turn costs the answer it is at`(_ line: String) throws {
    let script = Self.worker(
      """
      printf 'content\\tx\\n'
      if [ $first = 0 ]; then printf '\(line)\\n'; fi
      printf 'grade\\tright\\t\\t\\t0\\t\\n'
      """)
    #expect(try verdicts(grade(script, files: 2)) == [["crashed", "right"], ["crashed", "right"]])
  }

  @Test func `a lesson that is not fit to judge by`() throws {
    #expect(throws: Failure(.document, "it is wrong", line: 3)) {
      try grade("printf 'broken\\t3\\tit is wrong\\t\\n'; sleep 60", files: 1)
    }
    #expect(throws: Failure(.document, "running the lesson ended the program (signal 9)")) {
      try grade("kill -9 $$", files: 3)
    }
    #expect(throws: Failure.self) { try grade("exit 1", files: 1) }
  }
}
