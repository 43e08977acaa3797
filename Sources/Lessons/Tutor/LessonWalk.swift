import Vocabulary
import Workbench

/// The way through a lesson: where the learner is, the session that the lesson goes on from, and what has come of each step.
struct LessonWalk: Sendable {
  let plan: TutorPlan
  private(set) var record: LessonRecord
  /// Outcomes that came since they were asked for the last time.
  private var changes: [String: LessonRecord.Outcome] = [:]
  /// The number of the step that is next; that of the steps where none is.
  private(set) var position = 0
  /// The lesson's own, as it is before the step, its set-up run.
  private(set) var session: LessonSession
  /// What it was before each step so far, the set-up not run.
  private var snapshots: [LessonSession] = []

  init(_ plan: TutorPlan, session: LessonSession, record: LessonRecord) {
    self.plan = plan
    self.session = session
    self.record = record
  }

  /// The step that is next.
  var step: TutorStep? { plan.steps.indices.contains(position) ? plan.steps[position] : nil }

  var wasInterrupted: Bool { session.session.interruption.isRequested }

  // MARK: Going

  /// Goes to the step of a number, running what comes before it unseen; stops where the learner stops it.
  ///
  /// - Returns: how the commands since the last page went, nil where it was stopped.
  mutating func pass(to start: Int) -> [CommandResult]? {
    snapshots = []
    let page = plan.pageStart(of: start)
    var recent: [CommandResult] = []
    for index in 0..<start {
      snapshots.append(session)
      let results = passUnseen(plan.steps[index])
      position = index
      if wasInterrupted {
        session = snapshots.removeLast()
        return nil
      }
      if index >= page { recent += results }
    }
    position = start
    return recent
  }

  /// Runs what a step does in the lesson, as it is in the file; without its own solution the lesson has only the learner's to go on
  /// from.
  private mutating func passUnseen(_ step: TutorStep) -> [CommandResult] {
    for block in step.setUp { _ = session.run(block) }
    if case .exercise = step.task, case .handed(let answer)? = record.outcomes[step.key] {
      run(session.commands(of: answer))
    }
    return session.pass(step)
  }

  /// Comes to the step at this position; how its hidden set-up went where it does not run.
  mutating func arrive() -> [CommandResult] {
    guard let step else { return [] }
    snapshots = Array(snapshots.prefix(position)) + [session]
    return step.setUp.flatMap { session.run($0) }.filter { $0.failure != nil }
  }

  /// Goes on to the next step, which is to be arrived at.
  mutating func advance(_ outcome: LessonRecord.Outcome) {
    note(outcome)
    position += 1
  }

  /// Goes back to an earlier step, with the session as it was; whether there is one.
  mutating func goBack(to earlier: Int) -> Bool {
    guard snapshots.indices.contains(earlier) else { return false }
    session = snapshots[earlier]
    position = earlier
    return true
  }

  /// Forgets all that was done.
  mutating func startOver() {
    record.outcomes = [:]
    changes = [:]
    session = snapshots.first ?? session
  }

  // MARK: Running

  /// Runs a command of the lesson; nil where the learner stopped it, and the lesson is as it was.
  mutating func run(_ command: LessonCommand, of block: Block) -> CommandResult? {
    undoneIfStopped { session in session.run(command, of: block) }
  }

  /// Runs some work in the lesson's session; nil where the learner stopped it, and the lesson is as it was.
  mutating func undoneIfStopped<Output>(_ body: (inout LessonSession) -> Output) -> Output? {
    let before = session
    let output = body(&session)
    guard wasInterrupted else { return output }
    session = before
    return nil
  }

  /// Runs commands for what they leave behind.
  mutating func run(_ sources: [String]) {
    for source in sources { _ = session.output(of: source) }
  }

  // MARK: Keeping

  /// Keeps an outcome. What was earned first stays.
  mutating func note(_ outcome: LessonRecord.Outcome) {
    guard let step, outcome.replaces(record.outcomes[step.key]) else { return }
    let outcome = outcome.after(record.outcomes[step.key])
    record.outcomes[step.key] = outcome
    changes[step.key] = outcome
  }

  /// Outcomes since the last time, to be kept.
  mutating func takeChanges() -> [String: LessonRecord.Outcome] {
    defer { changes = [:] }
    return changes
  }

  func outcome(of step: TutorStep) -> LessonRecord.Outcome? { record.outcomes[step.key] }
}

extension LessonSession {
  /// Runs what a step does in the lesson, its set-up run already, as it is in the file.
  mutating func pass(_ step: TutorStep) -> [CommandResult] {
    switch step.task {
    case .command(let command, let block), .prediction(let command, let block): [run(command, of: block)]
    case .exploration(let block): pass(block)
    case .exercise(let exercise): exercise.solutions.first.map { run($0) } ?? []
    case .quiz: []
    }
  }
}
