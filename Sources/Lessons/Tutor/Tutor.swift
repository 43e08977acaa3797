import Language
import Vocabulary
import Workbench

/// Teaches a lesson: it is told what the learner types and says what to show and what it waits for.
///
/// A value that knows nothing of terminals. The lesson goes on from a session of its own; what the learner tries out runs
/// in copies of it.
public struct Tutor: Sendable {
  /// The lesson after this one.
  public struct Successor: Sendable, Equatable {
    public let title: String
    /// What to type in a shell.
    public let command: String

    public init(title: String, command: String) {
      self.title = title
      self.command = command
    }
  }

  enum Mode: Sendable {
    case lesson
    case play(LessonSession)
    case resetting
    case over
    case left
  }

  public let plan: TutorPlan
  public internal(set) var record: LessonRecord
  /// Outcomes that came since they were asked for the last time.
  private(set) var changes: [String: LessonRecord.Outcome] = [:]
  /// Whether the learner wished to begin anew.
  public private(set) var wantsReset = false
  /// The number of the step that is next; that of the steps where none is.
  public internal(set) var position = 0
  var mode = Mode.lesson
  let successor: Successor?

  /// The lesson's own, as it is before the step, its set-up run.
  var session: LessonSession
  /// What it was before each step so far, the set-up not run.
  private var snapshots: [LessonSession] = []
  /// Where the learner tries things out.
  var trial: LessonSession?
  /// Names that were defined in trials which are over.
  var gone: Set<String> = []
  /// What was said and need not be said again.
  private var hasExplained: Set<String> = []
  /// The exercise that is being worked on.
  var exercise: ExerciseTrial?
  /// Hints that were shown for this step.
  var hintsShown = 0
  /// What is to be shown of the input that is being dealt with.
  var output: [TutorOutput] = []

  /// - Parameter session: a new one, as lessons begin with.
  public init(_ plan: TutorPlan, session: LessonSession, record: LessonRecord, successor: Successor? = nil) {
    self.plan = plan
    self.session = session
    self.record = record
    self.successor = successor
  }

  // MARK: Talking

  /// What the tutor waits for.
  public var question: TutorQuestion {
    switch mode {
    case .play: return .play
    case .resetting: return .reset
    case .over: return .ending
    case .left: return .nothing
    case .lesson: break
    }
    guard let step else { return .ending }
    switch step.task {
    case .command(let command, _): return .command(offer: command.source)
    case .prediction: return .prediction
    case .exercise: return .exercise
    case .quiz: return .quiz
    }
  }

  /// The session in which what is typed would run.
  public var current: Session {
    if case .play(let session) = mode { return session.session }
    return (exercise?.session ?? trial ?? session).session
  }

  /// Begins at the first step that is not finished. What comes before it runs unseen.
  public mutating func begin() -> [TutorOutput] {
    output = []
    let done = record.finished(of: plan)
    let start = plan.steps.firstIndex { record.outcomes[$0.key]?.isFinished != true } ?? 0
    if done == 0 {
      remark("Enter runs the command that is offered; type anything else to try it out. help says more.")
    }
    if plan.steps.isEmpty {
      finish()
      return taken()
    }
    if start == 0, done > 0 {
      remark("You have been through this lesson: \(standing). Here it is again; reset forgets what you did.")
    }
    resume(at: start)
    return taken()
  }

  /// Deals with what the learner typed.
  public mutating func take(_ text: String) -> [TutorOutput] {
    output = []
    if let word = TutorWord(line: text) {
      obey(word)
    } else {
      switch mode {
      case .lesson: answer(text)
      case .play: play(text)
      case .resetting: confirmReset(text)
      case .over: if text.isBlank { mode = .left } else { tryOut(text) }
      case .left: break
      }
    }
    return taken()
  }

  /// Outcomes since the last time, to be kept.
  public mutating func takeChanges() -> [String: LessonRecord.Outcome] {
    defer { changes = [:] }
    return changes
  }

  /// Called once progress is forgotten: the lesson begins anew.
  public mutating func startOver() -> [TutorOutput] {
    output = []
    wantsReset = false
    record.outcomes = [:]
    changes = [:]
    mode = .lesson
    session = snapshots.first ?? session
    resume(at: 0)
    return taken()
  }

  private mutating func taken() -> [TutorOutput] {
    defer { output = [] }
    return output
  }

  // MARK: Steps

