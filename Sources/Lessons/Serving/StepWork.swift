import Language
import Vocabulary
import Workbench

/// What has come of what a student typed at a step: a copy of the lesson, which goes on from there.
struct StepWork: Sendable {
  /// What came of a text.
  enum Result {
    case ran
    case failed(Failure)
    /// What an answer is worth.
    case judged(Judgement.Verdict)
    /// Perhaps it was only reckoned: it would be wrong as the answer.
    case guess
    /// A blank is left as it was.
    case blank
  }

  private(set) var session: LessonSession
  /// Of an exercise, with what stands in its blanks.
  private(set) var exercise: ExerciseTrial?
  private let limits: ServingLimits

  /// The work as a student finds it.
  init(_ snapshot: StepSnapshot, _ limits: ServingLimits, for control: StepControl) {
    session = snapshot.session
    self.limits = limits
    session.session.files.useOwnScratch(.init(bytes: limits.fileBytes, files: limits.files))
    session.mostOutput = limits.output
    session.session.context.limits.memory = min(session.session.context.limits.memory, limits.memory)
    session.session.context.limits.largestMemory = limits.memory
    prepare(for: control, isSlow: snapshot.step.isSlow)
    if case .exercise(let exercise) = snapshot.step.task { self.exercise = ExerciseTrial(exercise, in: session) }
  }

  /// Goes on in another request: with its interruption, with steps and a folder of its own.
  mutating func prepare(for control: StepControl, isSlow: Bool) {
    let begun = max(session.steps, exercise?.session.steps ?? 0)
    let steps = isSlow ? limits.steps * Budget.slowFactor : limits.steps
    let end = begun.addingReportingOverflow(steps)
    let most = end.overflow ? Int.max : end.partialValue
    Self.prepare(&session, for: control, steps: most)
    exercise?.change { Self.prepare(&$0, for: control, steps: most) }
  }

  private static func prepare(_ session: inout LessonSession, for control: StepControl, steps: Int) {
    session.session.interruption = control.interruption
    session.session.progress = control.watcher
    session.session.context.limits.allSteps = steps
    session.session.files.useOwnScratch()
  }

  /// Whether the steps of the request are used up.
  var isOutOfSteps: Bool {
    let session = exercise?.session ?? session
    return session.steps > session.session.context.limits.allSteps ?? .max
  }

  /// The session in which what is typed next would run.
  var current: LessonSession { exercise?.session ?? session }

  /// About how many bytes it takes beyond the lesson.
  var size: Int { 8 * current.session.context.variables.values.reduce(0) { $0 + $1.size() } + 20_000 }

  /// Runs a text, up to the first command that fails, and shows what comes of it.
  mutating func take(_ text: String, for control: StepControl, on page: inout ReplyPage) -> Result {
    if exercise != nil { return answer(text, for: control, on: &page) }
    for command in session.commands(of: text) where !control.isStopped {
      let printout = session.printout(of: command)
      page.show(printout, of: command, isCut: session.excess == .output)
      if let failure = printout.failure { return .failed(failure) }
    }
    return .ran
  }

  private mutating func answer(_ text: String, for control: StepControl, on page: inout ReplyPage) -> Result {
    guard var exercise else { return .ran }
    defer { self.exercise = exercise }
    var result = Result.ran
    for command in exercise.session.commands(of: text) where !control.isStopped {
      if Answer([command]).isBlank { return .blank }
      let reply = exercise.take(command)
      for run in reply.runs {
        if let filled = run.command { page.show(command: filled) }
        page.show(run.printout, of: run.command ?? command, isCut: exercise.session.excess == .output)
      }
      if let failure = reply.runs.compactMap(\.printout.failure).first { return .failed(failure) }
      if reply.isGuess { result = .guess } else if let verdict = reply.verdict { result = .judged(verdict) }
      if case .judged(.right) = result { return result }
    }
    return result
  }
}

extension LessonSession {
  /// The evaluation steps of all commands.
  fileprivate var steps: Int { session.context.allSteps }
}
