import Language
import Platform
import Vocabulary
import Workbench

/// What an answer may use.
public struct AnswerBudget: Sendable, Equatable {
  /// Evaluation steps, the same on every machine; an answer may always take ten times as many as the solution takes.
  public var steps = 10_000_000
  /// Bytes that one value may take.
  public var memory = 256_000_000
  /// Seconds of processor time, for what the steps do not bound; an answer may always take ten times as many as the solution
  /// takes.
  public var seconds = 2.0
  /// Bytes of files that an answer may write.
  public var files = 500_000_000
  /// Seconds by the clock after which nobody waits any more; so long that no load of the machine makes an answer late.
  public var patience = 300.0

  public init() {}

  /// How many times as much as its solution an answer may take.
  static let factor = 10
}

/// A lesson that has been run once, with a snapshot before each exercise, in which answers are run.
package struct GradingLesson: Sendable {
  private enum Task {
    /// With what an answer may take.
    case exercise(Exercise, before: LessonSession, time: Duration)
    /// With the lines before its mark.
    case quiz(Quiz, lines: [String])
  }

  private var tasks: [Task] = []
  /// Files that keys alone speak of, which answers are not to read.
  private let secrets: Set<String>
  private let budget: AnswerBudget
  private let watch: ProcessorWatch

  /// Throws where a command fails or a key is worth nothing: answers cannot be judged by such a lesson.
  package init(
    _ document: Document, builtins: BuiltinTable, path: String, budget: AnswerBudget, watch: ProcessorWatch
  ) throws(Failure) {
    self.budget = budget
    self.watch = watch
    let folder = BytePath(path).folder
    secrets = Set(document.filesOfKeys(in: folder)).subtracting(document.filesNamed(in: folder))
    let options = try AnswerSheet(document.markdown, lexicon: builtins.lexicon).options
    var session = LessonSession(builtins: builtins, path: path)
    for step in document.steps {
      switch step {
      case .block(let block) where block.isRun:
        for result in session.run(block) {
          guard let failure = result.failure, !result.holds else { continue }
          throw Failure(.document, "the lesson fails here: \(failure.message)", line: result.command.line)
        }
      case .block: break
      case .quiz(let quiz):
        if quiz.isKept { throw Self.kept(quiz.keyLines.lowerBound) }
        tasks.append(.quiz(quiz, lines: options[quiz.id] ?? []))
      case .exercise(let exercise):
        if exercise.isKept { throw Self.kept(exercise.template.lines.lowerBound) }
        let proof = exercise.prove(in: session)
        if let flaw = proof.flaws.first {
          throw Failure(.document, "\(flaw.message): \(flaw.detail)", line: flaw.line)
        }
        if let failed = proof.commands.first(where: { !$0.holds }) {
          throw Failure(.document, "the solution does not hold here", line: failed.command.line)
        }
        let before = limited(session, steps: proof.steps)
        let time = try timeAllowed(for: exercise, in: before)
        tasks.append(.exercise(exercise, before: before, time: time))
        session = proof.session
      }
    }
  }

  private static func kept(_ line: Int) -> Failure {
    Failure(.document, "this is a copy without answers", line: line, hint: "grade with the lesson that it was made of")
  }

  private func limited(_ session: LessonSession, steps: Int) -> LessonSession {
    var limited = session
    let (most, overflow) = steps.multipliedReportingOverflow(by: AnswerBudget.factor)
    let (end, isEndless) = limited.session.context.allSteps.addingReportingOverflow(
      max(budget.steps, overflow ? .max : most))
    limited.session.context.limits.allSteps = isEndless ? .max : end
    limited.session.context.limits.memory = min(session.session.context.limits.memory, budget.memory)
    limited.session.context.limits.largestMemory = budget.memory
    return limited
  }

  package var count: Int { tasks.count }

  /// The ids of the exercises.
  package var exercises: Set<String> {
    Set(tasks.compactMap { if case .exercise(let exercise, _, _) = $0 { exercise.id } else { nil } })
  }

  /// Judges the answer to the question of that number.
  package func grade(_ index: Int, of sheet: AnswerSheet) -> Grade {
    switch tasks[index] {
    case .quiz(let quiz, let lines):
      return sheet.options[quiz.id].map { quiz.grade($0, in: lines) } ?? Grade(.missing)
    case .exercise(let exercise, let before, let time):
      guard let answer = sheet.answers[exercise.id] else { return Grade(.missing) }
      if answer.isBlank {
        guard exercise.sharesPoints, let part = answer.withoutBlanks else { return Grade(.blank) }
        let grade = grade(part, to: exercise, in: before, time, of: sheet)
        return grade.verdict == .partly ? grade.answered(answer.text) : Grade(.blank)
      }
      return grade(answer, to: exercise, in: before, time, of: sheet).answered(answer.text)
    }
  }

  private func grade(
    _ answer: Answer, to exercise: Exercise, in before: LessonSession, _ time: Duration, of sheet: AnswerSheet
  ) -> Grade {
    if answer.holds(CopyText.unreadable) {
      return Grade(.unclear, "a character of this answer cannot be read; the copy is not saved as UTF-8")
    }
    if let secret = answer.texts.first(where: { secrets.contains(BytePath($0).normalized.text) }) {
      return Grade(.failed, "'\(secret)' is there for the key alone; answers cannot read it")
    }
    if !secrets.isEmpty, !answer.namesItsFiles {
      return Grade(.failed, "an answer to this lesson names the file that it loads in quotation marks")
    }
    let grade = grade(answer, to: exercise, in: before, time)
    if grade.verdict == .failed, let language = sheet.otherLanguage {
      return Grade(.failed, grade.message + "; the notebook says that its cells are for '\(language)'")
    }
    let elsewhere = sheet.namesElsewhere.filter { before.session.context.variables[$0] == nil && answer.mentions($0) }
    guard grade.verdict == .failed, let name = elsewhere.min() else { return grade }
    return Grade(
      .failed, grade.message + "; '\(name)' is defined elsewhere in the copy, and only the exercise's block counts")
  }

  /// In a session and with a temporary folder of its own, so that nothing is left of the answers before.
  private func grade(
    _ answer: Answer, to exercise: Exercise, in before: LessonSession, _ time: Duration
  ) -> Grade {
    var session = before
    let interruption = Interruption()
    session.session.interruption = interruption
    session.session.files.useOwnScratch(atMost: budget.files)
    let ((judgement, after), isOver) = watch.limit(interruption, to: time) { answer.judged(by: exercise, in: session) }
    if isOver {
      return Grade(.overBudget, "it takes longer than \(NumberStyle.standard.text(time / .seconds(1))) s")
    }
    let start = before.session.context.allSteps
    if let end = before.session.context.limits.allSteps, after.session.context.allSteps > end {
      return Grade(.overBudget, "it takes more than \(end - start) steps")
    }
    return Grade(judgement)
  }

  /// The time that an answer may take. Throws where the solution itself would be over the budget.
  private func timeAllowed(for exercise: Exercise, in before: LessonSession) throws(Failure) -> Duration {
    let least = Duration.seconds(budget.seconds)
    guard let solution = exercise.solutions.first else { return least }
    let start = processorTime
    let grade = grade(Answer(solution), to: exercise, in: before, least)
    guard grade.verdict == .right else {
      throw Failure(
        .document, "this solution would not pass as an answer: \(grade.message)", line: solution.lines.lowerBound,
        hint: grade.verdict == .overBudget ? "allow more with --time-limit" : nil)
    }
    return max(least, .nanoseconds(processorTime - start) * AnswerBudget.factor)
  }
}