  /// The step that is next.
  var step: TutorStep? { plan.steps.indices.contains(position) ? plan.steps[position] : nil }

  /// So many commands of the page are shown again on resuming.
  private static let mostRecalled = 5

  private mutating func resume(at start: Int) {
    snapshots = []
    let page = plan.pageStart(of: start)
    var recent: [CommandResult] = []
    for index in 0..<start {
      snapshots.append(session)
      let results = passUnseen(plan.steps[index])
      if wasInterrupted {
        position = index
        session = snapshots.removeLast()
        remark("Stopped on the way to where you were.")
        return enter()
      }
      if index >= page { recent += results }
    }
    position = start
    guard start > 0 else { return enter() }
    remark("Resumed at step \(start + 1) of \(plan.steps.count) (reset starts over).")
    if page < start {
      output.append(.prose(plan.steps[page].passages))
      if recent.count > Self.mostRecalled { remark("…") }
      for result in recent.suffix(Self.mostRecalled) {
        output += [.command(result.command.source)] + Self.shown(result)
      }
    }
    enter()
  }

  /// Runs what a step does in the lesson, as it is in the file.
  private mutating func passUnseen(_ step: TutorStep) -> [CommandResult] {
    for block in step.setUp { _ = session.run(block) }
    switch step.task {
    case .command(let command, let block), .prediction(let command, let block): return [session.run(command, of: block)]
    case .exercise(let exercise):
      if case .handed(let answer)? = record.outcomes[step.key] {
        for command in session.commands(of: answer) { _ = session.output(of: command) }
      }
      return exercise.solutions.first.map { session.run($0) } ?? []
    case .quiz: return []
    }
  }

  /// Comes to the step at this position.
  mutating func enter() {
    trial = nil
    exercise = nil
    hintsShown = 0
    guard let step else { return finish() }
    snapshots = Array(snapshots.prefix(position)) + [session]
    for result in step.setUp.flatMap({ session.run($0) }) where result.failure != nil {
      remark("The lesson's hidden set-up does not run:", .doubt)
      output += Self.shown(result)
    }
    if !step.passages.isEmpty { output.append(.prose(step.passages)) }
    introduce(step)
  }

  /// Goes on to the next step.
  mutating func advance(_ outcome: LessonRecord.Outcome) {
    note(outcome)
    if let trial { gone.formUnion(names(in: trial).subtracting(names(in: session))) }
    position += 1
    enter()
  }

  /// Keeps an outcome. What was earned first stays.
  mutating func note(_ outcome: LessonRecord.Outcome) {
    guard let step else { return }
    let known = record.outcomes[step.key]
    if known?.isFinished == true {
      if case .handed? = known, case .handed = outcome {} else { return }
    }
    record.outcomes[step.key] = outcome
    changes[step.key] = outcome
  }

  /// Goes back to an earlier step, with the lesson's session as it was.
  mutating func goBack(to earlier: Int) {
    guard snapshots.indices.contains(earlier) else { return }
    session = snapshots[earlier]
    position = earlier
    mode = .lesson
    enter()
  }

  var wasInterrupted: Bool { session.session.interruption.isRequested }

  mutating func askForReset() { mode = .resetting }

  private mutating func confirmReset(_ text: String) {
    if text.lowercased().hasPrefix("y") {
      wantsReset = true
    } else {
      remark("Nothing is forgotten.")
    }
    mode = step == nil ? .over : .lesson
  }

  mutating func leave() { mode = .left }

  // MARK: Showing

  mutating func remark(_ text: String, _ style: TextStyle = []) { output.append(.remark([Passage(text, style)])) }

  /// Says something once in a lesson.
  mutating func explain(_ text: String) {
    if hasExplained.insert(text).inserted { remark(text) }
  }

  static func shown(_ result: CommandResult) -> [TutorOutput] {
    let source = result.command.source
    let message = result.failure.map { FailureRenderer.render($0, in: source).lines.count } ?? 0
    return shown(Printout(Array(result.output.dropLast(message)), result.figures, result.failure), of: source)
  }

  static func shown(_ printout: Printout, of source: String) -> [TutorOutput] {
    var output = printout.output
    if let failure = printout.failure {
      var message = Printed()
      if failure.kind == .interrupted {
        message.append(failure.message)
      } else {
        message = FailureRenderer.printed(failure, in: source)
      }
      output.append(.failure(message))
    }
    return output
  }
}
