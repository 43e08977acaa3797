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

  /// Where the learner is in the lesson.
  var walk: LessonWalk
  /// What is to be shown of the input that is being dealt with.
  var script = TutorScript()
  var mode = Mode.lesson
  /// The exercise that is being worked on.
  var exercise: ExerciseTrial?
  /// What is shown of the block that is being explored.
  var setting: Exploration.Setting = []
  /// Where the learner tries things out.
  private var trial: LessonSession?
  /// Names that were defined in trials which are over.
  private var gone: Set<String> = []
  /// Hints that were shown for this step.
  private var hintsShown = 0
  /// Whether the learner wished to begin anew.
  public private(set) var wantsReset = false
  private let successor: Successor?
  /// The files as they were before the lesson, and those written since that were asked for, by their names.
  private let filesBefore: FileAccess
  private var knownFiles: [String: String] = [:]

  /// - Parameter session: a new one, as lessons begin with.
  public init(_ plan: TutorPlan, session: LessonSession, record: LessonRecord, successor: Successor? = nil) {
    walk = LessonWalk(plan, session: session, record: record)
    self.successor = successor
    filesBefore = session.session.files
  }

  public var plan: TutorPlan { walk.plan }
  public var record: LessonRecord { walk.record }
  /// The number of the step that is next; that of the steps where none is.
  public var position: Int { walk.position }

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
    guard let step = walk.step else { return .ending }
    switch step.task {
    case .command(let command, _): return .command(offer: command.source)
    case .prediction: return .prediction
    case .exploration(let block): return .exploration(names: block.exploration?.dials.count ?? 0)
    case .exercise: return .exercise
    case .quiz: return .quiz
    }
  }

  /// The session in which what is typed would run.
  public var current: Session {
    if case .play(let session) = mode { return session.session }
    return (exercise?.session ?? trial ?? walk.session).session
  }

  /// Begins at the first step that is not finished, of the lesson or of one of its sittings. What comes before it runs unseen.
  public mutating func begin(_ sitting: Sitting? = nil) -> [TutorOutput] {
    let done = record.finished(of: plan)
    let start = firstUnfinished(in: sitting) ?? sitting?.steps.lowerBound ?? 0
    if done == 0 {
      script.remark("Enter runs the command that is offered; type anything else to try it out. help says more.")
    }
    if plan.steps.isEmpty {
      finish()
      return script.take()
    }
    if done == plan.steps.count {
      script.remark("You have been through this lesson: \(standing). Here it is again; reset forgets what you did.")
    }
    resume(at: start)
    return script.take()
  }

  /// Deals with what the learner typed.
  public mutating func take(_ text: String) -> [TutorOutput] {
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
    return script.take()
  }

  /// Moves what is shown of a block that is explored by some places of the values of a name.
  public mutating func move(name place: Int, by step: Int) -> [TutorOutput] {
    guard case .lesson = mode, case .exploration(let block)? = walk.step?.task, let exploration = block.exploration
    else { return [] }
    let moved = exploration.setting(setting, moving: place, by: step)
    if moved != setting { show(block, at: moved) }
    return script.take()
  }

  /// Outcomes since the last time, to be kept.
  public mutating func takeChanges() -> [String: LessonRecord.Outcome] { walk.takeChanges() }

  /// The files that commands have written since the last time: what each is called and where it is until the session ends.
  public mutating func takeFiles() -> [(name: String, path: String)] {
    var written: [String: String] = [:]
    for files in [walk.session.session.files, current.files] {
      written.merge(files.written(since: filesBefore)) { _, new in new }
    }
    let fresh = written.filter { knownFiles[$0.key] != $0.value }
    knownFiles.merge(fresh) { _, new in new }
    return fresh.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Called once progress is forgotten: the lesson begins anew.
  public mutating func startOver() -> [TutorOutput] {
    wantsReset = false
    mode = .lesson
    walk.startOver()
    resume(at: 0)
    return script.take()
  }

  // MARK: Steps

  /// So many commands of the page are shown again on resuming.
  private static let mostRecalled = 5

  private mutating func resume(at start: Int) {
    guard let recent = walk.pass(to: start) else {
      script.remark("Stopped on the way to where you were.")
      return enter()
    }
    // What is run again on the way was kept the first time.
    _ = takeFiles()
    guard start > 0 else { return enter() }
    let page = plan.pageStart(of: start)
    if let sitting = plan.sitting(at: start), sitting.steps.lowerBound == start {
      script.remark("What comes before has run unseen.")
    } else {
      script.remark("Resumed at \(plan.place(of: start)) (reset starts over).")
    }
    if page < start {
      script.add(.prose(plan.steps[page].passages))
      if recent.count > Self.mostRecalled { script.remark("…") }
      for result in recent.suffix(Self.mostRecalled) { script.showWhole(result) }
    }
    enter()
  }

  /// Comes to the step at this position, from the one before it or from elsewhere.
  private mutating func enter(isNext: Bool = false) {
    trial = nil
    exercise = nil
    hintsShown = 0
    guard let step = walk.step else { return finish() }
    for result in walk.arrive() {
      script.remark("The lesson's hidden set-up does not run:", .doubt)
      script.show(result)
    }
    let passages = reading(before: step, isNext: isNext)
    if !passages.isEmpty { script.add(.prose(passages)) }
    introduce(step)
  }

  /// Goes on to the next step.
  mutating func advance(_ outcome: LessonRecord.Outcome) {
    if let trial { gone.formUnion(Self.names(in: trial).subtracting(Self.names(in: walk.session))) }
    walk.advance(outcome)
    enter(isNext: true)
  }

  /// Goes back to an earlier step, with the lesson's session as it was.
  private mutating func goBack(to earlier: Int) {
    guard walk.goBack(to: earlier) else { return }
    mode = .lesson
    enter()
  }

  /// After the last step.
  private mutating func finish() {
    mode = .over
    if !plan.ending.isEmpty { script.add(.prose(plan.ending)) }
    script.add(.remark(Recap(plan, record, successor: successor).passages))
  }

  // MARK: Trials

  /// Shows a block with other values of what it explores. What is tried out then goes on from there.
  mutating func show(_ block: Block, at setting: Exploration.Setting) {
    var copy = walk.session
    var view = TutorScript()
    for result in copy.run(block, exploring: setting) {
      view.showWhole(result)
      if setting == block.written { view.compare(result) }
    }
    script.add(.view(view.take()))
    (trial, self.setting) = (copy, setting)
  }

  /// Runs commands in a copy of the lesson's session; what they define lasts until the next step.
  mutating func tryOut(_ text: String) {
    var copy = trial ?? walk.session
    let hasFailed = !run(text, in: &copy)
    trial = copy
    if !hasFailed, case .command? = walk.step?.task {
      script.explain(
        "Tried out in a copy: what you define stays until the next step, and the lesson goes on from its own state.")
    }
  }

  private mutating func play(_ text: String) {
    guard case .play(var session) = mode else { return }
    _ = run(text, in: &session)
    mode = .play(session)
  }

  /// Runs the commands of a text up to the first that fails; whether all succeeded.
  private mutating func run(_ text: String, in session: inout LessonSession) -> Bool {
    for command in session.commands(of: text) {
      let printout = session.printout(of: command)
      script.show(printout, of: command)
      guard let failure = printout.failure else { continue }
      if case .name(let name) = failure.subject, gone.contains(name) {
        script.remark(
          "'\(name)' was defined while trying something out; that ended with its step. Define it again, or play.")
      }
      return false
    }
    return true
  }

  private static func names(in session: LessonSession) -> Set<String> { Set(session.session.context.variables.keys) }

  // MARK: Words

  private mutating func obey(_ word: TutorWord) {
    if case .resetting = mode, word != .quit { mode = walk.step == nil ? .over : .lesson }
    switch word {
    case .hint: hint()
    case .skip: skip()
    case .back: back()
    case .again: again()
    case .play: beginPlay()
    case .resume: endPlay()
    case .progress: script.remark(standing.prefix(1).uppercased() + standing.dropFirst() + ".")
    case .reset:
      script.remark("Forget all progress in this lesson, \(standing)? y or n", .heading)
      mode = .resetting
    case .quit: mode = .left
    case .help: script.add(.remark(TutorWord.overview))
    }
  }

  /// Where the learner stands: `step 5 of 12, 2 of 4 points`.
  private var standing: String { Recap(plan, record, successor: successor).standing(at: position) }

  private mutating func confirmReset(_ text: String) {
    if text.lowercased().hasPrefix("y") {
      wantsReset = true
    } else {
      script.remark("Nothing is forgotten.")
    }
    mode = walk.step == nil ? .over : .lesson
  }

  private mutating func hint() {
    guard let step = walk.step, case .lesson = mode else { return script.remark("There is nothing to be solved here.") }
    guard step.isQuestion else {
      let isOffered = if case .command = step.task { true } else { false }
      return script.remark("There is nothing to be solved here: Enter \(isOffered ? "runs the command" : "goes on").")
    }
    if hintsShown < step.hints.count {
      let isLast = hintsShown == step.hints.count - 1
      let known = walk.outcome(of: step)
      let isOver = known?.isFinished == true
      let seen = isOver ? 0 : max(hintsShown + 1, known?.hints ?? 0)
      let label = step.label(ofHint: hintsShown, seen: seen)
      script.add(.remark(step.hints[hintsShown].led(by: TextRun(label, .heading))))
      hintsShown += 1
      if step.points(after: seen) < step.points { walk.note(.hinted(hints: seen)) }
      if isLast { script.explain("That was the last hint; \(step.skipping).") }
      return
    }
    script.remark("\(step.hints.isEmpty ? "There is no hint" : "There are no more hints"); \(step.skipping).")
  }

  private mutating func skip() {
    guard case .lesson = mode, let step = walk.step else {
      return script.remark("There is nothing to pass over here.")
    }
    switch step.task {
    case .command(let command, let block):
      guard walk.run(command, of: block) != nil else { return script.remark("Stopped.") }
      script.remark("Passed over; the lesson has run it unseen.")
      advance(.done)
    case .exploration(let block): pass(block)
    case .prediction: answer("")
    case .exercise(let exercise): giveUp(exercise, step.explanations)
    case .quiz(let quiz):
      script.remark(quiz.isKept ? "The answer is not in this copy." : "The answer is \(quiz.answersText).")
      showExplanations(of: step)
      advance(.skipped)
    }
  }

  private mutating func back() {
    if position == 0 { return script.remark("This is the first step.") }
    goBack(to: position - 1)
  }

  private mutating func again() {
    if plan.steps.isEmpty { return finish() }
    goBack(to: plan.pageStart(of: min(position, plan.steps.count - 1)))
  }

  private mutating func beginPlay() {
    if case .play = mode { return script.remark("You are playing already; resume goes back to the lesson.") }
    mode = .play(exercise?.session ?? trial ?? walk.session)
    script.remark("Play as you like; resume goes back to the lesson, which stays as it is.")
  }

  private mutating func endPlay() {
    guard case .play(let session) = mode else { return script.remark("Nothing is interrupted; Enter goes on.") }
    mode = walk.step == nil ? .over : .lesson
    if case .command? = walk.step?.task { trial = session }
    script.remark("Back in the lesson.")
    if let step = walk.step, step.isQuestion { remind(of: step) }
  }
}
