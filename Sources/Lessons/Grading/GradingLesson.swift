import Language
import Vocabulary
import Workbench

/// What an answer may use.
public struct AnswerBudget: Sendable, Equatable {
  /// Evaluation steps, the same on every machine; an answer may always take ten times as many as the solution takes.
  public var steps = 10_000_000
  /// Bytes that one value may take.
  public var memory = 256_000_000
  /// Seconds, for what the steps do not bound.
  public var seconds = 2.0

  public init() {}
}

/// A lesson that has been run once, with a snapshot before each exercise, in which answers are run.
struct GradingLesson {
  private enum Task {
    case exercise(Exercise, before: LessonSession)
    case quiz(Quiz)
  }

  private var tasks: [Task] = []
  private let budget: AnswerBudget

  /// Throws where a command fails or a key is worth nothing: answers cannot be judged by such a lesson.
  init(_ document: Document, path: String, budget: AnswerBudget) throws(Failure) {
    self.budget = budget
    var session = LessonSession(path: path)
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
        tasks.append(.quiz(quiz))
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
        try proveAffordable(exercise, in: before)
        tasks.append(.exercise(exercise, before: before))
        session = proof.session
      }
    }
  }

  private static func kept(_ line: Int) -> Failure {
    Failure(.document, "this is a copy without answers", line: line, hint: "grade with the lesson that it was made of")
  }

  private func limited(_ session: LessonSession, steps: Int) -> LessonSession {
    var limited = session
    let (most, overflow) = steps.multipliedReportingOverflow(by: 10)
    let (end, isEndless) = limited.session.machine.allSteps.addingReportingOverflow(
      max(budget.steps, overflow ? .max : most))
    limited.session.machine.limits.allSteps = isEndless ? .max : end
    limited.session.machine.limits.memory = min(session.session.machine.limits.memory, budget.memory)
    limited.session.machine.limits.largestMemory = budget.memory
    return limited
  }

  var count: Int { tasks.count }

  /// Judges the answer to the question of that number.
  func grade(_ index: Int, of sheet: AnswerSheet) -> Grade {
    switch tasks[index] {
    case .quiz(let quiz):
      guard let letters = sheet.choices[quiz.id] else { return Grade(.missing) }
      return letters.isEmpty ? Grade(.blank) : Grade(quiz.judgement(of: letters))
    case .exercise(let exercise, let before):
      guard let answer = sheet.answers[exercise.id] else { return Grade(.missing) }
      return answer.isBlank ? Grade(.blank) : grade(answer, to: exercise, in: before)
    }
  }

  private func grade(_ answer: Answer, to exercise: Exercise, in before: LessonSession) -> Grade {
    var session = before
    let interruption = Interruption()
    session.session.interruption = interruption
    interruption.limit(to: .seconds(budget.seconds))
    let (judgement, after) = answer.judged(by: exercise, in: session)
    if interruption.isOverdue {
      return Grade(.overBudget, "it takes longer than \(NumberStyle.standard.text(budget.seconds)) s")
    }
    let start = before.session.machine.allSteps
    if let end = before.session.machine.limits.allSteps, after.session.machine.allSteps > end {
      return Grade(.overBudget, "it takes more than \(end - start) steps")
    }
    return Grade(judgement)
  }

  /// Throws where the solution itself would be over the budget.
  private func proveAffordable(_ exercise: Exercise, in before: LessonSession) throws(Failure) {
    guard let solution = exercise.solutions.first else { return }
    let grade = grade(Answer(solution), to: exercise, in: before)
    guard grade.verdict != .right else { return }
    throw Failure(
      .document, "this solution would not pass as an answer: \(grade.message)", line: solution.lines.lowerBound,
      hint: grade.verdict == .overBudget ? "allow more with --time-limit" : nil)
  }
}
