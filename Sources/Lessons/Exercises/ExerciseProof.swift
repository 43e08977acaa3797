import Language
import Vocabulary
import Workbench

/// Shows that the key of an exercise is worth something: the solutions pass, the blank does not, and each wrong answer that
/// is listed gets its message.
struct ExerciseProof {
  /// What the first solution printed.
  private(set) var commands: [CommandResult] = []
  private(set) var flaws: [ExerciseFlaw] = []
  /// As the first solution leaves it.
  private(set) var session: LessonSession

  init(_ exercise: Exercise, in session: LessonSession) {
    self.session = session
    if exercise.isKept { return }
    prove(exercise, in: session)
  }

  private mutating func prove(_ exercise: Exercise, in before: LessonSession) {
    let blank = Answer(exercise.template).judged(by: exercise, in: before).judgement
    if blank.isRight {
      add(exercise.template.lines.lowerBound, "the blank of exercise '\(exercise.id)' passes its check",
        "nothing is asked for")
    }
    for (index, solution) in exercise.solutions.enumerated() {
      var after = before
      let results = after.run(solution)
      if index == 0 { session = after }
      commands += results
      guard results.allSatisfy({ $0.failure == nil }) else { continue }
      prove(solution, of: exercise, in: after)
    }
    for mistake in exercise.mistakes { prove(mistake, of: exercise) }
  }

  private mutating func prove(_ solution: Block, of exercise: Exercise, in after: LessonSession) {
    switch Judgement(of: exercise, in: after).verdict {
    case .right, .undecided: break
    case .wrong(let message):
      add(solution.lines.lowerBound, "the solution of exercise '\(exercise.id)' does not pass its check", message)
    case .failed(let failure):
      add(solution.lines.lowerBound, "the check of exercise '\(exercise.id)' does not run", failure.message)
    }
  }

  /// Puts the wrong answer in the place of the right one.
  private mutating func prove(_ mistake: Exercise.Mistake, of exercise: Exercise) {
    guard let value = mistake.exampleValue else {
      add(mistake.line, "the wrong answer \(mistake.expected) is not a value", "write a number or another value")
      return
    }
    var wrong = session
    let (lines, failure) = wrong.output(of: value)
    if let failure {
      add(mistake.line, "the wrong answer \(mistake.expected) is not a value", failure.message)
      return
    }
    if let expectation = exercise.expectations.first(where: { $0.expression == mistake.expression }),
      Matcher.matches([expectation.expected], lines)
    {
      add(mistake.line, "the wrong answer \(mistake.expected) passes as right", "\(expectation.expected) accepts it")
    } else if !Matcher.matches([mistake.expected], lines) {
      add(mistake.line, "the wrong answer \(mistake.expected) does not get its message",
        "its value prints as \(lines.map(\.text).joined(separator: " "))")
    } else if let other = exercise.mistakes.first(where: { other in
      other.expression == mistake.expression && Matcher.matches([other.expected], lines)
    }), other.line != mistake.line {
      add(mistake.line, "the wrong answer \(mistake.expected) does not get its message",
        "line \(other.line) answers it before")
    }
  }

  private mutating func add(_ line: Int, _ message: String, _ detail: String) {
    flaws.append(ExerciseFlaw(line: line, message: message, detail: detail))
  }
}

/// Something that is wrong with the key of an exercise.
public struct ExerciseFlaw: Sendable, Equatable {
  public let line: Int
  public let message: String
  public let detail: String
}

extension Exercise.Mistake {
  /// The value meant, without its tolerance.
  fileprivate var exampleValue: String? {
    let end = expected.firstRange(of: "±")?.lowerBound ?? expected.firstRange(of: "+-")?.lowerBound ?? expected.endIndex
    let value = expected[..<end].trimmingSpace
    return value.isEmpty ? nil : value
  }
}
