import Platform
import Synchronization
import Vocabulary
import Workbench

/// A lesson as it is before a step, and what its own commands come to there.
struct StepSnapshot: Sendable {
  let step: TutorStep
  /// Before the step, its set-up run.
  let session: LessonSession
  /// What the lesson itself does at the step: of an exercise, its first solution.
  let results: [CommandResult]
  /// What a block shows with other values, too; nil where the step explores nothing.
  let explored: ExploredBlock?
}

/// A lesson that is run once, lazily, up to the step that is asked for. What it was before each step is kept.
final class LessonSnapshots: Sendable {
  private struct State {
    var ready: [StepSnapshot] = []
    /// As it is after those.
    var session: LessonSession
  }

  let plan: TutorPlan
  private let places: [String: Int]
  private let state: Mutex<State>
  /// Held by the thread that runs the lesson, so that others can look up meanwhile what is ready.
  private let running = Mutex(())

  /// Throws where the text is no lesson.
  init(_ lesson: ServedLesson, builtins: BuiltinTable) throws(Failure) {
    plan = try TutorPlan(Document(lesson.text), name: lesson.path.lastComponent)
    places = Dictionary(plan.steps.enumerated().map { ($0.element.key, $0.offset) }) { first, _ in first }
    var session = LessonSession(builtins: builtins, path: lesson.path)
    // As `check` runs it.
    let budget = Budget()
    session.session.context.limits.memory = budget.memory
    session.session.context.limits.largestMemory = budget.memory
    state = Mutex(State(session: session))
  }

  /// The lesson before the step of a key; nil where it has none.
  ///
  /// - Parameters:
  ///   - whenRunning: called where the lesson must be run for that first.
  ///   - run: runs a part of the lesson within limits.
  func snapshot(
    of key: String, whenRunning: () -> Void = {},
    _ run: (_ isSlow: Bool, Interruption, () -> Void) -> Void = { $2() }
  ) -> StepSnapshot? {
    guard let place = places[key] else { return nil }
    if let ready = ready(place) { return ready }
    whenRunning()
    running.withLock { _ in
      while true {
        let (next, before) = state.withLock { ($0.ready.count, $0.session) }
        guard next <= place else { return }
        let step = plan.steps[next]
        var session = before
        let interruption = Interruption()
        session.session.interruption = interruption
        var snapshot: StepSnapshot?
        run(step.isSlow, interruption) {
          for block in step.setUp { _ = session.run(block) }
          let arrived = session
          var explored: ExploredBlock?
          if case .exploration(let block) = step.task { explored = ExploredBlock(block, in: &session) }
          snapshot = StepSnapshot(
            step: step, session: arrived, results: explored?.writtenResults ?? session.pass(step), explored: explored)
        }
        guard let snapshot else { return }
        state.withLock { state in
          state.ready.append(snapshot)
          state.session = session
        }
      }
    }
    return ready(place)
  }

  private func ready(_ place: Int) -> StepSnapshot? {
    state.withLock { $0.ready.indices.contains(place) ? $0.ready[place] : nil }
  }

  /// Runs all of it.
  func prepare(_ run: (_ isSlow: Bool, Interruption, () -> Void) -> Void = { $2() }) {
    if let last = plan.steps.last { _ = snapshot(of: last.key, run) }
  }
}

extension TutorStep {
  /// Whether what it runs may take long.
  var isSlow: Bool {
    switch task {
    case .command(_, let block), .prediction(_, let block), .exploration(let block): block.marks.contains(.slow)
    case .exercise(let exercise): (exercise.solutions + [exercise.template]).contains { $0.marks.contains(.slow) }
    case .quiz: false
    }
  }
}
