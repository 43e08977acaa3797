import Builtins
import Classroom
import Lessons
import Platform
import TestSupport

/// Workers for tests, and a lesson for them.
enum Workers {
  /// The built program.
  static var program: String {
    (try? Installation.current.helper("gradus")) ?? Project.path(".build/release/gradus")
  }

  static func pool(_ count: Int = 2, limits: ServingLimits = ServingLimits()) -> WorkerPool {
    let pool = WorkerPool(program: program, arguments: ["serve", "--worker"], count: count, limits: limits)
    pool.announce(lesson)
    return pool
  }

  /// A shell script in the place of a worker; `$number` is that of the command, `$text` what was typed.
  static func pool(script body: String, count: Int = 1) -> WorkerPool {
    let script = """
      tab="$(printf '\\t')"
      printf 'ready\\t.\\n'
      reply() { printf 'reply\\t%s\\ttried\\t\\t0\\t%s\\t%s\\tkept\\t.\\n' "$1" "$2" "$2"; }
      while IFS="$tab" read -r word number version step action text rest; do
      case "$word" in step) ;; *) continue;; esac
      \(body)
      done
      """
    let pool = WorkerPool(program: "/bin/sh", arguments: ["-c", script], count: count)
    pool.announce(lesson)
    return pool
  }

  static let lesson = ServedLesson(
    path: Project.path("Tests/ClassroomTests/lesson.md"),
    text: """
      # A lesson

      ```gradus
      > c = bernoulli(0.3)
      bernoulli(p=0.3)
      > mean(c)
      0.3
      ```

      ```gradus exercise=sd points=2
      > s = ____
      ```

      <!-- gradus check=sd
      s = 0.458 ±0.001
      wrong 0.21 "That is the variance."
      -->

      ```gradus solution=sd
      > s = std(c)
      ```

      - a) grows
      - b) shrinks

      <!-- gradus quiz=se answer=b points=1 -->

      """)

  static let steps: [TutorStep] = {
    guard let plan = try? TutorPlan(Document(lesson.text), name: "") else { return [] }
    return plan.steps
  }()

  static func request(
    _ text: String, _ action: StepAction = .run, at place: Int = 0, after lines: [String] = [],
    _ outcome: LessonRecord.Outcome? = nil
  ) -> StepRequest {
    StepRequest(
      version: lesson.version, step: steps[place].key, lines: lines, action: action, text: text, outcome: outcome)
  }
}

/// What a stream of progress has told so far.
final class Told: Sendable {
  private let news = Monitor<[JobProgress]>([])

  func add(_ progress: JobProgress) { news.change { $0.append(progress) } }

  /// Waits, on a thread of its own, until something has been told that is looked for.
  func wait(for isWanted: @escaping @Sendable (JobProgress) -> Bool) async {
    let news = news
    await withCheckedContinuation { continuation in
      LargeStack.detach {
        news.wait { $0.contains(where: isWanted) ? () : nil }
        continuation.resume()
      }
    }
  }
}

extension WorkerPool {
  /// Waits until a command of a student is under way.
  func awaitBeginning(of student: Int) async { while !isRunning(student: student) { await Task.yield() } }

  /// Waits until a process is there that is not another one.
  func process(otherThan other: Int32 = 0) async -> Int32 {
    while true {
      if let process = processes.first, process != other { return process }
      await Task.yield()
    }
  }
}
