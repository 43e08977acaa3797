import Language
import Vocabulary
import Workbench

/// A lesson that has been run once, with a snapshot before each exercise, in which answers are run.
struct GradingLesson {
  private enum Task {
    case exercise(Exercise, before: LessonSession)
    case quiz(Quiz)
  }

  private var tasks: [Task] = []
  private let budget: AnswerBudget

  /// Throws where a command fails or a key is worth nothing: answers cannot be judged by such a lesson.
  init(_ document: Document, builtins: BuiltinTable, path: String, budget: AnswerBudget) throws(DocumentFailure) {
    self.budget = budget
    var session = LessonSession(builtins: builtins, path: path)
    for step in document.steps {
      switch step {
      case .block(let block) where block.isRun:
        for result in session.run(block) {
          guard let failure = result.failure, !result.holds else { continue }
          throw DocumentFailure(line: result.command.line, message: "the lesson fails here: \(failure.message)")
        }
      case .block: break
      case .quiz(let quiz):
        if quiz.isKept { throw Self.kept(quiz.keyLines.lowerBound) }
        tasks.append(.quiz(quiz))
      case .exercise(let exercise):
        if exercise.isKept { throw Self.kept(exercise.template.lines.lowerBound) }
        let proof = ExerciseProof(exercise, in: session)
        if let flaw = proof.flaws.first {
          throw DocumentFailure(line: flaw.line, message: "\(flaw.message): \(flaw.detail)")
        }
        if let failed = proof.commands.first(where: { !$0.holds }) {
          throw DocumentFailure(line: failed.command.line, message: "the solution does not hold here")
        }
        let before = limited(session, steps: proof.steps)
        try proveAffordable(exercise, in: before)
        tasks.append(.exercise(exercise, before: before))
        session = proof.session
      }
    }
  }

  private static func kept(_ line: Int) -> DocumentFailure {
    DocumentFailure(
      line: line, message: "this is a copy without answers", hint: "grade with the lesson that it was made of")
  }

  private func limited(_ session: LessonSession, steps: Int) -> LessonSession {
    var limited = session
    let (most, overflow) = steps.multipliedReportingOverflow(by: 10)
    let (end, isEndless) = limited.session.context.allSteps.addingReportingOverflow(
      max(budget.steps, overflow ? .max : most))
    limited.session.context.limits.allSteps = isEndless ? .max : end
    limited.session.context.limits.memory = min(session.session.context.limits.memory, budget.memory)
    limited.session.context.limits.largestMemory = budget.memory
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
    let start = before.session.context.allSteps
    if let end = before.session.context.limits.allSteps, after.session.context.allSteps > end {
      return Grade(.overBudget, "it takes more than \(end - start) steps")
    }
    return Grade(judgement)
  }

  /// Throws where the solution itself would be over the budget.
  private func proveAffordable(_ exercise: Exercise, in before: LessonSession) throws(DocumentFailure) {
    guard let solution = exercise.solutions.first else { return }
    let grade = grade(Answer(solution), to: exercise, in: before)
    guard grade.verdict != .right else { return }
    throw DocumentFailure(
      line: solution.lines.lowerBound, message: "this solution would not pass as an answer: \(grade.message)",
      hint: grade.verdict == .overBudget ? "allow more with --time-limit" : nil)
  }
}
